//! The first start of all: what can be chosen is offered on the first screen, once.

use super::pictures_of;
use super::support::Driver;
use sportello::lang::Lang;
use sportello::tui::event::Effect;
use sportello::tui::screen::Screen;
use sportello::tui::screen::pick::PickKind;

fn begun() -> Driver {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.state.first = true;
    driver
}

fn offered(driver: &Driver) -> usize {
    let offers = driver.outside.iter();
    offers
        .filter(|effect| matches!(effect, Effect::Offered(_)))
        .count()
}

#[test]
fn first_start() {
    insta::assert_snapshot!("first_start", pictures_of(|driver| driver.state.first = true));
}

#[test]
fn one_key_takes_the_row_away_for_good() {
    let mut driver = begun();
    assert!(driver.text().contains("Prima volta?"), "{}", driver.text());
    driver.keys(&["delete"]);
    assert!(!driver.text().contains("Prima volta"), "{}", driver.text());
    assert_eq!(offered(&driver), 1);
    driver.keys(&["as", "ctrl-n"]);
    assert!(!driver.text().contains("Prima volta"), "{}", driver.text());
    assert_eq!(offered(&driver), 1);
}

#[test]
fn the_row_leads_to_what_can_be_chosen() {
    let mut driver = begun();
    driver.keys(&["down", "down", "down", "down", "down", "enter"]);
    let Screen::Pick(pick) = &driver.state.history.here else {
        panic!("a list")
    };
    assert_eq!(pick.kind, PickKind::Settings);
    for word in ["Lingua", "Colori", "Il vostro comune", "Modo semplice"] {
        assert!(driver.text().contains(word), "{word}: {}", driver.text());
    }
    assert_eq!(offered(&driver), 1);
    driver.keys(&["esc"]);
    assert!(!driver.text().contains("Prima volta"), "{}", driver.text());
}

#[test]
fn who_goes_on_without_a_look_is_not_asked_again() {
    for keys in [&["as"][..], &["f1"], &["ctrl-q"]] {
        let mut driver = begun();
        driver.keys(keys);
        assert_eq!(offered(&driver), 1, "{keys:?}");
    }
    // At the next start; in this one the row is still there for who comes back to it.
    let mut driver = begun();
    driver.keys(&["f1", "esc"]);
    assert!(driver.text().contains("Prima volta?"), "{}", driver.text());
}

#[test]
fn the_simple_mode_can_be_chosen_for_the_next_start() {
    let mut driver = begun();
    driver.keys(&["ctrl-s", "semplice", "enter"]);
    let saved = driver.outside.iter().filter_map(|effect| match effect {
        Effect::Save(settings) => Some(settings.linear),
        _ => None,
    });
    assert_eq!(saved.collect::<Vec<_>>(), [true]);
}
