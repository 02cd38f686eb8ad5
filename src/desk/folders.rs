//! Where the person's files are, by the customs of each system. `SPORTELLO_CASA` names one
//! folder for all of them (a USB stick, a test).

use directories::{ProjectDirs, UserDirs};
use std::env;
use std::path::PathBuf;

const HOME: &str = "SPORTELLO_CASA";

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("it", "Sportello", "sportello")
}

/// Snapshots that the person imported.
pub fn data() -> Option<PathBuf> {
    match env::var_os(HOME) {
        Some(home) => Some(PathBuf::from(home)),
        None => project().map(|p| p.data_dir().to_owned()),
    }
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
    match env::var_os(HOME) {
        Some(home) => Some(PathBuf::from(home).join("cache")),
        None => project().map(|p| p.cache_dir().to_owned()),
    }
}

/// Settings and keys.
pub fn config() -> Option<PathBuf> {
    match env::var_os(HOME) {
        Some(home) => Some(PathBuf::from(home)),
        None => project().map(|p| p.config_dir().to_owned()),
    }
}
