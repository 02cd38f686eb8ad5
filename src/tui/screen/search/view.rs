//! Draws the search screen.

use super::layout::{Choice, PREVIEW, areas, filter_line, framed, inner, preface, preview_text, visible};
use super::{FilterLine, Focus, Search};
use crate::app::{Answer, Row};
use crate::lang::{Lang, w};
use crate::sheet::{Note, Page, projects_said};
use crate::text::number;
use crate::tui::screen::read::layout::part_number;
use crate::tui::screen::read::typeset::{self, Chosen, typeset};
use crate::tui::screen::start::play::search_field;
use crate::tui::state::State;
use crate::tui::widget::{Canvas, but_last, indent, row, whole, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// Draws the search.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, search: &Search, body: Rect) {
    let areas = areas(search, body);
    search_field(canvas, areas.field, &search.field, search.focus == Focus::Results);
    summary(canvas, state, search, [areas.summary, areas.said]);
    let panes = [
        (areas.filters, Focus::Filters, w::SCREEN_SEARCH_FILTERS),
        (areas.results, Focus::Results, w::SCREEN_SEARCH_RESULTS),
        (areas.preview, Focus::Preview, w::SCREEN_SEARCH_SHEET),
    ];
    for (area, focus, name) in panes {
        if area.is_empty() {
            continue;
        }
        if framed(body) {
            let role = match search.focus == focus {
                true => canvas.theme.focus,
                false => canvas.theme.frame,
            };
            canvas.frame(area, canvas.lang.say(name), role);
        }
        let inner = inner(area, body);
        let (first, seen, all) = match focus {
            Focus::Filters => filters(canvas, search, inner),
            Focus::Results => results(canvas, state, search, inner),
            Focus::Preview => preview(canvas, search, inner),
        };
        // The frame itself shows which part of a long pane is seen.
        let over_frame = u16::from(framed(body));
        let edge = Rect {
            width: inner.width + over_frame,
            ..inner
        };
        canvas.scroll_mark(edge, first, seen, all);
    }
}

/// "128 progetti · 43 mln € di fondi · 12 mln € pagati", and what was understood.
fn summary(canvas: &mut Canvas<'_>, state: &State, search: &Search, areas: [Rect; 2]) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let [line, below] = areas.map(|area| indent(area, 1));
    let Some((_, answer)) = &search.answer else {
        let reading = w::SCREEN_SEARCH_READING;
        let says = state.archive.say(lang, reading, reading);
        canvas.text(line, &says, theme.quiet);
        return;
    };
    let dot = format!(" {} ", canvas.glyphs.dot);
    let note = answer.hints.first().filter(|_| answer.near > 0);
    // What is meant says it all.
    if answer.total > 0 || !answer.meant.iter().any(|meant| meant.sure) {
        let mut totals = totals(answer, lang);
        // A sum stands with what it leaves out, or not at all.
        totals.truncate(if search.said().is_some() && below.is_empty() {
            1
        } else {
            totals.len()
        });
        canvas.text(line, &whole(&totals, &dot, line.width), theme.figure);
    }
    let Some((text, is_wrong)) = search.said() else {
        return;
    };
    let role = match (is_wrong, answer.corrected.is_empty() && note.is_none()) {
        (true, _) => theme.bad,
        (_, true) => theme.text,
        (_, false) => theme.matched,
    };
    match below.height {
        // Of several sentences those that fit whole: a sum that is cut is another sum.
        1 => {
            let sentences: Vec<&str> = text.split_inclusive(". ").collect();
            canvas.text(below, &whole(&sentences, "", below.width), role);
        }
        _ => _ = canvas.paragraph(below, 0, &text, role),
    }
}

fn totals(answer: &Answer, lang: Lang) -> Vec<String> {
    let here = answer.total.saturating_sub(answer.national);
    let mut parts = vec![projects_said(here, lang)];
    for (amount, word) in [
        (answer.funded, w::SCREEN_SEARCH_FUNDED),
        (answer.paid, w::SCREEN_SEARCH_PAID),
    ] {
        if !amount.is_zero() {
            parts.push(lang.fill(word, &[("amount", &number::euro_sign(amount.0, lang))]));
        }
    }
    if answer.national > 0 {
        let count = number::count(answer.national, lang);
        parts.push(lang.fill(w::SCREEN_SEARCH_NATIONAL, &[("count", &count)]));
    }
    parts
}

/// Which lines of a pane are seen: the first, how many, of how many.
type Part = (usize, usize, usize);

/// The filters with their values, as many as the area has lines.
fn filters(canvas: &mut Canvas<'_>, search: &Search, area: Rect) -> Part {
    let theme = canvas.theme;
    let lines = search.filter_lines();
    let selected = filter_line(search);
    let shown = lines.iter().enumerate().skip(search.filter_scroll);
    for (place, (i, line)) in but_last(area).rows().zip(shown) {
        match line {
            FilterLine::Name(name) => _ = canvas.text(place, name, theme.heading),
            FilterLine::Value { value, .. } => {
                let is_it = search.focus == Focus::Filters && i == selected;
                let role = canvas.choice(place, is_it, theme.text);
                let count = number::count(value.count, canvas.lang);
                let rest = canvas.text_right(indent(place, 2), &count, role);
                let sign = match value.on {
                    true => canvas.glyphs.on,
                    false => canvas.glyphs.off,
                };
                let rest = canvas.text(rest, sign, role);
                canvas.text(indent(but_last(rest), 1), &value.label, role);
            }
        }
    }
    (search.filter_scroll, usize::from(area.height), lines.len())
}

fn results(canvas: &mut Canvas<'_>, state: &State, search: &Search, area: Rect) -> Part {
    if search.answer.is_none() {
        return Part::default();
    }
    let mut end = 0;
    for line in preface(search, area) {
        end = canvas.paragraph(indent(area, 2), end, &line, canvas.theme.text);
    }
    let placed = visible(search, area);
    for one in &placed {
        let selected = one.index == search.selected;
        match &one.choice {
            Choice::Row(result, title) => {
                let sign = state.sign(&result.to);
                one_result(canvas, (result, &sign), title, one.area, selected);
            }
            Choice::Words(said, lines) => words(canvas, *said, lines, one.area, selected),
        }
    }
    if search.is_bare() {
        let end = placed.last().map_or(end, |last| last.area.bottom() - area.y);
        let attempt = canvas.lang.say(w::SCREEN_SEARCH_TRY);
        // The ways out are a better remedy where there is no room for both.
        let room = indent(area, 2);
        if placed.is_empty()
            || wrap(attempt, room.width).len() <= usize::from(area.height.saturating_sub(end))
        {
            canvas.paragraph(room, end, attempt, canvas.theme.text);
        }
    }
    (search.scroll, placed.len(), search.all())
}

/// "Comune: Montaione", and what stands beside it below; a way out.
fn words(canvas: &mut Canvas<'_>, said: usize, lines: &[String], area: Rect, selected: bool) {
    let theme = canvas.theme;
    canvas.choice(area, selected, theme.key);
    for ((y, text), at) in (0..area.height).zip(lines).zip(0..) {
        let role = match (selected, at < said) {
            (true, _) => theme.selected,
            (false, true) => theme.key,
            (false, false) => theme.quiet,
        };
        canvas.text(indent(row(area, y), 2), text, role);
    }
}

fn one_result(
    canvas: &mut Canvas<'_>,
    (result, sign): (&Row, &str),
    titles: &[Range<usize>],
    area: Rect,
    selected: bool,
) {
    let theme = canvas.theme;
    canvas.choice(area, selected, theme.title);
    // The colours of the selection stay whole; matches in it are only underlined.
    let (title, mark, rest) = match selected {
        true => (theme.selected, Style::new().underlined(), theme.selected),
        false => (theme.title, theme.matched, theme.text),
    };
    let amount = result.facts.first();
    let amount = amount.map(|first| sign.len()..sign.len() + first.len());
    let figure = if selected { Style::new() } else { theme.figure };
    let columns = indent(area, 2)
        .width
        .saturating_sub(if sign.is_empty() { 0 } else { 2 });
    let facts = format!("{sign}{}", facts(result, canvas.glyphs.dot, columns));
    if area.height == 1 {
        let line = format!("{facts} {} {}", canvas.glyphs.dot, result.title);
        canvas.text(indent(row(area, 0), 2), &line, title);
        return;
    }
    canvas.marked(indent(row(area, 0), 2), &facts, amount.as_slice(), rest, figure);
    for (y, part) in (1..).zip(titles) {
        let line = indent(row(area, y), 2);
        let text = result.title.get(part.clone()).unwrap_or_default();
        let marks: Vec<_> = result
            .matched
            .iter()
            .filter(|m| m.end > part.start && m.start < part.end)
            .map(|m| m.start.saturating_sub(part.start)..m.end.min(part.end) - part.start)
            .collect();
        canvas.marked(line, text, &marks, title, mark);
    }
}

/// "4,5 mln € · in corso · Montemurlo (PO)": what is cut where room is short is the place, because
/// how much and how far say more.
fn facts(result: &Row, dot: &str, columns: u16) -> String {
    let beside = result.missing.iter().chain(&result.beside).chain(&result.apart);
    let dot = format!(" {dot} ");
    let facts = Some(whole(&result.facts, &dot, columns)).filter(|facts| !facts.is_empty());
    let facts: Vec<&str> = facts.iter().chain(beside).map(String::as_str).collect();
    facts.join(&dot)
}

/// The sheet of the selected project, or the page of what is meant; until it is there, what the list
/// knows of a project.
fn preview(canvas: &mut Canvas<'_>, search: &Search, area: Rect) -> Part {
    let selected = search.selected_row();
    let mut known = Page::new(selected.map_or("", |row| &row.title), canvas.lang);
    known.under = selected
        .map(|row| Note::Line(row.place.clone()))
        .into_iter()
        .collect();
    let page = search.page_beside().unwrap_or(&known);
    let wide = preview_text(area);
    let lines = typeset(page, wide.width, PREVIEW).lines;
    let (seen, all) = (usize::from(area.height), lines.len());
    // What was asked is seen first.
    let asked = search.beside().and_then(|(_, part)| part_number(page, part?));
    let asked = asked.and_then(|part| lines.iter().position(|line| line.part == part));
    let first = asked.unwrap_or(0).saturating_add(search.preview.scroll);
    let first = first.min(all.saturating_sub(seen));
    for (place, line) in wide.rows().zip(lines.iter().skip(first)) {
        typeset::draw(canvas, place, line, Chosen::Not);
    }
    (first, seen, all)
}
