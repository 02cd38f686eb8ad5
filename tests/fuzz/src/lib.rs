//! What the targets share: a made-up archive, a folder in memory, and what no output may have. It is
//! compiled twice, for libFuzzer and into `tests/fuzzed.rs`.

#![allow(clippy::unwrap_used)]

#[path = "../../support/archive.rs"]
pub mod archive;
pub mod targets;

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder for files, in memory where the system has such a place.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    match memory.is_dir() {
        true => tempfile::tempdir_in(memory).unwrap(),
        false => tempfile::tempdir().unwrap(),
    }
}

/// A file in a folder, with these bytes.
pub fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Makes the digest of an archive right, as anyone can.
pub fn seal(bytes: &mut [u8]) {
    const MARK: &[u8] = b"sportello-sha256:";
    const DIGITS: usize = 64;
    let marks = bytes.windows(MARK.len() + DIGITS);
    let is_digits = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
    let at = marks
        .clone()
        .position(|w| w.starts_with(MARK) && is_digits(&w[MARK.len()..]));
    let Some(at) = at.map(|at| at + MARK.len()) else {
        return;
    };
    bytes[at..at + DIGITS].fill(b'0');
    let sum = digest(bytes);
    bytes[at..at + DIGITS].copy_from_slice(sum.as_bytes());
}

/// SHA-256 in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Fails on a sign that could command a terminal or hide in a text.
pub fn tame(text: &str) {
    let wild = text.chars().find(|c| {
        *c != '\n' && c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fffd}' | '\u{e0000}'..)
    });
    assert_eq!(wild, None, "{text:?}");
}
