//! A snapshot as a register: one plain CSV table for each of its tables and a Frictionless
//! `datapackage.json`. A register holds facts only: official titles and texts stay out.

use super::write::{WriteError, save};
use super::{OpenError, Snapshot};
use rusqlite::types::ValueRef;
use serde_json::{Value, json};
use std::path::Path;

/// Tables and columns of official text.
const TEXT_TABLES: &[&str] = &["official_text"];
const TEXT_COLUMNS: &[(&str, &str)] = &[("call", "title"), ("tender", "object")];

#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("the table cannot be written as CSV: {0}")]
    Csv(#[from] csv::Error),
}

impl From<rusqlite::Error> for RegisterError {
    fn from(error: rusqlite::Error) -> RegisterError {
        RegisterError::Open(error.into())
    }
}

impl Snapshot {
    /// Writes the register into a folder, table by table; yields each table's name and rows.
    pub fn write_register(&self, folder: &Path) -> Result<Vec<(String, usize)>, RegisterError> {
        std::fs::create_dir_all(folder).map_err(|error| WriteError::Io {
            path: folder.to_owned(),
            error,
        })?;
        let mut written = Vec::new();
        let mut resources = Vec::new();
        for table in self.tables()? {
            if TEXT_TABLES.contains(&table.as_str()) {
                continue;
            }
            let fields = self.fields(&table)?;
            let (bytes, rows) = self.table_csv(&table, &fields)?;
            let file = format!("{table}.csv");
            save(&folder.join(&file), &bytes)?;
            resources.push(resource(&table, &file, &fields));
            written.push((table, rows));
        }
        let package = self.package(resources)?;
        let mut text = serde_json::to_vec_pretty(&package).unwrap_or_default();
        text.push(b'\n');
        save(&folder.join("datapackage.json"), &text)?;
        Ok(written)
    }

    fn tables(&self) -> Result<Vec<String>, OpenError> {
        let mut get = self
            .db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
        let rows = get.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn fields(&self, table: &str) -> Result<Vec<Field>, OpenError> {
        let mut get = self
            .db
            .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)")?;
        let rows = get.query_map([table], |row| {
            Ok(Field {
                name: row.get(0)?,
                kind: row.get(1)?,
                required: row.get(2)?,
                key: row.get(3)?,
            })
        })?;
        let all: Vec<Field> = rows.collect::<Result<_, _>>()?;
        Ok(all
            .into_iter()
            .filter(|f| !TEXT_COLUMNS.contains(&(table, f.name.as_str())))
            .collect())
    }

    fn table_csv(&self, table: &str, fields: &[Field]) -> Result<(Vec<u8>, usize), RegisterError> {
        let columns: Vec<String> = fields.iter().map(|f| format!("\"{}\"", f.name)).collect();
        let mut keys: Vec<&Field> = fields.iter().filter(|f| f.key > 0).collect();
        keys.sort_by_key(|f| f.key);
        let order: Vec<String> = keys.iter().map(|f| format!("\"{}\"", f.name)).collect();
        // The checksum is of the file that this register came from, not of the register.
        let only = if table == "meta" {
            "WHERE key <> 'checksum'"
        } else {
            ""
        };
        let sql = format!(
            "SELECT {} FROM \"{table}\" {only} ORDER BY {}",
            columns.join(","),
            order.join(",")
        );
        let mut get = self.db.prepare(&sql)?;
        let mut rows = get.query([])?;
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(fields.iter().map(|f| &f.name))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            for i in 0..fields.len() {
                match row.get_ref(i)? {
                    ValueRef::Null => out.write_field("")?,
                    ValueRef::Integer(n) => out.write_field(n.to_string())?,
                    ValueRef::Real(x) => out.write_field(x.to_string())?,
                    ValueRef::Text(text) | ValueRef::Blob(text) => out.write_field(text)?,
                }
            }
            out.write_record(None::<&[u8]>)?;
            count += 1;
        }
        let bytes = out
            .into_inner()
            .map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))?;
        Ok((bytes, count))
    }

    fn package(&self, resources: Vec<Value>) -> Result<Value, RegisterError> {
        let mut get = self
            .db
            .prepare("SELECT name, publisher, date, rows, licence, url FROM source ORDER BY id")?;
        let sources = get.query_map([], |row| {
            Ok(json!({
                "title": row.get::<_, String>(0)?, "publisher": row.get::<_, String>(1)?,
                "date": row.get::<_, Option<String>>(2)?, "rows": row.get::<_, i64>(3)?,
                "licence": row.get::<_, String>(4)?, "path": row.get::<_, String>(5)?,
            }))
        })?;
        let sources: Vec<Value> = sources.collect::<Result<_, _>>()?;
        let region = self.meta("region_name")?.unwrap_or_default();
        Ok(json!({
            "profile": "tabular-data-package",
            "name": format!("sportello-{}", region.to_lowercase().replace([' ', '\'', '-'], "-")),
            "title": format!("PNRR and PNC projects, {region}: facts"),
            "description": "Amounts are integer euro cents; dates are ISO 8601; source is the id of the table source.",
            "licenses": [{ "name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/" }],
            "sources": sources,
            "resources": resources,
        }))
    }
}

/// A column of a table.
struct Field {
    name: String,
    kind: String,
    required: bool,
    /// 1-based place in the primary key, or 0.
    key: i64,
}

fn resource(table: &str, file: &str, fields: &[Field]) -> Value {
    let mut keys: Vec<&Field> = fields.iter().filter(|f| f.key > 0).collect();
    keys.sort_by_key(|f| f.key);
    let keys: Vec<&str> = keys.iter().map(|f| f.name.as_str()).collect();
    let columns: Vec<Value> = fields
        .iter()
        .map(|f| {
            let kind = match f.kind.as_str() {
                "INTEGER" => "integer",
                "REAL" => "number",
                _ => "string",
            };
            match f.required {
                true => {
                    json!({ "name": f.name, "type": kind, "constraints": { "required": true } })
                }
                false => json!({ "name": f.name, "type": kind }),
            }
        })
        .collect();
    json!({
        "profile": "tabular-data-resource", "name": table.replace('_', "-"), "path": file, "encoding": "utf-8",
        "schema": { "fields": columns, "primaryKey": keys },
    })
}
