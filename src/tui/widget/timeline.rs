//! Planned against actual, on one line of years: the project first, its steps below.
//!
//! ```text
//!                2022          2023          2024          2025
//!                ┼──┬──┬──┬──┼──┬──┬──┬──┼──┬◆─┬──┬──┼──┬▼─┬──
//! Previsto         ├─────────────────────────┤
//! Reale              ██████████████████████▶
//! Progettazione    ├────────┤
//!                    █████████████
//! ▼ oggi 12/05/2025  ◆ dati del 26/08/2024  ▶ la fine non è pubblicata
//! ```
//! Every step has a line for what was planned and one for what was done; where the height does
//! not allow both, steps after the first take one line with the second drawn upon the first.

mod legend;
mod scale;
mod stroke;

use super::Look;
use super::pen::Pen;
use super::rows::more_of;
use super::width;
use crate::lang::{Lang, w};
use crate::sheet::picture::{Passages, Period};
use crate::text::number::date_short;
use legend::Legend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scale::Scale;
use stroke::Stroke;

impl Period {
    fn is_unknown(self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    fn said(self, lang: Lang) -> String {
        match (self.start.map(date_short), self.end.map(date_short)) {
            (Some(start), Some(end)) => lang.fill(w::PICTURE_BETWEEN, &[("from", &start), ("to", &end)]),
            (Some(start), None) => lang.fill(w::PICTURE_SINCE, &[("start", &start)]),
            (None, Some(end)) => lang.fill(w::PICTURE_UNTIL, &[("end", &end)]),
            (None, None) => lang.say(w::PICTURE_NOT_PUBLISHED).to_owned(),
        }
    }
}

/// Columns from which the dates stand beside the drawing.
const WITH_DATES: u16 = 76;
/// Columns of two dates with a dash between.
const DATES: u16 = 23;
/// Fewest columns that still make a drawing.
const LEAST_CHART: u16 = 10;

/// Rows that the whole picture takes in so many columns: years, ticks, two a step, its legend.
pub fn height(timeline: &Passages, columns: u16, lang: Lang) -> u16 {
    let legend = Legend::new(timeline, &Look::plain(lang, false), columns);
    let steps = u16::try_from(timeline.steps.len() * 2).unwrap_or(u16::MAX);
    steps.saturating_add(2 + legend.height)
}

/// One line of the drawing.
#[derive(Clone, Copy)]
struct Line<'a> {
    label: &'a str,
    planned: Option<Period>,
    actual: Option<Period>,
}

/// A step: its name, what was planned, what was done.
type Step = (String, Period, Period);

fn both((label, planned, actual): &Step, first: bool, lang: Lang) -> [Line<'_>; 2] {
    let (above, below) = match first {
        true => (lang.say(w::PICTURE_PLANNED), lang.say(w::PICTURE_ACTUAL)),
        false => (label.as_str(), ""),
    };
    [
        Line {
            label: above,
            planned: Some(*planned),
            actual: None,
        },
        Line {
            label: below,
            planned: None,
            actual: Some(*actual),
        },
    ]
}

fn upon((label, planned, actual): &Step) -> Line<'_> {
    Line {
        label,
        planned: Some(*planned),
        actual: Some(*actual),
    }
}

/// The lines, two a step when they fit into `room`.
fn lines(steps: &[Step], room: u16, lang: Lang) -> Vec<Line<'_>> {
    let full = steps.len() * 2 <= usize::from(room);
    let mut out = Vec::with_capacity(steps.len() * 2);
    for (i, step) in steps.iter().enumerate() {
        if full || i == 0 {
            out.extend(both(step, i == 0, lang));
        } else {
            out.push(upon(step));
        }
    }
    out
}

/// Draws scale, steps and legend; the legend goes first where rows lack, then the further steps.
pub fn draw(timeline: &Passages, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let legend = Legend::new(timeline, look, pen.width());
    let head = if pen.height() >= 5 { 2 } else { 0 };
    let least = u16::try_from(timeline.steps.len() + 1).unwrap_or(u16::MAX);
    let foot = match pen.height() - head {
        rows if rows >= least.saturating_add(legend.height) => legend.height,
        // Steps go before the further lines of the legend.
        rows => u16::from(rows >= 5),
    };
    let room = pen.height() - head - foot;
    let lines = lines(&timeline.steps, room, look.lang);
    let columns = Columns::new(&lines, pen.width());
    let scale = Scale::new(timeline, columns.chart);
    if head > 0 && columns.chart > 0 {
        scale.years(columns.at, &mut pen);
        scale.marks(timeline, columns.at, &mut pen);
    }
    // What is left out is at least two steps; in one or two rows there is no room to say so.
    let shown = match usize::from(room) {
        rows if lines.len() <= rows => lines.len(),
        rows if rows < 3 => rows,
        rows => rows - 1,
    };
    let mut y = head;
    for line in &lines[..shown] {
        row(line, y, &columns, &scale, &mut pen);
        y += 1;
    }
    let is_cut = shown < usize::from(room).min(lines.len());
    if is_cut {
        let hidden = (timeline.steps.len() + 1).saturating_sub(shown);
        let text = more_of(hidden, w::PICTURE_MORE_STEPS, look.lang);
        let all = pen.width();
        pen.text(0, y, all, &text, look.theme.quiet);
    } else if head > 0 && columns.chart > 0 {
        scale.plumb(timeline, columns.at, head..y, &mut pen);
    }
    let y = y + u16::from(is_cut);
    legend.draw(y..y + foot, &mut pen);
}

struct Columns {
    label: u16,
    /// Where the drawing begins, and its columns; nought where there is no room for it.
    at: u16,
    chart: u16,
    dates: bool,
}

impl Columns {
    fn new(lines: &[Line<'_>], all: u16) -> Columns {
        let longest = lines.iter().map(|l| width(l.label)).max().unwrap_or(0);
        let dates = all >= WITH_DATES;
        let behind = if dates { DATES + 2 } else { 0 };
        let label = longest.min((all * 3 / 10).max(8));
        let chart = all.saturating_sub(label + 1 + behind);
        if chart < LEAST_CHART {
            return Columns {
                label,
                at: label + 1,
                chart: 0,
                dates: true,
            };
        }
        Columns {
            label,
            at: label + 1,
            chart,
            dates,
        }
    }
}

fn row(line: &Line<'_>, y: u16, columns: &Columns, scale: &Scale, pen: &mut Pen<'_>) {
    let look = pen.look;
    pen.text(0, y, columns.label, line.label, look.theme.text);
    let said = line
        .actual
        .filter(|p| !p.is_unknown())
        .or(line.planned)
        .or(line.actual);
    let Some(said) = said else { return };
    if columns.dates {
        let x = columns.at + columns.chart + if columns.chart > 0 { 2 } else { 0 };
        let style = if said.is_unknown() {
            look.theme.missing
        } else {
            look.theme.text
        };
        if columns.chart == 0 || !said.is_unknown() {
            pen.text(x, y, u16::MAX, &said.said(look.lang), style);
        }
    }
    if columns.chart == 0 {
        return;
    }
    if said.is_unknown() {
        let words = look.lang.say(w::PICTURE_NOT_PUBLISHED);
        pen.text(columns.at, y, columns.chart, words, look.theme.missing);
        return;
    }
    let strokes = [
        (line.planned, Stroke::planned(look)),
        (line.actual, Stroke::actual(look)),
    ];
    for (period, stroke) in strokes {
        if let Some(period) = period {
            stroke.draw(period, y, columns.at, scale, pen);
        }
    }
}

/// The same dates as a table with its heading: label, planned start and end, actual start and end.
pub fn table(timeline: &Passages, lang: Lang) -> Vec<[String; 5]> {
    let head = [
        w::PICTURE_STEP,
        w::PICTURE_START_PLANNED,
        w::PICTURE_END_PLANNED,
        w::PICTURE_START_ACTUAL,
        w::PICTURE_END_ACTUAL,
    ];
    let cell = |date: Option<jiff::civil::Date>| {
        date.map_or_else(|| lang.say(w::PICTURE_NOT_PUBLISHED).to_owned(), date_short)
    };
    let rows = timeline.steps.iter().map(|(label, planned, actual)| {
        let [from, to] = [planned.start, planned.end].map(cell);
        let [began, ended] = [actual.start, actual.end].map(cell);
        [label.clone(), from, to, began, ended]
    });
    std::iter::once(head.map(|word| lang.say(word).to_owned()))
        .chain(rows)
        .collect()
}
