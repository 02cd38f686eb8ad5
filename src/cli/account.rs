//! `comune` and `misura`: what goes on in a comune, what a measure is.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{archive, page};
use crate::app::{measures, names};
use crate::desk::today;
use crate::explain;
use crate::lang::w;
use crate::model::{ComuneCode, Measure, Submeasure};
use crate::search::{Found, How, comune_names};
use crate::sheet;
use crate::snapshot::Catalogue;
use crate::text::fold::key;
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
    let catalogue = archive::catalogue(context)?;
    let typed = context.words("nome").join(" ");
    let names = comune_names(&catalogue);
    let found = names.comune(&typed);
    let Some(name) = found.only() else {
        return Ok(offer(context, &catalogue, &typed, &found));
    };
    let today = catalogue.comune_name(name.code).unwrap_or_default();
    if let Some(since) = name.former {
        tell(&sheet::former_name(&name.written, today, since, lang));
    } else if found.how == How::Near {
        tell(&lang.fill(w::NAMES_MEANT, &[("name", &name.written)]));
    }
    let Some(account) = explain::comune(&catalogue, name.code, lang, crate::desk::today()) else {
        return Ok(Code::Nothing);
    };
    page::print(context, &sheet::comune(&catalogue, &account), out);
    Ok(Code::Found)
}

/// The comuni that fit what was typed, to choose from.
fn offer(context: &Context, catalogue: &Catalogue, typed: &str, found: &Found<'_, ComuneCode>) -> Code {
    let word = match found.names.is_empty() {
        true => w::FIND_NO_NAME,
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
    let lang = context.lang;
    let catalogue = archive::catalogue(context)?;
    let typed = context.words("nome").join(" ");
    let code = Submeasure::parse(&typed).ok();
    if let Some(account) = code.and_then(|code| explain::measure(&catalogue, &code, lang, today())) {
        page::print(context, &sheet::measure(&catalogue, &account), out);
        return Ok(Code::Found);
    }
    let begins = |m: &&Measure| !key(&typed).is_empty() && key(m.code.as_str()).starts_with(&key(&typed));
    let found: Vec<&Measure> = catalogue.measures.iter().filter(begins).collect();
    match found.as_slice() {
        [] => by_name(context, &catalogue, &typed, out),
        [only] => {
            if let Some(account) = explain::measure(&catalogue, &only.code, lang, today()) {
                page::print(context, &sheet::measure(&catalogue, &account), out);
            }
            Ok(Code::Found)
        }
        several => {
            print_list(context, &catalogue, several, out);
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
fn by_name(context: &Context, catalogue: &Catalogue, typed: &str, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let all = measures(catalogue);
    let (kept, near) = names::narrowed(&all, typed, |measure| measure.keys(lang));
    let only = match kept.as_slice() {
        [only] => Submeasure::parse(&only.code).ok(),
        _ => None,
    };
    if let Some(account) = only.and_then(|code| explain::measure(catalogue, &code, lang, today())) {
        if near {
            tell(&lang.fill(w::NAMES_MEANT, &[("name", &account.name)]));
        }
        page::print(context, &sheet::measure(catalogue, &account), out);
        return Ok(Code::Found);
    }
    tell(&lang.fill(w::FIND_NO_NAME, &[("name", typed)]));
    for measure in kept.iter().take(OFFERED) {
        tell(&format!("- {} {}", measure.code, measure.name(lang)));
    }
    Ok(Code::Nothing)
}
