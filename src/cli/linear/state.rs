//! What the linear mode remembers: the places walked through, where one is in each, what was
//! said last. It changes in `update` and nowhere else.

use super::list::List;
use super::page::{Page, Said};
use crate::desk::{Ask as DeskAsk, Contents, Settings};
use crate::lang::{Lang, Lesson, Word};
use crate::model::{ComuneCode, ProjectId, SourceId};
use crate::search::{FacetKind, Sort};
use crate::tui::screen::map::Figure;
use jiff::civil::Date;

pub struct State {
    pub lang: Lang,
    /// What stands in the settings file: only what a person chose is written back.
    pub settings: Settings,
    pub home: Option<ComuneCode>,
    /// What the person keeps at the desk.
    pub desk: Contents,
    pub today: Date,
    pub history: History,
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
            desk: Contents::default(),
            today,
            history: History::default(),
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
    Page(Page),
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

impl Ask {
    pub fn of(text: impl Into<String>) -> Ask {
        Ask {
            text: text.into(),
            ..Ask::default()
        }
    }
}

/// What a page can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Project(ProjectId),
    Comune(ComuneCode),
    /// By its code.
    Measure(String),
    Data,
    /// A table that facts come from.
    Source(SourceId),
    /// By their id.
    Word(&'static str),
    Question(&'static str),
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

/// Where one was, is, and came back from.
pub struct History {
    back: Vec<Place>,
    pub here: Place,
    forward: Vec<Place>,
}

impl Default for History {
    fn default() -> History {
        History {
            back: Vec::new(),
            here: Place::new(What::Start),
            forward: Vec::new(),
        }
    }
}

/// Places kept.
const LONGEST: usize = 200;

impl History {
    pub fn open(&mut self, place: Place) {
        self.back.push(std::mem::replace(&mut self.here, place));
        self.forward.clear();
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// Takes the place of the one at hand, which is not kept.
    pub fn replace(&mut self, place: Place) {
        self.here = place;
        self.forward.clear();
    }

    /// One step back; false at the first place.
    pub fn back(&mut self) -> bool {
        let Some(place) = self.back.pop() else {
            return false;
        };
        self.forward.push(std::mem::replace(&mut self.here, place));
        true
    }

    pub fn forward(&mut self) -> bool {
        let Some(place) = self.forward.pop() else {
            return false;
        };
        self.back.push(std::mem::replace(&mut self.here, place));
        true
    }

    pub fn previous(&self) -> Option<&Place> {
        self.back.last()
    }

    /// Drops the places at the end of the way that `drop` names, so that stepping back leads
    /// before them.
    pub fn forget(&mut self, drop: impl Fn(&What) -> bool) {
        while self.back.last().is_some_and(|place| drop(&place.what)) {
            self.back.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(history: &History) -> Option<usize> {
        history.here.at
    }

    #[test]
    fn back_and_forward_walk_the_same_way() {
        let mut history = History::default();
        for at in 1..=3 {
            history.open(Place {
                at: Some(at),
                ..Place::new(What::Start)
            });
        }
        assert!(history.back() && history.back());
        assert_eq!(lesson(&history), Some(1));
        assert!(history.forward());
        assert_eq!(lesson(&history), Some(2));
        history.open(Place::new(What::Start));
        assert!(!history.forward());
        assert!(history.back() && history.back() && history.back() && !history.back());
    }

    #[test]
    fn a_long_way_is_bounded() {
        let mut history = History::default();
        for _ in 0..1_000 {
            history.open(Place::new(What::Start));
        }
        assert_eq!(history.back.len(), LONGEST);
    }
}
