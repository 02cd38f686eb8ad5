//! What the official texts say, as facts.

use crate::model::{BriefFact, Fact, FactKind, ProjectId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "fact" { kind, value, number, source, column }
    "FROM fact WHERE project = ?1 ORDER BY kind, seq"
}
query! { brief: "fact" { project, kind, value, number } "FROM fact ORDER BY project, kind, seq" }

/// Numbered within each kind, so that one fact more moves no fact of another kind.
pub fn insert(db: &Connection, project: ProjectId, facts: &[Fact]) -> rusqlite::Result<()> {
    let mut next = [0i64; FactKind::ALL.len()];
    let mut seq = |kind: FactKind| {
        let seq = &mut next[kind as usize];
        *seq += 1;
        *seq - 1
    };
    insert!(db, "INSERT" "fact", for f in facts => {
        project: project, kind: f.kind, seq: seq(f.kind), value: f.value, number: f.number,
        source: f.source, column: f.column,
    });
    Ok(())
}

/// The facts of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Fact>, OpenError> {
    let mut facts = snapshot.rows(one::SQL, [project], |row| {
        Ok(Fact {
            kind: row.read(one::kind)?,
            value: row.read(one::value)?,
            number: row.read(one::number)?,
            source: row.read(one::source)?,
            column: row.read(one::column)?,
        })
    })?;
    facts.sort_by_key(|f| f.kind);
    Ok(facts)
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The fact of a row.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<BriefFact<'a>, OpenError> {
    Ok(BriefFact {
        kind: row.read(brief::kind)?,
        value: row.str(brief::value)?,
        number: row.read(brief::number)?,
    })
}
