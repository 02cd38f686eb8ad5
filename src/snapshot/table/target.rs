//! What a project must reach, and what it reports.

use super::class;
use crate::model::{IndicatorRow, ProjectId, Target};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "target" {
        indicator = "t.indicator", name = "c.name", unit = "t.unit", planned = "t.planned",
        achieved = "t.achieved", year = "t.year", month = "t.month", source = "t.source"
    }
    "FROM target t LEFT JOIN class c ON c.kind = 'indicator' AND c.code = t.indicator
     WHERE t.project = ?1 ORDER BY t.indicator, t.seq"
}
query! {
    brief: "target" { project, indicator, planned, achieved } "FROM target ORDER BY project, indicator, seq"
}

/// Writes the targets of a project.
pub fn insert(db: &Connection, project: ProjectId, targets: &[Target]) -> rusqlite::Result<()> {
    for t in targets {
        class::insert(db, "indicator", &t.indicator, &t.name)?;
    }
    insert!(db, "INSERT" "target", for (seq, t) in (0..).zip(targets) => {
        project: project, indicator: t.indicator, seq: seq as i64, unit: t.unit, planned: t.planned,
        achieved: t.achieved, year: t.year, month: t.month, source: t.source,
    });
    Ok(())
}

/// The targets of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Target>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        Ok(Target {
            indicator: row.read(one::indicator)?,
            name: row.read::<Option<_>>(one::name)?.unwrap_or_default(),
            unit: row.read(one::unit)?,
            planned: row.read(one::planned)?,
            achieved: row.read(one::achieved)?,
            year: row.read(one::year)?,
            month: row.read(one::month)?,
            source: row.read(one::source)?,
        })
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The indicator of a row, what is planned and what is reported.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<IndicatorRow<'a>, OpenError> {
    Ok((
        row.str(brief::indicator)?,
        row.read(brief::planned)?,
        row.read(brief::achieved)?,
    ))
}
