//! The loop: wait for an event, take all that are there, decide, draw once.
//!
//! Three threads feed it: the keyboard, the worker that opens, searches and explains, and the
//! signals. A fourth lives as long as it takes to copy. When nothing happens nothing runs.

mod clipboard;
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
use crate::lang::{Lang, w};
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event as Input;
use crossterm::queue;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use worker::Job;

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
    #[error("the full screen needs a terminal")]
    NoTerminal,
    #[error("the part of the program that reads the archive stopped")]
    Worker,
}

impl TuiError {
    /// One sentence for the person.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            TuiError::Keys { path, error } => {
                let file = path.display().to_string();
                lang.fill(w::TUI_KEYS_WRONG, &[("file", &file), ("why", &error.say(lang))])
            }
            TuiError::NoTerminal => lang.say(w::TUI_NO_TERMINAL).to_owned(),
            TuiError::Worker => lang.say(w::TUI_WORKER_GONE).to_owned(),
            TuiError::Settings(_) | TuiError::Read { .. } | TuiError::Terminal(_) => self.to_string(),
        }
    }
}

/// What wakes the loop.
enum Wake {
    Event(Event),
    /// The end of a job: its answer, or nothing when a later one took its place.
    Answer(Option<Event>),
    /// Someone else wrote on the terminal.
    #[cfg(unix)]
    Redraw,
    /// The keyboard is gone.
    Closed,
    WorkerGone,
}

/// How long a frame waits for an answer that is under way, rather than drawing twice.
const GRACE: Duration = Duration::from_millis(4);
/// How long the first frame waits for the name of the region.
const FIRST_GRACE: Duration = Duration::from_millis(8);

/// Runs the program until the person leaves it.
pub fn run(options: Options) -> Result<(), TuiError> {
    let Ready {
        backend,
        state,
        settings,
    } = options.start()?;
    let (wake, inbox) = channel();
    let _guard = Guard::enter(state.mouse)?;
    #[cfg(unix)]
    {
        let wake = wake.clone();
        terminal::signals::watch(move || _ = wake.send(Wake::Redraw))?;
    }
    let jobs = worker::start(backend, wake.clone())?;
    read_keys(wake.clone())?;
    let mut running = Running {
        state,
        settings,
        jobs,
        tell: wake,
        waiting: 0,
        alarm: None,
        painter: Painter::new(),
    };
    running.send(Job::Open);
    let mut waits = FIRST_GRACE;
    loop {
        if running.take(&inbox, waits)?.is_break() {
            return Ok(());
        }
        terminal::write(running.painter.paint(&running.state)?)?;
        if waits == FIRST_GRACE {
            running.send(Job::Load);
        }
        waits = GRACE;
        let wake = running.next(&inbox)?;
        if running.wake(wake)?.is_break() {
            return Ok(());
        }
    }
}

struct Running {
    state: State,
    /// Where what is chosen is kept.
    settings: Option<PathBuf>,
    jobs: Sender<Job>,
    /// For threads that report to the loop.
    tell: Sender<Wake>,
    /// Jobs whose end has not been told yet.
    waiting: usize,
    /// When the screen wants to be woken, and its ticket.
    alarm: Option<(Instant, u64)>,
    painter: Painter,
}

impl Running {
    /// Takes all that happened, and the answers that come within a moment.
    fn take(&mut self, inbox: &Receiver<Wake>, moment: Duration) -> Result<ControlFlow<()>, TuiError> {
        let since = Instant::now();
        loop {
            let left = match self.waiting {
                0 => Duration::ZERO,
                _ => moment.saturating_sub(since.elapsed()),
            };
            match inbox.recv_timeout(left) {
                Ok(wake) => {
                    if self.wake(wake)?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(ControlFlow::Continue(())),
                Err(RecvTimeoutError::Disconnected) => return Err(TuiError::Worker),
            }
        }
    }

    /// Sleeps until something happens, or the alarm goes off.
    fn next(&mut self, inbox: &Receiver<Wake>) -> Result<Wake, TuiError> {
        let Some((when, ticket)) = self.alarm else {
            return inbox.recv().map_err(|_| TuiError::Worker);
        };
        match inbox.recv_timeout(when.saturating_duration_since(Instant::now())) {
            Ok(wake) => Ok(wake),
            Err(RecvTimeoutError::Timeout) => {
                self.alarm = None;
                Ok(Wake::Event(Event::Wake { ticket }))
            }
            Err(RecvTimeoutError::Disconnected) => Err(TuiError::Worker),
        }
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
            Wake::Redraw => {
                self.painter.forget();
                let (width, height) = crossterm::terminal::size()?;
                Event::Resize { width, height }
            }
            Wake::Closed => return Ok(ControlFlow::Break(())),
            Wake::WorkerGone => return Err(TuiError::Worker),
        };
        for effect in update(&mut self.state, event) {
            if self.act(effect)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn send(&mut self, job: Job) {
        self.waiting += 1;
        // A worker that is gone has said so already.
        let _ = self.jobs.send(job);
    }

    fn act(&mut self, effect: Effect) -> Result<ControlFlow<()>, TuiError> {
        match effect {
            Effect::Search { generation, ask } => self.send(Job::Search { generation, ask }),
            Effect::Sheet { subject, lang } => self.send(Job::Sheet { subject, lang }),
            Effect::Step(ask) => self.send(Job::Step(ask)),
            Effect::Wake { after, ticket } => self.alarm = Some((Instant::now() + after, ticket)),
            Effect::Copy(text) => {
                let mut bytes = Vec::new();
                queue!(bytes, CopyToClipboard::to_clipboard_from(&text))?;
                terminal::write(&bytes)?;
                self.copy_to_system(text)?;
            }
            Effect::Desk { ask, lang } => self.send(Job::Desk { ask, lang }),
            Effect::Save(chosen) => {
                if let Some(path) = &self.settings {
                    let done = chosen.save_to(path).map(|()| Done::Saved);
                    update(&mut self.state, Event::Done(done.map_err(|e| e.to_string())));
                }
            }
            Effect::Mouse(on) => terminal::mouse(on)?,
            #[cfg(unix)]
            Effect::Suspend => terminal::signals::suspend(),
            #[cfg(not(unix))]
            Effect::Suspend => {}
            Effect::Quit => return Ok(ControlFlow::Break(())),
        }
        Ok(ControlFlow::Continue(()))
    }
}

impl Running {
    /// The system's clipboard, by whichever program there is, on a thread of its own: a program
    /// that hangs holds nobody up.
    fn copy_to_system(&mut self, text: String) -> io::Result<()> {
        let tools = clipboard::tools();
        if tools.is_empty() {
            let done = Done::Copied {
                tried: Vec::new(),
                taken: false,
            };
            update(&mut self.state, Event::Done(Ok(done)));
            return Ok(());
        }
        let tell = self.tell.clone();
        thread::Builder::new().name("clipboard".into()).spawn(move || {
            let done = clipboard::copy(&tools, &text);
            // Nobody waits any more when the program has ended.
            let _ = tell.send(Wake::Event(Event::Done(Ok(done))));
        })?;
        Ok(())
    }
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
