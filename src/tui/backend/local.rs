//! The real backend: a snapshot, opened while the first frame is drawn, its index, its
//! explanations.

mod data;
mod desk;
mod find;
mod hints;
mod labels;
mod lists;
mod pages;
mod pictures;
mod step;

pub use lists::comuni;

use super::{Answer, Ask, Backend, DeskAnswer, DeskAsk, Lists, Opened, Sheet, Stage, StepAsk, Subject};
use crate::desk::Store;
use crate::lang::{Lang, w};
use crate::search::Index;
use crate::snapshot::{Catalogue, Snapshot};
use jiff::civil::Date;
use std::sync::Arc;

/// Chooses and opens the snapshot, and says which files were passed over; the error is a sentence
/// for the person.
pub type Opener = Box<dyn FnOnce() -> Result<(Snapshot, Vec<String>), String> + Send>;

/// What day it is.
pub type Clock = fn() -> Date;

pub struct Local {
    opener: Option<Opener>,
    snapshot: Option<Snapshot>,
    index: Option<Index>,
    /// The person's own data, opened when they are first asked for.
    store: Store,
    clock: Clock,
}

impl Local {
    pub fn new(opener: Opener, clock: Clock, store: Store) -> Local {
        Local {
            opener: Some(opener),
            snapshot: None,
            index: None,
            store,
            clock,
        }
    }
}

const CLOSED: &str = "no archive is open";

impl Backend for Local {
    fn open(&mut self) -> Result<Opened, String> {
        let mut notices = Vec::new();
        if let Some(opener) = self.opener.take() {
            let (snapshot, refused) = opener()?;
            (self.snapshot, notices) = (Some(snapshot), refused);
        }
        let snapshot = self.snapshot.as_ref().ok_or(CLOSED)?;
        let overview = snapshot.overview().map_err(|e| e.to_string())?;
        Ok(Opened { overview, notices })
    }

    fn load(&mut self) -> Result<Lists, String> {
        let snapshot = self.snapshot.as_ref().ok_or(CLOSED)?;
        let catalogue = Arc::new(snapshot.catalogue().map_err(|e| e.to_string())?);
        let index = Index::open(snapshot, Arc::clone(&catalogue)).map_err(|e| e.to_string())?;
        self.index = Some(index);
        Ok(lists::lists(&catalogue))
    }

    fn search(&mut self, ask: &Ask) -> Answer {
        self.index
            .as_ref()
            .map_or_else(Answer::default, |index| find::find(index, ask))
    }

    fn sheet(&mut self, subject: &Subject, lang: Lang) -> Result<Sheet, String> {
        let gone = || lang.say(w::SCREEN_READ_GONE).to_owned();
        let (Some(snapshot), Some(index)) = (&self.snapshot, &self.index) else {
            return Err(gone());
        };
        pages::sheet(snapshot, index.catalogue(), subject, lang, (self.clock)())
            .map_err(|e| e.to_string())?
            .ok_or_else(gone)
    }

    fn desk(&mut self, ask: &DeskAsk, lang: Lang) -> Result<DeskAnswer, String> {
        // People come and are counted also when the archive does not open.
        let none = Catalogue::default();
        let catalogue = self
            .index
            .as_ref()
            .map_or(&none, |index| index.catalogue().as_ref());
        desk::answer(&mut self.store, catalogue, ask, lang, (self.clock)())
    }

    fn step(&mut self, ask: &StepAsk) -> Stage {
        let (Some(snapshot), Some(index)) = (&self.snapshot, &self.index) else {
            return Stage::default();
        };
        step::step(index, snapshot, ask).unwrap_or_default()
    }
}
