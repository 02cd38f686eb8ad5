//! Where things stand on the screen. Pure, and the same for the view and for the mouse.

use super::action::Action;
use super::backend::Subject;
use super::desk;
use super::keymap::Key;
use super::screen::Screen;
use super::screen::lesson::layout::With;
use super::screen::pick::PickKind;
use super::screen::{lesson, map, note, pick, read, search, start, workshop};
use super::state::State;
use super::widget::{inside, width};
use crate::model::ComuneCode;
use ratatui::layout::{Position, Rect};

/// Below this, nothing useful fits.
pub const LEAST: (u16, u16) = (30, 8);

/// ```text
/// header   where one is, how old the data are
/// body     the screen
/// footer   a notice, or what can be pressed
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub header: Rect,
    pub body: Rect,
    pub footer: Rect,
}

/// `None` when the screen is too small.
pub fn frame(area: Rect) -> Option<Frame> {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return None;
    }
    let line = |y| Rect::new(area.x, y, area.width, 1);
    Some(Frame {
        header: line(area.y),
        body: Rect::new(area.x, area.y + 1, area.width, area.height - 2),
        footer: line(area.bottom() - 1),
    })
}

/// The body, as it decides how far a page is; while nothing can be shown, that of the least size.
pub fn body(area: Rect) -> Rect {
    frame(area).map_or(Rect::new(0, 1, LEAST.0, LEAST.1 - 2), |frame| frame.body)
}

/// What can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Field,
    /// The n-th door, result, item, filter.
    Item(usize),
    Filter(usize),
    Preview,
    /// A comune on the map.
    Place(ComuneCode),
    Hint(Action),
}

/// What stands at a place of the screen.
pub fn target(state: &State, at: Position) -> Option<Target> {
    let frame = frame(state.size)?;
    if frame.footer.contains(at) {
        let hint = hints(state, frame.footer)
            .into_iter()
            .find(|h| h.area.contains(at))?;
        return Some(Target::Hint(hint.action));
    }
    match &state.history.here {
        Screen::Start(_) => start::layout::target(frame.body, at),
        Screen::Search(search) => search::layout::target(search, frame.body, at),
        Screen::Pick(pick) => pick::layout::target(pick, frame.body, at),
        Screen::Read(read) => read::layout::target(read, frame.body, at),
        Screen::Note(_) | Screen::Workshop(_) => None,
        Screen::Lesson(lesson) => lesson::layout::target(lesson, frame.body, With::of(state), at),
        Screen::Map(map) => map::layout::target(map, frame.body, at, state.lang),
    }
}

/// Where the terminal's cursor stands: in the field, or on the selected item, so that a screen
/// reader that follows it speaks what is selected.
pub fn cursor(state: &State, area: Rect) -> Option<Position> {
    let body = frame(area)?.body;
    match &state.history.here {
        Screen::Start(start) => start::layout::cursor(start, body),
        Screen::Search(search) => search::layout::cursor(search, body),
        Screen::Pick(pick) => pick::layout::cursor(pick, body),
        Screen::Read(read) => read::layout::cursor(read, body),
        Screen::Note(note) => note::cursor(note, body),
        Screen::Lesson(lesson) => lesson::layout::cursor(lesson, body, With::of(state)),
        Screen::Workshop(talk) => workshop::layout::cursor(talk, body, state.lang, &state.keymap),
        Screen::Map(map) => map::layout::cursor(map, body, state.lang),
    }
}

/// A key and what it does, at the bottom of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub area: Rect,
    pub key: String,
    pub word: &'static str,
    pub action: Action,
}

/// As many hints as fit, in the order of the table.
pub fn hints(state: &State, footer: Rect) -> Vec<Hint> {
    let contexts = state.contexts();
    let rows = state
        .keymap
        .bindings
        .iter()
        .filter(|b| b.footer && useful(state, b.action))
        .filter(|b| b.contexts.iter().any(|c| contexts.contains(c)));
    let mut left = footer.x + 1;
    let mut out = Vec::new();
    for binding in rows {
        let Some(key) = binding.keys.first().copied() else {
            continue;
        };
        let (key, word) = (Key::say(key, state.lang), binding.action.short(state.lang));
        let columns = width(&key) + 1 + width(word);
        if left + columns > footer.right() {
            break;
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

/// Hints that would do nothing here are left out.
fn useful(state: &State, action: Action) -> bool {
    match action {
        Action::Back => !state.history.at_the_bottom(),
        Action::Why => match &state.history.here {
            Screen::Read(read) if read.subject == Subject::Desk => desk::useful(state, action),
            Screen::Read(read) => read.sheet.is_some(),
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
        Action::Map => match &state.history.here {
            Screen::Pick(pick) => pick.kind == PickKind::Comuni,
            _ => true,
        },
        Action::Table => matches!(&state.history.here, Screen::Map(map) if map.drawn),
        _ => true,
    }
}

/// A field in a frame where there is room, on one line where there is not; and what is below.
pub fn field(area: Rect) -> (Rect, Rect) {
    let height = area.height.min(if area.height >= 14 { 3 } else { 1 });
    let (top, rest) = (
        Rect::new(area.x, area.y, area.width, height),
        Rect::new(area.x, area.y + height, area.width, area.height - height),
    );
    (top, rest)
}

/// The part of a field's area that holds its text.
pub fn field_text(area: Rect) -> Rect {
    if area.height >= 3 {
        let inner = inside(area);
        Rect::new(inner.x + 1, inner.y, inner.width.saturating_sub(2), 1)
    } else {
        // "> text"
        Rect::new(
            area.x + 2.min(area.width),
            area.y,
            area.width.saturating_sub(3),
            area.height.min(1),
        )
    }
}
