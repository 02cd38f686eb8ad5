//! A region publishes: the archive, compressed whole, its manifest and the signature, in a folder that
//! any web space, share or stick can hold. What was published is never written over.

use super::RenewError;
use super::bytes::sha256;
use super::key;
use super::manifest::{FORMAT, LAST, Manifest, code_of};
use super::package::{MOST_ARCHIVE, next_serial};
use super::pointer;
use crate::model::RegionCode;
use crate::snapshot::{self, Snapshot, beside};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How hard is compressed: what takes seconds once saves every desk bytes.
const LEVEL: i32 = 19;

/// What is to be published.
pub struct Publishing<'a> {
    pub folder: &'a Path,
    pub snapshot: &'a Snapshot,
    /// The secret key; without it the package is not signed.
    pub key: Option<&'a Path>,
    /// A serial of one's own, to go on from another folder.
    pub serial: Option<u64>,
    /// The key that is to follow.
    pub next: Option<&'a str>,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    pub manifest: Manifest,
    pub file: PathBuf,
    /// The fingerprint of the key that it can be checked with.
    pub fingerprint: Option<String>,
}

/// Writes a package.
///
/// # Errors
/// When the archive or the key cannot be read, the serial is not greater than what was published, or
/// the folder cannot be written.
pub fn publish(of: &Publishing<'_>) -> Result<Published, RenewError> {
    let (folder, snapshot) = (of.folder, of.snapshot);
    // Before the work: a wrong key or serial is told at once.
    let secret = of
        .key
        .map(|path| key::secret(path).map(|secret| (path, secret)))
        .transpose()?;
    let next_key = of.next.map(key::public).transpose()?;
    fs::create_dir_all(folder).map_err(|error| RenewError::write(folder, error))?;
    let region = snapshot.meta("region").map_err(RenewError::Archive)?;
    let region = code_of(region.as_deref().and_then(RegionCode::parse));
    let least = next_serial(folder, &region)?;
    let serial = of.serial.unwrap_or(least);
    if serial < least || serial > LAST {
        return Err(RenewError::Serial {
            least: least.saturating_sub(1),
        });
    }
    let day = snapshot.newest_day().map_err(RenewError::Archive)?;
    let archive = snapshot.bytes(MOST_ARCHIVE).map_err(RenewError::Archive)?;
    let packed = zstd::bulk::compress(&archive, LEVEL).map_err(|error| RenewError::write(folder, error))?;
    let manifest = Manifest {
        format: FORMAT,
        region,
        region_name: snapshot
            .meta("region_name")
            .map_err(RenewError::Archive)?
            .unwrap_or_default(),
        serial,
        day: day.ok_or(RenewError::NoDay)?,
        size: packed.len() as u64,
        sha256: sha256(&packed),
        archive_size: archive.len() as u64,
        archive_sha256: sha256(&archive),
        archive_format: snapshot::FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        next_key,
    };
    let name = manifest.name();
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    let mut fingerprint = None;
    let file = folder.join(name.package());
    new(&file, &packed)?;
    if let Some((path, secret)) = secret {
        let signed = key::sign(path, &secret, text.as_bytes(), &name.to_string())?;
        new(&folder.join(name.signature()), signed.as_bytes())?;
        fingerprint = Some(key::fingerprint_of(path, &secret)?);
    }
    // The last of the three: with it the package is there.
    new(&folder.join(name.manifest()), text.as_bytes())?;
    pointer::point(folder, &name)?;
    Ok(Published {
        manifest,
        file,
        fingerprint,
    })
}

/// Writes a file that is not there yet, whole or not at all.
fn new(path: &Path, bytes: &[u8]) -> Result<(), RenewError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let failed = |error| RenewError::write(path, error);
    if path.symlink_metadata().is_ok() {
        return Err(failed(ErrorKind::AlreadyExists.into()));
    }
    let mut file = beside(folder, false).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist_noclobber(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}
