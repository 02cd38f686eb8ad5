//! An archive whose digest is right may still have been made to harm: anyone can compute a digest.
//! So it has exactly the tables of the schema, whose pages fit together, SQLite trusts nothing in
//! it, and no query takes more steps, rows or text than a file of its size can need.

use super::error::OpenError;
use super::schema;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Row};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The longest text of a cell, eighty times the nation's; an import cuts what is longer.
const CELL: i32 = 128 << 10;
/// Steps of SQLite's machine between two looks at what is left.
const PACE: i32 = 1_000;
/// Steps for each byte of the file, and for a file however small.
const STEPS: u64 = 16;
const LEAST: u64 = 1_000_000;
/// No row is shorter.
const ROW: u64 = 8;
/// Text that a query of a small file may give: names stand in many rows of a join.
const TEXT: u64 = 4 << 20;
/// A larger file is none of ours: the nation's has a hundredth of it.
pub(super) const LARGEST: u64 = 8 << 30;

pub(super) struct Guard {
    /// Looks that the query at hand may still take.
    left: Arc<AtomicU64>,
    looks: u64,
    bytes: u64,
}

/// What a query may still give.
pub(super) struct Budget {
    rows: u64,
    text: u64,
}

impl Budget {
    /// Whether there is room for one more row.
    pub fn take(&mut self, row: &Row<'_>) -> Result<(), OpenError> {
        self.rows = self.rows.checked_sub(1).ok_or(OpenError::Damaged)?;
        for i in 0..row.as_ref().column_count() {
            if let ValueRef::Text(text) | ValueRef::Blob(text) = row.get_ref(i)? {
                self.text = self
                    .text
                    .checked_sub(text.len() as u64)
                    .ok_or(OpenError::Damaged)?;
            }
        }
        Ok(())
    }
}

impl Guard {
    /// Puts an archive of so many bytes under guard.
    pub fn set(db: &mut Connection, bytes: u64) -> Result<Guard, OpenError> {
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
            (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        ] {
            db.set_db_config(config, on)?;
        }
        for (limit, most) in [
            (Limit::SQLITE_LIMIT_LENGTH, CELL),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
            (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 4),
            (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 0),
        ] {
            db.set_limit(limit, most)?;
        }
        let looks = (LEAST + bytes.saturating_mul(STEPS)) / PACE as u64;
        let left = Arc::new(AtomicU64::new(looks));
        let fuel = Arc::clone(&left);
        let spent = move || {
            fuel.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
                .is_err()
        };
        db.progress_handler(PACE, Some(spent))?;
        // No temporary files, and pages that do not fit together are told.
        let careful = "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;";
        db.execute_batch(careful).map_err(damaged)?;
        if tables(db).map_err(damaged)? != tables(&empty()?)? {
            return Err(OpenError::Damaged);
        }
        Ok(Guard { left, looks, bytes })
    }

    /// A query begins: what it may give.
    pub fn begin(&self) -> Budget {
        self.left.store(self.looks, Ordering::Relaxed);
        Budget {
            rows: 1_000 + self.bytes / ROW,
            text: TEXT + self.bytes,
        }
    }

    /// Whether the pages of the file fit together, and none stands in for several: asked once of a
    /// file that was not seen before.
    pub fn check_pages(&self, db: &Connection) -> Result<(), OpenError> {
        self.begin();
        let says: String = db
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(damaged)?;
        match says.as_str() {
            "ok" => Ok(()),
            _ => Err(OpenError::Damaged),
        }
    }
}

/// An archive with nothing in it.
fn empty() -> rusqlite::Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.execute_batch(&schema::sql())?;
    Ok(db)
}

/// Tables and indexes as they were made.
fn tables(db: &Connection) -> rusqlite::Result<Vec<[Option<String>; 4]>> {
    let mut get =
        db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT 1000")?;
    let rows = get.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    rows.collect()
}

/// What SQLite says of an archive whose tables are no tables.
fn damaged(error: rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        Some(ErrorCode::OutOfMemory) => OpenError::Database(error),
        _ => OpenError::Damaged,
    }
}
