//! What comes of a key or a click on a screen: the screen changes itself, and asks for the rest.

use super::action::Action;
use super::event::Effect;
use super::screen::Screen;
use super::state::State;
use crate::lang::w;
use crate::model::ComuneCode;
use crate::renew::Newer;

pub enum Then {
    /// Nothing more.
    Stay,
    Back,
    /// Back, and something is to be done.
    Leave(Option<Effect>),
    Open(Screen),
    /// In the place of this one.
    Replace(Screen),
    /// A sentence at the bottom.
    Say(String),
    /// What a key does.
    Do(Action),
    /// What a key does, on the screen before this one.
    Call(Action),
    /// From now on the projects of this comune stand first.
    Home(Option<ComuneCode>),
    Effect(Effect),
    /// Newer data are taken; then is looked whether there are others.
    Take(Box<Newer>),
}

impl Then {
    /// Opens a screen, if there is one.
    pub fn open(screen: Option<Screen>) -> Then {
        screen.map_or(Then::Stay, Then::Open)
    }

    /// Does it.
    pub fn follow(self, state: &mut State) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Then::Stay => {}
            Then::Back => _ = state.history.back(),
            Then::Leave(effect) => {
                state.history.back();
                effects.extend(effect);
            }
            Then::Open(screen) => state.history.open(screen),
            Then::Replace(screen) => state.history.replace(screen),
            Then::Say(says) => state.notice = Some(says),
            Then::Do(action) => state.called = Some(action),
            Then::Call(action) => {
                state.history.back();
                state.called = Some(action);
            }
            Then::Home(comune) => {
                state.home = comune;
                state.settings.comune = comune.map(|code| code.to_string());
                state.history.back();
                effects.push(Effect::Save(state.settings.clone()));
            }
            Then::Effect(effect) => effects.push(effect),
            Then::Take(found) => {
                let lang = state.lang;
                state.notice = Some(lang.say(w::RENEW_TAKING).to_owned());
                effects.extend([Effect::Take { found, lang }, Effect::Seek]);
            }
        }
        effects
    }
}
