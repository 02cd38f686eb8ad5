//! What can be pressed here: the words at the bottom of the screen.

use super::action::Action;
use super::desk;
use super::dispatch;
use super::frame;
use super::gather;
use super::keymap::{Binding, Key};
use super::screen::Screen;
use super::screen::lesson::view;
use super::screen::pick::PickKind;
use super::screen::search::update::next_focus;
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

/// What shows at any width: how to go on, out, back, the help. Where there is no room for all their
/// words, the last of them stand as keys alone. The other hints follow in the order of the table, up
/// to the first that does not fit.
pub fn hints(state: &State, footer: Rect) -> Vec<Hint> {
    let can: Vec<Action> = can(state).collect();
    let shown = |b: &&Binding| b.footer && can.contains(&b.action);
    let hint = |binding: &Binding| {
        let key = Key::say(*binding.keys.first()?, state.lang);
        Some(Hint {
            area: Rect::new(0, footer.y, width(&key), footer.height.min(1)),
            key,
            word: binding.action.short(state.lang),
            action: binding.action,
        })
    };
    let all = state.keymap.bindings.iter().filter(shown);
    let mut all: Vec<Hint> = all.filter_map(hint).collect();
    all.sort_by_key(|hint| hint.action == Action::Quit);
    let margin = u16::from(footer.width >= 40);
    let at = |all: &[Hint], action| all.iter().position(|hint| hint.action == action);
    let on = [Action::Answer, Action::Next, Action::SaveNote];
    let on = on.into_iter().find_map(|action| at(&all, action));
    let must = [Action::Quit, Action::Back, Action::Help].map(|action| at(&all, action));
    let must: Vec<usize> = on.into_iter().chain(must.into_iter().flatten()).collect();
    let keys: u16 = must.iter().map(|i| all[*i].area.width + 2).sum();
    let mut left = (footer.width + 2).saturating_sub(margin + keys);
    let mut words = vec![false; all.len()];
    let others = (0..all.len()).filter(|i| !must.contains(i));
    for i in must.iter().copied().chain(others) {
        let own = if must.contains(&i) {
            0
        } else {
            all[i].area.width + 2
        };
        let needs = own + width(all[i].word) + 1;
        words[i] = needs <= left;
        match words[i] {
            true => left -= needs,
            false if own > 0 => break,
            false => {}
        }
    }
    let mut x = footer.x + margin;
    let mut out = Vec::new();
    for (i, mut hint) in all.into_iter().enumerate() {
        match (words[i], must.contains(&i)) {
            (true, _) => hint.area.width += width(hint.word) + 1,
            (false, true) => hint.word = "",
            (false, false) => continue,
        }
        hint.area.x = x;
        x = hint.area.right() + 2;
        out.push(hint);
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
        Answer, Back, Code, Copy, Count, Earlier, Export, Favourite, Filters, Gather, Gathered,
        GatheredEmpty, Later, Look, Map, Next, NextPane, Note, Open, Print, Remove, Sort, Table, Whole, Why,
        Workshop,
    };
    match (action, &state.history.here) {
        (Back, _) => !state.history.at_the_bottom(),
        (Remove, Screen::Start(_)) => state.first,
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
        (Open, Screen::Search(search)) => search.answer.is_none() || search.choices() > 0,
        (Filters, Screen::Search(search)) => search.filters().next().is_some(),
        (NextPane, Screen::Search(search)) => next_focus(search, frame::body(state.size), 2) != search.focus,
        (Sort, Screen::Search(search)) => search.rows().len() > 1,
        (Copy, Screen::Search(search)) => search.selected_row().is_some(),
        (Answer, Screen::Lesson(lesson)) => lesson.page == view::set(lesson, state).last(),
        (Next, Screen::Lesson(lesson)) => !lesson.at_the_end(),
        (Look, Screen::Lesson(lesson)) => lesson.has_query(),
        (Table, Screen::Map(map)) => map.drawn && !map.small,
        (Workshop, Screen::Read(read)) => read.page.is_some(),
        (Earlier | Later, _) => !state.searches.is_empty(),
        (Why | Whole | Print | Code | Look | Table | Workshop, _) => false,
        _ => true,
    }
}
