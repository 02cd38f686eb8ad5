//! How a page stands among the pages of a site.

use crate::explain::Terms;
use crate::sheet::subject::Subject;

/// What a page of a site knows of the others.
pub struct Ties<'a> {
    /// The address of the page of a subject, seen from the page at hand; `None` where there is none.
    pub to: &'a dyn Fn(&Subject) -> Option<String>,
    /// The words that the site explains.
    pub terms: &'a Terms,
}
