//! The loop: wait for an event, take all that are there, decide, draw once.
//!
//! Three threads feed it: the keyboard, the worker that opens, searches and explains, and the
//! signals. When nothing happens nothing runs.

mod setup;
mod worker;

pub use setup::Options;
use setup::Ready;

use super::event::{Done, Effect, Event};
use super::painter::Painter;
use super::state::State;
use super::terminal::{self, Guard};
use super::update::update;
use crate::desk::SettingsError;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event as Input;
use crossterm::queue;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use worker::{Job, Worker};

/// Why the program could not start, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    #[error("{}: {error}", path.display())]
    Keys {
        path: PathBuf,
        error: super::keymap::KeymapError,
    },
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{0}")]
    Terminal(#[from] io::Error),
    #[error("the part of the program that reads the archive stopped")]
    Worker,
}

/// What wakes the loop.
enum Wake {
    Event(Event),
    /// Someone else wrote on the terminal.
    Redraw,
    /// The keyboard is gone.
    Closed,
    WorkerGone,
}

/// How long a frame waits for an answer that is under way, rather than drawing twice.
const GRACE: Duration = Duration::from_millis(4);

/// Runs the program until the person leaves it.
pub fn run(options: Options) -> Result<(), TuiError> {
    let Ready {
        backend,
        mut state,
        settings,
    } = options.start()?;
    let (wake, inbox) = channel();
    let _guard = Guard::enter(state.mouse)?;
    #[cfg(unix)]
    {
        let wake = wake.clone();
        terminal::signals::watch(move || _ = wake.send(Wake::Redraw))?;
    }
    let worker = Worker::start(backend, wake.clone())?;
    worker.send(Job::Open);
    worker.send(Job::Load);
    read_keys(wake)?;
    let mut painter = Painter::new();
    let started = Instant::now();
    let mut first = true;
    loop {
        let mut effects = Vec::new();
        for wake in gather(&inbox, &worker, if first { Some(started) } else { None })? {
            match wake {
                Wake::Event(event) => effects.extend(update(&mut state, event)),
                Wake::Redraw => {
                    painter.forget();
                    effects.extend(update(&mut state, current_size()?));
                }
                Wake::Closed => return Ok(()),
                Wake::WorkerGone => return Err(TuiError::Worker),
            }
            for effect in std::mem::take(&mut effects) {
                if effect == Effect::Quit {
                    return Ok(());
                }
                run_effect(effect, &mut state, &worker, settings.as_deref())?;
            }
        }
        first = false;
        terminal::write(painter.paint(&state)?)?;
    }
}

/// Everything that happened: at least one thing (at the start: nothing, if nothing comes soon),
/// and the answers that are about to come.
fn gather(inbox: &Receiver<Wake>, worker: &Worker, started: Option<Instant>) -> Result<Vec<Wake>, TuiError> {
    let mut out = Vec::new();
    let since = match started {
        Some(since) => since,
        None => {
            out.push(inbox.recv().map_err(|_| TuiError::Worker)?);
            Instant::now()
        }
    };
    out.extend(inbox.try_iter());
    while worker.is_busy() && started.is_some() {
        let left = (GRACE * 2).saturating_sub(since.elapsed());
        match inbox.recv_timeout(left) {
            Ok(wake) => out.push(wake),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return Err(TuiError::Worker),
        }
        if out.iter().any(|w| matches!(w, Wake::Event(Event::Opened(_)))) {
            break;
        }
    }
    Ok(out)
}

fn run_effect(
    effect: Effect,
    state: &mut State,
    worker: &Worker,
    settings: Option<&std::path::Path>,
) -> Result<(), TuiError> {
    match effect {
        Effect::Search { generation, ask } => worker.send(Job::Search { generation, ask }),
        Effect::Sheet { subject, lang } => worker.send(Job::Sheet { subject, lang }),
        Effect::Copy(text) => {
            let mut bytes = Vec::new();
            queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
            terminal::write(&bytes)?;
            update(state, Event::Done(Ok(Done::Copied)));
        }
        Effect::Save(chosen) => {
            let done = match settings {
                Some(path) => chosen
                    .save_to(path)
                    .map(|()| Done::Saved)
                    .map_err(|e| e.to_string()),
                None => Ok(Done::Saved),
            };
            update(state, Event::Done(done));
        }
        Effect::Mouse(on) => terminal::mouse(on)?,
        #[cfg(unix)]
        Effect::Suspend => terminal::signals::suspend(),
        #[cfg(not(unix))]
        Effect::Suspend => {}
        Effect::Quit => {}
    }
    Ok(())
}

fn current_size() -> Result<Event, TuiError> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Event::Resize { width, height })
}

fn read_keys(wake: Sender<Wake>) -> io::Result<()> {
    thread::Builder::new().name("keyboard".into()).spawn(move || {
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
