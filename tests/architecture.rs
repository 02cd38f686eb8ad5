//! The rooms of the house use only rooms to their left. This test reads the imports of every
//! file under `src` and fails on a step back.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from left to right; rooms of one row do not import each other.
const ROWS: &[&[&str]] = &[
    &["model"],
    &["text"],
    &["snapshot", "lang"],
    &["title"],
    &["import", "search", "explain", "desk"],
    &["sheet"],
    &["tui"],
    &["cli"],
];

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|rooms| rooms.contains(&room))
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Rooms named in code (comments aside) as `crate::room` or `crate::{room::…, room::…}`.
fn uses(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let mut out = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![rest],
        };
        for name in names {
            let word: String = name
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            out.push(word);
        }
    }
    out
}

/// The parts of `a::{b, c}, d}` that stand at its own level.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                out.push(&group[start..i]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(&group[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    out
}

#[test]
fn no_room_steps_back() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let mut steps_back = Vec::new();
    let mut seen = 0;
    for path in all {
        let relative = path.strip_prefix(&src).unwrap();
        let first = relative
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let room = first.trim_end_matches(".rs").to_owned();
        let Some(own) = row(&room) else {
            assert!(
                ["lib", "main"].contains(&room.as_str()),
                "{room} is no room of the house"
            );
            continue;
        };
        for used in uses(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            if let Some(other) = row(&used)
                && used != room
                && other >= own
            {
                steps_back.push(format!("{} uses {used}", relative.display()));
            }
        }
    }
    assert!(seen > 5, "the imports were not read");
    assert!(steps_back.is_empty(), "{steps_back:#?}");
}

#[test]
fn a_step_back_is_seen() {
    let source = "use crate::{tui::x, model::{Cup, Cig}};\n// crate::cli\nlet a = crate::sheet::f();";
    assert_eq!(uses(source), ["tui", "model", "sheet"]);
    assert!(row("tui") > row("sheet") && row("import") == row("search"));
}
