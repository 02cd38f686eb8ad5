//! The register (CSV tables in `data/toscana`) → the bytes of a snapshot.

use rusqlite::{Connection, MAIN_DB, types::Value};
use std::error::Error;
use std::path::Path;

const REGISTER: &str = "toscana";

pub fn build(data: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(include_str!("../src/snapshot/schema.sql"))?;
    db.execute_batch("BEGIN")?;
    for table in tables(&db)? {
        let file = data.join(REGISTER).join(format!("{table}.csv"));
        if file.exists() {
            load(&db, &table, &file).map_err(|e| format!("{}: {e}", file.display()))?;
        }
    }
    db.execute_batch("COMMIT; VACUUM")?;
    Ok(db.serialize(MAIN_DB)?.to_vec())
}

fn tables(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// The header names the columns; an empty cell is NULL where the column allows it.
fn load(db: &Connection, table: &str, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let columns: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
    let required: Vec<bool> = columns
        .iter()
        .map(|column| {
            db.query_row(
                "SELECT \"notnull\" FROM pragma_table_info(?1) WHERE name = ?2",
                [table, column],
                |row| row.get(0),
            )
            .map_err(|_| format!("the schema has no column {column}"))
        })
        .collect::<Result<_, _>>()?;
    let names: Vec<String> = columns.iter().map(|c| format!("\"{c}\"")).collect();
    let marks = vec!["?"; columns.len()].join(",");
    let mut insert = db.prepare(&format!(
        "INSERT INTO \"{table}\" ({}) VALUES ({marks})",
        names.join(",")
    ))?;
    for (line, record) in reader.records().enumerate() {
        let record = record?;
        let values = record.iter().zip(&required).map(|(cell, required)| {
            if cell.is_empty() && !required {
                Value::Null
            } else {
                Value::Text(cell.to_owned())
            }
        });
        insert
            .execute(rusqlite::params_from_iter(values))
            .map_err(|e| format!("line {}: {e}", line + 2))?;
    }
    Ok(())
}
