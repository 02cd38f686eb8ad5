//! The signs that the screens draw, for terminals with and without the rarer ones.

use crate::model::Evidence;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphSet {
    #[default]
    Unicode,
    Ascii,
}

/// Each sign is one column wide.
#[derive(Debug)]
pub struct Glyphs {
    /// Before what is selected.
    pub selected: &'static str,
    pub cut: &'static str,
    pub dot: &'static str,
    /// Corners, then horizontal and vertical: `┌┐└┘─│`.
    pub frame: [&'static str; 6],
    pub on: &'static str,
    pub off: &'static str,
    pub scroll: &'static str,
    /// Before a way to another page.
    pub link: &'static str,
    /// In the order of the kinds of evidence.
    evidence: [&'static str; 5],
}

static UNICODE: Glyphs = Glyphs {
    selected: "▸",
    cut: "…",
    dot: "·",
    frame: ["┌", "┐", "└", "┘", "─", "│"],
    on: "■",
    off: "□",
    scroll: "█",
    link: "→",
    evidence: ["●", "◆", "◇", "○", "“"],
};

static ASCII: Glyphs = Glyphs {
    selected: ">",
    cut: "~",
    dot: "-",
    frame: ["+", "+", "+", "+", "-", "|"],
    on: "x",
    off: "o",
    scroll: "#",
    link: "/",
    evidence: ["*", "+", "~", "?", "\""],
};

impl GlyphSet {
    const ALL: [GlyphSet; 2] = [GlyphSet::Unicode, GlyphSet::Ascii];

    /// Its name in the settings.
    pub fn id(self) -> &'static str {
        ["unicode", "ascii"][self as usize]
    }

    /// The set of this name in the settings.
    pub fn from_id(id: &str) -> Option<GlyphSet> {
        GlyphSet::ALL.into_iter().find(|set| set.id() == id)
    }

    /// The other one.
    pub fn other(self) -> GlyphSet {
        GlyphSet::ALL[1 - self as usize]
    }

    /// Its signs.
    pub fn get(self) -> &'static Glyphs {
        [&UNICODE, &ASCII][self as usize]
    }
}

impl Glyphs {
    /// How a sentence is known: the marks that a printed sheet has too.
    pub fn evidence(&self, evidence: Evidence) -> &'static str {
        self.evidence[evidence as usize]
    }
}
