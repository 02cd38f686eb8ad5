//! `dati`: what is in the snapshot, of when, from whom.

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use crate::lang::{Lang, Word, w};
use crate::sheet;
use crate::snapshot::Catalogue;
use crate::text::number::{self, euro, integer};
use jiff::civil::Date;
use serde_json::{Value, json};

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let catalogue = archive::catalogue(context)?;
    if context.form() == Form::Json {
        out.json(&as_json(&catalogue));
    } else {
        as_text(&catalogue, context.lang, out);
    }
    Ok(Code::Found)
}

fn as_json(catalogue: &Catalogue) -> Value {
    let totals = catalogue.totals();
    let (oldest, newest) = catalogue.dates();
    let sources: Vec<Value> = catalogue
        .sources
        .iter()
        .map(|s| {
            json!({
                "table": s.name, "publisher": s.publisher, "date": s.date.map(|d| d.to_string()),
                "rows": s.rows, "licence": s.licence, "url": s.url,
            })
        })
        .collect();
    json!({
        "region": catalogue.region_name,
        "region_code": catalogue.region.map(|r| r.to_string()),
        "oldest": oldest.map(|d| d.to_string()),
        "newest": newest.map(|d| d.to_string()),
        "projects": totals.projects,
        "cups": totals.cups,
        "pnrr_eur": totals.pnrr,
        "total_eur": totals.total,
        "paid_eur": totals.paid,
        "shared_projects": totals.shared,
        "shared_pnrr_eur": totals.shared_pnrr,
        "without_amount": totals.without_amount,
        "copied_projects": totals.copied,
        "copied_eur": totals.copied_total,
        "comuni": totals.comuni,
        "measures": totals.measures,
        "sources": sources,
    })
}

fn as_text(catalogue: &Catalogue, lang: Lang, out: &mut Out) {
    for line in figures(catalogue, lang) {
        out.line(&line);
    }
    out.line("");
    out.line(lang.say(w::DATA_SOURCES));
    for table in sheet::source::tables(catalogue) {
        out.line(&format!("- {}", table.say(lang)));
    }
}

fn day(date: Option<Date>, lang: Lang) -> String {
    date.map_or_else(|| lang.say(w::DATA_NO_DATE).to_owned(), |d| number::date(d, lang))
}

/// What the archive holds, a figure a line.
pub fn figures(catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let totals = catalogue.totals();
    let count = |n: usize| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let region = if catalogue.region_name.is_empty() {
        "—"
    } else {
        &catalogue.region_name
    };
    let (oldest, newest) = catalogue.dates();
    let rows = [
        (w::DATA_REGION, region.to_owned()),
        (w::DATA_OLDEST, day(oldest, lang)),
        (w::DATA_NEWEST, day(newest, lang)),
        (w::DATA_PROJECTS, count(totals.projects)),
        (w::DATA_CUPS, count(totals.cups)),
        (w::DATA_TOTAL, euro(totals.total.0, lang)),
        (w::DATA_PNRR, euro(totals.pnrr.0, lang)),
        (w::DATA_PAID, euro(totals.paid.0, lang)),
        (w::DATA_WITHOUT, count(totals.without_amount)),
        (w::DATA_COPIED, count(totals.copied)),
        (w::DATA_COPIED_TOTAL, euro(totals.copied_total.0, lang)),
        (w::DATA_SHARED, count(totals.shared)),
        (w::DATA_SHARED_PNRR, euro(totals.shared_pnrr.0, lang)),
        (w::DATA_COMUNI, count(totals.comuni)),
        (w::DATA_MEASURES, count(totals.measures)),
    ];
    let is_told = |word: &Word| totals.copied > 0 || ![w::DATA_COPIED, w::DATA_COPIED_TOTAL].contains(word);
    rows.into_iter()
        .filter(|(word, _)| is_told(word))
        .map(|(word, value)| format!("{}: {value}", lang.say(word)))
        .collect()
}
