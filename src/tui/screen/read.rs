//! A page: a project, a comune, a measure, a word, a table, the archive, the desk. It is read
//! sentence by sentence; Enter on a sentence says how we know it, on a way to another page goes
//! there.

pub mod layout;
pub mod typeset;
pub mod update;
pub mod view;

use crate::lang::Lang;
use crate::sheet::{Page, PartId, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;
use typeset::{Fold, Shown};

#[derive(Clone, Debug)]
pub struct Read {
    pub subject: Subject,
    pub asked: Option<Lang>,
    pub page: Option<Arc<Page>>,
    /// Why there is no page.
    pub failed: Option<String>,
    /// The sentence or line at hand, counted through the page.
    pub selected: usize,
    /// The block whose reasons are shown.
    pub open: Option<usize>,
    /// Answers show their first sentence, but those of these parts.
    pub folded: bool,
    pub unfolded: BTreeSet<usize>,
    pub scroll: usize,
    /// The part that it is to be opened at.
    pub at: Option<PartId>,
}

impl Read {
    /// A page that is still to be asked for.
    pub fn new(subject: Subject) -> Read {
        Read {
            folded: matches!(subject, Subject::Project(_) | Subject::Gathered(_)),
            unfolded: BTreeSet::new(),
            subject,
            asked: None,
            page: None,
            failed: None,
            selected: 0,
            open: None,
            scroll: 0,
            at: None,
        }
    }

    /// What of the page is shown.
    pub fn shown(&self) -> Shown<'_> {
        let fold = match self.folded {
            true => Fold::AllBut(&self.unfolded),
            false => Fold::Nothing,
        };
        Shown {
            open: self.open,
            fold,
            beside: 0,
        }
    }
}
