//! A package in a folder: found by its name, read with a limit on every file, believed as far as it
//! is signed.

use super::RenewError;
use super::key::{self, Keys};
use super::manifest::{LAST, Manifest, Name};
use super::pointer;
use crate::snapshot::{open_ordinary, read_all};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub const MOST_MANIFEST: u64 = 64 << 10;
pub const MOST_SIGNATURE: u64 = key::MOST;
/// Packed, and unpacked: the nation's is 9 and 59 MB.
pub const MOST_PACKED: u64 = 256 << 20;
pub const MOST_ARCHIVE: u64 = 2 << 30;
/// So many names of a folder are looked at.
const MOST_FILES: usize = 20_000;

/// A manifest that was read, with the files that belong to it.
#[derive(Debug)]
pub struct Offer {
    pub manifest: Manifest,
    pub bytes: Vec<u8>,
    pub signature: Option<String>,
    pub package: PathBuf,
}

/// Who answers for a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seal {
    /// A key that the desk trusts.
    Signed(String),
    /// Nobody.
    Unsigned,
}

/// The newest package of a region in a folder, by the pointer or else by the names of its files.
///
/// # Errors
/// When the folder cannot be read.
pub fn newest(folder: &Path, region: &str) -> Result<Option<Name>, RenewError> {
    if let Ok(Some(name)) = pointer::newest(folder, region)
        && folder.join(name.manifest()).is_file()
    {
        return Ok(Some(name));
    }
    let names = names(folder).map_err(|error| RenewError::read(folder, error))?;
    let own = names.into_iter().filter(|name| name.region == region);
    Ok(own.max_by_key(|name| name.serial))
}

/// All packages of a folder, by their manifests' names.
///
/// # Errors
/// When the folder cannot be read.
pub fn names(folder: &Path) -> Result<Vec<Name>, std::io::Error> {
    named(folder, &[".json"])
}

fn named(folder: &Path, endings: &[&str]) -> Result<Vec<Name>, std::io::Error> {
    let files = fs::read_dir(folder)?.take(MOST_FILES).flatten();
    let name = |file: fs::DirEntry| {
        let name = file.file_name();
        let name = name.to_str()?;
        endings
            .iter()
            .find_map(|ending| Name::parse(name.strip_suffix(ending)?))
    };
    Ok(files.filter_map(name).collect())
}

/// Whether a folder has packages of other regions only: which.
pub fn other_region(folder: &Path) -> Option<Name> {
    names(folder).ok()?.into_iter().max_by_key(|name| name.serial)
}

impl Offer {
    /// Reads the manifest and its signature; of the archive nothing yet.
    ///
    /// # Errors
    /// When a file cannot be read, is too long, or is not what its name says.
    pub fn read(folder: &Path, name: &Name) -> Result<Offer, RenewError> {
        let path = folder.join(name.manifest());
        let bytes = limited(&path, MOST_MANIFEST)?;
        let manifest = Manifest::parse(&bytes)?;
        if manifest.name() != *name || manifest.size > MOST_PACKED || manifest.archive_size > MOST_ARCHIVE {
            return Err(RenewError::Mixed);
        }
        let seal = folder.join(name.signature());
        let signature = match limited(&seal, MOST_SIGNATURE) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            Err(RenewError::Read { error, .. }) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Offer {
            manifest,
            bytes,
            signature,
            package: folder.join(name.package()),
        })
    }

    /// Who answers for it. With `unsigned` also nobody may; a signature in a trusted name that does
    /// not fit is never let through.
    ///
    /// # Errors
    /// When it is not signed by a trusted key.
    pub fn seal(&self, keys: &Keys, unsigned: bool) -> Result<Seal, RenewError> {
        let signed = match &self.signature {
            None => Err(RenewError::NoSignature),
            Some(signature) => keys.signer(&self.bytes, signature),
        };
        match signed {
            Ok(key) => Ok(Seal::Signed(key)),
            Err(RenewError::NoSignature | RenewError::UnknownKey) if unsigned => Ok(Seal::Unsigned),
            Err(RenewError::UnknownKey) if keys.is_empty() => Err(RenewError::NoKeys),
            Err(error) => Err(error),
        }
    }
}

/// The serial of the next package of a region in a folder.
///
/// # Errors
/// When the folder cannot be read, or the counting is at its end.
pub fn next_serial(folder: &Path, region: &str) -> Result<u64, RenewError> {
    // Also what a run that was killed left of one: its number was used.
    let names = named(folder, &[".json", ".sqlite.zst"]);
    let names = names.map_err(|error| RenewError::read(folder, error))?;
    let own = names.iter().filter(|name| name.region == region);
    let last = own.map(|name| name.serial).max().unwrap_or_default();
    match last < LAST {
        true => Ok(last + 1),
        false => Err(RenewError::Serial { least: LAST }),
    }
}

/// The bytes of an ordinary file of at most so many.
fn limited(path: &Path, most: u64) -> Result<Vec<u8>, RenewError> {
    let read = open_ordinary(path).and_then(|file| read_all(file, most));
    read.map_err(|error| RenewError::read(path, error))
}
