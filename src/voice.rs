//! The linear mode, for a screen reader, a slow line, a pipe: lines in, lines out. No cursor is
//! moved, nothing is drawn, nothing that was printed changes.
//!
//! ```text
//! line → update(&mut State, &Archive, line) → effects: lines to print, settings to save, the end
//! ```
//!
//! - `command`: the words that do something; `update` decides; `state` is what it remembers; `place` is
//!   where one can be.
//! - `list`, `menu`, `results`: numbered choices; `page`: what is read aloud.
//! - `archive`: the data; `input`: lines from people.

pub mod command;
pub mod input;
pub mod list;
mod menu;
pub mod page;
pub mod place;
mod results;
pub mod state;
pub mod update;

use crate::app::{Archive, DeskAsk, Opener, desk_answer, newer, print, take_newer, why};
use crate::desk::{Settings, Store, today};
use crate::lang::{Lang, w};
use crate::sheet::heard::speech;
use crate::sheet::newer_row;
use crate::sheet::paper::Handed;
use crate::text::clean::tame;
use state::{Effect, State};
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// How long the data may take before a word is said about it.
const PATIENCE: Duration = Duration::from_millis(700);

/// Why the simple mode had to end.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    /// A sentence for the person.
    #[error("{0}")]
    Archive(String),
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl VoiceError {
    /// One sentence for the person.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            VoiceError::Archive(says) => says.clone(),
            VoiceError::Io(error) => lang.fill(w::CLI_ERROR_OUTPUT, &[("why", &lang.why(error))]),
        }
    }
}

/// What the simple mode starts with.
pub struct Options {
    pub lang: Lang,
    pub opener: Opener,
}

/// Speaks until the person leaves or the input ends; a reader of the output that goes away ends it
/// too.
///
/// # Errors
/// When the archive cannot be read, or what is said does not get through.
pub fn run(options: Options, out: &mut dyn Write) -> Result<(), VoiceError> {
    match speak(options, &mut Lines(out)) {
        Err(VoiceError::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Where lines go, after what could command a terminal is taken out.
struct Lines<'a>(&'a mut dyn Write);

impl Lines<'_> {
    fn line(&mut self, text: &str) -> io::Result<()> {
        self.0.write_all(tame(text).as_bytes())?;
        self.0.write_all(b"\n")
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn speak(options: Options, out: &mut Lines<'_>) -> Result<(), VoiceError> {
    let lang = options.lang;
    let settings = match Settings::load() {
        Ok(settings) => settings,
        Err(error) => {
            out.line(&lang.fill(w::LINEAR_SETTINGS_BAD, &[("why", &error.say(lang))]))?;
            Settings::default()
        }
    };
    let archive = load(options, out)?;
    let mut state = State::new(lang, settings, today());
    let mut store = Store::at_home();
    let mut effects = update::welcome(&mut state, &archive);
    effects.push(Effect::Desk(DeskAsk::Read));
    effects.extend(offer(&state));
    let mut going = perform(effects, &mut state, &archive, &mut store, out)?;
    out.flush()?;
    let mut keyboard = io::stdin().lock();
    while going {
        let Some(line) = input::line(&mut keyboard)? else {
            break;
        };
        store.going.begin(Instant::now());
        let effects = update::update(&mut state, &archive, &line);
        going = perform(effects, &mut state, &archive, &mut store, out)?;
        out.flush()?;
    }
    Ok(())
}

/// At the first start what can be chosen is said, once; to a pipe nothing is offered.
fn offer(state: &State) -> Option<Effect> {
    let is_new = Settings::are_new() && io::stdin().is_terminal();
    is_new.then(|| {
        // Where this cannot be kept it is said again.
        _ = state.settings.save();
        Effect::Say(state.lang.say(w::LINEAR_FIRST_OFFERED).to_owned())
    })
}

/// Opens and reads the data, and says so when it takes long.
fn load(options: Options, out: &mut Lines<'_>) -> Result<Archive, VoiceError> {
    let Options { lang, opener } = options;
    let (done, loaded) = channel();
    thread::spawn(move || {
        let archive = opener().and_then(|(snapshot, mut refused)| {
            let failed = |error| lang.fill(w::LINEAR_FAILED, &[("why", &why(&error, lang))]);
            let (archive, more) = Archive::load_or_bundled(snapshot, lang).map_err(failed)?;
            refused.extend(more);
            refused.extend(newer(&archive.snapshot).map(|found| newer_row(&found, lang)));
            Ok((archive, refused))
        });
        // Nobody waits any more when the program has ended.
        _ = done.send(archive);
    });
    let gone = |_| VoiceError::Archive(lang.say(w::TUI_WORKER_GONE).to_owned());
    let answer = match loaded.recv_timeout(PATIENCE) {
        Ok(answer) => answer,
        Err(_) => {
            out.line(lang.say(w::LINEAR_WAIT))?;
            out.flush()?;
            loaded.recv().map_err(gone)?
        }
    };
    let (archive, refused) = answer.map_err(VoiceError::Archive)?;
    for line in refused.iter().flat_map(|says| speech::lines(says)) {
        out.line(&line)?;
    }
    Ok(archive)
}

/// Prints and saves; false when the program is to end.
fn perform(
    effects: Vec<Effect>,
    state: &mut State,
    archive: &Archive,
    store: &mut Store,
    out: &mut Lines<'_>,
) -> io::Result<bool> {
    let mut going = true;
    for effect in effects {
        match effect {
            Effect::Desk(ask) => {
                state.today = today();
                let answer = desk_answer(store, archive.catalogue(), &ask, state.lang, state.today);
                let more = update::desk_answered(state, archive, answer);
                going &= perform(more, state, archive, store, out)?;
            }
            Effect::Say(line) => out.line(&line)?,
            Effect::Save(settings) => {
                if let Err(error) = settings.save() {
                    let why = error.say(state.lang);
                    out.line(&state.lang.fill(w::LINEAR_SAVED_NOT, &[("why", &why)]))?;
                }
            }
            Effect::Print(subject) => {
                let handed = Handed {
                    desk: state.settings.desk.as_deref(),
                    day: today(),
                };
                let printed = print(archive, store, &subject, state.lang, handed);
                out.line(&printed.map_or_else(
                    |why| why,
                    |file| {
                        state
                            .lang
                            .fill(w::PAPER_WRITTEN, &[("file", &file.display().to_string())])
                    },
                ))?;
            }
            Effect::Export(list) => {
                let lang = state.lang;
                let files = archive.export(&list, lang).map(|files| {
                    let files = files.map(|file| file.display().to_string());
                    let file = files.join(lang.say(w::GATHERED_AND));
                    lang.fill(w::GATHERED_EXPORTED, &[("file", &file)])
                });
                out.line(&files.unwrap_or_else(|why| why))?;
            }
            Effect::Seek => {
                let more = update::newer_found(state, archive, newer(&archive.snapshot));
                going &= perform(more, state, archive, store, out)?;
            }
            Effect::Take(found) => {
                let taken = take_newer(&archive.snapshot, &found, state.lang);
                let lines = taken.unwrap_or_else(|why| vec![why]);
                for line in lines.iter().flat_map(|says| speech::lines(says)) {
                    out.line(&line)?;
                }
            }
            Effect::Quit => going = false,
        }
    }
    Ok(going)
}
