//! The whole program in a pseudo-terminal: whatever happens, the terminal comes back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/archive.rs"]
mod archive;

#[test]
#[ignore = "writes the archive of these tests to the file named by ARCHIVE, to be looked at"]
fn write_archive() {
    let path = std::env::var("ARCHIVE").unwrap();
    std::fs::write(path, archive::bytes()).unwrap();
}
