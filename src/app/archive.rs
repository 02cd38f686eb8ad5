//! An open archive: a snapshot, its index, its lists.

use super::lists::{Lists, lists};
use crate::lang::{Lang, w};
use crate::search::Index;
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use std::sync::Arc;

/// Why an archive cannot be read, as a clause: "è rovinato".
pub fn why(error: &OpenError, lang: Lang) -> String {
    match error {
        OpenError::Io(error) => lang.why(error),
        OpenError::NotFound => lang.say(w::SYSTEM_NOT_FOUND).to_owned(),
        _ => lang.say(w::SYSTEM_DAMAGED).to_owned(),
    }
}

/// Read once, asked many times.
pub struct Archive {
    pub snapshot: Snapshot,
    pub index: Index,
    /// What can be chosen by name.
    pub lists: Arc<Lists>,
}

impl Archive {
    /// Reads the catalogue of a snapshot and builds its index.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn load(snapshot: Snapshot) -> Result<Archive, OpenError> {
        let catalogue = Arc::new(snapshot.catalogue()?);
        let index = Index::open(&snapshot, catalogue)?;
        let lists = Arc::new(lists(&index));
        Ok(Archive {
            snapshot,
            index,
            lists,
        })
    }

    /// What the archive holds, in short.
    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue()
    }
}
