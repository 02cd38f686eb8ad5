//! The house as its sources have it. A room uses only rooms to its left, and inside a room no
//! files name each other in a circle.
//!
//! What an arrow is: file A names a thing that stands in file B, by `use` or in running code, by
//! `crate::`, `super::`, `self::`, by the name of a child module or by a name that a `use` brought
//! (`use super::b;`, then `b::c::f()` leads to `b/c`). From child to parent counts,
//! and so does parent to child. `mod x;` and `pub use x::…` are no arrow: the parent only hands
//! on, and who asks the parent for such a name gets an arrow to the file in which it stands. A
//! method is called without naming its file: that is no arrow either. What is only there for
//! tests is not looked at.

#![allow(clippy::unwrap_used)]

#[path = "architecture/documented.rs"]
mod documented;
#[path = "architecture/house.rs"]
mod house;
#[path = "architecture/path.rs"]
mod path;
#[path = "architecture/source.rs"]
mod source;

use house::{Arrows, House, circles};
use std::path::{Path, PathBuf};

/// Rooms from left to right; rooms of one row do not import each other.
const ROWS: &[&[&str]] = &[
    &["model"],
    &["text"],
    &["snapshot", "lang"],
    &["title"],
    &["import", "search", "explain", "desk", "renew", "compare"],
    &["sheet"],
    &["app"],
    &["publish", "fetch", "tui", "voice"],
    &["cli"],
    &["main"],
];

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|rooms| rooms.contains(&room))
}

fn house() -> House {
    House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// "file uses room" for each step that does not go to the left.
fn steps_back(house: &House) -> Vec<String> {
    let mut out = Vec::new();
    for (file, rooms) in house.rooms() {
        let room = file.split('/').next().unwrap_or_default();
        let own = row(room).unwrap_or_else(|| panic!("{room} is no room of the house"));
        let back = rooms
            .iter()
            .filter(|used| *used != room && row(used).is_some_and(|r| r >= own));
        out.extend(back.map(|used| format!("{file} uses {used}")));
    }
    out
}

#[test]
fn no_room_steps_back() {
    let house = house();
    let seen: usize = house.rooms().map(|(_, rooms)| rooms.len()).sum();
    assert!(seen > 500, "the imports were not read: {seen}");
    let back = steps_back(&house);
    assert!(back.is_empty(), "{back:#?}");
}

fn told(circles: &[Arrows]) -> Vec<String> {
    let line = |circle: &Arrows| {
        let arrows = circle
            .iter()
            .flat_map(|(from, to)| to.iter().map(move |to| format!("{from} -> {to}")));
        arrows.collect::<Vec<_>>().join("\n    ")
    };
    circles.iter().map(line).collect()
}

#[test]
fn no_files_of_a_room_name_each_other_in_a_circle() {
    let arrows = house().arrows();
    let seen: usize = arrows.values().map(|to| to.len()).sum();
    assert!(seen > 300, "the arrows were not read: {seen}");
    let found = told(&circles(&arrows));
    assert!(
        found.is_empty(),
        "files in a circle:\n\n    {}",
        found.join("\n\n    ")
    );
}

/// The rooms of the top floor are thin faces of what lies below: all their lines together, and those
/// of the longest file. What was added since it was rebuilt stands with the lines that it may cost.
const TOP_FLOOR: &[&str] = &["app", "tui", "voice", "cli"];
const MOST_LINES: usize = 19_253;
const ADDED: &[(&str, usize)] = &[
    ("the projects gathered for one citizen", 545),
    (
        "what the desk remembers: visits, reports, questions without an answer",
        560,
    ),
    ("letters apart from what to do with them", 16),
    ("a sheet opened or printed by the system", 62),
    ("names on the map, and typing leads to a comune", 40),
    ("the way to a page in the header", 14),
    ("the commands that work on the screen at hand", 14),
    ("the first sentence of an answer in large letters", 20),
    ("the workshop in the simple mode", 14),
    ("a question answered before the list in the simple mode", 20),
    ("what the simple mode takes away is asked twice", 16),
    ("portable.txt beside the program, and where else it is kept", 8),
    ("the mark of a gathered project in every list", 40),
    ("a report as a PDF", 60),
    (
        "in the simple mode all questions without an answer, forgotten by number",
        74,
    ),
    ("what changed: a command, a page after an update", 128),
    ("the quality of the data: a command and a page", 57),
    ("the desks' questions beside the quality of the data", 68),
    (
        "a name taken out on request: a command, its list for an import",
        140,
    ),
    ("open data beside the packages", 36),
    ("the signs that the console of Windows has", 58),
    ("the first start offers the settings", 56),
    ("the pages as a site, and its address in the settings", 30),
    ("packages: three commands, the mark, the row of newer data", 206),
    ("tables and packages from the net: a command and an address", 260),
    ("newer data taken on the screen and in the simple mode", 130),
    ("a place beyond the region", 24),
    ("a question over many results, a note that grows", 34),
    ("commands that run as printed; a code, a day, a limit told", 53),
    ("how the searches go, the row of the first start that stays", 14),
];
const LONGEST_FILE: usize = 300;

#[test]
fn the_top_floor_stays_thin() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let is_top = |file: &Path| {
        let room = file.strip_prefix(&src).unwrap().iter().next().unwrap();
        TOP_FLOOR.contains(&room.to_str().unwrap().trim_end_matches(".rs"))
    };
    let mut files = Vec::new();
    house::files(&src, &mut files);
    files.retain(|file| is_top(file));
    let lines = |file: &Path| std::fs::read_to_string(file).unwrap().lines().count();
    let counted: Vec<(usize, PathBuf)> = files.into_iter().map(|file| (lines(&file), file)).collect();
    let all: usize = counted.iter().map(|(lines, _)| lines).sum();
    println!("top floor: {} files, {all} lines", counted.len());
    assert!(counted.len() > 100 && all > 10_000, "the files were not read");
    let most = MOST_LINES + ADDED.iter().map(|(_, lines)| lines).sum::<usize>();
    assert!(all <= most, "{all} lines of {most}");
    let long: Vec<&(usize, PathBuf)> = counted
        .iter()
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// The circles of made-up files.
fn of<'a>(files: &[(&'a str, &'a str)]) -> Vec<String> {
    told(&circles(&House::of(files.iter().copied()).arrows()))
}

#[test]
fn a_step_back_is_seen() {
    let steps = |source| steps_back(&House::of([("sheet.rs", "mod a;"), ("sheet/a.rs", source)]));
    let source = "use crate::{tui::x, model::{Cup, Cig}};\n// crate::cli\nfn f() { crate::sheet::f(); crate::voice::g(\"crate::cli::x\"); }";
    assert_eq!(steps(source), ["sheet/a uses tui", "sheet/a uses voice"]);
    assert!(steps("use crate::title::compose;").is_empty());
    assert!(row("tui") > row("app") && row("import") == row("search"));
}

#[test]
fn a_circle_of_brothers_is_seen_by_each_way_to_name_them() {
    let circle = ["tui/a -> tui/b\n    tui/b -> tui/a"];
    let a = ("tui/a.rs", "use super::b::B;");
    let root = ("tui.rs", "mod a; mod b;");
    for b in [
        "use crate::tui::a::A;",
        "use super::{a::{self, A}, c};",
        "fn f() -> u8 { super::a::f() }",
        "fn f() { let x = crate::tui::a::A { b: 1 }; }",
        "mod inner { use super::super::a::A; }",
        "fn f(x: &'static str) -> char { super::a::g('\"') }",
    ] {
        assert_eq!(of(&[root, a, ("tui/b.rs", b)]), circle, "{b}");
    }
    for b in [
        "// use super::a::A;",
        "/* use super::a::A; */",
        "const X: &str = \"super::a::A\";",
        "const X: &str = r#\"\" super::a::A\"#;",
        "mod inner { use super::a::A; }",
        "#[cfg(test)]\nmod tests { use super::super::a::A; fn f() { super::super::a::g(); } }",
        "#[cfg(test)]\nuse super::a::A;",
    ] {
        assert!(of(&[root, a, ("tui/b.rs", b)]).is_empty(), "{b}");
    }
}

#[test]
fn a_circle_of_parent_and_child_is_seen() {
    let child = ("tui/a.rs", "use super::State;\npub fn f() {}");
    let circle = ["tui -> tui/a\n    tui/a -> tui"];
    for parent in [
        "mod a; pub struct State; fn g() { a::f() }",
        "mod a; use a::f; pub struct State;",
        "mod a; use self::a::f; pub struct State;",
        "pub mod a; pub struct State; fn g() { self::a::f() }",
    ] {
        assert_eq!(of(&[("tui.rs", parent), child]), circle, "{parent}");
    }
    assert!(of(&[("tui.rs", "mod a; pub use a::f; pub struct State;"), child]).is_empty());
    assert!(
        of(&[
            ("tui.rs", "mod a; pub(crate) use a::{f, g}; pub struct State;"),
            child
        ])
        .is_empty()
    );
}

#[test]
fn a_name_that_is_handed_on_leads_to_where_it_stands() {
    let root = ("tui.rs", "mod a; mod b; pub use a::A; use b::B as C;");
    let a = ("tui/a.rs", "pub struct A; fn f() { super::b::f() }");
    let circle = ["tui/a -> tui/b\n    tui/b -> tui/a"];
    assert_eq!(of(&[root, a, ("tui/b.rs", "use super::A;")]), circle);
    let renamed = ("tui/a.rs", "fn f(c: super::C) {}");
    assert_eq!(of(&[root, renamed, ("tui/b.rs", "use super::a::f;")]), circle);
}

#[test]
fn a_module_that_a_use_brought_is_walked_into() {
    let root = ("tui.rs", "mod a; mod b;");
    let a = ("tui/a.rs", "pub mod draw; pub struct A;");
    let draw = ("tui/a/draw.rs", "use crate::tui::b;\nfn f() { b::keep(); }");
    let b = ("tui/b.rs", "use super::a;\npub fn keep() { a::draw::f() }");
    let circle = ["tui/a/draw -> tui/b\n    tui/b -> tui/a/draw"];
    assert_eq!(of(&[root, a, draw, b]), circle);
    let other = ("tui/b.rs", "use super::a;\npub fn keep(a: a::A) {}");
    assert!(of(&[root, a, draw, other]).is_empty());
}

/// Arrows that stood in a circle of this house and were taken out of it: from whom, to whom.
const OF_BEFORE: &[(&str, &str)] = &[
    ("import/input", "import/layouts"),
    ("import/gather", "import/open_pnrr"),
    ("import/settle", "import/resolve"),
    ("import/resolve/copied", "import/resolve"),
    ("import/pa_digitale", "import"),
    ("import/facts/texts", "import/facts/place"),
    ("import/facts/name/judge", "import/facts/name"),
    ("import/facts/thing/words", "import/facts/thing"),
    ("tui/screen/lesson", "tui/screen"),
    ("tui/screen/pick", "tui/screen"),
    ("tui/screen/start", "tui/screen"),
    ("tui/screen/note", "tui/state"),
    ("tui/screen/lesson/view", "tui/dispatch"),
    ("tui/screen/lesson/update/live", "tui/dispatch"),
    ("tui/screen/pick/update", "tui/update"),
    ("tui/screen/read/update", "tui/desk"),
    ("voice/list", "voice/state"),
    ("voice/menu/names", "voice/menu"),
    ("cli/filters", "cli/table"),
];

#[test]
fn every_circle_of_before_would_be_seen_again() {
    let arrows = house().arrows();
    for (from, to) in OF_BEFORE {
        let mut again = arrows.clone();
        again
            .entry((*from).to_owned())
            .or_default()
            .insert((*to).to_owned());
        let found = circles(&again);
        let seen = found
            .iter()
            .any(|circle| circle.contains_key(*from) && circle.contains_key(*to));
        assert!(seen, "{from} -> {to} closes no circle");
    }
}

#[test]
fn a_long_circle_and_a_file_of_tests() {
    let root = ("tui.rs", "mod a; mod b; mod c; #[cfg(test)] mod tests;");
    let a = ("tui/a.rs", "use super::b::B;");
    let b = ("tui/b.rs", "use super::c::C;");
    let c = ("tui/c.rs", "use super::a::A;");
    assert_eq!(of(&[root, a, b, c])[0].lines().count(), 3);
    let tests = ("tui/tests.rs", "use super::a::A;");
    let uses_tests = ("tui/c.rs", "use super::tests::T;");
    assert!(of(&[root, a, b, tests, uses_tests]).is_empty());
}
