//! Threads beside the loop. When one breaks, the panic has given the terminal back, so the loop is
//! told: it takes the screen again, or ends where it cannot go on without the thread.

use crate::tui::event::Event;
use std::io;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

/// What wakes the loop.
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

/// Starts a thread with a way to wake the loop.
///
/// # Errors
/// When the system gives no thread.
pub fn spawn(
    name: &str,
    need: Need,
    wake: Sender<Wake>,
    work: impl FnOnce(&Sender<Wake>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.into()).spawn(move || {
        let farewell = Farewell { need, wake };
        work(&farewell.wake);
    })
}

/// Tells the loop of a panic; nobody is there to be told when the program has ended.
struct Farewell {
    need: Need,
    wake: Sender<Wake>,
}

impl Drop for Farewell {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.wake.send(Wake::Broke(self.need));
        }
    }
}
