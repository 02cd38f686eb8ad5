//! `comune` and `misura`: what goes on in a comune, what a measure is.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{archive, page};
use crate::explain;
use crate::lang::w;
use crate::model::{ComuneCode, Measure, Submeasure};
use crate::sheet;
use crate::snapshot::Catalogue;
use crate::text::fold::{fold, key};
use crate::text::number::integer;
use crate::title;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use serde_json::{Value, json};

/// Names offered when none fits.
const OFFERED: usize = 5;

/// Runs `comune`.
///
/// # Errors
/// When the archive cannot be read.
pub fn comune(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let catalogue = archive::catalogue(context)?;
    let typed = context.words("nome").join(" ");
    let wanted = fold(&typed);
    let by_name = || {
        catalogue
            .comuni
            .values()
            .find(|c| fold(&c.name) == wanted)
            .map(|c| c.code)
    };
    let code = ComuneCode::parse(&typed).or_else(by_name);
    match code.and_then(|code| explain::comune(&catalogue, code, lang)) {
        Some(account) => {
            page::print(context, &catalogue, &sheet::comune(&catalogue, &account), out);
            Ok(Code::Found)
        }
        None => {
            let names = catalogue
                .comuni
                .values()
                .map(|c| (c.name.clone(), c.name.clone()));
            Ok(offer(context, &typed, names))
        }
    }
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
    if let Some(account) = code.and_then(|code| explain::measure(&catalogue, &code, lang)) {
        page::print(context, &catalogue, &sheet::measure(&catalogue, &account), out);
        return Ok(Code::Found);
    }
    let begins = |m: &&Measure| !key(&typed).is_empty() && key(m.code.as_str()).starts_with(&key(&typed));
    let found: Vec<&Measure> = catalogue.measures.iter().filter(begins).collect();
    match found.as_slice() {
        [] => {
            let names = catalogue.measures.iter().map(|m| {
                let name = title::measure_name(m, lang);
                (
                    format!("{} {name}", m.code),
                    format!("{name} {} {}", m.name, m.code),
                )
            });
            Ok(offer(context, &typed, names))
        }
        [only] => {
            if let Some(account) = explain::measure(&catalogue, &only.code, lang) {
                page::print(context, &catalogue, &sheet::measure(&catalogue, &account), out);
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
    let projects = |m: &Measure| {
        let own = |b: &&crate::model::Brief| catalogue.measure_of(b).is_some_and(|of| of.code == m.code);
        catalogue.projects.iter().filter(own).count()
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
        let count = integer(i64::try_from(projects(m)).unwrap_or(i64::MAX), lang);
        let values = [
            ("code", m.code.as_str()),
            ("name", title::measure_name(m, lang)),
            ("count", &count),
        ];
        out.line(&lang.fill(w::FIND_MEASURE, &values));
    }
}

/// The names nearest to what was typed: each is shown, and what it is matched by.
fn offer(context: &Context, typed: &str, names: impl Iterator<Item = (String, String)>) -> Code {
    let matcher = SkimMatcherV2::default().ignore_case();
    let wanted = fold(typed);
    let mut near: Vec<(i64, String)> = names
        .filter_map(|(shown, by)| Some((matcher.fuzzy_match(&fold(&by), &wanted)?, shown)))
        .collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    tell(&context.lang.fill(w::FIND_NO_NAME, &[("name", typed)]));
    for (_, name) in near.iter().take(OFFERED) {
        tell(&format!("- {name}"));
    }
    Code::Nothing
}
