//! The linear mode as a screen reader meets it: lines in, lines out, each task of the full screen
//! done through standard input.

#![allow(clippy::unwrap_used)]

#[path = "linear/find.rs"]
mod find;
#[path = "linear/gathered.rs"]
mod gathered;
#[path = "linear/read.rs"]
mod read;
#[path = "linear/start.rs"]
mod start;
#[path = "linear/walk.rs"]
mod walk;

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

fn program(home: &Path) -> Command {
    let mut command = Command::cargo_bin("sportello").unwrap();
    command.env("SPORTELLO_CASA", home).env_remove("TERM");
    command.env("SPORTELLO_OGGI", "2026-12-01");
    command
}

/// A talk in a fresh home, checked for what must hold of every line.
fn talk(args: &[&str], lines: &[&str]) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    talk_at(home.path(), args, lines)
}

fn talk_at(home: &Path, args: &[&str], lines: &[&str]) -> Vec<String> {
    let input: String = lines.iter().flat_map(|l| [l, "\n"]).collect();
    let output = program(home).args(args).write_stdin(input).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{lines:?}");
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.ends_with('\n'));
    assert!(
        !out.contains(|c: char| c.is_control() && c != '\n'),
        "{lines:?}: {out}"
    );
    for line in out.lines() {
        assert!(line.chars().count() <= 300, "{line}");
        assert!(!line.trim().is_empty(), "an empty line after {lines:?}");
        let drawn =
            |c: char| ('\u{2500}'..='\u{259f}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c);
        assert!(!line.contains(drawn), "{line}");
    }
    // Choices are numbered one after the other.
    let mut before = 0;
    for n in out.lines().filter_map(number) {
        assert!(n == before + 1 || n == 1, "{n} after {before}: {out}");
        before = n;
    }
    // A slow machine may be told to wait, once and first.
    let waited = usize::from(out.starts_with("Un momento…\n") || out.starts_with("One moment…\n"));
    assert!(out.lines().skip(waited).all(|l| !l.ends_with('…')), "{out}");
    out.lines().skip(waited).map(str::to_owned).collect()
}

/// "3. Casa della Comunità" is choice 3.
fn number(line: &str) -> Option<usize> {
    let (n, _) = line.split_once(". ")?;
    n.parse().ok()
}

/// A talk in Italian; one that was had before is remembered.
fn it(lines: &[&str]) -> Vec<String> {
    static HAD: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
    let key = lines.join("\n");
    if let Some(said) = HAD.lock().unwrap().get(&key) {
        return said.clone();
    }
    let said = talk(&["semplice"], lines);
    HAD.lock().unwrap().insert(key, said.clone());
    said
}

fn en(lines: &[&str]) -> Vec<String> {
    talk(&["linear", "--language", "en"], lines)
}

#[track_caller]
fn has(said: &[String], what: &str) {
    assert!(said.iter().any(|l| l.contains(what)), "«{what}» in {said:#?}");
}

/// What the last of the lines is answered.
fn answer(lines: &[&str]) -> Vec<String> {
    // A line whose answer is known marks where the last one begins.
    let (last, before) = lines.split_last().unwrap();
    let said = it(&[before, &["lettere zzqz", last]].concat());
    let mark = said.iter().position(|l| l == "Z, Z, Q, Z.").unwrap();
    said[mark + 1..].to_vec()
}
