//! Opening a snapshot: the bundled one in place, a file after a check, the newest of a folder.

use super::check::{self, Checked};
use super::error::OpenError;
use super::file::{open_ordinary, read_all};
use super::guard::Guard;
use super::handle::{Origin, Snapshot};
use super::ready::Found;
use super::schema::{Kind, TABLES};
use super::table::{meta, source};
use crate::model::LICENCE_UNDECLARED;
use jiff::civil::Date;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/snapshot.sqlite"));

/// Bytes at the beginning of a file that tell what it is.
const HEAD: usize = 100;

/// Keeps all the statements of one project at hand: the default holds 16, one fewer than a project
/// asks for, and then prepares each of them anew for every project.
fn ready_for_many(db: Connection) -> Connection {
    db.set_prepared_statement_cache_capacity(64);
    db
}

/// What SQLite calls a file that nobody changes: it then looks for no journal beside it.
fn address(path: &Path) -> String {
    uri(
        path.as_os_str().as_encoded_bytes(),
        path.is_absolute(),
        cfg!(windows),
    )
}

fn uri(path: &[u8], is_absolute: bool, windows: bool) -> String {
    // A folder of the network begins with its own two bars, a drive with none.
    let drive = windows && !path.starts_with(br"\\");
    let mut out = String::from(match (is_absolute, drive) {
        (false, _) => "file:",
        (true, false) => "file://",
        (true, true) => "file:///",
    });
    for byte in path {
        match byte {
            b'\\' if windows => out.push('/'),
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                out.push(char::from(*byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out + "?immutable=1"
}

/// The bundled region as a file of its own: with the checksum that a file must have.
fn sealed() -> Result<Vec<u8>, OpenError> {
    let mut db = Connection::open_in_memory()?;
    db.deserialize_read_exact(MAIN_DB, EMBEDDED, EMBEDDED.len(), false)?;
    meta::insert(&db, "checksum", &check::blank())?;
    let mut bytes = db.serialize(MAIN_DB)?.to_vec();
    check::seal(&mut bytes).ok_or(OpenError::Damaged)?;
    Ok(bytes)
}

impl Snapshot {
    /// The bundled region, in place: no copy and no check (a test checks it).
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn embedded() -> Result<Snapshot, OpenError> {
        let mut db = ready_for_many(Connection::open_in_memory()?);
        db.deserialize_bytes(MAIN_DB, EMBEDDED)?;
        Ok(Snapshot {
            db,
            guard: None,
            origin: Origin::Embedded,
            is_unsigned: false,
            site: None,
            kept: None,
        })
    }

    /// A file, read in place: that of the nation is large, and little of it is needed at a time.
    ///
    /// # Errors
    /// When the file is not there, cannot be read, or is no whole archive of a format that this program knows.
    pub fn open(path: &Path) -> Result<Snapshot, OpenError> {
        Snapshot::open_kept(path, None)
    }

    /// The same, where what is kept of archives stands in a folder: also that a file was found
    /// whole, as long as nobody writes to it.
    ///
    /// # Errors
    /// As [`Snapshot::open`].
    pub fn open_kept(path: &Path, kept: Option<&Path>) -> Result<Snapshot, OpenError> {
        let failed = |e: std::io::Error| match e.kind() {
            ErrorKind::NotFound => OpenError::NotFound,
            _ => OpenError::Io(e),
        };
        let mut file = open_ordinary(path).map_err(failed)?;
        let meta = file.metadata().map_err(failed)?;
        let mut head = Vec::with_capacity(HEAD);
        file.by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(failed)?;
        check::check_head(&head, meta.len())?;
        let found = Found::new(path, &meta);
        let known = found.is_known(kept);
        if !known {
            let mut checked = Checked::new(head.chain(file));
            std::io::copy(&mut checked, &mut std::io::sink()).map_err(failed)?;
            checked.verdict()?;
        }
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = ready_for_many(Connection::open_with_flags(address(path), flags)?);
        let guard = Guard::set(&mut db, meta.len())?;
        if !known {
            guard.check_pages(&db)?;
            found.remember(kept);
        }
        Ok(Snapshot {
            guard: Some(guard),
            db,
            origin: Origin::File(path.to_owned()),
            is_unsigned: false,
            site: None,
            kept: kept.map(Path::to_owned),
        })
    }

    /// The same, of a package that nobody signed.
    pub fn unsigned(self, is_unsigned: bool) -> Snapshot {
        Snapshot { is_unsigned, ..self }
    }

    /// All bytes of the file that it is, or would be; at most so many.
    ///
    /// # Errors
    /// When the file cannot be read any more, or is larger.
    pub fn bytes(&self, most: u64) -> Result<Vec<u8>, OpenError> {
        match &self.origin {
            Origin::Embedded => sealed(),
            Origin::File(path) => {
                let read = open_ordinary(path).and_then(|file| read_all(file, most));
                read.map_err(OpenError::Io)
            }
        }
    }

    /// The same archive, in memory, without what stands in a table of which no licence is declared.
    ///
    /// # Errors
    /// When it cannot be read, or is larger than `most`.
    pub fn licensed(&self, most: u64) -> Result<Snapshot, OpenError> {
        let bytes = self.bytes(most)?;
        let mut db = Connection::open_in_memory()?;
        db.deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), false)?;
        let undeclared = "SELECT id FROM source WHERE licence = ?1";
        for table in TABLES {
            for column in table.columns.iter().filter(|column| column.kind == Kind::Source) {
                let (table, column) = (table.name, column.name);
                let sql = format!("DELETE FROM \"{table}\" WHERE \"{column}\" IN ({undeclared})");
                db.execute(&sql, [LICENCE_UNDECLARED])?;
            }
        }
        db.execute("DELETE FROM source WHERE licence = ?1", [LICENCE_UNDECLARED])?;
        let mut db = ready_for_many(db);
        let guard = Guard::set(&mut db, bytes.len() as u64)?;
        Ok(Snapshot {
            guard: Some(guard),
            db,
            origin: Origin::Embedded,
            is_unsigned: self.is_unsigned,
            site: None,
            kept: None,
        })
    }

    /// The newest day of its sources.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn newest_day(&self) -> Result<Option<Date>, OpenError> {
        source::newest(self)
    }

    /// The newest valid snapshot among the `*.sqlite` files of a folder, by the newest date of
    /// its sources and then by name; and the files that were passed over, with the reason. `kept`
    /// as in [`Snapshot::open_kept`].
    pub fn newest(folder: &Path, kept: Option<&Path>) -> (Option<Snapshot>, Vec<(PathBuf, OpenError)>) {
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
            match Snapshot::open_kept(&path, kept) {
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

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn drives_and_folders_of_a_network_are_named_as_sqlite_wants() {
        for (path, absolute, windows, wanted) in [
            ("/tmp/a b?.sqlite", true, false, "file:///tmp/a%20b%3F.sqlite"),
            ("a.sqlite", false, false, "file:a.sqlite"),
            (r"C:\a b\c.sqlite", true, true, "file:///C%3A/a%20b/c.sqlite"),
            (
                r"\\server\home\c.sqlite",
                true,
                true,
                "file:////server/home/c.sqlite",
            ),
            (r"a\c.sqlite", false, true, "file:a/c.sqlite"),
        ] {
            let said = uri(path.as_bytes(), absolute, windows);
            assert_eq!(said, format!("{wanted}?immutable=1"), "{path}");
        }
    }
}
