//! Values that two sources give otherwise.

use crate::model::{Disagreement, ProjectId};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! {
    one: "disagreement" { field, kind, kept, kept_source, other, other_source }
    "FROM disagreement WHERE project = ?1 ORDER BY field, seq"
}

/// Writes the disagreements of a project.
pub fn insert(db: &Connection, project: ProjectId, all: &[Disagreement]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "disagreement", for (seq, d) in (0..).zip(all) => {
        project: project, field: d.field, seq: seq as i64, kind: d.kind, kept: d.kept,
        kept_source: d.kept_source, other: d.other, other_source: d.other_source,
    });
    Ok(())
}

/// The disagreements of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Disagreement>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(Disagreement {
            field: row.read(one::field)?,
            kind: row.read(one::kind)?,
            kept: row.read(one::kept)?,
            kept_source: row.read(one::kept_source)?,
            other: row.read(one::other)?,
            other_source: row.read(one::other_source)?,
        })
    })
}
