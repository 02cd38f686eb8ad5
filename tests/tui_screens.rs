//! Pictures of every screen, in three sizes and two languages; at 80x24 with their styles.

#![allow(clippy::unwrap_used)]

#[path = "screens/first.rs"]
mod first;
#[path = "screens/gathered.rs"]
mod gathered;
#[path = "screens/newer.rs"]
mod newer;
#[path = "support/tui.rs"]
mod support;
#[path = "screens/tally.rs"]
mod tally;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use sportello::lang::Lang;
use sportello::tui::event::{Effect, Event};
use sportello::tui::screen::Lesson;
use sportello::tui::screen::Screen;
use support::Driver;

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// The pictures after the same keys.
fn pictures(keys: &[&str]) -> String {
    pictures_of(|driver| _ = driver.keys(keys))
}

fn pictures_of(play: impl Fn(&mut Driver)) -> String {
    let mut out = String::new();
    for (width, height) in SIZES {
        for lang in [Lang::It, Lang::En] {
            let mut driver = Driver::new(width, height, lang);
            play(&mut driver);
            out.push_str(&format!("=== {width}x{height} {lang}\n{}\n", driver.text()));
            if (width, lang) == (80, Lang::It) {
                out.push_str(&format!("--- styles\n{}", driver.styles()));
            }
        }
    }
    out
}

macro_rules! screens {
    ($($name:ident: $keys:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), pictures(&$keys));
        })*
    };
}

screens! {
    start: [];
    start_with_a_door: ["down", "down"];
    start_after_esc: ["esc"];
    search: ["as"];
    search_further_down: ["as", "page-down", "down"];
    search_corrected: ["asillo"];
    search_filters: ["as", "f3", "down", "enter"];
    search_nothing: ["abc!", "down"];
    search_nearly: ["abc?", "down", "down"];
    project: ["as", "enter"];
    project_why: ["as", "enter", "enter", "down", "enter"];
    project_whole: ["as", "enter", "f3", "ctrl-end"];
    project_pictures: ["as", "enter", "tab", "tab", "tab"];
    project_times: ["as", "enter", "tab", "tab", "tab", "tab"];
    project_figures: ["as", "enter", "tab", "tab", "tab", "enter"];
    comuni: ["down", "enter", "pi"];
    comune: ["down", "enter", "enter"];
    comune_pictures: ["down", "enter", "enter", "tab", "tab", "tab", "tab"];
    measure: ["down", "down", "enter", "down", "enter", "tab", "tab", "tab", "tab", "tab"];
    map: ["f4"];
    map_euro: ["f4", "down", "left", "tab"];
    map_table: ["f4", "tab", "tab", "f3", "down"];
    missing_page: ["down", "down", "enter", "enter"];
    help: ["f1", "lingua"];
    palette: ["f9", "guida"];
    settings: ["ctrl-s", "down"];
    settings_home: ["ctrl-s", "down", "down", "down", "down", "enter", "sera"];
    start_on_the_data: ["down", "down", "down", "down", "down"];
    desk_empty: ["ctrl-x", "down"];
    desk: [
        "as", "enter", "ctrl-k", "f11", "ctrl-t", "chiedere all'ufficio", "enter", "esc", "esc",
        "down", "enter", "enter", "ctrl-k", "f11", "f11", "alt-home", "down", "down", "down", "down", "enter",
        "down", "down", "down"
    ];
    desk_page_marked: ["as", "enter", "ctrl-k", "ctrl-t", "chiedere", "enter", "esc", "enter"];
    palette_favourite: ["as", "enter", "ctrl-k", "esc", "f9", "giras"];
    code: ["as", "enter", "shift-f6"];
    gathered_row: ["as", "insert", "down", "insert"];
    gathered: ["as", "insert", "down", "insert", "shift-f7"];
    gathered_name: ["as", "insert", "shift-f7", "ctrl-k", "scuole"];
    note_field: ["as", "enter", "ctrl-t", "chiedere all'ufficio tecnico"];
    note_refused: ["as", "enter", "ctrl-t", "tel. 3331234567", "enter"];
    counted: ["as", "enter", "f11", "f11"];
    workshop: ["as", "enter", "f12"];
    workshop_answer: ["as", "enter", "f12", "page-down", "right"];
    learn: ["ctrl-r"];
    lesson: ["ctrl-r", "enter"];
    demonstration: ["ctrl-r", "dimo", "enter"];
    interrupted: ["ctrl-c"];
}

/// A lesson at a step, counted from 1, and what is pressed there.
fn step(id: &str, at: usize, keys: &[&str]) -> String {
    pictures_of(|driver| {
        let mut lesson = Lesson::named(id).unwrap();
        lesson.at = at;
        driver.state.history.open(Screen::Lesson(Box::new(lesson)));
        driver.keys(keys);
    })
}

macro_rules! steps {
    ($($name:ident: $id:literal, $at:expr, $keys:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), step($id, $at, &$keys));
        })*
    };
}

steps! {
    lesson_search: "leggere-una-scheda", 2, ["f5"];
    lesson_page: "leggere-una-scheda", 5, ["f5", "page-down"];
    lesson_not_yet: "leggere-una-scheda", 3, ["f5", "12", "enter"];
    lesson_right: "leggere-una-scheda", 3, ["f5", "40", "enter"];
    lesson_told: "leggere-una-scheda", 3, ["f5", "12", "enter", "13", "enter"];
    lesson_options: "leggere-una-scheda", 11, ["f5", "down", "enter"];
    lesson_end: "leggere-una-scheda", 13, ["f5"];
    demonstration_stopped: "dimostrazione", 3, ["f5"];
}

#[test]
fn too_small_a_terminal_is_told_so() {
    let mut driver = Driver::new(29, 8, Lang::It);
    assert!(driver.text().contains("La finestra è troppo piccola"));
    driver.keys(&["abc"]);
    driver.event(sportello::tui::event::Event::Resize { width: 30, height: 8 });
    assert!(driver.text().contains("> abc"), "{}", driver.text());
}

#[test]
fn the_cursor_stands_on_what_is_selected() {
    use sportello::tui::dispatch::cursor;
    for (width, height) in SIZES {
        for keys in [
            &["down", "down"][..],
            &["as", "down", "down"],
            &["as", "f3", "down"],
            &["as", "enter", "down", "down"],
            &["as", "enter", "tab", "tab", "tab", "tab"],
            &["f1", "down", "down"],
            &["down", "down", "down", "down", "down"],
            &["as", "enter", "ctrl-k", "ctrl-x", "ctrl-end"],
            &["f4", "f3", "down"],
        ] {
            let mut driver = Driver::new(width, height, Lang::It);
            driver.keys(keys);
            let at = cursor(&driver.state, driver.state.size).unwrap();
            let sign = driver.buffer()[at].symbol().to_owned();
            assert_eq!(sign, "▸", "{keys:?} at {width}x{height}\n{}", driver.text());
        }
    }
}

#[test]
fn a_picture_taller_than_the_screen_is_seen_whole() {
    let mut driver = Driver::new(40, 9, Lang::It);
    driver.keys(&["as", "enter", "tab", "tab", "tab", "tab"]);
    let mut seen = driver.text();
    let line = |seen: &str| seen.contains("la fine non è pubblicata");
    assert!(seen.contains("'22 '23") && !line(&seen), "{seen}");
    driver.keys(&["down"]);
    seen = driver.text();
    assert!(
        line(&seen) && seen.lines().nth(1).unwrap().contains('▸'),
        "{seen}"
    );
    // Past its end comes the next picture; back up, its end is the first that is seen.
    driver.keys(&["down", "up"]);
    assert!(line(&driver.text()), "{}", driver.text());
    driver.keys(&["up"]);
    assert!(driver.text().contains("'22 '23"), "{}", driver.text());
}

#[test]
fn the_map_leads_to_a_comune_and_keeps_its_place() {
    use sportello::tui::screen::Screen;
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["down", "enter", "pisa", "f4"]);
    let here = driver.text();
    assert!(here.contains("◆ Pisa (PI)  1º su 4"), "{here}");
    driver.keys(&["tab", "enter"]);
    assert!(driver.text().contains("Comune"), "{}", driver.text());
    // The page has its own way back to the map.
    driver.keys(&["f9", "mappa", "enter"]);
    let Screen::Map(map) = &driver.state.history.here else {
        panic!("the map is open");
    };
    assert_eq!(map.selected.unwrap().as_str(), "050026");
    driver.keys(&["esc", "esc"]);
    assert!(driver.text().contains("◆ Pisa (PI)"), "{}", driver.text());
    assert!(driver.text().contains("■ Euro"), "{}", driver.text());
    driver.keys(&["ctrl-end"]);
    assert!(!driver.text().contains("◆ Pisa (PI)"), "{}", driver.text());
}

#[test]
fn the_mouse_chooses_a_comune_and_a_second_click_opens_it() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    use sportello::tui::dispatch::cursor;
    use sportello::tui::event::Event;
    let mut driver = Driver::new(120, 40, Lang::It);
    driver.keys(&["f4", "ctrl-end"]);
    let at = cursor(&driver.state, driver.state.size).unwrap();
    let name = driver.text();
    driver.keys(&["ctrl-home"]);
    assert_ne!(driver.text(), name);
    let click = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: at.x,
        row: at.y,
        modifiers: KeyModifiers::NONE,
    };
    driver.event(Event::Mouse(click));
    assert_eq!(driver.text(), name);
    driver.event(Event::Mouse(click));
    assert!(driver.text().contains("Che cos'è"), "{}", driver.text());
}

#[test]
fn another_region_has_the_table_and_is_told_why() {
    for (width, height) in SIZES {
        let fake = support::Fake {
            region: Some("08".into()),
            ..support::Fake::default()
        };
        let mut driver = Driver::with(width, height, Lang::It, fake);
        driver.keys(&["f4", "tab"]);
        let text = driver.text();
        assert!(
            text.contains("solo della") && text.contains("Pisa (PI)"),
            "{text}"
        );
        assert!(!text.contains("tabella"), "{text}");
        driver.keys(&["f3", "down", "enter"]);
        assert!(driver.text().contains("Prato"), "{}", driver.text());
    }
}

#[test]
fn a_picture_is_copied_as_its_figures() {
    use sportello::tui::event::Effect;
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "f5"]);
    let Some(Effect::Copy(text)) = driver.outside.last() else {
        panic!("the page is copied");
    };
    assert!(text.contains("PNRR\t900.000 euro\t91%"), "{text}");
    assert!(
        text.contains("100 mila - 1 mln\t120\tqui c'è questo progetto"),
        "{text}"
    );
}

#[test]
fn the_language_changes_in_place() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "down", "enter", "down"]);
    let it = driver.text();
    driver.keys(&["f2"]);
    let en = driver.text();
    assert!(it.contains("Che cos'è") && en.contains("What it is"), "{en}");
    driver.keys(&["esc"]);
    assert!(driver.text().contains(" in Pisa"), "{}", driver.text());
    driver.keys(&["f2"]);
    assert!(
        driver.text().contains("  Casa della Comunità a Pisa"),
        "{}",
        driver.text()
    );
}

#[test]
fn below_what_nearly_matches_the_ways_out_can_be_taken() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["abc?", "down", "down", "down", "enter"]);
    let Screen::Read(read) = &driver.state.history.here else {
        panic!("the page of the comune: {}", driver.text());
    };
    assert!(matches!(read.subject, sportello::sheet::Subject::Comune(_)));
    driver.keys(&["esc", "up", "enter"]);
    let Screen::Search(search) = &driver.state.history.here else {
        panic!("the search: {}", driver.text());
    };
    assert_eq!((search.field.text(), search.rows().len()), ("", 40));
}

/// A note that is being written is not lost to one key.
#[test]
fn a_note_is_not_left_without_a_word() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "ctrl-t", "chiedere", "ctrl-q"]);
    let quits = |driver: &Driver| driver.outside.contains(&Effect::Quit);
    assert!(
        !quits(&driver) && driver.text().contains("La nota non è salvata:"),
        "{}",
        driver.text()
    );
    driver.keys(&["!", "ctrl-q"]);
    assert!(!quits(&driver), "another key is no second one");
    driver.keys(&["ctrl-q"]);
    assert!(quits(&driver));
    for leaves in ["esc", "ctrl-n", "alt-left"] {
        let mut driver = Driver::new(80, 24, Lang::It);
        driver.keys(&["as", "enter", "ctrl-t", "chiedere", leaves]);
        let noting = |driver: &Driver| matches!(driver.state.history.here, Screen::Note(_));
        assert!(noting(&driver), "{leaves}: {}", driver.text());
        assert!(driver.text().contains("Invio la salva"), "{}", driver.text());
        driver.keys(&[leaves]);
        assert!(!noting(&driver), "{leaves}: {}", driver.text());
    }
    let mut same = Driver::new(80, 24, Lang::It);
    same.keys(&["as", "enter", "ctrl-t", "esc"]);
    assert!(
        matches!(same.state.history.here, Screen::Read(_)),
        "nothing was written"
    );
}

/// A scroll bar leads where it is taken hold of, and follows the hand.
#[test]
fn scroll_bars_can_be_dragged() {
    let mouse = |kind, column, row| {
        let modifiers = KeyModifiers::NONE;
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        })
    };
    let (down, drag) = (
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
    );
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter"]);
    let at = |driver: &Driver| match &driver.state.history.here {
        Screen::Read(read) => (read.selected, read.scroll),
        _ => panic!("a page"),
    };
    driver.event(mouse(down, 79, 22));
    let end = at(&driver);
    assert!(end.1 > 0, "{}", driver.text());
    driver.event(mouse(drag, 78, 1));
    assert_eq!(at(&driver).1, 0, "{}", driver.text());
    driver.event(mouse(drag, 40, 22));
    assert_eq!(at(&driver).1, 0, "the hand is elsewhere");
    driver.keys(&["f1"]);
    let Screen::Pick(help) = &driver.state.history.here else {
        panic!("the help")
    };
    let all = help.shown.len();
    driver.event(mouse(down, 43, 22));
    let Screen::Pick(help) = &driver.state.history.here else {
        panic!("the help")
    };
    assert_eq!(help.selected + 1, all, "{}", driver.text());
}

/// The wheel moves what is under it.
#[test]
fn the_wheel_over_the_page_beside_the_results_moves_that_page() {
    let wheel = |column| {
        let (kind, modifiers) = (MouseEventKind::ScrollDown, KeyModifiers::NONE);
        let row = 15;
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        })
    };
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as"]);
    let at = |driver: &Driver| match &driver.state.history.here {
        Screen::Search(search) => (search.selected, search.preview.scroll),
        _ => panic!("a search"),
    };
    let before = at(&driver);
    driver.event(wheel(60));
    assert_eq!(at(&driver), (before.0, before.1 + 1), "{}", driver.text());
    driver.event(wheel(10));
    assert_eq!(at(&driver).0, before.0 + 1);
}

/// F10 lies between other keys: it asks, and any other key stays.
#[test]
fn f10_asks_before_it_ends_the_program() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "f10"]);
    let quits = |driver: &Driver| driver.outside.contains(&Effect::Quit);
    assert!(!quits(&driver) && driver.text().contains("ancora lo stesso tasto"));
    driver.keys(&["down", "f10"]);
    assert!(!quits(&driver));
    driver.keys(&["f10"]);
    assert!(quits(&driver));
}

/// How to go back and how to leave stand at the bottom of every screen at every size; where pages are
/// turned and there is little room, as keys.
#[test]
fn the_ways_back_and_out_are_seen_at_every_size() {
    for (width, height) in [(30, 8), (40, 12), (80, 24), (120, 40)] {
        for way in [
            &["as"][..],
            &["as", "enter"],
            &["f4"],
            &["f1"],
            &["as", "enter", "f12"],
        ] {
            let mut driver = Driver::new(width, height, Lang::It);
            driver.keys(way);
            let text = driver.text();
            let foot = text.trim_end().lines().last().unwrap();
            let talk = width < 80 && way.contains(&"f12");
            let wanted = match talk {
                true => ["PagGiù avanti", "Esc  Ctrl-Q"],
                false => ["Esc indietro", "Ctrl-Q esci"],
            };
            assert!(wanted.iter().all(|word| foot.contains(word)), "{way:?}: {foot}");
        }
    }
}

/// What was typed stands as it is, and once more is corrected again.
#[test]
fn to_the_letter_and_back() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["asillo"]);
    for shown in ["│ \"asillo\" ", "│ asillo "] {
        driver.keys(&["ctrl-e"]);
        assert!(driver.text().contains(shown), "{}", driver.text());
    }
}

/// The searches of a session can be taken up again, the newest first, until the next citizen comes.
#[test]
fn the_searches_of_a_session_are_walked_through() {
    let mut driver = Driver::new(120, 40, Lang::It);
    driver.keys(&["shift-up"]);
    assert!(
        driver.text().contains("Prima non avete cercato altro."),
        "{}",
        driver.text()
    );
    for words in ["asilo", "ponte"] {
        driver.keys(&[words, "esc"]);
    }
    for words in [
        "Di nuovo: ponte (Ctrl-N cancella le ricerche)",
        "Di nuovo: asilo\n",
    ] {
        assert!(driver.text().contains(words), "{}", driver.text());
    }
    let field = |driver: &Driver| match &driver.state.history.here {
        Screen::Search(search) => search.field.text().to_owned(),
        _ => String::new(),
    };
    let walked = ["shift-up", "shift-up", "shift-up", "shift-down", "shift-down"];
    let walked = walked.map(|key| field(driver.keys(&[key])));
    assert_eq!(walked, ["ponte", "asilo", "asilo", "ponte", "ponte"]);
    driver.keys(&["ctrl-n"]);
    assert!(!driver.text().contains("Di nuovo"), "{}", driver.text());
    driver.keys(&["shift-up"]);
    assert!(driver.text().contains("Prima non avete cercato altro."));
}

#[test]
fn home_and_end_walk_a_page() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter"]);
    let first = driver.text();
    driver.keys(&["end"]);
    assert_ne!(driver.text(), first);
    driver.keys(&["home"]);
    assert_eq!(driver.text(), first);
}

/// Beside a comune of the list stands what it has; a narrow list keeps its rows.
#[test]
fn a_comune_of_the_list_is_told_beside_it() {
    let mut wide = Driver::new(80, 24, Lang::It);
    wide.keys(&["down", "enter", "prato"]);
    let text = wide.text();
    assert!(text.contains("Solo qui: "), "{text}");
    let mut narrow = Driver::new(40, 12, Lang::It);
    narrow.keys(&["down", "enter"]);
    assert!(!narrow.text().contains("Solo qui"), "{}", narrow.text());
}

/// The map opens at the comune of the project at hand.
#[test]
fn the_map_opens_where_the_project_is() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter"]);
    let Screen::Read(read) = &driver.state.history.here else {
        panic!("a page")
    };
    let comune = read.page.as_ref().unwrap().comune();
    assert!(comune.is_some());
    driver.keys(&["f4"]);
    let Screen::Map(map) = &driver.state.history.here else {
        panic!("the map")
    };
    assert_eq!(map.selected, comune);
}
