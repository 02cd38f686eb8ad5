//! Funding and payments.

use crate::model::{AmountKind, Cents, Fund, Observed, ProjectId, SourceId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

pub type Amount = (AmountKind, Fund, Observed<Cents>);

query! { one: "amount" { kind, fund, cents, source } "FROM amount WHERE project = ?1" }
query! {
    /// What a list needs.
    brief: "amount" { project, kind, fund, cents, source }
    "FROM amount WHERE kind <> 'of_cup' AND fund IN ('total', 'pnrr', 'pnc') ORDER BY project"
}

/// Writes the amounts of a project.
pub fn insert(db: &Connection, project: ProjectId, amounts: &[Amount]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "amount", for (kind, fund, amount) in amounts => {
        project: project, kind: kind, fund: fund, cents: amount.value, source: amount.source,
    });
    Ok(())
}

/// The amounts of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Amount>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        let (value, source) = (row.read(one::cents)?, row.read(one::source)?);
        Ok((
            row.read(one::kind)?,
            row.read(one::fund)?,
            Observed { value, source },
        ))
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The amount of a row.
pub fn brief(row: &Row<'_>) -> Result<(AmountKind, Fund, Cents, SourceId), OpenError> {
    Ok((
        row.read(brief::kind)?,
        row.read(brief::fund)?,
        row.read(brief::cents)?,
        row.read(brief::source)?,
    ))
}
