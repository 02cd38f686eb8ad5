//! An open archive: a snapshot, its index, its lists.

use super::lists::{Lists, lists};
use crate::search::Index;
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use std::sync::Arc;

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
