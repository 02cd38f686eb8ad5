//! What a picture must know to be drawn: a style for each part, the language, the signs.

use super::Canvas;
use crate::lang::Lang;
use crate::tui::theme::Role;
use ratatui::style::{Modifier, Style};

/// Styles by what they say, the language, and whether only ASCII signs may be drawn. Each
/// picture can be read without any of the styles: signs and words carry the meaning.
#[derive(Clone, Debug, Default)]
pub struct Look {
    pub text: Style,
    /// Names and figures to be read first.
    pub strong: Style,
    /// Scales, and the part of a bar that is still empty.
    pub quiet: Style,
    /// Words that stand where a figure is missing.
    pub missing: Style,
    /// What is filled.
    pub bar: Style,
    /// What is pointed at: today, the project's own band.
    pub mark: Style,
    pub selected: Style,
    /// The classes of the map, from few to many.
    pub shades: [Style; 5],
    pub lang: Lang,
    pub ascii: bool,
}

impl Look {
    /// No colour: bold, reverse and italic only.
    pub fn plain(lang: Lang, ascii: bool) -> Look {
        let with = |modifier| Style::new().add_modifier(modifier);
        Look {
            strong: with(Modifier::BOLD),
            missing: with(Modifier::ITALIC),
            mark: with(Modifier::BOLD),
            selected: with(Modifier::REVERSED),
            lang,
            ascii,
            ..Look::default()
        }
    }

    /// The styles of the theme in use.
    pub fn of(canvas: &Canvas<'_>) -> Look {
        let theme = canvas.theme;
        Look {
            text: theme.text.style(),
            strong: theme.title.style(),
            quiet: theme.quiet.style(),
            missing: theme.missing.style(),
            bar: theme.heading.style(),
            mark: theme.key.style(),
            selected: theme.selected.style(),
            shades: theme.shades.map(Role::style),
            lang: canvas.lang,
            ascii: canvas.glyphs.scroll.is_ascii(),
        }
    }

    pub(super) fn sign(&self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { sign }
    }
}
