//! At the first start of all the first screen offers what can be chosen, in one row.

use crate::lang::w;
use crate::tui::action::Action;
use crate::tui::state::State;
use crate::tui::widget::width;

/// In as many words as there is room for.
pub fn says(state: &State, columns: u16) -> String {
    let key = state.keymap.say(Action::Remove, state.lang);
    let whole = state.lang.fill(w::SCREEN_START_FIRST, &[("key", &key)]);
    match width(&whole) <= columns {
        true => whole,
        false => state.lang.say(w::SCREEN_START_FIRST_SHORT).to_owned(),
    }
}
