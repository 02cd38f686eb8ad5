//! An archive at hand without names that are not to be shown.

use super::removed::{self, Named};
use super::{OpenError, Origin, Snapshot, WriteError, check};
use crate::model::Removal;
use rusqlite::{Connection, MAIN_DB};

/// An archive without some names.
pub struct Removed {
    pub bytes: Vec<u8>,
    /// Rows that were taken out.
    pub rows: usize,
}

impl Snapshot {
    /// Who is named in the projects of a CUP, and by which place of which table.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn named(&self, cup: &str) -> Result<Vec<Named>, OpenError> {
        Ok(removed::named(&self.db, cup, &self.removals()?)?)
    }

    /// The same archive without some names, as a file; of at most `most` bytes.
    ///
    /// # Errors
    /// When it cannot be read, is larger, or the database refuses.
    pub fn without(&self, removals: &[Removal], most: u64) -> Result<Removed, WriteError> {
        let bytes = self.bytes(most).map_err(|error| match (error, &self.origin) {
            (OpenError::Io(error), Origin::File(path)) => WriteError::Io {
                path: path.clone(),
                error,
            },
            _ => WriteError::Seal,
        })?;
        let mut db = Connection::open_in_memory()?;
        db.deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), false)?;
        let rows = removed::apply(&db, removals)?;
        db.execute(
            "UPDATE meta SET value = ?1 WHERE key = 'checksum'",
            [check::blank()],
        )?;
        db.execute_batch("VACUUM")?;
        let mut bytes = db.serialize(MAIN_DB)?.to_vec();
        check::seal(&mut bytes).ok_or(WriteError::Seal)?;
        Ok(Removed { bytes, rows })
    }
}
