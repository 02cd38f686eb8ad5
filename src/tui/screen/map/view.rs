//! Draws the map or the table, and what the figure counts.

use super::Map;
use super::layout::{areas, figures, notice};
use crate::app::ranking::{Figure, Row};
use crate::lang::{Lang, w};
use crate::text::number;
use crate::tui::state::State;
use crate::tui::widget::map::{self, classes};
use crate::tui::widget::{Canvas, but_last, indent, whole, width};
use ratatui::layout::Rect;

/// Draws the map.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, map: &Map, body: Rect) {
    let areas = areas(map, body, canvas.lang);
    let theme = canvas.theme;
    if map.rows.is_empty() {
        let (reading, empty) = (w::SCREEN_SEARCH_READING, w::SCREEN_MAP_EMPTY);
        let says = state.archive.say(canvas.lang, reading, empty);
        canvas.paragraph(areas.main, 0, &says, theme.text);
        return;
    }
    choices(canvas, map, areas.figures);
    if areas.notice.height > 0 {
        let says = notice(map, canvas.lang).unwrap_or_default();
        canvas.paragraph(areas.notice, 0, says, theme.text);
    }
    if map.is_table() {
        table(canvas, map, areas.main);
        if let Some(row) = map.row() {
            let says = counted(map.figure, row, canvas.lang);
            let sentences: Vec<&str> = says.split_inclusive(". ").collect();
            canvas.text(areas.foot, &whole(&sentences, "", areas.foot.width), theme.quiet);
        }
    } else {
        land(canvas, map, areas.main);
        if !areas.ranking.is_empty() {
            table(canvas, map, areas.ranking);
        }
    }
}

/// The names of the figures, the one shown with a sign before it; then the key that changes it.
fn choices(canvas: &mut Canvas<'_>, map: &Map, area: Rect) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let mut end = area;
    for (figure, place) in figures(area, lang) {
        let (sign, of_sign, role) = match figure == map.figure {
            true => (canvas.glyphs.on, theme.focus, theme.title),
            false => (canvas.glyphs.off, theme.quiet, theme.quiet),
        };
        canvas.text(place, sign, of_sign);
        end = canvas.text(indent(place, 2), lang.say(figure.word()), role);
        end = Rect::new(end.x, area.y, area.right().saturating_sub(end.x), area.height);
    }
    let says = lang.say(w::SCREEN_MAP_CHANGE);
    if width(says) + 3 <= end.width {
        canvas.text_right(end, says, theme.quiet);
    }
}

fn land(canvas: &mut Canvas<'_>, map: &Map, area: Rect) {
    let lang = canvas.lang;
    let limits = classes(map.rows.iter().filter_map(|row| row.value));
    let row = map.row();
    let exact = map.figure.exact(row.and_then(|row| row.value), lang);
    let rank = row.map_or_else(String::new, |row| rank(row, map.rows.len(), lang));
    let more = row.map_or_else(String::new, |row| counted(map.figure, row, lang));
    let look = canvas.look;
    let drawn = map::Map {
        figure: map.figure,
        limits: &limits,
        rows: &map.rows,
        selected: map.selected,
        rank: &rank,
        exact: &exact,
        more: &more,
    };
    map::draw(&drawn, area, canvas.buf, &look);
}

/// "3º su 273".
fn rank(row: &Row, all: usize, lang: Lang) -> String {
    let say = |n: usize| number::count(n, lang);
    row.rank.map_or_else(String::new, |rank| {
        let (rank, all) = (say(rank), say(all));
        lang.fill(w::SCREEN_MAP_RANK, &[("n", &rank), ("all", &all)])
    })
}

/// Which projects the figure counts.
fn counted(figure: Figure, row: &Row, lang: Lang) -> String {
    let say = |n: usize| number::count(n, lang);
    let (own, shared) = (say(row.own), say(row.shared));
    match figure {
        Figure::Projects => lang.fill(w::SCREEN_MAP_COUNTS_ALL, &[("own", &own), ("shared", &shared)]),
        Figure::Euro | Figure::PerHead => lang.fill(w::SCREEN_MAP_COUNTS_OWN, &[("own", &own)]),
    }
}

/// In fewer columns figures are said in few letters.
const NARROW: u16 = 44;

/// One comune a line: rank, name, figure.
fn table(canvas: &mut Canvas<'_>, map: &Map, area: Rect) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let columns = area.width.saturating_sub(1).min(72);
    let narrow = columns < NARROW;
    let seen = map.rows.iter().enumerate().skip(map.scroll);
    for (line, (i, of)) in area.rows().zip(seen) {
        let line = Rect {
            width: columns,
            ..line
        };
        let selected = Some(i) == map.at();
        let role = canvas.choice(line, selected, theme.text);
        let unless = |own| if selected { role } else { own };
        let place = Rect {
            width: 4,
            ..indent(line, if narrow { 1 } else { 2 })
        };
        let rank = of.rank.map_or_else(String::new, |rank| rank.to_string());
        canvas.text_right(place, &rank, unless(theme.quiet));
        let known = of.value.map_or(theme.missing, |_| theme.text);
        let value = match of.value {
            Some(value) if narrow => map.figure.short(value, lang),
            value => map.figure.exact(value, lang),
        };
        let rest = canvas.text_right(indent(line, if narrow { 6 } else { 8 }), &value, unless(known));
        canvas.text(but_last(rest), &of.name, role);
    }
    let edge = Rect {
        width: area.width + 1,
        ..area
    };
    canvas.scroll_mark(edge, map.scroll, usize::from(area.height), map.rows.len());
}
