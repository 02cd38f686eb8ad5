//! What wakes the loop.

use crate::tui::event::Event;

/// What happened.
pub enum Wake {
    Event(Event),
    /// The end of a job: its answer, or nothing when a later one took its place.
    Answer(Option<Event>),
    /// Someone else wrote on the terminal.
    #[cfg(unix)]
    Redraw,
    /// The keyboard is gone.
    Closed,
    /// A thread panicked, and the terminal was given back.
    Broke(Need),
}

/// Whether the program can go on without a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A copy that nobody hears of is only a copy.
    Can,
    /// Without keys or answers there is no program.
    Cannot,
}
