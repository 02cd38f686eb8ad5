//! Arrows walk over the land or down the table, Tab changes the figure, Enter opens the comune.

use super::{Map, layout};
use crate::app::ranking::Figure;
use crate::lang::{Lang, w};
use crate::sheet::Subject;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::state::State;
use crate::tui::then::Then;
use crate::tui::widget::map::step;
use ratatui::layout::Rect;

/// What an action does on the map.
pub fn act(map: &mut Map, action: Action, body: Rect, lang: Lang) -> Then {
    let typed = std::mem::take(&mut map.typed);
    match action {
        Action::DeleteBack => {
            map.typed
                .extend(typed.chars().take(typed.chars().count().saturating_sub(1)));
            return Then::Say(lang.fill(w::SCREEN_MAP_TYPED, &[("text", &map.typed)]));
        }
        Action::Back => return Then::Back,
        Action::Open => return open(map),
        Action::Table => map.table = map.drawn && !map.small && !map.table,
        Action::Figure => map.figure = map.figure.next(),
        Action::Copy => return Then::Effect(Effect::Copy(to_text(map, lang))),
        _ if map.is_table() => {
            let page = usize::from(layout::areas(map, body, lang).main.height).max(2) - 1;
            let to = action.walk(map.at().unwrap_or(0), page, map.rows.len());
            map.selected = map.rows.get(to).map(|row| row.code);
        }
        _ => over_the_land(map, action),
    }
    Then::Stay
}

fn over_the_land(map: &mut Map, action: Action) {
    if matches!(action, Action::First | Action::Last) {
        let to = action.walk(0, 1, map.rows.len());
        map.selected = map.rows.get(to).map(|row| row.code);
        return;
    }
    let known = |code: &_| map.rows.iter().any(|row| row.code == *code);
    // A comune that the archive does not know is walked over.
    let steps = std::iter::successors(map.selected, |from| {
        Some(step(*from, action)).filter(|to| to != from)
    });
    map.selected = steps.skip(1).find(known).or(map.selected);
}

/// Letters lead to the comune whose name they begin.
pub fn typed(map: &mut Map, letter: char, state: &State) -> Then {
    let text = format!("{}{letter}", map.typed);
    let found = state.lists.comuni_named(&text).names;
    let known = |code: &_| map.rows.iter().any(|row| row.code == *code);
    let Some(code) = found.iter().map(|name| name.code).find(known) else {
        return Then::Say(state.lang.fill(w::SCREEN_MAP_NOT_TYPED, &[("text", &text)]));
    };
    (map.selected, map.typed) = (Some(code), text);
    Then::Say(state.lang.fill(w::SCREEN_MAP_TYPED, &[("text", &map.typed)]))
}

fn open(map: &Map) -> Then {
    Then::open(map.selected.map(|code| Screen::read(Subject::Comune(code))))
}

/// A first click selects, a second one on the same comune opens it.
pub fn click(map: &mut Map, target: Target) -> Then {
    let code = match target {
        Target::Filter(figure) => {
            map.figure = Figure::ALL.get(figure).copied().unwrap_or_default();
            return Then::Stay;
        }
        Target::Item(index) => map.rows.get(index).map(|row| row.code),
        Target::Place(code) => map.rows.iter().map(|row| row.code).find(|known| *known == code),
        _ => None,
    };
    if code.is_some() && map.selected == code {
        return open(map);
    }
    map.selected = code.or(map.selected);
    Then::Stay
}

/// The table, to be pasted elsewhere.
fn to_text(map: &Map, lang: Lang) -> String {
    let mut out = format!("{}\n", lang.say(map.figure.word()));
    for row in &map.rows {
        let rank = row.rank.map_or_else(String::new, |rank| rank.to_string());
        let value = map.figure.exact(row.value, lang);
        out.push_str(&format!("{rank}\t{}\t{value}\n", row.name));
    }
    out
}
