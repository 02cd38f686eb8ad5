//! The screens, dispatched: everything that differs from screen to screen is asked for here, and
//! nowhere else. A new screen begins in this file; the compiler names the rest.
//!
//! ```text
//! contexts → which keys hold        act, typed, paste, click → what they do
//! ensure   → what it must ask for   settle, target, cursor   → where things stand
//! draw     → what is seen           name, subject, theme     → what it is
//! ```

mod about;
mod bar;

pub use about::{dates, name, position, subject, title, way};
pub use bar::hold;

use super::action::Action;
use super::event::Effect;
use super::field::Field;
use super::frame::{self, Target};
use super::keymap::Context;
use super::screen::read::update::ask_page;
use super::screen::search::Focus;
use super::screen::{Screen, code, lesson, map, note, pick, read, search, start, workshop};
use super::state::State;
use super::theme::ThemeName;
use super::then::Then;
use super::widget::Canvas;
use crate::lang::w;
use crate::sheet::Subject;
use ratatui::layout::{Position, Rect};

/// The contexts that a key is looked up in, the nearest first.
pub fn contexts(state: &State) -> &'static [Context] {
    use Context::{
        Code, Everywhere, Exercise, Field, Filters, Gathered, Lesson, List, Map, Note, Pick, Reading, Search,
        Slides, Start,
    };
    match &state.history.here {
        Screen::Start(_) => &[Start, List, Everywhere],
        Screen::Search(search) => match search.focus {
            Focus::Results => &[Search, Field, List, Everywhere],
            Focus::Filters => &[Filters, Search, Field, Everywhere],
            Focus::Preview => &[Search, List, Field, Everywhere],
        },
        Screen::Pick(_) => &[Pick, Field, List, Everywhere],
        Screen::Read(read) if matches!(read.subject, Subject::Gathered(_)) => {
            &[Gathered, Reading, Everywhere]
        }
        Screen::Read(_) => &[Reading, Everywhere],
        Screen::Note(_) => &[Note, Field, Everywhere],
        Screen::Lesson(lesson) if lesson.chooses() => &[Exercise, Slides, List, Everywhere],
        Screen::Lesson(lesson) if lesson.answering() => &[Exercise, Field, Slides, Everywhere],
        Screen::Lesson(_) => &[Lesson, Slides, Everywhere],
        Screen::Workshop(_) => &[Slides, List, Everywhere],
        Screen::Map(_) => &[Map, List, Everywhere],
        Screen::Code(_) => &[Code, Everywhere],
    }
}

/// What an action means on the screen at hand.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let body = frame::body(state.size);
    let then = state.here(|screen, state| match screen {
        Screen::Code(_) | Screen::Start(_) if action == Action::Back => Then::Back,
        Screen::Code(code) => {
            code.act(action);
            Then::Stay
        }
        Screen::Start(start) => start::play::act(start, action, &start::play::doors(state, body), body),
        Screen::Note(note) => note::play::act(note, action, state.lang),
        Screen::Search(search) => search::update::act(search, action, body),
        Screen::Pick(pick) => pick::update::act(pick, action, body),
        Screen::Read(read) => read::update::act(read, action, body),
        Screen::Workshop(talk) => workshop::play::act(talk, action, state),
        Screen::Lesson(lesson) => lesson::update::act(lesson, action, state),
        Screen::Map(map) => map::update::act(map, action, body, state.lang),
    });
    then.follow(state)
}

/// Whether no field of the screen has a text that a sign could belong to.
pub fn nothing_typed(state: &State) -> bool {
    match &state.history.here {
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => true,
        Screen::Search(search) => search.field.is_empty(),
        _ => false,
    }
}

/// Puts something into the field of the screen; false where there is none.
fn put(screen: &mut Screen, text: impl Fn(&mut Field)) -> bool {
    match screen {
        Screen::Search(search) => {
            text(&mut search.field);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            text(&mut pick.field);
            pick.selected = 0;
        }
        Screen::Note(note) => text(&mut note.field),
        _ => return false,
    }
    true
}

/// A letter goes into the field of the screen; where there is none it begins a new search.
pub fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    if put(&mut state.history.here, |field| field.type_char(letter)) {
        return Vec::new();
    }
    let then = state.here(|screen, state| match screen {
        Screen::Read(_) if letter == ' ' => Then::Do(Action::PageDown),
        Screen::Workshop(talk) => workshop::play::typed(talk, letter, state),
        Screen::Lesson(lesson) => lesson::update::typed(lesson, letter, state),
        Screen::Code(_) => Then::Stay,
        Screen::Map(map) => map::update::typed(map, letter, state),
        _ if letter == ' ' => Then::Say(state.lang.say(w::TUI_TYPE_TO_SEARCH).to_owned()),
        _ => Then::Open(Screen::search(&letter.to_string())),
    });
    then.follow(state)
}

/// A text that was pasted goes where letters go.
pub fn paste(state: &mut State, text: &str) {
    state.notice = None;
    if put(&mut state.history.here, |field| field.paste(text)) {
        return;
    }
    match &mut state.history.here {
        Screen::Lesson(lesson) if lesson.answering() && !lesson.chooses() => lesson.field.paste(text),
        Screen::Lesson(_) | Screen::Workshop(_) | Screen::Code(_) => {}
        _ => {
            let mut search = Box::new(search::Search::new(""));
            search.field.paste(text);
            if !search.field.is_empty() {
                state.history.open(Screen::Search(search));
            }
        }
    }
}

/// A click on a part of the screen.
pub fn click(state: &mut State, target: Target) -> Vec<Effect> {
    let body = frame::body(state.size);
    let then = state.here(|screen, state| match screen {
        Screen::Start(start) => start::play::click(start, target, &start::play::doors(state, body)),
        Screen::Search(search) => search::update::click(search, target),
        Screen::Pick(pick) => pick::update::click(pick, target),
        Screen::Map(map) => map::update::click(map, target),
        Screen::Read(read) => read::update::click(read, target, body),
        Screen::Lesson(lesson) => lesson::update::click(lesson, target, state),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => Then::Stay,
    });
    then.follow(state)
}

/// Asks for what the screen at hand shows and does not have, then keeps selections in sight.
pub fn keep_up(state: &mut State) -> Vec<Effect> {
    let body = frame::body(state.size);
    state.here(|screen, state| keep(screen, state, body))
}

/// The same for one screen in an area: what a lesson shows is kept up like a screen of its own.
fn keep(screen: &mut Screen, state: &mut State, body: Rect) -> Vec<Effect> {
    let mut effects = Vec::new();
    match screen {
        Screen::Start(_) | Screen::Note(_) | Screen::Code(_) => {}
        Screen::Search(search) => {
            effects.extend(search::update::ensure(search, body, state));
            search::layout::settle(search, body);
        }
        Screen::Pick(pick) => {
            effects.extend(pick::update::ensure(pick, state, body));
            pick::view::settle(pick, body);
        }
        Screen::Read(read) => {
            let asks = ask_page(&read.subject, &mut read.asked, &mut read.page, state.lang);
            effects.extend(asks);
            read::layout::settle(read, body);
        }
        Screen::Workshop(talk) => {
            let asks = ask_page(&talk.subject, &mut talk.asked, &mut talk.page, state.lang);
            effects.extend(asks);
            workshop::play::settle(talk, state);
        }
        Screen::Map(map) => {
            map.make(&state.lists, state.home);
            map::layout::settle(map, body, state.lang);
        }
        Screen::Lesson(lesson) => {
            effects.extend(lesson::update::ensure(lesson, state));
            let area = lesson::view::live(lesson, state);
            if let (Some(area), Some(live)) = (area, lesson.live.as_deref_mut()) {
                effects.extend(keep(live, state, area));
            }
            lesson::view::settle(lesson, state);
        }
    }
    effects
}

/// What stands at a place of the body.
pub fn target(state: &State, at: Position) -> Option<Target> {
    let frame = frame::frame(state.size)?;
    match &state.history.here {
        Screen::Start(_) => start::play::target(&start::play::doors(state, frame.body), frame.body, at),
        Screen::Search(search) => search::layout::target(search, frame.body, at),
        Screen::Pick(pick) => pick::view::target(pick, frame.body, at),
        Screen::Read(read) => read::layout::target(read, frame.body, at),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => None,
        Screen::Lesson(lesson) => lesson::view::target(lesson, state, at),
        Screen::Map(map) => map::layout::target(map, frame.body, at, state.lang),
    }
}

/// Where the terminal's cursor stands: in the field, or on the selected item, so that a screen
/// reader that follows it speaks what is selected.
pub fn cursor(state: &State, area: Rect) -> Option<Position> {
    let body = frame::frame(area)?.body;
    match &state.history.here {
        Screen::Code(_) => None,
        Screen::Start(start) => start::play::cursor(start, &start::play::doors(state, body), body),
        Screen::Search(search) => search::layout::cursor(search, body),
        Screen::Pick(pick) => pick::view::cursor(pick, body),
        Screen::Read(read) => read::layout::cursor(read, body),
        Screen::Note(note) => note::play::cursor(note, body),
        Screen::Lesson(lesson) => lesson::view::cursor(lesson, state),
        Screen::Workshop(talk) => workshop::play::cursor(talk, state),
        Screen::Map(map) => map::layout::cursor(map, body, state.lang),
    }
}

/// Draws one screen in an area: the one at hand, or one that a lesson shows.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, screen: &Screen, body: Rect) {
    match screen {
        Screen::Start(start) => start::play::draw(canvas, state, start, body),
        Screen::Search(search) => search::view::draw(canvas, state, search, body),
        Screen::Pick(pick) => pick::view::draw(canvas, state, pick, body),
        Screen::Read(read) => read::view::draw(canvas, state, read, body),
        Screen::Map(map) => map::view::draw(canvas, state, map, body),
        Screen::Note(note) => note::play::draw(canvas, note, body),
        Screen::Code(it) => code::draw(canvas, it, body),
        Screen::Workshop(talk) => workshop::play::draw(canvas, state, talk),
        Screen::Lesson(lesson) => {
            let live = lesson.live.as_deref();
            let called = live.and_then(|live| name(state, live));
            let called = called.unwrap_or(canvas.lang.say(w::APP_NAME));
            let inside = lesson::view::draw(canvas, state, lesson, called);
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
