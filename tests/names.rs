//! Forty names of comuni, typed as people do: the command, the filter of a search and the pickers
//! of the screen understand each alike. The simple mode reads the same table in its own tests.

#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::Value;
use sportello::app::Archive;
use sportello::app::choices::ToComune;
use sportello::lang::Lang;
use sportello::search::{Filter, Hint, Notice, Query, Settings, Trouble};
use sportello::snapshot::Snapshot;
use sportello::tui::event::Event;
use sportello::tui::keymap::Keymap;
use sportello::tui::screen::Screen;
use sportello::tui::screen::pick::PickKind;
use sportello::tui::state::{State, bounded};
use sportello::tui::update::update;
use std::sync::Arc;

/// What is typed, and the comuni that are opened or offered.
fn table() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let rows = include_str!("names.csv").lines();
    rows.map(|row| {
        let (typed, names) = row.split_once(';').unwrap();
        (typed, names.split('|').filter(|name| !name.is_empty()).collect())
    })
}

fn archive() -> Archive {
    Archive::load(Snapshot::embedded().unwrap()).unwrap()
}

#[test]
fn the_filter_of_a_search() {
    let archive = archive();
    for (typed, names) in table() {
        let query = Query::parse(&format!("comune:\"{typed}\""));
        let results = archive.index.search(&query, &Settings::default(), 1);
        let near = results.hints.iter().find_map(|hint| match hint {
            Hint::Notice(Notice {
                trouble: Trouble::UnknownValue { near, .. },
                ..
            }) => Some(near.clone()),
            _ => None,
        });
        let of = |filter: &Filter| match filter {
            Filter::Comune(meant) => archive.index.comune_named(meant).codes(),
            _ => Vec::new(),
        };
        let taken = results.query.filters().flat_map(|(_, filter, _)| of(filter));
        let taken = taken.filter_map(|code| archive.catalogue().comune_name(code));
        let mut found = near.unwrap_or_else(|| taken.map(str::to_owned).collect());
        found.sort();
        assert_eq!(found, names, "{typed}");
    }
}

#[test]
fn the_pickers_of_the_screen() {
    let archive = archive();
    let mut state = State {
        size: bounded(80, 24),
        lang: Lang::It,
        keymap: Keymap::new(None).unwrap().into(),
        ..State::default()
    };
    update(&mut state, Event::Loaded(Ok(Arc::clone(&archive.lists))));
    for kind in [PickKind::Comuni, PickKind::Palette] {
        for (typed, names) in table() {
            state.history.open(Screen::pick(kind));
            update(&mut state, Event::Paste(typed.to_owned()));
            let Screen::Pick(pick) = &state.history.here else {
                panic!("no list");
            };
            let shown = pick
                .shown
                .iter()
                .filter_map(|at| pick.items.get(*at)?.to.comune());
            let mut found: Vec<&str> = shown
                .filter_map(|code| archive.catalogue().comune_name(code))
                .collect();
            found.sort_unstable();
            assert_eq!(found, names, "{typed} in {kind:?}");
        }
    }
    let esc = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
    update(&mut state, Event::Key(esc));
}

#[test]
fn a_name_of_before_is_told_in_a_picker() {
    let archive = archive();
    let mut state = State {
        keymap: Keymap::new(None).unwrap().into(),
        ..State::default()
    };
    update(&mut state, Event::Loaded(Ok(Arc::clone(&archive.lists))));
    state.history.open(Screen::pick(PickKind::Comuni));
    update(&mut state, Event::Paste("barberino val d'elsa".to_owned()));
    let Screen::Pick(pick) = &state.history.here else {
        panic!("no list");
    };
    assert_eq!(
        pick.selected_item().unwrap().name,
        "Barberino Val d'Elsa dal 1º gennaio 2019 fa parte di Barberino Tavarnelle."
    );
}

#[test]
fn the_command() {
    for (typed, names) in table() {
        let output = Command::cargo_bin("sportello")
            .unwrap()
            .args(["comune", "--json", "--lingua", "it"])
            .args(typed.split(' '))
            .env("SPORTELLO_CASA", std::env::temp_dir().join("sportello-nomi"))
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        match names.as_slice() {
            [] => assert_eq!(output.status.code(), Some(1), "{typed}"),
            [only] => {
                let page: Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(page["title"], *only, "{typed}");
            }
            several => {
                assert_eq!(output.status.code(), Some(1), "{typed}");
                assert!(several.iter().all(|name| told.contains(name)), "{typed}: {told}");
            }
        }
        if typed == "barberino val d'elsa" {
            assert!(told.contains("dal 1º gennaio 2019 fa parte di"), "{told}");
        }
    }
}
