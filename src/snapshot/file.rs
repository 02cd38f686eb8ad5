//! Files that a person names: read only where they are ordinary ones, replaced only where they are
//! ours, and what a run that was killed left beside them.

use super::schema::APPLICATION_ID;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Temporary files begin and end so.
const PREFIX: &str = ".sportello-";
const SUFFIX: &str = ".part";
/// A temporary file this old is nobody's any more.
const OLD: Duration = Duration::from_secs(3_600);
/// Of a PDF or page of ours the beginning or the end says whose it is.
const MOST: u64 = 8 << 20;
/// Bytes of the head of an SQLite file.
const HEAD: u64 = 100;

/// What a PDF and a page of ours say of who made them.
const SHEETS: [&[u8]; 2] = [
    b"/Creator(Sportello)",
    b"name=\"generator\" content=\"Sportello\"",
];

/// What styles and scripts of ours begin with.
const STYLES: &[u8] = b"/* Sportello */";

/// What a page for `man` says.
const MANUAL: &[u8] = b"\n.TH sportello";

/// Whether a path leads to an ordinary file: a pipe or a device would be waited for without end.
///
/// # Errors
/// When it leads to a folder, a pipe, a device, in a circle, or nowhere.
pub fn ordinary(path: &Path) -> Result<(), Error> {
    let meta = fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::PermissionDenied => error,
        // A link that leads to itself.
        _ if fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) => {
            Error::from(ErrorKind::Unsupported)
        }
        _ => error,
    })?;
    match (meta.is_file(), meta.is_dir()) {
        (true, _) => Ok(()),
        (_, true) => Err(ErrorKind::IsADirectory.into()),
        _ => Err(ErrorKind::Unsupported.into()),
    }
}

/// Opens an ordinary file.
///
/// # Errors
/// When it is none, or cannot be read.
pub fn open_ordinary(path: &Path) -> Result<File, Error> {
    ordinary(path)?;
    File::open(path)
}

/// All bytes, at most so many.
///
/// # Errors
/// When there are more, or they cannot be read.
pub fn read_all(from: impl Read, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > most {
        true => Err(ErrorKind::FileTooLarge.into()),
        false => Ok(bytes),
    }
}

/// The text of an ordinary file of at most so many bytes.
///
/// # Errors
/// When it is none, is longer, is no text or cannot be read.
pub fn read_text(path: &Path, most: u64) -> Result<String, Error> {
    let bytes = read_all(open_ordinary(path)?, most)?;
    String::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData.into())
}

/// The digest of an ordinary file, in hexadecimal digits.
///
/// # Errors
/// When it is none, or cannot be read.
pub fn digest(path: &Path) -> Result<String, Error> {
    let mut file = open_ordinary(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => hash.update(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A file beside that which it will become, its owner's alone or as the umask allows. What runs
/// that were killed left there is taken away.
///
/// # Errors
/// When the folder cannot be written.
pub fn beside(folder: &Path, private: bool) -> Result<tempfile::NamedTempFile, Error> {
    sweep(folder, SystemTime::now());
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if !private {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = private;
    builder.tempfile_in(folder)
}

/// What of ours may stand in the place of something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ours {
    /// An archive, of whatever format.
    Archive,
    /// A sheet to take home.
    Sheet,
    /// A page for `man`.
    Manual,
    /// A page of a site, its styles, its script.
    Site,
}

impl Ours {
    /// Whether nothing is lost when a path is written: there is nothing, nothing in it, or what
    /// this program wrote.
    ///
    /// # Errors
    /// When something else stands there, or it cannot be told what.
    pub fn may_replace(self, path: &Path) -> Result<(), Error> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
            Ok(_) => {}
        }
        // An archive is told by its head: the rest is not read for it.
        let most = if self == Ours::Archive { HEAD } else { MOST };
        let mut bytes = Vec::new();
        open_ordinary(path)?.take(most).read_to_end(&mut bytes)?;
        let has = |mark: &&[u8]| memchr::memmem::find(&bytes, mark).is_some();
        let own = match self {
            Ours::Archive => is_archive(&bytes),
            Ours::Sheet => SHEETS.iter().any(has),
            Ours::Manual => has(&MANUAL),
            Ours::Site => has(&SHEETS[1]) || bytes.starts_with(STYLES),
        };
        match bytes.is_empty() || own {
            true => Ok(()),
            false => Err(ErrorKind::AlreadyExists.into()),
        }
    }
}

fn is_archive(bytes: &[u8]) -> bool {
    let id = bytes.get(68..72).map(|id| id == APPLICATION_ID.to_be_bytes());
    bytes.starts_with(b"SQLite format 3\0") && id == Some(true)
}

/// Takes away what runs that were killed left in a folder.
fn sweep(folder: &Path, now: SystemTime) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // A database that was being made has a journal beside it.
        let name = name.trim_end_matches("-journal");
        let is_ours = name.starts_with(PREFIX) && name.ends_with(SUFFIX);
        let old = || {
            let meta = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            now.duration_since(meta.modified().ok()?).ok()
        };
        if is_ours && old().is_some_and(|age| age > OLD) {
            // What cannot be taken away does no harm.
            _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write;

    #[test]
    #[cfg(unix)]
    fn only_ordinary_files_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "x").unwrap();
        std::os::unix::fs::symlink(at("file"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("circle"), at("circle")).unwrap();
        assert!(open_ordinary(&at("file")).is_ok() && open_ordinary(&at("link")).is_ok());
        let kind = |path: &Path| open_ordinary(path).unwrap_err().kind();
        assert_eq!(kind(folder.path()), ErrorKind::IsADirectory);
        assert_eq!(kind(Path::new("/dev/null")), ErrorKind::Unsupported);
        assert_eq!(kind(&at("circle")), ErrorKind::Unsupported);
        assert_eq!(kind(&at("none")), ErrorKind::NotFound);
        let most = |bytes| read_text(&at("file"), bytes).map_err(|e| e.kind());
        assert_eq!((most(1), most(0)), (Ok("x".into()), Err(ErrorKind::FileTooLarge)));
    }

    #[test]
    fn only_what_is_ours_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(Ours::Archive.may_replace(&at("none")).is_ok());
        fs::write(at("empty"), "").unwrap();
        assert!(Ours::Archive.may_replace(&at("empty")).is_ok());
        let mut archive = b"SQLite format 3\0".to_vec();
        archive.resize(100, 0);
        archive[68..72].copy_from_slice(&APPLICATION_ID.to_be_bytes());
        fs::write(at("archive"), &archive).unwrap();
        assert!(Ours::Archive.may_replace(&at("archive")).is_ok());
        // Another program's database, a table, a letter.
        archive[68] = 0;
        for bytes in [&archive[..], b"CUP;Comune\n", b"Dear"] {
            fs::write(at("other"), bytes).unwrap();
            for ours in [Ours::Archive, Ours::Sheet, Ours::Manual, Ours::Site] {
                let error = ours.may_replace(&at("other")).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::AlreadyExists);
            }
        }
        fs::write(at("sheet"), "%PDF /Creator(Sportello)").unwrap();
        assert!(Ours::Sheet.may_replace(&at("sheet")).is_ok());
        assert!(Ours::Archive.may_replace(folder.path()).is_err());
    }

    #[test]
    fn what_a_killed_run_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let ours = [".sportello-a.part", ".sportello-a.part-journal"];
        for name in ours.into_iter().chain(["sportello-a.part", ".sportello-a.csv"]) {
            let mut file = File::create(at(name)).unwrap();
            file.write_all(b"half").unwrap();
        }
        sweep(folder.path(), SystemTime::now());
        assert!(at(".sportello-a.part").exists(), "it may be in use");
        sweep(folder.path(), SystemTime::now() + 2 * OLD);
        assert!(ours.iter().all(|name| !at(name).exists()));
        assert!(at("sportello-a.part").exists() && at(".sportello-a.csv").exists());
    }
}
