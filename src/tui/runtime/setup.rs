//! What the program starts with: the person's settings and keys, what the terminal can do.

use super::TuiError;
use super::worker::Worker;
use crate::desk::Settings;
use crate::lang::{Lang, w};
use crate::snapshot::ordinary;
use crate::tui::backend::Backend;
use crate::tui::glyphs::GlyphSet;
use crate::tui::keymap::Keymap;
use crate::tui::state::{Setup, State};
use crate::tui::theme::ThemeName;
use std::env;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

pub struct Options {
    pub backend: Box<dyn Backend>,
    /// As asked for on the command line; else the settings decide.
    pub lang: Option<Lang>,
    /// The settings file, read now and written when something is chosen.
    pub settings: Option<PathBuf>,
    /// The person's own keys.
    pub keys: Option<PathBuf>,
}

/// What the loop starts from.
pub(super) struct Ready {
    pub worker: Worker,
    pub state: State,
}

impl Options {
    /// Reads the files; a wrong one is an error before the screen is touched.
    pub(super) fn start(self) -> Result<Ready, TuiError> {
        let settings = match &self.settings {
            Some(path) => Settings::load_from(path)?,
            None => Settings::default(),
        };
        let keys = match &self.keys {
            Some(path) => read_if_there(path)?,
            None => None,
        };
        let keymap = Keymap::new(keys.as_deref()).map_err(|error| TuiError::Keys {
            path: self.keys.unwrap_or_default(),
            error,
        })?;
        if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
            return Err(TuiError::NoTerminal);
        }
        let (width, height) = crossterm::terminal::size()?;
        let seen = Seen::now();
        let lang = self.lang.or(settings.lang).unwrap_or_default();
        let theme = settings.theme.as_deref().and_then(ThemeName::from_id);
        let glyphs = settings.glyphs.as_deref().and_then(GlyphSet::from_id);
        let unknown = match (&settings.theme, theme, &settings.glyphs, glyphs) {
            (Some(word), None, _, _) | (_, _, Some(word), None) => Some(word.clone()),
            _ => None,
        };
        let setup = Setup {
            width,
            height,
            lang,
            theme: theme.unwrap_or(seen.theme),
            glyphs: glyphs.unwrap_or(seen.glyphs),
            mouse: settings.mouse.unwrap_or(true),
            settings,
            notice: unknown.map(|word| lang.fill(w::TUI_UNKNOWN_SETTING, &[("word", &word)])),
        };
        // NO_COLOR is honoured by our own theme; what crossterm makes of it erases bold letters.
        crossterm::style::force_color_output(true);
        Ok(Ready {
            worker: Worker {
                backend: self.backend,
                settings: self.settings,
                lang,
            },
            state: State::new(setup, keymap),
        })
    }
}

fn read_if_there(path: &Path) -> Result<Option<String>, TuiError> {
    match ordinary(path).and_then(|()| std::fs::read_to_string(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(TuiError::Read {
            path: path.to_owned(),
            error,
        }),
    }
}

/// What the environment says of the terminal.
struct Seen {
    theme: ThemeName,
    glyphs: GlyphSet,
}

impl Seen {
    fn now() -> Seen {
        Seen::from(|name| env::var(name).ok().filter(|value| !value.is_empty()))
    }

    fn from(var: impl Fn(&str) -> Option<String>) -> Seen {
        let poor = matches!(var("TERM").as_deref(), Some("linux" | "dumb" | "vt100" | "vt220"));
        let eight_bit = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(&var)
            .is_some_and(|l| l.contains('.') && !l.to_lowercase().replace('-', "").contains("utf8"));
        Seen {
            theme: match var("NO_COLOR") {
                Some(_) => ThemeName::Mono,
                None => ThemeName::Terminal,
            },
            glyphs: if poor || eight_bit {
                GlyphSet::Ascii
            } else {
                GlyphSet::Unicode
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(vars: &'static [(&str, &str)]) -> Seen {
        Seen::from(|name| {
            vars.iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        })
    }

    #[test]
    fn a_poor_terminal_gets_plain_signs() {
        assert_eq!(seen(&[("TERM", "linux")]).glyphs, GlyphSet::Ascii);
        assert_eq!(seen(&[("LANG", "it_IT.ISO-8859-1")]).glyphs, GlyphSet::Ascii);
        assert_eq!(
            seen(&[("TERM", "xterm"), ("LANG", "it_IT.UTF-8")]).glyphs,
            GlyphSet::Unicode
        );
    }

    #[test]
    fn no_color_means_no_colour() {
        assert_eq!(seen(&[("NO_COLOR", "1")]).theme, ThemeName::Mono);
        assert_eq!(seen(&[]).theme, ThemeName::Terminal);
    }
}
