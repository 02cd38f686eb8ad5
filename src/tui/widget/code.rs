//! A QR code in half blocks, black on white in every theme: telephones do not read it the other
//! way round.

use super::{Look, wrap};
use crate::lang::w;
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
        let word = if look.ascii() {
            w::PAPER_CODE_NO_SIGNS
        } else {
            w::PAPER_CODE_TOO_SMALL
        };
        let text = format!("{} {}", look.lang.say(word), code.text);
        let lines = wrap(&text, area.width);
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x, y, line, usize::from(area.width), look.theme.text);
        }
        return;
    }
    let style = |top: bool, bottom: bool| {
        let colour = |dark| if dark { Color::Black } else { Color::White };
        Style::reset().fg(colour(top)).bg(colour(bottom))
    };
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (usize::from(column), usize::from(row) * 2);
            let (top, bottom) = (code.dark(x, y), code.dark(x, y + 1));
            buf.set_string(area.x + column, area.y + row, "▀", style(top, bottom));
        }
    }
}

/// What it says, for those who cannot photograph it.
pub fn table(code: &Code, look: crate::lang::Lang) -> Table {
    Table {
        head: vec![look.say(w::PAPER_CODE_NAME).to_owned()],
        rows: vec![vec![code.text.clone()]],
        right: vec![false],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::lang::Lang;

    /// The cells as a picture, black where they are black, given to an independent decoder.
    fn read(buf: &Buffer, area: Rect) -> Option<String> {
        const SCALE: usize = 4;
        let (width, height) = (usize::from(area.width), usize::from(area.height) * 2);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width * SCALE, height * SCALE, |x, y| {
            let (x, y) = (x / SCALE, y / SCALE);
            let cell = &buf[(u16::try_from(x).unwrap(), u16::try_from(y / 2).unwrap())];
            let colour = if y % 2 == 0 { cell.fg } else { cell.bg };
            if cell.symbol() == "▀" && colour == Color::Black {
                0
            } else {
                255
            }
        });
        let grids = image.detect_grids();
        Some(grids.first()?.decode().ok()?.1)
    }

    #[test]
    fn it_is_read_from_the_cells() {
        let address = "https://opencup.gov.it/portale/progetto/-/cup/J57H22001230006";
        let code = Code::new(address).unwrap();
        let area = Rect::new(0, 0, 80, 22);
        let mut buf = Buffer::empty(area);
        draw(&code, area, &mut buf, &Look::plain(Lang::It, false));
        assert_eq!(read(&buf, area).as_deref(), Some(address));
    }

    #[test]
    fn where_there_is_no_room_it_says_so_and_shows_the_address() {
        let code = Code::new("https://openpnrr.it/territorio/048017").unwrap();
        for (columns, rows, ascii) in [(30, 12, false), (80, 30, true)] {
            let area = Rect::new(0, 0, columns, rows);
            let mut buf = Buffer::empty(area);
            draw(&code, area, &mut buf, &Look::plain(Lang::It, ascii));
            let text: String = buf.content().iter().map(|c| c.symbol()).collect();
            assert!(text.replace(' ', "").contains("territorio/048017"), "{text}");
            assert!(read(&buf, area).is_none());
        }
        let area = Rect::new(0, 0, 0, 0);
        draw(
            &code,
            area,
            &mut Buffer::empty(area),
            &Look::plain(Lang::It, false),
        );
    }
}
