//! The screens, dispatched: everything that differs from screen to screen is asked for here, and
//! nowhere else. A new screen begins in this file; the compiler names the rest.
//!
//! ```text
//! contexts → which keys hold        act, typed, paste, click → what they do
//! ensure   → what it must ask for   settle, target, cursor   → where things stand
//! draw     → what is seen           name, subject, theme     → what it is
//! ```

use super::action::Action;
use super::event::Effect;
use super::frame::{self, Target};
use super::keymap::Context;
use super::screen::lesson::layout::With;
use super::screen::pick::{Go, PickKind};
use super::screen::search::Focus;
use super::screen::{Screen, code, lesson, map, note, pick, read, search, start, workshop};
use super::state::State;
use super::theme::ThemeName;
use super::widget::Canvas;
use crate::lang::w;
use crate::sheet::Subject;
use ratatui::layout::{Position, Rect};

/// The contexts that a key is looked up in, the nearest first.
pub fn contexts(state: &State) -> &'static [Context] {
    use Context::{
        Code, Everywhere, Exercise, Field, Filters, Lesson, List, Map, Note, Pick, Reading, Search, Slides,
        Start,
    };
    match &state.history.here {
        Screen::Start(_) => &[Start, List, Everywhere],
        Screen::Search(search) => match search.focus {
            Focus::Results => &[Search, Field, List, Everywhere],
            Focus::Filters => &[Filters, Search, Field, Everywhere],
            Focus::Preview => &[Search, List, Field, Everywhere],
        },
        Screen::Pick(_) => &[Pick, Field, List, Everywhere],
        Screen::Read(_) => &[Reading, Everywhere],
        Screen::Note(_) => &[Note, Field, Everywhere],
        Screen::Lesson(lesson) if lesson.chooses() => &[Exercise, Slides, List, Everywhere],
        Screen::Lesson(lesson) if lesson.answering() => &[Exercise, Field, Slides, Everywhere],
        Screen::Lesson(_) => &[Lesson, Slides, Everywhere],
        Screen::Workshop(_) => &[Slides, Everywhere],
        Screen::Map(_) => &[Map, List, Everywhere],
        Screen::Code(_) => &[Code, Everywhere],
    }
}

/// What an action means on the screen at hand.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let body = frame::body(state.size);
    match &mut state.history.here {
        Screen::Code(_) if action == Action::Back => _ = state.history.back(),
        Screen::Code(code) => code.act(action),
        Screen::Start(_) if action == Action::Back => _ = state.history.back(),
        Screen::Start(_) => start::update::act(state, action),
        Screen::Note(_) => return note::update::act(state, action),
        Screen::Search(_) => return search::update::act(state, action, body),
        Screen::Pick(_) => return pick::update::act(state, action, body),
        Screen::Read(_) => return read::update::act(state, action, body),
        Screen::Workshop(_) => workshop::update::act(state, action, body),
        Screen::Lesson(_) => return lesson::update::act(state, action, body),
        Screen::Map(_) => return map::update::act(state, action, body),
    }
    Vec::new()
}

/// Whether no field of the screen has a text that a sign could belong to.
pub fn nothing_typed(state: &State) -> bool {
    match &state.history.here {
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => true,
        Screen::Search(search) => search.field.is_empty(),
        _ => false,
    }
}

/// A letter goes into the field of the screen; where there is none it begins a new search.
pub fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.type_char(letter);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.type_char(letter);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.type_char(letter),
        Screen::Read(_) if letter == ' ' => return act(state, Action::PageDown),
        Screen::Lesson(_) => return lesson::update::typed(state, letter),
        Screen::Workshop(_) if letter == ' ' => return act(state, Action::Next),
        Screen::Workshop(_) | Screen::Code(_) => {}
        Screen::Start(_) | Screen::Map(_) if letter == ' ' => {
            state.notice = Some(state.lang.say(w::TUI_TYPE_TO_SEARCH).to_owned());
        }
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            state.history.open(Screen::search(&letter.to_string()))
        }
    }
    Vec::new()
}

/// A text that was pasted goes where letters go.
pub fn paste(state: &mut State, text: &str) {
    state.notice = None;
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.paste(text);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.paste(text);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.paste(text),
        Screen::Workshop(_) | Screen::Code(_) => {}
        Screen::Lesson(_) => lesson::update::paste(state, text),
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            let mut search = search::Search::new("");
            search.field.paste(text);
            if !search.field.is_empty() {
                state.history.open(Screen::Search(Box::new(search)));
            }
        }
    }
}

/// A click on a part of the screen.
pub fn click(state: &mut State, target: Target) -> Vec<Effect> {
    match &state.history.here {
        Screen::Start(_) => start::update::click(state, target),
        Screen::Search(_) => return search::update::click(state, target),
        Screen::Pick(_) => return pick::update::click(state, target),
        Screen::Map(_) => map::update::click(state, target),
        Screen::Read(_) => read::update::click(state, target, frame::body(state.size)),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => {}
        Screen::Lesson(_) => lesson::update::click(state, target, frame::body(state.size)),
    }
    Vec::new()
}

/// Asks for what the screen at hand shows and does not have, then keeps selections in sight; in an
/// area of the screen, for what a lesson shows.
pub fn keep_up(state: &mut State, body: Rect) -> Vec<Effect> {
    pick::update::ensure(state);
    map::update::ensure(state);
    let lang = state.lang;
    let mut effects = read::update::ensure(state);
    effects.extend(workshop::update::ensure(state));
    effects.extend(search::update::ensure(state, body));
    effects.extend(lesson::update::ensure(state, body));
    if let Some((own, area)) = lesson::update::set_aside(state, body) {
        effects.extend(keep_up(state, area));
        lesson::update::take_back(state, own);
    }
    match &mut state.history.here {
        Screen::Start(_) | Screen::Note(_) | Screen::Code(_) => {}
        Screen::Search(search) => search::layout::settle(search, body),
        Screen::Pick(pick) => pick::layout::settle(pick, body),
        Screen::Read(read) => read::layout::settle(read, body),
        Screen::Lesson(lesson) => {
            let (lang, home) = (state.lang, state.home.is_some());
            let keys = &state.keymap;
            lesson::layout::settle(lesson, body, With { lang, keys, home });
        }
        Screen::Workshop(talk) => workshop::layout::settle(talk, body, state.lang, &state.keymap),
        Screen::Map(map) => map::layout::settle(map, body, lang),
    }
    effects
}

/// What stands at a place of the body.
pub fn target(state: &State, at: Position) -> Option<Target> {
    let frame = frame::frame(state.size)?;
    match &state.history.here {
        Screen::Start(_) => start::layout::target(frame.body, at),
        Screen::Search(search) => search::layout::target(search, frame.body, at),
        Screen::Pick(pick) => pick::layout::target(pick, frame.body, at),
        Screen::Read(read) => read::layout::target(read, frame.body, at),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => None,
        Screen::Lesson(lesson) => lesson::layout::target(lesson, frame.body, With::of(state), at),
        Screen::Map(map) => map::layout::target(map, frame.body, at, state.lang),
    }
}

/// Where the terminal's cursor stands: in the field, or on the selected item, so that a screen
/// reader that follows it speaks what is selected.
pub fn cursor(state: &State, area: Rect) -> Option<Position> {
    let body = frame::frame(area)?.body;
    match &state.history.here {
        Screen::Code(_) => None,
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

/// Draws one screen in an area: the one at hand, or one that a lesson shows.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, screen: &Screen, body: Rect) {
    match screen {
        Screen::Start(start) => start::view::draw(canvas, state, start, body),
        Screen::Search(search) => search::view::draw(canvas, state, search, body),
        Screen::Pick(pick) => pick::view::draw(canvas, pick, body),
        Screen::Read(read) => read::view::draw(canvas, read, body),
        Screen::Map(map) => map::view::draw(canvas, state, map, body),
        Screen::Note(note) => note::draw(canvas, note, body),
        Screen::Code(it) => code::draw(canvas, it, body),
        Screen::Workshop(talk) => workshop::view::draw(canvas, state, talk, body),
        Screen::Lesson(lesson) => {
            let live = lesson.live.as_deref();
            let called = live.and_then(|live| name(state, live));
            let called = called.unwrap_or(canvas.lang.say(w::APP_NAME));
            let inside = lesson::view::draw(canvas, state, lesson, called, body);
            if let (Some(live), Some(inside)) = (live, inside) {
                draw(canvas, state, live, inside);
            }
        }
    }
}

/// Whether it is shown to a whole room.
pub fn for_a_room(screen: &Screen) -> bool {
    matches!(screen, Screen::Workshop(_) | Screen::Lesson(_))
}

/// The theme; what is shown to a whole room needs the contrast for it.
pub fn theme(state: &State) -> ThemeName {
    match for_a_room(&state.history.here) {
        true => state.theme.for_a_room(),
        false => state.theme,
    }
}

/// What the screen is called.
pub fn name(state: &State, screen: &Screen) -> Option<&'static str> {
    let word = match screen {
        Screen::Start(_) => return None,
        Screen::Search(_) => w::SCREEN_SEARCH_TITLE,
        Screen::Pick(pick) => pick.kind.title(),
        Screen::Read(read) => read.subject.kind(),
        Screen::Note(_) => w::DESK_NOTE_FIELD,
        Screen::Code(_) => w::PAPER_CODE_NAME,
        Screen::Workshop(_) => w::SCREEN_WORKSHOP_TITLE,
        Screen::Lesson(lesson) => return Some(lesson.lesson.text(state.lang).title),
        Screen::Map(_) => w::SCREEN_MAP_TITLE,
    };
    Some(state.lang.say(word))
}

/// The page at hand: what is read, or what is selected in a list.
pub fn subject(state: &State) -> Option<Subject> {
    match &state.history.here {
        Screen::Read(read) => Some(read.subject.clone()),
        Screen::Search(search) => search.selected_row().map(|row| Subject::Project(row.id)),
        Screen::Pick(pick) if matters(pick.kind) => match &pick.selected_item()?.go {
            Go::Open(subject) => Some(subject.clone()),
            _ => None,
        },
        Screen::Note(note) => Some(note.subject.clone()),
        Screen::Code(code) => Some(code.subject.clone()),
        Screen::Workshop(talk) => Some(talk.subject.clone()),
        Screen::Map(map) => Some(Subject::Comune(map.selected?)),
        Screen::Start(_) | Screen::Pick(_) | Screen::Lesson(_) => None,
    }
}

/// Lists of what a citizen can come for.
fn matters(kind: PickKind) -> bool {
    matches!(
        kind,
        PickKind::Comuni | PickKind::Measures | PickKind::Learn | PickKind::Glossary
    )
}

/// The title of a page, as far as the screen at hand knows it.
pub fn title(state: &State, subject: &Subject) -> Option<String> {
    match &state.history.here {
        Screen::Read(read) if read.subject == *subject => read.page.as_ref().map(|p| p.title.clone()),
        Screen::Search(search) => search.selected_row().map(|row| row.title.clone()),
        Screen::Pick(pick) => pick.selected_item().map(|item| item.name.clone()),
        _ => None,
    }
}
