//! How the person likes the program, changed by a key or from the list of settings, and kept.

use crate::lang::w;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::state::State;

/// What an action changes of the settings; `None` for all others.
pub fn act(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    let mut more = None;
    match action {
        Action::Language => {
            state.lang = state.lang.other();
            state.settings.lang = Some(state.lang);
        }
        Action::Theme => {
            state.theme = state.theme.next();
            state.settings.theme = Some(state.theme.id().to_owned());
            let name = state.theme.say(state.lang);
            state.notice = Some(state.lang.fill(w::TUI_THEME_NOW, &[("theme", name)]));
        }
        Action::Mouse => {
            state.mouse = !state.mouse;
            state.settings.mouse = Some(state.mouse);
            let word = [w::TUI_MOUSE_OFF, w::TUI_MOUSE_ON][usize::from(state.mouse)];
            state.notice = Some(state.lang.say(word).to_owned());
            more = Some(Effect::Mouse(state.mouse));
        }
        Action::Glyphs => {
            state.glyphs = state.glyphs.next();
            state.settings.glyphs = Some(state.glyphs.id().to_owned());
        }
        Action::Simple => state.settings.linear = !state.settings.linear,
        Action::Unanswered => state.settings.unanswered = !state.settings.unanswered,
        // On the first screen it takes away the row of the first start.
        Action::Remove if state.first => {
            state.first = false;
            return Some(vec![Effect::Offered(state.settings.clone())]);
        }
        _ => return None,
    }
    Some(
        more.into_iter()
            .chain([Effect::Save(state.settings.clone())])
            .collect(),
    )
}
