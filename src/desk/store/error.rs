//! What can be wrong with the file, in one sentence and a way out.

use crate::lang::{Lang, w};
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no data folder")]
    NoFolder,
    #[error("{}: format {found}, this program knows up to {known}", path.display())]
    Newer { path: PathBuf, found: u32, known: u32 },
    #[error("{}: another program holds it", path.display())]
    Locked { path: PathBuf },
    #[error("{}: it cannot be written", path.display())]
    ReadOnly { path: PathBuf },
    #[error("{}: it is damaged", path.display())]
    Damaged { path: PathBuf },
    #[error("{}: the disk is full", path.display())]
    Full { path: PathBuf },
    #[error("{}: {error}", path.display())]
    System { path: PathBuf, error: std::io::Error },
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: String },
}

impl StoreError {
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> StoreError {
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked { path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly { path }
            }
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Damaged { path },
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            _ => StoreError::Io {
                path,
                error: error.to_string(),
            },
        }
    }

    /// What the system says of a file that cannot be opened.
    pub(super) fn io(path: &Path, error: std::io::Error) -> StoreError {
        StoreError::System {
            path: path.to_owned(),
            error,
        }
    }

    pub fn say(&self, lang: Lang) -> String {
        let told;
        let (word, path, why) = match self {
            StoreError::NoFolder => return lang.say(w::DESK_STORE_NO_FOLDER).to_owned(),
            StoreError::Newer { path, .. } => (w::DESK_STORE_NEWER, path, ""),
            StoreError::Locked { path } => (w::DESK_STORE_LOCKED, path, ""),
            StoreError::ReadOnly { path } => (w::DESK_STORE_READ_ONLY, path, ""),
            StoreError::Damaged { path } => (w::DESK_STORE_DAMAGED, path, ""),
            StoreError::Full { path } => (w::DESK_STORE_FULL, path, ""),
            StoreError::System { path, error } => {
                told = lang.why(error);
                (w::DESK_STORE_IO, path, told.as_str())
            }
            // SQLite's own words are English, and for those who make programs.
            StoreError::Io { path, .. } => (w::DESK_STORE_IO, path, lang.say(w::SYSTEM_OTHER)),
        };
        lang.fill(word, &[("file", &path.display().to_string()), ("why", why)])
    }
}
