//! `dati`: what is in the snapshot, of when, from whom.

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use crate::lang::{Lang, w};
use crate::sheet;
use crate::snapshot::Catalogue;
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
        "national_projects": totals.national,
        "without_amount": totals.without_amount,
        "copied_projects": totals.copied,
        "copied_eur": totals.copied_total,
        "comuni": totals.comuni,
        "measures": totals.measures,
        "sources": sources,
    })
}

fn as_text(catalogue: &Catalogue, lang: Lang, out: &mut Out) {
    for (name, value) in sheet::figures(catalogue, lang) {
        out.line(&format!("{name}: {value}"));
    }
    out.line("");
    out.line(lang.say(w::DATA_SOURCES));
    for table in sheet::source::tables(catalogue) {
        out.line(&format!("- {}", table.say(lang)));
    }
}
