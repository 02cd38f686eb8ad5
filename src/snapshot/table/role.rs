//! What bodies do in a project.

use super::body;
use crate::model::{Body, ProjectId, Role, SourceId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "role" {
        role = "r.role", source = "r.source", id = "b.id", name = "b.name", tax_code = "b.tax_code",
        form = "b.form", trade = "b.trade", trade_source = "b.trade_source"
    }
    "FROM role r JOIN body b ON b.id = r.body WHERE r.project = ?1 ORDER BY r.role, r.body"
}
query! { brief: "role" { project, role, body } "FROM role ORDER BY project, role, body" }

/// Writes the bodies and their roles of a project.
pub fn insert(
    db: &Connection,
    project: ProjectId,
    bodies: &[(Role, Body, SourceId)],
) -> rusqlite::Result<()> {
    for (_, body, _) in bodies {
        body::insert(db, body)?;
    }
    insert!(db, "INSERT OR IGNORE" "role", for (role, body, source) in bodies => {
        project: project, role: role, body: body.id, source: source,
    });
    Ok(())
}

/// The bodies and their roles of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<(Role, Body, SourceId)>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        let body = Body {
            id: row.read(one::id)?,
            name: row.read(one::name)?,
            tax_code: row.read(one::tax_code)?,
            form: row.read(one::form)?,
            trade: body::trade(row.read(one::trade)?, row.read(one::trade_source)?),
        };
        Ok((row.read(one::role)?, body, row.read(one::source)?))
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The role and the body of a row.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<(Role, &'a str), OpenError> {
    Ok((row.read(brief::role)?, row.str(brief::body)?))
}
