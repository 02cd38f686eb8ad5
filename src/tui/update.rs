//! Decides: an event changes the state, and what must be done elsewhere comes back as effects.
//! Nothing here reads a clock, a file or a terminal.

mod actions;
mod answers;
mod mouse;

pub use actions::act;

use super::action::Action;
use super::desk;
use super::event::{Done, Effect, Event};
use super::keymap::Key;
use super::layout;
use super::screen::lesson::{self, layout::With};
use super::screen::{Screen, map, pick, read, search, workshop};
use super::state::{Archive, State, bounded};
use answers::{arrived, copied, found, home};
use crossterm::event::{KeyEvent, KeyEventKind};
use mouse::mouse;
use ratatui::layout::Rect;
use std::sync::Arc;

pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = match event {
        Event::Key(event) if event.kind == KeyEventKind::Release => return Vec::new(),
        Event::Key(event) => key(state, &event),
        Event::Paste(text) => {
            paste(state, &text);
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
            state.home = home(state.settings.comune.as_deref(), &lists);
            state.lists = Arc::new(lists);
            state.archive = Archive::Ready;
            Vec::new()
        }
        Event::Found { generation, answer } => {
            found(state, generation, answer);
            Vec::new()
        }
        Event::Sheet { subject, lang, sheet } => {
            if lang == state.lang {
                arrived(state, &subject, sheet);
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
            lesson::update::wake(state, ticket, layout::body(state.size));
            Vec::new()
        }
        Event::Done(done) => {
            match done {
                Ok(Done::Copied { tried, taken }) => state.notice = Some(copied(state.lang, &tried, taken)),
                Ok(Done::Saved) => {}
                Err(why) => state.notice = Some(why),
            }
            Vec::new()
        }
    };
    effects.extend(ensure(state));
    effects
}

/// Asks for what the screen at hand shows and does not have, then keeps selections in sight.
fn ensure(state: &mut State) -> Vec<Effect> {
    keep_up(state, layout::body(state.size))
}

/// The same in an area of the screen, for what a lesson shows.
pub fn keep_up(state: &mut State, body: Rect) -> Vec<Effect> {
    pick::update::ensure(state);
    map::update::ensure(state);
    let lang = state.lang;
    let mut effects = desk::ensure(state);
    effects.extend(read::update::ensure(state));
    effects.extend(workshop::update::ensure(state));
    effects.extend(search::update::ensure(state, body));
    effects.extend(lesson::update::ensure(state, body));
    match &mut state.history.here {
        Screen::Start(_) | Screen::Note(_) => {}
        Screen::Search(search) => search::layout::settle(search, body),
        Screen::Pick(pick) => pick::layout::settle(pick, body),
        Screen::Read(read) => read::layout::settle(read, body),
        Screen::Lesson(lesson) => {
            let (lang, home) = (state.lang, state.home.is_some());
            let keys = &state.keymap;
            lesson::layout::settle(lesson, body, With { lang, keys, home });
        }
        Screen::Workshop(talk) => workshop::layout::settle(talk, body, state.lang, &state.keymap),
        Screen::Map(map) => map::layout::settle(map, body, lang),
    }
    effects
}

fn key(state: &mut State, event: &KeyEvent) -> Vec<Effect> {
    state.notice = None;
    let action = state.keymap.action(Key::from_event(event), state.contexts());
    if action != Some(Action::Interrupt) {
        state.interrupted = false;
    }
    lesson::update::key(state, action, Key::typed(event));
    match (action, Key::typed(event)) {
        (Some(action), _) => act(state, action),
        (None, Some(letter)) => typed(state, letter),
        (None, None) => Vec::new(),
    }
}

/// A letter goes into the field of the screen; where there is none it begins a new search.
fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.type_char(letter);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.type_char(letter);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.type_char(letter),
        Screen::Read(_) if letter == ' ' => return act(state, Action::PageDown),
        Screen::Lesson(_) => return lesson::update::typed(state, letter),
        Screen::Workshop(_) if letter == ' ' => return act(state, Action::Next),
        Screen::Workshop(_) => {}
        Screen::Start(_) | Screen::Map(_) if letter == ' ' => {}
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            state.history.open(Screen::search(&letter.to_string()))
        }
    }
    Vec::new()
}

fn paste(state: &mut State, text: &str) {
    state.notice = None;
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.paste(text);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.paste(text);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.paste(text),
        Screen::Workshop(_) => {}
        Screen::Lesson(_) => lesson::update::paste(state, text),
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            let mut search = search::Search::new("");
            search.field.paste(text);
            if !search.field.is_empty() {
                state.history.open(Screen::Search(Box::new(search)));
            }
        }
    }
}
