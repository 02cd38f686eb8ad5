//! The person's own data, found again in the archive at hand and named in the language at hand.

use crate::desk::shelf::{self, Place};
use crate::desk::{Ask, Contents, Item, Store, tally};
use crate::lang::{Lang, w};
use crate::snapshot::Catalogue;
use crate::tui::backend::{Desk, DeskAnswer, DeskAsk, Kept, Subject};
use jiff::civil::Date;

pub fn answer(
    store: &mut Store,
    catalogue: &Catalogue,
    ask: &DeskAsk,
    lang: Lang,
    today: Date,
) -> Result<DeskAnswer, String> {
    let gone = || lang.say(w::SCREEN_READ_GONE).to_owned();
    let item = |subject: &Subject| {
        place(subject)
            .and_then(|place| shelf::item(catalogue, &place, lang))
            .ok_or_else(gone)
    };
    let (ask, item): (Ask, Option<Item>) = match ask {
        DeskAsk::Read => (Ask::Read, None),
        DeskAsk::Keep(subject) => {
            let item = item(subject)?;
            (Ask::Favourite(item.clone()), Some(item))
        }
        DeskAsk::Drop(item) => (Ask::Favourite(item.clone()), Some(item.clone())),
        DeskAsk::Note(subject, text) => (Ask::Note(item(subject)?, text.clone()), None),
        DeskAsk::Rewrite(item, text) => (Ask::Note(item.clone(), text.clone()), None),
        DeskAsk::Count(subject) => {
            let place = subject.as_ref().and_then(place);
            let theme = subject.as_ref().map_or(tally::Theme::Other, Subject::theme);
            let mission = shelf::mission(catalogue, place.as_ref());
            (Ask::Count { theme, mission }, None)
        }
        DeskAsk::Uncount => (Ask::Uncount, None),
    };
    let (done, contents) = store.answer(&ask, today).map_err(|error| error.say(lang))?;
    Ok(DeskAnswer {
        desk: desk(catalogue, &contents, today, lang),
        done,
        name: item.map_or(String::new(), |item| shelf::name(catalogue, &item, lang)),
        notice: store.aside(lang),
    })
}

fn place(subject: &Subject) -> Option<Place> {
    match subject {
        Subject::Project(id) => Some(Place::Project(*id)),
        Subject::Comune(code) => Some(Place::Comune(*code)),
        Subject::Measure(code) => Some(Place::Measure(code.clone())),
        _ => None,
    }
}

fn desk(catalogue: &Catalogue, contents: &Contents, today: Date, lang: Lang) -> Desk {
    let kept = |item: &Item, text: &str| {
        let to = shelf::place(catalogue, item).map(|place| match place {
            Place::Project(id) => Subject::Project(id),
            Place::Comune(code) => Subject::Comune(code),
            Place::Measure(code) => Subject::Measure(code),
        });
        Kept {
            to,
            name: shelf::name(catalogue, item, lang),
            item: item.clone(),
            text: text.to_owned(),
        }
    };
    let (served, themes) = tally::sums(&contents.tally, today);
    Desk {
        problem: None,
        served,
        themes,
        favourites: contents.favourites.iter().map(|item| kept(item, "")).collect(),
        notes: contents
            .notes
            .iter()
            .map(|(item, text)| kept(item, text))
            .collect(),
    }
}
