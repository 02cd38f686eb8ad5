//! `qualita`: what is missing in the data, and where to begin publishing.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, page};
use crate::desk::today;
use crate::desk::unanswered::words as words_of;
use crate::explain::census;
use crate::lang::w;
use crate::sheet::Subject;
use crate::sheet::csv::Table;
use crate::sheet::quality::{COLUMNS, asked_part, quality_json, quality_rows};
use crate::snapshot::read_text;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The questions of many desks and years.
const MOST: u64 = 16 << 20;

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let asked = asked(context)?;
    let (snapshot, catalogue) = &archive::read(context)?;
    let form = context.form();
    if form.is_read() {
        let part = asked_part(&asked, lang);
        return page::of_with(context, (snapshot, catalogue), &Subject::Quality, part, out);
    }
    let failed = |error| Failure::archive(&error, lang);
    let problems = snapshot.quality().map_err(failed)?;
    let census = census(snapshot, catalogue, today()).map_err(failed)?;
    if form == Form::Csv {
        let mut table = Table::new(out, context.style(), COLUMNS);
        let rows = quality_rows(&census, &problems, &asked, catalogue);
        rows.iter().for_each(|row| table.row(row));
    } else {
        out.json(&quality_json(
            &census,
            &problems,
            &asked,
            catalogue,
            lang,
            today(),
        ));
    }
    Ok(Code::Found)
}

/// A question that found nothing, as `banco senza-risposta` writes it in JSON.
#[derive(Deserialize)]
struct Row {
    words: String,
    times: u64,
}

/// What was asked at the desks and not found, of all files together; the most asked first.
fn asked(context: &Context) -> Result<Vec<(String, u64)>, Failure> {
    let lang = context.lang;
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for path in context.paths("domande") {
        let text = read_text(&path, MOST).map_err(|error| Failure::reading(&path, &error, lang))?;
        let rows: Vec<Row> = serde_json::from_str(&text).map_err(|_| {
            let file = path.display().to_string();
            Failure::data(lang.fill(w::QUALITY_NOT_ASKED, &[("file", &file)]))
        })?;
        for row in rows {
            // Another program may have written the file: the rule of the desk holds here too.
            if let Some(words) = words_of(&row.words) {
                let times = all.entry(words).or_default();
                *times = times.saturating_add(row.times);
            }
        }
    }
    let mut all: Vec<(String, u64)> = all.into_iter().collect();
    all.sort_by_key(|(_, times)| Reverse(*times));
    Ok(all)
}
