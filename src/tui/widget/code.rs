//! A QR code in half blocks, black on white in every theme: telephones do not read it the other
//! way round.

use super::{Canvas, Look};
use crate::lang::{Lang, w};
use crate::sheet::Table;
use crate::sheet::qr::Code;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// Columns and rows that a code takes.
pub fn size(code: &Code) -> (u16, u16) {
    let side = u16::try_from(code.side()).unwrap_or(u16::MAX);
    (side, side.div_ceil(2))
}

/// The code, or where there is no room for all of it, or no half blocks, a sentence and its text.
pub fn draw(code: &Code, area: Rect, buf: &mut Buffer, look: &Look) {
    let (columns, rows) = size(code);
    if look.ascii() || area.width < columns || area.height < rows {
        let word = match look.ascii() {
            true => w::PAPER_CODE_NO_SIGNS,
            false => w::PAPER_CODE_TOO_SMALL,
        };
        let text = format!("{} {}", look.lang.say(word), code.text);
        Canvas { buf, look: *look }.paragraph(area, 0, &text, look.theme.text);
        return;
    }
    let colour = |dark| if dark { Color::Black } else { Color::White };
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (usize::from(column), usize::from(row) * 2);
            let [top, bottom] = [y, y + 1].map(|y| colour(code.dark(x, y)));
            let style = Style::reset().fg(top).bg(bottom);
            buf.set_string(area.x + column, area.y + row, "▀", style);
        }
    }
}

/// What it says, for those who cannot photograph it.
pub fn table(code: &Code, lang: Lang) -> Table {
    Table::of([w::PAPER_CODE_NAME], [false], [vec![code.text.clone()]], lang)
}
