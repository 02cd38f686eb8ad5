//! The value of an argument: what stands for it in the help, how it is read, what completes it.

use super::super::entry::Kind;
use super::super::form::Form;
use super::super::table::COMMANDS;
use super::super::values::{self, Values};
use crate::lang::{Lang, w};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, value_parser};
use std::path::PathBuf;

/// The argument with what stands for its value, how it is read, and what completes it.
pub fn valued(arg: Arg, kind: Kind, lang: Lang, values: &Values) -> Arg {
    let say = |word| lang.say(word);
    let known = |names: &[String]| names.iter().map(PossibleValue::new).collect::<Vec<_>>();
    let fixed = |names: &[&'static str]| names.iter().map(|n| PossibleValue::new(*n)).collect();
    let completing = !values.comuni.is_empty();
    let (shown, may_be): (&str, Vec<PossibleValue>) = match kind {
        Kind::Form(forms) => return formed(arg, forms, lang),
        Kind::Shell => return shell(arg),
        Kind::File | Kind::Files | Kind::Folder => {
            let shown = match kind {
                Kind::Files => w::CLI_VALUE_INPUTS,
                Kind::Folder => w::CLI_VALUE_FOLDER,
                _ => w::CLI_VALUE_FILE,
            };
            let hint = match kind {
                Kind::Folder => clap::ValueHint::DirPath,
                _ => clap::ValueHint::AnyPath,
            };
            return arg
                .value_name(say(shown))
                .value_parser(value_parser!(PathBuf))
                .value_hint(hint);
        }
        Kind::Number => {
            return arg.value_name("N").value_parser(value_parser!(usize));
        }
        Kind::Command => {
            let names = COMMANDS
                .iter()
                .map(|entry| PossibleValue::new(entry.name.of(lang)).alias(entry.name.of(lang.other())));
            return arg
                .value_name(say(w::CLI_COMMAND))
                .value_parser(PossibleValuesParser::new(names))
                .hide_possible_values(true);
        }
        Kind::Words => (say(w::CLI_VALUE_WORDS), Vec::new()),
        Kind::Codes => (say(w::CLI_VALUE_CODES), Vec::new()),
        Kind::Comune => (say(w::CLI_VALUE_NAME), known(&values.comuni)),
        Kind::Province => (say(w::CLI_VALUE_NAME), known(&values.provinces)),
        Kind::Mission => (say(w::CLI_VALUE), fixed(&values::MISSIONS)),
        Kind::Measure => (say(w::CLI_VALUE_CODE), known(&values.measures)),
        Kind::Status => (say(w::CLI_VALUE), fixed(&values::statuses(lang))),
        Kind::Body => (
            say(w::CLI_VALUE),
            values::bodies().map(PossibleValue::new).collect(),
        ),
        Kind::Amount => (say(w::CLI_VALUE_EURO), Vec::new()),
        Kind::Term => (say(w::CLI_VALUE_NAME), known(&values.terms)),
        Kind::Chapter => (say(w::CLI_VALUE_CHAPTER), known(&values.chapters)),
        Kind::Count => (say(w::CLI_VALUE_COUNT), Vec::new()),
        Kind::Region => (say(w::CLI_VALUE_NAME), known(&values::regions())),
        Kind::Dated => (say(w::CLI_VALUE_DATED), Vec::new()),
    };
    let arg = arg.value_name(shown);
    if completing && !may_be.is_empty() {
        arg.value_parser(PossibleValuesParser::new(may_be))
            .hide_possible_values(true)
    } else {
        arg
    }
}

fn formed(arg: Arg, forms: &'static [Form], lang: Lang) -> Arg {
    let shown: Vec<&str> = forms.iter().map(|form| form.word(lang)).collect();
    let values = forms.iter().map(|form| {
        let own = form.word(lang);
        PossibleValue::new(own).aliases(form.words().into_iter().filter(move |word| *word != own))
    });
    let first = shown.first().copied().unwrap_or_default();
    let parser = PossibleValuesParser::new(values).map(|typed| Form::parse(&typed).unwrap_or(Form::Text));
    arg.value_name(shown.join("|"))
        .value_parser(parser)
        .hide_possible_values(true)
        .default_value(first)
        .hide_default_value(true)
}

fn shell(arg: Arg) -> Arg {
    arg.value_name("SHELL")
        .value_parser(value_parser!(clap_complete::Shell))
        .hide_possible_values(true)
}
