//! The live screen that a step shows: set up when what it needs of the data has come, kept up like
//! a screen of its own.

use super::clock::alarm;
use super::steps::answer;
use crate::app::{Stage, StepAsk};
use crate::lang::{Show, StepKind};
use crate::sheet::Subject;
use crate::tui::event::Effect;
use crate::tui::screen::pick::PickKind;
use crate::tui::screen::start::Start;
use crate::tui::screen::{Lesson, Screen};
use crate::tui::state::State;

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
pub fn ensure(lesson: &mut Lesson, state: &mut State) -> Vec<Effect> {
    if lesson.arrived && std::mem::take(&mut lesson.early) {
        answer(lesson, state);
    }
    let ask = StepAsk {
        lesson: lesson.lesson,
        step: lesson.at.saturating_sub(1),
        home: state.home,
    };
    let asked = lesson.asked.replace(ask.clone());
    let new = (asked.as_ref() != Some(&ask)).then_some(Effect::Step(ask));
    new.into_iter().chain(alarm(lesson, &mut state.tickets)).collect()
}
