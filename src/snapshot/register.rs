//! A snapshot as a register: one plain CSV table for each of its tables and a Frictionless
//! `datapackage.json`. A register holds facts only: official titles and texts stay out.

use super::file::read_text;
use super::guard::Guard;
use super::schema::{self, Column, Kind, Presence, Table};
use super::write::{WriteError, save};
use super::{OpenError, Snapshot};
use crate::text::clean::tame;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value, json};
use std::path::Path;

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
    ///
    /// # Errors
    /// When the archive cannot be read or the folder not be written.
    pub fn write_register(&self, folder: &Path) -> Result<Vec<(String, usize)>, RegisterError> {
        std::fs::create_dir_all(folder).map_err(|error| WriteError::Io {
            path: folder.to_owned(),
            error,
        })?;
        let tables = || schema::TABLES.iter().filter(|t| !t.official_text);
        may_write(folder, tables().map(file_of))?;
        // First, for it says whose the tables are, should the rest not come to be.
        let package = self.package(tables().map(resource).collect())?;
        let text = serde_json::to_string_pretty(&package).unwrap_or_default() + "\n";
        save(&folder.join(PACKAGE), tame(&text).as_bytes())?;
        let mut written = Vec::new();
        for table in tables() {
            let (bytes, rows) = self.table_csv(table)?;
            save(&folder.join(file_of(table)), &bytes)?;
            written.push((table.name.to_owned(), rows));
        }
        Ok(written)
    }

    fn table_csv(&self, table: &Table) -> Result<(Vec<u8>, usize), RegisterError> {
        let names: Vec<&str> = table.register().map(|c| c.name).collect();
        let quoted = |names: &[&str]| format!("\"{}\"", names.join("\", \""));
        // The checksum is of the file that this register came from, not of the register.
        let only = match table.name {
            "meta" => "WHERE key <> 'checksum'",
            _ => "",
        };
        let sql = format!(
            "SELECT {} FROM \"{}\" {only} ORDER BY {}",
            quoted(&names),
            table.name,
            quoted(table.key)
        );
        let mut get = self.db.prepare(&sql)?;
        let mut budget = self.guard.as_ref().map(Guard::begin);
        let mut rows = get.query([])?;
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(&names)?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            if let Some(budget) = &mut budget {
                budget.take(row)?;
            }
            for i in 0..names.len() {
                match row.get_ref(i)? {
                    ValueRef::Null => out.write_field("")?,
                    ValueRef::Integer(n) => out.write_field(n.to_string())?,
                    ValueRef::Real(x) => out.write_field(x.to_string())?,
                    ValueRef::Text(text) | ValueRef::Blob(text) => {
                        out.write_field(tame(&String::from_utf8_lossy(text)).as_bytes())?
                    }
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
        let sources: Vec<Value> = super::table::source::all(self)?
            .into_iter()
            .map(|s| {
                json!({
                    "title": s.name, "publisher": s.publisher, "date": s.date, "rows": s.rows,
                    "licence": s.licence, "path": s.url,
                })
            })
            .collect();
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

const PACKAGE: &str = "datapackage.json";

/// A folder is written where it is a register, or has none of its names: nobody's table is lost.
fn may_write(folder: &Path, names: impl Iterator<Item = String>) -> Result<(), WriteError> {
    let package = read_text(&folder.join(PACKAGE), 8 << 20).unwrap_or_default();
    if package.contains("\"name\": \"sportello-") {
        return Ok(());
    }
    let paths = names.chain([PACKAGE.to_owned()]).map(|name| folder.join(name));
    match paths.into_iter().find(|path| path.symlink_metadata().is_ok()) {
        None => Ok(()),
        Some(path) => Err(WriteError::Io {
            path,
            error: std::io::ErrorKind::AlreadyExists.into(),
        }),
    }
}

fn file_of(table: &Table) -> String {
    format!("{}.csv", table.name)
}

fn name_of(table: &str) -> String {
    table.replace('_', "-")
}

fn resource(table: &Table) -> Value {
    let fields: Vec<Value> = table.register().map(field).collect();
    let links: Vec<Value> = table.register().filter_map(link).collect();
    let mut schema = json!({ "fields": fields, "primaryKey": table.key });
    if !links.is_empty() {
        schema["foreignKeys"] = links.into();
    }
    json!({
        "profile": "tabular-data-resource", "name": name_of(table.name), "path": file_of(table),
        "description": table.about, "encoding": "utf-8", "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text | Kind::Project => "string",
        Kind::Date => "date",
        Kind::Integer | Kind::Cents | Kind::Source => "integer",
        Kind::Number => "number",
        Kind::Flag => "boolean",
    };
    let mut out = Map::new();
    out.insert("name".into(), column.name.into());
    out.insert("type".into(), kind.into());
    out.insert("description".into(), column.about.into());
    if column.kind == Kind::Flag {
        out.insert("trueValues".into(), json!(["1"]));
        out.insert("falseValues".into(), json!(["0"]));
    }
    if column.presence == Presence::Always {
        out.insert("constraints".into(), json!({ "required": true }));
    }
    out.into()
}

/// Sources and projects are named by the keys of their tables.
fn link(column: &Column) -> Option<Value> {
    let table = match column.kind {
        Kind::Source => "source",
        Kind::Project => "project",
        _ => return None,
    };
    let reference = json!({ "resource": name_of(table), "fields": "id" });
    Some(json!({ "fields": column.name, "reference": reference }))
}
