//! The projects gathered for one citizen: marked on the screen at hand, walked, shown to a room,
//! kept under a name, written out, ended with the next citizen.

use super::support::Driver;
use sportello::lang::Lang;
use sportello::model::ProjectId;
use sportello::sheet::{Block, Link, Part, PartId, Subject};
use sportello::tui::event::Effect;
use sportello::tui::screen::Screen;
use std::sync::Arc;

fn driver(keys: &[&str]) -> Driver {
    let mut driver = Driver::new(120, 40, Lang::It);
    driver.keys(keys);
    driver
}

fn header(driver: &Driver) -> String {
    driver.text().lines().next().unwrap_or_default().to_owned()
}

/// Three marks: two in the list, one on a page.
const THREE: &[&str] = &["as", "insert", "down", "insert", "down", "enter", "insert"];

#[test]
fn a_mark_stands_in_the_row_and_the_count_at_the_top() {
    let mut it = driver(&["as", "insert"]);
    assert!(header(&it).contains("1 raccolto"), "{}", it.text());
    let marked = it.text().lines().filter(|line| line.contains("■ ")).count();
    assert_eq!(marked, 1, "{}", it.text());
    it.keys(&["insert"]);
    assert!(
        !header(&it).contains("raccolt") && !it.text().contains("■ "),
        "{}",
        it.text()
    );
    assert!(it.text().contains("ne restano 0"), "{}", it.text());
    it.keys(&["enter", "insert"]);
    assert!(header(&it).contains("raccolto · 1 raccolto"), "{}", it.text());
}

#[test]
fn the_list_is_walked_from_project_to_project_and_esc_leads_back() {
    let mut it = driver(THREE);
    it.keys(&["alt-home"]);
    assert!(it.state.gathered.is_empty(), "the next citizen ends it");
    let mut it = driver(THREE);
    let ids = it.state.gathered.ids().to_vec();
    assert_eq!(ids.len(), 3);
    let here = |it: &Driver| match &it.state.history.here {
        Screen::Read(read) => format!("{:?}", read.subject),
        other => panic!("{other:?}"),
    };
    assert!(here(&it).contains(&ids[2].to_string()));
    it.keys(&["alt-down"]);
    assert!(
        it.text().contains("È l'ultimo progetto della raccolta"),
        "{}",
        it.text()
    );
    it.keys(&["alt-up"]);
    assert!(here(&it).contains(&ids[1].to_string()));
    it.keys(&["alt-up"]);
    assert!(here(&it).contains(&ids[0].to_string()));
    it.keys(&["esc"]);
    assert!(
        matches!(it.state.history.here, Screen::Search(_)),
        "{}",
        it.text()
    );
}

#[test]
fn what_is_no_project_is_not_gathered_and_an_empty_list_says_how() {
    let mut it = driver(&["f4", "insert"]);
    assert!(it.text().contains("Si raccoglie un progetto"), "{}", it.text());
    it.keys(&["alt-down"]);
    assert!(
        it.text().contains("Ins su un progetto lo raccoglie"),
        "{}",
        it.text()
    );
}

#[test]
fn the_page_of_the_list_takes_projects_off_and_empties() {
    let mut it = driver(THREE);
    it.keys(&["shift-f7"]);
    assert!(
        it.text().contains("Progetti raccolti: 3 progetti"),
        "{}",
        it.text()
    );
    it.keys(&["tab", "delete"]);
    assert!(
        it.text().contains("Progetti raccolti: 2 progetti"),
        "{}",
        it.text()
    );
    assert!(it.text().contains("ne restano 2"), "{}", it.text());
    it.keys(&["ctrl-u"]);
    assert!(
        it.state.gathered.is_empty() && it.text().contains("La raccolta è vuota"),
        "{}",
        it.text()
    );
    it.keys(&["shift-f7"]);
    assert!(
        !matches!(&it.state.history.here, Screen::Read(read) if format!("{:?}", read.subject).contains("Gathered"))
    );
}

#[test]
fn the_list_is_printed_written_out_and_shown_to_a_room() {
    let mut it = driver(THREE);
    it.keys(&["shift-f7", "shift-f5"]);
    assert!(
        it.text()
            .contains("Ho scritto il foglio in foglio.pdf. Ctrl-F5 lo apre"),
        "{}",
        it.text()
    );
    it.keys(&["ctrl-e"]);
    assert!(
        it.text().contains("Ho scritto raccolta.csv e raccolta.json"),
        "{}",
        it.text()
    );
    it.keys(&["f12"]);
    assert!(matches!(it.state.history.here, Screen::Workshop(_)));
    it.keys(&["page-down"]);
    assert!(it.text().contains("1 di 3"), "{}", it.text());
    it.keys(&["end"]);
    assert!(it.text().contains("3 di 3"), "{}", it.text());
}

#[test]
fn a_list_is_kept_under_a_name_that_holds_nobody() {
    let mut it = driver(THREE);
    it.keys(&["shift-f7", "ctrl-k", "per Maria", "enter"]);
    assert!(
        it.text().contains("contiene il nome di una persona"),
        "{}",
        it.text()
    );
    it.keys(&["ctrl-u", "3331234567", "enter"]);
    assert!(it.text().contains("numero di telefono"), "{}", it.text());
    it.keys(&["ctrl-u", "scuole del centro", "enter"]);
    assert!(
        it.text().contains("Raccolta conservata: scuole del centro"),
        "{}",
        it.text()
    );
    assert!(
        it.text().contains("scuole del centro: 3 progetti"),
        "{}",
        it.text()
    );
    // The next citizen ends the list, not what was kept.
    it.keys(&["alt-home", "ctrl-x"]);
    assert!(it.state.gathered.is_empty());
    assert!(
        it.text().contains("scuole del centro: 3 progetti"),
        "{}",
        it.text()
    );
    while !it.text().contains("▸ → scuole") {
        let before = it.text();
        it.keys(&["down"]);
        assert_ne!(it.text(), before);
    }
    it.keys(&["enter", "insert"]);
    assert_eq!(it.state.gathered.ids().len(), 3, "it is taken up again");
    assert!(
        it.text().contains("Si continua con questa raccolta"),
        "{}",
        it.text()
    );
    it.keys(&["esc", "delete"]);
    assert!(it.text().contains("Raccolta cancellata"), "{}", it.text());
    assert!(!it.text().contains("Raccolte conservate"), "{}", it.text());
}

/// The sheet is opened or printed by the system only when that is asked for, and only one that was written.
#[test]
fn a_sheet_is_handed_to_the_system_only_when_it_is_asked_for() {
    use sportello::desk::hand::Way;
    use sportello::tui::event::{Done, Event};
    let mut it = driver(&["as", "enter", "ctrl-f5"]);
    assert!(
        it.text().contains("Non c'è ancora un foglio: Maiusc-F5"),
        "{}",
        it.text()
    );
    it.keys(&["shift-f5"]);
    assert!(
        it.outside
            .iter()
            .all(|effect| !matches!(effect, Effect::Hand(..))),
        "not by itself"
    );
    it.keys(&["ctrl-f5", "alt-f5"]);
    let handed: Vec<&Effect> = it
        .outside
        .iter()
        .filter(|e| matches!(e, Effect::Hand(..)))
        .collect();
    let file = || "foglio.pdf".to_owned();
    assert_eq!(
        handed,
        [
            &Effect::Hand(Way::Open, file()),
            &Effect::Hand(Way::Print, file())
        ]
    );
    it.event(Event::Done(Ok(Done::Handed(Way::Print, Some("lp")))));
    assert!(it.text().contains("mandato alla stampante (lp)"), "{}", it.text());
    it.event(Event::Done(Ok(Done::Handed(Way::Open, None))));
    assert!(it.text().contains("aprite voi foglio.pdf"), "{}", it.text());
    it.keys(&["alt-home", "alt-f5"]);
    assert!(
        it.text().contains("Non c'è ancora un foglio"),
        "the next citizen has none"
    );
}

#[test]
fn nothing_reaches_beyond_the_archive_without_being_asked() {
    let mut it = driver(THREE);
    it.keys(&["shift-f7", "alt-home"]);
    let quiet = |effect: &Effect| !matches!(effect, Effect::Quit | Effect::Copy(_));
    assert!(it.outside.iter().all(quiet), "{:?}", it.outside);
}

/// Goes down until a line begins with these words behind the sign of the selection.
fn down_to(it: &mut Driver, says: impl Fn(&str) -> bool) -> String {
    loop {
        let text = it.text();
        let line = text.lines().find_map(|line| line.split_once("▸ "));
        if let Some((_, row)) = line
            && says(row)
        {
            return row.split("  ").next().unwrap_or_default().trim().to_owned();
        }
        it.keys(&["down"]);
        assert_ne!(it.text(), text, "it is not there");
    }
}

/// On a page of a comune, of a measure, of the desk, among the commands and on the first screen a row
/// that leads to a project is marked by the same key, and bears the sign.
#[test]
fn the_mark_stands_in_every_list_that_names_a_project() {
    let is_project = |row: &str| row.starts_with("→ 987 mila");
    for open in [
        &["down", "enter", "enter"][..],
        &["down", "down", "enter", "down", "enter"],
    ] {
        let mut it = driver(open);
        let Screen::Read(read) = &mut it.state.history.here else {
            panic!("{}", it.text());
        };
        let page = Arc::make_mut(read.page.as_mut().unwrap());
        let way = |n: usize| {
            let to = Subject::Project(ProjectId::of("M1", "", &n.to_string(), 0));
            Block::Link(Link::new(&format!("987 mila € · in corso · asilo {n}"), to))
        };
        let part = Part::new(PartId::Links, "Progetti").with((1..4).map(way).collect());
        page.parts.push(part);
        let row = down_to(&mut it, is_project);
        it.keys(&["insert"]);
        let marked = row.replacen('→', "■", 1);
        assert!(it.text().contains(&format!("▸ {marked}")), "{row}: {}", it.text());
        assert!(header(&it).contains("1 raccolto"), "{}", it.text());
        it.keys(&["down"]);
        assert!(it.text().contains(&marked), "{row}: {}", it.text());
        it.keys(&["up", "insert"]);
        assert!(it.text().contains(&format!("▸ {row}")), "{row}: {}", it.text());
        assert!(it.state.gathered.is_empty());
    }
    // A favourite: at the desk, on the first screen, among the commands.
    let mut it = driver(&["as", "enter", "ctrl-k", "insert", "ctrl-x"]);
    let row = down_to(&mut it, |row| row.starts_with('■'));
    let name = row.trim_start_matches("■ ").to_owned();
    it.keys(&["insert"]);
    assert!(it.text().contains(&format!("▸ → {name}")), "{}", it.text());
    it.keys(&["insert", "f9"]);
    assert!(it.text().contains("■ "), "{}", it.text());
    it.keys(&["esc", "esc", "esc", "esc"]);
    assert!(matches!(it.state.history.here, Screen::Start(_)));
    assert!(it.text().contains("■ "), "{}", it.text());
    while !it.text().contains("▸ ■ ") {
        let before = it.text();
        it.keys(&["down"]);
        assert_ne!(it.text(), before);
    }
    it.keys(&["insert"]);
    assert!(
        !it.text().contains("■ ") && it.state.gathered.is_empty(),
        "{}",
        it.text()
    );
}
