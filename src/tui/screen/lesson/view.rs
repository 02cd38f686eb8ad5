//! Draws a step, and the screen that it shows.

use super::layout;
use crate::lang::w;
use crate::tui::screen::Lesson;
use crate::tui::screen::slide::{areas, draw as draw_slide, place};
use crate::tui::state::State;
use crate::tui::widget::Canvas;
use ratatui::layout::Rect;

/// Draws the lesson; gives back the room for what it shows, in a frame with its `name`.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, lesson: &Lesson, name: &str, body: Rect) -> Option<Rect> {
    let areas = areas(body);
    let (slide, pages) = layout::set(lesson, body, state.with());
    let at = lesson.page.min(pages.len().saturating_sub(1));
    let page = pages.get(at)?;
    draw_slide(canvas, &slide, page, areas.content, Some(&lesson.field));
    let frame = layout::frame(page, body).filter(|_| lesson.live.is_some());
    let inside = frame.map(|frame| canvas.frame(frame, name, canvas.theme.frame));
    if lesson.step().is_none() {
        return inside;
    }
    let of = (lesson.at, lesson.steps());
    let mut says = place(
        canvas.lang,
        canvas.glyphs.dot,
        w::SCREEN_LESSON_STEP,
        of,
        (at + 1, pages.len()),
    );
    // In the demonstration pages turn by themselves: what matters is how to stop it.
    if let Some(run) = &lesson.run {
        says = place(canvas.lang, canvas.glyphs.dot, w::SCREEN_LESSON_STEP, of, (1, 1));
        let word = match run.playing {
            true => w::SCREEN_LESSON_RUNS,
            false => w::SCREEN_LESSON_STANDS,
        };
        says.push_str(&format!(" {} {}", canvas.glyphs.dot, canvas.lang.say(word)));
    }
    canvas.text(areas.place, &says, canvas.theme.title);
    inside
}
