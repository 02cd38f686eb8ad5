//! Milestones and targets of the measures.

use crate::model::{Milestone, Submeasure};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;
use std::collections::BTreeMap;

query! {
    all: "milestone" { measure, code, is_target, european, year, quarter, goal, unit, source }
    "FROM milestone ORDER BY measure, year, quarter, code, seq"
}

/// Writes a milestone of a measure.
pub fn insert(db: &Connection, measure: &Submeasure, seq: usize, m: &Milestone) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "milestone", for m in [m] => {
        measure: measure, code: m.code, seq: seq, is_target: m.is_target, european: m.european,
        year: m.year, quarter: m.quarter, goal: m.goal, unit: m.unit, source: m.source,
    });
    Ok(())
}

/// Those of every measure, in order of their term.
pub fn all(snapshot: &Snapshot) -> Result<BTreeMap<Submeasure, Vec<Milestone>>, OpenError> {
    let mut out: BTreeMap<Submeasure, Vec<Milestone>> = BTreeMap::new();
    snapshot.each(all::SQL, |row| {
        let milestone = Milestone {
            code: row.read(all::code)?,
            is_target: row.read(all::is_target)?,
            european: row.read(all::european)?,
            year: row.read(all::year)?,
            quarter: row.read(all::quarter)?,
            goal: row.read(all::goal)?,
            unit: row.read(all::unit)?,
            source: row.read(all::source)?,
        };
        out.entry(row.read(all::measure)?).or_default().push(milestone);
        Ok(())
    })?;
    Ok(out)
}
