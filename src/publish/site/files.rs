//! The files of a site: ours are written over one by one, each whole, and taken away where the site has
//! them no longer; what somebody else put among them stays.

use super::way::FILE;
use crate::renew::RenewError;
use crate::snapshot::{Ours, beside};
use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Where a site is written.
pub(super) struct Files {
    pub folder: PathBuf,
}

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// The folders of the pages, below that of the site.
    pub pages: BTreeSet<String>,
    pub bytes: u64,
    pub largest: u64,
}

impl Count {
    /// Adds what another thread wrote.
    pub fn add(&mut self, other: Count) {
        self.pages.extend(other.pages);
        self.bytes += other.bytes;
        self.largest = self.largest.max(other.largest);
    }
}

impl Files {
    /// The folder, where it is empty or a site of ours; its first page is written first, so that a run
    /// that was stopped is known as ours.
    pub fn begin(folder: PathBuf) -> Result<Files, RenewError> {
        let first = folder.join(FILE);
        let failed = |error| RenewError::write(&folder, error);
        match fs::read_dir(&folder) {
            Ok(mut entries) => {
                let is_ours = || first.exists() && Ours::Site.may_replace(&first).is_ok();
                if entries.next().is_some() && !is_ours() {
                    return Err(failed(ErrorKind::AlreadyExists.into()));
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
        Ok(Files { folder })
    }

    /// Writes a page into its folder.
    pub fn page(&self, path: &str, html: &str, count: &mut Count) -> Result<(), RenewError> {
        let folder = self.folder.join(path);
        fs::create_dir_all(&folder).map_err(|error| RenewError::write(&folder, error))?;
        self.put(&folder.join(FILE), html, count)?;
        count.largest = count.largest.max(html.len() as u64);
        count.pages.insert(path.trim_end_matches('/').to_owned());
        Ok(())
    }

    /// Writes a file of another kind.
    pub fn file(&self, path: &str, text: &str, count: &mut Count) -> Result<(), RenewError> {
        self.put(&self.folder.join(path), text, count)
    }

    /// A site is made again from its archive at any time: it is whole file by file, and no file is
    /// waited for until the disk has it.
    fn put(&self, path: &Path, text: &str, count: &mut Count) -> Result<(), RenewError> {
        count.bytes += text.len() as u64;
        let failed = |error| RenewError::write(path, error);
        Ours::Site.may_replace(path).map_err(failed)?;
        if fs::read(path).is_ok_and(|there| there == text.as_bytes()) {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut out = beside(folder, false).map_err(failed)?;
        out.write_all(text.as_bytes()).map_err(failed)?;
        out.persist(path).map_err(|error| failed(error.error))?;
        Ok(())
    }

    /// Takes away the pages of ours that were not written now.
    pub fn end(&self, count: &mut Count) -> Result<(), RenewError> {
        self.sweep(&self.folder, "", count)
            .map_err(|error| RenewError::write(&self.folder, error))
    }

    fn sweep(&self, folder: &Path, below: &str, count: &Count) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if entry.file_type()?.is_dir() {
                let path = match below {
                    "" => name.into_owned(),
                    below => format!("{below}/{name}"),
                };
                self.sweep(&entry.path(), &path, count)?;
                if fs::read_dir(entry.path())?.next().is_none() {
                    fs::remove_dir(entry.path())?;
                }
            } else if name == FILE
                && !count.pages.contains(below)
                && Ours::Site.may_replace(&entry.path()).is_ok()
            {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
