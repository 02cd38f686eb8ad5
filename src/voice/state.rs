//! What the linear mode remembers: the places walked through, where one is in each, what was
//! said last. It changes in `update` and nowhere else.

use super::list::List;
use super::page::{Reading, Said};
use crate::app::ranking::Figure;
use crate::app::{Archive, Desk, DeskAsk, Trail};
use crate::desk::Settings;
use crate::lang::{Lang, Lesson, Word};
use crate::model::ComuneCode;
use crate::search::{FacetKind, Query, Results, Settings as SearchSettings, Sort};
use crate::sheet::Subject;
use jiff::civil::Date;

pub struct State {
    pub lang: Lang,
    /// What stands in the settings file: only what a person chose is written back.
    pub settings: Settings,
    pub home: Option<ComuneCode>,
    /// What the person keeps at the desk.
    pub desk: Desk,
    pub today: Date,
    pub history: Trail<Place>,
    /// What the place at hand holds, in the language at hand.
    pub content: Content,
    /// The last answer, for `ripeti`.
    pub last: Vec<String>,
    /// The sentences read last, for `perché` and `parole`.
    pub told: Vec<Said>,
    /// The word of evidence is said after each sentence.
    pub proofs: bool,
    /// Advice that was given, and is not given again.
    pub heard: Vec<Word>,
    /// Wrong answers to the exercise at hand.
    pub tries: u8,
    /// The exercise at hand was answered.
    pub solved: bool,
}

impl State {
    pub fn new(lang: Lang, settings: Settings, today: Date) -> State {
        State {
            lang,
            settings,
            home: None,
            desk: Desk::default(),
            today,
            history: Trail::default(),
            content: Content::Empty,
            last: Vec::new(),
            told: Vec::new(),
            proofs: true,
            heard: Vec::new(),
            tries: 0,
            solved: false,
        }
    }

    pub fn here(&mut self) -> &mut Place {
        &mut self.history.here
    }
}

pub enum Content {
    Empty,
    List(List),
    Page(Reading),
}

/// What must be done outside of `update`.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// One line, ready to be printed.
    Say(String),
    Save(Settings),
    /// Answered by [`super::update::desk_answered`].
    Desk(DeskAsk),
    Quit,
}

/// A place that one can be at, and where in it one is.
#[derive(Clone, Debug)]
pub struct Place {
    pub what: What,
    /// Index of the item chosen, the part read last, the step of a lesson.
    pub at: Option<usize>,
    /// Items of a list that were said.
    pub shown: usize,
}

impl Place {
    pub fn new(what: What) -> Place {
        Place {
            what,
            at: None,
            shown: 0,
        }
    }
}

#[derive(Clone, Debug)]
pub enum What {
    Start,
    Results(Ask),
    Menu(Menu),
    Page(Subject),
    Lesson(&'static Lesson),
}

impl What {
    /// A list of ways to go, which nobody wants to step back to.
    pub fn is_passing(&self) -> bool {
        matches!(self, What::Menu(Menu::See(_) | Menu::Words(_) | Menu::Palette))
    }
}

/// A search as it was typed, filters included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    pub text: String,
    pub sort: Sort,
    /// Words are not corrected.
    pub exact: bool,
}

/// Values of a filter that are offered.
const FACET_VALUES: usize = 500;

impl Ask {
    /// The results of it, of which so many are wanted.
    pub fn results(&self, archive: &Archive, state: &State, limit: usize) -> Results {
        let settings = SearchSettings {
            sort: self.sort,
            home: state.home,
            correct: !self.exact,
            facet_values: FACET_VALUES,
            lang: state.lang,
        };
        archive.index.search(&Query::parse(&self.text), &settings, limit)
    }

    /// These words, in the usual order.
    pub fn of(text: impl Into<String>) -> Ask {
        Ask {
            text: text.into(),
            ..Ask::default()
        }
    }
}

#[derive(Clone, Debug)]
pub enum Menu {
    Filters(Ask),
    Facet(Ask, FacetKind),
    /// Names that hold some letters; `home`: choosing makes it the person's own.
    Comuni {
        narrow: String,
        home: bool,
    },
    Measures {
        narrow: String,
    },
    Glossary {
        narrow: String,
    },
    /// The comuni by a figure of the map, the highest first.
    Map(Figure),
    Questions,
    Learn,
    Lessons,
    Desk,
    Settings,
    See(Subject),
    Words(Vec<&'static str>),
    Palette,
}

impl Default for Place {
    fn default() -> Place {
        Place::new(What::Start)
    }
}
