//! The pictures of a page: the widget that draws each, and the same figures as a table.

use super::bars::{self, Bar, Bars};
use super::timeline::{self, Step, Timeline};
use super::{Look, histogram, share};
use crate::lang::Lang;
use crate::sheet::Table;
use crate::sheet::picture::{Parts, Passages, Picture};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Picture {
    /// Rows that it takes in so many columns.
    pub fn height(&self, columns: u16, lang: Lang) -> u16 {
        match self {
            Picture::Bars(parts) => parts.with(bars::height),
            Picture::Share(_) => share::HEIGHT,
            Picture::Timeline(passages) => passages.with(|it| timeline::height(it, columns, lang)),
            Picture::Sizes(sizes) => histogram::height(sizes),
        }
    }

    /// Draws it in an area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        match self {
            Picture::Bars(parts) => parts.with(|it| bars::draw(it, area, buf, look)),
            Picture::Share(it) => share::draw(it, area, buf, look),
            Picture::Timeline(passages) => passages.with(|it| timeline::draw(it, area, buf, look)),
            Picture::Sizes(sizes) => histogram::draw(sizes, area, buf, look),
        }
    }

    /// Its figures, for those who cannot see the drawing.
    pub fn figures(&self, lang: Lang) -> Table {
        match self {
            Picture::Bars(parts) => {
                let table = parts.with(|it| bars::table(it, lang));
                figures(table, [false, true, true])
            }
            Picture::Share(it) => figures(share::table(it, lang), [true; 3]),
            Picture::Timeline(passages) => {
                let table = passages.with(|it| timeline::table(it, lang));
                figures(table, [false; 5])
            }
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

impl Parts {
    fn with<T>(&self, does: impl FnOnce(&Bars<'_>) -> T) -> T {
        let rows: Vec<Bar<'_>> = self
            .rows
            .iter()
            .map(|(label, amount)| Bar {
                label,
                amount: *amount,
            })
            .collect();
        does(&Bars {
            rows: &rows,
            whole: self.whole,
        })
    }
}

impl Passages {
    fn with<T>(&self, does: impl FnOnce(&Timeline<'_>) -> T) -> T {
        let steps: Vec<Step<'_>> = self
            .steps
            .iter()
            .map(|(label, planned, actual)| Step {
                label,
                planned: *planned,
                actual: *actual,
            })
            .collect();
        does(&Timeline {
            steps: &steps,
            today: self.today,
            data: self.data,
        })
    }
}
