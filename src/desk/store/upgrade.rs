//! From one format of the file to the next: nothing that was kept is lost.

use rusqlite::{Connection, TransactionBehavior};

/// The format that is written; an older one is brought up to it, a newer one is left alone.
pub const FORMAT: u32 = 3;
const FIRST: &str = include_str!("schema.sql");
/// What each format has more than the one before it.
const LATER: [&str; 2] = [include_str!("upgrade.sql"), include_str!("third.sql")];

/// The tables of a new file.
pub fn create(db: &mut Connection, application: u32) -> rusqlite::Result<()> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    change.execute_batch(FIRST)?;
    change.execute_batch(&LATER.concat())?;
    change.pragma_update(None, "application_id", application)?;
    change.pragma_update(None, "user_version", FORMAT)?;
    change.commit()
}

/// Brings an older file up; another program of ours may have done it meanwhile.
pub fn upgrade(db: &mut Connection) -> rusqlite::Result<()> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: u32 = change.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (format, more) in (1..).zip(LATER) {
        if found <= format {
            change.execute_batch(more)?;
        }
    }
    change.pragma_update(None, "user_version", FORMAT)?;
    change.commit()
}
