//! What can be pressed here: the words at the bottom of the screen.

use super::action::Action;
use super::desk;
use super::dispatch;
use super::frame;
use super::gather;
use super::keymap::{Binding, Key};
use super::screen::Screen;
use super::screen::pick::PickKind;
use super::state::State;
use super::widget::width;
use crate::sheet::Subject;
use ratatui::layout::{Position, Rect};

/// A key and what it does, at the bottom of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub area: Rect,
    pub key: String,
    pub word: &'static str,
    pub action: Action,
}

/// As many hints as fit, in the order of the table; the ways back and out stand there before all.
pub fn hints(state: &State, footer: Rect) -> Vec<Hint> {
    let can: Vec<Action> = can(state).collect();
    let shown = |b: &&Binding| b.footer && can.contains(&b.action);
    let hint = |binding: &Binding| {
        let key = Key::say(*binding.keys.first()?, state.lang);
        let word = binding.action.short(state.lang);
        Some(Hint {
            area: Rect::new(0, footer.y, width(&key) + 1 + width(word), footer.height.min(1)),
            key,
            word,
            action: binding.action,
        })
    };
    let all = state.keymap.bindings.iter().filter(shown);
    let mut all: Vec<Hint> = all.filter_map(hint).collect();
    all.sort_by_key(|hint| hint.action == Action::Quit);
    let must = |hint: &Hint| match hint.action {
        Action::Back | Action::Quit => hint.area.width + 2,
        _ => 0,
    };
    let mut kept: u16 = all.iter().map(must).sum();
    let mut left = footer.x + 1;
    let mut out = Vec::new();
    for mut hint in all {
        kept -= must(&hint);
        if left + hint.area.width + kept <= footer.right() {
            hint.area.x = left;
            left = hint.area.right() + 2;
            out.push(hint);
        }
    }
    out
}

/// What can be done on the screen at hand, in the order of the table.
pub fn can(state: &State) -> impl Iterator<Item = Action> {
    let contexts = dispatch::contexts(state);
    let holds = |b: &&Binding| b.contexts.iter().any(|context| contexts.contains(context));
    let bindings = state.keymap.bindings.iter().filter(holds);
    bindings.map(|b| b.action).filter(|action| useful(state, *action))
}

/// The hint that stands at a place.
pub fn at(state: &State, at: Position) -> Option<Hint> {
    let footer = frame::frame(state.size)?.footer;
    hints(state, footer)
        .into_iter()
        .find(|hint| hint.area.contains(at))
}

/// Hints that would do nothing here are left out.
fn useful(state: &State, action: Action) -> bool {
    use Action::{
        Back, Code, Count, Earlier, Export, Favourite, Gather, Gathered, GatheredEmpty, Later, Look, Map,
        Next, Note, Open, Print, Remove, Table, Whole, Why, Workshop,
    };
    match (action, &state.history.here) {
        (Back, _) => !state.history.at_the_bottom(),
        (Favourite | Note | Count | Remove, _) => desk::useful(state, action),
        (Gather | Gathered | GatheredEmpty | Export, _) => gather::useful(state, action),
        (Why, Screen::Read(read)) if read.subject == Subject::Desk => desk::useful(state, action),
        (Why, Screen::Read(read)) => read.page.is_some(),
        (Whole, Screen::Read(read)) => matches!(read.subject, Subject::Project(_) | Subject::Gathered(_)),
        (Print, Screen::Read(read)) => read.subject.can_be_printed(),
        (Code, Screen::Read(read)) => read.subject.is_for_a_citizen(),
        (Map, Screen::Read(read)) => matches!(read.subject, Subject::Comune(_) | Subject::Project(_)),
        (Map, Screen::Pick(pick)) => pick.kind == PickKind::Comuni,
        (Map, here) => matches!(here, Screen::Start(_) | Screen::Search(_)),
        (Open, Screen::Lesson(lesson)) => lesson.opens(),
        (Next, Screen::Lesson(lesson)) => !lesson.at_the_end(),
        (Look, Screen::Lesson(lesson)) => lesson.has_query(),
        (Table, Screen::Map(map)) => map.drawn,
        (Workshop, Screen::Read(read)) => read.page.is_some(),
        (Earlier | Later, _) => !state.searches.is_empty(),
        (Why | Whole | Print | Code | Look | Table | Workshop, _) => false,
        _ => true,
    }
}
