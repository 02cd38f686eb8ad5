//! The register (CSV tables in `data/toscana`) → the bytes of a snapshot.

use crate::schema::{self, Presence, Table};
use rusqlite::{Connection, MAIN_DB, types::Value};
use std::error::Error;
use std::path::Path;

const REGISTER: &str = "toscana";

pub fn build(data: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(&schema::sql())?;
    db.execute_batch("BEGIN")?;
    for table in schema::TABLES.iter().filter(|t| !t.official_text) {
        let file = data.join(REGISTER).join(format!("{}.csv", table.name));
        load(&db, table, &file).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    db.execute_batch("COMMIT; VACUUM")?;
    Ok(db.serialize(MAIN_DB)?.to_vec())
}

/// The header names the columns; an empty cell is null where the column may have none.
fn load(db: &Connection, table: &Table, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let columns = reader.headers()?.iter().map(|name| {
        let mut known = table.register();
        known
            .find(|c| c.name == name)
            .ok_or_else(|| format!("there is no column {name}"))
    });
    let columns: Vec<_> = columns.collect::<Result<_, _>>()?;
    let names: Vec<String> = columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
    let marks = vec!["?"; columns.len()].join(",");
    let mut insert = db.prepare(&format!(
        "INSERT INTO \"{}\" ({}) VALUES ({marks})",
        table.name,
        names.join(",")
    ))?;
    for (line, record) in reader.records().enumerate() {
        let record = record?;
        let values = record.iter().zip(&columns).map(|(cell, column)| {
            match cell.is_empty() && column.presence == Presence::Optional {
                true => Value::Null,
                false => Value::Text(cell.to_owned()),
            }
        });
        insert
            .execute(rusqlite::params_from_iter(values))
            .map_err(|e| format!("line {}: {e}", line + 2))?;
    }
    Ok(())
}
