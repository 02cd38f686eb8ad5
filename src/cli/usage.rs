//! A command that was not written well: one sentence, with what was probably meant and the values
//! that there are.

use super::entry::{Entry, Kind, Takes};
use super::failure::{Code, Failure};
use super::form::Form;
use super::table::COMMANDS;
use crate::lang::{Lang, w};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// Below this likeness a word was not meant.
const LIKE: f64 = 0.75;

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
        ErrorKind::InvalidSubcommand => unknown_command(&detail(ContextKind::InvalidSubcommand), lang),
        ErrorKind::UnknownArgument => unknown_argument(&arg, args, lang),
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

fn unknown_command(typed: &str, lang: Lang) -> String {
    let all: Vec<&str> = COMMANDS.iter().map(|entry| entry.name.of(lang)).collect();
    let near = nearest(
        typed,
        COMMANDS
            .iter()
            .flat_map(|e| [e.name.of(lang), e.name.of(lang.other())]),
    );
    let all = all.join(", ");
    match near {
        Some(near) => lang.fill(
            w::CLI_ERROR_COMMAND_NEAR,
            &[("command", typed), ("near", near), ("all", &all)],
        ),
        None => lang.fill(w::CLI_ERROR_COMMAND, &[("command", typed), ("all", &all)]),
    }
}

/// An option that the command does not have, or a word too many.
fn unknown_argument(typed: &str, args: &[OsString], lang: Lang) -> String {
    let named = args.iter().skip(1).filter_map(|a| a.to_str()).find_map(entry);
    if !typed.starts_with('-') {
        return lang.fill(w::CLI_ERROR_TOO_MANY, &[("value", typed)]);
    }
    let all = options(named, lang);
    let bare = typed.trim_start_matches('-');
    let near = nearest(bare, all.iter().map(String::as_str));
    let shown: Vec<String> = all.iter().map(|name| format!("--{name}")).collect();
    let shown = shown.join(", ");
    match near {
        Some(near) => lang.fill(
            w::CLI_ERROR_UNKNOWN_NEAR,
            &[("arg", typed), ("near", &format!("--{near}")), ("all", &shown)],
        ),
        None => lang.fill(w::CLI_ERROR_UNKNOWN, &[("arg", typed), ("all", &shown)]),
    }
}

/// The names of all options that stand behind a command, or before any.
fn options(of: Option<&Entry>, lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    for argument in of.into_iter().flat_map(Entry::arguments) {
        if matches!(argument.takes, Takes::Words(..)) {
            continue;
        }
        out.push(argument.name.of(lang).to_owned());
        if let Some(Kind::Form(forms)) = argument.takes.kind() {
            let short = [(Form::Json, "json"), (Form::Csv, "csv"), (Form::Csv, "excel")];
            out.extend(
                short
                    .iter()
                    .filter(|(f, _)| forms.contains(f))
                    .map(|(_, n)| (*n).to_owned()),
            );
        }
    }
    let everywhere = match lang {
        Lang::It => ["archivio", "lingua", "aiuto"],
        Lang::En => ["archive", "language", "help"],
    };
    out.extend(everywhere.map(str::to_owned));
    out
}

/// The name most like what was typed, where one is like it.
fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let like = |name: &str| strsim::damerau_levenshtein(typed, name).min(9) as f64;
    let rated = names.map(|name| (1.0 - like(name) / name.chars().count().max(1) as f64, name));
    let rated = rated.map(|(share, name)| (share.max(strsim::jaro_winkler(typed, name) - 0.1), name));
    let best = rated.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= LIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_what_was_meant() {
        let names = || COMMANDS.iter().map(|e| e.name.it);
        for (typed, meant) in [
            ("cerc", Some("cerca")),
            ("schede", Some("scheda")),
            ("comuni", Some("comune")),
            ("verfica", Some("verifica")),
            ("glosario", Some("glossario")),
            ("pippo", None),
            ("x", None),
        ] {
            assert_eq!(nearest(typed, names()), meant, "{typed}");
        }
    }
}
