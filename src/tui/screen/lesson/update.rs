//! What keys and clicks do in a lesson; what is shown opens as a screen of its own, from which Esc
//! returns.

mod clock;
mod live;
mod steps;

pub use clock::{alarm, wake};
pub use live::{arrived, ensure, set_aside, take_back};

use super::{Said, layout};
use crate::tui::action::Action;
use crate::tui::frame::Target;
use crate::tui::screen::slide::{self, With};
use crate::tui::screen::{Lesson, Screen};
use crate::tui::then::Then;
use crate::tui::walk::walk;
use ratatui::layout::Rect;
use steps::{answer, backward, forward};

/// Before a key does what it does: whoever touches the keyboard has the word.
pub fn key(lesson: &mut Lesson, action: Option<Action>, letter: Option<char>) {
    let turns = matches!(action, Some(Action::Next | Action::Previous));
    if !turns && letter != Some(' ') {
        clock::stop(lesson);
    }
}

/// A letter that was typed in a lesson.
pub fn typed(lesson: &mut Lesson, letter: char, body: Rect, with: With<'_>) -> Then {
    let space = letter == ' ';
    if space && lesson.run.is_some() && !lesson.at_the_end() {
        clock::toggle(lesson);
    } else if lesson.chooses() {
        let number = letter
            .to_digit(10)
            .and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
        if let Some(n) = number.filter(|n| *n < lesson.options()) {
            lesson.choice = n;
            show(lesson, body, with, is_choice);
        }
        if space {
            return act(lesson, Action::Answer, body, with);
        }
    } else if lesson.answering() {
        lesson.field.type_char(letter);
        show(lesson, body, with, is_field);
    } else if space {
        return act(lesson, Action::Next, body, with);
    }
    Then::Stay
}

/// What an action does on the lesson.
pub fn act(lesson: &mut Lesson, action: Action, body: Rect, with: With<'_>) -> Then {
    match action {
        Action::Back => return Then::Back,
        Action::Open => return open(lesson, body, with),
        Action::Look => return look(lesson),
        _ => here(lesson, action, body, with),
    }
    Then::Stay
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
fn open(lesson: &mut Lesson, body: Rect, with: With<'_>) -> Then {
    if lesson.at_the_end() {
        if lesson.run.is_some() {
            *lesson = Lesson::new(lesson.lesson);
        } else if let Some(next) = lesson.next_lesson() {
            return Then::Replace(Screen::Lesson(Box::new(Lesson::new(next))));
        }
    } else if let Some(live) = &lesson.live {
        return Then::Open(Screen::clone(live));
    } else {
        forward(lesson, body, with);
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
pub fn click(lesson: &mut Lesson, target: Target, body: Rect, with: With<'_>) -> Then {
    clock::stop(lesson);
    match target {
        Target::Preview => return look(lesson),
        Target::Item(at) if lesson.chooses() && at < lesson.options() => {
            let again = std::mem::replace(&mut lesson.choice, at) == at;
            if again {
                answer(lesson, body, with);
            }
        }
        _ => {}
    }
    Then::Stay
}
