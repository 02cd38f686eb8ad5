//! Dates to columns: whole years from the first date to the last.

use super::Passages;
use jiff::civil::Date;
use std::ops::Range;

/// Years from today that are drawn at most; a date beyond stands at the edge with an arrow.
const MOST_YEARS: i16 = 30;
/// Years that today and the date of the data may add at each end.
const NEAR: i16 = 2;

/// Where days stand on a line of years.
pub struct Scale {
    /// First year, and the one after the last.
    pub years: Range<i16>,
    /// Where the drawing begins, and how wide it is.
    pub at: u16,
    pub columns: u16,
    /// How far the data see.
    pub data: Date,
}

fn days(date: Date) -> i64 {
    date.duration_since(Date::ZERO).as_hours() / 24
}

/// The first day of a month; years stay far from the ends of the calendar.
pub fn first(year: i16, month: i8) -> i64 {
    Date::new(year, month, 1).map_or(0, days)
}

impl Scale {
    /// Whole years around the dates, in so many columns.
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
    pub fn column(&self, day: i64) -> i64 {
        let (from, to) = (first(self.years.start, 1), first(self.years.end, 1));
        ((day - from) * i64::from(self.columns)).div_euclid((to - from).max(1))
    }

    /// The last column.
    pub fn last(&self) -> u16 {
        self.columns.saturating_sub(1)
    }

    /// The column of a date, at the edge when it lies beyond; and whether it does.
    pub fn cell(&self, date: Date) -> (u16, bool) {
        let column = self.column(days(date));
        let within = column.clamp(0, i64::from(self.last()));
        (self.at + u16::try_from(within).unwrap_or(0), within != column)
    }
}
