//! What a public function does is said above it, and when it fails: how many of each room have a
//! `///`. And what went wrong is told in the person's language.

use crate::house::files;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Rooms with the least share, in per cent; where a room has more today, it only goes up.
const LEAST: &[(&str, usize)] = &[
    ("app", 85),
    ("cli", 85),
    ("desk", 61),
    ("explain", 70),
    ("fetch", 85),
    ("import", 68),
    ("lang", 50),
    ("model", 57),
    ("publish", 85),
    ("search", 52),
    ("sheet", 85),
    ("snapshot", 95),
    ("text", 100),
    ("title", 100),
    ("tui", 85),
    ("voice", 85),
];

/// Public functions of a source: how many, and how many with a `///` above.
fn counted(source: &str) -> (usize, usize) {
    let source = source
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
    let mut out = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        let Some(rest) = line.strip_prefix("pub ") else {
            continue;
        };
        if !rest.trim_start_matches("const ").starts_with("fn ") {
            continue;
        }
        let above = lines[..i].iter().rev().find(|line| !line.starts_with("#["));
        out.0 += 1;
        out.1 += usize::from(above.is_some_and(|line| line.starts_with("///")));
    }
    out
}

#[test]
fn public_functions_say_what_they_do() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&src, &mut paths);
    let mut rooms: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for path in paths
        .iter()
        .filter(|p| !p.ends_with("tests.rs") && !p.ends_with("fixture.rs"))
    {
        let relative = path.strip_prefix(&src).unwrap();
        let first = relative
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let (all, said) = counted(&fs::read_to_string(path).unwrap());
        let room = rooms.entry(first.trim_end_matches(".rs").to_owned()).or_default();
        *room = (room.0 + all, room.1 + said);
    }
    println!("{rooms:?}");
    for (room, least) in LEAST {
        if let Some((all, said)) = rooms.get(*room) {
            let share = said * 100 / all;
            assert!(
                share >= *least,
                "{room}: {said} of {all} public functions say what they do, {share} %"
            );
        }
    }
}

#[test]
fn a_function_without_a_word_is_counted() {
    let source = "/// Says.\n#[must_use]\npub fn a() {}\n\npub const fn b() {}\n  pub fn c() {}\nfn d() {}\n";
    assert_eq!(counted(source), (3, 1));
}

/// The rooms of which every public function that can fail says when.
const FALLIBLE: &[&str] = &["app", "cli", "sheet", "tui", "voice"];

/// The files of some rooms, without their tests.
fn sources(rooms: &[&str]) -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&src, &mut paths);
    let own = paths.iter().map(|path| {
        let name = path.strip_prefix(&src).unwrap().display().to_string();
        (name, fs::read_to_string(path).unwrap())
    });
    let is_wanted = |name: &str| {
        let room = name.split(['/', '.']).next().unwrap_or_default();
        rooms.contains(&room) && !name.ends_with("tests.rs")
    };
    let without = |source: &str| {
        let before = source.split("#[cfg(test)]\nmod tests {").next();
        before.unwrap_or_default().to_owned()
    };
    own.filter(|(name, _)| is_wanted(name))
        .map(|(name, source)| (name, without(&source)))
        .collect()
}

/// Public functions that yield a `Result` and have no `# Errors` above.
fn silent(source: &str) -> Vec<String> {
    let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
    let mut out = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let name = line
            .strip_prefix("pub fn ")
            .and_then(|rest| rest.split(['(', '<']).next());
        let Some(name) = name else { continue };
        let signature = lines[i..].join(" ");
        let signature = signature.split(" {").next().unwrap_or_default();
        let fails = signature
            .rsplit_once("-> ")
            .is_some_and(|(_, yields)| yields.contains("Result<"));
        let above = lines[..i]
            .iter()
            .rev()
            .take_while(|l| l.starts_with("///") || l.starts_with("#["));
        if fails && !above.clone().any(|l| *l == "/// # Errors") {
            out.push(name.to_owned());
        }
    }
    out
}

#[test]
fn functions_that_can_fail_say_when() {
    let found: Vec<String> = sources(FALLIBLE)
        .iter()
        .flat_map(|(name, source)| silent(source).into_iter().map(move |f| format!("{name}: {f}")))
        .collect();
    assert!(found.is_empty(), "no # Errors above:\n{}", found.join("\n"));
    let source = "/// Does.\n/// # Errors\n/// At times.\npub fn a() -> Result<(), ()> {\n/// Does.\npub fn b(\n    c: u8,\n) -> io::Result<()> {\npub fn d(e: Result<u8, ()>) -> u8 {\n";
    assert_eq!(silent(source), ["b"]);
}

#[test]
fn no_error_is_told_as_the_system_says_it() {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let foreign = |line: &str| {
        let mut heads = line
            .split(".to_string()")
            .map(|head| head.rsplit(|c| !is_name(c)).next());
        line.contains(".to_string()") && heads.any(|head| matches!(head, Some("e" | "err" | "error")))
    };
    assert!(foreign("x.map_err(|e| e.to_string())") && !foreign("code.to_string()"));
    for (name, source) in sources(FALLIBLE) {
        for line in source.lines() {
            assert!(!foreign(line), "{name}: {line}");
        }
    }
}
