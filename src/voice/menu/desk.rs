//! The desk as it is heard: how many people, then favourites and notes as choices.

use crate::app::{Archive, Kept};
use crate::desk::{shelf, tally};
use crate::lang::{Lang, Word, w};
use crate::voice::list::{Item, List};
use crate::voice::place::{Ask, What};
use crate::voice::state::State;

/// The people served, and what is kept.
pub fn list(archive: &Archive, state: &State) -> List {
    let lang = state.lang;
    let desk = &state.desk;
    let sums = |word: Word, theme: &str, sums: tally::Sums| {
        let (day, month) = (sums.day.to_string(), sums.month.to_string());
        lang.fill(word, &[("theme", theme), ("day", &day), ("month", &month)])
    };
    // Named in the language of now, whatever it was when they were read.
    let name = |kept: &Kept| shelf::name(archive.catalogue(), &kept.item, lang);
    let favourites = desk.favourites.iter().map(|kept| {
        let label = lang.fill(w::LINEAR_DESK_FAVOURITE, &[("name", &name(kept))]);
        choice(kept, label, lang)
    });
    let notes = desk.notes.iter().map(|kept| {
        let values = [("name", name(kept)), ("text", kept.text.clone())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        choice(kept, lang.fill(w::LINEAR_DESK_NOTE, &values), lang)
    });
    let mut list = List::of(lang.say(w::LINEAR_MENU_DESK), favourites.chain(notes).collect());
    list.head.push(sums(w::LINEAR_DESK_SERVED, "", desk.served));
    for (theme, of_theme) in &desk.themes {
        list.head
            .push(sums(w::LINEAR_DESK_THEME, theme.say(lang), *of_theme));
    }
    if list.items.is_empty() {
        list.tail.push(lang.say(w::LINEAR_DESK_NOTHING).to_owned());
    }
    list
}

/// What the archive does not have is said, and leads to a search of its name.
fn choice(kept: &Kept, label: String, lang: Lang) -> Item {
    match &kept.to {
        Some(to) => Item::open(label, What::Page(to.clone())),
        None => {
            let ask = Ask::of(kept.item.name.clone());
            Item::open(lang.fill(w::DESK_GONE, &[("name", &label)]), What::Results(ask))
        }
    }
}
