//! What can be wrong with the settings, in one sentence and a way out.

use crate::lang::{Lang, w};
use std::io;
use std::path::PathBuf;

/// Why settings were not read or written.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{}: {error}", path.display())]
    Syntax {
        path: PathBuf,
        /// From 1.
        line: usize,
        /// What stands there.
        text: String,
        error: Box<toml::de::Error>,
    },
    #[error("there is no folder for the settings")]
    NoFolder,
    #[error("{}: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
}

/// The line of a file that is no TOML, from 1, and what stands there.
pub fn fault(source: &str, error: &toml::de::Error) -> (usize, String) {
    let at = error.span().map_or(0, |span| span.start.min(source.len()));
    let before = source.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let text = source.lines().nth(line - 1).unwrap_or_default();
    (line, crate::text::clean::line(text))
}

impl SettingsError {
    /// A file that is no settings: where the fault is.
    pub(super) fn syntax(path: PathBuf, source: &str, error: toml::de::Error) -> SettingsError {
        let (line, text) = fault(source, &error);
        SettingsError::Syntax {
            path,
            line,
            text,
            error: Box::new(error),
        }
    }

    /// What is wrong and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let (word, path, error) = match self {
            SettingsError::NoFolder => return lang.say(w::DESK_SETTINGS_NO_FOLDER).to_owned(),
            SettingsError::Syntax { path, line, text, .. } => {
                let file = path.display().to_string();
                let values = [
                    ("file", file.as_str()),
                    ("line", &line.to_string()),
                    ("text", text),
                ];
                return lang.fill(w::DESK_SETTINGS_SYNTAX, &values);
            }
            SettingsError::Read { path, error } => (w::DESK_SETTINGS_READ, path, error),
            SettingsError::Write { path, error } => (w::DESK_SETTINGS_WRITE, path, error),
        };
        let file = path.display().to_string();
        lang.fill(word, &[("file", &file), ("why", &lang.why(error))])
    }
}
