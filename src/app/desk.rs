//! The person's own data, found again in the archive at hand and named in the language at hand.

mod page;
mod visit;

pub use page::Line;

use crate::desk::shelf::Place;
use crate::desk::tally::{self, Sums};
use crate::desk::{
    Amend, Ask, Contents, Done, Entry, Gathered, Item, Kind, Store, Tally, Theme, Visit, note, shelf,
    unanswered,
};
use crate::lang::{Lang, w};
use crate::model::ProjectId;
use crate::sheet::Subject;
use crate::snapshot::Catalogue;
use jiff::civil::Date;
use std::sync::Arc;
use std::time::Instant;

/// What is asked of the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAsk {
    Read,
    Keep(Subject),
    /// A favourite, also one that the archive does not have.
    Drop(Item),
    /// The text was checked.
    Note(Subject, String),
    /// A gathered list, under the name that it bears; the name was checked.
    KeepList(Gathered),
    /// Another text for a note that is there; an empty one removes it.
    Rewrite(Item, String),
    /// One person served, on the page that they came for; whether what they asked was found.
    Count(Option<Subject>, bool),
    Uncount,
    /// The kind of request of the person who is here, or that they had no answer; who is not counted
    /// yet is counted with it.
    Amend(Option<Subject>, Amend),
    /// Sheets were handed out.
    Printed(u64),
    /// A question that found nothing; its words are looked through here.
    Unanswered(String),
    DropUnanswered(Option<String>),
    /// The next citizen: the visit of before ends.
    Next,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DeskAnswer {
    pub desk: Desk,
    pub done: Done,
    /// What was kept, dropped or noted, by name.
    pub name: String,
    /// A note was written that may name a person.
    pub names_somebody: bool,
    /// A sentence on a damaged file.
    pub notice: Option<String>,
}

impl DeskAnswer {
    /// What was done, in a sentence; `uncount` is how one takes a person away again.
    pub fn say(&self, uncount: &str, lang: Lang) -> Option<String> {
        let count = self.desk.served.day.to_string();
        let name = [("name", self.name.as_str())];
        Some(match self.done {
            Done::Read | Done::Asked => return None,
            Done::Amended => lang.say(w::DESK_DONE_AMENDED).to_owned(),
            Done::Forgotten => lang.say(w::DESK_DONE_FORGOTTEN).to_owned(),
            Done::Counted => lang.fill(w::DESK_DONE_COUNTED, &[("count", &count), ("key", uncount)]),
            Done::Uncounted => lang.fill(w::DESK_DONE_UNCOUNTED, &[("count", &count)]),
            Done::NoneCounted => lang.say(w::DESK_DONE_NONE_COUNTED).to_owned(),
            Done::Kept => lang.fill(w::DESK_DONE_KEPT, &name),
            Done::Dropped => lang.fill(w::DESK_DONE_DROPPED, &name),
            Done::Noted if self.names_somebody => lang.say(w::DESK_DONE_NOTED_SOMEBODY).to_owned(),
            Done::Noted => lang.say(w::DESK_DONE_NOTED).to_owned(),
            Done::Erased => lang.say(w::DESK_DONE_ERASED).to_owned(),
            Done::ListKept => lang.fill(w::GATHERED_KEPT, &name),
            Done::ListDropped => lang.fill(w::GATHERED_DROPPED, &name),
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
    /// Lists that were kept under a name.
    pub lists: Vec<Kept>,
    /// The desk's own id, and everybody who was served.
    pub id: String,
    pub entries: Arc<Vec<Entry>>,
    /// Questions that found nothing: the words, how often, the last day.
    pub unanswered: Vec<(String, u64, Date)>,
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
    let asked = ask;
    let (ask, item): (Ask, Option<Item>) = match ask {
        DeskAsk::Read => (Ask::Read, None),
        DeskAsk::Keep(subject) => {
            let item = item(subject)?;
            (Ask::Favourite(item.clone()), Some(item))
        }
        DeskAsk::Drop(item) if item.kind == Kind::List => {
            (Ask::List(item.key.clone(), Vec::new()), Some(item.clone()))
        }
        DeskAsk::KeepList(list) => {
            let of = |id: &ProjectId| shelf::item(catalogue, &Place::Project(*id), lang);
            let mut items: Vec<Item> = list.ids().iter().filter_map(of).collect();
            let name = list.name.clone().unwrap_or_default();
            // Those that the archive at hand lacks stay on it.
            let (_, there) = store.answer(&Ask::Read, today).map_err(|error| error.say(lang))?;
            let own = there.lists.into_iter().filter(|(own, _)| *own == name);
            items.extend(
                own.flat_map(|(_, own)| own)
                    .filter(|item| shelf::place(catalogue, item).is_none()),
            );
            let item = Item::list(&name);
            (Ask::List(name, items), Some(item))
        }
        DeskAsk::Drop(item) => (Ask::Favourite(item.clone()), Some(item.clone())),
        DeskAsk::Note(subject, text) => (Ask::Note(item(subject)?, text.clone()), None),
        DeskAsk::Rewrite(item, text) => (Ask::Note(item.clone(), text.clone()), None),
        DeskAsk::Count(subject, answered) => {
            let visit = visit::begun(store, catalogue, subject.as_ref(), lang);
            let answered = *answered;
            (Ask::Count(Visit { answered, ..visit }), None)
        }
        DeskAsk::Amend(subject, amend) => match store.going.counted {
            Some((number, _)) => (Ask::Amend(number, amend.clone()), None),
            None => {
                let mut visit = visit::begun(store, catalogue, subject.as_ref(), lang);
                match amend {
                    Amend::Request(request) => visit.request.clone_from(request),
                    Amend::Answered(answered) => visit.answered = *answered,
                    Amend::Sheets(_) | Amend::Minutes(_) => {}
                }
                (Ask::Count(visit), None)
            }
        },
        DeskAsk::Printed(sheets) => match store.going.counted {
            Some((number, _)) => (Ask::Amend(number, Amend::Sheets(*sheets)), None),
            None => {
                store.going.sheets += sheets;
                (Ask::Read, None)
            }
        },
        DeskAsk::Unanswered(text) => match unanswered::words(text) {
            Some(words) => (Ask::Unanswered(words), None),
            None => (Ask::Read, None),
        },
        DeskAsk::DropUnanswered(words) => (Ask::DropUnanswered(words.clone()), None),
        DeskAsk::Next => match store.going.end(Instant::now()) {
            Some((number, minutes)) => (Ask::Amend(number, Amend::Minutes(minutes)), None),
            None => (Ask::Read, None),
        },
        DeskAsk::Uncount => (Ask::Uncount, None),
    };
    let quiet = matches!(asked, DeskAsk::Printed(_) | DeskAsk::Next);
    let (mut done, contents) = store.answer(&ask, today).map_err(|error| error.say(lang))?;
    match (done, contents.entries.last()) {
        (Done::Counted, Some(last)) => store.going.was_counted(last.number, Instant::now()),
        (Done::Uncounted, _) => store.going.counted = None,
        _ => {}
    }
    // What is written down by the way is not told.
    if quiet {
        done = Done::Read;
    }
    Ok(DeskAnswer {
        desk: desk(catalogue, &contents, today, lang),
        done,
        name: item.map_or(String::new(), |item| shelf::name(catalogue, &item, lang)),
        names_somebody: matches!(&ask, Ask::Note(_, text) if note::names_somebody(text)),
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
        lists: contents
            .lists
            .iter()
            .map(|(name, items)| list(catalogue, name, items, lang))
            .collect(),
        favourites: contents.favourites.iter().map(|item| kept(item, "")).collect(),
        id: contents.desk.clone(),
        entries: Arc::new(contents.entries.clone()),
        unanswered: contents.unanswered.clone(),
        notes: contents
            .notes
            .iter()
            .map(|(item, text)| kept(item, text))
            .collect(),
    }
}

/// A kept list, with those of its projects that the archive has; how many are gone is said.
fn list(catalogue: &Catalogue, name: &str, items: &[Item], lang: Lang) -> Kept {
    let here = items
        .iter()
        .filter_map(|item| match shelf::place(catalogue, item)? {
            Place::Project(id) => Some(id),
            _ => None,
        });
    let list = Gathered::of(here, Some(name.to_owned()));
    let gone = items.len() - list.ids().len();
    let mut says = list.title(lang);
    if gone > 0 {
        let word = if gone == 1 {
            w::GATHERED_GONE_ONE
        } else {
            w::GATHERED_GONE
        };
        let gone = lang.fill(word, &[("count", &gone.to_string())]);
        says = format!("{says} ({gone})");
    }
    Kept {
        to: (!list.is_empty()).then_some(Subject::Gathered(list)),
        item: Item::list(name),
        name: says,
        text: String::new(),
    }
}
