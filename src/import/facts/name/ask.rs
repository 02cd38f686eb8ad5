//! What is known before a name is looked for.

use crate::import::facts::texts::ComuneNames;
use crate::model::ComuneCode;

/// What the project knows of its words.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    /// Folded names of its comuni.
    pub comuni: &'a [String],
    /// The same with their codes.
    pub own: &'a [(&'a str, ComuneCode)],
    /// Words that one of its texts writes with an accented end, without that end.
    pub stems: &'a [String],
    /// Only squares and quarters are asked for; else only others.
    pub squares: bool,
    pub known: &'a ComuneNames,
    /// Also behind words that no list has.
    pub is_anywhere: bool,
    /// The measure of villages: their projects' titles begin with "Borgo".
    pub is_of_villages: bool,
}
