//! `comune` and `misura`: what goes on in a comune, what a measure is.

use super::archive::Opened;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{archive, page};
use crate::app::{Lists, choices, measures};
use crate::explain;
use crate::lang::w;
use crate::model::{ComuneCode, Measure, Submeasure};
use crate::search::{Found, How, comune_names, submeasure};
use crate::sheet::{self, Subject};
use crate::snapshot::Catalogue;
use crate::text::number::count;
use crate::title;
use serde_json::{Value, json};

/// Names offered when none fits, or several do.
const OFFERED: usize = 5;

/// Runs `comune`.
///
/// # Errors
/// When the archive cannot be read.
pub fn comune(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let opened = archive::read(context)?;
    let typed = context.words("nome").join(" ");
    let names = comune_names(&opened.1);
    let found = names.comune(&typed);
    let Some(name) = found.only() else {
        return Ok(offer(context, &opened.1, &typed, &found));
    };
    let today = opened.1.comune_name(name.code).unwrap_or_default();
    if let Some(since) = name.former {
        tell(&sheet::former_name(&name.written, today, since, lang));
    } else if found.how == How::Near {
        tell(&lang.fill(w::NAMES_MEANT, &[("name", &name.written)]));
    }
    page::of(context, &opened, &Subject::Comune(name.code), out)
}

/// The comuni that fit what was typed, to choose from.
fn offer(context: &Context, catalogue: &Catalogue, typed: &str, found: &Found<'_, ComuneCode>) -> Code {
    let word = match found.names.is_empty() {
        true => w::FIND_NO_NAME_AT_ALL,
        false => w::FIND_MANY_NAMES,
    };
    tell(&context.lang.fill(word, &[("name", typed)]));
    for name in found.names.iter().take(OFFERED) {
        let comune = catalogue.comuni.get(&name.code);
        let province = comune.and_then(|c| catalogue.provinces.get(&c.province));
        let sigla = province.map_or("", |p| p.sigla.as_str());
        tell(&format!("- {} ({sigla})", name.written));
    }
    Code::Nothing
}

/// Runs `misura`: the page of a measure, or the measures whose code begins so.
///
/// # Errors
/// When the archive cannot be read.
pub fn measure(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let opened = archive::read(context)?;
    let catalogue = &opened.1;
    let typed = context.words("nome").join(" ");
    let known = |code: &Submeasure| catalogue.measure(code.as_str()).is_some();
    if let Some(code) = Submeasure::parse(&typed).ok().filter(known) {
        return page::of(context, &opened, &Subject::Measure(code.to_string()), out);
    }
    // "M4C1I1.1", as signs have it, is M4C1I1.01.
    let wanted = submeasure(&typed);
    let begins = |m: &&Measure| !wanted.is_empty() && submeasure(m.code.as_str()).starts_with(&wanted);
    let found: Vec<&Measure> = catalogue.measures.iter().filter(begins).collect();
    match found.as_slice() {
        [] => by_name(context, &opened, &typed, out),
        [only] => page::of(context, &opened, &Subject::Measure(only.code.to_string()), out),
        several => {
            print_list(context, catalogue, several, out);
            Ok(Code::Found)
        }
    }
}

/// The measures whose code begins as it was typed, with how many projects each has here.
fn print_list(context: &Context, catalogue: &Catalogue, measures: &[&Measure], out: &mut Out) {
    let lang = context.lang;
    let counts = explain::by_measure(catalogue);
    let projects = |m: &Measure| {
        let mut all = catalogue.measures.iter().zip(&counts);
        all.find(|(of, _)| of.code == m.code).map_or(0, |(_, n)| *n)
    };
    if context.form() == Form::Json {
        let one = |m: &&Measure| {
            json!({
                "submeasure": m.code.as_str(),
                "name": title::measure_name(m, lang),
                "projects": projects(m),
            })
        };
        out.json(&measures.iter().map(one).collect::<Value>());
        return;
    }
    for m in measures {
        let count = count(projects(m), lang);
        let values = [
            ("code", m.code.as_str()),
            ("name", title::measure_name(m, lang)),
            ("count", &count),
        ];
        out.line(&lang.fill(w::FIND_MEASURE, &values));
    }
}

/// The one measure that a name fits, else those that it fits or nearly does, to choose from.
fn by_name(context: &Context, opened: &Opened, typed: &str, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let all = measures(&opened.1);
    let mut choices = choices::measures(&all, lang);
    let kept = choices::narrowed(&mut choices, typed, &Lists::default(), lang);
    let found: Vec<_> = kept
        .named_or_all()
        .iter()
        .filter_map(|at| choices.get(*at))
        .collect();
    if let [only] = found.as_slice() {
        if kept.near {
            tell(&lang.fill(w::NAMES_MEANT, &[("name", &only.name)]));
        }
        return page::of(context, opened, &only.to, out);
    }
    tell(&match found.is_empty() {
        true => lang.fill(w::FIND_NO_NAME_AT_ALL, &[("name", typed)]),
        false => lang.fill(w::FIND_NO_NAME, &[("name", typed)]),
    });
    for choice in found.iter().take(OFFERED) {
        if let Subject::Measure(code) = &choice.to {
            tell(&format!("- {code} {}", choice.name));
        }
    }
    Ok(Code::Nothing)
}
