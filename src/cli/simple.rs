//! `semplice`: the simple mode, for a screen reader, a slow line, a pipe.

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use crate::desk::Settings;
use crate::voice::{self, Options};
use std::env;
use std::io::{self, BufWriter, IsTerminal};

/// Whether the program, called without a command, speaks line by line: no terminal to draw on or
/// to read keys from, one that cannot do more, or a person who wants it so.
pub fn is_wanted() -> bool {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    dumb || !io::stdout().is_terminal()
        || !io::stdin().is_terminal()
        || Settings::load().is_ok_and(|settings| settings.linear)
}

/// Runs the simple mode.
///
/// # Errors
/// When the archive cannot be read, or what is said does not get through.
pub fn run(context: &Context, _: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let named = context.path("archivio").cloned();
    let opener = Box::new(move || archive::at_desk(named.as_deref(), lang));
    let mut lines = BufWriter::new(io::stdout());
    let done = voice::run(Options { lang, opener }, &mut lines);
    done.map(|()| Code::Found).map_err(|e| Failure::data(e.say(lang)))
}
