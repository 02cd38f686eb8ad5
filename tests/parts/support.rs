//! A picture as lines of text, and areas of every size.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sportello::lang::Lang;
use sportello::tui::widget::Look;

/// A picture in a buffer.
pub fn buffer(columns: u16, rows: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf);
    buf
}

/// The picture as lines, blanks at their ends dropped.
pub fn lines(columns: u16, rows: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> Vec<String> {
    let buf = buffer(columns, rows, draw);
    let line = |y| (0..columns).map(|x| buf[(x, y)].symbol()).collect::<String>();
    (0..rows).map(|y| line(y).trim_end().to_owned()).collect()
}

/// Draws into areas of every size, some of them beyond the screen: nothing panics, nothing
/// outside of the area changes, and with ASCII every sign is ASCII.
pub fn holds(draw: impl Fn(Rect, &mut Buffer, &Look)) {
    let sizes = (0u16..12, 0u16..6, 0u16..130, 0u16..45, any::<bool>());
    proptest!(ProptestConfig::with_cases(64), |((x, y, columns, rows, ascii) in sizes)| {
        let mut buf = Buffer::filled(Rect::new(3, 2, 110, 40), ratatui::buffer::Cell::new("!"));
        let area = Rect::new(x, y, columns, rows);
        buf.set_style(buf.area, ratatui::style::Style::new().bold());
        let seen = area.intersection(buf.area);
        for row in seen.rows() {
            for cell in row.columns() {
                buf[cell.as_position()].reset();
            }
        }
        draw(area, &mut buf, &Look::plain(Lang::En, ascii));
        let whole = buf.area;
        for position in whole.positions() {
            let symbol = buf[position].symbol();
            prop_assert!(symbol == "!" || seen.contains(position));
            // Letters of words and the sign of the euro are text.
            let is_text = |c: char| c.is_ascii() || c.is_alphabetic() || c == '€';
            prop_assert!(!seen.contains(position) || !ascii || symbol.chars().all(is_text), "{}", symbol);
        }
    });
    for (columns, rows) in [(0, 0), (1, 1), (u16::MAX, 1), (1, u16::MAX)] {
        let mut buf = Buffer::empty(Rect::new(0, 0, columns.min(200), rows.min(200)));
        draw(
            Rect::new(0, 0, columns, rows),
            &mut buf,
            &Look::plain(Lang::It, false),
        );
    }
}
