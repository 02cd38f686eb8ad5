//! The places of the simple mode, and what stands at each.

use crate::app::Ask;
use crate::app::ranking::Figure;
use crate::lang::Lesson;
use crate::sheet::Subject;

/// A place that one can be at, and where in it one is.
#[derive(Clone, Debug)]
pub struct Place {
    pub what: What,
    /// Index of the item chosen, the part read last, the step of a lesson.
    pub at: Option<usize>,
    /// Items of a list that were said, and where the last turn began.
    pub shown: usize,
    pub from: usize,
    /// Sentences behind the items that were said.
    pub told: usize,
}

impl Place {
    pub fn new(what: What) -> Place {
        Place {
            what,
            at: None,
            shown: 0,
            from: 0,
            told: 0,
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
        matches!(
            self,
            What::Menu(Menu::See(_) | Menu::Beside(_) | Menu::Words(_) | Menu::Palette)
        )
    }
}

/// Lists of names that typing narrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Comuni,
    /// Comuni, to choose the person's own.
    Home,
    Measures,
    Glossary,
}

impl Names {
    /// All of them.
    pub fn all(self) -> What {
        What::Menu(Menu::Names(self, String::new()))
    }
}

#[derive(Clone, Debug)]
pub enum Menu {
    Filters(Ask),
    /// The values of a filter, by its place among the filters.
    Facet(Ask, usize),
    /// Names, and what was typed to narrow them.
    Names(Names, String),
    /// The comuni by a figure of the map, the highest first.
    Map(Figure),
    Questions,
    Learn,
    Lessons,
    Desk,
    /// What was asked and not found.
    Unanswered,
    /// The projects gathered for one citizen.
    Gathered,
    Settings,
    See(Subject),
    /// What a search may mean beside projects.
    Beside(Ask),
    Words(Vec<&'static str>),
    Palette,
}

impl Default for Place {
    fn default() -> Place {
        Place::new(What::Start)
    }
}
