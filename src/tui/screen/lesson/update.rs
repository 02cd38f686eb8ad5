//! What keys and clicks do in a lesson; what is shown opens as a screen of its own, from which Esc
//! returns.

mod clock;
mod live;
mod steps;

pub use clock::{alarm, wake};
pub use live::{arrived, ensure, set_aside, take_back};

use super::{Said, layout, layout::With};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::{Lesson, Screen, slide};
use crate::tui::state::State;
use crate::tui::walk::walk;
use ratatui::layout::Rect;
use std::sync::Arc;
use steps::{answer, backward, forward};

/// Does something with the lesson at hand and what its words depend on.
fn with<T>(state: &mut State, does: impl FnOnce(&mut Lesson, With<'_>) -> T) -> Option<T> {
    let (lang, keys, home) = (state.lang, Arc::clone(&state.keymap), state.home.is_some());
    let Screen::Lesson(lesson) = &mut state.history.here else {
        return None;
    };
    let keys = &*keys;
    Some(does(lesson, With { lang, keys, home }))
}

/// Before a key does what it does: whoever touches the keyboard has the word.
pub fn key(state: &mut State, action: Option<Action>, letter: Option<char>) {
    let turns = matches!(action, Some(Action::Next | Action::Previous));
    if !turns && letter != Some(' ') {
        with(state, |lesson, _| clock::stop(lesson));
    }
}

/// A letter that was typed in a lesson.
pub fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    let body = crate::tui::frame::body(state.size);
    let action = with(state, |lesson, with| {
        let space = letter == ' ';
        if space && lesson.run.is_some() && !lesson.at_the_end() {
            clock::toggle(lesson);
        } else if lesson.chooses() {
            let number = letter.to_digit(10).and_then(|n| usize::try_from(n).ok());
            if let Some(n) = number
                .and_then(|n| n.checked_sub(1))
                .filter(|n| *n < lesson.options())
            {
                lesson.choice = n;
                show(lesson, body, with, is_choice);
            }
            return space.then_some(Action::Answer);
        } else if lesson.answering() {
            lesson.field.type_char(letter);
            show(lesson, body, with, is_field);
        } else if space {
            return Some(Action::Next);
        }
        None
    });
    match action.flatten() {
        Some(action) => act(state, action, body),
        None => Vec::new(),
    }
}

/// A text that was pasted into an answer.
pub fn paste(state: &mut State, text: &str) {
    with(state, |lesson, _| {
        if lesson.answering() && !lesson.chooses() {
            lesson.field.paste(text);
        }
    });
}

/// What an action does on the lesson.
pub fn act(state: &mut State, action: Action, body: Rect) -> Vec<Effect> {
    match action {
        Action::Back => _ = state.history.back(),
        Action::Open => open(state, body),
        Action::Look => look(state),
        _ => {
            with(state, |lesson, with| here(lesson, action, body, with));
        }
    }
    Vec::new()
}

fn here(lesson: &mut Lesson, action: Action, body: Rect, with: With<'_>) {
    match action {
        Action::Next => forward(lesson, body, with),
        Action::Previous => backward(lesson),
        Action::Answer => answer(lesson, body, with),
        Action::Hint if lesson.answering() => {
            lesson.said = Some(Said::Hint);
            lesson.page = usize::MAX;
        }
        _ if lesson.chooses() => {
            lesson.choice = walk(lesson.choice, action, 1, lesson.options());
            show(lesson, body, with, is_choice);
        }
        _ if lesson.answering() => {
            lesson.field.act(action);
            show(lesson, body, with, is_field);
        }
        _ => {}
    }
}

fn is_choice(kind: slide::Kind) -> bool {
    kind == slide::Kind::Choice(true)
}

fn is_field(kind: slide::Kind) -> bool {
    kind == slide::Kind::Field
}

/// Turns to the page where something stands.
fn show(lesson: &mut Lesson, body: Rect, with: With<'_>, is_it: fn(slide::Kind) -> bool) {
    let (slide, pages) = layout::set(lesson, body, with);
    lesson.page = slide::page_with(&slide, &pages, is_it).unwrap_or(lesson.page);
}

/// Enter where no exercise waits: what is shown, the next lesson, or the next step.
fn open(state: &mut State, body: Rect) {
    let Screen::Lesson(lesson) = &mut state.history.here else {
        return;
    };
    if lesson.at_the_end() {
        if lesson.run.is_some() {
            **lesson = Lesson::new(lesson.lesson);
        } else if let Some(next) = lesson.next_lesson() {
            state.history.replace(Screen::Lesson(Box::new(Lesson::new(next))));
        }
    } else if let Some(live) = &lesson.live {
        let screen = Screen::clone(live);
        state.history.open(screen);
    } else {
        with(state, |lesson, with| forward(lesson, body, with));
    }
}

/// What the step is about, as a screen of its own: an exercise opens its search.
fn look(state: &mut State) {
    let Screen::Lesson(lesson) = &state.history.here else {
        return;
    };
    let query = lesson.at.checked_sub(1).and_then(|at| lesson.lesson.query(at));
    let screen = match (&lesson.live, query) {
        (Some(live), _) => Some(Screen::clone(live)),
        (None, Some(query)) => Some(Screen::search(&lesson.filled(query))),
        (None, None) => None,
    };
    if let Some(screen) = screen {
        state.history.open(screen);
    }
}

/// What a click on a part of the lesson does.
pub fn click(state: &mut State, target: Target, body: Rect) {
    with(state, |lesson, _| clock::stop(lesson));
    match target {
        Target::Preview => look(state),
        Target::Item(at) => {
            with(state, |lesson, with| {
                if lesson.chooses() && at < lesson.options() {
                    let again = lesson.choice == at;
                    lesson.choice = at;
                    if again {
                        answer(lesson, body, with);
                    }
                }
            });
        }
        _ => {}
    }
}
