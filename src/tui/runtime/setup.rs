//! What the program starts with: the person's settings and keys, what the terminal can do.

use super::TuiError;
use super::worker::Worker;
use crate::desk::Settings;
use crate::lang::{Lang, w};
use crate::snapshot::read_text;
use crate::tui::backend::Backend;
use crate::tui::glyphs::GlyphSet;
use crate::tui::keymap::Keymap;
use crate::tui::state::{State, bounded};
use crate::tui::terminal;
use crate::tui::theme::ThemeName;
use std::env;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub struct Options {
    pub backend: Box<dyn Backend>,
    /// As asked for on the command line; else the settings decide.
    pub lang: Option<Lang>,
    /// The settings file, read now and written when something is chosen.
    pub settings: Option<PathBuf>,
    /// The person's own keys.
    pub keys: Option<PathBuf>,
}

impl Options {
    /// Reads the files; of a wrong one the screen says what is wrong, and starts without it.
    pub(super) fn start(self) -> Result<(Worker, State), TuiError> {
        let mut wrong: Vec<TuiError> = Vec::new();
        let settings = self.settings.as_ref().map(|path| Settings::load_from(path));
        let settings = settings.unwrap_or_else(|| Ok(Settings::default()));
        let settings = settings.unwrap_or_else(|error| {
            wrong.push(error.into());
            Settings::default()
        });
        let keys = match &self.keys {
            Some(path) => read_if_there(path)?,
            None => None,
        };
        let path = self.keys.unwrap_or_default();
        let keymap = Keymap::new(keys.as_deref()).or_else(|error| {
            wrong.push(TuiError::Keys { path, error });
            Keymap::new(None).map_err(|error| TuiError::Keys {
                path: PathBuf::new(),
                error,
            })
        })?;
        if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
            return Err(TuiError::NoTerminal);
        }
        let (width, height) = terminal::size()?;
        let env = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let (seen_theme, seen_glyphs) = seen(cfg!(windows), env);
        let lang = self.lang.or(settings.lang).unwrap_or_default();
        let theme = settings.theme.as_deref().and_then(ThemeName::from_id);
        let glyphs = settings.glyphs.as_deref().and_then(GlyphSet::from_id);
        let unknown = match (&settings.theme, theme, &settings.glyphs, glyphs) {
            (Some(word), None, _, _) | (_, _, Some(word), None) => Some(word.clone()),
            _ => None,
        };
        let unknown = unknown.map(|word| lang.fill(w::TUI_UNKNOWN_SETTING, &[("word", &word)]));
        let said: Vec<String> = wrong.iter().map(|error| error.say(lang)).chain(unknown).collect();
        let state = State {
            size: bounded(width, height),
            lang,
            theme: theme.unwrap_or(seen_theme),
            glyphs: glyphs.unwrap_or(seen_glyphs),
            mouse: settings.mouse.unwrap_or(true),
            keymap: Arc::new(keymap),
            settings,
            first: self.settings.as_ref().is_some_and(|path| !path.exists()),
            notice: Some(said.join(" ")).filter(|said| !said.is_empty()),
            ..State::default()
        };
        // NO_COLOR is honoured by our own theme; what crossterm makes of it erases bold letters.
        crossterm::style::force_color_output(true);
        let worker = Worker {
            backend: self.backend,
            // A file that was not understood is left as it is.
            settings: self
                .settings
                .filter(|_| !wrong.iter().any(|e| matches!(e, TuiError::Settings(_)))),
            lang,
        };
        Ok((worker, state))
    }
}

fn read_if_there(path: &Path) -> Result<Option<String>, TuiError> {
    match read_text(path, 1 << 20) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(TuiError::Read {
            path: path.to_owned(),
            error,
        }),
    }
}

/// What the environment says of the terminal. The console of Windows says nothing of itself; whatever
/// else draws there does.
pub fn seen(windows: bool, var: impl Fn(&str) -> Option<String>) -> (ThemeName, GlyphSet) {
    let poor = matches!(var("TERM").as_deref(), Some("linux" | "dumb" | "vt100" | "vt220"));
    let eight_bit = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(&var)
        .is_some_and(|l| l.contains('.') && !l.to_lowercase().replace('-', "").contains("utf8"));
    let theme = match var("NO_COLOR") {
        Some(_) => ThemeName::Mono,
        None => ThemeName::Terminal,
    };
    let names_itself = || {
        ["WT_SESSION", "TERM", "TERM_PROGRAM"]
            .into_iter()
            .any(|name| var(name).is_some())
    };
    let glyphs = match (poor || eight_bit, windows) {
        (true, _) => GlyphSet::Ascii,
        (_, true) if !names_itself() => GlyphSet::Console,
        _ => GlyphSet::Unicode,
    };
    (theme, glyphs)
}
