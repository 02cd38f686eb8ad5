//! The command line: arguments to rooms, answers to standard output, errors to one sentence and
//! an exit code.
//!
//! Exit codes: 0 found, 1 nothing found, 2 wrong use, 3 bad data.

mod account;
mod archive;
mod args;
mod check;
mod complete;
mod data;
mod desk;
mod export;
mod failure;
mod find;
mod import;
mod linear;
mod manual;
mod out;
mod register;
mod row;
mod screen;
mod sheet;
mod words;

use crate::lang::Lang;
use clap::ArgMatches;
use failure::{Code, Failure};
use out::Out;
use std::ffi::OsString;
use std::process::ExitCode;

/// What every command is given.
struct Context<'a> {
    lang: Lang,
    args: &'a ArgMatches,
}

impl Context<'_> {
    /// The words of an argument that may be several.
    fn words(&self, name: &str) -> Vec<&str> {
        let words = self.args.get_many::<String>(name).into_iter().flatten();
        words.map(String::as_str).collect()
    }
}

/// Runs the program; never panics for bad input.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = args::language(&args);
    let matches = match args::command(lang).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return failure::of_usage(&error, lang),
    };
    let (name, sub) = match matches.subcommand() {
        Some((name, sub)) => (name, sub),
        None => ("", &matches),
    };
    let context = Context { lang, args: sub };
    let mut out = Out::stdout();
    let done = dispatch(name, &context, &mut out).and_then(|code| out.finish().map(|()| code));
    match done {
        Ok(code) => code.into(),
        Err(failure) => failure.report(),
    }
}

fn dispatch(name: &str, context: &Context, out: &mut Out) -> Result<Code, Failure> {
    match name {
        "cerca" => find::run(context, out),
        "scheda" => sheet::run(context, out),
        "comune" => account::comune(context, out),
        "misura" => account::measure(context, out),
        "glossario" => words::glossary(context, out),
        "domande" => words::questions(context, out),
        "banco" => desk::run(context, out),
        "dati" => data::run(context, out),
        "verifica" => check::run(context, out),
        "esporta" => export::run(context, out),
        "importa" => import::run(context, out),
        "registro" => register::run(context, out),
        "completamenti" => complete::run(context, out),
        "manuale" => manual::run(context, out),
        "semplice" => linear::run(context, out),
        "" if linear::is_wanted() => linear::run(context, out),
        "" => screen::run(context),
        _ => Ok(Code::Found),
    }
}
