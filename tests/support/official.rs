//! Where the publishers' own files stand: the folder named by `SPORTELLO_DATI`, else
//! `../shared/data` beside the repository. Without it a test says that it was skipped, but fails
//! in CI.

use std::env;
use std::path::{Path, PathBuf};

pub fn tables() -> Option<PathBuf> {
    let named = env::var_os("SPORTELLO_DATI").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"));
    if folder.is_dir() {
        return Some(folder);
    }
    let at = folder.display();
    assert!(
        env::var_os("CI").is_none_or(|ci| ci != "true"),
        "CI needs the official tables, and there are none at {at}: set SPORTELLO_DATI"
    );
    println!("skipped: no official tables at {at}; set SPORTELLO_DATI");
    None
}
