//! The arguments, with their help in the person's language. One table of commands serves the
//! parser, `--help`, the completions and the manual page.

use crate::desk::Settings;
use crate::lang::{Lang, w};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// `--lingua` decides; without it the person's settings; without those Italian. Arguments are
/// read here by hand, for the help itself must come out in the right language.
pub fn language(args: &[OsString]) -> Lang {
    let mut words = args.iter().filter_map(|a| a.to_str());
    while let Some(word) = words.next() {
        let value = match word {
            "--lingua" | "--language" => words.next(),
            _ => word
                .strip_prefix("--lingua=")
                .or_else(|| word.strip_prefix("--language=")),
        };
        if let Some(lang) = value.and_then(|v| v.parse().ok()) {
            return lang;
        }
    }
    Settings::load().ok().and_then(|s| s.lang).unwrap_or_default()
}

pub fn command(lang: Lang) -> Command {
    let say = |word| lang.say(word);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        say(w::CLI_USAGE)
    );
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
        .override_usage(lang.say(w::CLI_USAGE_LINE))
        .next_help_heading(say(w::CLI_OPTIONS))
        .arg(archive(lang))
        .arg(language_arg(lang))
        .arg(
            Arg::new("help")
                .long("help")
                .visible_alias("aiuto")
                .short('h')
                .action(ArgAction::Help)
                .global(true)
                .help(say(w::CLI_HELP)),
        )
        .arg(
            Arg::new("version")
                .long("version")
                .visible_alias("versione")
                .short('V')
                .action(ArgAction::Version)
                .help(say(w::CLI_VERSION)),
        )
        .subcommands(subcommands(lang).map(|c| usage(c.help_template(template.clone()), lang)))
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

fn archive(lang: Lang) -> Arg {
    Arg::new("archivio")
        .long("archivio")
        .display_order(900)
        .alias("archive")
        .global(true)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help(lang.say(w::CLI_ARG_ARCHIVE))
}

fn language_arg(lang: Lang) -> Arg {
    Arg::new("lingua")
        .long("lingua")
        .display_order(900)
        .alias("language")
        .global(true)
        .value_name("it|en")
        .value_parser(PossibleValuesParser::new(["it", "en"]))
        .hide_possible_values(true)
        .help(lang.say(w::CLI_ARG_LANGUAGE))
}

fn json(lang: Lang) -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(lang.say(w::CLI_ARG_JSON))
}

fn choice(name: &'static str, values: &'static [&'static str], help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(values.join("|"))
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
        .default_value(values[0])
        .hide_default_value(true)
        .help(help)
}

/// A required list of words at the end of a command.
fn words(name: &'static str, lang: Lang) -> Arg {
    let (value, help) = match name {
        "parole" => (w::CLI_VALUE_WORDS, w::CLI_ARG_WORDS),
        "codici" => (w::CLI_VALUE_CODES, w::CLI_ARG_CODES),
        "dati" => (w::CLI_VALUE_INPUTS, w::CLI_ARG_INPUTS),
        "segna" => (w::CLI_VALUE_COUNT, w::CLI_ARG_COUNT),
        "capitolo" => (w::CLI_VALUE_CHAPTER, w::CLI_ARG_CHAPTER),
        "nome" => (w::CLI_VALUE_NAME, w::CLI_ARG_NAME),
        _ => (w::CLI_VALUE_CODE, w::CLI_ARG_CODE),
    };
    Arg::new(name)
        .value_name(lang.say(value))
        .num_args(1..)
        .required(true)
        .help_heading(lang.say(w::CLI_ARGUMENTS))
        .help(lang.say(help))
}

/// Filters of `cerca`; each writes one word of the query language.
pub const FILTERS: &[&str] = &[
    "comune",
    "provincia",
    "missione",
    "misura",
    "stato",
    "ente",
    "importo-da",
    "importo-a",
];

fn filters(lang: Lang) -> impl Iterator<Item = Arg> {
    FILTERS.iter().map(move |name| {
        let (alias, help) = match *name {
            "comune" => ("town", w::CLI_FILTER_COMUNE),
            "provincia" => ("province", w::CLI_FILTER_PROVINCIA),
            "missione" => ("mission", w::CLI_FILTER_MISSIONE),
            "misura" => ("measure", w::CLI_FILTER_MISURA),
            "stato" => ("status", w::CLI_FILTER_STATO),
            "ente" => ("body", w::CLI_FILTER_ENTE),
            "importo-da" => ("amount-from", w::CLI_FILTER_FROM),
            _ => ("amount-to", w::CLI_FILTER_TO),
        };
        Arg::new(*name)
            .long(*name)
            .alias(alias)
            .value_name(lang.say(w::CLI_VALUE))
            .help(lang.say(help))
    })
}

fn subcommands(lang: Lang) -> impl Iterator<Item = Command> {
    let say = move |word| lang.say(word);
    let new = move |name: &'static str, alias: &'static str, about| {
        Command::new(name)
            .alias(alias)
            .about(lang.say(about))
            .next_help_heading(lang.say(w::CLI_OPTIONS))
    };
    let path = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(lang.say(help))
    };
    [
        new("cerca", "search", w::CLI_CMD_CERCA)
            .arg(words("parole", lang).required(false).num_args(0..))
            .args(filters(lang))
            .arg(
                Arg::new("limite")
                    .long("limite")
                    .alias("limit")
                    .value_name("N")
                    .value_parser(value_parser!(usize))
                    .default_value("20")
                    .hide_default_value(true)
                    .help(say(w::CLI_ARG_LIMIT)),
            )
            .arg(json(lang).conflicts_with("csv"))
            .arg(
                Arg::new("csv")
                    .long("csv")
                    .action(ArgAction::SetTrue)
                    .help(say(w::CLI_ARG_CSV)),
            ),
        new("scheda", "show", w::CLI_CMD_SCHEDA)
            .arg(words("codice", lang).num_args(1))
            .arg(
                choice(
                    "formato",
                    &["testo", "markdown", "html", "json"],
                    say(w::CLI_ARG_FORMAT),
                )
                .alias("format"),
            )
            .arg(
                Arg::new("json")
                    .long("json")
                    .action(ArgAction::SetTrue)
                    .hide(true),
            ),
        new("comune", "town", w::CLI_CMD_COMUNE)
            .arg(words("nome", lang))
            .arg(json(lang)),
        new("misura", "measure", w::CLI_CMD_MISURA)
            .arg(words("nome", lang))
            .arg(json(lang)),
        new("glossario", "glossary", w::CLI_CMD_GLOSSARIO)
            .arg(words("nome", lang).required(false).num_args(0..)),
        new("domande", "questions", w::CLI_CMD_DOMANDE)
            .arg(words("nome", lang).required(false).num_args(0..)),
        new("dati", "data", w::CLI_CMD_DATI).arg(json(lang)),
        new("banco", "desk", w::CLI_CMD_BANCO)
            .arg(words("segna", lang).required(false).num_args(0..=2))
            .arg(choice("formato", &["testo", "json", "csv"], say(w::CLI_ARG_DESK_FORMAT)).alias("format")),
        new("verifica", "check", w::CLI_CMD_VERIFICA)
            .arg(words("codici", lang))
            .arg(json(lang)),
        new("esporta", "export", w::CLI_CMD_ESPORTA)
            .arg(choice("formato", &["csv", "jsonl"], say(w::CLI_ARG_EXPORT_FORMAT)).alias("format"))
            .arg(
                Arg::new("schede")
                    .long("schede")
                    .alias("sheets")
                    .action(ArgAction::SetTrue)
                    .help(say(w::CLI_ARG_SHEETS)),
            ),
        new("importa", "import", w::CLI_CMD_IMPORTA)
            .arg(words("dati", lang).value_parser(value_parser!(PathBuf)))
            .arg(
                Arg::new("regione")
                    .long("regione")
                    .alias("region")
                    .value_name(say(w::CLI_VALUE_NAME))
                    .required(true)
                    .help(say(w::CLI_ARG_REGION)),
            )
            .arg(path("uscita", w::CLI_ARG_OUT).alias("output").required(true))
            .arg(
                Arg::new("osservato")
                    .long("osservato")
                    .alias("observed")
                    .value_name("FILE=AAAA-MM-GG")
                    .action(ArgAction::Append)
                    .help(say(w::CLI_ARG_OBSERVED)),
            )
            .arg(json(lang)),
        new("registro", "register", w::CLI_CMD_REGISTRO)
            .arg(path("uscita", w::CLI_ARG_FOLDER).alias("output").required(true)),
        new("completamenti", "completions", w::CLI_CMD_COMPLETAMENTI).arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(value_parser!(clap_complete::Shell))
                .hide_possible_values(true)
                .help(say(w::CLI_ARG_SHELL)),
        ),
        new("manuale", "manual", w::CLI_CMD_MANUALE)
            .arg(words("capitolo", lang).required(false).num_args(0..))
            .arg(
                Arg::new("man")
                    .long("man")
                    .action(ArgAction::SetTrue)
                    .help(say(w::CLI_ARG_MAN)),
            ),
        new("semplice", "linear", w::CLI_CMD_SEMPLICE),
    ]
    .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_commands_holds_together() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn the_language_is_read_before_the_rest() {
        let args = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(
            language(&args(&["sportello", "dati", "--lingua", "en"])),
            Lang::En
        );
        assert_eq!(
            language(&args(&["sportello", "--language=en", "--help"])),
            Lang::En
        );
    }
}
