//! What can be pressed here: the words at the bottom of the screen.

use super::action::Action;
use super::desk;
use super::dispatch;
use super::frame;
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

/// As many hints as fit, in the order of the table; how to leave always stands at the end.
pub fn hints(state: &State, footer: Rect) -> Vec<Hint> {
    let contexts = dispatch::contexts(state);
    let rows = state
        .keymap
        .bindings
        .iter()
        .filter(|b| b.footer && useful(state, b.action))
        .filter(|b| b.contexts.iter().any(|c| contexts.contains(c)));
    let (leave, rest): (Vec<_>, Vec<_>) = rows.partition(|b| b.action == Action::Quit);
    let size = |binding: &Binding| {
        let key = Key::say(*binding.keys.first()?, state.lang);
        let word = binding.action.short(state.lang);
        let columns = width(&key) + 1 + width(word);
        Some((key, word, columns))
    };
    let kept: u16 = leave
        .iter()
        .filter_map(|b| size(b))
        .map(|(.., columns)| columns + 2)
        .sum();
    let mut left = footer.x + 1;
    let mut out = Vec::new();
    for (binding, kept) in rest
        .into_iter()
        .map(|b| (b, kept))
        .chain(leave.into_iter().map(|b| (b, 0)))
    {
        let Some((key, word, columns)) = size(binding) else {
            continue;
        };
        if left + columns + kept > footer.right() {
            continue;
        }
        out.push(Hint {
            area: Rect::new(left, footer.y, columns, footer.height.min(1)),
            key,
            word,
            action: binding.action,
        });
        left += columns + 2;
    }
    out
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
    match action {
        Action::Back => !state.history.at_the_bottom(),
        Action::Why => match &state.history.here {
            Screen::Read(read) if read.subject == Subject::Desk => desk::useful(state, action),
            Screen::Read(read) => read.page.is_some(),
            _ => false,
        },
        Action::Whole => {
            matches!(&state.history.here, Screen::Read(read) if matches!(read.subject, Subject::Project(_)))
        }
        Action::Favourite | Action::Note | Action::Count | Action::Remove => desk::useful(state, action),
        Action::Open => match &state.history.here {
            Screen::Lesson(lesson) => lesson.opens(),
            _ => true,
        },
        Action::Next => !matches!(&state.history.here, Screen::Lesson(lesson) if lesson.at_the_end()),
        Action::Look => matches!(&state.history.here, Screen::Lesson(lesson) if lesson.has_query()),
        Action::Print | Action::Code => {
            matches!(&state.history.here, Screen::Read(read) if read.subject.is_for_a_citizen())
        }
        Action::Map => match &state.history.here {
            Screen::Pick(pick) => pick.kind == PickKind::Comuni,
            Screen::Read(read) => matches!(read.subject, Subject::Comune(_)),
            here => matches!(here, Screen::Start(_) | Screen::Search(_)),
        },
        Action::Table => matches!(&state.history.here, Screen::Map(map) if map.drawn),
        _ => true,
    }
}
