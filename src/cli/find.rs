//! `cerca`: projects by a few words, as lines, JSON or CSV.

mod told;

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::{tame, tell};
use super::{archive, filters, list, tally};
use crate::app::{Answer, Ask, Asked, Leads, Meant};
use crate::desk::today;
use crate::explain::Question;
use crate::lang::{Lang, w};
use crate::model::ProjectId;
use crate::search::{Results, Sums};
use crate::sheet::Subject;
use crate::sheet::cells;
use crate::sheet::csv::Table;
use crate::sheet::json::row as json_row;
use crate::snapshot::Catalogue;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many a person is shown unless she asks for another number.
const SHOWN: usize = 20;

/// A search as it was asked, with what it found and what is meant beside projects.
struct Found {
    ask: Ask,
    asked: Asked,
    results: Results,
    meant: Vec<Meant>,
}

/// Runs the command.
///
/// # Errors
/// When a filter has a value that there is not, and when archive or list cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let words = context.words("parole");
    let filters = filters::query(context)?;
    let lines = list::lines(context, &words)?;
    let archive = archive::load(context)?;
    let form = context.form();
    let limit = context.args.get_one::<usize>("limite").copied();
    let all = archive.index.len();
    let limit = limit.unwrap_or(if form == Form::Text { SHOWN } else { all });
    let mut found = Vec::new();
    for words in lines.unwrap_or_else(|| vec![words.join(" ")]) {
        let text = tame([&[words][..], &filters].concat().join(" ").trim()).into_owned();
        let ask = Ask {
            limit,
            lang,
            ..Ask::whole(text)
        };
        // A person reads lines; programs want every project.
        let (asked, results) = archive.search(&ask, form.is_read());
        filters::check(context, &results)?;
        let corrected = results.corrected.as_ref();
        if let Some(query) = corrected.filter(|_| matches!(form, Form::Csv | Form::Jsonl)) {
            tell(&lang.fill(w::FIND_CORRECTED, &[("query", query)]));
        }
        found.push(Found {
            meant: archive.meant(&asked, &results, lang),
            ask,
            asked,
            results,
        });
    }
    let catalogue = archive.catalogue();
    match form {
        Form::Json => {
            let mut values: Vec<Value> = found.iter().map(|one| as_json(catalogue, one, lang)).collect();
            out.json(&match (values.len(), values.pop()) {
                (1, Some(only)) => only,
                (_, last) => values.into_iter().chain(last).collect(),
            });
        }
        Form::Jsonl => {
            for brief in briefs(catalogue, &found) {
                out.line(&json_row(catalogue, brief, lang).to_string());
            }
        }
        Form::Csv => {
            let mut table = Table::new(out, context.style(), cells::COLUMNS);
            for brief in briefs(catalogue, &found) {
                table.row(&cells::as_cells(catalogue, brief, lang));
            }
        }
        Form::Text | Form::Markdown | Form::Html | Form::Pdf => {
            for one in &found {
                if found.len() > 1 {
                    out.line(&format!("«{}»", one.ask.text));
                }
                let answer = archive.answer(&one.ask, &one.asked, &one.results);
                told::print(catalogue, &answer, lang, out);
                if let Some((id, question)) = asked_of(one, &answer) {
                    let told = archive.told(id, question, lang, today());
                    let told = told.map_err(|e| Failure::archive(&e, lang))?;
                    told::answered(question, &told, lang, out);
                }
            }
        }
    }
    let is_found = |one: &Found| one.results.totals.found() > 0 || one.meant.iter().any(|meant| meant.sure);
    // A person at the desk asks in words and reads; lists and tables are asked for by programs.
    if let (true, [one]) = (form.is_read() && !words.is_empty(), &*found)
        && !is_found(one)
    {
        tally::keep_unanswered(&words.join(" "), lang);
    }
    Ok(match !found.is_empty() && found.iter().all(is_found) {
        true => Code::Found,
        false => Code::Nothing,
    })
}

/// The project that a question is about, the first that was found, where it is about one.
fn asked_of(one: &Found, answer: &Answer) -> Option<(ProjectId, Question)> {
    let question = one.asked.question.filter(|_| !one.asked.means)?;
    let first = answer.rows.first().filter(|_| answer.near < answer.rows.len())?;
    let comune = |meant: &Meant| matches!(meant.to, Some(Leads::Page(Subject::Comune(_), _)));
    match first.to {
        Subject::Project(id) if !one.meant.iter().any(comune) => Some((id, question)),
        _ => None,
    }
}

/// The projects of all answers, each once.
fn briefs<'a>(catalogue: &'a Catalogue, found: &'a [Found]) -> impl Iterator<Item = &'a crate::model::Brief> {
    let mut seen = BTreeSet::new();
    let hits = found.iter().flat_map(|one| &one.results.hits);
    hits.filter(move |hit| seen.insert(hit.id))
        .filter_map(|hit| catalogue.brief(hit.id))
}

/// Own, wider and national money apart.
fn sums(totals: &Sums) -> Value {
    json!({
        "comune": totals.comune.map(|code| code.to_string()),
        "own": {
            "projects": totals.projects - totals.wider,
            "total_eur": totals.total, "pnrr_eur": totals.pnrr, "paid_eur": totals.paid,
        },
        "wider": { "projects": totals.wider, "total_eur": totals.wider_total },
        "national": { "projects": totals.national, "total_eur": totals.national_total },
    })
}

fn as_json(catalogue: &Catalogue, found: &Found, lang: Lang) -> Value {
    let results = &found.results;
    let question = found.asked.question.filter(|_| !found.asked.means);
    let briefs = results.hits.iter().filter_map(|hit| catalogue.brief(hit.id));
    let rows: Vec<_> = briefs.map(|b| json_row(catalogue, b, lang)).collect();
    let near = results.near.hits.iter().take(SHOWN).filter_map(|near| {
        let mut row = json_row(catalogue, catalogue.brief(near.hit.id)?, lang);
        row["missing"] = json!(near.missing);
        Some(row)
    });
    json!({
        "query": found.ask.text,
        "question": question.map(Question::code),
        "meant": found.meant.iter().map(|meant| json!({
            "kind": meant.kind.code(),
            "text": meant.text,
            "note": meant.note,
            "to": meant.to.as_ref().map(Leads::code),
            "sure": meant.sure,
        })).collect::<Vec<_>>(),
        "corrected": results.corrected,
        "total": results.totals.found(),
        "sums": sums(&results.totals),
        "shown": rows.len(),
        "results": rows,
        "near_total": results.near.total,
        "near": near.collect::<Vec<_>>(),
    })
}
