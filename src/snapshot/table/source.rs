//! The tables and releases that the facts come from.

use crate::model::Source;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! {
    all: "source" { id, table, name, publisher, date, rows, licence, url, columns }
    "FROM source ORDER BY id"
}
query! { newest: "source" { date = "max(date)" } "FROM source WHERE \"table\" <> 'istat'" }

/// Between the names of columns.
const BETWEEN: &str = "; ";

/// Writes a source.
pub fn insert(db: &Connection, source: &Source) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "source", for s in [source] => {
        id: s.id, table: s.table, name: s.name, publisher: s.publisher, date: s.date, rows: s.rows,
        licence: s.licence, url: s.url, columns: s.columns.join(BETWEEN),
    });
    Ok(())
}

/// All sources.
pub fn all(snapshot: &Snapshot) -> Result<Vec<Source>, OpenError> {
    snapshot.rows(all::SQL, [], |row| {
        let columns = row.str(all::columns)?.split(BETWEEN);
        Ok(Source {
            id: row.read(all::id)?,
            table: row.read(all::table)?,
            name: row.read(all::name)?,
            publisher: row.read(all::publisher)?,
            date: row.read(all::date)?,
            rows: row.read(all::rows)?,
            licence: row.read(all::licence)?,
            url: row.read(all::url)?,
            columns: columns.filter(|c| !c.is_empty()).map(str::to_owned).collect(),
        })
    })
}

/// The newest date of observation.
pub fn newest(snapshot: &Snapshot) -> Result<Option<jiff::civil::Date>, OpenError> {
    let mut dates = snapshot.rows(newest::SQL, [], |row| row.read(newest::date))?;
    Ok(dates.pop().flatten())
}
