//! The file itself: opened, checked, made, put aside.

use super::StoreError;
use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// "SpBa": tells our file from another program's.
const APPLICATION: u32 = 0x5370_4261;
/// The format that is written; an older one is brought up to it, a newer one is left alone.
const FORMAT: u32 = 1;
const SCHEMA: &str = include_str!("schema.sql");

/// How long another program may hold the file before the person is told.
const PATIENCE: Duration = Duration::from_millis(800);

/// `None` when there is no file and none is to be made.
pub fn open(path: &Path, make: bool) -> Result<Option<Connection>, StoreError> {
    if !path.exists() {
        if !make {
            return Ok(None);
        }
        if let Some(folder) = path.parent() {
            let failed = |_| StoreError::ReadOnly {
                path: path.to_owned(),
            };
            fs::create_dir_all(folder).map_err(failed)?;
        }
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let of = |error| StoreError::of(path, error);
    let db = Connection::open_with_flags(path, flags).map_err(of)?;
    db.busy_timeout(PATIENCE).map_err(of)?;
    let number = |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, u32>(0));
    let (application, format) = (
        number("application_id").map_err(of)?,
        number("user_version").map_err(of)?,
    );
    if application == APPLICATION && format > FORMAT {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found: format,
            known: FORMAT,
        });
    }
    let tables: u32 = db
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(of)?;
    let damaged = || StoreError::Damaged {
        path: path.to_owned(),
    };
    match (application, format, tables) {
        (APPLICATION, FORMAT, _) => {
            let check = "PRAGMA quick_check(1)";
            let says: String = db.query_row(check, [], |row| row.get(0)).map_err(of)?;
            if says != "ok" {
                return Err(damaged());
            }
        }
        // New, or left empty when the power went.
        (0, 0, 0) => create(&db).map_err(of)?,
        _ => return Err(damaged()),
    }
    Ok(Some(db))
}

fn create(db: &Connection) -> rusqlite::Result<()> {
    db.execute_batch(&format!(
        "BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
    ))
}

/// Gives a damaged file, and what SQLite left beside it, another name; says which.
pub fn put_aside(path: &Path, today: Date) -> Result<PathBuf, StoreError> {
    let name = |n: usize| {
        let more = if n == 0 { String::new() } else { format!("-{n}") };
        path.with_file_name(format!("banco-rovinato-{today}{more}.db"))
    };
    let free = (0..1_000).map(name).find(|aside| !aside.exists());
    let unwritable = || StoreError::ReadOnly {
        path: path.to_owned(),
    };
    let aside = free.ok_or_else(unwritable)?;
    fs::rename(path, &aside).map_err(|_| unwritable())?;
    let beside = |file: &Path| PathBuf::from(format!("{}-journal", file.display()));
    let journal = beside(path);
    if journal.exists() {
        fs::rename(&journal, beside(&aside)).map_err(|_| unwritable())?;
    }
    Ok(aside)
}
