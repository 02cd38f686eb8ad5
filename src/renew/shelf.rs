//! The archives that came in packages: which one is at hand, two former ones, and the greatest serial
//! that was ever taken. One small file says it; it is changed in one stroke, when all it names is
//! there whole.

use super::RenewError;
use super::manifest::{Name, code_of};
use super::package::Seal;
use crate::model::RegionCode;
use crate::snapshot::{OpenError, Origin, Snapshot, WriteError, read_text, save};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const FOLDER: &str = "aggiornamenti";
const STATE: &str = "stato.json";
const LOCK: &str = "blocco";
const MOST: u64 = 1 << 20;
/// The one at hand and two former ones.
const KEPT: usize = 3;

/// An archive that came in a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub serial: u64,
    pub day: Date,
    /// The digest of the packed archive.
    pub sha256: String,
    /// The key that signed it; nobody did where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfRegion {
    /// The greatest serial that was taken signed, and what it was of: nothing older comes in its place
    /// unless a person says so.
    #[serde(default)]
    pub floor: u64,
    #[serde(default)]
    pub floor_sha256: String,
    /// The digest of the one at hand; where there is none, no package is.
    #[serde(default)]
    pub now: Option<String>,
    /// A person went back: it is at hand whatever the days say.
    #[serde(default)]
    pub by_hand: bool,
    /// The newest first.
    #[serde(default)]
    pub kept: Vec<Entry>,
    /// What signed packages announced: the key they are signed with and the one to follow it.
    #[serde(default)]
    pub keys: Vec<String>,
}

#[derive(Default, Serialize, Deserialize)]
struct State {
    format: u32,
    regions: BTreeMap<String, OfRegion>,
}

/// The folder of what came in packages.
pub struct Shelf {
    pub folder: PathBuf,
    state: State,
    /// Held while something is changed.
    _lock: Option<File>,
}

impl Shelf {
    /// As it is, to look at.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn look(archives: &Path) -> Result<Shelf, std::io::Error> {
        let folder = archives.join(FOLDER);
        let state = match read_text(&folder.join(STATE), MOST) {
            Ok(text) => serde_json::from_str(&text).map_err(|_| ErrorKind::InvalidData)?,
            Err(error) if error.kind() == ErrorKind::NotFound => State::default(),
            Err(error) => return Err(error),
        };
        Ok(Shelf {
            folder,
            state,
            _lock: None,
        })
    }

    /// To be changed, by one program at a time.
    ///
    /// # Errors
    /// When another program changes it, or the folder cannot be written.
    pub fn open(archives: &Path) -> Result<Shelf, RenewError> {
        let folder = archives.join(FOLDER);
        fs::create_dir_all(&folder).map_err(|error| RenewError::write(&folder, error))?;
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(LOCK));
        let lock = lock.map_err(|error| RenewError::write(&folder, error))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => RenewError::Busy,
            TryLockError::Error(error) => RenewError::write(&folder, error),
        })?;
        let shelf = Shelf::look(archives).or_else(|error| match error.kind() {
            // Nothing can be read out of it any more, and nobody is to be locked out by that.
            ErrorKind::InvalidData => Ok(Shelf {
                folder: folder.clone(),
                state: State::default(),
                _lock: None,
            }),
            _ => Err(RenewError::read(&folder.join(STATE), error)),
        })?;
        Ok(Shelf {
            _lock: Some(lock),
            ..shelf
        })
    }

    /// What is known of a region.
    pub fn region(&self, code: &str) -> OfRegion {
        self.state.regions.get(code).cloned().unwrap_or_default()
    }

    /// Says what is at hand, in one stroke; then takes away the files that are named no more.
    ///
    /// # Errors
    /// When it cannot be written: then all is as it was.
    pub fn change(&mut self, code: &str, to: OfRegion) -> Result<(), RenewError> {
        let was = self.state.regions.insert(code.to_owned(), to);
        self.state.format = 1;
        let path = self.folder.join(STATE);
        let text = serde_json::to_string_pretty(&self.state).unwrap_or_default() + "\n";
        let saved = save(&path, text.as_bytes()).map_err(|error| match error {
            WriteError::Io { error, .. } => RenewError::write(&path, error),
            error => RenewError::write(&path, std::io::Error::other(error)),
        });
        let saved = saved.or_else(|error| match read_text(&path, MOST) {
            // It stands there; only whether it outlasts a power cut is not known.
            Ok(there) if there == text => Ok(()),
            _ => Err(error),
        });
        if saved.is_err() {
            match was {
                Some(was) => self.state.regions.insert(code.to_owned(), was),
                None => self.state.regions.remove(code),
            };
        }
        self.prune();
        saved
    }

    /// Takes away archives that nothing names: what cannot be taken away does no harm.
    pub fn prune(&self) {
        let named: Vec<String> = self
            .state
            .regions
            .iter()
            .flat_map(|(code, region)| region.kept.iter().map(|entry| stem(code, entry)))
            .collect();
        for file in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let of_package = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
            if of_package.is_some_and(|stem| !named.iter().any(|named| named == stem)) {
                _ = fs::remove_file(file.path());
            }
        }
    }

    /// Where the archive of an entry stands.
    pub fn archive(&self, code: &str, entry: &Entry) -> PathBuf {
        self.file(code, entry, ARCHIVE)
    }

    /// Where one of its files stands.
    pub fn file(&self, code: &str, entry: &Entry, ending: &str) -> PathBuf {
        self.folder.join(stem(code, entry) + ending)
    }
}

pub const ARCHIVE: &str = ".sqlite";
pub const PACKED: &str = ".zst";
pub const MANIFEST: &str = ".manifest";
pub const SIGNATURE: &str = ".minisig";
const ENDINGS: [&str; 4] = [ARCHIVE, PACKED, MANIFEST, SIGNATURE];

/// The files of an entry begin so: two packages of one serial are told apart.
fn stem(code: &str, entry: &Entry) -> String {
    let digest: String = entry.sha256.chars().take(16).collect();
    format!("{code}-{}-{digest}", entry.serial)
}

impl Entry {
    /// Of a package whose files are in place.
    pub fn new(name: &Name, sha256: &str, seal: &Seal) -> Entry {
        Entry {
            serial: name.serial,
            day: name.day,
            sha256: sha256.to_owned(),
            key: match seal {
                Seal::Signed(key) => Some(key.clone()),
                Seal::Unsigned => None,
            },
        }
    }
}

impl OfRegion {
    /// The one at hand.
    pub fn at_hand(&self) -> Option<&Entry> {
        let now = self.now.as_deref()?;
        self.kept.iter().find(|entry| entry.sha256 == now)
    }

    /// A package is at hand from now on; the one before it is its former one.
    pub fn put(&mut self, entry: Entry, by_hand: bool) {
        let before = self.at_hand().cloned();
        let others = std::mem::take(&mut self.kept);
        let order = [Some(entry.clone()), before].into_iter().flatten();
        for one in order.chain(others) {
            if !self.kept.iter().any(|kept| kept.sha256 == one.sha256) {
                self.kept.push(one);
            }
        }
        self.kept.truncate(KEPT);
        if entry.key.is_some() && entry.serial > self.floor {
            self.floor = entry.serial;
            self.floor_sha256.clone_from(&entry.sha256);
        }
        self.now = Some(entry.sha256);
        self.by_hand = by_hand;
    }

    /// The former one is at hand from now on; behind the last one, none that came in a package.
    pub fn back(&mut self) -> Option<()> {
        let now = self.at_hand()?.sha256.clone();
        let at = self.kept.iter().position(|entry| entry.sha256 == now)?;
        self.now = self.kept.get(at + 1).map(|entry| entry.sha256.clone());
        self.by_hand = true;
        Some(())
    }
}

/// What is opened when nobody names an archive: that of the packages of its region, where there is
/// one that is not older than `chosen`; and the files that could not be opened. `kept` as in
/// [`Snapshot::open_kept`].
pub fn in_place_of(
    chosen: Snapshot,
    archives: &Path,
    kept: Option<&Path>,
) -> (Snapshot, Vec<(PathBuf, OpenError)>) {
    let mut refused = Vec::new();
    let shelf = match Shelf::look(archives) {
        Ok(shelf) => shelf,
        Err(error) => {
            let path = archives.join(FOLDER).join(STATE);
            return (chosen, vec![(path, OpenError::Io(error))]);
        }
    };
    if shelf.state.regions.is_empty() {
        return (chosen, refused);
    }
    let (code, day) = (region_of(&chosen), chosen.newest_day().ok().flatten());
    let region = shelf.region(&code);
    let Some(now) = region.at_hand() else {
        return (chosen, refused);
    };
    if !region.by_hand && day.is_some_and(|day| day > now.day) {
        return (chosen, refused);
    }
    let at = region
        .kept
        .iter()
        .position(|entry| entry == now)
        .unwrap_or_default();
    // One that was damaged since is passed over for the one before it.
    for entry in region.kept.iter().skip(at) {
        let path = shelf.archive(&code, entry);
        match Snapshot::open_kept(&path, kept) {
            Ok(snapshot) => return (snapshot.unsigned(entry.key.is_none()), refused),
            Err(error) => refused.push((path, error)),
        }
    }
    (chosen, refused)
}

/// The archive that was at hand before one that came in a package: that of the package before it,
/// else the bundled one, where that is of its region. None for any other archive.
pub fn before(snapshot: &Snapshot, archives: &Path) -> Option<Result<Snapshot, OpenError>> {
    let Origin::File(path) = &snapshot.origin else {
        return None;
    };
    let (shelf, code) = (Shelf::look(archives).ok()?, region_of(snapshot));
    let region = shelf.region(&code);
    let at = region
        .kept
        .iter()
        .position(|entry| shelf.archive(&code, entry) == *path)?;
    match region.kept.get(at + 1) {
        Some(entry) => Some(Snapshot::open(&shelf.archive(&code, entry))),
        None => match Snapshot::embedded() {
            Ok(bundled) if region_of(&bundled) != code => None,
            bundled => Some(bundled),
        },
    }
}

/// The code by which packages name the region of an archive.
pub fn region_of(snapshot: &Snapshot) -> String {
    let region = snapshot.meta("region").ok().flatten();
    code_of(region.as_deref().and_then(RegionCode::parse))
}
