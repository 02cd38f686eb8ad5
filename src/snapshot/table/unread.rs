//! Cells that hold something which could not be read.

use crate::model::{ProjectId, Unread};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! {
    one: "unread" { field, value, source } "FROM unread WHERE project = ?1 ORDER BY field, seq"
}

/// Writes the cells that could not be read of a project.
pub fn insert(db: &Connection, project: ProjectId, unread: &[Unread]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "unread", for (seq, u) in (0..).zip(unread) => {
        project: project, field: u.field, seq: seq as i64, value: u.value, source: u.source,
    });
    Ok(())
}

/// The cells that could not be read of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Unread>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(Unread {
            field: row.read(one::field)?,
            value: row.read(one::value)?,
            source: row.read(one::source)?,
        })
    })
}
