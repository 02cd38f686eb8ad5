//! From one format of the file to the next: nothing that was kept is lost.

use rusqlite::{Connection, TransactionBehavior};

/// The format that is written; an older one is brought up to it, a newer one is left alone.
pub const FORMAT: u32 = 2;
const FIRST: &str = include_str!("schema.sql");
const SECOND: &str = include_str!("upgrade.sql");

/// The tables of a new file.
pub fn create(db: &mut Connection, application: u32) -> rusqlite::Result<()> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    change.execute_batch(FIRST)?;
    change.execute_batch(SECOND)?;
    change.pragma_update(None, "application_id", application)?;
    change.pragma_update(None, "user_version", FORMAT)?;
    change.commit()
}

/// Brings a file of the first format up; another program of ours may have done it meanwhile.
pub fn upgrade(db: &mut Connection) -> rusqlite::Result<()> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: u32 = change.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found == 1 {
        change.execute_batch(SECOND)?;
        change.pragma_update(None, "user_version", FORMAT)?;
    }
    change.commit()
}
