//! What a public function does is said above it: how many of each room have a `///`.

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
