//! A workshop run through by keys: lessons, their exercises, the demonstration and its clock.

#![allow(clippy::unwrap_used)]

#[path = "support/tui.rs"]
mod support;

use ratatui::style::Color;
use sportello::lang::Lang;
use sportello::tui::action::Action;
use sportello::tui::backend::Backend;
use sportello::tui::event::{Effect, Event};
use sportello::tui::keymap::Key;
use sportello::tui::screen::Lesson;
use sportello::tui::screen::Screen;
use sportello::tui::screen::lesson::Outcome;
use sportello::tui::screen::workshop::Workshop;
use sportello::tui::update::{act, update};
use std::time::Duration;
use support::{Driver, key_event, typed};

fn lesson(driver: &Driver) -> &Lesson {
    match &driver.state.history.here {
        Screen::Lesson(lesson) => lesson,
        other => panic!("no lesson but {other:?}"),
    }
}

fn talk(driver: &Driver) -> &Workshop {
    match &driver.state.history.here {
        Screen::Workshop(talk) => talk,
        other => panic!("no workshop but {other:?}"),
    }
}

/// At a step of a lesson, counted from 1.
fn at(id: &str, step: usize) -> Driver {
    let mut driver = Driver::new(80, 24, Lang::It);
    let mut lesson = Lesson::named(id).unwrap();
    lesson.at = step;
    driver.state.history.open(Screen::Lesson(Box::new(lesson)));
    driver.keys(&["f2", "f2"]);
    driver
}

#[test]
fn a_talk_is_turned_by_arrows_and_figures_and_made_black() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "f12"]);
    let count = talk(&driver).count();
    assert!(count >= 3, "{count}");
    driver.keys(&["3"]);
    assert_eq!((talk(&driver).at, talk(&driver).leaf), (3, 0));
    let lit = driver.text();
    driver.keys(&["b"]);
    let black = |driver: &Driver| {
        driver
            .buffer()
            .content()
            .iter()
            .all(|cell| cell.bg == Color::Black && cell.fg == Color::Black)
    };
    assert!(black(&driver) && talk(&driver).at == 3);
    // Any key lights it, and does nothing else.
    driver.keys(&["down"]);
    assert_eq!(driver.text(), lit);
    driver.keys(&["end"]);
    assert_eq!(talk(&driver).at, count);
    driver.keys(&["0"]);
    assert_eq!(talk(&driver).at, 0);
    driver.keys(&["down"]);
    assert!((talk(&driver).at, talk(&driver).leaf) > (0, 0));
    driver.keys(&["home", "9"]);
    let told = driver.text().contains("Le domande vanno da 1 a ");
    assert_eq!((talk(&driver).at == 9, told), (count >= 9, count < 9));
}

#[test]
fn two_wrong_answers_bring_a_hint_and_then_the_answer() {
    let mut driver = at("leggere-una-scheda", 3);
    driver.keys(&["12", "enter"]);
    assert!(driver.text().contains("Non ancora."), "{}", driver.text());
    assert!(lesson(&driver).answering() && lesson(&driver).field.is_empty());
    driver.keys(&["13", "enter"]);
    assert!(driver.text().contains("La risposta è: 40"), "{}", driver.text());
    assert_eq!(lesson(&driver).done.get(&3), Some(&Outcome::Told));
    driver.keys(&["enter"]);
    assert_eq!(lesson(&driver).at, 4);
    driver.keys(&["left"]);
    assert!(
        driver.text().contains("La risposta è: 40"),
        "it is not asked twice"
    );
}

#[test]
fn going_on_without_an_answer_says_it_first() {
    let mut driver = at("leggere-una-scheda", 3);
    driver.keys(&["page-down"]);
    assert_eq!((lesson(&driver).at, lesson(&driver).answering()), (3, false));
    assert!(driver.text().contains("La risposta è: 40"), "{}", driver.text());
    driver.keys(&["page-down"]);
    assert_eq!(lesson(&driver).at, 4);
}

#[test]
fn the_hint_costs_no_try_and_arrows_move_in_the_field() {
    let mut driver = at("leggere-una-scheda", 3);
    driver.keys(&["f3", "0", "left", "4", "enter"]);
    assert_eq!(lesson(&driver).done.get(&3), Some(&Outcome::Right));
    assert!(driver.text().contains("Giusto"), "{}", driver.text());
}

#[test]
fn an_option_is_chosen_by_arrow_or_number() {
    for keys in [&["down", "enter"][..], &["2", "enter"], &["3", "up", " "]] {
        let mut driver = at("leggere-una-scheda", 11);
        driver.keys(keys);
        assert_eq!(lesson(&driver).done.get(&11), Some(&Outcome::Right), "{keys:?}");
    }
}

#[test]
fn what_an_exercise_asks_about_opens_and_esc_returns() {
    let mut driver = at("leggere-una-scheda", 3);
    driver.keys(&["4", "f6"]);
    assert!(driver.text().contains("4 progetti"), "{}", driver.text());
    driver.keys(&["esc", "0", "enter"]);
    assert_eq!(lesson(&driver).done.get(&3), Some(&Outcome::Right));
}

#[test]
fn what_a_step_shows_opens_and_esc_returns() {
    let mut driver = at("leggere-una-scheda", 5);
    driver.keys(&["enter"]);
    assert!(matches!(driver.state.history.here, Screen::Read(_)));
    driver.keys(&["esc"]);
    assert_eq!(lesson(&driver).at, 5);
}

#[test]
fn a_lesson_ends_with_what_was_seen_and_leads_to_the_next() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["ctrl-r", "enter"]);
    let mut presses = 0;
    while !lesson(&driver).at_the_end() {
        driver.keys(&["page-down"]);
        presses += 1;
        assert!(presses < 60);
    }
    assert!(
        driver.text().contains("Risposte giuste: 0 su 4."),
        "{}",
        driver.text()
    );
    driver.keys(&["page-down", "enter"]);
    assert_eq!(
        (lesson(&driver).lesson.id, lesson(&driver).at),
        ("che-cose-il-cup", 0)
    );
    driver.keys(&["esc"]);
    assert!(matches!(driver.state.history.here, Screen::Pick(_)));
}

#[test]
fn the_demonstration_types_waits_and_ends() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["ctrl-r", "dimo", "enter"]);
    assert_eq!(driver.alarm(), Some(Duration::from_secs(8)));
    assert_eq!(lesson(&driver).at, 2);
    for typed in 1..="asillo nido".len() {
        assert!(driver.alarm().unwrap() < Duration::from_millis(200));
        let shown = format!("> {}", "asillo nido"[..typed].trim());
        assert!(driver.text().contains(&shown), "{shown}\n{}", driver.text());
    }
    assert!(
        driver.text().contains("Ho inteso «asilo» per «asillo»"),
        "{}",
        driver.text()
    );
    let (mut alarms, mut seconds) = (0, 0);
    while !lesson(&driver).at_the_end() {
        seconds += driver.alarm().unwrap().as_secs();
        alarms += 1;
        assert!(alarms < 300);
    }
    assert!((80..200).contains(&seconds), "{seconds}");
    driver.outside.clear();
    driver.keys(&["f5"]);
    assert_eq!(driver.alarm(), None, "nothing ticks at the end");
    driver.keys(&["enter"]);
    assert_eq!(lesson(&driver).at, 1);
}

#[test]
fn a_key_stops_the_demonstration_and_the_space_bar_starts_it_again() {
    for key in ["x", " ", "f8"] {
        let mut driver = Driver::new(80, 24, Lang::It);
        driver.keys(&["ctrl-r", "dimo", "enter"]);
        driver.keys(&[key]);
        assert!(driver.alarm().is_some(), "the alarm that was set still goes off");
        assert_eq!(lesson(&driver).at, 1, "{key:?}");
        driver.outside.clear();
        driver.keys(&[" "]);
        assert!(driver.text().contains("Spazio: pausa"), "{}", driver.text());
        driver.alarm();
        assert_eq!(lesson(&driver).at, 2);
    }
}

#[test]
fn pages_turn_by_hand_and_the_old_alarm_wakes_nobody() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["ctrl-r", "dimo", "enter"]);
    let old = driver.state.tickets;
    driver.keys(&["page-down", "page-down"]);
    assert_eq!(lesson(&driver).at, 3);
    driver.event(Event::Wake { ticket: old });
    assert_eq!(lesson(&driver).at, 3);
    driver.keys(&["page-up", "page-up", "page-up", "page-up"]);
    assert_eq!(lesson(&driver).at, 1);
    driver.alarm();
    assert_eq!(lesson(&driver).at, 2);
}

#[test]
fn a_screen_that_stands_before_the_demonstration_holds_it() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["ctrl-r", "dimo", "enter"]);
    act(&mut driver.state, Action::Help);
    driver.alarm();
    assert!(matches!(driver.state.history.here, Screen::Pick(_)));
    driver.keys(&["esc"]);
    assert_eq!(lesson(&driver).at, 1);
    driver.alarm();
    assert_eq!(lesson(&driver).at, 2, "it goes on by itself");
}

#[test]
fn the_workshop_begins_at_the_question_that_is_read_and_esc_returns_to_it() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["as", "enter", "down", "f12"]);
    assert_eq!(talk(&driver).at, 2);
    driver.keys(&["f2"]);
    assert!(driver.text().contains("Question 2 of 3"), "{}", driver.text());
    driver.keys(&["f2", "esc"]);
    let Screen::Read(read) = &driver.state.history.here else {
        panic!("the page is back");
    };
    assert_eq!(read.selected, 1);
}

#[test]
fn a_clicker_walks_through_every_sentence_and_stays_at_the_last() {
    // Higher screens have the first sentence in large letters.
    for (width, height) in [(40, 12), (80, 16), (100, 14), (30, 8)] {
        let mut driver = Driver::new(width, height, Lang::It);
        driver.keys(&["as", "enter", "f12"]);
        let mut seen = String::new();
        for _ in 0..20 {
            seen.push_str(&driver.text());
            driver.keys(&["page-down"]);
        }
        let joined: String = seen.split_whitespace().collect();
        for sentence in ["Sono5europerogniabitante.", "Ladatadifinenonèinquestoarchivio"] {
            assert!(joined.contains(sentence), "{width}x{height}: {sentence}\n{seen}");
        }
        assert_eq!(talk(&driver).at, 3);
        driver.keys(&["f12"]);
        assert!(matches!(driver.state.history.here, Screen::Read(_)));
    }
}

#[test]
fn elsewhere_the_workshop_says_where_it_starts() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.keys(&["f12"]);
    assert!(driver.text().contains("aprite un progetto"), "{}", driver.text());
}

#[test]
fn an_answer_given_before_the_data_have_theirs_is_not_lost() {
    let mut driver = Driver::new(80, 24, Lang::It);
    let mut at_once = Lesson::named("leggere-una-scheda").unwrap();
    at_once.at = 11;
    driver.state.history.open(Screen::Lesson(Box::new(at_once)));
    // The question to the archive waits while two keys are pressed.
    let mut effects = update(&mut driver.state, typed('2'));
    let enter = Event::Key(key_event(Key::parse("enter").unwrap()));
    effects.extend(update(&mut driver.state, enter));
    assert!(lesson(&driver).answering());
    let Some(Effect::Step(ask)) = effects.pop() else {
        panic!("the step asks once");
    };
    let stage = driver.backend.step(&ask);
    driver.event(Event::Step { ask, stage });
    assert_eq!(lesson(&driver).done.get(&11), Some(&Outcome::Right));
}
