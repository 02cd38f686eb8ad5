//! The names of the table that every face is tried with.

use super::*;
use crate::sheet::Subject;
use crate::voice::list::Target;

#[test]
fn forty_names_are_understood_as_they_are_everywhere() {
    for row in include_str!("../../../../tests/names.csv").lines() {
        let (typed, names) = row.split_once(';').unwrap();
        let mut state = state();
        talk(&mut state, &[&format!("comune {typed}")]);
        WORLD.with(|archive| {
            let name = |what: &What| match what {
                What::Page(Subject::Comune(code)) => archive.catalogue().comune_name(*code),
                _ => None,
            };
            let mut found: Vec<&str> = match (&state.history.here.what, &state.content) {
                (What::Menu(Menu::Comuni { .. }), Content::List(list)) => {
                    let to = list.items.iter().filter_map(|item| match &item.to {
                        Target::Open(what) => name(what),
                        _ => None,
                    });
                    to.collect()
                }
                (what, _) => name(what).into_iter().collect(),
            };
            found.sort_unstable();
            let wanted: Vec<&str> = names.split('|').filter(|name| !name.is_empty()).collect();
            assert_eq!(found, wanted, "{typed}");
        });
    }
    let mut state = state();
    let said = talk(&mut state, &["comune barberino val d'elsa"]).concat();
    let told = "Barberino Val d'Elsa dal 1º gennaio 2019 fa parte di Barberino Tavarnelle.";
    assert_eq!(said.first().map(String::as_str), Some(told));
}
