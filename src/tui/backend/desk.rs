//! What the screens ask of the person's own data, and what they are told.

use super::Subject;
use crate::desk::tally::Sums;
use crate::desk::{Done, Item, Theme};

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

/// All that is kept, named in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Why it cannot be used.
    pub problem: Option<String>,
    pub served: Sums,
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
    pub fn favourite(&self, subject: &Subject) -> Option<&Kept> {
        self.favourites
            .iter()
            .find(|kept| kept.to.as_ref() == Some(subject))
    }

    pub fn note(&self, subject: &Subject) -> Option<&Kept> {
        self.notes.iter().find(|kept| kept.to.as_ref() == Some(subject))
    }
}

impl Subject {
    /// What a person who came for this page came for.
    pub fn theme(&self) -> Theme {
        match self {
            Subject::Project(_) => Theme::Project,
            Subject::Comune(_) | Subject::Map(_) => Theme::Comune,
            Subject::Measure(_) => Theme::Measure,
            Subject::Word(_) => Theme::Word,
            Subject::Question(_) => Theme::Question,
            Subject::Data | Subject::Source(_) | Subject::Desk | Subject::Search(_) => Theme::Other,
        }
    }

    /// Whether it can be a favourite and have a note.
    pub fn can_be_kept(&self) -> bool {
        matches!(
            self,
            Subject::Project(_) | Subject::Comune(_) | Subject::Measure(_)
        )
    }
}
