//! Large letters for the headings of the workshop, to be read from the last row.
//!
//! ```text
//! ▞▀▜▖█ ▐▌▜▛▜▖
//! █   █ ▐▌▐▙▟▘
//! ▚▄▟▘▜▄▟▘▟▙
//! ```
//! A line is four rows high, of an answer eight where it fits. Letters are twice as wide where the
//! heading then still stands on one line. Where the text does not fit, or has a letter that the font lacks, it stands in plain bold.

use super::{Canvas, width, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;

/// Columns and rows of a letter.
pub type Size = (u16, u16, PixelSize);
/// For what is read first, the largest before all.
pub const ANSWER: &[Size] = &[
    (8, 8, PixelSize::Full),
    (8, 4, PixelSize::HalfHeight),
    (4, 4, PixelSize::Quadrant),
];
/// For headings: never larger than what stands below.
pub const HEADING: &[Size] = &[(8, 4, PixelSize::HalfHeight), (4, 4, PixelSize::Quadrant)];

/// The lines of a text, and the size of their letters where they are large. A wide heading stands on
/// one line.
fn set(text: &str, columns: u16, rows: u16, sizes: &[Size]) -> (Vec<String>, Option<Size>) {
    let letters: String = text.nfc().map(simple).collect::<String>().replace('…', "...");
    let drawn = |c: char| c.is_ascii() || ('\u{a1}'..='\u{ff}').contains(&c);
    for (side, high, size) in sizes.iter().filter(|_| letters.chars().all(drawn)) {
        let room = columns / side;
        let lines = wrap(&letters, room);
        let whole = letters.split_whitespace().all(|word| width(word) <= room);
        let fits = lines.len() * usize::from(*high) <= usize::from(rows);
        if whole && fits && (lines.len() == 1 || *side == 4 || sizes == ANSWER) {
            return (lines, Some((*side, *high, *size)));
        }
    }
    (wrap(text, columns), None)
}

/// The sign of the font for one that it lacks.
fn simple(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' => '"',
        '—' | '–' | '‑' => '-',
        c => c,
    }
}

/// Rows that a text takes in large letters, if it has room in them.
pub fn large(text: &str, columns: u16, rows: u16, sizes: &[Size]) -> Option<u16> {
    let (lines, size) = set(text, columns, rows, sizes);
    u16::try_from(lines.len())
        .ok()
        .zip(size)
        .map(|(lines, (_, high, _))| lines * high)
}

/// Draws the text from the upper left corner, as large as it has room.
pub fn draw(text: &str, area: Rect, sizes: &[Size], canvas: &mut Canvas<'_>, role: Style) {
    let area = area.intersection(*canvas.buf.area());
    let (lines, size) = set(text, area.width, area.height, sizes);
    let Some((_, _, size)) = size else {
        canvas.paragraph(area, 0, text, role);
        return;
    };
    let lines: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
    let big = BigText::builder()
        .pixel_size(size)
        .style(role)
        .lines(lines)
        .build();
    big.render(area, canvas.buf);
    let glyphs = canvas.look.glyphs;
    let coarse = if glyphs.ascii() { ascii } else { halves };
    for at in area.positions().filter(|_| !glyphs.fine()) {
        let sign = coarse(canvas.buf[at].symbol());
        canvas.buf[at].set_symbol(sign);
    }
}

/// The quarters of a cell that are set, told in halves.
fn halves(quarters: &str) -> &'static str {
    match ascii(quarters) {
        "\"" => "▀",
        "_" => "▄",
        "[" | "\\" => "▌",
        "]" | "/" => "▐",
        "#" => "█",
        _ => " ",
    }
}

/// The quarters of a cell that are set, told in ASCII.
fn ascii(quarters: &str) -> &'static str {
    match quarters {
        "▘" | "▝" | "▀" => "\"",
        "▖" | "▗" | "▄" => "_",
        "▌" => "[",
        "▐" => "]",
        "▞" => "/",
        "▚" => "\\",
        "█" | "▛" | "▜" | "▙" | "▟" => "#",
        _ => " ",
    }
}
