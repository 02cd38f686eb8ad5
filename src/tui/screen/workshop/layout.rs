//! The pages of the answer at hand.

use super::Workshop;
use crate::lang::Lang;
use crate::tui::keymap::Keymap;
use crate::tui::screen::slide::{self, Page, areas, pages};
use ratatui::layout::{Position, Rect};

/// The answer at hand, set in pages.
pub fn set(workshop: &Workshop, body: Rect, lang: Lang, keys: &Keymap) -> Vec<Page> {
    let content = areas(body).content;
    pages(&workshop.slide(lang, keys), content.width, content.height)
}

/// Where the terminal's cursor stands on the talk.
pub fn cursor(workshop: &Workshop, body: Rect, lang: Lang, keys: &Keymap) -> Option<Position> {
    let content = areas(body).content;
    let slide = workshop.slide(lang, keys);
    let set = pages(&slide, content.width, content.height);
    slide::cursor(&slide, set.get(workshop.leaf)?, content, None)
}

/// Keeps the place within the page of now: after a change of size or language.
pub fn settle(workshop: &mut Workshop, body: Rect, lang: Lang, keys: &Keymap) {
    if workshop.page.is_some() {
        workshop.at = workshop.at.min(workshop.count());
        let last = set(workshop, body, lang, keys).len().saturating_sub(1);
        workshop.leaf = workshop.leaf.min(last);
    }
}
