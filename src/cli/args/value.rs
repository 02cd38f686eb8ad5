//! The value of an argument: what stands for it in the help, how it is read, what completes it.

use super::super::entry::{Kind, Name, Read, name};
use super::super::form::Form;
use super::super::table::COMMANDS;
use super::super::values::Values;
use crate::lang::Lang;
use crate::sheet::Paper;
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
        Read::Command => arg.value_parser(named(COMMANDS.iter().map(|entry| entry.name), lang)),
        Read::Paper => {
            let names = Paper::ALL.map(|paper| paper.names()).map(|[it, en]| name(it, en));
            let shown = names.map(|name| name.of(lang)).join("|");
            arg.value_name(shown).value_parser(named(names.into_iter(), lang))
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

/// One of these names, of the other language too.
fn named(names: impl Iterator<Item = Name>, lang: Lang) -> PossibleValuesParser {
    PossibleValuesParser::new(
        names.map(|name| PossibleValue::new(name.of(lang)).alias(name.of(lang.other()))),
    )
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
