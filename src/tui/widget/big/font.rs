//! The letters of `font.txt`: five pixels wide, seven high, two more for tails, one above for the
//! accents of capitals.
//!
//! In the file a line of letters stands above nine lines of pixels, a letter below its name.
//! Accents are set upon the letters here, so that each is drawn once.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Pixels of a letter from top to bottom.
pub(super) const PIXELS: usize = 10;
/// Columns between letters, and what a blank between words adds.
pub(super) const GAP: u16 = 1;
pub(super) const SPACE: u16 = 4;

/// The dotless i, which takes an accent in the dot's place.
const DOTLESS: char = 'ı';

/// A letter: its rows of pixels, the leftmost in the lowest bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub width: u16,
    rows: [u16; PIXELS],
}

impl Glyph {
    /// The blank between words; a gap stands on either side.
    pub fn space() -> Glyph {
        Glyph {
            width: SPACE - 2 * GAP,
            rows: [0; PIXELS],
        }
    }

    pub fn is_set(&self, column: u16, row: u16) -> bool {
        let row = self.rows.get(usize::from(row)).copied().unwrap_or(0);
        row.checked_shr(u32::from(column))
            .is_some_and(|rest| rest & 1 == 1)
    }

    /// The letter with an accent; `None` for one that cannot be drawn.
    fn with(mut self, mark: char, is_capital: bool) -> Option<Glyph> {
        // Two rows upon a small letter, one upon a capital.
        let ([above, below], single) = match mark {
            '\u{300}' => ([0b00010, 0b00100], 0b00110),
            '\u{301}' => ([0b01000, 0b00100], 0b01100),
            '\u{302}' => ([0b00100, 0b01010], 0b01110),
            '\u{308}' => ([0b01010, 0b00000], 0b01010),
            '\u{303}' => ([0b10010, 0b01101], 0b10111),
            '\u{327}' => {
                self.rows[8] |= 0b00100;
                self.rows[9] |= 0b00010;
                return Some(self);
            }
            _ => return None,
        };
        if self.width < 5 {
            // A narrow letter grows to three columns below its accent.
            let shift = (3 - self.width.min(3)) / 2;
            self.rows = self.rows.map(|row| row << shift);
            self.width = self.width.max(3);
        }
        let aside = if self.width < 5 { 1 } else { 0 };
        let set = |bits: u16| bits >> aside;
        if is_capital {
            // A capital gives up one row of its stem; its accent is a single row.
            self.rows.copy_within(1..6, 2);
            self.rows[1] = 0;
            self.rows[0] = set(single);
        } else {
            self.rows[0] = set(above);
            self.rows[1] = set(below);
        }
        Some(self)
    }
}

/// Columns of a word.
pub(super) fn width(glyphs: &[Glyph]) -> u16 {
    let sum: u32 = glyphs.iter().map(|g| u32::from(g.width + GAP)).sum();
    u16::try_from(sum).map_or(u16::MAX, |sum| sum.saturating_sub(GAP))
}

pub(super) struct Font {
    glyphs: HashMap<char, Glyph>,
}

static FONT: LazyLock<Font> = LazyLock::new(|| Font::read(include_str!("font.txt")));

impl Font {
    pub fn get() -> &'static Font {
        &FONT
    }

    fn read(text: &str) -> Font {
        let mut glyphs = HashMap::new();
        for block in text.split("\n\n") {
            let mut lines = block.lines();
            let names: Vec<char> = lines.next().unwrap_or("").chars().filter(|c| *c != ' ').collect();
            let mut block: Vec<Glyph> = names
                .iter()
                .map(|_| Glyph {
                    width: 0,
                    rows: [0; PIXELS],
                })
                .collect();
            for (y, line) in (1..PIXELS).zip(lines) {
                for (glyph, pixels) in block.iter_mut().zip(line.split(' ')) {
                    let bits = pixels
                        .chars()
                        .rev()
                        .fold(0, |row, c| row << 1 | u16::from(c == '#'));
                    glyph.rows[y] = bits;
                    glyph.width = u16::try_from(pixels.len()).unwrap_or(0);
                }
            }
            glyphs.extend(names.into_iter().zip(block));
        }
        Font { glyphs }
    }

    /// The letters of a word; `None` when one of them is unknown.
    pub fn word(&self, word: &str) -> Option<Vec<Glyph>> {
        let mut out = Vec::new();
        // Letters with their accents apart, each letter before its own.
        let mut parts = word.nfd().peekable();
        while let Some(c) = parts.next() {
            let accented = parts.peek().is_some_and(|next| is_above(*next));
            let mut glyph = *self.glyphs.get(&match c {
                'i' if accented => DOTLESS,
                '’' | '‘' | 'ʼ' => '\'',
                '“' | '”' => '"',
                '—' | '‑' => '–',
                'ª' => 'º',
                c => c,
            })?;
            while let Some(mark) = parts.next_if(|next| is_mark(*next)) {
                glyph = glyph.with(mark, c.is_uppercase())?;
            }
            out.push(glyph);
        }
        Some(out)
    }
}

fn is_above(c: char) -> bool {
    is_mark(c) && c != '\u{327}'
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}
