//! A clicker turns pages, then questions; Esc leaves for the page where one was.

use super::{Workshop, layout, parts};
use crate::lang::w;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::screen::Screen;
use crate::tui::screen::read::layout as reading;
use crate::tui::screen::read::update::ask_page;
use crate::tui::state::State;
use ratatui::layout::Rect;
use std::sync::Arc;

/// From a page to its talk, at the question that was being read; from the talk back.
pub fn toggle(state: &mut State, body: Rect) {
    let read = match &state.history.here {
        Screen::Workshop(_) => {
            state.history.back();
            return;
        }
        Screen::Read(read) => Some(read),
        _ => None,
    };
    // A page that is still on its way is waited for here as well.
    if let Some(read) = read
        && read.page.is_none()
        && read.failed.is_none()
    {
        let workshop = Workshop::new(read.subject.clone());
        state.history.open(Screen::Workshop(Box::new(workshop)));
        return;
    }
    let found = read.and_then(|read| Some((read, read.page.as_ref()?)));
    let Some((read, page)) = found.filter(|(_, page)| !parts(page).is_empty()) else {
        state.notice = Some(state.lang.say(w::SCREEN_WORKSHOP_WHERE).to_owned());
        return;
    };
    let lines = reading::page(read, body).lines;
    let line = lines
        .iter()
        .find(|l| l.item == Some(read.selected) && read.selected > 0);
    let number = line.map(|l| l.part);
    let at = parts(page).iter().position(|part| Some(part.number) == number);
    let workshop = Workshop {
        asked: read.asked,
        page: Some(Arc::clone(page)),
        at: at.map_or(0, |at| at + 1),
        ..Workshop::new(read.subject.clone())
    };
    state.history.open(Screen::Workshop(Box::new(workshop)));
}

/// What an action does on the talk.
pub fn act(state: &mut State, action: Action, body: Rect) {
    let (lang, keys) = (state.lang, Arc::clone(&state.keymap));
    let Screen::Workshop(workshop) = &mut state.history.here else {
        return;
    };
    let last = layout::set(workshop, body, lang, &keys).len().saturating_sub(1);
    match action {
        Action::Back => _ = state.history.back(),
        Action::Next if workshop.leaf < last => workshop.leaf += 1,
        Action::Next if workshop.at < workshop.count() => (workshop.at, workshop.leaf) = (workshop.at + 1, 0),
        Action::Next => {
            let key = keys.say(Action::Back, lang);
            state.notice = Some(lang.fill(w::SCREEN_WORKSHOP_LAST, &[("back", &key)]));
        }
        Action::Previous if workshop.leaf > 0 => workshop.leaf -= 1,
        Action::Previous if workshop.at > 0 => {
            // Its last page, wherever that is.
            (workshop.at, workshop.leaf) = (workshop.at - 1, usize::MAX);
        }
        _ => {}
    }
}

/// Asks for the page in the language of now.
pub fn ensure(state: &mut State) -> Vec<Effect> {
    let lang = state.lang;
    let Screen::Workshop(workshop) = &mut state.history.here else {
        return Vec::new();
    };
    let Workshop {
        subject, asked, page, ..
    } = &mut **workshop;
    ask_page(subject, asked, page, lang)
}
