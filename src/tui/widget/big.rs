//! Large letters for the headings of the workshop, to be read from the last row.
//!
//! ```text
//! ▄▀▀▀▄ █   █ █▀▀▀▄
//! █     █   █ █▄▄▄▀
//! █   ▄ █   █ █
//!  ▀▀▀   ▀▀▀  ▀
//! ```
//! A line is five rows high, the last for the tails of g, p, q. Where the text does not fit, or
//! has a letter that the font lacks, it stands in plain bold.

mod font;

use super::pen::Pen;
use super::{Look, wrap};
use font::{Font, GAP, Glyph, PIXELS, SPACE};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows of a line: two pixels in each.
const ROWS: u16 = (PIXELS / 2) as u16;

/// A heading's words, set into lines.
struct Setting {
    lines: Vec<Vec<Glyph>>,
}

impl Setting {
    /// `None` when a letter is unknown or a word is wider than the room.
    fn new(text: &str, columns: u16) -> Option<Setting> {
        let font = Font::get();
        let mut lines: Vec<Vec<Glyph>> = Vec::new();
        let mut used = 0;
        for word in text.split_whitespace() {
            let glyphs = font.word(word)?;
            let size = font::width(&glyphs);
            if size > columns {
                return None;
            }
            match lines.last_mut() {
                Some(line) if used + SPACE + size <= columns => {
                    line.push(Glyph::space());
                    line.extend(glyphs);
                    used += SPACE + size;
                }
                _ => {
                    lines.push(glyphs);
                    used = size;
                }
            }
        }
        Some(Setting { lines })
    }

    fn height(&self) -> u16 {
        u16::try_from(self.lines.len())
            .unwrap_or(u16::MAX)
            .saturating_mul(ROWS)
    }
}

/// Rows that a heading takes in so many columns and at most so many rows: five a line in large
/// letters, one a line in plain ones.
pub fn height(text: &str, columns: u16, rows: u16) -> u16 {
    match Setting::new(text, columns).filter(|s| s.height() <= rows) {
        Some(setting) => setting.height(),
        None => u16::try_from(plain(text, columns).len())
            .unwrap_or(u16::MAX)
            .min(rows),
    }
}

fn plain(text: &str, columns: u16) -> Vec<String> {
    if columns == 0 {
        Vec::new()
    } else {
        wrap(text, columns)
    }
}

/// Draws the text from the upper left corner.
pub fn draw(text: &str, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let (columns, rows) = (pen.width(), pen.height());
    let Some(setting) = Setting::new(text, columns).filter(|s| s.height() <= rows) else {
        for (y, line) in (0..rows).zip(plain(text, columns)) {
            pen.text(0, y, columns, &line, look.theme.title);
        }
        return;
    };
    for (line, top) in setting.lines.iter().zip((0..).step_by(usize::from(ROWS))) {
        let mut x = 0;
        for glyph in line {
            letter(glyph, x, top, &mut pen);
            x += glyph.width + GAP;
        }
    }
}

fn letter(glyph: &Glyph, left: u16, top: u16, pen: &mut Pen<'_>) {
    let look = pen.look;
    for row in 0..ROWS {
        for column in 0..glyph.width {
            let sign = match (glyph.is_set(column, 2 * row), glyph.is_set(column, 2 * row + 1)) {
                (true, true) => look.sign("█", "#"),
                (true, false) => look.sign("▀", "\""),
                (false, true) => look.sign("▄", "_"),
                (false, false) => continue,
            };
            pen.sign(left + column, top + row, sign, look.theme.title);
        }
    }
}
