//! Draws one answer, and says which it is.

use super::Workshop;
use crate::lang::w;
use crate::sheet::Subject;

use crate::tui::screen::slide::{areas, draw as draw_slide, pages, place};
use crate::tui::state::State;
use crate::tui::widget::Canvas;
use ratatui::layout::Rect;

/// Draws the talk.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, workshop: &Workshop, body: Rect) {
    let areas = areas(body);
    let slide = workshop.slide(canvas.lang, &state.keymap);
    let set = pages(&slide, areas.content.width, areas.content.height);
    let at = workshop.leaf.min(set.len().saturating_sub(1));
    let Some(page) = set.get(at) else {
        return;
    };
    draw_slide(canvas, &slide, page, areas.content, None);
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
