//! The loop: wait for an event, take all that are there, decide, draw once.
//!
//! Three threads feed it: the keyboard, the worker that opens, searches and explains, and the
//! signals. A fourth lives as long as it takes to copy. When nothing happens nothing runs.

pub mod clipboard;
mod error;
pub mod helper;
pub mod setup;
mod worker;

pub use error::TuiError;
pub use setup::Options;

use super::event::{Done, Effect, Event};
use super::painter::Painter;
use super::state::State;
use super::terminal::{self, Guard};
use super::update::update;
use crate::app::DeskAsk;
use crate::desk::hand::{self, Way};
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event as Input;
use crossterm::queue;
use helper::{Need, Wake};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// How long a frame waits for an answer that is under way, rather than drawing twice.
const GRACE: Duration = Duration::from_millis(4);
/// How long the first frame waits for the name of the region.
const FIRST_GRACE: Duration = Duration::from_millis(8);

/// Runs the program until the person leaves it.
///
/// # Errors
/// When there is no terminal, a file of the person's is wrong, or a part of the program stops.
pub fn run(options: Options) -> Result<(), TuiError> {
    let (worker, state) = options.start()?;
    let (wake, inbox) = channel();
    let _guard = Guard::enter(state.mouse)?;
    #[cfg(unix)]
    {
        let wake = wake.clone();
        terminal::signals::watch(move || _ = wake.send(Wake::Redraw))?;
    }
    let (jobs, worker) = worker::start(worker, wake.clone())?;
    read_keys(wake.clone())?;
    let mut running = Running {
        state,
        jobs,
        tell: wake,
        waiting: 0,
        alarm: None,
        owes: false,
        painter: Painter::new(),
    };
    running.send(Effect::Open);
    let done = running.until_left(&inbox);
    if running.owes {
        // What was kept is on its way to the disk.
        drop(running.jobs);
        let _ = worker.join();
    }
    done
}

struct Running {
    state: State,
    jobs: Sender<Effect>,
    /// For threads that report to the loop.
    tell: Sender<Wake>,
    /// Jobs whose end has not been told yet.
    waiting: usize,
    /// When the screen wants to be woken, and its ticket.
    alarm: Option<(Instant, u64)>,
    /// Something was given to the worker to be written.
    owes: bool,
    painter: Painter,
}

impl Running {
    /// Draws and waits, until the person leaves.
    fn until_left(&mut self, inbox: &Receiver<Wake>) -> Result<(), TuiError> {
        let mut waits = FIRST_GRACE;
        loop {
            if self.take(inbox, waits)?.is_break() {
                return Ok(());
            }
            terminal::write(self.painter.paint(&self.state)?)?;
            if waits == FIRST_GRACE {
                self.send(Effect::Load);
                self.send(Effect::Seek);
            }
            waits = GRACE;
            let wake = self.next(inbox)?;
            if self.wake(wake)?.is_break() {
                return Ok(());
            }
        }
    }

    /// Takes all that happened, and the answers that come within a moment.
    fn take(&mut self, inbox: &Receiver<Wake>, moment: Duration) -> Result<ControlFlow<()>, TuiError> {
        let since = Instant::now();
        loop {
            let left = match self.waiting {
                0 => Duration::ZERO,
                _ => moment.saturating_sub(since.elapsed()),
            };
            // One who tells is always there, ourselves: there is no other error than the time.
            let Ok(wake) = inbox.recv_timeout(left) else {
                return Ok(ControlFlow::Continue(()));
            };
            if self.wake(wake)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    /// Sleeps until something happens, or the alarm goes off.
    fn next(&mut self, inbox: &Receiver<Wake>) -> Result<Wake, TuiError> {
        let Some((when, ticket)) = self.alarm else {
            return inbox.recv().map_err(|_| TuiError::Worker);
        };
        let rang = |_| {
            self.alarm = None;
            Wake::Event(Event::Wake { ticket })
        };
        let left = when.saturating_duration_since(Instant::now());
        Ok(inbox.recv_timeout(left).unwrap_or_else(rang))
    }

    fn wake(&mut self, wake: Wake) -> Result<ControlFlow<()>, TuiError> {
        let event = match wake {
            Wake::Event(event) => event,
            Wake::Answer(answer) => {
                self.waiting = self.waiting.saturating_sub(1);
                match answer {
                    Some(event) => event,
                    None => return Ok(ControlFlow::Continue(())),
                }
            }
            #[cfg(unix)]
            Wake::Redraw => self.redraw()?,
            Wake::Closed => return Ok(ControlFlow::Break(())),
            Wake::Broke(Need::Cannot) => return Err(TuiError::Worker),
            Wake::Broke(Need::Can) => {
                terminal::enter_again();
                self.redraw()?
            }
        };
        for effect in update(&mut self.state, event) {
            if self.act(effect)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The whole screen anew: what stands on the terminal is not ours.
    fn redraw(&mut self) -> io::Result<Event> {
        self.painter.forget();
        let (width, height) = terminal::size()?;
        Ok(Event::Resize { width, height })
    }

    fn send(&mut self, job: Effect) {
        self.owes |= match &job {
            Effect::Desk { ask, .. } => *ask != DeskAsk::Read,
            Effect::Save(_) | Effect::Offered(_) => true,
            _ => false,
        };
        self.waiting += 1;
        // A worker that is gone has said so already.
        let _ = self.jobs.send(job);
    }

    fn act(&mut self, effect: Effect) -> Result<ControlFlow<()>, TuiError> {
        match effect {
            Effect::Wake { after, ticket } => self.alarm = Some((Instant::now() + after, ticket)),
            Effect::Copy(text) => {
                let mut bytes = Vec::new();
                queue!(bytes, CopyToClipboard::to_clipboard_from(&text))?;
                terminal::write(&bytes)?;
                self.copy_to_system(text)?;
            }
            Effect::Hand(way, file) => self.hand_to_system(way, file)?,
            Effect::Mouse(on) => terminal::mouse(on)?,
            #[cfg(unix)]
            Effect::Suspend => terminal::signals::suspend(),
            #[cfg(not(unix))]
            Effect::Suspend => {}
            Effect::Quit => return Ok(ControlFlow::Break(())),
            job => self.send(job),
        }
        Ok(ControlFlow::Continue(()))
    }

    /// A file to whichever program opens or prints it, on a thread of its own.
    fn hand_to_system(&self, way: Way, file: String) -> io::Result<()> {
        helper::spawn("hand", Need::Can, self.tell.clone(), move |tell| {
            let done = Done::Handed(way, hand::hand(&hand::programs(way), Path::new(&file)));
            // Nobody waits any more when the program has ended.
            let _ = tell.send(Wake::Event(Event::Done(Ok(done))));
        })?;
        Ok(())
    }

    /// The system's clipboard, by whichever program there is, on a thread of its own: a program
    /// that hangs holds nobody up.
    fn copy_to_system(&self, text: String) -> io::Result<()> {
        helper::spawn("clipboard", Need::Can, self.tell.clone(), move |tell| {
            let done = clipboard::copy(&clipboard::tools(), &text);
            // Nobody waits any more when the program has ended.
            let _ = tell.send(Wake::Event(Event::Done(Ok(done))));
        })?;
        Ok(())
    }
}

fn read_keys(wake: Sender<Wake>) -> io::Result<()> {
    helper::spawn("keyboard", Need::Cannot, wake, |wake| {
        loop {
            let event = match crossterm::event::read() {
                Ok(Input::Key(key)) => Wake::Event(Event::Key(key)),
                Ok(Input::Paste(text)) => Wake::Event(Event::Paste(text)),
                Ok(Input::Mouse(mouse)) => Wake::Event(Event::Mouse(mouse)),
                Ok(Input::Resize(width, height)) => Wake::Event(Event::Resize { width, height }),
                Ok(Input::FocusGained | Input::FocusLost) => continue,
                Err(_) => Wake::Closed,
            };
            let last = matches!(event, Wake::Closed);
            if wake.send(event).is_err() || last {
                return;
            }
        }
    })?;
    Ok(())
}
