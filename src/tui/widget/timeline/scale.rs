//! Dates to columns: whole years from the first date to the last, their ticks, and the line of a
//! period from its start to its end.

use crate::sheet::picture::{Passages, Period};
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
    /// Where the drawing begins, and how wide it is.
    at: u16,
    columns: u16,
    /// How far the data see.
    data: Date,
}

fn days(date: Date) -> i64 {
    date.duration_since(Date::ZERO).as_hours() / 24
}

/// The first day of a month; years stay far from the ends of the calendar.
fn first(year: i16, month: i8) -> i64 {
    Date::new(year, month, 1).map_or(0, days)
}

impl Scale {
    pub fn new(timeline: &Passages, at: u16, columns: u16) -> Scale {
        let this = timeline.today.year().clamp(1000, 9000);
        let steps = timeline.steps.iter();
        let dates =
            steps.flat_map(|(_, planned, actual)| [planned.start, planned.end, actual.start, actual.end]);
        let years = dates.flatten().map(|date| date.year());
        let near = years.filter(|year| (i32::from(*year) - i32::from(this)).abs() <= i32::from(MOST_YEARS));
        let near: Vec<i16> = near.collect();
        let mut from = near.iter().copied().min().unwrap_or(this);
        let mut to = near.iter().copied().max().unwrap_or(this);
        for year in timeline.data.map(|d| d.year()).into_iter().chain([this]) {
            if (from - NEAR..=to + NEAR).contains(&year) {
                (from, to) = (from.min(year), to.max(year));
            }
        }
        Scale {
            years: from..to + 1,
            at,
            columns,
            data: timeline.data.unwrap_or(timeline.today),
        }
    }

    /// The column of a day, also before the first and behind the last.
    fn column(&self, day: i64) -> i64 {
        let (from, to) = (first(self.years.start, 1), first(self.years.end, 1));
        ((day - from) * i64::from(self.columns)).div_euclid((to - from).max(1))
    }

    fn last(&self) -> u16 {
        self.columns.saturating_sub(1)
    }

    /// The column of a date, at the edge when it lies beyond; and whether it does.
    fn cell(&self, date: Date) -> (u16, bool) {
        let column = self.column(days(date));
        let within = column.clamp(0, i64::from(self.last()));
        (self.at + u16::try_from(within).unwrap_or(0), within != column)
    }

    /// Two rows: the years' numbers, and a line with a tick for every year and, where there is
    /// room, every quarter; on it today and the date of the data.
    pub fn years(&self, timeline: &Passages, pen: &mut Pen<'_>) {
        let (look, quiet) = (pen.look, pen.look.theme.quiet);
        let count = u16::try_from(self.years.len()).unwrap_or(1).max(1);
        let each = self.columns / count;
        pen.fill(self.at, 1, self.columns, look.sign("─", "-"), quiet);
        let mut free = 0;
        for year in self.years.clone() {
            let tick = |month| u16::try_from(self.column(first(year, month))).unwrap_or(0);
            let quarters = if each >= 8 { [4, 7, 10].as_slice() } else { &[] };
            for month in quarters {
                pen.text(self.at + tick(*month), 1, look.sign("┬", "'"), quiet);
            }
            let x = tick(1);
            pen.text(self.at + x, 1, look.sign("┼", "+"), quiet);
            let name = match each >= 5 || count == 1 {
                true => year.to_string(),
                false => format!("'{:02}", year % 100),
            };
            let size = name.len() as u16;
            if x >= free && x + size <= self.columns {
                pen.text(self.at + x, 0, &name, look.theme.text);
                free = x + size + 1;
            }
        }
        let today = (look.sign("▼", "V"), Some(timeline.today));
        for (sign, date) in [(look.sign("◆", "*"), timeline.data), today] {
            if let Some(date) = date {
                pen.text(self.cell(date).0, 1, sign, look.theme.key);
            }
        }
    }

    /// The same two dates as lines down through what is still free.
    pub fn plumb(&self, timeline: &Passages, rows: Range<u16>, pen: &mut Pen<'_>) {
        let look = pen.look;
        let today = (Some(timeline.today), look.sign("│", "|"));
        for (date, sign) in [today, (timeline.data, look.sign("┊", ":"))] {
            let Some((x, false)) = date.map(|date| self.cell(date)) else {
                continue;
            };
            for y in rows.clone() {
                if pen.cell(x, y).is_some_and(|cell| pen.buf[cell].symbol() == " ") {
                    pen.text(x, y, sign, look.theme.key);
                }
            }
        }
    }

    /// One period, planned or done, as a line from its start to its end; a start without an end
    /// goes on with an arrow: what is done as far as the data see.
    pub fn stroke(&self, period: Period, done: bool, y: u16, pen: &mut Pen<'_>) {
        let look = pen.look;
        let (on, behind) = (look.sign("▶", ">"), look.sign("◀", "<"));
        let full = look.sign("█", "#");
        let ([line, begin, end_of, one], style) = match done {
            true => ([full; 4], look.theme.heading),
            false => {
                let signs = [("─", "-"), ("├", "["), ("┤", "]"), ("┼", "+")];
                (signs.map(|(sign, ascii)| look.sign(sign, ascii)), look.theme.text)
            }
        };
        let (from, to, signs) = match (period.start, period.end) {
            (None, None) => return,
            (Some(start), Some(end)) if end < start => {
                // The table says that it ended before it began: both ends, and a doubt between.
                let (from, to) = (self.cell(end).0, self.cell(start).0);
                pen.fill(from, y, to - from, "?", look.theme.missing);
                (from, to, [end_of, begin])
            }
            (Some(start), Some(end)) => {
                let ((from, before), (to, after)) = (self.cell(start), self.cell(end));
                pen.fill(from, y, to - from, line, style);
                let (begin, one) = if before { (behind, behind) } else { (begin, one) };
                let last = if from == to { one } else { end_of };
                (from, to, [begin, if after { on } else { last }])
            }
            (Some(start), None) => {
                let (from, _) = self.cell(start);
                let known = if done { start.max(self.data) } else { start };
                let next = (from + 1).min(self.at + self.last());
                let to = self.cell(known).0.max(next);
                pen.fill(from, y, to - from, line, style);
                (from, to, [begin, on])
            }
            (None, Some(end)) => {
                let (to, _) = self.cell(end);
                (to.saturating_sub(1).max(self.at), to, [behind, end_of])
            }
        };
        pen.text(from, y, signs[0], style);
        pen.text(to, y, signs[1], style);
    }
}
