//! Pictures of every screen, in three sizes and two languages; at 80x24 with their styles.

#![allow(clippy::unwrap_used)]

#[path = "support/tui.rs"]
mod support;

use sportello::lang::Lang;
use support::Driver;

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// The pictures after the same keys.
fn pictures(keys: &[&str]) -> String {
    let mut out = String::new();
    for (width, height) in SIZES {
        for lang in [Lang::It, Lang::En] {
            let mut driver = Driver::new(width, height, lang);
            driver.keys(keys);
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
    project: ["as", "enter"];
    project_why: ["as", "enter", "enter", "down", "enter"];
    project_whole: ["as", "enter", "f4", "ctrl-end"];
    project_pictures: ["as", "enter", "tab", "tab", "tab"];
    project_times: ["as", "enter", "tab", "tab", "tab", "tab"];
    project_figures: ["as", "enter", "tab", "tab", "tab", "enter"];
    comuni: ["down", "enter", "pi"];
    comune: ["down", "enter", "enter"];
    comune_pictures: ["down", "enter", "enter", "tab", "tab", "tab", "tab"];
    measure: ["down", "down", "enter", "down", "enter", "tab", "tab", "tab", "tab", "tab"];
    map: ["f4"];
    map_euro: ["f4", "down", "left", "tab"];
    map_table: ["f4", "tab", "tab", "f4", "down"];
    missing_page: ["down", "down", "enter", "enter"];
    help: ["f1", "lingua"];
    palette: ["f9", "guida"];
    settings: ["ctrl-s", "down"];
    interrupted: ["ctrl-c"];
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
    use sportello::tui::layout::cursor;
    for (width, height) in SIZES {
        for keys in [
            &["down", "down"][..],
            &["as", "down", "down"],
            &["as", "f3", "down"],
            &["as", "enter", "down", "down"],
            &["as", "enter", "tab", "tab", "tab", "tab"],
            &["f1", "down", "down"],
            &["f4", "f4", "down"],
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
    use sportello::tui::event::Event;
    use sportello::tui::layout::cursor;
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
        driver.keys(&["f4", "down", "enter"]);
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
        driver.text().contains("▸ Casa della Comunità a Pisa"),
        "{}",
        driver.text()
    );
}
