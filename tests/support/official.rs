//! Where the publishers' own files stand: the folder named by `SPORTELLO_DATI`, else
//! `../shared/data` beside the repository. Without it a test says that it was skipped, and fails
//! with `CI=true`.

use std::env;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

/// The folder, for the test that asks; none where there is none.
pub fn tables() -> Option<PathBuf> {
    let named = env::var_os("SPORTELLO_DATI").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"));
    if folder.is_dir() {
        return Some(folder);
    }
    skip(&format!(
        "no official tables at {}; set SPORTELLO_DATI",
        folder.display()
    ));
    None
}

/// Says that this test was skipped, where `cargo test` shows it; fails with `CI=true`.
pub fn skip(why: &str) {
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    let ci = env::var_os("CI").is_some_and(|ci| ci == "true");
    assert!(!ci, "{test} cannot be skipped in CI: {why}");
    // What a passing test prints is not shown; this is.
    _ = writeln!(stderr(), "skipped: {test}: {why}");
}
