//! `cerca`: projects by a few words, as lines, JSON or CSV.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive, args, row};
use crate::lang::{Lang, w};
use crate::search::{Hint, Index, Query, Results, Settings};
use crate::snapshot::{Catalogue, Snapshot};
use crate::text::number::{euro, integer};
use crate::title;
use serde_json::json;
use std::sync::Arc;

/// A snapshot's catalogue with its index.
pub fn index(snapshot: &Snapshot) -> Result<Index, Failure> {
    let failed = |e: crate::snapshot::OpenError| Failure::data(e.to_string());
    let catalogue = Arc::new(snapshot.catalogue().map_err(failed)?);
    Ok(Index::build(catalogue, &snapshot.cigs().map_err(failed)?))
}

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let snapshot = archive::open(context)?;
    let index = index(&snapshot)?;
    let catalogue = index.catalogue();
    let text = query(context);
    let limit = context.args.get_one::<usize>("limite").copied().unwrap_or(20);
    let results = index.search(
        &Query::parse(&text),
        &Settings {
            lang,
            ..Settings::default()
        },
        limit,
    );
    let briefs = || results.hits.iter().filter_map(|hit| catalogue.brief(hit.id));
    if context.args.get_flag("json") {
        let rows: Vec<_> = briefs().map(|b| row::as_json(catalogue, b, lang)).collect();
        out.json(&json!({
            "query": text,
            "corrected": results.corrected,
            "total": results.totals.projects,
            "results": rows,
        }));
    } else if context.args.get_flag("csv") {
        row::write_csv(catalogue, briefs(), lang, out);
    } else {
        as_text(catalogue, &results, lang, out);
    }
    Ok(if results.hits.is_empty() {
        Code::Nothing
    } else {
        Code::Found
    })
}

/// The words and, for each filter option, the same filter in the query language.
fn query(context: &Context) -> String {
    let words = context.args.get_many::<String>("parole").into_iter().flatten();
    let mut parts: Vec<String> = words.cloned().collect();
    for name in args::FILTERS {
        if let Some(value) = context.args.get_one::<String>(name) {
            let value = if value.contains(' ') {
                format!("\"{value}\"")
            } else {
                value.clone()
            };
            parts.push(match *name {
                "importo-da" => format!("importo>={value}"),
                "importo-a" => format!("importo<={value}"),
                name => format!("{name}:{value}"),
            });
        }
    }
    parts.join(" ")
}

fn as_text(catalogue: &Catalogue, results: &Results, lang: Lang, out: &mut Out) {
    let count = |n: usize| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let totals = &results.totals;
    if let Some(corrected) = &results.corrected {
        out.line(&lang.fill(w::FIND_CORRECTED, &[("query", corrected)]));
    }
    match totals.projects {
        0 => out.line(lang.say(w::FIND_NOTHING)),
        1 => out.line(lang.say(w::FIND_ONE)),
        n => out.line(&lang.fill(
            w::FIND_MANY,
            &[("n", &count(n)), ("shown", &count(results.hits.len()))],
        )),
    }
    for brief in results.hits.iter().filter_map(|hit| catalogue.brief(hit.id)) {
        let amount = match brief.total {
            Some(total) => euro(total.0, lang),
            None => lang.say(w::FIND_NO_AMOUNT).to_owned(),
        };
        let code = if brief.cup.is_empty() {
            String::new()
        } else {
            format!(", CUP {}", brief.cup)
        };
        out.line(&format!(
            "{}  {}",
            brief.id,
            title::compose(catalogue, brief, lang)
        ));
        out.line(&format!("          {amount}{code}"));
    }
    for hint in &results.hints {
        if let Some(line) = hint_line(catalogue, hint, lang) {
            out.line(&line);
        }
    }
}

/// What to try next, in words.
pub fn hint_line(catalogue: &Catalogue, hint: &Hint, lang: Lang) -> Option<String> {
    let count = |n: u32| integer(i64::from(n), lang);
    Some(match hint {
        Hint::Notice(_) => return None,
        Hint::WithoutWord { word, projects, .. } => {
            lang.fill(w::FIND_WITHOUT_WORD, &[("word", word), ("n", &count(*projects))])
        }
        Hint::WithoutFilters { projects } => lang.fill(w::FIND_WITHOUT_FILTERS, &[("n", &count(*projects))]),
        Hint::NearWords { word, near, .. } if !near.is_empty() => {
            lang.fill(w::FIND_NEAR_WORDS, &[("word", word), ("near", &near.join(", "))])
        }
        Hint::NearWords { word, .. } => lang.fill(w::FIND_UNKNOWN_WORD, &[("word", word)]),
        Hint::NearCode {
            typed, code, project, ..
        } => {
            let brief = catalogue.brief(*project)?;
            let title = title::compose(catalogue, brief, lang);
            lang.fill(
                w::FIND_NEAR_CODE,
                &[("typed", typed), ("code", code), ("title", &title)],
            )
        }
        Hint::Comune(code) => lang.fill(w::FIND_COMUNE, &[("comune", catalogue.comune_name(*code)?)]),
    })
}
