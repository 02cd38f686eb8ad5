//! What the linear mode remembers: the places walked through, where one is in each, what was
//! said last. It changes in `update` and nowhere else.

use super::command::Command;
use super::list::List;
use super::page::Reading;
use super::place::Place;
use crate::app::{Answer, Archive, Ask, Desk, DeskAsk, Trail};
use crate::desk::{Gathered, Settings};
use crate::lang::{Lang, Word};
use crate::model::ComuneCode;
use crate::renew::Newer;
use crate::sheet::Subject;
use crate::sheet::heard::Said;
use jiff::civil::Date;
use std::rc::Rc;

pub struct State {
    pub lang: Lang,
    /// What stands in the settings file: only what a person chose is written back.
    pub settings: Settings,
    pub home: Option<ComuneCode>,
    /// What the person keeps at the desk.
    pub desk: Desk,
    /// The projects marked for the citizen at hand.
    pub gathered: Gathered,
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
    /// What was asked for and is done when it is asked for again.
    pub unsure: Option<Command>,
    /// Newer data that were told just now.
    pub newer: Option<Newer>,
}

impl State {
    pub fn new(lang: Lang, settings: Settings, today: Date) -> State {
        State {
            lang,
            settings,
            home: None,
            desk: Desk::default(),
            gathered: Gathered::default(),
            today,
            history: Trail::default(),
            content: Content::Empty,
            last: Vec::new(),
            told: Vec::new(),
            proofs: true,
            heard: Vec::new(),
            tries: 0,
            solved: false,
            unsure: None,
            newer: None,
        }
    }

    pub fn here(&mut self) -> &mut Place {
        &mut self.history.here
    }

    /// The answer to a search, with so many rows at least.
    pub fn find(&self, archive: &Archive, ask: &Ask, rows: usize) -> Answer {
        archive.find(&Ask {
            limit: rows,
            lang: self.lang,
            home: self.home,
            ..ask.clone()
        })
    }
}

pub enum Content {
    Empty,
    List(Rc<List>),
    Page(Rc<Reading>),
}

/// What must be done outside of `update`.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// One line, ready to be printed.
    Say(String),
    Save(Settings),
    /// Answered by [`super::update::desk_answered`].
    Desk(DeskAsk),
    /// The sheet to take home.
    Print(Subject),
    /// A list as CSV and JSON.
    Export(Gathered),
    /// Answered by [`super::update::newer_found`].
    Seek,
    /// Newer data are taken.
    Take(Newer),
    Quit,
}
