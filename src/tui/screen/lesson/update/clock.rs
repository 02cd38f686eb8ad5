//! The demonstration's clock: each page stands for its seconds, a query is typed letter by
//! letter. Nothing ticks: one alarm at a time is asked for, and it bears a ticket; the ticket of
//! a page that one has left wakes nobody.

use super::steps::forward;
use crate::lang::{Show, StepKind};
use crate::tui::event::Effect;
use crate::tui::screen::lesson::Run;
use crate::tui::screen::{Lesson, Screen};
use crate::tui::state::State;
use std::time::Duration;

/// How long a page stands where the script does not say.
const USUAL: u16 = 8;
/// From one letter to the next.
const LETTER: Duration = Duration::from_millis(90);

impl Lesson {
    /// The query that the step types before one's eyes.
    fn typed_query(&self) -> Option<String> {
        match self.step()?.kind {
            StepKind::Show {
                what: Show::Query(query),
                ..
            } => Some(self.filled(query)),
            _ => None,
        }
    }

    /// The text of the query so far goes into the field of the search that is shown.
    pub(in super::super) fn type_query(&mut self) {
        let (Some(query), Some(run)) = (self.typed_query(), &self.run) else {
            return;
        };
        let letters = if run.stopped { usize::MAX } else { run.letters };
        if let Some(Screen::Search(search)) = self.live.as_deref_mut() {
            let text: String = query.chars().take(letters).collect();
            search.field.set(&text);
        }
    }

    fn is_typing(&self) -> bool {
        let all = self.typed_query().map_or(0, |query| query.chars().count());
        self.run.as_ref().is_some_and(|run| run.letters < all) && self.live.is_some()
    }
}

/// Stops or goes on.
pub fn toggle(lesson: &mut Lesson) {
    if let Some(run) = &mut lesson.run {
        run.stopped = !run.stopped;
        run.ticket = None;
    }
    lesson.type_query();
}

/// Any key but those that turn pages and the space bar stops the clock.
pub fn stop(lesson: &mut Lesson) {
    if lesson.run.as_ref().is_some_and(|run| !run.stopped) {
        toggle(lesson);
    }
}

/// Sets the next alarm when there is none.
pub fn alarm(lesson: &mut Lesson, tickets: &mut u64) -> Option<Effect> {
    if !lesson.arrived || lesson.at_the_end() {
        return None;
    }
    let seconds = match lesson.step()?.kind {
        StepKind::Show { seconds, .. } => seconds.unwrap_or(USUAL),
        _ => USUAL,
    };
    let after = match lesson.is_typing() {
        true => LETTER,
        false => Duration::from_secs(seconds.into()),
    };
    let run = lesson.run.as_mut()?;
    if run.stopped || run.ticket.is_some() {
        return None;
    }
    *tickets += 1;
    run.ticket = Some(*tickets);
    let ticket = *tickets;
    Some(Effect::Wake { after, ticket })
}

/// An alarm went off: the next letter, page or step. Where another screen stands before the lesson,
/// the clock is set anew when one comes back.
pub fn wake(state: &mut State, ticket: u64) {
    let is_it = |run: &Run| run.ticket == Some(ticket);
    state.here(|screen, state| match screen {
        Screen::Lesson(lesson) if lesson.run.as_ref().is_some_and(is_it) => {
            if !lesson.is_typing() {
                return forward(lesson, state);
            }
            if let Some(run) = &mut lesson.run {
                run.letters += 1;
            }
            lesson.type_query();
        }
        _ => {}
    });
    for screen in state.history.places() {
        if let Screen::Lesson(lesson) = screen
            && let Some(run) = lesson.run.as_mut().filter(|run| is_it(run))
        {
            run.ticket = None;
        }
    }
}
