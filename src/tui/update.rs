//! Decides: an event changes the state, and what must be done elsewhere comes back as effects.
//! Nothing here reads a clock, a file or a terminal.

mod actions;
mod chosen;

pub use actions::{act, moves};

use super::action::Action;
use super::desk;
use super::dispatch;
use super::event::{Done, Effect, Event};
use super::keymap::Key;
use super::screen::pick::PickKind;
use super::screen::{Screen, lesson, search};
use super::state::{Archive, State, bounded};
use super::{frame, hints};
use crate::app::{Answer, DeskAsk};
use crate::desk::hand::Way;
use crate::lang::w;
use crate::sheet::{Page, Subject};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::sync::Arc;

/// What an event changes, and what must be done elsewhere.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let searched = state.searched().map(str::to_owned);
    let not_found = desk::not_found(state).map(str::to_owned);
    let mut effects = match event {
        Event::Key(event) if event.kind == KeyEventKind::Release => return Vec::new(),
        Event::Key(event) => key(state, &event),
        Event::Mouse(event) => mouse(state, event),
        Event::Found { generation, answer } => found(state, generation, answer),
        told => {
            learn(state, told);
            Vec::new()
        }
    };
    while let Some(action) = state.called.take() {
        effects.extend(act(state, action));
    }
    // What was asked and not found is kept once it is left, where the office turned that on.
    if let Some(text) = not_found
        && state.settings.unanswered
        && !matches!(state.history.here, Screen::Search(_))
    {
        let (ask, lang) = (DeskAsk::Unanswered(text), state.lang);
        effects.push(Effect::Desk { ask, lang });
    }
    let left = searched.filter(|_| !matches!(state.history.here, Screen::Search(_)));
    // What was forgotten with the way there stays forgotten.
    if let Some(text) = left
        && state
            .history
            .places()
            .any(|place| matches!(place, Screen::Search(_)))
    {
        state.remember(text);
    }
    effects.extend(desk::ensure(state));
    effects.extend(dispatch::keep_up(state));
    let stays = matches!(state.history.here, Screen::Start(_)) && !effects.contains(&Effect::Quit);
    if state.first && !stays && !state.offered {
        state.offered = true;
        effects.insert(0, Effect::Offered(state.settings.clone()));
    }
    if matches!(&state.history.here, Screen::Pick(pick) if pick.kind == PickKind::Settings) {
        state.first = false;
    }
    effects
}

/// What is told only changes what is known.
fn learn(state: &mut State, event: Event) {
    match event {
        Event::Paste(text) => dispatch::paste(state, &text),
        Event::Resize { width, height } => state.size = bounded(width, height),
        Event::Opened(Ok(opened)) => {
            state.overview = Some(opened.overview);
            if !opened.notices.is_empty() {
                state.notice = Some(opened.notices.join(" "));
            }
        }
        Event::Opened(Err(why)) | Event::Loaded(Err(why)) => state.archive = Archive::Failed(why),
        Event::Loaded(Ok(lists)) => {
            state.home = lists.home(state.settings.comune.as_deref());
            state.lists = lists;
            state.archive = Archive::Ready;
        }
        Event::Newer(found) => state.newer = found,
        Event::Page { lang, .. } if lang != state.lang => {}
        Event::Page { subject, page, .. } => arrived(state, &subject, page),
        Event::Desk { lang, answer } => desk::answered(state, lang, answer),
        Event::Step { ask, stage } => {
            for screen in state.history.places() {
                if let Screen::Lesson(lesson) = screen
                    && lesson.asked.as_ref() == Some(&ask)
                {
                    lesson::update::arrived(lesson, stage.clone());
                }
            }
        }
        Event::Wake { ticket } => lesson::update::wake(state, ticket),
        Event::Done(done) => {
            if let Ok(Done::Printed(file)) = &done {
                state.printed = Some(file.clone());
            }
            state.notice = said(state, done).or(state.notice.take());
        }
        Event::Key(_) | Event::Mouse(_) | Event::Found { .. } => {}
    }
}

fn key(state: &mut State, event: &KeyEvent) -> Vec<Effect> {
    if let Some(letter) = Key::behind_esc(event) {
        let both = [
            KeyEvent::from(KeyCode::Esc),
            KeyEvent::from(KeyCode::Char(letter)),
        ];
        return both.iter().flat_map(|one| key(state, one)).collect();
    }
    state.notice = None;
    let pressed = Key::from_event(event);
    let action = state.keymap.action(pressed, dispatch::contexts(state));
    state.interrupted &= action.is_some();
    if let Screen::Lesson(lesson) = &mut state.history.here {
        lesson::update::key(lesson, action, Key::typed(event));
    }
    match (action, Key::typed(event)) {
        (Some(action), _) => act(state, action),
        (None, Some('?')) if dispatch::nothing_typed(state) => act(state, Action::Help),
        (None, Some(letter)) => dispatch::typed(state, letter),
        (None, None) => {
            state.notice = Some(actions::no_meaning(state, &pressed.say(state.lang)));
            Vec::new()
        }
    }
}

/// The wheel walks like the arrows, over the page beside a list it moves that; a click does what
/// stands under it.
fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        _ if !state.mouse => Vec::new(),
        MouseEventKind::ScrollUp | MouseEventKind::ScrollDown => {
            let down = event.kind == MouseEventKind::ScrollDown;
            let body = frame::body(state.size);
            if let Screen::Search(search) = &mut state.history.here
                && search::update::rolled(search, at, body, down)
            {
                return Vec::new();
            }
            dispatch::act(state, if down { Action::Down } else { Action::Up })
        }
        MouseEventKind::Down(MouseButton::Left) => {
            state.notice = None;
            if let Some(hint) = hints::at(state, at) {
                return act(state, hint.action);
            }
            if dispatch::hold(state, at, 0) {
                return Vec::new();
            }
            let target = dispatch::target(state, at);
            target.map_or_else(Vec::new, |target| dispatch::click(state, target))
        }
        MouseEventKind::Drag(MouseButton::Left) => {
            dispatch::hold(state, at, BESIDE);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Columns by which a hand may stray from a scroll bar that it holds.
const BESIDE: u16 = 2;

/// What became of what was to be copied or written: which clipboards were tried, where the sheet is.
fn said(state: &State, done: Result<Done, String>) -> Option<String> {
    let lang = state.lang;
    Some(match done {
        Err(why) => why,
        Ok(Done::Saved) => return None,
        Ok(Done::Exported(file)) => lang.fill(w::GATHERED_EXPORTED, &[("file", &file)]),
        Ok(Done::Printed(file)) => {
            let keys = [Action::OpenSheet, Action::PrintSheet].map(|action| state.keymap.say(action, lang));
            let values = [("file", file.as_str()), ("open", &keys[0]), ("print", &keys[1])];
            lang.fill(w::PAPER_WRITTEN_THEN, &values)
        }
        Ok(Done::Handed(way, Some(program))) => {
            let word = [w::PAPER_OPENED, w::PAPER_SENT][usize::from(way == Way::Print)];
            lang.fill(word, &[("program", program)])
        }
        Ok(Done::Handed(_, None)) => {
            let file = state.printed.as_deref().unwrap_or_default();
            lang.fill(w::PAPER_NOT_HANDED, &[("file", file)])
        }
        Ok(Done::Copied { tried, taken }) => match (tried.last(), taken) {
            (None, _) => lang.say(w::TUI_COPIED).to_owned(),
            (Some(last), true) => lang.fill(w::TUI_COPIED_TOO, &[("tool", last)]),
            (_, false) => lang.fill(w::TUI_COPIED_TRIED, &[("tool", &tried.join(", "))]),
        },
    })
}

/// An answer belongs to whichever screen asked for it, also when one has moved on.
fn found(state: &mut State, generation: u64, answer: Answer) -> Vec<Effect> {
    let mut open = false;
    for screen in state.history.all() {
        if let Screen::Search(search) = screen
            && search.asked.as_ref().map(|(asked, _)| *asked) == Some(generation)
        {
            open = search::update::found(search, generation, answer);
            break;
        }
    }
    match &mut state.history.here {
        Screen::Search(search) if open => search::update::open(search).follow(state),
        _ => Vec::new(),
    }
}

fn arrived(state: &mut State, subject: &Subject, page: Result<Page, String>) {
    let lang = state.lang;
    let page = page.map(Arc::new);
    for screen in state.history.all() {
        match screen {
            Screen::Read(read) if read.subject == *subject && read.asked == Some(lang) => {
                (read.page, read.failed) = (page.clone().ok(), page.clone().err());
            }
            Screen::Workshop(talk) if talk.subject == *subject && talk.asked == Some(lang) => {
                (talk.page, talk.failed) = (page.clone().ok(), page.clone().err());
            }
            Screen::Search(search) => search.preview.arrived(subject, lang, &page),
            Screen::Pick(pick) => pick.preview.arrived(subject, lang, &page),
            _ => {}
        }
    }
}
