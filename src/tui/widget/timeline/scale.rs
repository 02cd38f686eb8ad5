//! The ticks of the years, and the line of a period from its start to its end.

use crate::sheet::picture::years::{Scale, first};
use crate::sheet::picture::{Passages, Period};
use crate::tui::widget::pen::Pen;
use std::ops::Range;

impl Scale {
    /// Two rows: the years' numbers, and a line with a tick for every year and, where there is
    /// room, every quarter; on it today and the date of the data.
    pub(super) fn years(&self, timeline: &Passages, pen: &mut Pen<'_>) {
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
    pub(super) fn plumb(&self, timeline: &Passages, rows: Range<u16>, pen: &mut Pen<'_>) {
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
    pub(super) fn stroke(&self, period: Period, done: bool, y: u16, pen: &mut Pen<'_>) {
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
