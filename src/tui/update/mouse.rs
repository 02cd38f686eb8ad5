//! The mouse: the wheel walks like the arrows, a click does what stands under it.

use super::actions::act;
use crate::tui::action::Action;
use crate::tui::dispatch;
use crate::tui::event::Effect;
use crate::tui::hints;
use crate::tui::state::State;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

pub(super) fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    if !state.mouse {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollUp => dispatch::act(state, Action::Up),
        MouseEventKind::ScrollDown => dispatch::act(state, Action::Down),
        MouseEventKind::Down(MouseButton::Left) => {
            state.notice = None;
            let at = Position::new(event.column, event.row);
            if let Some(hint) = hints::at(state, at) {
                return act(state, hint.action);
            }
            match dispatch::target(state, at) {
                Some(target) => dispatch::click(state, target),
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}
