//! Draws the map or the table, and what the figure counts.

use super::Map;
use super::layout::{areas, figures};
use crate::app::ranking::{Figure, Row};
use crate::lang::{Lang, w};
use crate::text::number;
use crate::tui::state::{Archive, State};
use crate::tui::widget::map::{self, classes};
use crate::tui::widget::{Canvas, indent, width};
use ratatui::layout::Rect;

/// Draws the map.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, map: &Map, body: Rect) {
    let areas = areas(map, body, canvas.lang);
    let theme = canvas.theme;
    if map.rows.is_empty() {
        let says = match &state.archive {
            Archive::Failed(why) => canvas.lang.fill(w::SCREEN_START_FAILED, &[("why", why)]),
            Archive::Loading => canvas.lang.say(w::SCREEN_SEARCH_READING).to_owned(),
            Archive::Ready => canvas.lang.say(w::SCREEN_MAP_EMPTY).to_owned(),
        };
        canvas.paragraph(areas.main, 0, &says, theme.text);
        return;
    }
    choices(canvas, map, areas.figures);
    if areas.notice.height > 0 {
        canvas.paragraph(
            areas.notice,
            0,
            canvas.lang.say(w::SCREEN_MAP_ELSEWHERE),
            theme.text,
        );
    }
    if map.is_table() {
        table(canvas, map, areas.main);
        if let Some(row) = map.row() {
            canvas.text(areas.foot, &counted(map.figure, row, canvas.lang), theme.quiet);
        }
    } else {
        land(canvas, map, areas.main);
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

/// One comune a line: rank, name, figure.
fn table(canvas: &mut Canvas<'_>, map: &Map, area: Rect) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    let columns = area.width.saturating_sub(1).min(72);
    let line = |y| Rect::new(area.x, area.y + y, columns, 1);
    for (y, (i, row)) in (0..area.height).zip(map.rows.iter().enumerate().skip(map.scroll)) {
        let selected = Some(i) == map.at();
        let role = canvas.choice(line(y), selected, theme.text);
        let rank = row.rank.map_or_else(String::new, |rank| rank.to_string());
        let place = Rect::new(line(y).x + 2, line(y).y, 4.min(columns.saturating_sub(2)), 1);
        canvas.text_right(place, &rank, if selected { role } else { theme.quiet });
        let rest = indent(line(y), 8);
        let known = row.value.is_some() || selected;
        let value = map.figure.exact(row.value, lang);
        let rest = canvas.text_right(rest, &value, if known { role } else { theme.missing });
        let room = Rect::new(rest.x, rest.y, rest.width.saturating_sub(1), rest.height);
        canvas.text(room, &row.name, role);
    }
    let seen = usize::from(area.height);
    let edge = Rect::new(area.x, area.y, area.width + 1, area.height);
    canvas.scroll_mark(edge, map.scroll, seen, map.rows.len());
}
