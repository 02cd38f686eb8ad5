//! What the screens ask of the rest of the program: where the data are opened, searched and
//! explained. One real answer stands in [`local`]; tests bring their own.
//!
//! Every text that comes through here is plain text for people: cleaned, in the language asked
//! for, without control characters.

pub mod local;

use crate::app::{Answer, Ask, DeskAnswer, DeskAsk, Lists, Stage, StepAsk};
use crate::desk::Gathered;
use crate::lang::{Lang, w};
use crate::renew::Newer;
use crate::sheet::{Page, Subject};
use crate::snapshot::Overview;
use std::sync::Arc;

/// Opened and asked by one worker thread, so it may keep what it likes between calls.
pub trait Backend: Send {
    /// Region and dates, for the first frame.
    fn open(&mut self) -> Result<Opened, String>;
    /// Catalogue and index, behind the first frame.
    fn load(&mut self) -> Result<Arc<Lists>, String>;
    fn search(&mut self, ask: &Ask) -> Answer;
    /// The page of something, or a sentence that says why there is none.
    fn page(&mut self, subject: &Subject, lang: Lang) -> Result<Page, String>;
    /// What the person at the desk keeps: asked and changed.
    fn desk(&mut self, ask: &DeskAsk, lang: Lang) -> Result<DeskAnswer, String>;
    /// Writes the sheet to take home, with the name of the desk on it; yields where.
    fn print(&mut self, subject: &Subject, lang: Lang, desk: Option<&str>) -> Result<String, String>;
    /// Writes a list for a spreadsheet and for programs; yields where.
    fn export(&mut self, list: &Gathered, lang: Lang) -> Result<String, String>;
    /// What a step of a lesson needs of the data; nothing where they do not have it.
    fn step(&mut self, ask: &StepAsk) -> Stage;
    /// Newer data in a folder or on a stick.
    fn newer(&mut self) -> Option<Newer> {
        None
    }
    /// Takes them: what was done, or a sentence that says why not.
    fn take(&mut self, _found: &Newer, lang: Lang) -> Result<Vec<String>, String> {
        Err(lang.say(w::RENEW_NONE).to_owned())
    }
}

/// An archive that was opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub overview: Overview,
    /// Sentences on files that were passed over.
    pub notices: Vec<String>,
}
