//! The list of names that a region does not show: which rows, never who; signed by the region, so that
//! nobody takes a name out of another's data.

use super::RenewError;
use super::key::{self, Keys};
use crate::model::Removal;
use crate::snapshot::{WriteError, read_text, save};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const FORMAT: u32 = 1;
const MOST: u64 = 16 << 20;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    format: u32,
    removals: BTreeSet<Removal>,
}

/// The rows of a list that a key of the settings signed.
///
/// # Errors
/// When it cannot be read, is no such list, or is not signed by one of these keys.
pub fn removals(path: &Path, keys: &[String]) -> Result<Vec<Removal>, RenewError> {
    let text = read_text(path, MOST).map_err(|error| RenewError::read(path, error))?;
    let keys = Keys::new(keys, &[])?;
    let signature = match read_text(&seal_of(path), key::MOST) {
        Ok(signature) => signature,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(RenewError::ListNotSigned),
        Err(error) => return Err(RenewError::read(&seal_of(path), error)),
    };
    keys.signer(text.as_bytes(), &signature)
        .map_err(|error| match error {
            RenewError::UnknownKey if keys.is_empty() => RenewError::NoKeys,
            _ => RenewError::ListNotSigned,
        })?;
    Ok(list(path, &text)?.removals.into_iter().collect())
}

/// Puts rows into a list, which is made where there is none, and signs it anew: how many it has now.
///
/// # Errors
/// When the list is another's, or list or key cannot be read or written.
pub fn withhold(path: &Path, secret: &Path, more: &[Removal]) -> Result<usize, RenewError> {
    let key = key::secret(secret)?;
    let mut list = match read_text(path, MOST) {
        Ok(text) => {
            removals(path, &[key::public_of(secret, &key)?])?;
            list(path, &text)?
        }
        Err(error) if error.kind() == ErrorKind::NotFound => List {
            format: FORMAT,
            removals: BTreeSet::new(),
        },
        Err(error) => return Err(RenewError::read(path, error)),
    };
    list.removals.extend(more.iter().cloned());
    let text = serde_json::to_string_pretty(&list).unwrap_or_default() + "\n";
    let signed = key::sign(secret, &key, text.as_bytes(), "rimozioni")?;
    let put = |path: &Path, text: &str| {
        save(path, text.as_bytes()).map_err(|error| match error {
            WriteError::Io { error, .. } => RenewError::write(path, error),
            error => RenewError::write(path, std::io::Error::other(error)),
        })
    };
    put(path, &text)?;
    put(&seal_of(path), &signed)?;
    Ok(list.removals.len())
}

fn list(path: &Path, text: &str) -> Result<List, RenewError> {
    match serde_json::from_str::<List>(text) {
        Ok(list) if list.format == FORMAT => Ok(list),
        Ok(list) if list.format > FORMAT => Err(RenewError::NewProgram),
        _ => Err(RenewError::read(path, ErrorKind::InvalidData.into())),
    }
}

fn seal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}
