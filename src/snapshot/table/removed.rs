//! Names that are not shown.

use crate::model::Removal;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    all: "removed" { table, cup, role, position, of }
    "FROM removed ORDER BY \"table\", cup, role, position"
}
query! { of_cup: "removed" { count = "count(*)" } "FROM removed WHERE cup = ?1 AND cup <> ''" }

/// Writes which names are not shown; one that was written already stays.
pub fn insert(db: &Connection, removals: &[Removal]) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "removed", for r in removals => {
        table: r.table, cup: r.cup, role: r.role, position: r.position, of: r.of,
    });
    Ok(())
}

/// All of them, where a snapshot is being made.
pub fn written(db: &Connection) -> rusqlite::Result<Vec<Removal>> {
    let mut statement = db.prepare(all::SQL)?;
    let rows = statement.query_map([], |row| {
        Ok(Removal {
            table: row.get(all::table.at)?,
            cup: row.get(all::cup.at)?,
            role: row.get(all::role.at)?,
            position: row.get(all::position.at)?,
            of: row.get(all::of.at)?,
        })
    })?;
    rows.collect()
}

/// How many names of a CUP are not shown.
pub fn count(snapshot: &Snapshot, cup: &str) -> Result<usize, OpenError> {
    let counted = snapshot.rows(of_cup::SQL, [cup], |row| row.read(of_cup::count))?;
    Ok(counted.into_iter().next().unwrap_or_default())
}

impl Snapshot {
    /// Names that are not shown.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn removals(&self) -> Result<Vec<Removal>, OpenError> {
        self.rows(all::SQL, [], |row: &Row<'_>| {
            Ok(Removal {
                table: row.read(all::table)?,
                cup: row.read(all::cup)?,
                role: row.read(all::role)?,
                position: row.read(all::position)?,
                of: row.read(all::of)?,
            })
        })
    }
}
