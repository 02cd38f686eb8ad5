//! From step to step, and what an answer does.

use crate::app::TRIES;
use crate::tui::screen::Lesson;
use crate::tui::screen::lesson::{Outcome, Said, view};
use crate::tui::state::State;

/// The next page or step; an exercise that nobody answered says its answer first.
pub fn forward(lesson: &mut Lesson, state: &State) {
    let last = view::set(lesson, state).last();
    if lesson.page < last {
        lesson.page += 1;
        if let Some(run) = &mut lesson.run {
            run.ticket = None;
        }
    } else if lesson.answering() && lesson.arrived {
        tell(lesson);
    } else if !lesson.at_the_end() {
        enter(lesson, lesson.at + 1);
    }
}

pub(super) fn backward(lesson: &mut Lesson) {
    let first = usize::from(lesson.run.is_some());
    if lesson.page > 0 {
        lesson.page -= 1;
        if let Some(run) = &mut lesson.run {
            run.ticket = None;
        }
    } else if lesson.at > first {
        enter(lesson, lesson.at - 1);
        // Its last page, once it is known what stands on it.
        lesson.page = usize::MAX;
    }
}

fn enter(lesson: &mut Lesson, at: usize) {
    let clean = Lesson::new(lesson.lesson);
    let old = std::mem::replace(lesson, clean);
    lesson.at = at;
    (lesson.comune, lesson.done, lesson.run) = (old.comune, old.done, old.run);
    if let Some(run) = &mut lesson.run {
        run.restart();
    }
}

fn tell(lesson: &mut Lesson) {
    lesson.done.insert(lesson.at, Outcome::Told);
    lesson.page = usize::MAX;
}

pub(super) fn answer(lesson: &mut Lesson, state: &State) {
    if lesson.answering() && !lesson.arrived {
        lesson.early = true;
        return;
    }
    let (Some(step), Some(expected), true) = (lesson.step(), &lesson.expected, lesson.answering()) else {
        return forward(lesson, state);
    };
    let text = step.text(state.lang);
    let typed = match lesson.chooses() {
        true => (lesson.choice + 1).to_string(),
        false if lesson.field.is_empty() => {
            lesson.said = Some(Said::Hint);
            lesson.page = usize::MAX;
            return;
        }
        false => lesson.field.text().to_owned(),
    };
    lesson.page = usize::MAX;
    if expected.is_right(&typed, text) {
        lesson.done.insert(lesson.at, Outcome::Right);
        return;
    }
    lesson.tries += 1;
    if lesson.tries < TRIES {
        lesson.said = Some(Said::NotYet);
        lesson.field.set("");
    } else {
        tell(lesson);
    }
}
