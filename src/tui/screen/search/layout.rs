//! From 120 columns three panes stand side by side, from 80 two, below only one; the filters
//! then take the place of a pane while they are in use.
//!
//! ```text
//! field
//! summary: how many, how much, what was understood
//! filters | results | explanation
//! ```

use super::{FilterLine, Focus, Search};
use crate::tui::layout::{Target, field, field_text};
use crate::tui::screen::read::typeset::typeset;
use crate::tui::widget::{inside, scroll_to};
use ratatui::layout::{Position, Rect};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    pub field: Rect,
    /// Totals, and a second line for corrections and hints when there are any.
    pub summary: Rect,
    /// Panes with their frames; an empty one is not shown.
    pub filters: Rect,
    pub results: Rect,
    pub preview: Rect,
}

pub fn areas(search: &Search, body: Rect) -> Areas {
    let (field, rest) = field(body);
    let said = search
        .answer
        .as_ref()
        .is_some_and(|(_, a)| !a.corrected.is_empty() || !a.hints.is_empty());
    let lines = rest.height.min(1 + u16::from(said));
    let summary = Rect::new(rest.x, rest.y, rest.width, lines);
    let panes = Rect::new(rest.x, rest.y + lines, rest.width, rest.height - lines);
    let split = |area: Rect, left: u16| {
        let left = left.min(area.width);
        (
            Rect::new(area.x, area.y, left, area.height),
            Rect::new(area.x + left, area.y, area.width - left, area.height),
        )
    };
    let mut out = Areas {
        field,
        summary,
        ..Areas::default()
    };
    match (panes.width, search.focus) {
        (120.., _) => {
            let (filters, rest) = split(panes, 28);
            let (results, preview) = split(rest, rest.width * 45 / 100);
            (out.filters, out.results, out.preview) = (filters, results, preview);
        }
        (80.., Focus::Filters) => {
            let (results, filters) = split(panes, panes.width / 2);
            (out.results, out.filters) = (results, filters);
        }
        (80.., _) => (out.results, out.preview) = split(panes, panes.width * 45 / 100),
        (_, Focus::Filters) => out.filters = panes,
        _ => out.results = panes,
    }
    out
}

/// What is inside of a pane: panes have frames only where there is room for them.
pub fn inner(area: Rect, body: Rect) -> Rect {
    if framed(body) { inside(area) } else { area }
}

pub fn framed(body: Rect) -> bool {
    body.width >= 60 && body.height >= 16
}

/// Lines that one result takes.
pub fn result_lines(area: Rect) -> u16 {
    if area.height >= 6 { 2 } else { 1 }
}

/// Results that are seen at once.
pub fn seen(search: &Search, body: Rect) -> usize {
    let area = inner(areas(search, body).results, body);
    usize::from((area.height / result_lines(area)).max(1))
}

pub fn target(search: &Search, body: Rect, at: Position) -> Option<Target> {
    let areas = areas(search, body);
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    let results = inner(areas.results, body);
    if results.contains(at) {
        let index = search.scroll + usize::from((at.y - results.y) / result_lines(results));
        return (index < search.rows().len()).then_some(Target::Item(index));
    }
    let filters = inner(areas.filters, body);
    if filters.contains(at) {
        let line = search.filter_scroll + usize::from(at.y - filters.y);
        return match search.filter_lines().get(line) {
            Some(FilterLine::Value { index, .. }) => Some(Target::Filter(*index)),
            _ => None,
        };
    }
    areas.preview.contains(at).then_some(Target::Preview)
}

pub fn cursor(search: &Search, body: Rect) -> Option<Position> {
    let areas = areas(search, body);
    match search.focus {
        Focus::Results if search.selected == 0 => {
            // The first result is found by the eye; the field tells where letters go.
            let text = field_text(areas.field);
            let (_, at) = search.field.window(text.width);
            Some(Position::new(text.x + at, text.y))
        }
        Focus::Results => {
            let list = inner(areas.results, body);
            let line = (search.selected - search.scroll.min(search.selected)) as u16 * result_lines(list);
            Some(Position::new(
                list.x,
                list.y + line.min(list.height.saturating_sub(1)),
            ))
        }
        Focus::Filters => {
            let list = inner(areas.filters, body);
            let at = filter_line(search).saturating_sub(search.filter_scroll) as u16;
            Some(Position::new(
                list.x,
                list.y + at.min(list.height.saturating_sub(1)),
            ))
        }
        Focus::Preview => Some(inner(areas.preview, body).as_position()),
    }
}

/// The line of the selected filter.
pub fn filter_line(search: &Search) -> usize {
    let is_it =
        |line: &FilterLine<'_>| matches!(line, FilterLine::Value { index, .. } if *index == search.filter);
    search.filter_lines().iter().position(is_it).unwrap_or(0)
}

/// The part of the last pane that holds text.
pub fn preview_text(inner: Rect) -> Rect {
    let x = inner.x + inner.width.min(1);
    Rect::new(x, inner.y, inner.width.saturating_sub(2), inner.height)
}

/// Keeps what is selected in sight.
pub fn settle(search: &mut Search, body: Rect) {
    let count = search.rows().len();
    search.selected = search.selected.min(count.saturating_sub(1));
    search.scroll = scroll_to(search.scroll, search.selected, seen(search, body), count);
    let filters = search.filters().count();
    search.filter = search.filter.min(filters.saturating_sub(1));
    let height = usize::from(inner(areas(search, body).filters, body).height);
    let (line, all) = (filter_line(search), search.filter_lines().len());
    // The name above the first value is shown with it.
    let first = search.filter_scroll.min(line.saturating_sub(1));
    search.filter_scroll = scroll_to(first, line, height, all);
    if search.filter == 0 {
        search.filter_scroll = 0;
    }
    if let Some((_, sheet)) = search
        .preview
        .sheet
        .as_ref()
        .filter(|_| search.preview.scroll > 0)
    {
        let text = preview_text(inner(areas(search, body).preview, body));
        let all = typeset(sheet, text.width, None).len();
        search.preview.scroll = search
            .preview
            .scroll
            .min(all.saturating_sub(usize::from(text.height)));
    }
}
