//! The pictures of a page: the widget that draws each, and the same figures as a table.

use super::{Look, bars, code, histogram, share, timeline};
use crate::lang::Lang;
use crate::sheet::Table;
use crate::sheet::picture::Picture;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Picture {
    /// Rows that it takes in so many columns.
    pub fn height(&self, columns: u16, lang: Lang) -> u16 {
        let rows = match self {
            Picture::Bars(parts) => parts.rows.len(),
            Picture::Counts(counts) => counts.len(),
            Picture::Share(_) => share::HEIGHT,
            Picture::Timeline(passages) => timeline::height(passages, columns, lang),
            Picture::Sizes(sizes) => histogram::height(sizes),
            Picture::Code(it) => return code::size(it).1,
        };
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    /// Draws it in an area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        match self {
            Picture::Bars(parts) => bars::draw(parts, area, buf, look),
            Picture::Counts(counts) => bars::counts(counts, area, buf, look),
            Picture::Share(it) => share::draw(it, area, buf, look),
            Picture::Timeline(passages) => timeline::draw(passages, area, buf, look),
            Picture::Sizes(sizes) => histogram::draw(sizes, area, buf, look),
            Picture::Code(it) => code::draw(it, area, buf, look),
        }
    }

    /// Its figures, for those who cannot see the drawing.
    pub fn figures(&self, lang: Lang) -> Table {
        match self {
            Picture::Bars(parts) => bars::table(parts, lang),
            Picture::Counts(counts) => bars::counted(counts, lang),
            Picture::Share(it) => share::table(it, lang),
            Picture::Timeline(passages) => timeline::table(passages, lang),
            Picture::Code(it) => code::table(it, lang),
            Picture::Sizes(sizes) => histogram::table(sizes, lang),
        }
    }
}
