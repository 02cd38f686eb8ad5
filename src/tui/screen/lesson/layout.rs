//! The pages of the step at hand, and the place on them of what is shown live.

use crate::tui::frame::Target;
use crate::tui::screen::Lesson;
use crate::tui::screen::slide::{self, Kind, Page, Slide, With, areas, pages};
use crate::tui::widget::inside;
use ratatui::layout::{Position, Rect};

/// The words of the step, set in pages.
pub fn set(lesson: &Lesson, body: Rect, with: With<'_>) -> (Slide, Vec<Page>) {
    let slide = lesson.slide(with);
    let content = areas(body).content;
    let pages = pages(&slide, content.width, content.height);
    (slide, pages)
}

/// The frame of what is shown live on a page.
pub fn frame(page: &Page, body: Rect) -> Option<Rect> {
    let content = areas(body).content;
    let (y, height) = page.live?;
    Some(Rect::new(content.x, content.y + y, content.width, height))
}

/// Room for what is shown live, wherever it stands; it needs some to be kept up.
pub fn live(lesson: &Lesson, body: Rect, with: With<'_>) -> Option<Rect> {
    let (_, pages) = set(lesson, body, with);
    pages.iter().find_map(|page| frame(page, body)).map(inside)
}

/// What of the lesson stands at a place.
pub fn target(lesson: &Lesson, body: Rect, with: With<'_>, at: Position) -> Option<Target> {
    let (slide, pages) = set(lesson, body, with);
    let page = pages.get(lesson.page)?;
    if frame(page, body).is_some_and(|frame| frame.contains(at)) {
        return Some(Target::Preview);
    }
    let content = areas(body).content;
    let line = page.lines.iter().find(|line| content.y + line.y == at.y)?;
    let item = line.item?;
    let choice = |at: usize| matches!(slide.items.get(at).map(|i| i.kind), Some(Kind::Choice(_)));
    let before = (0..item).filter(|at| choice(*at)).count();
    choice(item).then_some(Target::Item(before))
}

/// Where the terminal's cursor stands on the lesson.
pub fn cursor(lesson: &Lesson, body: Rect, with: With<'_>) -> Option<Position> {
    let (slide, pages) = set(lesson, body, with);
    let content = areas(body).content;
    slide::cursor(&slide, pages.get(lesson.page)?, content, Some(&lesson.field))
}

/// Keeps the place within the pages of now.
pub fn settle(lesson: &mut Lesson, body: Rect, with: With<'_>) {
    let last = set(lesson, body, with).1.len().saturating_sub(1);
    lesson.page = lesson.page.min(last);
}
