//! The live screen that a step shows: set up when what it needs of the data has come, kept up like
//! a screen of its own.

use super::clock::alarm;
use super::steps::answer;
use crate::app::{Stage, StepAsk};
use crate::lang::{Show, StepKind};
use crate::sheet::Subject;
use crate::tui::event::Effect;
use crate::tui::screen::lesson::layout;
use crate::tui::screen::pick::PickKind;
use crate::tui::screen::slide::With;
use crate::tui::screen::start::Start;
use crate::tui::screen::{Lesson, Screen};
use crate::tui::state::State;
use ratatui::layout::Rect;

/// What a step needs of the data has come: the live screen can be set up.
pub fn arrived(lesson: &mut Lesson, stage: Stage) {
    lesson.arrived = true;
    lesson.expected = stage.expected;
    lesson.comune = stage.comune;
    lesson.live = live(lesson, stage.project.map(Subject::Project)).map(Box::new);
    lesson.type_query();
}

fn live(lesson: &Lesson, project: Option<Subject>) -> Option<Screen> {
    let StepKind::Show { what, .. } = &lesson.step()?.kind else {
        return None;
    };
    match what {
        Show::Query(query) => Some(Screen::search(&lesson.filled(query))),
        Show::Project => project.map(Screen::read),
        Show::Comune => {
            let (code, _) = lesson.comune.as_ref()?;
            Some(Screen::read(Subject::Comune(*code)))
        }
        Show::Word(id) => Some(Screen::read(Subject::Word(id))),
        Show::Data => Some(Screen::read(Subject::Data)),
        Show::Measures => Some(Screen::pick(PickKind::Measures)),
        Show::Start => Some(Screen::Start(Start::default())),
    }
}

/// Asks for what the step needs.
pub fn ensure(state: &mut State, body: Rect) -> Vec<Effect> {
    let home = state.home;
    let with = With::new(state.lang, &state.keymap, home);
    let Screen::Lesson(lesson) = &mut state.history.here else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    if lesson.arrived && std::mem::take(&mut lesson.early) {
        answer(lesson, body, with);
    }
    let ask = StepAsk {
        lesson: lesson.lesson,
        step: lesson.at.saturating_sub(1),
        home,
    };
    if lesson.asked.as_ref() != Some(&ask) {
        lesson.asked = Some(ask.clone());
        effects.push(Effect::Step(ask));
    }
    effects.extend(alarm(lesson, &mut state.tickets));
    effects
}

/// Puts what the lesson at hand shows in its place, to be kept up like a screen of its own; gives
/// back the lesson, and the room for what it shows.
pub fn set_aside(state: &mut State, body: Rect) -> Option<(Screen, Rect)> {
    let Screen::Lesson(lesson) = &state.history.here else {
        return None;
    };
    let area = layout::live(lesson, body, state.with())?;
    let Screen::Lesson(lesson) = &mut state.history.here else {
        return None;
    };
    let live = lesson.live.take()?;
    Some((std::mem::replace(&mut state.history.here, *live), area))
}

/// Puts the lesson back, with what it shows.
pub fn take_back(state: &mut State, lesson: Screen) {
    let live = std::mem::replace(&mut state.history.here, lesson);
    if let Screen::Lesson(lesson) = &mut state.history.here {
        lesson.live = Some(Box::new(live));
    }
}
