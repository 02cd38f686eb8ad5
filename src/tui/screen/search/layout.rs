//! From 120 columns three panes stand side by side, from 80 two, below only one; the filters
//! then take the place of a pane while they are in use.
//!
//! ```text
//! field
//! summary: how many, how much, what was understood
//! filters | results | explanation
//! ```

use super::{Focus, Search};
use crate::app::{Answer, Row};
use crate::lang::w;
use crate::tui::frame::{Target, field};
use crate::tui::screen::read::typeset::{Fold, Shown, typeset};
use crate::tui::widget::{indent, inside, line_at, on_line, scroll_to, stack, width, wrap};
use ratatui::layout::{Position, Rect};
use std::ops::Range;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    pub field: Rect,
    /// Totals; below them corrections and hints when there are any.
    pub summary: Rect,
    pub said: Rect,
    /// Panes with their frames; an empty one is not shown.
    pub filters: Rect,
    pub results: Rect,
    pub preview: Rect,
}

/// Where the parts of the search stand.
pub fn areas(search: &Search, body: Rect) -> Areas {
    let (field, rest) = field(body);
    let lines = |(text, _): (String, bool)| wrap(&text, rest.width.saturating_sub(2)).len() as u16;
    let lines = search.said().map_or(0, lines);
    // Below what is said a result is seen whole. A remark on the sum is said in full or, where the sum
    // itself has no place, not at all.
    let of_sum = |a: &Answer| a.corrected.is_empty() && a.near == 0 && a.wider + a.national > 0;
    let must = search.answer.as_ref().is_some_and(|(_, answer)| !of_sum(answer));
    // Where there is little room the count stands in the header alone.
    let nothing = search.nothing() && search.is_bare();
    let short = rest.height < ROOMY && (nothing || must && lines > 0);
    let totals = u16::from(!short && !search.nearly());
    let list = if must { LEAST } else { ROOMY };
    let most = rest.height.saturating_sub(totals + list);
    let lines = if must || lines <= most { lines.min(most) } else { 0 };
    let [summary, said, panes] = stack(rest, [totals, lines, rest.height]);
    let split = |area: Rect, width: u16| (Rect { width, ..area }, indent(area, width));
    let mut out = Areas {
        field,
        summary,
        said,
        ..Areas::default()
    };
    // An empty pane of filters gives its columns to the list.
    let filtered = search.answer.is_none() || search.filters().next().is_some();
    match (panes.width, search.focus) {
        (120.., _) if filtered => {
            let (filters, rest) = split(panes, (panes.width / 5).clamp(28, 44));
            let (results, preview) = split(rest, rest.width * 45 / 100);
            (out.filters, out.results, out.preview) = (filters, results, preview);
        }
        (80.., Focus::Filters) => {
            let (results, filters) = split(panes, panes.width / 2);
            (out.results, out.filters) = (results, filters);
        }
        // Where nothing is found there is nothing to stand beside it.
        (80.., _) if search.answer.is_some() && search.is_bare() => out.results = panes,
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

/// Whether there is room for frames.
pub fn framed(body: Rect) -> bool {
    body.width >= 60 && body.height >= 16
}

/// A choice with its place on the screen.
pub struct Placed<'a> {
    pub index: usize,
    pub area: Rect,
    pub choice: Choice<'a>,
}

/// What can be chosen, in the lines that it takes.
pub enum Choice<'a> {
    /// A result, its title on one or two lines; above them stand its facts.
    Row(&'a Row, Vec<Range<usize>>),
    /// What is meant beside projects, or a way out: how many lines say it, and all lines.
    Words(usize, Vec<String>),
}

/// Least height of the list for titles of more than one line.
const ROOMY: u16 = 6;
/// Rows of a result: its facts, and its name.
const LEAST: u16 = 2;
/// Columns before the title, for the sign of the selection, and behind it, for the scroll mark.
const SIDES: u16 = 3;

/// Where nothing is found, what is said before the ways out.
pub fn preface(search: &Search, area: Rect) -> Vec<String> {
    let Some((ask, answer)) = search.answer.as_ref().filter(|_| search.is_bare()) else {
        return Vec::new();
    };
    let columns = area.width.saturating_sub(SIDES);
    let hints = answer.hints.iter().filter(|hint| hint.to.is_none());
    let mut said: Vec<&str> = hints.map(|hint| hint.text.as_str()).collect();
    // What is told more exactly needs no general word where there is little room.
    if said.is_empty() || area.height >= ROOMY {
        said.insert(0, ask.lang.say(w::SCREEN_SEARCH_NOTHING));
    }
    said.into_iter().flat_map(|text| wrap(text, columns)).collect()
}

/// The choices that are seen, from the scroll on; the last one may be cut by the end.
pub fn visible(search: &Search, area: Rect) -> Vec<Placed<'_>> {
    let mut out = Vec::new();
    let mut y = u16::try_from(preface(search, area).len()).unwrap_or(u16::MAX);
    for index in search.scroll.. {
        let Some(choice) = choice(search, index, area).filter(|_| y < area.height) else {
            break;
        };
        let height = height(&choice).min(area.height - y);
        out.push(Placed {
            index,
            area: Rect::new(area.x, area.y + y, area.width.saturating_sub(1), height),
            choice,
        });
        y += height;
    }
    out
}

fn choice(search: &Search, index: usize, area: Rect) -> Option<Choice<'_>> {
    let columns = area.width.saturating_sub(SIDES);
    if let Some(meant) = search.meant().get(index) {
        let mut lines = wrap(&meant.line(search.answer.as_ref()?.0.lang), columns);
        let said = lines.len();
        let note = meant.note.as_ref().filter(|_| area.height >= ROOMY);
        lines.extend(note.into_iter().flat_map(|note| wrap(note, columns)));
        // Of a note that is long for the list the beginning is enough.
        let most = said + usize::from(area.height / 3).max(2);
        if lines.len() > most {
            lines.truncate(most);
            lines[most - 1].push('…');
        }
        return Some(Choice::Words(said, lines));
    }
    if let Some(row) = search.rows().get(index - search.meant().len()) {
        return Some(Choice::Row(row, title_lines(row, area)));
    }
    let lines = wrap(&search.lead(index)?.0.text, columns);
    Some(Choice::Words(lines.len(), lines))
}

fn title_lines(row: &Row, area: Rect) -> Vec<Range<usize>> {
    let columns = area.width.saturating_sub(SIDES);
    if area.height < ROOMY || width(&row.title) <= columns {
        return std::iter::once(0..row.title.len()).collect();
    }
    // What does not fit on the first line stands on the second, cut there if it must be.
    let first = wrap(&row.title, columns).first().map_or(0, String::len);
    let rest = row.title.get(first..).unwrap_or_default();
    let start = row.title.len() - rest.trim_start().len();
    vec![0..first, start..row.title.len()]
}

/// Lines of a choice.
fn height(choice: &Choice<'_>) -> u16 {
    let lines = match choice {
        Choice::Row(_, title) => title.len() + 1,
        Choice::Words(_, lines) => lines.len(),
    };
    u16::try_from(lines.max(1)).unwrap_or(1)
}

/// Results that are seen at once, at least one.
pub fn seen(search: &Search, body: Rect) -> usize {
    let area = inner(areas(search, body).results, body);
    let whole = visible(search, area)
        .iter()
        .filter(|p| p.area.height == height(&p.choice))
        .count();
    whole.max(1)
}

/// The first result to show so that the selected one is seen whole.
fn scroll(search: &Search, area: Rect) -> usize {
    if search.is_bare() {
        return 0;
    }
    let selected = search.selected.min(search.choices().saturating_sub(1));
    let mut first = selected;
    let mut left = area.height;
    while let Some(choice) = choice(search, first, area) {
        let needs = height(&choice);
        if needs > left {
            break;
        }
        left -= needs;
        if first == 0 {
            return search.scroll.min(selected);
        }
        first -= 1;
    }
    // `first` is the last one above that does not fit any more.
    search.scroll.clamp((first + 1).min(selected), selected)
}

/// What of the search stands at a place.
pub fn target(search: &Search, body: Rect, at: Position) -> Option<Target> {
    let areas = areas(search, body);
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    let results = inner(areas.results, body);
    if results.contains(at) {
        let placed = visible(search, results);
        let hit = placed.iter().find(|p| p.area.contains(at));
        return hit.map(|p| Target::Item(p.index));
    }
    let filters = inner(areas.filters, body);
    if let Some(line) = line_at(filters, search.filter_scroll, at) {
        return Some(Target::Filter(search.filter_lines().get(line)?.value()?));
    }
    areas.preview.contains(at).then_some(Target::Preview)
}

/// Where the terminal's cursor stands on the search.
pub fn cursor(search: &Search, body: Rect) -> Option<Position> {
    let areas = areas(search, body);
    match search.focus {
        Focus::Results if search.selected == 0 && search.meant().is_empty() => {
            // The first result is found by the eye; the field tells where letters go.
            Some(search.field.cursor(areas.field))
        }
        Focus::Results => {
            let list = inner(areas.results, body);
            let placed = visible(search, list);
            let own = placed.iter().find(|p| p.index == search.selected);
            own.map(|p| p.area.as_position())
        }
        Focus::Filters => {
            let list = inner(areas.filters, body);
            Some(on_line(list, filter_line(search), search.filter_scroll))
        }
        Focus::Preview => Some(inner(areas.preview, body).as_position()),
    }
}

/// The line of the selected filter.
pub fn filter_line(search: &Search) -> usize {
    let lines = search.filter_lines();
    let at = lines.iter().position(|line| line.value() == Some(search.filter));
    at.unwrap_or(0)
}

/// Beside the results, the first sentence of each answer.
pub const PREVIEW: Shown<'static> = Shown {
    open: None,
    fold: Fold::Everything,
    beside: 0,
};

/// The part of the last pane that holds text.
pub fn preview_text(inner: Rect) -> Rect {
    let x = inner.x + inner.width.min(1);
    Rect::new(x, inner.y, inner.width.saturating_sub(2), inner.height)
}

/// Keeps what is selected in sight.
pub fn settle(search: &mut Search, body: Rect) {
    search.selected = search.selected.min(search.choices().saturating_sub(1));
    let list = inner(areas(search, body).results, body);
    search.scroll = scroll(search, list);
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
    if let Some((_, page)) = search.preview.page.as_ref().filter(|_| search.preview.scroll > 0) {
        let text = preview_text(inner(areas(search, body).preview, body));
        let lines = typeset(page, text.width, PREVIEW).lines.len();
        let last = lines.saturating_sub(usize::from(text.height));
        search.preview.scroll = search.preview.scroll.min(last);
    }
}
