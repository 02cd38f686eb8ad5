//! An archive that nobody signed says so on every page, first of all.

use super::{Note, Page};
use crate::snapshot::Snapshot;

impl Page {
    /// The page as one of this archive.
    pub fn of(mut self, snapshot: &Snapshot) -> Page {
        if snapshot.is_unsigned {
            self.under.insert(0, Note::Unsigned);
        }
        self
    }
}
