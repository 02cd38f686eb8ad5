//! Opening a snapshot: the bundled one in place, a file after a check, the newest of a folder.

use super::check::{self, Checked};
use super::error::OpenError;
use super::file::open_ordinary;
use super::guard::Guard;
use super::handle::{Origin, Snapshot};
use super::table::source;
use jiff::civil::Date;
use rusqlite::{Connection, MAIN_DB};
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/snapshot.sqlite"));

/// Bytes at the beginning of a file that tell what it is.
const HEAD: usize = 100;

/// A connection that keeps all the statements of one project at hand: the default holds 16, one
/// fewer than a project asks for, and then prepares each of them anew for every project.
fn memory() -> rusqlite::Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(db)
}

impl Snapshot {
    /// The bundled region, in place: no copy and no check (a test checks it).
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn embedded() -> Result<Snapshot, OpenError> {
        let mut db = memory()?;
        db.deserialize_bytes(MAIN_DB, EMBEDDED)?;
        Ok(Snapshot {
            db,
            guard: None,
            origin: Origin::Embedded,
            kept: None,
        })
    }

    /// A file, checked while it is read: into memory, so that the file may be replaced while it is
    /// in use, and only once, for that of the nation is large.
    ///
    /// # Errors
    /// When the file is not there, cannot be read, or is no whole archive of a format that this program knows.
    pub fn open(path: &Path) -> Result<Snapshot, OpenError> {
        let failed = |e: std::io::Error| match e.kind() {
            ErrorKind::NotFound => OpenError::NotFound,
            _ => OpenError::Io(e),
        };
        let mut file = open_ordinary(path).map_err(failed)?;
        let length = file.metadata().map_err(failed)?.len();
        let mut head = Vec::with_capacity(HEAD);
        file.by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(failed)?;
        check::check_head(&head, length)?;
        let mut checked = Checked::new(head.chain(file));
        let size = usize::try_from(length).map_err(|_| OpenError::Damaged)?;
        let mut db = memory()?;
        db.deserialize_read_exact(MAIN_DB, &mut checked, size, true)?;
        checked.verdict()?;
        Ok(Snapshot {
            guard: Some(Guard::set(&mut db, length)?),
            db,
            origin: Origin::File(path.to_owned()),
            kept: None,
        })
    }

    /// The newest valid snapshot among the `*.sqlite` files of a folder, by the newest date of
    /// its sources and then by name; and the files that were passed over, with the reason.
    pub fn newest(folder: &Path) -> (Option<Snapshot>, Vec<(PathBuf, OpenError)>) {
        let mut refused = Vec::new();
        let mut best: Option<(Option<Date>, PathBuf, Snapshot)> = None;
        let files = match fs::read_dir(folder) {
            Ok(files) => files,
            Err(error) if error.kind() == ErrorKind::NotFound => return (None, refused),
            Err(error) => return (None, vec![(folder.to_owned(), OpenError::Io(error))]),
        };
        let mut paths: Vec<PathBuf> = files.flatten().map(|f| f.path()).collect();
        paths.sort();
        for path in paths {
            if path.extension().is_none_or(|e| e != "sqlite") {
                continue;
            }
            match Snapshot::open(&path) {
                Ok(snapshot) => {
                    let date = source::newest(&snapshot).unwrap_or_default();
                    if best.as_ref().is_none_or(|(d, _, _)| date >= *d) {
                        best = Some((date, path, snapshot));
                    }
                }
                Err(error) => refused.push((path, error)),
            }
        }
        (best.map(|(_, _, snapshot)| snapshot), refused)
    }
}
