//! The desk as it is heard: how many people, then favourites and notes as choices.

use crate::cli::linear::list::{Item, List};
use crate::cli::linear::state::{State, Subject, What};
use crate::cli::linear::world::World;
use crate::desk::shelf::{self, Place};
use crate::desk::{Item as Kept, tally};
use crate::lang::{Word, w};

pub fn list(world: &World, state: &State) -> List {
    let lang = state.lang;
    let (all, themes) = tally::sums(&state.desk.tally, state.today);
    let sums = |word: Word, theme: &str, sums: tally::Sums| {
        let (day, month) = (sums.day.to_string(), sums.month.to_string());
        lang.fill(word, &[("theme", theme), ("day", &day), ("month", &month)])
    };
    let favourites = state.desk.favourites.iter().map(|kept| {
        let name = shelf::name(world.catalogue(), kept, lang);
        choice(
            world,
            kept,
            lang.fill(w::LINEAR_DESK_FAVOURITE, &[("name", &name)]),
            state,
        )
    });
    let notes = state.desk.notes.iter().map(|(kept, text)| {
        let name = shelf::name(world.catalogue(), kept, lang);
        let values = [("name", name.as_str()), ("text", text)];
        choice(world, kept, lang.fill(w::LINEAR_DESK_NOTE, &values), state)
    });
    let mut list = List::of(lang.say(w::LINEAR_MENU_DESK), favourites.chain(notes).collect());
    list.head.push(sums(w::LINEAR_DESK_SERVED, "", all));
    for (theme, of_theme) in themes {
        list.head
            .push(sums(w::LINEAR_DESK_THEME, theme.say(lang), of_theme));
    }
    if list.items.is_empty() {
        list.tail.push(lang.say(w::LINEAR_DESK_NOTHING).to_owned());
    }
    list
}

/// What the archive does not have is said, and leads to a search of its name.
fn choice(world: &World, kept: &Kept, label: String, state: &State) -> Item {
    let lang = state.lang;
    match shelf::place(world.catalogue(), kept) {
        Some(place) => Item::open(label, What::Page(subject(place))),
        None => {
            let ask = crate::cli::linear::state::Ask::of(kept.name.clone());
            Item::open(lang.fill(w::DESK_GONE, &[("name", &label)]), What::Results(ask))
        }
    }
}

fn subject(place: Place) -> Subject {
    match place {
        Place::Project(id) => Subject::Project(id),
        Place::Comune(code) => Subject::Comune(code),
        Place::Measure(code) => Subject::Measure(code),
    }
}
