//! `comune` and `misura`: what goes on in a comune, what a measure is.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive, sheet::width};
use crate::explain;
use crate::lang::w;
use crate::model::{ComuneCode, Submeasure};
use crate::sheet::{self, Marks, Sheet};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use crate::title;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Names offered when none fits.
const OFFERED: usize = 5;

pub fn comune(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let catalogue = catalogue(context)?;
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
        Some(account) => print(context, &catalogue, &sheet::comune(&catalogue, &account), out),
        None => {
            let names = catalogue
                .comuni
                .values()
                .map(|c| (c.name.clone(), c.name.clone()));
            offer(context, &typed, names, out)
        }
    }
}

pub fn measure(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let catalogue = catalogue(context)?;
    let typed = context.words("nome").join(" ");
    let code = Submeasure::parse(&typed).ok();
    match code.and_then(|code| explain::measure(&catalogue, &code, lang)) {
        Some(account) => print(context, &catalogue, &sheet::measure(&catalogue, &account), out),
        None => {
            let names = catalogue.measures.iter().map(|m| {
                let name = title::measure_name(m, lang);
                (
                    format!("{} {name}", m.code),
                    format!("{name} {} {}", m.name, m.code),
                )
            });
            offer(context, &typed, names, out)
        }
    }
}

fn catalogue(context: &Context) -> Result<Catalogue, Failure> {
    archive::open(context)?
        .catalogue()
        .map_err(|e| Failure::data(e.to_string()))
}

fn print(context: &Context, catalogue: &Catalogue, sheet: &Sheet, out: &mut Out) -> Result<Code, Failure> {
    if context.args.get_flag("json") {
        out.json(&sheet::json::sheet(catalogue, sheet));
    } else {
        out.text(&sheet.text(width(), Marks::default()));
    }
    Ok(Code::Found)
}

/// The names nearest to what was typed: each is shown, and what it is matched by.
fn offer(
    context: &Context,
    typed: &str,
    names: impl Iterator<Item = (String, String)>,
    out: &mut Out,
) -> Result<Code, Failure> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let wanted = fold(typed);
    let mut near: Vec<(i64, String)> = names
        .filter_map(|(shown, by)| Some((matcher.fuzzy_match(&fold(&by), &wanted)?, shown)))
        .collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    out.line(&context.lang.fill(w::FIND_NO_NAME, &[("name", typed)]));
    for (_, name) in near.iter().take(OFFERED) {
        out.line(&format!("- {name}"));
    }
    Ok(Code::Nothing)
}
