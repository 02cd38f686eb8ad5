//! Single words and codes of a project.

use crate::model::{Label, LabelKind, ProjectId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "label" { kind = "l.kind", value = "l.value", source = "l.source", name = "c.name" }
    "FROM label l LEFT JOIN class c ON c.kind = l.kind AND c.code = l.value WHERE l.project = ?1"
}
query! {
    /// What a list needs.
    brief: "label" { project, kind, value }
    "FROM label WHERE kind IN ('nature', 'category', 'cup_status', 'progress') ORDER BY project"
}

/// Writes the labels of a project.
pub fn insert(db: &Connection, project: ProjectId, labels: &[Label]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "label", for l in labels => {
        project: project, kind: l.kind, value: l.value, source: l.source,
    });
    Ok(())
}

/// The labels of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Label>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(Label {
            kind: row.read(one::kind)?,
            value: row.read(one::value)?,
            source: row.read(one::source)?,
            name: row.read(one::name)?,
        })
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The label of a row.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<(LabelKind, &'a str), OpenError> {
    Ok((row.read(brief::kind)?, row.str(brief::value)?))
}
