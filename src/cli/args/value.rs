//! The value of an argument: what stands for it in the help, how it is read, what completes it.

use super::super::entry::{Kind, Read};
use super::super::form::Form;
use super::super::table::COMMANDS;
use super::super::values::Values;
use crate::lang::Lang;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ValueHint, value_parser};
use std::path::PathBuf;

/// The argument with what stands for its value, how it is read, and what completes it.
pub fn valued(arg: Arg, kind: Kind, lang: Lang, values: &Values) -> Arg {
    let arg = arg.value_name(lang.say(kind.shown)).hide_possible_values(true);
    let path = |arg: Arg, hint| arg.value_parser(value_parser!(PathBuf)).value_hint(hint);
    match kind.read {
        Read::Form(forms) => formed(arg, forms, lang),
        Read::Shell => arg
            .value_name("SHELL")
            .value_parser(value_parser!(clap_complete::Shell)),
        Read::Number => arg.value_name("N").value_parser(value_parser!(usize)),
        Read::File => path(arg, ValueHint::AnyPath),
        Read::Folder => path(arg, ValueHint::DirPath),
        Read::Command => {
            let names = COMMANDS.iter().map(|entry| entry.name);
            let named = names.map(|name| PossibleValue::new(name.of(lang)).alias(name.of(lang.other())));
            arg.value_parser(PossibleValuesParser::new(named))
        }
        Read::Text => {
            let known = (kind.known)(values, lang);
            // Only to complete: what is typed can be a name that no list has.
            match values.comuni.is_empty() || known.is_empty() {
                true => arg,
                false => arg.value_parser(PossibleValuesParser::new(known)),
            }
        }
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
        .default_value(first)
        .hide_default_value(true)
}
