//! `sportello-dati.json`: the file of a well-known name that says which package of each region is the
//! newest in a folder. Nobody signs it: it only saves looking through the folder, and a wrong one
//! leads to a package that says itself what it is.

use super::RenewError;
use super::manifest::Name;
use crate::snapshot::{WriteError, read_text, save};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// Its name.
pub const FILE: &str = "sportello-dati.json";
pub const MOST: u64 = 64 << 10;

#[derive(Default, Serialize, Deserialize)]
struct Pointer {
    format: u32,
    /// By region, the name that the files of the newest package share.
    newest: BTreeMap<String, String>,
}

/// The newest package of a region, as the file tells.
///
/// # Errors
/// When there is no such file, or it cannot be read.
pub fn newest(folder: &Path, region: &str) -> Result<Option<Name>, std::io::Error> {
    let pointer = read(folder)?;
    let name = pointer.newest.get(region).and_then(|name| Name::parse(name));
    Ok(name.filter(|name| name.region == region))
}

/// The newest package of a region as the file tells; where there is none, that of another region.
///
/// # Errors
/// When there is no such file, or it cannot be read.
pub fn pointed(folder: &Path, region: &str) -> Result<Option<Name>, std::io::Error> {
    if let Some(own) = newest(folder, region)? {
        return Ok(Some(own));
    }
    let names = read(folder)?.newest;
    let others = names
        .iter()
        .filter_map(|(of, name)| Name::parse(name).filter(|name| name.region == *of));
    Ok(others
        .filter(|name| name.region != region)
        .max_by_key(|name| name.serial))
}

fn read(folder: &Path) -> Result<Pointer, std::io::Error> {
    let text = read_text(&folder.join(FILE), MOST)?;
    serde_json::from_str(&text).map_err(|_| ErrorKind::InvalidData.into())
}

/// Writes that a package is the newest of its region; what it says of other regions stays.
///
/// # Errors
/// When the file cannot be written.
pub fn point(folder: &Path, name: &Name) -> Result<(), RenewError> {
    let path = folder.join(FILE);
    let mut pointer = match read(folder) {
        Ok(pointer) => pointer,
        Err(error) if [ErrorKind::NotFound, ErrorKind::InvalidData].contains(&error.kind()) => {
            Pointer::default()
        }
        Err(error) => return Err(RenewError::read(&path, error)),
    };
    pointer.format = super::manifest::FORMAT;
    pointer.newest.insert(name.region.clone(), name.to_string());
    let text = serde_json::to_string_pretty(&pointer).unwrap_or_default() + "\n";
    save(&path, text.as_bytes()).map_err(|error| match error {
        WriteError::Io { path, error } => RenewError::write(&path, error),
        error => RenewError::write(&path, std::io::Error::other(error)),
    })
}
