//! Tally, favourites and notes, in a SQLite file of their own in the person's data folder.
//!
//! The file is opened when it is first needed and made when something is first kept. Whatever is
//! wrong with it is told in one sentence, and the rest of the program goes on without it. Nothing
//! is lost: a damaged file is put aside under another name.

mod ask;
mod error;
mod file;
mod rows;
mod tally;
#[cfg(test)]
mod tests;
mod upgrade;

pub use ask::{Ask, Contents, Done};
pub use error::StoreError;

use super::folders;
use super::served::Going;
use crate::lang::{Lang, w};
use jiff::civil::Date;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The person's file, opened when it is needed.
pub struct Store {
    path: Option<PathBuf>,
    db: Option<Connection>,
    /// Where a damaged file was put, until it is told.
    aside: Option<PathBuf>,
    /// The visit that goes on.
    pub going: Going,
}

impl Store {
    /// Not `.sqlite`: files of that name are archives.
    pub const FILE: &str = "banco.db";

    /// The person's own; nothing is touched yet.
    pub fn at_home() -> Store {
        Store::new(folders::data().map(|folder| folder.join(Store::FILE)))
    }

    /// At another place, or nowhere.
    pub fn new(path: Option<PathBuf>) -> Store {
        Store {
            path,
            db: None,
            aside: None,
            going: Going::default(),
        }
    }

    /// Does what is asked, then tells all that there is.
    ///
    /// # Errors
    /// When there is no folder for the file, or it is locked, read-only, full, newer or damaged.
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

    /// Takes the file away, and those of before that were damaged: nothing of the desk is left.
    ///
    /// # Errors
    /// When there is no folder, or a file cannot be removed.
    pub fn erase(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone().ok_or(StoreError::NoFolder)?;
        (self.db, self.going) = (None, Going::default());
        file::erase(&path)
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
                    self.aside = file::put_aside(&path, today)?.or(self.aside.take());
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
