//! What the snapshot is of.

use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Overview, Snapshot};
use rusqlite::Connection;

query! { value: "meta" { value } "FROM meta WHERE key = ?1" }
query! {
    overview: "source" {
        region_name = "(SELECT value FROM meta WHERE key = 'region_name')",
        projects = "(SELECT count(*) FROM project) \
            - (SELECT count(*) FROM place WHERE seq = 0 AND place.region IS NULL AND named IS NULL \
               AND EXISTS (SELECT 1 FROM meta WHERE key = 'region' AND value <> ''))",
        oldest = "min(date)", newest = "max(date)"
    }
    "FROM source WHERE rows > 0 AND \"table\" <> 'istat'"
}

/// Writes a value.
pub fn insert(db: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "meta", for value in [value] => { key: key, value: value });
    Ok(())
}

impl Snapshot {
    /// The value of a key: `region`, `region_name`, `checksum`.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn meta(&self, key: &str) -> Result<Option<String>, OpenError> {
        let mut values = self.rows(value::SQL, [key], |row| row.read(value::value))?;
        Ok(values.pop())
    }

    /// Enough for the first frame.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn overview(&self) -> Result<Overview, OpenError> {
        let mut rows = self.rows(overview::SQL, [], |row| {
            Ok(Overview {
                region_name: row.read::<Option<_>>(overview::region_name)?.unwrap_or_default(),
                projects: row.read(overview::projects)?,
                oldest: row.read(overview::oldest)?,
                newest: row.read(overview::newest)?,
            })
        })?;
        Ok(rows.pop().unwrap_or_default())
    }
}
