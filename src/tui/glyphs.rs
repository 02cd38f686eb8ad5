//! The signs that the screens draw, for terminals with and without the rarer ones.

use crate::model::Evidence;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphSet {
    #[default]
    Unicode,
    /// Those of the fonts that the console of Windows has: frames, shades, half blocks.
    Console,
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

const UNICODE: Glyphs = Glyphs {
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

static ALL: Glyphs = UNICODE;

static CONSOLE: Glyphs = Glyphs {
    selected: "►",
    evidence: ["●", "♦", "◊", "○", "“"],
    ..UNICODE
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
    const ALL: [GlyphSet; 3] = [GlyphSet::Unicode, GlyphSet::Console, GlyphSet::Ascii];

    /// Its name in the settings.
    pub fn id(self) -> &'static str {
        ["unicode", "console", "ascii"][self as usize]
    }

    /// The set of this name in the settings.
    pub fn from_id(id: &str) -> Option<GlyphSet> {
        GlyphSet::ALL.into_iter().find(|set| set.id() == id)
    }

    /// The one after it, and behind the last the first.
    pub fn next(self) -> GlyphSet {
        GlyphSet::ALL[(self as usize + 1) % GlyphSet::ALL.len()]
    }

    /// Its signs.
    pub fn get(self) -> &'static Glyphs {
        [&ALL, &CONSOLE, &ASCII][self as usize]
    }
}

impl Glyphs {
    /// Whether only ASCII signs may be drawn.
    pub fn ascii(&self) -> bool {
        self.scroll.is_ascii()
    }

    /// Whether quarters and eighths of a cell may be drawn.
    pub fn fine(&self) -> bool {
        self.selected == UNICODE.selected
    }

    /// A sign, or what stands for it where the font has not got it.
    pub fn sign(&self, sign: &'static str, ascii: &'static str) -> &'static str {
        match sign {
            _ if self.ascii() => ascii,
            _ if self.fine() => sign,
            "▸" | "▶" => "►",
            "◂" | "◀" => "◄",
            "◆" => "♦",
            "┊" => "│",
            sign => sign,
        }
    }

    /// How a sentence is known: the marks that a printed sheet has too.
    pub fn evidence(&self, evidence: Evidence) -> &'static str {
        self.evidence[evidence as usize]
    }
}
