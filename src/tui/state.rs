//! All that the screens are drawn from. It changes in `update` and nowhere else.

use super::action::Action;
use super::glyphs::GlyphSet;
use super::keymap::Keymap;
use super::screen::History;
use super::screen::slide::With;
use super::theme::ThemeName;
use crate::app::{Desk, Lists};
use crate::desk::Settings;
use crate::lang::Lang;
use crate::model::ComuneCode;
use crate::sheet::Subject;
use crate::snapshot::Overview;
use ratatui::layout::Rect;
use std::sync::Arc;

#[derive(Clone, Debug)]
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
    /// What the person keeps at the desk, and the language in which it was last asked for.
    pub desk: Arc<Desk>,
    pub desk_asked: Option<Lang>,
    /// The page whose note was told on arriving.
    pub note_told: Option<Subject>,
    pub archive: Archive,
    pub history: History,
    /// What was chosen in a list of commands: done where one was before the list.
    pub called: Option<Action>,
    /// A sentence at the bottom, until the next key.
    pub notice: Option<String>,
    /// Number of the last search that was asked for.
    pub generation: u64,
    /// Number of the last alarm that was asked for.
    pub tickets: u64,
    /// Ctrl-C was pressed once: twice ends the program.
    pub interrupted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Archive {
    Loading,
    Ready,
    /// Why it cannot be read.
    Failed(String),
}

/// What the program knows before the first frame.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    pub width: u16,
    pub height: u16,
    pub lang: Lang,
    pub theme: ThemeName,
    pub glyphs: GlyphSet,
    pub mouse: bool,
    pub settings: Settings,
    /// Shown at the bottom of the first screen.
    pub notice: Option<String>,
}

impl State {
    /// What the words of a slide depend on.
    pub fn with(&self) -> With<'_> {
        With::new(self.lang, &self.keymap, self.home)
    }

    /// The first screen, before the archive is open.
    pub fn new(setup: Setup, keymap: Keymap) -> State {
        State {
            size: bounded(setup.width, setup.height),
            lang: setup.lang,
            theme: setup.theme,
            glyphs: setup.glyphs,
            mouse: setup.mouse,
            home: None,
            keymap: Arc::new(keymap),
            settings: setup.settings,
            overview: None,
            lists: Arc::default(),
            desk: Arc::default(),
            desk_asked: None,
            note_told: None,
            archive: Archive::Loading,
            history: History::default(),
            called: None,
            notice: setup.notice,
            generation: 0,
            tickets: 0,
            interrupted: false,
        }
    }
}

/// A terminal can claim any size; a screen of a million letters is no screen.
pub fn bounded(width: u16, height: u16) -> Rect {
    Rect::new(0, 0, width.min(1_000), height.min(500))
}
