//! Dates of a project.

use crate::model::{ProjectDate, ProjectDateKind, ProjectId, SourceId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use jiff::civil::Date;
use rusqlite::{Connection, Row};

query! { one: "date" { kind, value, source } "FROM date WHERE project = ?1" }
query! { brief: "date" { project, kind, value, source } "FROM date ORDER BY project" }

/// Writes the dates of a project.
pub fn insert(db: &Connection, project: ProjectId, dates: &[ProjectDate]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "date", for d in dates => {
        project: project, kind: d.kind, value: d.value, source: d.source,
    });
    Ok(())
}

/// The dates of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<ProjectDate>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(ProjectDate {
            kind: row.read(one::kind)?,
            value: row.read(one::value)?,
            source: row.read(one::source)?,
        })
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The date of a row.
pub fn brief(row: &Row<'_>) -> Result<(ProjectDateKind, Date, SourceId), OpenError> {
    Ok((
        row.read(brief::kind)?,
        row.read(brief::value)?,
        row.read(brief::source)?,
    ))
}
