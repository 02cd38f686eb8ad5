//! The pages of the step at hand, and the screen that it shows.

use crate::lang::w;
use crate::tui::frame::Target;
use crate::tui::screen::Lesson;
use crate::tui::screen::slide::Deck;
use crate::tui::state::State;
use crate::tui::widget::{Canvas, inside};
use ratatui::layout::{Position, Rect};

/// The words of the step, set in pages.
pub fn set(lesson: &Lesson, state: &State) -> Deck {
    Deck::new(lesson.slide(state), state)
}

/// Room for what is shown live, wherever it stands; it needs some to be kept up.
pub fn live(lesson: &Lesson, state: &State) -> Option<Rect> {
    let set = set(lesson, state);
    set.pages.iter().find_map(|page| set.live(page)).map(inside)
}

/// What of the lesson stands at a place.
pub fn target(lesson: &Lesson, state: &State, at: Position) -> Option<Target> {
    let set = set(lesson, state);
    let page = set.pages.get(lesson.page)?;
    match set.live(page).is_some_and(|frame| frame.contains(at)) {
        true => Some(Target::Preview),
        false => set.choice(page, at).map(Target::Item),
    }
}

/// Where the terminal's cursor stands on the lesson.
pub fn cursor(lesson: &Lesson, state: &State) -> Option<Position> {
    set(lesson, state).cursor(lesson.page, Some(&lesson.field))
}

/// Keeps the place within the pages of now.
pub fn settle(lesson: &mut Lesson, state: &State) {
    lesson.page = lesson.page.min(set(lesson, state).last());
}

/// Draws the lesson; gives back the room for what it shows, in a frame with its `name`.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, lesson: &Lesson, name: &str) -> Option<Rect> {
    let set = set(lesson, state);
    let at = lesson.page.min(set.last());
    let page = set.pages.get(at)?;
    set.draw(canvas, page, Some(&lesson.field));
    let frame = set.live(page).filter(|_| lesson.live.is_some());
    let inside = frame.map(|frame| canvas.frame(frame, name, canvas.theme.frame));
    // In the demonstration pages turn by themselves: what matters is how to stop it.
    let ends = match &lesson.run {
        None => set.leaf(at, canvas.lang),
        Some(run) if run.stopped => vec![canvas.lang.say(w::SCREEN_LESSON_STANDS).to_owned()],
        Some(_) => vec![canvas.lang.say(w::SCREEN_LESSON_RUNS).to_owned()],
    };
    let of = (lesson.at, lesson.steps());
    let heads = lesson
        .step()
        .map(|_| Deck::number(w::SCREEN_LESSON_STEP, of, canvas.lang));
    if heads.is_some() || lesson.run.is_none() {
        set.place(canvas, &heads.unwrap_or_else(|| vec![String::new()]), &ends);
    }
    inside
}
