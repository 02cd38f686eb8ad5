//! The linear mode, for a screen reader, a slow line, a pipe: lines in, lines out. No cursor is
//! moved, nothing is drawn, nothing that was printed changes.
//!
//! ```text
//! line → update(&mut State, &World, line) → effects: lines to print, settings to save, the end
//! ```
//!
//! - [`command`]: the words that do something; [`update`] decides; [`state`] is what it remembers.
//! - [`list`], [`menu`], [`results`]: numbered choices; [`page`]: what is read aloud.
//! - [`world`]: the data; [`speech`]: sentences for a voice; [`input`]: lines from people.

mod command;
mod input;
mod list;
mod menu;
mod page;
mod results;
mod speech;
mod state;
mod update;
mod world;

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use crate::desk::{Ask, Settings, Store, today};
use crate::lang::w;
use state::{Effect, State};
use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use world::World;

/// How long the data may take before a word is said about it.
const PATIENCE: Duration = Duration::from_millis(700);

/// Whether the program, called without a command, speaks line by line: no terminal to draw on or
/// to read keys from, one that cannot do more, or a person who wants it so.
pub fn is_wanted() -> bool {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    dumb || !io::stdout().is_terminal()
        || !io::stdin().is_terminal()
        || Settings::load().is_ok_and(|settings| settings.linear)
}

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let settings = Settings::load().unwrap_or_else(|error| {
        out.line(&lang.fill(w::LINEAR_SETTINGS_BAD, &[("why", &error.to_string())]));
        Settings::default()
    });
    let world = load(context, out)?;
    let mut state = State::new(lang, settings, today());
    let mut store = Store::at_home();
    let mut effects = update::welcome(&mut state, &world);
    effects.push(Effect::Desk(Ask::Read));
    let mut going = perform(effects, &mut state, &world, &mut store, out);
    out.flush()?;
    let mut keyboard = io::stdin().lock();
    while going && !out.is_closed() {
        let read = input::line(&mut keyboard).map_err(|e| Failure::data(e.to_string()))?;
        let Some(line) = read else {
            break;
        };
        let effects = update::update(&mut state, &world, &line);
        going = perform(effects, &mut state, &world, &mut store, out);
        out.flush()?;
    }
    Ok(Code::Found)
}

/// Opens and reads the data, and says so when it takes long.
fn load(context: &Context, out: &mut Out) -> Result<World, Failure> {
    let lang = context.lang;
    let named = context.args.get_one::<PathBuf>("archivio").cloned();
    let (done, loaded) = channel();
    thread::spawn(move || {
        let world = archive::at_desk(named.as_deref(), lang).and_then(|(snapshot, refused)| {
            let world = World::load(snapshot).map_err(|e| e.to_string())?;
            Ok((world, refused))
        });
        // Nobody waits any more when the program has ended.
        _ = done.send(world);
    });
    let answer = match loaded.recv_timeout(PATIENCE) {
        Ok(answer) => answer,
        Err(_) => {
            out.line(lang.say(w::LINEAR_WAIT));
            out.flush()?;
            loaded.recv().map_err(|e| Failure::data(e.to_string()))?
        }
    };
    let (world, refused) = answer.map_err(Failure::data)?;
    for says in refused {
        for line in speech::lines(&says) {
            out.line(&line);
        }
    }
    Ok(world)
}

/// Prints and saves; false when the program is to end.
fn perform(effects: Vec<Effect>, state: &mut State, world: &World, store: &mut Store, out: &mut Out) -> bool {
    let lang = state.lang;
    let mut going = true;
    for effect in effects {
        match effect {
            Effect::Desk(ask) => {
                state.today = today();
                let answer = store.answer(&ask, state.today).map_err(|e| e.say(lang));
                if let Some(says) = store.aside(lang) {
                    out.line(&says);
                }
                let more = update::desk_answered(state, world, &ask, answer);
                going &= perform(more, state, world, store, out);
            }
            Effect::Say(line) => out.line(&line),
            Effect::Save(settings) => {
                if let Err(error) = settings.save() {
                    let says = lang.fill(w::LINEAR_SAVED_NOT, &[("why", &error.to_string())]);
                    out.line(&says);
                }
            }
            Effect::Quit => going = false,
        }
    }
    going
}
