//! The table of commands as a grammar: what clap parses, with its help in the person's language.

mod value;

use super::entry::{Argument, Entry, Read, Takes};
use super::form::Form;
use super::table::COMMANDS;
use super::values::Values;
use crate::desk::Settings;
use crate::lang::{Lang, Word, w};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;
use value::valued;

/// `--lingua` decides, wherever it stands; without it the person's settings; without those
/// Italian. Arguments are read here by hand, for the help itself must come out in the right
/// language.
pub fn language(args: &[OsString]) -> Lang {
    let mut words = args.iter().filter_map(|a| a.to_str());
    while let Some(word) = words.next() {
        let value = match word {
            "--lingua" | "--language" => words.next(),
            _ => word
                .strip_prefix("--lingua=")
                .or_else(|| word.strip_prefix("--language=")),
        };
        // A sheet can be in both: `it+en`.
        let first = value.and_then(|v| v.split('+').next());
        if let Some(lang) = first.and_then(|v| v.parse().ok()) {
            return lang;
        }
    }
    Settings::load().ok().and_then(|s| s.lang).unwrap_or_default()
}

/// The whole grammar. With `values` a wrong name is a wrong value: that is for completions.
pub fn command(lang: Lang, values: &Values) -> Command {
    let say = |word| lang.say(word);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        say(w::CLI_USAGE)
    );
    let subcommands = COMMANDS.iter().map(|entry| {
        let command = subcommand(entry, lang, values).help_template(template.clone());
        usage(command, lang)
    });
    Command::new("sportello")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(w::CLI_ABOUT))
        .after_help(say(w::CLI_AFTER))
        .help_template(template.clone())
        .subcommand_help_heading(say(w::CLI_COMMANDS))
        .subcommand_value_name(say(w::CLI_COMMAND))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .override_usage(say(w::CLI_USAGE_LINE))
        .next_help_heading(say(w::CLI_OPTIONS))
        .args(everywhere(lang))
        .arg(
            twice("versione", "version", lang)
                .short('V')
                .action(ArgAction::Version)
                .help(say(w::CLI_VERSION)),
        )
        .subcommands(subcommands)
}

/// An option by both its names: that of the language is shown.
fn twice(it: &'static str, en: &'static str, lang: Lang) -> Arg {
    let (shown, other) = match lang {
        Lang::It => (it, en),
        Lang::En => (en, it),
    };
    let arg = Arg::new(it).long(shown);
    if shown == other { arg } else { arg.alias(other) }
}

/// What every command takes.
fn everywhere(lang: Lang) -> [Arg; 3] {
    let last = 900;
    [
        twice("archivio", "archive", lang)
            .display_order(last)
            .global(true)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(lang.say(w::CLI_ARG_ARCHIVE)),
        twice("lingua", "language", lang)
            .display_order(last)
            .global(true)
            .value_name("it|en")
            .value_parser(PossibleValuesParser::new(["it", "en", "it+en"]))
            .hide_possible_values(true)
            .help(lang.say(w::CLI_ARG_LANGUAGE)),
        twice("aiuto", "help", lang)
            .display_order(last)
            .short('h')
            .action(ArgAction::Help)
            .global(true)
            .help(lang.say(w::CLI_HELP)),
    ]
}

fn subcommand(entry: &Entry, lang: Lang, values: &Values) -> Command {
    let (shown, other) = (entry.name.of(lang), entry.name.of(lang.other()));
    let examples = format!(
        "{}:\n{}",
        lang.say(w::CLI_EXAMPLES),
        indented(lang.say(entry.examples))
    );
    let command = Command::new(shown);
    let command = if shown == other {
        command
    } else {
        command.alias(other)
    };
    command
        .about(lang.say(entry.about))
        .after_help(examples)
        .next_help_heading(lang.say(w::CLI_OPTIONS))
        .args(entry.arguments().map(|a| argument(a, lang, values)))
        .args(entry.arguments().flat_map(|a| short_forms(a, lang)))
}

fn indented(lines: &str) -> String {
    lines
        .lines()
        .map(|line| format!("  {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn argument(of: &Argument, lang: Lang, values: &Values) -> Arg {
    let named = || twice(of.name.it, of.name.en, lang);
    let arg = match of.takes {
        Takes::Nothing => named().action(ArgAction::SetTrue),
        Takes::Value(kind) => valued(named(), kind, lang, values),
        Takes::Needed(kind) => valued(named().required(true), kind, lang, values),
        Takes::Each(kind) => valued(named().action(ArgAction::Append), kind, lang, values),
        Takes::Words(kind, least, most) => {
            let arg = Arg::new(of.name.it)
                .num_args(least..=most)
                .required(least > 0)
                .help_heading(lang.say(w::CLI_ARGUMENTS));
            valued(arg, kind, lang, values)
        }
    };
    arg.help(lang.say(of.help))
}

/// `--json`, `--csv` and `--excel`, where a command has these forms.
fn short_forms(of: &Argument, lang: Lang) -> Vec<Arg> {
    let Some(Read::Form(forms)) = of.takes.kind().map(|kind| kind.read) else {
        return Vec::new();
    };
    let there = |name: &&str| match *name {
        "json" => forms.contains(&Form::Json),
        _ => forms.contains(&Form::Csv),
    };
    let flag = |name: &'static str, word: Word| {
        let others = ["json", "csv", "excel"].into_iter().filter(there);
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .conflicts_with_all(others.filter(|other| *other != name))
            .conflicts_with("formato")
            .help(lang.say(word))
    };
    let mut out = Vec::new();
    if forms.contains(&Form::Json) {
        out.push(flag("json", w::CLI_ARG_JSON));
    }
    if forms.contains(&Form::Csv) {
        out.push(flag("csv", w::CLI_ARG_CSV));
        out.push(flag("excel", w::CLI_ARG_EXCEL));
    }
    out
}

/// The usage line in the person's language: clap says "[OPTIONS]" in English only.
fn usage(command: Command, lang: Lang) -> Command {
    let mut line = format!(
        "sportello {} [{}]",
        command.get_name(),
        lang.say(w::CLI_OPTIONS).to_uppercase()
    );
    for arg in command.get_arguments() {
        let value = arg
            .get_value_names()
            .and_then(|names| names.first())
            .map(|name| name.as_str());
        let value = value.unwrap_or_default();
        let more = if arg.get_num_args().is_some_and(|n| n.max_values() > 1) {
            "…"
        } else {
            ""
        };
        match (arg.is_positional(), arg.is_required_set(), arg.get_long()) {
            (true, true, _) => line += &format!(" <{value}>{more}"),
            (true, false, _) => line += &format!(" [{value}]{more}"),
            (false, true, Some(long)) => line += &format!(" --{long} <{value}>"),
            _ => {}
        }
    }
    command.override_usage(line)
}
