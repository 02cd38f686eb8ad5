//! A package takes the place of the archive at hand: read with a limit, checked, opened and tried
//! beside, then put in its place in one stroke. Whatever goes wrong before leaves all as it was.

use super::RenewError;
use super::bytes::pass;
use super::key::Keys;
use super::manifest::Manifest;
use super::package::{self, MOST_PACKED, Offer, Seal};
use super::pointer;
use super::shelf::{self, Entry, OfRegion, Shelf, region_of};
use crate::snapshot::{OpenError, Snapshot, WriteError, beside, open_ordinary, read_all, save};
use jiff::civil::Date;
use std::fs::{self, File};
use std::io::{BufReader, ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Who takes it, and what she said.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// Where archives are.
    pub archives: &'a Path,
    /// The keys of the settings.
    pub keys: &'a [String],
    /// The region of the archive at hand, and the newest day in it.
    pub region: &'a str,
    pub day: Option<Date>,
    /// Also a package that nobody signed.
    pub unsigned: bool,
    /// Also an older one.
    pub back: bool,
}

/// What was taken.
#[derive(Debug)]
pub struct Taken {
    pub manifest: Manifest,
    /// The key that signed it; nobody did where there is none.
    pub key: Option<String>,
    /// It was at hand already.
    pub same: bool,
    /// A key that is trusted from now on.
    pub announced: Option<String>,
}

/// Takes the newest package of the desk's region out of a folder.
///
/// # Errors
/// When there is none, it is not to be trusted, or something cannot be read or written: then the
/// archive of before stays.
pub fn take(desk: &Desk<'_>, from: &Path) -> Result<Taken, RenewError> {
    take_when_there(desk, from, |_| Ok(()))
}

/// The same where the packed archive itself is brought into the folder only when all else is found in
/// order: by `bring`, as long as the manifest says.
///
/// # Errors
/// As [`take`], and when `bring` fails.
pub fn take_when_there(
    desk: &Desk<'_>,
    from: &Path,
    bring: impl FnOnce(&Manifest) -> Result<(), RenewError>,
) -> Result<Taken, RenewError> {
    let Some(name) = package::newest(from, desk.region)? else {
        return Err(match package::other_region(from) {
            Some(other) => RenewError::OtherRegion {
                // By its name, where its manifest can be read.
                found: Offer::read(from, &other).map_or(other.region, |offer| offer.manifest.region_name),
            },
            None => RenewError::Nothing(from.to_owned()),
        });
    };
    let mut shelf = Shelf::open(desk.archives)?;
    let mut region = shelf.region(desk.region);
    let offer = Offer::read(from, &name)?;
    let seal = offer.seal(&Keys::new(desk.keys, &region.keys)?, desk.unsigned)?;
    let entry = Entry::new(&name, &offer.manifest.sha256, &seal);
    if region.at_hand() == Some(&entry) {
        return Ok(Taken {
            manifest: offer.manifest,
            key: entry.key,
            same: true,
            announced: None,
        });
    }
    if !desk.back {
        is_newer(&offer.manifest, &entry, &region, desk.day)?;
    }
    let placed = bring(&offer.manifest).and_then(|()| place(&shelf, desk.region, &offer, &entry));
    let announced = announced(&mut region, &offer.manifest, &seal);
    let key = entry.key.clone();
    // Who once chose older packages goes on with them.
    let by_hand = desk.back || region.by_hand && region.at_hand().is_some();
    region.put(entry, by_hand);
    match placed {
        Ok(()) => shelf.change(desk.region, region)?,
        Err(error) => {
            shelf.prune();
            return Err(error);
        }
    }
    Ok(Taken {
        manifest: offer.manifest,
        key,
        same: false,
        announced,
    })
}

/// By serial; where what the desk opens is its own and no package's, also by the day of that: an older
/// one would be taken and not opened.
fn is_newer(
    manifest: &Manifest,
    entry: &Entry,
    region: &OfRegion,
    day: Option<Date>,
) -> Result<(), RenewError> {
    let (serial, floor) = (manifest.serial, region.floor);
    let other = serial == floor && entry.key.is_some() && entry.sha256 != region.floor_sha256;
    if serial < floor || other {
        return Err(RenewError::Older { serial, floor });
    }
    match day {
        Some(own) if manifest.day < own && region.at_hand().is_none_or(|now| now.day < own) => {
            Err(RenewError::OlderDay {
                day: manifest.day,
                own,
            })
        }
        _ => Ok(()),
    }
}

/// A key to follow that a trusted one names is trusted beside it.
fn announced(region: &mut OfRegion, manifest: &Manifest, seal: &Seal) -> Option<String> {
    let (Seal::Signed(signer), Some(next)) = (seal, &manifest.next_key) else {
        return None;
    };
    let next = super::key::public_only(next)?;
    let is_new = !region.keys.contains(&next) && *signer != next;
    if *signer != next {
        region.keys = vec![signer.clone(), next.clone()];
    }
    is_new.then_some(next)
}

/// The files of a package, whole and tried, under the names that the shelf will say.
fn place(shelf: &Shelf, region: &str, offer: &Offer, entry: &Entry) -> Result<(), RenewError> {
    let (manifest, folder) = (&offer.manifest, shelf.folder.as_path());
    let failed = |error| RenewError::write(folder, error);
    let new = || beside(folder, false).map_err(failed);
    let mut packed = new()?;
    let from = open_ordinary(&offer.package).map_err(|error| RenewError::read(&offer.package, error))?;
    let passed = pass((&offer.package, from), (folder, &mut packed), manifest.size)?;
    if passed.bytes < manifest.size {
        return Err(RenewError::Short);
    }
    if passed.bytes > manifest.size || passed.sha256 != manifest.sha256 {
        return Err(RenewError::Changed);
    }
    let archive = unpacked(packed.path(), manifest, folder, new()?)?;
    tried(archive.path(), region, manifest)?;
    let put = |file: NamedTempFile, ending| {
        file.as_file().sync_all().map_err(failed)?;
        let done = file.persist(shelf.file(region, entry, ending));
        done.map(drop).map_err(|error| failed(error.error))
    };
    let written = |bytes: &[u8], ending| {
        let mut file = new()?;
        file.write_all(bytes).map_err(failed)?;
        put(file, ending)
    };
    written(&offer.bytes, shelf::MANIFEST)?;
    if let Some(signature) = &offer.signature {
        written(signature.as_bytes(), shelf::SIGNATURE)?;
    }
    put(packed, shelf::PACKED)?;
    put(archive, shelf::ARCHIVE)
}

/// The archive of a packed file, not a byte more than was said.
fn unpacked(
    packed: &Path,
    manifest: &Manifest,
    folder: &Path,
    mut into: NamedTempFile,
) -> Result<NamedTempFile, RenewError> {
    /// What unpacking may hold in memory, as a power of two.
    const WINDOW: u32 = 27;
    let read = |error| RenewError::read(folder, error);
    let file = BufReader::new(File::open(packed).map_err(read)?);
    let mut decoder = zstd::stream::read::Decoder::with_buffer(file).map_err(read)?;
    decoder.window_log_max(WINDOW).map_err(read)?;
    let passed = pass((folder, decoder), (folder, &mut into), manifest.archive_size);
    let passed = passed.map_err(|error| match error {
        // What is no packed file at all.
        RenewError::Read { .. } => RenewError::Changed,
        error => error,
    })?;
    match passed.bytes == manifest.archive_size && passed.sha256 == manifest.archive_sha256 {
        true => Ok(into),
        false => Err(RenewError::Changed),
    }
}

/// Opens an archive and reads some of all it holds, before it is let in.
fn tried(path: &Path, region: &str, manifest: &Manifest) -> Result<(), RenewError> {
    /// So many projects are read whole.
    const SOME: usize = 50;
    let failed = |error: OpenError| match error {
        OpenError::Io(error) => RenewError::read(path, error),
        error => RenewError::Archive(error),
    };
    let snapshot = Snapshot::open(path).map_err(failed)?;
    if region_of(&snapshot) != region || snapshot.newest_day().map_err(failed)? != Some(manifest.day) {
        return Err(RenewError::Mixed);
    }
    let catalogue = snapshot.catalogue().map_err(failed)?;
    let step = catalogue.projects.len() / SOME + 1;
    for at in (0..catalogue.projects.len()).step_by(step) {
        snapshot.project(catalogue.projects[at].id).map_err(failed)?;
    }
    Ok(())
}

/// Goes back to the former archive; yields which one is at hand now, where it came in a package.
///
/// # Errors
/// When there is no former one, or it cannot be written down.
pub fn back(desk: &Desk<'_>) -> Result<Option<Entry>, RenewError> {
    let mut shelf = Shelf::open(desk.archives)?;
    let mut region = shelf.region(desk.region);
    region.back().ok_or(RenewError::NoFormer)?;
    let now = region.at_hand().cloned();
    shelf.change(desk.region, region)?;
    Ok(now)
}

/// Passes the package at hand on, byte for byte as it was received.
///
/// # Errors
/// When none was received, or it cannot be read or written.
pub fn copy(desk: &Desk<'_>, to: &Path) -> Result<Manifest, RenewError> {
    let shelf = Shelf::look(desk.archives).map_err(|error| RenewError::read(desk.archives, error))?;
    let region = shelf.region(desk.region);
    let entry = region.at_hand().ok_or(RenewError::NotReceived)?;
    let read = |ending| {
        let path = shelf.file(desk.region, entry, ending);
        let read = open_ordinary(&path).and_then(|file| read_all(file, MOST_PACKED));
        read.map_err(|error| RenewError::read(&path, error))
    };
    let bytes = read(shelf::MANIFEST)?;
    let manifest = Manifest::parse(&bytes)?;
    let name = manifest.name();
    let write = |file: String, bytes: &[u8]| {
        save(&to.join(file), bytes).map_err(|error| match error {
            WriteError::Io { path, error } => RenewError::write(&path, error),
            error => RenewError::write(to, std::io::Error::other(error)),
        })
    };
    fs::create_dir_all(to).map_err(|error| RenewError::write(to, error))?;
    write(name.package(), &read(shelf::PACKED)?)?;
    match read(shelf::SIGNATURE) {
        Ok(signature) => write(name.signature(), &signature)?,
        Err(RenewError::Read { error, .. }) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    write(name.manifest(), &bytes)?;
    let there = pointer::newest(to, desk.region).ok().flatten();
    if there.is_none_or(|there| there.serial <= name.serial) {
        pointer::point(to, &name)?;
    }
    Ok(manifest)
}
