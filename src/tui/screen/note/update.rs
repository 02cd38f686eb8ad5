//! What keys do on the field of a note: it is checked, and written at the desk.

use crate::app::DeskAsk;
use crate::desk::note;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::screen::Screen;
use crate::tui::state::State;

/// What an action does on the field of a note.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let lang = state.lang;
    let Screen::Note(note) = &mut state.history.here else {
        return Vec::new();
    };
    match action {
        Action::SaveNote => {}
        Action::Back => {
            state.history.back();
            return Vec::new();
        }
        _ => {
            note.field.act(action);
            return Vec::new();
        }
    }
    let text = match note::check(note.field.text()) {
        Ok(text) => text,
        Err(why) => {
            state.notice = Some(why.say(lang).to_owned());
            return Vec::new();
        }
    };
    let ask = match note.item.take() {
        Some(item) => Some(DeskAsk::Rewrite(item, text)),
        None if text.is_empty() => None,
        None => Some(DeskAsk::Note(note.subject.clone(), text)),
    };
    state.note_told = Some(note.subject.clone());
    state.history.back();
    ask.map(|ask| Effect::Desk { ask, lang }).into_iter().collect()
}
