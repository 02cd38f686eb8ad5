//! What reads untrusted bytes, fed with all of tests/fuzz/corpus and then for some seconds with random
//! changes of it. Nothing guides these to code that was not yet reached: `.ci/fuzz` does that, with a
//! build of its own. Here the same targets are held to by every `cargo test`.
//!
//! `SPORTELLO_FUZZ_SECONDS` says for how long a target is fed. An input that breaks one is left in
//! target/tmp, and `SPORTELLO_FUZZ_SEED` with the seed that is printed makes it again, first of all.

#![allow(clippy::unwrap_used)]

#[path = "fuzz/src/lib.rs"]
mod fuzz;
#[path = "fuzz/mutate.rs"]
mod mutate;

use fuzz::targets::{archive, import, keys, package, query, settings};
use mutate::{Mutator, words};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// So long a target is fed where nothing is said.
const SECONDS: u64 = 1;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{variable}: {text:?} is no number")),
    )
}

/// Tells the input that was being read when a test fails, and leaves it.
struct Read<'a> {
    target: &'a str,
    what: String,
    bytes: &'a [u8],
}

impl Drop for Read<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzzed-{}", self.target));
            let left = fs::write(&path, self.bytes);
            eprintln!("{}, {}: {}, {left:?}", self.target, self.what, path.display());
        }
    }
}

fn fed(target: &str, feed: fn(&[u8])) {
    let read = |what: String, bytes: &[u8]| {
        let _told = Read { target, what, bytes };
        feed(bytes);
    };
    let files = fs::read_dir(here().join("corpus").join(target)).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let corpus: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    for (file, bytes) in files.iter().zip(&corpus) {
        read(file.display().to_string(), bytes);
    }
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros() as u64;
    let seeds = number("SPORTELLO_FUZZ_SEED").unwrap_or_else(now)..;
    let mutator = Mutator {
        words: words(&fs::read_to_string(here().join("words")).unwrap()),
        corpus,
    };
    let time = Duration::from_secs(number("SPORTELLO_FUZZ_SECONDS").unwrap_or(SECONDS));
    let begun = Instant::now();
    let mut inputs = 0;
    for seed in seeds {
        read(format!("SPORTELLO_FUZZ_SEED={seed}"), &mutator.input(seed));
        inputs += 1;
        if begun.elapsed() >= time {
            break;
        }
    }
    println!(
        "{target}: {} files, {inputs} changes of them",
        mutator.corpus.len()
    );
}

#[test]
fn archives() {
    fed("archive", archive::feed);
}

#[test]
fn tables() {
    fed("import", import::feed);
}

#[test]
fn keys_of_a_person() {
    fed("keys", keys::feed);
}

#[test]
fn packages() {
    fed("package", package::feed);
}

#[test]
fn queries() {
    fed("query", query::feed);
}

#[test]
fn settings_of_a_person() {
    fed("settings", settings::feed);
}

/// Else `.ci/fuzz` builds nothing, and nobody notices.
#[test]
fn the_lock_of_the_fuzz_targets_has_all_dependencies() {
    let read = |path: PathBuf| -> toml::Table { fs::read_to_string(path).unwrap().parse().unwrap() };
    let manifest = read(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let lock = read(here().join("Cargo.lock"));
    let packages = lock["package"].as_array().unwrap();
    let own = packages
        .iter()
        .find(|p| p["name"].as_str() == Some("sportello"))
        .unwrap();
    let locked: Vec<&str> = own["dependencies"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|d| d.as_str())
        .collect();
    let needed = manifest["dependencies"].as_table().unwrap();
    assert!(needed.len() > 20 && locked.len() >= needed.len());
    for name in needed.keys() {
        // A version stands behind it where there are two.
        let is_it = |one: &&str| one.split(' ').next() == Some(name);
        assert!(
            locked.iter().any(is_it),
            "cargo update --workspace --manifest-path tests/fuzz/Cargo.toml: {name}"
        );
    }
}
