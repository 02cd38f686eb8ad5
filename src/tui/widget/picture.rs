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
            Picture::Share(it) => share::draw(it, area, buf, look),
            Picture::Timeline(passages) => timeline::draw(passages, area, buf, look),
            Picture::Sizes(sizes) => histogram::draw(sizes, area, buf, look),
            Picture::Code(it) => code::draw(it, area, buf, look),
        }
    }

    /// Its figures, for those who cannot see the drawing.
    pub fn figures(&self, lang: Lang) -> Table {
        match self {
            Picture::Bars(parts) => figures(bars::table(parts, lang), [false, true, true]),
            Picture::Share(it) => figures(share::table(it, lang), [true; 3]),
            Picture::Timeline(passages) => figures(timeline::table(passages, lang), [false; 5]),
            Picture::Code(it) => code::table(it, lang),
            Picture::Sizes(sizes) => {
                let table = histogram::table(sizes, lang);
                match sizes.current {
                    Some(_) => figures(table, [false, true, false]),
                    // No project at hand, no column that says where it is.
                    None => figures(table.into_iter().map(|[a, b, _]| [a, b]), [false, true]),
                }
            }
        }
    }
}

fn figures<const N: usize>(table: impl IntoIterator<Item = [String; N]>, right: [bool; N]) -> Table {
    let mut rows = table.into_iter().map(Vec::from);
    Table {
        head: rows.next().unwrap_or_default(),
        rows: rows.collect(),
        right: right.to_vec(),
    }
}
