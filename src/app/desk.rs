//! The person's own data, found again in the archive at hand and named in the language at hand.

mod page;

pub use page::Line;

use crate::desk::tally::{self, Sums};
use crate::desk::{Ask, Contents, Done, Item, Store, Tally, Theme, shelf};
use crate::lang::{Lang, w};
use crate::sheet::Subject;
use crate::snapshot::Catalogue;
use jiff::civil::Date;

/// What is asked of the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAsk {
    Read,
    Keep(Subject),
    /// A favourite, also one that the archive does not have.
    Drop(Item),
    /// The text was checked.
    Note(Subject, String),
    /// Another text for a note that is there; an empty one removes it.
    Rewrite(Item, String),
    /// One person served, on the page that they came for.
    Count(Option<Subject>),
    Uncount,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DeskAnswer {
    pub desk: Desk,
    pub done: Done,
    /// What was kept, dropped or noted, by name.
    pub name: String,
    /// A sentence on a damaged file.
    pub notice: Option<String>,
}

impl DeskAnswer {
    /// What was done, in a sentence; `uncount` is how one takes a person away again.
    pub fn say(&self, uncount: &str, lang: Lang) -> Option<String> {
        let count = self.desk.served.day.to_string();
        let name = [("name", self.name.as_str())];
        Some(match self.done {
            Done::Read => return None,
            Done::Counted => lang.fill(w::DESK_DONE_COUNTED, &[("count", &count), ("key", uncount)]),
            Done::Uncounted => lang.fill(w::DESK_DONE_UNCOUNTED, &[("count", &count)]),
            Done::NoneCounted => lang.say(w::DESK_DONE_NONE_COUNTED).to_owned(),
            Done::Kept => lang.fill(w::DESK_DONE_KEPT, &name),
            Done::Dropped => lang.fill(w::DESK_DONE_DROPPED, &name),
            Done::Noted => lang.say(w::DESK_DONE_NOTED).to_owned(),
            Done::Erased => lang.say(w::DESK_DONE_ERASED).to_owned(),
        })
    }
}

/// All that is kept, named in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Why it cannot be used.
    pub problem: Option<String>,
    pub served: Sums,
    /// By day, theme and mission.
    pub tally: Vec<Tally>,
    /// By theme, those of this month.
    pub themes: Vec<(Theme, Sums)>,
    pub favourites: Vec<Kept>,
    pub notes: Vec<Kept>,
}

/// A favourite or a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub item: Item,
    /// Its page, when the archive at hand has it.
    pub to: Option<Subject>,
    pub name: String,
    /// What the note says.
    pub text: String,
}

impl Desk {
    /// The favourite that a page is, if it is one.
    pub fn favourite(&self, subject: &Subject) -> Option<&Kept> {
        self.favourites
            .iter()
            .find(|kept| kept.to.as_ref() == Some(subject))
    }

    /// The note on a page, if there is one.
    pub fn note(&self, subject: &Subject) -> Option<&Kept> {
        self.notes.iter().find(|kept| kept.to.as_ref() == Some(subject))
    }
}

/// Asks the store, or changes it.
///
/// # Errors
/// A sentence, when the store cannot be used or the archive has no such page.
pub fn answer(
    store: &mut Store,
    catalogue: &Catalogue,
    ask: &DeskAsk,
    lang: Lang,
    today: Date,
) -> Result<DeskAnswer, String> {
    let gone = || lang.say(w::SCREEN_READ_GONE).to_owned();
    let item = |subject: &Subject| {
        subject
            .place()
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
            let place = subject.as_ref().and_then(Subject::place);
            let theme = subject.as_ref().map_or(Theme::Other, Subject::theme);
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

fn desk(catalogue: &Catalogue, contents: &Contents, today: Date, lang: Lang) -> Desk {
    let kept = |item: &Item, text: &str| {
        let to = shelf::place(catalogue, item).map(Subject::from);
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
        tally: contents.tally.clone(),
        themes,
        favourites: contents.favourites.iter().map(|item| kept(item, "")).collect(),
        notes: contents
            .notes
            .iter()
            .map(|(item, text)| kept(item, text))
            .collect(),
    }
}
