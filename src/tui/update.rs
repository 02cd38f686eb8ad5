//! Decides: an event changes the state, and what must be done elsewhere comes back as effects.
//! Nothing here reads a clock, a file or a terminal.

mod actions;
mod answers;
mod mouse;

pub use actions::act;

use super::action::Action;
use super::desk;
use super::dispatch;
use super::event::{Done, Effect, Event};
use super::keymap::Key;
use super::screen::Screen;
use super::screen::lesson;
use super::state::{Archive, State, bounded};
use crate::lang::w;
use answers::{arrived, copied, found};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};
use mouse::mouse;

/// What an event changes, and what must be done elsewhere.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = match event {
        Event::Key(event) if event.kind == KeyEventKind::Release => return Vec::new(),
        Event::Key(event) => key(state, &event),
        Event::Paste(text) => {
            state.notice = None;
            dispatch::paste(state, &text);
            Vec::new()
        }
        Event::Mouse(event) => mouse(state, event),
        Event::Resize { width, height } => {
            state.size = bounded(width, height);
            Vec::new()
        }
        Event::Opened(Ok(opened)) => {
            state.overview = Some(opened.overview);
            if !opened.notices.is_empty() {
                state.notice = Some(opened.notices.join(" "));
            }
            Vec::new()
        }
        Event::Opened(Err(why)) | Event::Loaded(Err(why)) => {
            state.archive = Archive::Failed(why);
            Vec::new()
        }
        Event::Loaded(Ok(lists)) => {
            state.home = lists.home(state.settings.comune.as_deref());
            state.lists = lists;
            state.archive = Archive::Ready;
            Vec::new()
        }
        Event::Found { generation, answer } => found(state, generation, answer),
        Event::Page { subject, lang, page } => {
            if lang == state.lang {
                arrived(state, &subject, page);
            }
            Vec::new()
        }
        Event::Desk { lang, answer } => {
            desk::answered(state, lang, answer);
            Vec::new()
        }
        Event::Step { ask, stage } => {
            for screen in state.history.places() {
                if let Screen::Lesson(lesson) = screen
                    && lesson.asked.as_ref() == Some(&ask)
                {
                    lesson::update::arrived(lesson, stage.clone());
                }
            }
            Vec::new()
        }
        Event::Wake { ticket } => {
            lesson::update::wake(state, ticket);
            Vec::new()
        }
        Event::Done(done) => {
            match done {
                Ok(Done::Copied { tried, taken }) => state.notice = Some(copied(state.lang, &tried, taken)),
                Ok(Done::Saved) => {}
                Ok(Done::Printed(file)) => {
                    state.notice = Some(state.lang.fill(w::PAPER_WRITTEN, &[("file", &file)]));
                }
                Err(why) => state.notice = Some(why),
            }
            Vec::new()
        }
    };
    while let Some(action) = state.called.take() {
        effects.extend(act(state, action));
    }
    effects.extend(desk::ensure(state));
    effects.extend(dispatch::keep_up(state));
    effects
}

fn key(state: &mut State, event: &KeyEvent) -> Vec<Effect> {
    if let Some(letter) = Key::behind_esc(event) {
        let both = [
            KeyEvent::from(KeyCode::Esc),
            KeyEvent::from(KeyCode::Char(letter)),
        ];
        return both.iter().flat_map(|one| key(state, one)).collect();
    }
    state.notice = None;
    let pressed = Key::from_event(event);
    let action = state.keymap.action(pressed, dispatch::contexts(state));
    if action != Some(Action::Interrupt) {
        state.interrupted = false;
    }
    if let Screen::Lesson(lesson) = &mut state.history.here {
        lesson::update::key(lesson, action, Key::typed(event));
    }
    match (action, Key::typed(event)) {
        (Some(action), _) => act(state, action),
        (None, Some('?')) if dispatch::nothing_typed(state) => act(state, Action::Help),
        (None, Some(letter)) => dispatch::typed(state, letter),
        (None, None) => {
            state.notice = Some(actions::no_meaning(state, &pressed.say(state.lang)));
            Vec::new()
        }
    }
}
