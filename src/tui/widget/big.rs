//! Large letters for the headings of the workshop, to be read from the last row.
//!
//! ```text
//! ▞▀▜▖█ ▐▌▜▛▜▖
//! █   █ ▐▌▐▙▟▘
//! ▚▄▟▘▜▄▟▘▟▙
//! ```
//! A line is four rows high. Letters are twice as wide where the heading then still stands on one
//! line. Where the text does not fit, or has a letter that the font lacks, it stands in plain bold.

use super::{Canvas, Look, width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;

/// Columns of a letter.
const SIZES: [(u16, PixelSize); 2] = [(8, PixelSize::HalfHeight), (4, PixelSize::Quadrant)];
/// Rows of a line.
const ROWS: usize = 4;

/// The lines of a heading, and the size of their letters where they are large.
fn set(text: &str, columns: u16, rows: u16) -> (Vec<String>, Option<PixelSize>) {
    let letters: String = text.nfc().map(simple).collect::<String>().replace('…', "...");
    let drawn = |c: char| c.is_ascii() || ('\u{a1}'..='\u{ff}').contains(&c);
    for (side, size) in SIZES {
        let room = columns / side;
        let lines = wrap(&letters, room);
        let whole = letters.split_whitespace().all(|word| width(word) <= room);
        let fits = lines.len() * ROWS <= usize::from(rows);
        if whole && fits && letters.chars().all(drawn) && (lines.len() == 1 || side == 4) {
            return (lines, Some(size));
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

/// Rows that a sentence takes in large letters, if it has room in them.
pub fn large(text: &str, columns: u16, rows: u16) -> Option<u16> {
    let (lines, size) = set(text, columns, rows);
    size.and(u16::try_from(lines.len() * ROWS).ok())
}

/// Rows that a heading takes in so many columns and at most so many rows: four a line in large
/// letters, one a line in plain ones.
pub fn height(text: &str, columns: u16, rows: u16) -> u16 {
    let (lines, size) = set(text, columns, rows);
    let each = if size.is_some() { ROWS } else { 1 };
    u16::try_from(lines.len() * each).unwrap_or(u16::MAX).min(rows)
}

/// Draws the text from the upper left corner.
pub fn draw(text: &str, area: Rect, buf: &mut Buffer, look: &Look, role: Style) {
    let area = area.intersection(*buf.area());
    let (lines, size) = set(text, area.width, area.height);
    let Some(size) = size else {
        Canvas { buf, look: *look }.paragraph(area, 0, text, role);
        return;
    };
    let lines: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
    let big = BigText::builder()
        .pixel_size(size)
        .style(role)
        .lines(lines)
        .build();
    big.render(area, buf);
    for at in area.positions().filter(|_| look.ascii()) {
        let sign = ascii(buf[at].symbol());
        buf[at].set_symbol(sign);
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
