//! Steps of a project's way.

use crate::model::{Phase, ProjectId};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! {
    one: "phase" { code, name, start_planned, start_actual, end_planned, end_actual, source }
    "FROM phase WHERE project = ?1"
}

/// Writes the phases of a project.
pub fn insert(db: &Connection, project: ProjectId, phases: &[Phase]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "phase", for p in phases => {
        project: project, code: p.code, name: p.name, start_planned: p.start_planned,
        start_actual: p.start_actual, end_planned: p.end_planned, end_actual: p.end_actual,
        source: p.source,
    });
    Ok(())
}

/// The phases of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Phase>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(Phase {
            code: row.read(one::code)?,
            name: row.read(one::name)?,
            start_planned: row.read(one::start_planned)?,
            start_actual: row.read(one::start_actual)?,
            end_planned: row.read(one::end_planned)?,
            end_actual: row.read(one::end_actual)?,
            source: row.read(one::source)?,
        })
    })
}
