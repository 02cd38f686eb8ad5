//! What the import found wrong.

use crate::model::SourceId;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! { all: "quality" { source, problem, count } "FROM quality ORDER BY source, problem" }

/// Writes how often a problem was met in a source.
pub fn insert(db: &Connection, source: SourceId, problem: &str, count: u64) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "quality", for count in [count] => { source: source, problem: problem, count: count });
    Ok(())
}

impl Snapshot {
    /// What the import found wrong, by source.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn quality(&self) -> Result<Vec<(SourceId, String, u64)>, OpenError> {
        self.rows(all::SQL, [], |row| {
            Ok((
                row.read(all::source)?,
                row.read(all::problem)?,
                row.read(all::count)?,
            ))
        })
    }
}
