//! Looks whether a folder or a stick has a newer package: a look at one file of a well-known name and
//! at the manifest that it leads to. It only reads, writes nothing, and waits for no stick that hangs.

use super::key::Keys;
use super::manifest::Manifest;
use super::package::{Offer, Seal};
use super::pointer;
use super::shelf::Shelf;
use super::take::Desk;
use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Beside the root of a stick also this folder is looked at.
const FOLDER: &str = "sportello";
/// So many places are looked at.
const MOST: usize = 64;

/// Where is looked, and what for.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub folders: Vec<PathBuf>,
    /// Whether sticks are looked at too.
    pub sticks: bool,
    /// Where the desk's own archives are.
    pub archives: PathBuf,
    pub keys: Vec<String>,
    pub region: String,
    /// The newest day of the archive at hand.
    pub day: Option<Date>,
}

/// A package that is newer than what the desk has, and signed by a key that it trusts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Newer {
    pub folder: PathBuf,
    pub manifest: Manifest,
    /// The key that signed it.
    pub key: String,
}

impl Places {
    /// The folder of the settings, for a desk; of sticks nothing is said.
    pub fn of(folder: Option<&Path>, desk: &Desk<'_>) -> Places {
        Places {
            folders: folder.map(Path::to_owned).into_iter().collect(),
            sticks: false,
            archives: desk.archives.to_owned(),
            keys: desk.keys.to_vec(),
            region: desk.region.to_owned(),
            day: desk.day,
        }
    }

    /// The newest of what is found within a time; a place that does not answer is passed over.
    pub fn newer(&self, patience: Duration) -> Option<Newer> {
        let until = Instant::now() + patience;
        let (tell, heard) = channel();
        self.ask(self.folders.clone(), &tell);
        if self.sticks {
            let (places, more) = (self.clone(), tell.clone());
            _ = thread::Builder::new().spawn(move || places.ask(sticks(), &more));
        }
        drop(tell);
        let mut best: Option<Newer> = None;
        while let Ok(found) = heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            let serial = |found: &Option<Newer>| found.as_ref().map(|found| found.manifest.serial);
            if serial(&found) > serial(&best) {
                best = found;
            }
        }
        best
    }

    /// Looks at each place on a thread of its own: nobody waits for a stick that hangs.
    fn ask(&self, folders: Vec<PathBuf>, tell: &Sender<Option<Newer>>) {
        for folder in folders.into_iter().take(MOST) {
            let (places, tell) = (self.clone(), tell.clone());
            _ = thread::Builder::new().spawn(move || {
                _ = tell.send(places.look(&folder));
            });
        }
    }

    fn look(&self, folder: &Path) -> Option<Newer> {
        let name = pointer::newest(folder, &self.region).ok()??;
        let region = Shelf::look(&self.archives).ok()?.region(&self.region);
        let newest = region
            .kept
            .iter()
            .map(|entry| entry.serial)
            .max()
            .unwrap_or_default();
        // Without a package of before, the days decide.
        let older = || newest == 0 && self.day.is_some_and(|day| name.day <= day);
        if name.serial <= newest.max(region.floor) || older() {
            return None;
        }
        let offer = Offer::read(folder, &name).ok()?;
        let keys = Keys::new(&self.keys, &region.keys).ok()?;
        match offer.seal(&keys, false).ok()? {
            Seal::Signed(key) => Some(Newer {
                folder: folder.to_owned(),
                manifest: offer.manifest,
                key,
            }),
            Seal::Unsigned => None,
        }
    }
}

/// The sticks and other disks that are mounted where each system mounts them.
fn sticks() -> Vec<PathBuf> {
    let mut roots: Vec<PathBuf> = Vec::new();
    if cfg!(windows) {
        // The letters behind those of the floppy disks and of the system.
        roots.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))));
    } else {
        for folder in ["/media", "/Volumes"] {
            roots.extend(inside(Path::new(folder)));
        }
        for folder in ["/media", "/run/media"] {
            let users = inside(Path::new(folder));
            roots.extend(users.iter().flat_map(|user| inside(user)));
        }
    }
    let both = |root: PathBuf| [root.join(FOLDER), root];
    roots.into_iter().flat_map(both).collect()
}

/// The folders in a folder, some.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST);
    let folders = files.filter(|file| file.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|file| file.path()).collect()
}
