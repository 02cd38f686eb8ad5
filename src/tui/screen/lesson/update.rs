//! Steps forward and back, answers, hints; what is shown opens as a screen of its own, from
//! which Esc returns.

use super::{Lesson, Outcome, Said, layout, layout::With, run};
use crate::lang::{Show, StepKind};
use crate::tui::action::Action;
use crate::tui::backend::{Stage, StepAsk, Subject};
use crate::tui::event::Effect;
use crate::tui::layout::Target;
use crate::tui::screen::pick::PickKind;
use crate::tui::screen::search::update::walk;
use crate::tui::screen::start::Start;
use crate::tui::screen::{Screen, slide};
use crate::tui::state::State;
use crate::tui::update;
use ratatui::layout::Rect;
use std::sync::Arc;

pub use run::{alarm, wake};

/// Wrong answers before the right one is said.
const TRIES: u8 = 2;

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
        with(state, |lesson, _| run::stop(lesson));
    }
}

pub fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    let body = crate::tui::layout::body(state.size);
    let action = with(state, |lesson, with| {
        let space = letter == ' ';
        if space && lesson.run.is_some() && !lesson.at_the_end() {
            run::toggle(lesson);
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

pub fn paste(state: &mut State, text: &str) {
    with(state, |lesson, _| {
        if lesson.answering() && !lesson.chooses() {
            lesson.field.paste(text);
        }
    });
}

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

/// The next page or step; an exercise that nobody answered says its answer first.
pub(super) fn forward(lesson: &mut Lesson, body: Rect, with: With<'_>) {
    let last = layout::set(lesson, body, with).1.len().saturating_sub(1);
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

fn backward(lesson: &mut Lesson) {
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

fn answer(lesson: &mut Lesson, body: Rect, with: With<'_>) {
    if lesson.answering() && !lesson.arrived {
        lesson.early = true;
        return;
    }
    let (Some(step), Some(expected), true) = (lesson.step(), &lesson.expected, lesson.answering()) else {
        return forward(lesson, body, with);
    };
    let text = step.text(with.lang);
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

pub fn click(state: &mut State, target: Target, body: Rect) {
    with(state, |lesson, _| run::stop(lesson));
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

/// Asks for what the step needs, and keeps what it shows up like a screen of its own.
pub fn ensure(state: &mut State, body: Rect) -> Vec<Effect> {
    let home = state.home;
    let mut effects = Vec::new();
    with(state, |lesson, with| {
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
    });
    effects.extend(keep_up(state, body));
    effects.extend(alarm(state));
    effects
}

fn keep_up(state: &mut State, body: Rect) -> Vec<Effect> {
    let area = with(state, |lesson, with| layout::live(lesson, body, with)).flatten();
    let (Some(area), Screen::Lesson(lesson)) = (area, &mut state.history.here) else {
        return Vec::new();
    };
    let Some(live) = lesson.live.take() else {
        return Vec::new();
    };
    let lesson = std::mem::replace(&mut state.history.here, *live);
    let effects = update::keep_up(state, area);
    let live = std::mem::replace(&mut state.history.here, lesson);
    if let Screen::Lesson(lesson) = &mut state.history.here {
        lesson.live = Some(Box::new(live));
    }
    effects
}
