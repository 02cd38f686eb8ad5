//! Calls, notices and other procedures.

use crate::model::Call;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "call" {
        id, measure, kind, code, title, issuer, audience, opened, closed, status, amount, source
    }
    "FROM call WHERE id = ?1"
}
query! { of_measure: "call" { id } "FROM call WHERE measure = ?1 ORDER BY opened, id" }

/// A call that is there already stays as it is.
pub fn insert(db: &Connection, call: &Call) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "call", for c in [call] => {
        id: c.id, measure: c.measure, kind: c.kind, code: c.code, title: c.title, issuer: c.issuer,
        audience: c.audience, opened: c.opened, closed: c.closed, status: c.status,
        amount: c.amount, source: c.source,
    });
    Ok(())
}

fn call(row: &Row<'_>) -> Result<Call, OpenError> {
    Ok(Call {
        id: row.read(one::id)?,
        measure: row.read(one::measure)?,
        kind: row.read(one::kind)?,
        code: row.read(one::code)?,
        title: row.read(one::title)?,
        issuer: row.read(one::issuer)?,
        audience: row.read(one::audience)?,
        opened: row.read(one::opened)?,
        closed: row.read(one::closed)?,
        status: row.read(one::status)?,
        amount: row.read(one::amount)?,
        source: row.read(one::source)?,
    })
}

/// The call with this id.
pub fn of(snapshot: &Snapshot, id: &str) -> Result<Option<Call>, OpenError> {
    Ok(snapshot.rows(one::SQL, [id], call)?.pop())
}

/// The calls of a measure.
pub fn of_measure(snapshot: &Snapshot, measure: &str) -> Result<Vec<Call>, OpenError> {
    let ids = snapshot.rows(of_measure::SQL, [measure], |row| {
        row.read::<String>(of_measure::id)
    })?;
    let calls = ids.iter().map(|id| of(snapshot, id));
    Ok(calls
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}
