//! Arrows walk from the field through the doors; Enter opens.

use super::{DOORS, door, layout};
use crate::tui::action::Action;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::state::State;

/// What an action does on the first screen.
pub fn act(state: &mut State, action: Action) {
    let body = crate::tui::frame::body(state.size);
    let Screen::Start(start) = &mut state.history.here else {
        return;
    };
    // The line on the data can be chosen where it is seen.
    let last = DOORS.len() - usize::from(layout::areas(body).dates.height == 0);
    match (action, start.door) {
        (Action::Up, Some(0)) | (Action::Up | Action::PageUp | Action::First, None) => start.door = None,
        (Action::Up, Some(n)) => start.door = Some(n.min(last + 1) - 1),
        (Action::PageUp | Action::First | Action::Back, _) => start.door = None,
        (Action::Down, None) => start.door = Some(0),
        (Action::Down, Some(n)) => start.door = Some((n + 1).min(last)),
        (Action::PageDown | Action::Last, _) => start.door = Some(last),
        (Action::Open, None) => state.history.open(Screen::search("")),
        (Action::Open, Some(at)) => open(state, at),
        _ => {}
    }
}

fn open(state: &mut State, at: usize) {
    if let Some(screen) = Screen::of(&door(at)) {
        state.history.open(screen);
    }
}

/// What a click on a part of the first screen does.
pub fn click(state: &mut State, target: Target) {
    let Screen::Start(start) = &mut state.history.here else {
        return;
    };
    match target {
        Target::Item(at) if at <= DOORS.len() => open(state, at),
        _ => start.door = None,
    }
}
