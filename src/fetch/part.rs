//! A file that is not whole yet: it stands beside the one that it will become, and is gone on with
//! the next time.

use super::trouble::Trouble;
use crate::snapshot::ordinary;
use std::fs::{self, File};
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Behind the name of the file.
const ENDING: &str = ".part";

/// Written by one program at a time: its folder is locked meanwhile.
pub struct Part {
    pub path: PathBuf,
    file: File,
    /// So many bytes are there.
    pub at: u64,
}

impl Part {
    /// Opens or makes the part of a file. `ours`: one with something in it was begun by this program.
    pub fn open(whole: &Path, ours: bool) -> Result<Part, Trouble> {
        let mut path = whole.as_os_str().to_owned();
        path.push(ENDING);
        let path = PathBuf::from(path);
        match ordinary(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Trouble::write(&path, error)),
            _ => {}
        }
        let failed = |error| Trouble::write(&path, error);
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(&path).map_err(failed)?;
        let at = file.seek(SeekFrom::End(0)).map_err(failed)?;
        match at > 0 && !ours {
            true => Err(Trouble::InTheWay(path)),
            false => Ok(Part { path, file, at }),
        }
    }

    /// Begins again.
    pub fn restart(&mut self) -> Result<(), Trouble> {
        let done = self.file.set_len(0).and_then(|()| self.file.rewind());
        done.map_err(|error| Trouble::write(&self.path, error))?;
        self.at = 0;
        Ok(())
    }

    /// Writes on.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let done = self.file.write_all(bytes);
        done.map_err(|error| Trouble::write(&self.path, error))?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// What was written outlasts a power cut.
    pub fn sync(&self) -> Result<(), Trouble> {
        self.file
            .sync_all()
            .map_err(|error| Trouble::write(&self.path, error))
    }

    /// Becomes the file, in one stroke.
    pub fn place(self, whole: &Path) -> Result<(), Trouble> {
        let failed = |error| Trouble::write(whole, error);
        let Part { path, file, .. } = self;
        // On Windows nothing that is open can be renamed.
        drop(file);
        fs::rename(&path, whole).map_err(failed)?;
        #[cfg(unix)]
        if let Some(folder) = whole.parent() {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Takes it away: nothing of it is wanted.
    pub fn remove(self) {
        let Part { path, file, .. } = self;
        drop(file);
        // What cannot be taken away is empty or gone on with.
        _ = fs::remove_file(path);
    }
}
