//! The desk as it is heard: how many people, then favourites and notes as choices.

use crate::app::{Archive, Ask, Kept};
use crate::desk::shelf;
use crate::lang::{Lang, w};
use crate::text::number::date_short;
use crate::voice::command::Command;
use crate::voice::list::{Item, List, Target};
use crate::voice::place::{Menu, What};
use crate::voice::state::State;

/// The people served, and what is kept.
pub fn list(archive: &Archive, state: &State) -> List {
    let (desk, lang) = (&state.desk, state.lang);
    // Named in the language of now, whatever it was when they were read.
    let name = |kept: &Kept| shelf::name(archive.catalogue(), &kept.item, lang);
    let favourites = desk.favourites.iter().map(|kept| {
        let label = lang.fill(w::LINEAR_DESK_FAVOURITE, &[("name", &name(kept))]);
        choice(kept, label, lang)
    });
    let notes = desk.notes.iter().map(|kept| {
        let values = [("name", &*name(kept)), ("text", &kept.text)];
        choice(kept, lang.fill(w::LINEAR_DESK_NOTE, &values), lang)
    });
    let lists = desk.lists.iter().map(|kept| {
        choice(
            kept,
            lang.fill(w::LINEAR_DESK_LIST, &[("name", &kept.name)]),
            lang,
        )
    });
    let asked = desk.unanswered.len().to_string();
    let asked = lang.fill(w::LINEAR_DESK_UNANSWERED, &[("count", &asked)]);
    let asked = (!desk.unanswered.is_empty()).then(|| Item::open(asked, What::Menu(Menu::Unanswered)));
    let items = favourites.chain(notes).chain(lists).chain(asked).collect();
    let mut list = List::of(lang.say(w::LINEAR_MENU_DESK), items);
    list.head.push(desk.say_served(lang));
    for (theme, sums) in &desk.themes {
        let (day, month) = (sums.day.to_string(), sums.month.to_string());
        let values = [("theme", theme.say(lang)), ("day", &day), ("month", &month)];
        list.head.push(lang.fill(w::LINEAR_DESK_THEME, &values));
    }
    if list.items.is_empty() {
        list.tail.push(lang.say(w::LINEAR_DESK_NOTHING).to_owned());
    }
    list
}

/// The questions that found nothing, each to be forgotten by its number.
pub fn unanswered(state: &State) -> List {
    let lang = state.lang;
    let rows = state.desk.unanswered.iter().map(|(words, count, day)| {
        let (count, day) = (count.to_string(), date_short(*day));
        let values = [("words", words.as_str()), ("count", &count), ("day", &day)];
        let says = lang.fill(w::DESK_UNANSWERED_ROW, &values);
        Item::new(says, Target::Do(Command::Forget))
    });
    let head = match (state.desk.unanswered.is_empty(), state.settings.unanswered) {
        (false, _) => w::LINEAR_MENU_UNANSWERED,
        (true, true) => w::DESK_UNANSWERED_NONE,
        (true, false) => w::DESK_UNANSWERED_OFF,
    };
    List::of(lang.say(head), rows.collect())
}

/// What the archive does not have is said, and leads to a search of its name.
fn choice(kept: &Kept, label: String, lang: Lang) -> Item {
    match &kept.to {
        Some(to) => Item::open(label, What::Page(to.clone())),
        None => {
            let ask = Ask::whole(kept.item.name.clone());
            Item::open(lang.fill(w::DESK_GONE, &[("name", &label)]), What::Results(ask))
        }
    }
}
