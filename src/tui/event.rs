//! What happens to the screens, and what they ask to be done.

use super::backend::Opened;
use crate::app::{Answer, Ask, DeskAnswer, DeskAsk, Lists, Stage, StepAsk};
use crate::desk::hand::Way;
use crate::desk::{Gathered, Settings};
use crate::lang::Lang;
use crate::renew::Newer;
use crate::sheet::{Page, Subject};
use crossterm::event::{KeyEvent, MouseEvent};
use std::sync::Arc;
use std::time::Duration;

#[derive(Clone, Debug)]
pub enum Event {
    Key(KeyEvent),
    Paste(String),
    Mouse(MouseEvent),
    Resize {
        width: u16,
        height: u16,
    },
    Opened(Result<Opened, String>),
    Loaded(Result<Arc<Lists>, String>),
    Newer(Option<Newer>),
    /// The answer to a search, with the generation that asked.
    Found {
        generation: u64,
        answer: Answer,
    },
    Page {
        subject: Subject,
        lang: Lang,
        page: Result<Page, String>,
    },
    /// What the desk holds, named in a language, after it was asked or changed.
    Desk {
        lang: Lang,
        answer: Result<DeskAnswer, String>,
    },
    Step {
        ask: StepAsk,
        stage: Stage,
    },
    /// An alarm went off.
    Wake {
        ticket: u64,
    },
    /// The sentence that says how a copy or a saving of settings went.
    Done(Result<Done, String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// The text was handed to the terminal (OSC 52), and to the system by the last of these
    /// programs unless it failed.
    Copied {
        tried: Vec<&'static str>,
        taken: bool,
    },
    Saved,
    /// A sheet was written: where.
    Printed(String),
    /// A sheet was handed to a program of the system, by this name; none took it.
    Handed(Way, Option<&'static str>),
    /// A list was written: where.
    Exported(String),
}

/// What must be done outside of `update`: most of it by the worker, which answers with an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Opens the archive, then reads it.
    Open,
    Load,
    /// Looks for newer data.
    Seek,
    /// Takes them; the answer is their page.
    Take {
        found: Box<Newer>,
        lang: Lang,
    },
    Search {
        generation: u64,
        ask: Ask,
    },
    Page {
        subject: Subject,
        lang: Lang,
    },
    Desk {
        ask: DeskAsk,
        lang: Lang,
    },
    Step(StepAsk),
    /// An alarm; a later one takes its place.
    Wake {
        after: Duration,
        ticket: u64,
    },
    Copy(String),
    /// The sheet to take home of a subject.
    Print {
        subject: Subject,
        lang: Lang,
        desk: Option<String>,
    },
    /// A list as CSV and JSON.
    Export {
        list: Gathered,
        lang: Lang,
    },
    /// The sheet that was written last is opened or sent to the printer by the system.
    Hand(Way, String),
    Save(Settings),
    /// It was offered to choose the settings: from now on they are there, as they are.
    Offered(Settings),
    Mouse(bool),
    Suspend,
    Quit,
}
