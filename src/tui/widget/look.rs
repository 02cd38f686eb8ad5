//! What drawing must know: the style of each role, the signs, the language.

use crate::lang::Lang;
use crate::tui::glyphs::{GlyphSet, Glyphs};
use crate::tui::theme::{Theme, ThemeName};

/// Everything drawn can be read without any of the styles: signs and words carry the meaning.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub theme: &'static Theme,
    pub glyphs: &'static Glyphs,
    pub lang: Lang,
}

impl Look {
    /// No colour: bold, reverse and italic only.
    pub fn plain(lang: Lang, ascii: bool) -> Look {
        let set = if ascii { GlyphSet::Ascii } else { GlyphSet::Unicode };
        let (theme, glyphs) = (ThemeName::Mono.get(), set.get());
        Look { theme, glyphs, lang }
    }

    /// Whether only ASCII signs may be drawn.
    pub fn ascii(&self) -> bool {
        self.glyphs.ascii()
    }

    pub(super) fn sign(&self, sign: &'static str, ascii: &'static str) -> &'static str {
        self.glyphs.sign(sign, ascii)
    }
}
