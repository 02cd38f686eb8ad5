//! What a start needs of an archive, kept in a file so that it is not made again at every start.
//! The file is of one archive and of one build of the program: for any other there is none. Where
//! none can be kept (a home that cannot be written, a full disk) all is made anew, every time.

use super::OpenError;
use super::file;
use super::handle::{Origin, Snapshot};
use super::pack::{Pack, Unpack};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const SUFFIX: &str = ".ready";
/// Files that are kept: the newest ones.
const KEPT: usize = 3;

impl Snapshot {
    /// Names the folder where what a start needs is kept.
    pub fn kept_in(self, folder: Option<PathBuf>) -> Snapshot {
        Snapshot { kept: folder, ..self }
    }

    /// The folder.
    pub fn kept(&self) -> Option<&PathBuf> {
        self.kept.as_ref()
    }

    /// What is kept of this archive.
    pub fn ready(&self) -> Option<Unpack<File>> {
        let path = self.ready_path().ok()??;
        let file = file::open_ordinary(&path).ok()?;
        let length = file.metadata().ok()?.len();
        Some(Unpack::new(file, length))
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
        let digest = Sha256::digest(format!("{program}/{archive}"));
        let name: String = digest.iter().take(16).map(|b| format!("{b:02x}")).collect();
        Ok(Some(folder.join(name + SUFFIX)))
    }
}

/// Which build of the program this is.
fn program() -> io::Result<String> {
    let meta = fs::metadata(std::env::current_exe()?)?;
    let made = meta.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version}/{}/{}", meta.len(), made.as_nanos()))
}

/// Beside, then renamed. What cannot be read back is made anew, so the disk need not be waited for.
fn put(
    folder: &Path,
    path: &Path,
    write: impl FnOnce(&mut Pack<&mut BufWriter<&File>>) -> io::Result<()>,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    file::sweep(folder, SystemTime::now());
    let mut builder = tempfile::Builder::new();
    let beside = builder
        .prefix(file::PREFIX)
        .suffix(file::SUFFIX)
        .tempfile_in(folder)?;
    let mut out = BufWriter::new(beside.as_file());
    write(&mut Pack::new(&mut out))?;
    out.flush()?;
    drop(out);
    beside.persist(path)?;
    forget(folder)
}

/// Takes away all but the newest.
fn forget(folder: &Path) -> io::Result<()> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(SUFFIX) {
            found.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    found.sort();
    let old = found.len().saturating_sub(KEPT);
    found
        .iter()
        .take(old)
        .try_for_each(|(_, path)| fs::remove_file(path))
}
