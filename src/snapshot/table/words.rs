//! The words of all texts of a project, as one set, for the search.

use crate::model::ProjectId;
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// A set of fewer words could be read as a text, and stays out.
const FEWEST: usize = 4;

query! { all: "words" { project, words } "FROM words ORDER BY project" }

/// Letters of the longest set: what stands behind them is not searched.
const MOST: usize = 100_000;

/// Writes the search words of a project.
pub fn insert(db: &Connection, project: ProjectId, words: &BTreeSet<String>) -> rusqlite::Result<()> {
    if words.len() < FEWEST {
        return Ok(());
    }
    let mut left = MOST;
    let short = words.iter().map(String::as_str).take_while(|word| {
        left = left.saturating_sub(word.len() + 1);
        left > 0
    });
    let joined = short.collect::<Vec<_>>().join(" ");
    insert!(db, "INSERT" "words", for words in [joined] => { project: project, words: words });
    Ok(())
}

impl Snapshot {
    /// Gives the words of each project that has any, in the order of the ids: folded, sorted,
    /// separated by a blank. They are lent, not copied: an index keeps its own form of them.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn words(&self, mut take: impl FnMut(ProjectId, &str)) -> Result<(), OpenError> {
        self.each(all::SQL, |row| {
            take(row.read(all::project)?, row.str(all::words)?);
            Ok(())
        })
    }
}
