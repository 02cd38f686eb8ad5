//! The mouse: the wheel walks like the arrows, a click does what stands under it.

use super::actions::{act, here};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::layout::{self, Target};
use crate::tui::screen::{Screen, lesson, map, pick, read, search, start};
use crate::tui::state::State;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

pub(super) fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    if !state.mouse {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollUp => here(state, Action::Up),
        MouseEventKind::ScrollDown => here(state, Action::Down),
        MouseEventKind::Down(MouseButton::Left) => {
            state.notice = None;
            match layout::target(state, Position::new(event.column, event.row)) {
                Some(target) => click(state, target),
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

fn click(state: &mut State, target: Target) -> Vec<Effect> {
    if let Target::Hint(action) = target {
        return act(state, action);
    }
    match &state.history.here {
        Screen::Start(_) => start::update::click(state, target),
        Screen::Search(_) => search::update::click(state, target),
        Screen::Pick(_) => return pick::update::click(state, target),
        Screen::Map(_) => map::update::click(state, target),
        Screen::Read(_) => read::update::click(state, target, layout::body(state.size)),
        Screen::Note(_) | Screen::Workshop(_) => {}
        Screen::Lesson(_) => lesson::update::click(state, target, layout::body(state.size)),
    }
    Vec::new()
}
