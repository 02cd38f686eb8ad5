//! A picture on a page, as its figures: a widget draws them, and the same figures stand in a
//! table for those who cannot see the drawing.

use crate::lang::Lang;
use crate::model::Cents;
use crate::sheet::picture::Sizes;
use crate::tui::widget::bars::{Bar, Bars};
use crate::tui::widget::share::Share;
use crate::tui::widget::timeline::{Period, Step, Timeline};
use crate::tui::widget::{Amount, Look, bars, histogram, share, timeline};
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Bars(Parts),
    Share(Share),
    Timeline(Passages),
    Histogram(Sizes),
}

/// Amounts side by side, by name; their shares are shares of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    pub rows: Vec<(String, Amount)>,
    pub whole: Option<Cents>,
}

/// The project first, then its phases, each with what was planned and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Passages {
    pub steps: Vec<(String, Period, Period)>,
    pub today: Date,
    /// The date of the data.
    pub data: Option<Date>,
}

/// Figures in rows of as many cells as the head; columns of figures stand at the right.
pub struct Figures {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub right: Vec<bool>,
}

impl Picture {
    /// Rows that it takes in so many columns.
    pub fn height(&self, columns: u16, lang: Lang) -> u16 {
        match self {
            Picture::Bars(parts) => parts.with(bars::height),
            Picture::Share(_) => share::HEIGHT,
            Picture::Timeline(passages) => passages.with(|it| timeline::height(it, columns, lang)),
            Picture::Histogram(sizes) => histogram::height(sizes),
        }
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        match self {
            Picture::Bars(parts) => parts.with(|it| bars::draw(it, area, buf, look)),
            Picture::Share(it) => share::draw(it, area, buf, look),
            Picture::Timeline(passages) => passages.with(|it| timeline::draw(it, area, buf, look)),
            Picture::Histogram(sizes) => histogram::draw(sizes, area, buf, look),
        }
    }

    pub fn figures(&self, lang: Lang) -> Figures {
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
            Picture::Histogram(sizes) => {
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

fn figures<const N: usize>(table: impl IntoIterator<Item = [String; N]>, right: [bool; N]) -> Figures {
    let mut rows = table.into_iter().map(Vec::from);
    Figures {
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
