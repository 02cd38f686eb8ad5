//! Public bodies and companies.

use crate::model::{Body, BodyId, SourceId, Trade};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! { all: "body" { id, name, tax_code, form } "FROM body ORDER BY id" }

/// A body that is there already stays as it is.
pub fn insert(db: &Connection, body: &Body) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "body", for b in [body] => {
        id: b.id, name: b.name, tax_code: b.tax_code, form: b.form,
        trade: b.trade.as_ref().map(|t| t.code.as_str()),
        trade_source: b.trade.as_ref().map(|t| t.source),
    });
    Ok(())
}

/// What a body does, where both cells are filled.
pub fn trade(code: Option<String>, source: Option<SourceId>) -> Option<Trade> {
    Some(Trade {
        code: code?,
        source: source?,
    })
}

/// All bodies; what they do is told on the page of a project alone.
pub fn all(snapshot: &Snapshot) -> Result<Vec<Body>, OpenError> {
    snapshot.rows(all::SQL, [], |row| {
        Ok(Body {
            id: BodyId(row.read(all::id)?),
            name: row.read(all::name)?,
            tax_code: row.read(all::tax_code)?,
            form: row.read(all::form)?,
            trade: None,
        })
    })
}
