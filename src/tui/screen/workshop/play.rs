//! A clicker turns pages, then questions; Esc leaves for the page where one was.

use super::{Workshop, parts};
use crate::lang::w;
use crate::sheet::{Block, Page, Subject};
use crate::tui::action::Action;
use crate::tui::screen::read::{Read, layout as reading, typeset};
use crate::tui::screen::slide::{Deck, Item, Kind, Slide};
use crate::tui::state::State;
use crate::tui::then::Then;
use crate::tui::widget::Canvas;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

/// The answer at hand, set in pages.
pub fn set(talk: &Workshop, state: &State) -> Deck {
    Deck::new(slide(talk, state), state)
}

fn slide(talk: &Workshop, state: &State) -> Slide {
    let Some(page) = &talk.page else {
        let waiting = state.lang.say(w::SCREEN_READ_LOADING);
        let says = talk.failed.as_deref().unwrap_or(waiting);
        return Slide {
            items: vec![Item::new(Kind::Say, says)],
            ..Slide::default()
        };
    };
    let parts = parts(page);
    let (heading, items) = match talk.at.checked_sub(1).and_then(|at| parts.get(at)) {
        Some(part) => (
            part.heading,
            part.blocks.iter().filter_map(|b| sentence(b)).collect(),
        ),
        None => (page.title.as_str(), title(page, state)),
    };
    Slide {
        heading: heading.to_owned(),
        items,
        talk: true,
    }
}

fn sentence(block: &Block) -> Option<Item> {
    match block {
        Block::Claim(told) => Some(Item::new(Kind::Claim(told.claim.evidence), &told.claim.text)),
        Block::Paragraph(text) => Some(Item::new(Kind::Say, text)),
        _ => None,
    }
}

fn title(page: &Page, state: &State) -> Vec<Item> {
    let said = page
        .under
        .iter()
        .map(|note| Item::new(Kind::Say, note.say(page.lang)));
    said.chain([Item::how(state)]).collect()
}

/// Keeps the place within the page of now: after a change of size or language.
pub fn settle(talk: &mut Workshop, state: &State) {
    if talk.page.is_some() {
        talk.at = talk.at.min(talk.count());
        talk.leaf = talk.leaf.min(set(talk, state).last());
    }
}

/// The talk of a page that is read, from the question on that was being read; nothing where there
/// is nothing to say aloud. A page that is still on its way is waited for here as well.
pub fn of(read: &Read, body: Rect) -> Option<Workshop> {
    let talk = Workshop::new(read.subject.clone());
    let Some(page) = &read.page else {
        return read.failed.is_none().then_some(talk);
    };
    let lines = reading::page(read, body).lines;
    let here = |line: &&typeset::Line| line.item == Some(read.selected) && read.selected > 0;
    let number = lines.iter().find(here).map(|line| line.part);
    let parts = parts(page);
    let at = parts.iter().position(|part| Some(part.number) == number);
    (!parts.is_empty()).then(|| Workshop {
        asked: read.asked,
        page: Some(Arc::clone(page)),
        at: at.map_or(0, |at| at + 1),
        ..talk
    })
}

/// What an action does on the talk: a clicker turns pages, then questions.
pub fn act(talk: &mut Workshop, action: Action, state: &State) -> Then {
    // A screen that was made black is lit by any key; Esc leaves it too.
    if std::mem::take(&mut talk.dark) && action != Action::Back {
        return Then::Stay;
    }
    let action = match action {
        Action::Down => Action::Next,
        Action::Up => Action::Previous,
        other => other,
    };
    match action {
        Action::Back => return Then::Back,
        Action::First => (talk.at, talk.leaf) = (0, 0),
        Action::Last => (talk.at, talk.leaf) = (talk.count(), 0),
        Action::Next if talk.leaf < set(talk, state).last() => talk.leaf += 1,
        Action::Next if talk.at < talk.count() => (talk.at, talk.leaf) = (talk.at + 1, 0),
        Action::Next => {
            let key = state.keymap.say(Action::Back, state.lang);
            return Then::Say(state.lang.fill(w::SCREEN_WORKSHOP_LAST, &[("back", &key)]));
        }
        Action::Previous if talk.leaf > 0 => talk.leaf -= 1,
        // Its last page, wherever that is.
        Action::Previous if talk.at > 0 => (talk.at, talk.leaf) = (talk.at - 1, usize::MAX),
        _ => {}
    }
    Then::Stay
}

/// What a letter does on the talk: a blank turns on, a figure is the number of a question, "b" and
/// a full stop make the screen black, as clickers do.
pub fn typed(talk: &mut Workshop, letter: char, state: &State) -> Then {
    let lit = !std::mem::take(&mut talk.dark);
    let number = letter.to_digit(10).map(|digit| digit as usize);
    match (letter, number) {
        ('b' | '.', _) => talk.dark = lit,
        (' ', _) if lit => return Then::Do(Action::Next),
        (_, Some(number)) if number <= talk.count() => (talk.at, talk.leaf) = (number, 0),
        (_, Some(_)) => {
            let count = talk.count().to_string();
            return Then::Say(state.lang.fill(w::SCREEN_WORKSHOP_NUMBERS, &[("count", &count)]));
        }
        _ => {}
    }
    Then::Stay
}

/// Where the terminal's cursor stands on the talk.
pub fn cursor(talk: &Workshop, state: &State) -> Option<Position> {
    set(talk, state).cursor(talk.leaf, None)
}

/// Draws one answer, and says which it is.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, talk: &Workshop) {
    let set = set(talk, state);
    let at = talk.leaf.min(set.last());
    let Some(page) = set.pages.get(at) else {
        return;
    };
    set.draw(canvas, page, None);
    let word = match (talk.at, &talk.subject) {
        (0, _) => w::SCREEN_WORKSHOP_ALL,
        (_, Subject::Project(_)) => w::SCREEN_WORKSHOP_QUESTION,
        _ => w::SCREEN_WORKSHOP_PART,
    };
    if talk.page.is_some() {
        let number = Deck::number(word, (talk.at, talk.count()), canvas.lang);
        set.place(canvas, &number, &set.leaf(at, canvas.lang));
    }
}
