//! A list that a field narrows: comuni, measures, words, questions, lessons, keys, settings, every
//! place and every action. One screen serves them all; what differs stands in [`items`].

pub mod items;
pub mod update;
pub mod view;

use crate::app::Lists;
use crate::app::choices::{Choice, ToComune};
use crate::desk::Amend;
use crate::lang::{Lang, Word, w};
use crate::model::ComuneCode;
use crate::sheet::Subject;
use crate::tui::action::Action;
use crate::tui::field::Field;
use crate::tui::keymap::Context;
use crate::tui::screen::search::Preview;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickKind {
    Comuni,
    /// Comuni, to choose the one whose projects stand first.
    Home,
    Measures,
    /// Lessons, questions on the plan, and the glossary.
    Learn,
    Glossary,
    Help,
    Palette,
    Settings,
    /// What the person counted asked for.
    Request,
}

impl PickKind {
    /// What the list is called.
    pub fn title(self) -> Word {
        match self {
            PickKind::Comuni => w::SCREEN_PICK_COMUNI,
            PickKind::Home => w::SCREEN_PICK_HOME,
            PickKind::Measures => w::SCREEN_PICK_MEASURES,
            PickKind::Learn => w::SCREEN_PICK_LEARN,
            PickKind::Glossary => w::SCREEN_PICK_GLOSSARY,
            PickKind::Help => w::SCREEN_PICK_HELP,
            PickKind::Palette => w::SCREEN_PICK_PALETTE,
            PickKind::Settings => w::SCREEN_PICK_SETTINGS,
            PickKind::Request => w::DESK_WHAT_REQUEST,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Pick {
    pub kind: PickKind,
    /// Where the help was asked for: its keys come first.
    pub asked_in: &'static [Context],
    /// The page that the person came for, of whom the request is told.
    pub of: Option<Subject>,
    /// What could be done where the commands were asked for.
    pub can: Vec<Action>,
    pub field: Field,
    pub selected: usize,
    pub scroll: usize,
    /// Everything that can be chosen, and what it was made from.
    pub items: Vec<Item>,
    /// How many of them there are whatever is typed.
    own: usize,
    made: Option<(Lang, Arc<Lists>)>,
    /// Indexes of the items that match what is typed, the best first.
    pub shown: Vec<usize>,
    sifted: Option<String>,
    /// The page of what is selected, beside the list on a wide screen.
    pub preview: Preview,
}

/// What can be chosen.
pub type Item = Choice<Go>;

#[derive(Clone, Debug, PartialEq)]
pub enum Go {
    /// Does what a key does.
    Do(Action),
    Open(Subject),
    List(PickKind),
    /// By its id.
    Lesson(&'static str),
    Home(Option<ComuneCode>),
    /// Adds it to the person who is here.
    Amend(Amend),
}

impl Pick {
    /// A list with nothing typed.
    pub fn new(kind: PickKind) -> Pick {
        Pick {
            kind,
            asked_in: &[],
            of: None,
            can: Vec::new(),
            field: Field::default(),
            selected: 0,
            scroll: 0,
            items: Vec::new(),
            own: 0,
            made: None,
            shown: Vec::new(),
            sifted: None,
            preview: Preview::default(),
        }
    }

    /// The language that its items are in.
    pub fn lang(&self) -> Lang {
        self.made.as_ref().map_or(Lang::It, |(lang, _)| *lang)
    }

    /// The page that Enter would open.
    pub fn selected_page(&self) -> Option<&Subject> {
        match &self.selected_item()?.to {
            Go::Open(Subject::Search(_) | Subject::Map(_)) => None,
            Go::Open(page) => Some(page),
            _ => None,
        }
    }

    /// What Enter would do.
    pub fn selected_item(&self) -> Option<&Item> {
        self.items.get(*self.shown.get(self.selected)?)
    }
}

impl ToComune for Go {
    fn comune(&self) -> Option<ComuneCode> {
        match self {
            Go::Open(Subject::Comune(code)) | Go::Home(Some(code)) => Some(*code),
            _ => None,
        }
    }

    fn with(&self, code: ComuneCode) -> Go {
        match self {
            Go::Home(_) => Go::Home(Some(code)),
            _ => Go::Open(Subject::Comune(code)),
        }
    }
}
