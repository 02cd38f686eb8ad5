//! ```text
//! the figures to choose from
//! why there is no map, where there is none
//! map, and the ranking beside it where there is room; or table
//!
//! what the figure counts, below a table
//! ```

use super::Map;
use crate::app::ranking::Figure;
use crate::lang::{Lang, w};
use crate::tui::frame::Target;
use crate::tui::widget::{but_last, indent, line_at, map, on_line, row, scroll_to, stack, width, wrap};
use ratatui::layout::{Position, Rect};

pub struct Areas {
    pub figures: Rect,
    pub notice: Rect,
    /// Map or table.
    pub main: Rect,
    /// The table beside the map.
    pub ranking: Rect,
    /// Below a table.
    pub foot: Rect,
}

/// Columns between two figures, and the sign before the next.
const GAP: u16 = 1;
/// From this height on an empty line stands below the figures.
const ROOMY: u16 = 16;
/// From these widths on the ranking stands beside the map, in so many columns.
const RANKINGS: [(u16, u16); 2] = [(110, 46), (76, 26)];

/// Where the parts of the map stand.
pub fn areas(map: &Map, body: Rect, lang: Lang) -> Areas {
    let inner = indent(but_last(body), 1);
    let notice = notice(map, lang).map_or(0, |says| wrap(says, inner.width).len());
    let roomy = u16::from(body.height >= ROOMY);
    let notice = u16::try_from(notice).unwrap_or(0).min(body.height / 2);
    let foot = u16::from(map.is_table() && body.height >= 6);
    let (below, apart) = (notice.min(roomy), foot.min(roomy));
    let main = inner
        .height
        .saturating_sub(1 + roomy + notice + below + apart + foot);
    let rows = [1, roomy, notice, below, main, apart, foot];
    let [figures, _, notice, _, mut main, _, foot] = stack(inner, rows);
    let mut rankings = RANKINGS
        .iter()
        .filter(|(wide, _)| !map.is_table() && inner.width >= *wide);
    let beside = rankings.next().map_or(0, |(_, columns)| *columns);
    main.width -= beside;
    let ranking = Rect {
        x: main.right(),
        width: beside,
        ..main
    };
    Areas {
        figures,
        notice,
        main,
        ranking,
        foot,
    }
}

/// Why there is only a table.
pub fn notice(map: &Map, lang: Lang) -> Option<&'static str> {
    let word = match map.drawn {
        true => w::SCREEN_MAP_SMALL,
        false => w::SCREEN_MAP_ELSEWHERE,
    };
    (!map.rows.is_empty() && (map.small || !map.drawn)).then(|| lang.say(word))
}

/// Where each figure's name stands, with the room for the sign before it.
pub fn figures(area: Rect, lang: Lang) -> impl Iterator<Item = (Figure, Rect)> {
    let mut rest = area;
    Figure::ALL.into_iter().map(move |figure| {
        let columns = width(lang.say(figure.word())) + 2;
        let width = columns.min(rest.width);
        let place = Rect { width, ..rest };
        rest = indent(rest, columns + GAP);
        (figure, place)
    })
}

/// Where the table stands, if it is seen.
pub fn table(map: &Map, body: Rect, lang: Lang) -> Rect {
    let areas = areas(map, body, lang);
    if map.is_table() { areas.main } else { areas.ranking }
}

/// What of the map stands at a place.
pub fn target(map: &Map, body: Rect, at: Position, lang: Lang) -> Option<Target> {
    let areas = areas(map, body, lang);
    if areas.figures.contains(at) {
        let found = figures(areas.figures, lang).position(|(_, place)| place.contains(at));
        return found.map(Target::Filter);
    }
    if !map.is_table() && areas.main.contains(at) {
        return map::at(areas.main, at).map(Target::Place);
    }
    let line = line_at(table(map, body, lang), map.scroll, at)?;
    (line < map.rows.len()).then_some(Target::Item(line))
}

/// On the selected comune, also where the land has no room for it: then on its caption.
pub fn cursor(map: &Map, body: Rect, lang: Lang) -> Option<Position> {
    let main = areas(map, body, lang).main;
    if map.is_table() {
        return Some(on_line(main, map.at()?, map.scroll));
    }
    let caption = row(main, main.height.saturating_sub(map::caption_height(main))).as_position();
    map::spot(main, map.selected?).or(Some(caption))
}

/// Keeps what is selected on the map in sight.
pub fn settle(map: &mut Map, body: Rect, lang: Lang) {
    map.small = false;
    map.small = !map.is_table() && !map::fits(areas(map, body, lang).main);
    let height = usize::from(table(map, body, lang).height);
    map.scroll = scroll_to(map.scroll, map.at().unwrap_or(0), height, map.rows.len());
}
