//! What keys and clicks do in a lesson; what is shown opens as a screen of its own, from which Esc
//! returns.

mod clock;
mod live;
mod steps;

pub use clock::{alarm, wake};
pub use live::{arrived, ensure};

use super::{Said, view};
use crate::tui::action::Action;
use crate::tui::frame::Target;
use crate::tui::screen::slide::Kind;
use crate::tui::screen::{Lesson, Screen};
use crate::tui::state::State;
use crate::tui::then::Then;
use steps::{answer, backward, forward};

/// Before a key does what it does: whoever touches the keyboard has the word.
pub fn key(lesson: &mut Lesson, action: Option<Action>, letter: Option<char>) {
    let turns = matches!(action, Some(Action::Next | Action::Previous));
    if !turns && letter != Some(' ') {
        clock::stop(lesson);
    }
}

/// A letter that was typed in a lesson.
pub fn typed(lesson: &mut Lesson, letter: char, state: &State) -> Then {
    let space = letter == ' ';
    if space && lesson.run.is_some() && !lesson.at_the_end() {
        clock::toggle(lesson);
    } else if lesson.chooses() {
        let number = letter
            .to_digit(10)
            .and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
        if let Some(n) = number.filter(|n| *n < lesson.options()) {
            lesson.choice = n;
            show(lesson, state, Kind::Choice(true));
        }
        if space {
            return act(lesson, Action::Answer, state);
        }
    } else if lesson.answering() {
        lesson.field.type_char(letter);
        show(lesson, state, Kind::Field);
    } else if space {
        return act(lesson, Action::Next, state);
    }
    Then::Stay
}

/// What an action does on the lesson.
pub fn act(lesson: &mut Lesson, action: Action, state: &State) -> Then {
    match action {
        Action::Back => return Then::Back,
        Action::Open => return open(lesson, state),
        Action::Look => return look(lesson),
        Action::Next => forward(lesson, state),
        Action::Previous => backward(lesson),
        Action::Answer => answer(lesson, state),
        Action::Hint if lesson.answering() => {
            lesson.said = Some(Said::Hint);
            lesson.page = usize::MAX;
        }
        _ if lesson.chooses() => {
            lesson.choice = action.walk(lesson.choice, 1, lesson.options());
            show(lesson, state, Kind::Choice(true));
        }
        _ if lesson.answering() => {
            lesson.field.act(action);
            show(lesson, state, Kind::Field);
        }
        _ => {}
    }
    Then::Stay
}

/// Turns to the page where something stands.
fn show(lesson: &mut Lesson, state: &State, kind: Kind) {
    let page = view::set(lesson, state).page_with(kind);
    lesson.page = page.unwrap_or(lesson.page);
}

/// Enter where no exercise waits: what is shown, the next lesson, or the next step.
fn open(lesson: &mut Lesson, state: &State) -> Then {
    if lesson.at_the_end() {
        if lesson.run.is_some() {
            *lesson = Lesson::new(lesson.lesson);
        } else if let Some(next) = lesson.next_lesson() {
            return Then::Replace(Screen::Lesson(Box::new(Lesson::new(next))));
        }
    } else if let Some(live) = &lesson.live {
        return Then::Open(Screen::clone(live));
    } else {
        forward(lesson, state);
    }
    Then::Stay
}

/// What the step is about, as a screen of its own: an exercise opens its search.
fn look(lesson: &Lesson) -> Then {
    let query = lesson.at.checked_sub(1).and_then(|at| lesson.lesson.query(at));
    let search = || query.map(|query| Screen::search(&lesson.filled(query)));
    Then::open(lesson.live.as_deref().cloned().or_else(search))
}

/// What a click on a part of the lesson does.
pub fn click(lesson: &mut Lesson, target: Target, state: &State) -> Then {
    clock::stop(lesson);
    match target {
        Target::Preview => return look(lesson),
        Target::Item(at) if lesson.chooses() && at < lesson.options() => {
            let again = std::mem::replace(&mut lesson.choice, at) == at;
            if again {
                answer(lesson, state);
            }
        }
        _ => {}
    }
    Then::Stay
}
