//! The file itself: opened, checked, made, put aside.
//!
//! SQLite's journal here is the one that is rolled back, deleted at the end of each change, and not
//! its write-ahead log. With the log what was counted last stands for a while in a second file: who
//! copies or carries `banco.db` on a stick would leave it behind; the log needs memory that programs
//! share, which a folder of the network does not give; and a stick that cannot be written could not
//! even be read. What the log is good at, many readers beside a writer, a desk does not need. A file
//! that comes with a log (another program wrote in it) is brought back.

use super::StoreError;
use super::upgrade::{FORMAT, create, upgrade};
use crate::snapshot::{beside, open_ordinary};
use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// "SpBa": tells our file from another program's.
const APPLICATION: u32 = 0x5370_4261;

/// How long another program may hold the file before the person is told.
const PATIENCE: Duration = Duration::from_millis(800);

/// `None` when there is no file and none is to be made.
pub fn open(path: &Path, make: bool) -> Result<Option<Connection>, StoreError> {
    match open_once(path, make) {
        // Another program of ours may have put a damaged one aside in this moment.
        Err(StoreError::ReadOnly { .. } | StoreError::System { .. } | StoreError::Io { .. }) => {
            open_once(path, make)
        }
        opened => opened,
    }
}

fn open_once(path: &Path, make: bool) -> Result<Option<Connection>, StoreError> {
    match open_ordinary(path) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound && !make => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => prepare(path)?,
        Err(error) => return Err(StoreError::io(path, error)),
    }
    // What people asked for is nobody else's business; a stick that knows no modes has none.
    close(path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let of = |error| StoreError::of(path, error);
    let mut db = Connection::open_with_flags(path, flags).map_err(of)?;
    db.busy_timeout(PATIENCE).map_err(of)?;
    let number = |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, u32>(0));
    let (application, format) = (
        number("application_id").map_err(of)?,
        number("user_version").map_err(of)?,
    );
    if application == APPLICATION && format > FORMAT {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found: format,
            known: FORMAT,
        });
    }
    let damaged = || StoreError::Damaged {
        path: path.to_owned(),
    };
    match (application, format) {
        (APPLICATION, 1..=FORMAT) => {
            let check = "PRAGMA quick_check(1)";
            let says: String = db.query_row(check, [], |row| row.get(0)).map_err(of)?;
            if says != "ok" {
                return Err(damaged());
            }
            // Whoever else holds it keeps the log; then the next start brings it back.
            _ = db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()));
            if format < FORMAT {
                upgrade(&mut db).map_err(of)?;
            }
        }
        // An empty file as well: what stood in it is gone, and that is told.
        _ => return Err(damaged()),
    }
    Ok(Some(db))
}

#[cfg(unix)]
fn close(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    const OTHERS: u32 = 0o077;
    let mode = fs::metadata(path).map(|meta| meta.permissions().mode());
    if let Ok(mode) = mode.map(|mode| mode & 0o777)
        && mode & OTHERS != 0
    {
        _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & !OTHERS));
    }
}

#[cfg(not(unix))]
fn close(_: &Path) {}

/// Makes the folder and the file, which nobody else of the machine can read: beside, then under its
/// name, so that another program of ours never sees half of it.
fn prepare(path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::io(path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    if !folder.exists() {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(failed)?;
    }
    let beside = beside(folder, true).map_err(failed)?;
    let of = |error| StoreError::of(path, error);
    let mut db = Connection::open(beside.path()).map_err(of)?;
    create(&mut db, APPLICATION).map_err(of)?;
    drop(db);
    match beside.persist_noclobber(path) {
        // Another program of ours was first.
        Err(error) if error.error.kind() != ErrorKind::AlreadyExists => Err(failed(error.error)),
        _ => Ok(()),
    }
}

/// What SQLite may leave beside a file of its own.
const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Removes the file, what SQLite left beside it, and the damaged ones.
pub fn erase(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let own = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let Ok(files) = fs::read_dir(folder) else {
        return Ok(());
    };
    for file in files.flatten() {
        let name = file.file_name();
        let name = name.to_str().unwrap_or_default();
        let damaged = name.starts_with("banco-rovinato-");
        let beside = name.strip_prefix(own);
        if damaged || beside.is_some_and(|end| end.is_empty() || BESIDE.contains(&end)) {
            fs::remove_file(file.path()).map_err(|error| StoreError::io(path, error))?;
        }
    }
    Ok(())
}

/// Gives a damaged file, and what SQLite left beside it, another name; says which. Of several
/// programs of ours that found it damaged one does so: the others find the new one in its place.
pub fn put_aside(path: &Path, today: Date) -> Result<Option<PathBuf>, StoreError> {
    // Held until it has its other name. A system without locks has one desk at a time.
    #[cfg(unix)]
    let held = open_ordinary(path);
    #[cfg(unix)]
    if let Ok(held) = &held {
        _ = held.lock();
    }
    if !matches!(open(path, false), Err(StoreError::Damaged { .. })) {
        return Ok(None);
    }
    let name = |n: usize| {
        let more = if n == 0 { String::new() } else { format!("-{n}") };
        path.with_file_name(format!("banco-rovinato-{today}{more}.db"))
    };
    let free = (0..1_000).map(name).find(|aside| !aside.exists());
    let unwritable = || StoreError::ReadOnly {
        path: path.to_owned(),
    };
    let aside = free.ok_or_else(unwritable)?;
    // What stands beside it first: once the file is gone, one of that name is another's.
    for end in BESIDE {
        let with = |file: &Path| {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        if with(path).exists() {
            fs::rename(with(path), with(&aside)).map_err(|_| unwritable())?;
        }
    }
    fs::rename(path, &aside).map_err(|_| unwritable())?;
    Ok(Some(aside))
}
