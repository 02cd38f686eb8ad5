//! Why the screen could not start, or had to end.

use crate::desk::SettingsError;
use crate::lang::{Lang, w};
use crate::tui::keymap::KeymapError;
use std::io;
use std::path::PathBuf;

/// Why the program could not start, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    #[error("{}: {error}", path.display())]
    Keys { path: PathBuf, error: KeymapError },
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{0}")]
    Terminal(#[from] io::Error),
    #[error("the full screen needs a terminal")]
    NoTerminal,
    #[error("a part of the program stopped")]
    Worker,
}

impl TuiError {
    /// One sentence for the person.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            TuiError::Keys { path, error } => {
                let file = path.display().to_string();
                lang.fill(w::TUI_KEYS_WRONG, &[("file", &file), ("why", &error.say(lang))])
            }
            TuiError::NoTerminal => lang.say(w::TUI_NO_TERMINAL).to_owned(),
            TuiError::Worker => lang.say(w::TUI_WORKER_GONE).to_owned(),
            TuiError::Settings(error) => error.say(lang),
            TuiError::Read { path, error } => {
                let file = path.display().to_string();
                lang.fill(w::CLI_ERROR_READ, &[("file", &file), ("why", &lang.why(error))])
            }
            TuiError::Terminal(error) => lang.fill(w::TUI_TERMINAL, &[("why", &lang.why(error))]),
        }
    }
}
