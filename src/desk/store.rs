//! Tally, favourites and notes, in a SQLite file of their own in the person's data folder.
//!
//! The file is opened when it is first needed and made when something is first kept. Whatever is
//! wrong with it is told in one sentence, and the rest of the program goes on without it. Nothing
//! is lost: a damaged file is put aside under another name.

mod error;
mod file;
mod rows;
#[cfg(test)]
mod tests;

pub use error::StoreError;

use super::folders;
use super::item::Item;
use super::tally::{Tally, Theme};
use crate::lang::{Lang, w};
use jiff::civil::Date;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What can be asked of the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    Read,
    /// Keeps it, or keeps it no more.
    Favourite(Item),
    /// The text was checked; an empty one removes the note.
    Note(Item, String),
    /// One person served.
    Count {
        theme: Theme,
        mission: String,
    },
    /// The last person of today was counted by mistake.
    Uncount,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Read,
    Kept,
    Dropped,
    Noted,
    Erased,
    Counted,
    Uncounted,
    /// Nobody was counted today.
    NoneCounted,
}

/// All that the store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// In the order in which they were kept.
    pub favourites: Vec<Item>,
    pub notes: Vec<(Item, String)>,
    /// By day, theme and mission.
    pub tally: Vec<Tally>,
}

pub struct Store {
    path: Option<PathBuf>,
    db: Option<Connection>,
    /// Where a damaged file was put, until it is told.
    aside: Option<PathBuf>,
}

impl Store {
    /// Not `.sqlite`: files of that name are archives.
    pub const FILE: &str = "banco.db";

    /// The person's own; nothing is touched yet.
    pub fn at_home() -> Store {
        Store::new(folders::data().map(|folder| folder.join(Store::FILE)))
    }

    pub fn new(path: Option<PathBuf>) -> Store {
        Store {
            path,
            db: None,
            aside: None,
        }
    }

    /// Does what is asked, then tells all that there is.
    pub fn answer(&mut self, ask: &Ask, today: Date) -> Result<(Done, Contents), StoreError> {
        let write = *ask != Ask::Read;
        self.with(write, today, |db| {
            // One transaction: what is told is what was written.
            let change = db.unchecked_transaction()?;
            let done = rows::apply(&change, ask, today)?;
            let contents = rows::contents(&change)?;
            change.commit()?;
            Ok((done, contents))
        })
        .map(|answer| answer.unwrap_or((Done::Read, Contents::default())))
    }

    /// A sentence on a damaged file that was put aside, once.
    pub fn aside(&mut self, lang: Lang) -> Option<String> {
        let path = self.aside.take()?;
        Some(lang.fill(w::DESK_STORE_ASIDE, &[("file", &path.display().to_string())]))
    }

    /// Runs on the open file; `None` when there is none and nothing is to be written.
    fn with<T>(
        &mut self,
        write: bool,
        today: Date,
        run: impl Fn(&Connection) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let path = self.path.clone().ok_or(StoreError::NoFolder)?;
        // The second time on a new file, should the first be damaged.
        for last in [false, true] {
            let done = match self.connection(&path, write) {
                Ok(None) => return Ok(None),
                Ok(Some(db)) => run(db).map_err(|error| StoreError::of(&path, error)),
                Err(error) => Err(error),
            };
            match done {
                Err(StoreError::Damaged { .. }) if !last => {
                    self.db = None;
                    self.aside = Some(file::put_aside(&path, today)?);
                }
                Err(error) => {
                    self.db = None;
                    return Err(error);
                }
                Ok(value) => return Ok(Some(value)),
            }
        }
        Err(StoreError::Damaged { path })
    }

    fn connection(&mut self, path: &Path, make: bool) -> Result<Option<&Connection>, StoreError> {
        // Someone may have taken the file away: a stick, a clean-up.
        if !path.exists() {
            self.db = None;
        }
        if self.db.is_none() {
            self.db = file::open(path, make)?;
        }
        Ok(self.db.as_ref())
    }
}
