//! Whatever is pressed, clicked or pasted, at any size: no panic, the selection is there, Esc
//! ends at the start.

#![allow(clippy::unwrap_used)]

#[path = "support/camera.rs"]
mod camera;
#[path = "support/tui.rs"]
mod support;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Rect;
use sportello::lang::{LESSONS, Lang};
use sportello::tui::dispatch::{cursor, way};
use sportello::tui::event::{Effect, Event};
use sportello::tui::keymap::{Key, Keymap};
use sportello::tui::screen::Lesson;
use sportello::tui::screen::Screen;
use sportello::tui::screen::lesson::view as lessons;
use sportello::tui::screen::read::layout as page;
use sportello::tui::screen::workshop;
use sportello::tui::update;
use support::{Driver, Fake, key_event, typed};

fn any_event() -> impl Strategy<Value = Event> {
    let keys: Vec<Key> = Keymap::new(None)
        .unwrap()
        .bindings
        .iter()
        .flat_map(|b| b.keys.clone())
        .collect();
    let mouse = (0u16..140, 0u16..50, 0usize..4).prop_map(|(column, row, kind)| {
        let kind = [
            MouseEventKind::Down(MouseButton::Left),
            MouseEventKind::ScrollDown,
            MouseEventKind::ScrollUp,
            MouseEventKind::Drag(MouseButton::Left),
        ][kind];
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    });
    prop_oneof![
        6 => proptest::sample::select(keys).prop_map(|key| Event::Key(key_event(key))),
        3 => "[a-z !è漢]".prop_map(|s| typed(s.chars().next().unwrap_or('a'))),
        1 => "\\PC{0,40}".prop_map(Event::Paste),
        2 => mouse,
        1 => (0u16..150, 0u16..50).prop_map(|(width, height)| Event::Resize { width, height }),
    ]
}

/// The first screen as a lesson shows it, opened, is a step like any other.
#[test]
fn esc_leads_back_over_a_first_screen_that_a_lesson_showed() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["ctrl-r", "dimo", "enter", "enter", "f4", "enter"]);
    let steps = way(&driver.state).len();
    let mut presses = 0;
    while !driver.state.history.at_the_bottom() {
        driver.keys(&["esc"]);
        presses += 1;
    }
    assert_eq!(presses, steps);
}

/// What is selected exists, and is on the screen.
fn check(driver: &Driver) -> Result<(), TestCaseError> {
    let state = &driver.state;
    driver.buffer();
    if let Some(at) = cursor(state, state.size) {
        prop_assert!(state.size.contains(at), "{at:?} in {:?}", state.size);
    }
    let Some(frame) = sportello::tui::frame::frame(state.size) else {
        return Ok(());
    };
    match &state.history.here {
        Screen::Start(_) | Screen::Note(_) | Screen::Code(_) => {}
        Screen::Search(search) => {
            let choices = search.choices();
            prop_assert!(search.selected < choices.max(1));
            prop_assert!(search.scroll <= search.selected);
            prop_assert!(search.filter < search.filters().count().max(1));
        }
        Screen::Pick(pick) => {
            prop_assert!(pick.selected < pick.shown.len().max(1));
            prop_assert!(pick.shown.is_empty() || pick.selected_item().is_some());
        }
        Screen::Map(map) => {
            prop_assert!(map.row().is_some());
            prop_assert!(map.scroll <= map.at().unwrap());
        }
        Screen::Read(read) => {
            if read.page.is_some() {
                let set = page::page(read, frame.body);
                let (first, last) = set.span(read.selected).unwrap();
                // What stands above the first sentence belongs to it: a page opens at its top.
                let first = if read.selected == 0 { 0 } else { first };
                let height = usize::from(frame.body.height);
                let seen = read.scroll..read.scroll + height;
                if last - first < height {
                    prop_assert!(seen.contains(&first), "{first} in {seen:?}");
                } else {
                    // Taller than the screen: some of it fills what is seen of it.
                    prop_assert!(
                        first < seen.end && last >= seen.start,
                        "{first}-{last} in {seen:?}"
                    );
                }
            }
        }
        Screen::Lesson(lesson) => {
            prop_assert!(lesson.page <= lessons::set(lesson, state).last());
            prop_assert!(lesson.at <= lesson.steps() + 1);
            prop_assert!(lesson.choice < lesson.options().max(1));
        }
        Screen::Workshop(talk) => {
            prop_assert!(talk.at <= talk.count());
            prop_assert!(talk.leaf <= workshop::play::set(talk, state).last());
        }
    }
    Ok(())
}

/// A lesson, at one of its steps.
fn lesson(n: usize, at: usize) -> Screen {
    let lesson = &LESSONS[n % LESSONS.len()];
    let mut lesson = Lesson::new(lesson);
    lesson.at = (at % (lesson.steps() + 2)).max(lesson.at);
    Screen::Lesson(Box::new(lesson))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_and_esc_ends_at_the_start(events in prop::collection::vec(any_event(), 1..60)) {
        let mut driver = Driver::new(80, 24, Lang::It);
        for event in events {
            driver.event(event);
            check(&driver)?;
        }
        // Each step on the way has its name; one Esc goes back over one of them.
        for _ in way(&driver.state) {
            driver.keys(&["esc"]);
            check(&driver)?;
        }
        prop_assert!(matches!(driver.state.history.here, Screen::Start(_)));
        driver.outside.clear();
        driver.keys(&["esc"]);
        prop_assert!(!driver.outside.contains(&Effect::Quit), "Esc never ends the program");
    }

    #[test]
    fn a_lesson_holds_at_any_size(
        n in 0usize..6,
        at in 0usize..20,
        events in prop::collection::vec(any_event(), 1..40),
        alarms in prop::collection::vec(any::<bool>(), 40),
    ) {
        let mut driver = Driver::new(80, 24, Lang::It);
        driver.state.history.open(lesson(n, at));
        for (event, alarm) in events.into_iter().zip(alarms) {
            driver.event(event);
            check(&driver)?;
            if alarm {
                driver.alarm();
                check(&driver)?;
            }
        }
    }

    #[test]
    fn hostile_text_stays_in_its_place(
        text in "(\\PC|\u{1b}\\[2J|\u{202e}|\u{200b}|\u{301}|漢|\r|\n|\t){0,80}",
        width in 30u16..130,
        height in 8u16..45,
    ) {
        let fake = Fake { hostile: Some(text.clone()), ..Fake::default() };
        let mut driver = Driver::with(width, height, Lang::It, fake);
        driver.event(Event::Paste(text));
        driver.keys(&["down"]);
        check(&driver)?;
        let buf = driver.buffer();
        prop_assert_eq!(*buf.area(), Rect::new(0, 0, width, height));
        for cell in &buf.content {
            prop_assert!(!cell.symbol().contains(char::is_control));
        }
    }
}

/// Ways to every kind of screen.
const SCREENS: &[&[&str]] = &[
    &[],
    &["down"],
    &["as"],
    &["as", "f3"],
    &["as", "tab", "tab"],
    &["as", "enter"],
    &["as", "enter", "enter"],
    &["as", "enter", "ctrl-t"],
    &["as", "enter", "f12"],
    &["as", "enter", "shift-f6"],
    &["f1"],
    &["f9"],
    &["f9", "zzzz"],
    &["down", "enter"],
    &["down", "enter", "enter"],
    &["down", "down", "enter"],
    &["f4", "f3"],
    &["ctrl-s", "end", "enter"],
    &["ctrl-r", "enter", "page-down", "page-down", "page-down"],
    &["shift-f1"],
    &["f7", "enter"],
    &["f4"],
    &["f6"],
    &["f7"],
    &["ctrl-r"],
    &["ctrl-r", "enter"],
    &["ctrl-s"],
    &["ctrl-x"],
    &["zzzzqqq"],
];

/// A terminal reports Esc and what is typed right behind it as one key with Alt.
#[cfg(unix)]
#[test]
fn esc_and_a_text_go_back_one_step_and_type_the_text() {
    for way in SCREENS {
        let mut apart = Driver::new(80, 24, Lang::It);
        apart.keys(way).keys(&["esc", "scuola"]);
        let mut joined = Driver::new(80, 24, Lang::It);
        joined.keys(way);
        let alt = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::ALT);
        joined.event(Event::Key(alt));
        joined.keys(&["cuola"]);
        assert_eq!(apart.text(), joined.text(), "{way:?}");
        assert_eq!(apart.outside, joined.outside, "{way:?}");
    }
    let map = Keymap::new(None).unwrap();
    let mut keys = map.bindings.iter().flat_map(|b| &b.keys);
    assert!(keys.all(|key| !key.held.contains(KeyModifiers::ALT) || !matches!(key.code, KeyCode::Char(_))));
}

/// Arrows and the like stand still at the end of a list; every other key does something that can
/// be seen, or says that it has no meaning.
#[test]
fn no_key_is_silent() {
    let map = Keymap::new(None).unwrap();
    let moves = map.bindings.iter().filter(|b| update::moves(b.action));
    let moves: Vec<Key> = moves.flat_map(|b| b.keys.clone()).collect();
    let keys = map.bindings.iter().flat_map(|b| b.keys.clone());
    let keys: Vec<Key> = keys.filter(|key| !moves.contains(key)).collect();
    let mut silent = Vec::new();
    for way in SCREENS {
        for key in &keys {
            let mut driver = Driver::new(80, 24, Lang::It);
            driver.keys(way);
            driver.state.notice = None;
            driver.outside.clear();
            let (text, styles) = (driver.text(), driver.styles());
            driver.event(Event::Key(key_event(*key)));
            if driver.text() == text && driver.styles() == styles && driver.outside.is_empty() {
                silent.push(format!("{} on {way:?}", key.id()));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Also on an answer of one sentence, which has nothing more to unfold: its reasons open.
#[test]
fn enter_is_silent_on_no_sentence() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["scuola", "enter"]);
    let (mut tried, mut silent) = (0, Vec::new());
    loop {
        let before = (driver.text(), driver.styles());
        let mut beside = Driver::new(80, 24, Lang::It);
        beside.keys(&["scuola", "enter"]);
        beside.keys(&vec!["down"; tried]);
        assert_eq!(beside.text(), before.0);
        beside.keys(&["enter"]);
        if (beside.text(), beside.styles()) == before {
            silent.push(before.0.clone());
        }
        tried += 1;
        driver.keys(&["down"]);
        if (driver.text(), driver.styles()) == before {
            break;
        }
    }
    assert!(tried > 5, "{tried}");
    assert!(silent.is_empty(), "{} of {tried}: {}", silent.len(), silent[0]);
}

/// The code of the page on the web, read from the cells of the whole screen by another program.
#[test]
fn a_code_is_read_from_the_screen_in_every_theme() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut driver = Driver::new(width, height, Lang::It);
        driver.keys(&["as", "enter", "shift-f6"]);
        let Screen::Code(code) = &driver.state.history.here else {
            panic!("no code")
        };
        assert!(!code.text);
        let first = driver.state.theme;
        loop {
            let read = camera::read(&driver.buffer()).unwrap();
            assert!(
                read.starts_with("https://opencup.gov.it/portale/progetto/-/cup/"),
                "{read}"
            );
            driver.keys(&["f8"]);
            if driver.state.theme == first {
                break;
            }
        }
        driver.keys(&["tab"]);
        let text = camera::read(&driver.buffer()).unwrap();
        assert!(text.contains("Asilo"), "{text}");
    }
    let mut small = Driver::new(40, 12, Lang::It);
    small.keys(&["as", "enter", "shift-f6"]);
    assert!(camera::read(&small.buffer()).is_none());
    assert!(
        small.text().replace(['\n', ' '], "").contains("opencup.gov.it"),
        "{}",
        small.text()
    );
}

/// Who has read nothing types a question mark, or how other programs are left.
#[test]
fn a_question_mark_opens_the_help() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["?"]);
    assert!(driver.text().contains("Aiuto"), "{}", driver.text());
    let mut vi = Driver::new(80, 24, Lang::It);
    vi.keys(&[":q", "enter"]);
    assert!(vi.outside.contains(&Effect::Quit));
    driver.keys(&["esc", "as", "?"]);
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("a search")
    };
    assert_eq!(search.field.text(), "as?");
}

/// The next citizen does not walk through the pages of the one before.
#[test]
fn a_new_start_leaves_no_way_back_and_a_search_that_one_returns_to_gives_way() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "ctrl-n"]);
    assert!(matches!(driver.state.history.here, Screen::Start(_)));
    assert!(driver.state.history.at_the_bottom());
    driver.keys(&["as", "enter", "esc", "prato"]);
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("a search")
    };
    assert_eq!(search.field.text(), "prato");
    driver.keys(&["enter", "esc", "left", "x"]);
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("a search")
    };
    assert_eq!(search.field.text(), "pratxo", "an arrow keeps the text");
}

#[test]
fn a_very_long_name_is_cut() {
    let fake = Fake {
        hostile: Some("lungo ".repeat(17_000)),
        ..Fake::default()
    };
    let mut driver = Driver::with(80, 24, Lang::It, fake);
    driver.keys(&["a", "enter"]);
    assert!(driver.text().contains("lungo lungo"));
}

#[test]
fn enter_before_the_answer_opens_the_first_project_of_the_answer() {
    use sportello::sheet::Subject;
    use sportello::tui::backend::Backend;
    use sportello::tui::update::update;
    let mut driver = Driver::new(80, 24, Lang::It);
    // The answer to the last letter has not come when Enter is pressed.
    let mut effects = update(&mut driver.state, typed('a'));
    let enter = Event::Key(key_event(Key::parse("enter").unwrap()));
    assert!(update(&mut driver.state, enter).is_empty());
    let Some(Effect::Search { generation, ask }) = effects.pop() else {
        panic!("a letter asks");
    };
    let answer = driver.backend.search(&ask);
    let first = answer.rows[0].id;
    driver.event(Event::Found { generation, answer });
    let Screen::Read(read) = &driver.state.history.here else {
        panic!("the project is open");
    };
    assert_eq!(read.subject, Subject::Project(first));
}

#[test]
fn a_late_answer_is_dropped() {
    use sportello::tui::backend::Backend;
    use sportello::tui::update::update;
    let mut driver = Driver::new(80, 24, Lang::It);
    let Some(Effect::Search { generation, ask }) = update(&mut driver.state, typed('a')).pop() else {
        panic!("a letter asks");
    };
    let late = driver.backend.search(&ask);
    driver.keys(&["bc"]);
    let before = driver.text();
    driver.event(Event::Found {
        generation,
        answer: late,
    });
    assert_eq!(driver.text(), before);
}

#[test]
fn the_selection_follows_a_filter_that_moves() {
    use sportello::tui::backend::Backend;
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "f3", "down"]);
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("the search is open");
    };
    let (generation, ask) = search.asked.clone().unwrap();
    let mut answer = driver.backend.search(&ask);
    answer.facets[0].values.swap(0, 1);
    driver.event(Event::Found { generation, answer });
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("the search is open");
    };
    assert_eq!(search.filters().nth(search.filter).unwrap().label, "Pisa");
    assert_eq!(search.filter, 0);
}

/// Typing on the map leads to a comune, and Backspace a letter back.
#[test]
fn letters_on_the_map_lead_to_the_comune_that_they_begin() {
    let mut driver = Driver::new(80, 24, Lang::It);
    let here = |driver: &Driver| match &driver.state.history.here {
        Screen::Map(map) => (map.row().unwrap().name.clone(), map.typed.clone()),
        _ => panic!("the map stays"),
    };
    driver.keys(&["f4", "pr"]);
    assert_eq!(here(&driver), ("Prato (PO)".to_owned(), "pr".to_owned()));
    driver.keys(&["zz"]);
    assert_eq!(here(&driver).0, "Prato (PO)");
    assert!(
        driver.text().contains("nessun comune comincia con «prz»"),
        "{}",
        driver.text()
    );
    driver.keys(&["backspace"]);
    assert_eq!(here(&driver).1, "p");
    driver.keys(&["down"]);
    assert_eq!(here(&driver).1, "", "an arrow ends what was typed");
}

/// The list of commands has what can be done where it was asked for, each once.
#[test]
fn the_commands_are_those_that_work_here_each_once() {
    for (way, has, lacks) in [
        (&[][..], "Mappa", "Stampa"),
        (&["as", "enter"][..], "Stampa", "Ordina"),
        (&["as"][..], "Ordina", "Tabella"),
        (&["f4"][..], "Tabella", "Laboratorio"),
    ] {
        let mut driver = Driver::new(80, 60, Lang::It);
        driver.keys(way).keys(&["f9"]);
        let Screen::Pick(pick) = &driver.state.history.here else {
            panic!("a list")
        };
        let names: Vec<&str> = pick.items.iter().map(|item| item.name.as_str()).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len(), "twins in {names:?}");
        assert!(
            names.contains(&has) && !names.contains(&lacks),
            "{way:?}: {names:?}"
        );
    }
}

/// Whatever the wheel is over moves, and nothing else.
#[test]
fn the_wheel_over_the_filters_moves_the_filters() {
    let mut driver = Driver::new(120, 10, Lang::It);
    driver.state.mouse = true;
    driver.keys(&["as"]);
    let seen = |driver: &Driver| match &driver.state.history.here {
        Screen::Search(search) => (search.selected, search.filter_scroll, search.filter_lines().len()),
        _ => panic!("a search"),
    };
    let before = seen(&driver);
    assert!(before.2 > 7, "{before:?}");
    let turn = |kind| {
        Event::Mouse(MouseEvent {
            kind,
            column: 5,
            row: 6,
            modifiers: KeyModifiers::NONE,
        })
    };
    driver.event(turn(MouseEventKind::ScrollDown));
    let after = seen(&driver);
    assert!(after.0 == before.0 && after.1 > before.1, "{before:?} {after:?}");
    for _ in 0..30 {
        driver.event(turn(MouseEventKind::ScrollUp));
    }
    assert_eq!(seen(&driver), before);
}

/// Deeper than two the header says by what way.
#[test]
fn the_header_says_by_which_way_one_came() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as"]);
    assert!(
        driver.text().starts_with(" Sportello · Toscana · Ricerca · "),
        "{}",
        driver.text()
    );
    driver.keys(&["enter", "f4"]);
    let text = driver.text();
    assert!(
        text.starts_with(" Sportello · Toscana · Ricerca → Progetto → Mappa"),
        "{text}"
    );
}

/// Where there is little room, what matters less is left out whole and nothing else is cut.
#[test]
fn the_smallest_screens_say_where_one_is_and_what_is_counted() {
    let mut small = Driver::new(30, 8, Lang::It);
    small.keys(&["as"]);
    assert!(small.text().starts_with(" Ricerca · 1 di "), "{}", small.text());
    let mut map = Driver::new(30, 12, Lang::It);
    map.keys(&["f4"]);
    let text = map.text();
    let foot = text.lines().rev().nth(1).unwrap();
    assert!(
        foot.trim().starts_with("Solo qui: ") && !foot.contains('…'),
        "{text}"
    );
}

/// On a wide screen the pictures of a page are wider than its text.
#[test]
fn pictures_use_what_the_text_leaves() {
    let widest = |columns| {
        let mut driver = Driver::new(columns, 60, Lang::It);
        driver.keys(&["f4", "enter"]);
        let text = driver.text();
        let bars = text.lines().map(|line| line.matches(['█', '░', '▏']).count());
        bars.max().unwrap()
    };
    assert!(widest(200) > widest(120) + 30, "{} {}", widest(200), widest(120));
}
