//! A command that was not written well: one sentence, with what was probably meant and the values
//! that there are.

use super::args;
use super::entry::Entry;
use super::failure::{Code, Failure};
use super::table::COMMANDS;
use super::tame::shell;
use super::values::Values;
use crate::lang::{Lang, w};
use clap::Arg;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// The command that a typed word names, in either language.
pub fn entry(name: &str) -> Option<&'static Entry> {
    COMMANDS.iter().find(|entry| entry.name.is(name))
}

/// Help and version go out as they are; an error becomes one sentence in the person's language.
pub fn tell(error: &Error, args: &[OsString], lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        // A reader that closed the pipe has seen enough.
        _ = error.print();
        return Code::Found.into();
    }
    Failure::usage(sentence(error, args, lang)).report()
}

fn sentence(error: &Error, args: &[OsString], lang: Lang) -> String {
    let detail = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let arg = detail(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let near = detail(ContextKind::SuggestedSubcommand);
            // The likeliest comes last.
            let near = near.rsplit(", ").next().unwrap_or_default();
            let near = entry(near).map_or(near, |entry| entry.name.of(lang));
            unknown_command(&detail(ContextKind::InvalidSubcommand), near, args, lang)
        }
        ErrorKind::UnknownArgument => unknown_argument(&arg, &detail(ContextKind::SuggestedArg), args, lang),
        ErrorKind::MissingRequiredArgument => lang.fill(w::CLI_ERROR_MISSING, &[("arg", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = detail(ContextKind::InvalidValue);
            let valid = detail(ContextKind::ValidValue);
            match (value.is_empty(), valid.is_empty()) {
                (true, true) => lang.fill(w::CLI_ERROR_NO_VALUE, &[("arg", &arg)]),
                (true, false) => lang.fill(w::CLI_ERROR_NO_CHOICE, &[("arg", &arg), ("valid", &valid)]),
                (false, true) => lang.fill(w::CLI_ERROR_VALUE, &[("arg", &arg), ("value", &value)]),
                (false, false) => lang.fill(
                    w::CLI_ERROR_CHOICE,
                    &[("arg", &arg), ("value", &value), ("valid", &valid)],
                ),
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = detail(ContextKind::PriorArg);
            lang.fill(w::CLI_ERROR_CONFLICT, &[("arg", &arg), ("other", &other)])
        }
        ErrorKind::TooManyValues => {
            let value = detail(ContextKind::InvalidValue);
            lang.fill(w::CLI_ERROR_TOO_MANY, &[("value", &value)])
        }
        _ => lang.say(w::CLI_ERROR_OTHER).to_owned(),
    }
}

fn unknown_command(typed: &str, near: &str, args: &[OsString], lang: Lang) -> String {
    // Perhaps it is no command, but what is looked for.
    let words = args.iter().filter_map(|word| word.to_str());
    let words = words
        .skip_while(|word| *word != typed)
        .take_while(|word| !word.starts_with('-'));
    let words = shell(&words.collect::<Vec<_>>().join(" "));
    let all: Vec<&str> = COMMANDS.iter().map(|entry| entry.name.of(lang)).collect();
    let word = match near.is_empty() {
        true => w::CLI_ERROR_COMMAND,
        false => w::CLI_ERROR_COMMAND_NEAR,
    };
    let values = [("command", typed), ("near", near), ("all", &all.join(", "))];
    let search = lang.fill(w::CLI_ERROR_SEARCH, &[("words", &words)]);
    format!("{}. {search}", lang.fill(word, &values))
}

/// An option that the command does not have, or a word too many.
fn unknown_argument(typed: &str, near: &str, args: &[OsString], lang: Lang) -> String {
    if !typed.starts_with('-') {
        return lang.fill(w::CLI_ERROR_TOO_MANY, &[("value", typed)]);
    }
    let word = match near.is_empty() {
        true => w::CLI_ERROR_UNKNOWN,
        false => w::CLI_ERROR_UNKNOWN_NEAR,
    };
    let (all, near) = options(args, near, lang);
    lang.fill(word, &[("arg", typed), ("near", &near), ("all", &all)])
}

/// All options of the command that was typed, or of none; and the name in this language of one.
fn options(args: &[OsString], near: &str, lang: Lang) -> (String, String) {
    let mut grammar = args::command(lang, &Values::default());
    grammar.build();
    let mut words = args.iter().skip(1).filter_map(|word| word.to_str());
    let named = words.find_map(|word| grammar.find_subcommand(word));
    let all = || named.unwrap_or(&grammar).get_arguments();
    let say = |arg: &Arg| Some(format!("--{}", arg.get_long()?));
    let bare = near.trim_start_matches('-');
    let own = all().find(|arg| arg.get_all_aliases().is_some_and(|names| names.contains(&bare)));
    let near = own.and_then(say).unwrap_or_else(|| near.to_owned());
    (all().filter_map(say).collect::<Vec<_>>().join(", "), near)
}
