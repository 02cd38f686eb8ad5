//! Where the person's files are, by the customs of each system. `SPORTELLO_CASA` names one
//! folder for all of them (a USB stick, a test).

use directories::ProjectDirs;
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

/// Settings and keys.
pub fn config() -> Option<PathBuf> {
    match env::var_os(HOME) {
        Some(home) => Some(PathBuf::from(home)),
        None => project().map(|p| p.config_dir().to_owned()),
    }
}
