//! The screens, dispatched: everything that differs from screen to screen is asked for here, and
//! nowhere else. A new screen begins in this file; the compiler names the rest.
//!
//! ```text
//! contexts → which keys hold        act, typed, paste, click → what they do
//! ensure   → what it must ask for   settle, target, cursor   → where things stand
//! draw     → what is seen           name, subject, theme     → what it is
//! ```

mod about;

pub use about::{name, position, subject, title};

use super::action::Action;
use super::event::Effect;
use super::field::Field;
use super::frame::{self, Target};
use super::keymap::Context;
use super::screen::search::Focus;
use super::screen::slide::With;
use super::screen::{Screen, code, lesson, map, note, pick, read, search, start, workshop};
use super::state::State;
use super::theme::ThemeName;
use super::then::Then;
use super::widget::Canvas;
use crate::lang::w;
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
    let doors = start::play::doors(state, body);
    let with = With::new(state.lang, &state.keymap, state.home);
    let then = match &mut state.history.here {
        Screen::Code(_) | Screen::Start(_) if action == Action::Back => Then::Back,
        Screen::Code(code) => {
            code.act(action);
            Then::Stay
        }
        Screen::Start(start) => start::play::act(start, action, &doors, body),
        Screen::Note(note) => note::play::act(note, action, with.lang),
        Screen::Search(search) => search::update::act(search, action, body),
        Screen::Pick(pick) => pick::update::act(pick, action, body),
        Screen::Read(read) => read::update::act(read, action, body),
        Screen::Workshop(talk) => workshop::play::act(talk, action, body, with),
        Screen::Lesson(lesson) => lesson::update::act(lesson, action, body, with),
        Screen::Map(map) => map::update::act(map, action, body, with.lang),
    };
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
    let body = frame::body(state.size);
    let with = With::new(state.lang, &state.keymap, state.home);
    if put(&mut state.history.here, |field| field.type_char(letter)) {
        return Vec::new();
    }
    let then = match &mut state.history.here {
        Screen::Read(_) if letter == ' ' => return act(state, Action::PageDown),
        Screen::Workshop(_) if letter == ' ' => return act(state, Action::Next),
        Screen::Lesson(lesson) => lesson::update::typed(lesson, letter, body, with),
        Screen::Workshop(_) | Screen::Code(_) => Then::Stay,
        _ if letter == ' ' => Then::Say(with.lang.say(w::TUI_TYPE_TO_SEARCH).to_owned()),
        _ => Then::Open(Screen::search(&letter.to_string())),
    };
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
    let doors = start::play::doors(state, body);
    let with = With::new(state.lang, &state.keymap, state.home);
    let then = match &mut state.history.here {
        Screen::Start(start) => start::play::click(start, target, &doors),
        Screen::Search(search) => search::update::click(search, target),
        Screen::Pick(pick) => pick::update::click(pick, target),
        Screen::Map(map) => map::update::click(map, target),
        Screen::Read(read) => read::update::click(read, target, body),
        Screen::Lesson(lesson) => lesson::update::click(lesson, target, body, with),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => Then::Stay,
    };
    then.follow(state)
}

/// Asks for what the screen at hand shows and does not have, then keeps selections in sight; in an
/// area of the screen, for what a lesson shows.
pub fn keep_up(state: &mut State, body: Rect) -> Vec<Effect> {
    pick::update::ensure(state);
    map::update::ensure(state);
    let lang = state.lang;
    let mut effects: Vec<Effect> = match &mut state.history.here {
        Screen::Read(read) => read::update::ensure(read, lang).into_iter().collect(),
        Screen::Workshop(talk) => workshop::play::ensure(talk, lang).into_iter().collect(),
        Screen::Search(search) => {
            search::update::ensure(search, body, (lang, state.home), &mut state.generation)
        }
        _ => lesson::update::ensure(state, body),
    };
    if let Some((own, area)) = lesson::update::set_aside(state, body) {
        effects.extend(keep_up(state, area));
        lesson::update::take_back(state, own);
    }
    let with = With::new(state.lang, &state.keymap, state.home);
    match &mut state.history.here {
        Screen::Start(_) | Screen::Note(_) | Screen::Code(_) => {}
        Screen::Search(search) => search::layout::settle(search, body),
        Screen::Pick(pick) => pick::layout::settle(pick, body),
        Screen::Read(read) => read::layout::settle(read, body),
        Screen::Lesson(lesson) => lesson::layout::settle(lesson, body, with),
        Screen::Workshop(talk) => workshop::play::settle(talk, body, with),
        Screen::Map(map) => map::layout::settle(map, body, lang),
    }
    effects
}

/// What stands at a place of the body.
pub fn target(state: &State, at: Position) -> Option<Target> {
    let frame = frame::frame(state.size)?;
    match &state.history.here {
        Screen::Start(_) => start::play::target(&start::play::doors(state, frame.body), frame.body, at),
        Screen::Search(search) => search::layout::target(search, frame.body, at),
        Screen::Pick(pick) => pick::layout::target(pick, frame.body, at),
        Screen::Read(read) => read::layout::target(read, frame.body, at),
        Screen::Note(_) | Screen::Workshop(_) | Screen::Code(_) => None,
        Screen::Lesson(lesson) => lesson::layout::target(lesson, frame.body, state.with(), at),
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
        Screen::Pick(pick) => pick::layout::cursor(pick, body),
        Screen::Read(read) => read::layout::cursor(read, body),
        Screen::Note(note) => note::play::cursor(note, body),
        Screen::Lesson(lesson) => lesson::layout::cursor(lesson, body, state.with()),
        Screen::Workshop(talk) => workshop::play::cursor(talk, body, state.with()),
        Screen::Map(map) => map::layout::cursor(map, body, state.lang),
    }
}

/// Draws one screen in an area: the one at hand, or one that a lesson shows.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, screen: &Screen, body: Rect) {
    match screen {
        Screen::Start(start) => start::play::draw(canvas, state, start, body),
        Screen::Search(search) => search::view::draw(canvas, state, search, body),
        Screen::Pick(pick) => pick::view::draw(canvas, pick, body),
        Screen::Read(read) => read::view::draw(canvas, read, body),
        Screen::Map(map) => map::view::draw(canvas, state, map, body),
        Screen::Note(note) => note::play::draw(canvas, note, body),
        Screen::Code(it) => code::draw(canvas, it, body),
        Screen::Workshop(talk) => workshop::play::draw(canvas, state, talk, body),
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
