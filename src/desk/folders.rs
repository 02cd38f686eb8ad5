//! Where the person's files are, by the customs of each system. `SPORTELLO_CASA` names one
//! folder for all of them (a test); a file `portable.txt` beside the program keeps them there too,
//! on a USB stick.

use crate::snapshot::ordinary;
use directories::{ProjectDirs, UserDirs};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const HOME: &str = "SPORTELLO_CASA";
/// Beside the program: it says that all is kept there, in a folder of this name.
const PORTABLE: &str = "portable.txt";
const BESIDE: &str = "sportello-dati";

/// Found once: a stick that is taken out is not looked for again.
static STICK: LazyLock<Option<Stick>> = LazyLock::new(|| {
    let program = env::current_exe().ok()?;
    Stick::beside(program.parent()?)
});

/// The folder beside the program.
#[derive(Debug, PartialEq, Eq)]
struct Stick {
    folder: PathBuf,
    can_be_written: bool,
}

impl Stick {
    fn beside(program: &Path) -> Option<Stick> {
        ordinary(&program.join(PORTABLE)).ok()?;
        let folder = program.join(BESIDE);
        let made = fs::create_dir_all(&folder).and_then(|()| tempfile::tempfile_in(&folder));
        let can_be_written = made.is_ok();
        Some(Stick {
            folder,
            can_be_written,
        })
    }
}

/// The one folder of all files, where there is one.
fn one() -> Option<PathBuf> {
    let stick = || STICK.as_ref().filter(|stick| stick.can_be_written);
    let named = env::var_os(HOME).map(PathBuf::from);
    named.or_else(|| Some(stick()?.folder.clone()))
}

/// Where settings and desk are instead, when the folder beside the program cannot be written.
pub fn instead() -> Option<(PathBuf, PathBuf)> {
    let stick = STICK.as_ref().filter(|stick| !stick.can_be_written);
    let is_refused = stick.is_some() && env::var_os(HOME).is_none();
    config().zip(data()).filter(|_| is_refused)
}

/// Where archives are looked for: beside the program also where nothing can be written.
pub fn archives() -> Option<PathBuf> {
    let stick = || STICK.as_ref().map(|stick| stick.folder.clone());
    one().or_else(stick).or_else(data)
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("it", "Sportello", "sportello")
}

/// The desk, and archives that the person imported.
pub fn data() -> Option<PathBuf> {
    one().or_else(|| Some(project()?.data_dir().to_owned()))
}

/// Where a sheet to take home is written: the person's documents, else the home folder.
pub fn documents() -> Option<PathBuf> {
    match env::var_os(HOME) {
        Some(home) => Some(PathBuf::from(home)),
        None => UserDirs::new().map(|d| d.document_dir().unwrap_or_else(|| d.home_dir()).to_owned()),
    }
}

/// What can be made again.
pub fn cache() -> Option<PathBuf> {
    let one = one().map(|folder| folder.join("cache"));
    one.or_else(|| Some(project()?.cache_dir().to_owned()))
}

/// Settings and keys.
pub fn config() -> Option<PathBuf> {
    one().or_else(|| Some(project()?.config_dir().to_owned()))
}
