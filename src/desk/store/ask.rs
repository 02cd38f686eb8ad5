//! What the store can be asked, and what it answers.

use crate::desk::item::Item;
use crate::desk::served::{Amend, Entry, Visit};
use crate::desk::tally::Tally;
use jiff::civil::Date;

/// What can be asked of the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    Read,
    /// Keeps it, or keeps it no more.
    Favourite(Item),
    /// The text was checked; an empty one removes the note.
    Note(Item, String),
    /// Keeps a list of projects under a name, in the place of the one that has it; an empty one is
    /// kept no more.
    List(String, Vec<Item>),
    /// One person served.
    Count(Visit),
    /// What is known of a visit since it was counted, by its number.
    Amend(u64, Amend),
    /// The words of a question that found nothing; they were checked.
    Unanswered(String),
    /// Forgets a question, or all of them.
    DropUnanswered(Option<String>),
    /// The last person of today was counted by mistake.
    Uncount,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Read,
    Kept,
    Dropped,
    Noted,
    Erased,
    Amended,
    Asked,
    Forgotten,
    ListKept,
    ListDropped,
    Counted,
    Uncounted,
    /// Nobody was counted today.
    NoneCounted,
}

/// All that the store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// In the order in which they were kept.
    pub favourites: Vec<Item>,
    pub notes: Vec<(Item, String)>,
    /// By name; the projects in the order in which they were marked.
    pub lists: Vec<(String, Vec<Item>)>,
    /// By day, theme and mission.
    pub tally: Vec<Tally>,
    /// The desk's own random id; empty where there is no file yet.
    pub desk: String,
    /// Everybody who was served, in the order of the counting.
    pub entries: Vec<Entry>,
    /// The numbers of those who were counted by mistake.
    pub uncounted: Vec<u64>,
    /// Questions that found nothing: the words, how often, the last day; the most asked first.
    pub unanswered: Vec<(String, u64, Date)>,
}
