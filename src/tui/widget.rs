//! Small drawing: a line of text that is cut where it must be, a frame, a field, a scroll mark.
//! Nothing here can draw outside of the area that it is given.
//!
//! The pictures ([`bars`], [`share`], [`timeline`], [`histogram`], [`map`], [`big`]) take plain
//! data and a [`Look`], decide nothing, and can be read without colour; each gives its figures as
//! a table too, for those who cannot see it.

pub mod bars;
pub mod big;
pub mod code;
pub mod histogram;
mod look;
pub mod map;
mod pen;
pub mod picture;
mod rows;
pub mod share;
pub mod timeline;

pub use super::area::{but_last, indent, inside, line_at, on_line, row, stack};
pub use crate::text::columns::{fit, whole, width, wrap};
pub use look::Look;

use super::area::field_text;
use super::field::Field;
use pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::{Deref, Range};
use unicode_segmentation::UnicodeSegmentation;

/// Where and how to draw.
pub struct Canvas<'a> {
    pub buf: &'a mut Buffer,
    pub look: Look,
}

impl Deref for Canvas<'_> {
    type Target = Look;

    fn deref(&self) -> &Look {
        &self.look
    }
}

impl Canvas<'_> {
    pub fn fill(&mut self, area: Rect, role: Style) {
        let area = area.intersection(*self.buf.area());
        self.buf.set_style(area, role);
    }

    /// One line of text at the start of an area; gives back the rest of that line.
    pub fn text(&mut self, area: Rect, text: &str, role: Style) -> Rect {
        let used = Pen::new(area, self.buf, &self.look).text(0, 0, text, role);
        indent(area.intersection(*self.buf.area()), used)
    }

    /// One line of text at the end of an area; gives back the line before it.
    pub fn text_right(&mut self, area: Rect, text: &str, role: Style) -> Rect {
        let rest = area.width.saturating_sub(width(text));
        self.text(indent(area, rest), text, role);
        Rect { width: rest, ..area }
    }

    /// Text with some of its bytes marked as matching.
    pub fn marked(&mut self, area: Rect, text: &str, marks: &[Range<usize>], role: Style, mark: Style) {
        let shown = fit(text, area.width, self.glyphs.cut);
        let mut rest = area;
        let mut at = 0;
        for range in marks {
            let (from, to) = (range.start.max(at), range.end.min(shown.len()));
            let (Some(before), Some(hit)) = (shown.get(at..from), shown.get(from..to)) else {
                break;
            };
            rest = self.text(rest, before, role);
            rest = self.text(rest, hit, role.patch(mark));
            at = to;
        }
        if let Some(tail) = shown.get(at..) {
            self.text(rest, tail, role);
        }
    }

    /// A frame with a title in its upper edge; gives back what is inside.
    pub fn frame(&mut self, area: Rect, title: &str, role: Style) -> Rect {
        let area = area.intersection(*self.buf.area());
        if area.width < 2 || area.height < 2 {
            return inside(area);
        }
        let [tl, tr, bl, br, h, v] = self.glyphs.frame;
        let line = h.repeat(usize::from(area.width - 2));
        self.text(row(area, 0), &format!("{tl}{line}{tr}"), role);
        self.text(row(area, area.height - 1), &format!("{bl}{line}{br}"), role);
        for y in 1..area.height - 1 {
            self.text(row(area, y), v, role);
            self.text(indent(row(area, y), area.width - 1), v, role);
        }
        if !title.is_empty() && area.width > 4 {
            let room = Rect::new(area.x + 2, area.y, area.width - 4, 1);
            self.text(room, &format!(" {title} "), role);
        }
        inside(area)
    }

    /// The text of a field, or a faint hint while it is empty.
    pub fn field(&mut self, area: Rect, field: &Field, hint: &str) {
        if field.text().is_empty() {
            self.text(area, hint, self.theme.missing);
            return;
        }
        let (hidden, _) = field.window(area.width);
        let mut before = 0;
        let seen = field.text().graphemes(true).skip_while(|grapheme| {
            let skip = before < hidden;
            before += usize::from(width(grapheme));
            skip
        });
        let role = match field.is_chosen() {
            true => self.theme.selected,
            false => self.theme.title,
        };
        let shown: String = seen.collect();
        let area = row(area, 0).intersection(*self.buf.area());
        self.buf
            .set_stringn(area.x, area.y, shown, usize::from(area.width), role);
    }

    /// A field with its name in a frame where there is room, on one line behind a sign where not.
    pub fn named_field(&mut self, area: Rect, name: &str, field: &Field, hint: &str, role: Style) {
        if area.height >= 3 {
            self.frame(area, name, role);
        } else {
            self.text(area, ">", role);
        }
        self.field(field_text(area), field, hint);
    }

    /// Text on as many lines as it takes, from a row of the area on, with a sign where it goes on below
    /// the area; gives back the row behind it.
    pub fn paragraph(&mut self, area: Rect, from: u16, text: &str, role: Style) -> u16 {
        let lines = wrap(text, area.width);
        let end = from.saturating_add(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        for (y, mut line) in (from..area.height).zip(lines) {
            if y + 1 == area.height && end > area.height {
                line.push_str(self.glyphs.cut);
            }
            self.text(row(area, y), &line, role);
        }
        end
    }

    /// A choice of a list: filled and with its sign where it is the selected one; gives back the
    /// role of its words, which is `own` where it is not.
    pub fn choice(&mut self, area: Rect, selected: bool, own: Style) -> Style {
        if !selected {
            return own;
        }
        self.fill(area, self.theme.selected);
        self.text(row(area, 0), self.glyphs.selected, self.theme.selected);
        self.theme.selected
    }

    /// A mark on the right edge that says which part of a long list is seen.
    pub fn scroll_mark(&mut self, edge: Rect, first: usize, seen: usize, all: usize) {
        if all <= seen || edge.height < 2 || seen == 0 {
            return;
        }
        let height = usize::from(edge.height);
        let size = (height * seen / all).clamp(1, height);
        let at = (height - size) * first.min(all - seen) / (all - seen);
        for y in at..at + size {
            let line = row(edge, u16::try_from(y).unwrap_or(0));
            let end = indent(line, line.width.saturating_sub(1));
            self.text(end, self.glyphs.scroll, self.theme.frame);
        }
    }
}

/// The first item to show so that the selected one is seen, moving as little as can be.
pub fn scroll_to(first: usize, selected: usize, seen: usize, all: usize) -> usize {
    let seen = seen.max(1);
    let lowest = selected.saturating_sub(seen - 1);
    first
        .clamp(lowest, selected.max(lowest))
        .min(all.saturating_sub(seen))
}
