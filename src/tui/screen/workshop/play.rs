//! A clicker turns pages, then questions; Esc leaves for the page where one was.

use super::{Workshop, parts};
use crate::lang::{Lang, w};
use crate::sheet::Subject;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::screen::read::update::ask_page;
use crate::tui::screen::read::{Read, layout as reading, typeset};
use crate::tui::screen::slide::{self, Slide, With, areas, pages, place};
use crate::tui::state::State;
use crate::tui::then::Then;
use crate::tui::widget::Canvas;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

/// The answer at hand, set in pages.
pub fn set(workshop: &Workshop, body: Rect, with: With<'_>) -> (Slide, Vec<slide::Page>) {
    let content = areas(body).content;
    let slide = workshop.slide(with);
    let set = pages(&slide, content.width, content.height);
    (slide, set)
}

/// Where the terminal's cursor stands on the talk.
pub fn cursor(workshop: &Workshop, body: Rect, with: With<'_>) -> Option<Position> {
    let (slide, set) = set(workshop, body, with);
    slide::cursor(&slide, set.get(workshop.leaf)?, areas(body).content, None)
}

/// Keeps the place within the page of now: after a change of size or language.
pub fn settle(workshop: &mut Workshop, body: Rect, with: With<'_>) {
    if workshop.page.is_some() {
        workshop.at = workshop.at.min(workshop.count());
        let last = set(workshop, body, with).1.len().saturating_sub(1);
        workshop.leaf = workshop.leaf.min(last);
    }
}

/// The talk of a page that is read, from the question on that was being read; nothing where there
/// is nothing to say aloud. A page that is still on its way is waited for here as well.
pub fn of(read: &Read, body: Rect) -> Option<Workshop> {
    let workshop = Workshop::new(read.subject.clone());
    let Some(page) = &read.page else {
        return read.failed.is_none().then_some(workshop);
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
        ..workshop
    })
}

/// What an action does on the talk: a clicker turns pages, then questions.
pub fn act(workshop: &mut Workshop, action: Action, body: Rect, with: With<'_>) -> Then {
    let last = set(workshop, body, with).1.len().saturating_sub(1);
    match action {
        Action::Back => return Then::Back,
        Action::Next if workshop.leaf < last => workshop.leaf += 1,
        Action::Next if workshop.at < workshop.count() => (workshop.at, workshop.leaf) = (workshop.at + 1, 0),
        Action::Next => {
            let key = with.keys.say(Action::Back, with.lang);
            return Then::Say(with.lang.fill(w::SCREEN_WORKSHOP_LAST, &[("back", &key)]));
        }
        Action::Previous if workshop.leaf > 0 => workshop.leaf -= 1,
        Action::Previous if workshop.at > 0 => {
            // Its last page, wherever that is.
            (workshop.at, workshop.leaf) = (workshop.at - 1, usize::MAX);
        }
        _ => {}
    }
    Then::Stay
}

/// Asks for the page in the language of now.
pub fn ensure(workshop: &mut Workshop, lang: Lang) -> Option<Effect> {
    ask_page(&workshop.subject, &mut workshop.asked, &mut workshop.page, lang)
}

/// Draws one answer, and says which it is.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, workshop: &Workshop, body: Rect) {
    let areas = areas(body);
    let (slide, set) = set(workshop, body, state.with());
    let at = workshop.leaf.min(set.len().saturating_sub(1));
    let Some(page) = set.get(at) else {
        return;
    };
    slide::draw(canvas, &slide, page, areas.content, None);
    if workshop.page.is_none() {
        return;
    }
    let word = match (workshop.at, &workshop.subject) {
        (0, _) => w::SCREEN_WORKSHOP_ALL,
        (_, Subject::Project(_)) => w::SCREEN_WORKSHOP_QUESTION,
        _ => w::SCREEN_WORKSHOP_PART,
    };
    let of = (workshop.at, workshop.count());
    let says = place(canvas.lang, canvas.glyphs.dot, word, of, (at + 1, set.len()));
    canvas.text(areas.place, &says, canvas.theme.title);
}
