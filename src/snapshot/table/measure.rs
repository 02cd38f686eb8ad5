//! Measures, with what was spent on them and what the programme's tables say of them.

use crate::model::{Measure, Programme, SourceId, Spending};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    all: "measure" {
        code = "m.code", name = "m.name", measure = "m.measure", measure_name = "m.measure_name",
        mission_name = "m.mission_name", component_name = "m.component_name",
        loan_or_grant = "m.loan_or_grant", administration = "m.administration", total = "m.total",
        source = "m.source", spent = "s.spent", spent_source = "s.source", left = "p.left",
        follows = "p.follows", followed_by = "p.followed_by", programme_source = "p.source"
    }
    "FROM measure m LEFT JOIN spending s ON s.measure = m.code
     LEFT JOIN programme p ON p.measure = m.code ORDER BY m.code"
}

/// Writes a measure.
pub fn insert(db: &Connection, measure: &Measure) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "measure", for m in [measure] => {
        code: m.code, name: m.name, measure: m.measure, measure_name: m.measure_name,
        mission_name: m.mission_name, component_name: m.component_name,
        loan_or_grant: m.loan_or_grant, administration: m.administration, total: m.total,
        source: m.source,
    });
    insert!(db, "INSERT" "spending", for s in &measure.spending => {
        measure: measure.code, spent: s.spent, source: s.source,
    });
    insert!(db, "INSERT" "programme", for p in &measure.programme => {
        measure: measure.code, left: p.left, follows: p.follows, followed_by: p.followed_by,
        source: p.source,
    });
    Ok(())
}

/// All measures.
pub fn all(snapshot: &Snapshot) -> Result<Vec<Measure>, OpenError> {
    snapshot.rows(all::SQL, [], |row| {
        Ok(Measure {
            code: row.read(all::code)?,
            name: row.read(all::name)?,
            measure: row.read(all::measure)?,
            measure_name: row.read(all::measure_name)?,
            mission_name: row.read(all::mission_name)?,
            component_name: row.read(all::component_name)?,
            loan_or_grant: row.read(all::loan_or_grant)?,
            administration: row.read(all::administration)?,
            total: row.read(all::total)?,
            source: row.read(all::source)?,
            spending: spending(row)?,
            programme: programme(row)?,
        })
    })
}

fn spending(row: &Row<'_>) -> Result<Option<Spending>, OpenError> {
    let Some(source) = row.read(all::spent_source)? else {
        return Ok(None);
    };
    let spent = row.read(all::spent)?;
    Ok(Some(Spending { spent, source }))
}

fn programme(row: &Row<'_>) -> Result<Option<Programme>, OpenError> {
    let Some(source) = row.read::<Option<SourceId>>(all::programme_source)? else {
        return Ok(None);
    };
    Ok(Some(Programme {
        left: row.read(all::left)?,
        follows: row.read(all::follows)?,
        followed_by: row.read(all::followed_by)?,
        source,
    }))
}
