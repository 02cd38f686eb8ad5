//! The command line: arguments to rooms, answers to standard output, errors to one sentence and
//! an exit code.
//!
//! Exit codes: 0 found, 1 nothing found, 2 wrong use, 3 bad data.
//!
//! - `table`: the commands, made of `entry`; `args` makes the grammar of them, `usage` says what is
//!   wrong with a command that was typed.
//! - `context`: what a command is given; `out`, `form`, `page`: how it answers.
//! - `list`, `filters`, `values`: what stands behind a command.
//! - one file a command, by its English name.

mod account;
mod archive;
pub mod args;
mod check;
mod compare;
mod complete;
mod context;
pub mod data;
mod desk;
mod download;
pub mod entry;
mod export;
mod failure;
mod filters;
mod find;
mod form;
mod gathered;
mod help;
mod import;
pub mod list;
pub mod manual;
mod out;
mod page;
mod print;
mod progress;
mod quality;
mod register;
mod removal;
mod renew;
mod schema;
mod screen;
mod sheet;
mod simple;
pub mod table;
mod tally;
mod tame;
mod usage;
pub mod values;
pub mod words;

use crate::desk::{Settings, folders, no_day};
use crate::lang::{Lang, w};
use context::Context;
use entry::Entry;
use failure::{Code, Failure};
use out::Out;
use std::ffi::OsString;
use std::process::ExitCode;
use values::Values;

/// Runs the program; never panics for bad input.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = args::language(&args);
    let matches = match args::command(lang, &Values::default()).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return usage::tell(&error, &args, lang),
    };
    if let Some(day) = no_day() {
        return Failure::usage(lang.fill(w::CLI_ERROR_DAY, &[("value", &day)])).report();
    }
    let (named, sub) = match matches.subcommand() {
        Some((name, sub)) => (usage::entry(name), sub),
        None => (None, &matches),
    };
    let context = Context {
        lang,
        args: sub,
        grammar: args::command,
    };
    let mut out = Out::stdout(lang);
    let elsewhere = elsewhere(lang);
    let tell = |says: &Option<String>| says.iter().for_each(|says| tame::tell(says));
    let done = match named {
        Some(entry) => {
            tell(&elsewhere);
            own_up(entry, lang);
            (entry.run)(&context, &mut out)
        }
        None if simple::is_wanted() => {
            tell(&elsewhere);
            simple::run(&context, &mut out)
        }
        None => screen::run(&context, elsewhere).map(|()| Code::Found),
    };
    match done.and_then(|code| out.finish().map(|()| code)) {
        Ok(code) => code.into(),
        Err(failure) => failure.report(),
    }
}

/// Where settings and desk are of a program that was to keep them beside it, and cannot.
fn elsewhere(lang: Lang) -> Option<String> {
    let (settings, desk) = folders::instead()?;
    let values = [
        ("settings", &*settings.display().to_string()),
        ("desk", &*desk.display().to_string()),
    ];
    Some(lang.fill(w::CLI_NOT_PORTABLE, &values))
}

/// Broken settings are told, and the command runs without them; the simple mode tells them itself.
fn own_up(entry: &Entry, lang: Lang) {
    if let Err(error) = Settings::load()
        && !entry.name.is("semplice")
    {
        tame::tell(&error.say(lang));
    }
}
