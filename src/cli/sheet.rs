//! `scheda`: projects, explained, in any form.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::{tell, tell_bare};
use super::{archive, list, page};
use crate::desk::today;
use crate::explain;
use crate::lang::w;
use crate::model::{Brief, Cig, ProjectId};
use crate::search::{Query, Settings};
use crate::sheet::{self, Subject, search_ways};
use crate::snapshot::{Catalogue, Snapshot};
use serde_json::Value;

/// Runs the command.
///
/// # Errors
/// When there is no code, several are to be one HTML page, or archive or list cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let codes = list::codes(context, "codici")?;
    let form = context.form();
    if form == Form::Html && codes.len() > 1 {
        return Err(Failure::usage(lang.say(w::CLI_ERROR_ONE_HTML)));
    }
    let (snapshot, catalogue) = archive::read(context)?;
    let mut absent = Vec::new();
    let mut values = Vec::new();
    let mut shown = 0;
    for code in &codes {
        let brief = brief(context, &catalogue, &snapshot, code)?;
        let project = match brief {
            Some(brief) => snapshot
                .project(brief.id)
                .map_err(|e| Failure::archive(&e, lang))?,
            None => None,
        };
        let Some(project) = project else {
            absent.push(code.as_str());
            continue;
        };
        let explanation = explain::project(&catalogue, &project, lang, today());
        match form {
            Form::Json => values.push(sheet::json::project(&catalogue, &project, &explanation)),
            Form::Jsonl => {
                out.line(&sheet::json::project(&catalogue, &project, &explanation).to_string());
            }
            _ => {
                if shown > 0 {
                    out.line("");
                }
                let page = sheet::project(&catalogue, &project, &explanation, today());
                page::print(context, &page.of(&snapshot), out);
            }
        }
        shown += 1;
    }
    if form == Form::Json && !values.is_empty() {
        // One code that was asked for is an object, several are a list, found or not.
        match (codes.len(), values.pop()) {
            (1, Some(only)) => out.json(&only),
            (_, last) => out.json(&values.into_iter().chain(last).collect::<Value>()),
        }
    }
    if absent.is_empty() {
        return Ok(Code::Found);
    }
    drop(catalogue);
    nothing(context, &snapshot, &absent)
}

/// By id, CUP or CIG; where several projects bear the code, the one with the largest funding (its
/// sheet names the others).
///
/// # Errors
/// When the archive cannot be read.
pub fn brief<'a>(
    context: &Context,
    catalogue: &'a Catalogue,
    snapshot: &Snapshot,
    code: &str,
) -> Result<Option<&'a Brief>, Failure> {
    if let Some(brief) = ProjectId::parse(code).and_then(|id| catalogue.brief(id)) {
        return Ok(Some(brief));
    }
    let tidy: String = code
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_uppercase();
    let mut found: Vec<&Brief> = catalogue
        .projects
        .iter()
        .filter(|b| !tidy.is_empty() && &*b.cup == tidy.as_str())
        .collect();
    if found.is_empty() && tidy.len() == Cig::LEN {
        let ids = snapshot
            .projects_of_cig(&tidy)
            .map_err(|e| Failure::archive(&e, context.lang))?;
        found = ids.into_iter().filter_map(|id| catalogue.brief(id)).collect();
    }
    Ok(found
        .into_iter()
        .max_by_key(|b| (b.total, std::cmp::Reverse(b.id))))
}

/// Says which are not there, each with the codes that differ in one sign.
fn nothing(context: &Context, snapshot: &Snapshot, codes: &[&str]) -> Result<Code, Failure> {
    let lang = context.lang;
    let index = archive::index(snapshot, lang)?;
    for code in codes {
        tell(&lang.fill(w::FIND_NO_PROJECT, &[("code", code)]));
        let results = index.search(&Query::parse(code), &Settings::default(), 0);
        let ways = search_ways(index.catalogue(), &results, code, lang).into_iter();
        for way in ways.filter(|way| matches!(way.to, Some(Subject::Project(_)))) {
            tell_bare(&way.text);
        }
    }
    Ok(Code::Nothing)
}
