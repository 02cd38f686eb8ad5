//! All that the screens are drawn from. It changes in `update` and nowhere else.

use super::action::Action;
use super::glyphs::GlyphSet;
use super::keymap::Keymap;
use super::screen::{History, Screen};
use super::theme::ThemeName;
use crate::app::{Desk, Lists};
use crate::desk::{Gathered, Settings};
use crate::lang::{Lang, Word, w};
use crate::model::ComuneCode;
use crate::renew::Newer;
use crate::sheet::Subject;
use crate::snapshot::Overview;
use crate::text::number;
use ratatui::layout::Rect;
use std::sync::Arc;

/// As it begins: the first screen, before the archive is open.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub size: Rect,
    pub lang: Lang,
    pub theme: ThemeName,
    pub glyphs: GlyphSet,
    pub mouse: bool,
    /// The comune whose projects stand first; known once the archive is read.
    pub home: Option<ComuneCode>,
    pub keymap: Arc<Keymap>,
    /// What stands in the settings file: only what a person chose is written back.
    pub settings: Settings,
    /// Region and dates, once the archive is open.
    pub overview: Option<Overview>,
    pub lists: Arc<Lists>,
    /// Newer data that were found in a folder or on a stick.
    pub newer: Option<Newer>,
    /// What the person keeps at the desk, and the language in which it was last asked for.
    pub desk: Arc<Desk>,
    pub desk_asked: Option<Lang>,
    /// The page whose note was told on arriving.
    pub note_told: Option<Subject>,
    /// Where the sheet is that was written last for the citizen at hand.
    pub printed: Option<String>,
    /// The projects marked for the citizen at hand.
    pub gathered: Gathered,
    pub archive: Archive,
    pub history: History,
    /// What was searched for since the start, the newest first; it is kept nowhere.
    pub searches: Vec<String>,
    /// What was chosen in a list of commands: done where one was before the list.
    pub called: Option<Action>,
    /// A sentence at the bottom, until the next key.
    pub notice: Option<String>,
    /// Number of the last search that was asked for.
    pub generation: u64,
    /// Number of the last alarm that was asked for.
    pub tickets: u64,
    /// The person's first start: what can be chosen is offered, until one looks at it or takes the row
    /// away; that it was offered is kept when the first screen is left.
    pub first: bool,
    pub offered: bool,
    /// A key that would leave what is not kept was pressed once: twice leaves.
    pub interrupted: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Archive {
    #[default]
    Loading,
    Ready,
    /// Why it cannot be read.
    Failed(String),
}

impl Archive {
    /// What is said in the place of what it would show.
    pub fn say(&self, lang: Lang, loading: Word, nothing: Word) -> String {
        match self {
            Archive::Failed(why) => lang.fill(w::SCREEN_START_FAILED, &[("why", why)]),
            Archive::Loading => lang.say(loading).to_owned(),
            Archive::Ready => lang.say(nothing).to_owned(),
        }
    }
}

impl State {
    /// The oldest and the newest day of the data, in figures.
    pub fn dates(&self) -> Option<[String; 2]> {
        let overview = self.overview.as_ref()?;
        Some([overview.oldest?, overview.newest?].map(number::date_short))
    }

    /// The text of the search that one is at.
    pub fn searched(&self) -> Option<&str> {
        match &self.history.here {
            Screen::Search(search) => Some(search.field.text().trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Before the name of a project that is gathered, wherever it stands in a row.
    pub fn sign(&self, to: &Subject) -> String {
        match to {
            Subject::Project(id) if self.gathered.has(*id) => format!("{} ", self.glyphs.get().on),
            _ => String::new(),
        }
    }

    /// Keeps a search that was left.
    pub fn remember(&mut self, text: String) {
        /// More are not walked through.
        const MOST: usize = 20;
        self.searches.retain(|own| *own != text);
        self.searches.insert(0, text);
        self.searches.truncate(MOST);
    }

    /// Does something with the screen at hand, by what else the program knows.
    pub fn here<T>(&mut self, does: impl FnOnce(&mut Screen, &mut State) -> T) -> T {
        let mut screen = std::mem::take(&mut self.history.here);
        let done = does(&mut screen, self);
        self.history.here = screen;
        done
    }
}

/// A terminal can claim any size; a screen of a million letters is no screen.
pub fn bounded(width: u16, height: u16) -> Rect {
    Rect::new(0, 0, width.min(1_000), height.min(500))
}
