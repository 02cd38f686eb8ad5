//! What the store can be asked, and what it answers.

use crate::desk::item::Item;
use crate::desk::tally::{Tally, Theme};

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
    Count {
        theme: Theme,
        mission: String,
    },
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
}
