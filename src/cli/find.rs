//! `cerca`: projects by a few words, as lines, JSON or CSV.

mod told;

use super::context::Context;
use super::csv::Table;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::{tame, tell};
use super::{archive, filters, list, row};
use crate::app::{Asked, Leads, Meant};
use crate::explain::Question;
use crate::lang::{Lang, w};
use crate::search::{Query, Results, Settings, Sums};
use crate::sheet::json::row as json_row;
use crate::snapshot::Catalogue;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many a person is shown unless she asks for another number.
const SHOWN: usize = 20;

/// A search as it was asked, with what it found.
struct Answer {
    text: String,
    results: Results,
    /// What is meant beside projects.
    meant: Vec<Meant>,
    /// What is asked of the projects.
    question: Option<Question>,
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
    let index = &archive.index;
    let form = context.form();
    let limit = context.args.get_one::<usize>("limite").copied();
    let limit = limit.unwrap_or(if form == Form::Text { SHOWN } else { index.len() });
    let asked = lines.unwrap_or_else(|| vec![words.join(" ")]);
    let mut answers = Vec::new();
    for words in asked {
        let text = tame([&[words][..], &filters].concat().join(" ").trim()).into_owned();
        let settings = Settings {
            lang,
            // A person reads lines; programs want every project.
            fold: form.is_read(),
            ..Settings::default()
        };
        let asked = Asked::read(&text, lang);
        let results = asked.settle(index.search(&Query::whole(&asked.text), &settings, limit));
        let meant = archive.meant(&asked, &results, lang);
        filters::check(context, &results)?;
        if let Some(corrected) = results
            .corrected
            .as_ref()
            .filter(|_| matches!(form, Form::Csv | Form::Jsonl))
        {
            tell(&lang.fill(w::FIND_CORRECTED, &[("query", corrected)]));
        }
        answers.push(Answer {
            text,
            results,
            meant,
            question: asked.question.filter(|_| !asked.means),
        });
    }
    let catalogue = index.catalogue();
    match form {
        Form::Json => {
            let mut values: Vec<Value> = answers.iter().map(|a| as_json(catalogue, a, lang)).collect();
            out.json(&match (values.len(), values.pop()) {
                (1, Some(only)) => only,
                (_, last) => values.into_iter().chain(last).collect(),
            });
        }
        Form::Jsonl => {
            for brief in briefs(catalogue, &answers) {
                out.line(&json_row(catalogue, brief, lang).to_string());
            }
        }
        Form::Csv => {
            let mut table = Table::new(out, context.style(), row::COLUMNS);
            for brief in briefs(catalogue, &answers) {
                table.row(&row::as_cells(catalogue, brief, lang));
            }
        }
        Form::Text | Form::Markdown | Form::Html | Form::Pdf => {
            let several = answers.len() > 1;
            for answer in &answers {
                if several {
                    out.line(&format!("«{}»", answer.text));
                }
                told::meant(&answer.meant, lang, out);
                told::print(
                    catalogue,
                    (&answer.results, &answer.meant),
                    &answer.text,
                    lang,
                    out,
                );
            }
        }
    }
    let is_sure = |answer: &Answer| answer.meant.iter().any(|meant| meant.sure);
    let found = |answer: &Answer| !answer.results.hits.is_empty() || is_sure(answer);
    let all = answers.iter().all(found);
    Ok(if all && !answers.is_empty() {
        Code::Found
    } else {
        Code::Nothing
    })
}

/// The projects of all answers, each once.
fn briefs<'a>(
    catalogue: &'a Catalogue,
    answers: &'a [Answer],
) -> impl Iterator<Item = &'a crate::model::Brief> {
    let mut seen = BTreeSet::new();
    let hits = answers.iter().flat_map(|answer| &answer.results.hits);
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

fn as_json(catalogue: &Catalogue, answer: &Answer, lang: Lang) -> Value {
    let results = &answer.results;
    let briefs = results.hits.iter().filter_map(|hit| catalogue.brief(hit.id));
    let rows: Vec<_> = briefs.map(|b| json_row(catalogue, b, lang)).collect();
    let near = results.near.hits.iter().take(SHOWN).filter_map(|near| {
        let mut row = json_row(catalogue, catalogue.brief(near.hit.id)?, lang);
        row["missing"] = json!(near.missing);
        Some(row)
    });
    json!({
        "query": answer.text,
        "question": answer.question.map(Question::code),
        "meant": answer.meant.iter().map(|meant| json!({
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
