//! What a page, a place of the program or a way can be about.

use super::form::Paper;
use crate::desk::Theme;
use crate::desk::gathered::Gathered;
use crate::desk::report::By;
use crate::desk::shelf::Place;
use crate::lang::{Word, w};
use crate::model::{ComuneCode, ProjectId, SourceId};
use crate::renew::Newer;

/// What one can go to: most are pages, the last two are screens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Project(ProjectId),
    Comune(ComuneCode),
    /// By its code.
    Measure(String),
    /// The archive itself: sources, dates, quality.
    Data,
    /// A table that facts come from.
    Source(SourceId),
    /// The forms and letters about a project, and one of them.
    Papers(ProjectId),
    Paper(Paper, ProjectId),
    /// What is new in this version.
    News,
    /// What is missing in the data, and where to begin.
    Quality,
    /// What an update changed.
    Changes,
    /// Newer data that were found in a folder or on a stick.
    Newer(Box<Newer>),
    /// Not a page: these are taken.
    Take(Box<Newer>),
    /// What the person keeps: tally, favourites, notes.
    Desk,
    /// Who was served, counted by something.
    Report(By),
    /// The projects gathered for one citizen.
    Gathered(Gathered),
    /// A word of the glossary, a question on the plan: by their id.
    Word(&'static str),
    Question(&'static str),
    /// Not a page but the map, at a comune.
    Map(ComuneCode),
    /// Not a page but the search with this text.
    Search(String),
}

impl Subject {
    /// What the desk keeps of it: a favourite, a note.
    pub fn place(&self) -> Option<Place> {
        match self {
            Subject::Project(id) => Some(Place::Project(*id)),
            Subject::Comune(code) => Some(Place::Comune(*code)),
            Subject::Measure(code) => Some(Place::Measure(code.clone())),
            _ => None,
        }
    }

    /// Whether a citizen can take it home.
    pub fn is_for_a_citizen(&self) -> bool {
        self.place().is_some()
            || match self {
                Subject::Word(_) | Subject::Question(_) | Subject::Paper(..) => true,
                Subject::Gathered(list) => !list.is_empty(),
                _ => false,
            }
    }

    /// Whether a sheet of paper is made of it: what a citizen takes home, and what an office counts.
    pub fn can_be_printed(&self) -> bool {
        self.is_for_a_citizen() || matches!(self, Subject::Report(_))
    }

    /// How many sheets of paper it makes.
    pub fn sheets(&self) -> u64 {
        match self {
            Subject::Gathered(list) => u64::try_from(list.ids().len()).unwrap_or(u64::MAX),
            _ => 1,
        }
    }

    /// What kind of page it is.
    pub fn kind(&self) -> Word {
        match self {
            Subject::Project(_) => w::SCREEN_READ_PROJECT,
            Subject::Comune(_) => w::SCREEN_READ_COMUNE,
            Subject::Measure(_) => w::SCREEN_READ_MEASURE,
            Subject::Data | Subject::Source(_) => w::SCREEN_DATA_TITLE,
            Subject::Papers(_) => w::CIVIC_PAPERS,
            Subject::Paper(paper, _) => paper.title(),
            Subject::News => w::NEWS_TITLE,
            Subject::Newer(_) | Subject::Take(_) => w::RENEW_TITLE,
            Subject::Changes => w::CHANGE_TITLE,
            Subject::Quality => w::QUALITY_TITLE,
            Subject::Desk => w::DESK_TITLE,
            Subject::Gathered(_) => w::GATHERED_TITLE,
            Subject::Report(_) => w::REPORT_TITLE,
            Subject::Word(_) => w::SCREEN_PICK_GLOSSARY,
            Subject::Question(_) => w::SCREEN_PICK_LEARN,
            Subject::Map(_) => w::SCREEN_MAP_TITLE,
            Subject::Search(_) => w::SCREEN_SEARCH_TITLE,
        }
    }

    /// What a person who came for this page came for.
    pub fn theme(&self) -> Theme {
        match self {
            Subject::Project(_) | Subject::Papers(_) | Subject::Paper(..) | Subject::Gathered(_) => {
                Theme::Project
            }
            Subject::Comune(_) | Subject::Map(_) => Theme::Comune,
            Subject::Measure(_) => Theme::Measure,
            Subject::Word(_) => Theme::Word,
            Subject::Question(_) => Theme::Question,
            _ => Theme::Other,
        }
    }
}

impl From<Place> for Subject {
    fn from(place: Place) -> Subject {
        match place {
            Place::Project(id) => Subject::Project(id),
            Place::Comune(code) => Subject::Comune(code),
            Place::Measure(code) => Subject::Measure(code),
        }
    }
}
