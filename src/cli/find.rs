//! `cerca`: projects by a few words, as lines, JSON or CSV.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive, args, row};
use crate::lang::{Lang, w};
use crate::search::{Hit, Index, Query, Results, Settings};
use crate::sheet::{To, Way, missing, search_ways};
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
        let near = results.near.hits.iter().filter_map(|near| {
            let mut row = row::as_json(catalogue, catalogue.brief(near.hit.id)?, lang);
            row["missing"] = json!(near.missing);
            Some(row)
        });
        out.json(&json!({
            "query": text,
            "corrected": results.corrected,
            "total": results.totals.projects,
            "results": rows,
            "near_total": results.near.total,
            "near": near.collect::<Vec<_>>(),
        }));
    } else if context.args.get_flag("csv") {
        row::write_csv(catalogue, briefs(), lang, out);
    } else {
        as_text(catalogue, &results, &text, lang, out);
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

fn as_text(catalogue: &Catalogue, results: &Results, text: &str, lang: Lang, out: &mut Out) {
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
    for hit in &results.hits {
        line(catalogue, hit, None, lang, out);
    }
    let ways = search_ways(catalogue, results, text, lang);
    let (said, leads): (Vec<Way>, Vec<Way>) = ways.into_iter().partition(|way| way.to.is_none());
    said.iter().for_each(|way| out.line(&way.text));
    for near in &results.near.hits {
        line(catalogue, &near.hit, Some(&near.missing), lang, out);
    }
    for way in leads {
        match way.to {
            Some(To::Comune(code)) => {
                let name = catalogue.comune_name(code).unwrap_or_default();
                out.line(&lang.fill(w::FIND_COMUNE, &[("comune", name)]));
            }
            _ => out.line(&way.text),
        }
    }
}

/// A project on two lines: id and title; amount, code and the words that it lacks.
fn line(catalogue: &Catalogue, hit: &Hit, lacks: Option<&[String]>, lang: Lang, out: &mut Out) {
    let Some(brief) = catalogue.brief(hit.id) else {
        return;
    };
    let mut facts = vec![match brief.total {
        Some(total) => euro(total.0, lang),
        None => lang.say(w::FIND_NO_AMOUNT).to_owned(),
    }];
    if !brief.cup.is_empty() {
        facts.push(format!("CUP {}", brief.cup));
    }
    facts.extend(lacks.map(|words| missing(words, lang)));
    let title = title::compose(catalogue, brief, lang);
    out.line(&format!("{}  {title}", brief.id));
    out.line(&format!("          {}", facts.join(", ")));
}
