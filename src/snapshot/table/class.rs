//! Official names of codes.

use crate::snapshot::catalogue::Class;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! {
    /// The kinds that lists and filters use.
    brief: "class" { kind, code, name }
    "FROM class WHERE kind IN ('nature', 'category') ORDER BY kind, code"
}

/// A name that is there already stays as it is.
pub fn insert(db: &Connection, kind: &str, code: &str, name: &str) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "class", for name in [name] => { kind: kind, code: code, name: name });
    Ok(())
}

/// All classes, as a search needs them.
pub fn briefs(snapshot: &Snapshot) -> Result<Vec<Class>, OpenError> {
    snapshot.rows(brief::SQL, [], |row| {
        Ok(Class {
            kind: row.read(brief::kind)?,
            code: row.read(brief::code)?,
            name: row.read(brief::name)?,
        })
    })
}
