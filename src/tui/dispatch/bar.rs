//! The scroll bars: where one takes hold of them, and what is selected then.

use crate::tui::frame;
use crate::tui::screen::{Screen, map, pick, read, search};
use crate::tui::state::State;
use ratatui::layout::{Position, Rect};

/// Selects what stands as far down as the hold on a scroll bar; so many columns beside it are it
/// too. False where there is none.
pub fn hold(state: &mut State, at: Position, beside: u16) -> bool {
    let body = frame::body(state.size);
    let (bar, all) = match &state.history.here {
        Screen::Search(search) => (search::layout::areas(search, body).results, search.choices()),
        Screen::Pick(pick) => (pick::view::list(pick, body), pick.shown.len()),
        Screen::Read(read) => (body, read::layout::page(read, body).lines.len()),
        Screen::Map(map) => {
            let table = map::layout::table(map, body, state.lang);
            let width = table.width + u16::from(!table.is_empty());
            (Rect { width, ..table }, map.rows.len())
        }
        _ => return false,
    };
    // A result takes two lines at least.
    let lines = all * (1 + usize::from(matches!(state.history.here, Screen::Search(_))));
    let near = at.x.abs_diff(bar.right().saturating_sub(1)) <= beside;
    if !near || !(bar.top()..bar.bottom()).contains(&at.y) || lines <= usize::from(bar.height) {
        return false;
    }
    let to = usize::from(at.y - bar.y) * (all - 1) / usize::from(bar.height.max(2) - 1);
    match &mut state.history.here {
        Screen::Search(search) => search.selected = to,
        Screen::Pick(pick) => pick.selected = to,
        Screen::Map(map) => map.selected = map.rows.get(to).map(|row| row.code),
        Screen::Read(read) => {
            let set = read::layout::page(read, body);
            let item = set.lines.iter().take(to + 1).rev().find_map(|line| line.item);
            read.selected = item.unwrap_or(0);
        }
        _ => {}
    }
    true
}
