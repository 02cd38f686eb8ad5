//! A hand that cannot draw outside of its area: text cut where it must be, signs, bars.
//! Columns and rows count from the area's own corner.

use super::Look;
use crate::text::columns::{fit, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) struct Pen<'a> {
    pub buf: &'a mut Buffer,
    pub area: Rect,
    pub look: &'a Look,
}

const EIGHTHS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

impl<'a> Pen<'a> {
    pub fn new(area: Rect, buf: &'a mut Buffer, look: &'a Look) -> Pen<'a> {
        let area = area.intersection(*buf.area());
        Pen { buf, area, look }
    }

    /// A cell of the screen, if it is one of the area's.
    pub fn cell(&self, x: u16, y: u16) -> Option<(u16, u16)> {
        let inside = x < self.area.width && y < self.area.height;
        inside.then(|| (self.area.x + x, self.area.y + y))
    }

    /// Writes to the end of the line, with a sign where the text is cut; gives the columns used.
    pub fn text(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        self.text_in(x, y, u16::MAX, text, style)
    }

    /// The same, in at most so many columns.
    pub fn text_in(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let Some((left, top)) = self.cell(x, y) else {
            return 0;
        };
        let room = room.min(self.area.width - x);
        let text = fit(text, room, self.look.glyphs.cut);
        let (end, _) = self.buf.set_stringn(left, top, text, usize::from(room), style);
        end - left
    }

    /// The same, ending at the end of the room.
    pub fn text_right(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) {
        let free = room.saturating_sub(width(text));
        self.text_in(x.saturating_add(free), y, room - free, text, style);
    }

    /// One sign in `cells` cells.
    pub fn fill(&mut self, x: u16, y: u16, cells: u16, sign: &str, style: Style) {
        for x in x..x.saturating_add(cells).min(self.area.width) {
            self.text(x, y, sign, style);
        }
    }

    /// A bar of `part` of `whole` in `cells` cells, by eighths of a cell, or halves. More than nothing is
    /// always seen, less than the whole never looks full; gives the cells touched.
    pub fn bar(&mut self, x: u16, y: u16, cells: u16, part: i64, whole: i64, style: Style) -> u16 {
        let cells = cells.min(self.area.width.saturating_sub(x));
        if part <= 0 || whole <= 0 || cells == 0 {
            return 0;
        }
        let grain = match (self.look.ascii(), self.look.glyphs.fine()) {
            (true, _) => 1,
            (_, false) => 2,
            _ => 8,
        };
        let all = i128::from(cells) * grain;
        let (part, whole) = (i128::from(part), i128::from(whole));
        let most = if part < whole { all - 1 } else { all };
        let filled = ((2 * part * all + whole) / (2 * whole)).min(most).max(1);
        let full = u16::try_from(filled / grain).unwrap_or(cells).min(cells);
        self.fill(x, y, full, self.look.sign("█", "#"), style);
        let rest = usize::try_from(filled % grain * 8 / grain).unwrap_or(0);
        if rest > 0 {
            self.text(x + full, y, EIGHTHS[rest], style);
        }
        full + u16::from(rest > 0)
    }
}
