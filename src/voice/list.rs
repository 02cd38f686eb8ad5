//! Numbered choices: what is said before them, the items, where each leads.

use super::command::Command;
use super::place::What;
use crate::app::Ask;
use crate::model::{ComuneCode, ProjectId};
use crate::sheet::{PartId, Subject};

/// The choices of a place.
#[derive(Default)]
pub struct List {
    /// What was read otherwise than typed: said whatever comes.
    pub mends: Vec<String>,
    /// Said when one arrives.
    pub head: Vec<String>,
    /// The first ones, at least as many as were asked for.
    pub items: Vec<Item>,
    /// All that there are.
    pub total: usize,
    /// Said after the items when one arrives.
    pub tail: Vec<String>,
    /// Items said at a time.
    pub chunk: usize,
    /// The first item is surely what was asked: it is opened at once.
    pub opens: bool,
}

pub struct Item {
    pub label: String,
    /// Said when it is opened, where the label tells more than a name.
    pub name: Option<String>,
    pub to: Target,
}

/// What choosing an item does.
#[derive(Clone, Debug)]
pub enum Target {
    Open(What),
    /// A page, at the part that answers what was asked.
    At(Subject, PartId),
    /// The same search with a filter put or taken away; menus of filters are left behind.
    Narrow(Ask),
    Do(Command),
    /// Makes it the home comune.
    Home(Option<ComuneCode>),
    /// Starts in the linear mode, or no more.
    Linear,
    /// Keeps what is asked and not found, or no more.
    Unanswered,
}

impl List {
    /// A menu that is said in full, or six items at a time.
    pub fn of(head: &str, items: Vec<Item>) -> List {
        List {
            mends: Vec::new(),
            head: vec![head.to_owned()],
            total: items.len(),
            items,
            tail: Vec::new(),
            chunk: 6,
            opens: false,
        }
    }
}

impl Item {
    pub fn new(label: impl Into<String>, to: Target) -> Item {
        Item {
            label: label.into(),
            name: None,
            to,
        }
    }

    /// The project that it leads to.
    pub fn project(&self) -> Option<ProjectId> {
        match &self.to {
            Target::Open(What::Page(Subject::Project(id))) | Target::At(Subject::Project(id), _) => Some(*id),
            _ => None,
        }
    }

    /// A way to a place.
    pub fn open(label: impl Into<String>, what: What) -> Item {
        Item::new(label, Target::Open(what))
    }
}
