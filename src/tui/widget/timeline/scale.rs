//! Dates to columns: whole years from the first date to the last, and their ticks.

use crate::sheet::picture::Passages;
use crate::tui::widget::pen::Pen;
use jiff::civil::Date;
use std::ops::Range;

/// Years from today that are drawn at most; a date beyond stands at the edge with an arrow.
const MOST_YEARS: i16 = 30;
/// Years that today and the date of the data may add at each end.
const NEAR: i16 = 2;

pub(super) struct Scale {
    /// First year, and the one after the last.
    years: Range<i16>,
    columns: u16,
    /// How far the data see.
    data: Date,
}

/// Where a date falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Before,
    Within(u16),
    After,
}

fn days(date: Date) -> i64 {
    date.duration_since(Date::ZERO).as_hours() / 24
}

/// The first day of a month; years stay far from the ends of the calendar.
fn first(year: i16, month: i8) -> i64 {
    Date::new(year, month, 1).map_or(0, days)
}

impl Scale {
    pub fn new(timeline: &Passages, columns: u16) -> Scale {
        let this = timeline.today.year().clamp(1000, 9000);
        let dates = timeline
            .steps
            .iter()
            .flat_map(|(_, planned, actual)| [planned.start, planned.end, actual.start, actual.end]);
        let near = |year: &i16| (year - this).abs() <= MOST_YEARS;
        let years = || {
            dates
                .clone()
                .flatten()
                .map(|d| d.year().clamp(900, 9100))
                .filter(near)
        };
        let (mut from, mut to) = (years().min().unwrap_or(this), years().max().unwrap_or(this));
        for year in timeline.data.map(|d| d.year()).into_iter().chain([this]) {
            if (from - NEAR..=to + NEAR).contains(&year) {
                (from, to) = (from.min(year), to.max(year));
            }
        }
        let data = timeline.data.unwrap_or(timeline.today);
        Scale {
            years: from..to + 1,
            columns,
            data,
        }
    }

    fn column(&self, day: i64) -> Spot {
        let (from, to) = (first(self.years.start, 1), first(self.years.end, 1));
        if day < from {
            return Spot::Before;
        }
        if day >= to || to <= from {
            return Spot::After;
        }
        let column = (day - from) * i64::from(self.columns) / (to - from);
        Spot::Within(
            u16::try_from(column)
                .unwrap_or(u16::MAX)
                .min(self.columns.saturating_sub(1)),
        )
    }

    /// Where a day stands.
    pub fn spot(&self, date: Date) -> Spot {
        self.column(days(date))
    }

    /// The column of a date, at the edge when it lies beyond.
    pub fn cell(&self, date: Date) -> u16 {
        match self.spot(date) {
            Spot::Before => 0,
            Spot::Within(column) => column,
            Spot::After => self.columns.saturating_sub(1),
        }
    }

    /// How far something without an end is known to have gone: to the date of the data, or to
    /// its own start when that is later.
    pub fn known_until(&self, start: Date) -> u16 {
        self.cell(start.max(self.data))
    }

    /// The column after, if there is one.
    pub fn after(&self, column: u16) -> u16 {
        (column + 1).min(self.columns.saturating_sub(1))
    }

    /// Two rows: the years' numbers, and a line with a tick for every year and, where there is
    /// room, every quarter.
    pub fn years(&self, at: u16, pen: &mut Pen<'_>) {
        let look = pen.look;
        let count = u16::try_from(self.years.len()).unwrap_or(1).max(1);
        let each = self.columns / count;
        pen.fill(at, 1, self.columns, look.sign("─", "-"), look.theme.quiet);
        let mut free = 0;
        for year in self.years.clone() {
            let Spot::Within(x) = self.column(first(year, 1)) else {
                continue;
            };
            let quarters = if each >= 8 { [4, 7, 10].as_slice() } else { &[] };
            for month in quarters {
                if let Spot::Within(x) = self.column(first(year, *month)) {
                    pen.sign(at + x, 1, look.sign("┬", "'"), look.theme.quiet);
                }
            }
            pen.sign(at + x, 1, look.sign("┼", "+"), look.theme.quiet);
            let long = each >= 5 || count == 1;
            let name = if long {
                year.to_string()
            } else {
                format!("'{:02}", year % 100)
            };
            let size = if long { 4 } else { 3 };
            if x >= free && x + size <= self.columns {
                pen.text(at + x, 0, size, &name, look.theme.text);
                free = x + size + 1;
            }
        }
    }

    /// Today and the date of the data, on the line of ticks.
    pub fn marks(&self, timeline: &Passages, at: u16, pen: &mut Pen<'_>) {
        let look = pen.look;
        if let Some(date) = timeline.data {
            pen.sign(at + self.cell(date), 1, look.sign("◆", "*"), look.theme.key);
        }
        pen.sign(
            at + self.cell(timeline.today),
            1,
            look.sign("▼", "V"),
            look.theme.key,
        );
    }

    /// The same two dates as lines down through what is still free.
    pub fn plumb(&self, timeline: &Passages, at: u16, rows: Range<u16>, pen: &mut Pen<'_>) {
        let look = pen.look;
        let lines = [
            (Some(timeline.today), look.sign("│", "|")),
            (timeline.data, look.sign("┊", ":")),
        ];
        for (date, sign) in lines {
            let Some(Spot::Within(x)) = date.map(|d| self.spot(d)) else {
                continue;
            };
            for y in rows.clone() {
                if pen.is_free(at + x, y) {
                    pen.sign(at + x, y, sign, look.theme.key);
                }
            }
        }
    }
}
