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

mod scale;

use super::pen::Pen;
use super::rows::more_of;
use super::{Look, width};
use crate::lang::{Lang, w};
use crate::sheet::Table;
use crate::sheet::picture::years::Scale;
use crate::sheet::picture::{Passages, Period};
use crate::text::number::date_short;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line as Words, Span};

/// Columns from which the dates stand beside the drawing.
const WITH_DATES: u16 = 76;
/// Columns of two dates with a dash between.
const DATES: u16 = 23;
/// Fewest columns that still make a drawing.
const LEAST_CHART: u16 = 10;

/// Rows that the whole picture takes in so many columns: years, ticks, two a step, its legend.
pub fn height(timeline: &Passages, columns: u16, lang: Lang) -> usize {
    timeline.steps.len() * 2 + 2 + legend(timeline, &Look::plain(lang, false), columns).len()
}

/// What the marks mean, in one or more lines.
fn legend(timeline: &Passages, look: &Look, columns: u16) -> Vec<Words<'static>> {
    let on = |word, date| look.lang.fill(word, &[("date", &date_short(date))]);
    let data = timeline.data.map(|date| on(w::PICTURE_DATA_OF, date));
    let open = |p: &Period| p.start.is_some() && p.end.is_none();
    let mut steps = timeline.steps.iter();
    let open = steps.any(|(_, planned, actual)| open(planned) || open(actual));
    let items = [
        (look.sign("▼", "V"), Some(on(w::PICTURE_TODAY, timeline.today))),
        (look.sign("◆", "*"), data),
        (
            look.sign("▶", ">"),
            open.then(|| look.lang.say(w::PICTURE_OPEN).to_owned()),
        ),
    ];
    let mut lines: Vec<Words<'_>> = Vec::new();
    for (sign, text) in items {
        let Some(text) = text else { continue };
        let needs = 4 + usize::from(width(&text));
        let fits = |line: &&mut Words<'_>| line.width() + needs <= usize::from(columns);
        let sign = Span::styled(sign, look.theme.key);
        let text = Span::styled(format!(" {text}"), look.theme.text);
        match lines.last_mut().filter(fits) {
            Some(line) => line.extend([Span::raw("  "), sign, text]),
            None => lines.push(Words::from_iter([sign, text])),
        }
    }
    lines
}

/// One line of the drawing: its name, what was planned and what was done; either may be none.
type Line<'a> = (&'a str, Period, Period);

/// The lines, two a step when they fit into `room`.
fn lines(timeline: &Passages, room: u16, lang: Lang) -> Vec<Line<'_>> {
    let full = timeline.steps.len() * 2 <= usize::from(room);
    let mut out = Vec::new();
    for (i, (label, planned, actual)) in timeline.steps.iter().enumerate() {
        let (above, below) = match i {
            0 => (lang.say(w::PICTURE_PLANNED), lang.say(w::PICTURE_ACTUAL)),
            _ => (label.as_str(), ""),
        };
        match full || i == 0 {
            true => out.extend([
                (above, *planned, Period::default()),
                (below, Period::default(), *actual),
            ]),
            false => out.push((above, *planned, *actual)),
        }
    }
    out
}

/// Draws scale, steps and legend; the legend goes first where rows lack, then the further steps.
pub fn draw(timeline: &Passages, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let legend = legend(timeline, look, pen.area.width);
    let head = if pen.area.height >= 5 { 2 } else { 0 };
    let whole = timeline.steps.len() + 1 + legend.len();
    let foot = match pen.area.height - head {
        rows if usize::from(rows) >= whole => u16::try_from(legend.len()).unwrap_or(0),
        // Steps go before the further lines of the legend.
        rows => u16::from(rows >= 5),
    };
    let room = pen.area.height - head - foot;
    let lines = lines(timeline, room, look.lang);
    let columns = Columns::new(&lines, pen.area.width);
    let scale = Scale::new(timeline, columns.at, columns.chart);
    if head > 0 && columns.chart > 0 {
        scale.years(timeline, &mut pen);
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
    if shown < usize::from(room).min(lines.len()) {
        let hidden = (timeline.steps.len() + 1).saturating_sub(shown);
        let text = more_of(hidden, w::PICTURE_MORE_STEPS, look.lang);
        pen.text(0, y, &text, look.theme.quiet);
        y += 1;
    } else if head > 0 && columns.chart > 0 {
        scale.plumb(timeline, head..y, &mut pen);
    }
    for (y, line) in (y..y + foot).zip(&legend) {
        if let Some((left, top)) = pen.cell(0, y) {
            let room = pen.area.width;
            pen.buf.set_line(left, top, line, room);
        }
    }
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
        let longest = lines.iter().map(|line| width(line.0)).max().unwrap_or(0);
        let dates = all >= WITH_DATES;
        let behind = if dates { DATES + 2 } else { 0 };
        let label = longest.min((all * 3 / 10).max(8));
        let chart = all.saturating_sub(label + 1 + behind);
        let drawn = chart >= LEAST_CHART;
        Columns {
            label,
            at: label + 1,
            chart: if drawn { chart } else { 0 },
            dates: dates || !drawn,
        }
    }
}

fn row(line: &Line<'_>, y: u16, columns: &Columns, scale: &Scale, pen: &mut Pen<'_>) {
    let (theme, lang) = (pen.look.theme, pen.look.lang);
    let (label, planned, actual) = *line;
    pen.text_in(0, y, columns.label, label, theme.text);
    let known = |period: &Period| *period != Period::default();
    let Some(told) = [actual, planned].into_iter().find(known) else {
        let unknown = lang.say(w::PICTURE_NOT_PUBLISHED);
        pen.text(columns.at, y, unknown, theme.missing);
        return;
    };
    if columns.dates {
        let gap = if columns.chart > 0 { 2 } else { 0 };
        let x = columns.at + columns.chart + gap;
        pen.text(x, y, &said(told, lang), theme.text);
    }
    if columns.chart > 0 {
        scale.stroke(planned, false, y, pen);
        scale.stroke(actual, true, y, pen);
    }
}

fn said(period: Period, lang: Lang) -> String {
    match (period.start.map(date_short), period.end.map(date_short)) {
        (Some(start), Some(end)) => lang.fill(w::PICTURE_BETWEEN, &[("from", &start), ("to", &end)]),
        (Some(start), None) => lang.fill(w::PICTURE_SINCE, &[("start", &start)]),
        (None, end) => lang.fill(w::PICTURE_UNTIL, &[("end", &end.unwrap_or_default())]),
    }
}

/// The same dates as a table: label, planned start and end, actual start and end.
pub fn table(timeline: &Passages, lang: Lang) -> Table {
    let head = [
        w::PICTURE_STEP,
        w::PICTURE_START_PLANNED,
        w::PICTURE_END_PLANNED,
        w::PICTURE_START_ACTUAL,
        w::PICTURE_END_ACTUAL,
    ];
    let unknown = || lang.say(w::PICTURE_NOT_PUBLISHED).to_owned();
    let rows = timeline.steps.iter().map(|(label, planned, actual)| {
        let dates = [planned.start, planned.end, actual.start, actual.end];
        let dates = dates.map(|date| date.map_or_else(unknown, date_short));
        std::iter::once(label.clone()).chain(dates).collect()
    });
    Table::of(head, [false; 5], rows, lang)
}
