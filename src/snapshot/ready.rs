//! What a start needs of an archive, kept in a file so that it is not made again at every start.
//! The file is of one archive and of one build of the program: for any other there is none. Where
//! none can be kept (a home that cannot be written, a full disk) all is made anew, every time.

use super::OpenError;
use super::file;
use super::handle::{Origin, Snapshot};
use super::pack::{Pack, Unpack};
use sha2::{Digest, Sha256};
use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const SUFFIX: &str = ".ready";
/// Files that are kept: the newest ones.
const KEPT: usize = 3;
/// Says that a file was found whole; there is nothing in it.
const WHOLE: &str = ".whole";
const REMEMBERED: usize = 50;

impl Snapshot {
    /// Names the folder where what a start needs is kept.
    pub fn kept_in(self, folder: Option<PathBuf>) -> Snapshot {
        Snapshot { kept: folder, ..self }
    }

    /// Names the site that has its pages.
    pub fn on_the_web(self, site: Option<String>) -> Snapshot {
        Snapshot { site, ..self }
    }

    /// The folder.
    pub fn kept(&self) -> Option<&PathBuf> {
        self.kept.as_ref()
    }

    /// What is kept of this archive.
    pub fn ready(&self) -> Option<Unpack> {
        let path = self.ready_path().ok()??;
        Unpack::new(file::open_ordinary(&path).ok()?).ok()
    }

    /// Keeps what `write` writes, whole or not at all, and the newest of what was kept before.
    ///
    /// # Errors
    /// When the archive cannot be read or nothing can be written.
    pub fn make_ready(
        &self,
        write: impl FnOnce(&mut Pack<&mut BufWriter<&File>>) -> io::Result<()>,
    ) -> Result<(), OpenError> {
        let Some(path) = self.ready_path()? else {
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        put(folder, &path, write).map_err(OpenError::Io)
    }

    /// The name says which archive and which build it is of.
    fn ready_path(&self) -> Result<Option<PathBuf>, OpenError> {
        let Some(folder) = &self.kept else {
            return Ok(None);
        };
        let archive = match self.origin {
            Origin::Embedded => String::new(),
            Origin::File(_) => self.meta("checksum")?.unwrap_or_default(),
        };
        let program = program().map_err(OpenError::Io)?;
        let name = name(format!("{program}/{archive}").as_bytes(), SUFFIX);
        Ok(Some(folder.join(name)))
    }
}

/// A file as it was found: its place, length and times, which change when somebody writes to it.
pub(super) struct Found(String);

impl Found {
    /// What its metadata say.
    pub fn new(path: &Path, meta: &Metadata) -> Found {
        let mut said = path.as_os_str().as_encoded_bytes().to_vec();
        if let Ok(here) = std::path::absolute(path) {
            said.extend(here.as_os_str().as_encoded_bytes());
        }
        said.extend(meta.len().to_le_bytes());
        said.extend(nanos(meta).unwrap_or_default().to_le_bytes());
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            for number in [meta.ino() as i64, meta.ctime(), meta.ctime_nsec()] {
                said.extend(number.to_le_bytes());
            }
        }
        Found(name(&said, WHOLE))
    }

    /// Whether it was found whole before.
    pub fn is_known(&self, kept: Option<&Path>) -> bool {
        kept.is_some_and(|folder| file::ordinary(&folder.join(&self.0)).is_ok())
    }

    /// It was found whole. What cannot be remembered is looked at again.
    pub fn remember(&self, kept: Option<&Path>) {
        if let Some(folder) = kept {
            _ = put(folder, &folder.join(&self.0), |_| Ok(()));
        }
    }
}

fn name(said: &[u8], suffix: &str) -> String {
    let digest = Sha256::digest(said);
    let digits = digest.iter().take(16).map(|b| format!("{b:02x}"));
    digits.chain([suffix.to_owned()]).collect()
}

fn nanos(meta: &Metadata) -> io::Result<u128> {
    Ok(meta
        .modified()?
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_nanos())
}

/// Which build of the program this is.
fn program() -> io::Result<String> {
    let meta = fs::metadata(std::env::current_exe()?)?;
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version}/{}/{}", meta.len(), nanos(&meta)?))
}

/// Beside, then renamed. What cannot be read back is made anew, so the disk need not be waited for.
fn put(
    folder: &Path,
    path: &Path,
    write: impl FnOnce(&mut Pack<&mut BufWriter<&File>>) -> io::Result<()>,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = file::beside(folder, true)?;
    let mut out = BufWriter::new(beside.as_file());
    write(&mut Pack::new(&mut out))?;
    out.flush()?;
    drop(out);
    beside.persist(path)?;
    forget(folder, SUFFIX, KEPT)?;
    forget(folder, WHOLE, REMEMBERED)
}

/// Takes away all but the newest of a kind.
fn forget(folder: &Path, suffix: &str, kept: usize) -> io::Result<()> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(suffix) {
            found.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    found.sort();
    let old = found.len().saturating_sub(kept);
    found
        .iter()
        .take(old)
        .try_for_each(|(_, path)| fs::remove_file(path))
}
