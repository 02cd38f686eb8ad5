//! `esporta`: projects, or sheets with their explanations, one a line: all, or those of a filter.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, filters};
use crate::desk::today;
use crate::explain;
use crate::lang::{Lang, w};
use crate::model::Brief;
use crate::search::{Query, Settings};
use crate::sheet::cells;
use crate::sheet::csv::Table;
use crate::sheet::json::{row as json_row, with_readability};
use crate::snapshot::{Catalogue, Snapshot};
use std::sync::Arc;

/// Runs the command.
///
/// # Errors
/// When sheets are asked for as CSV, a filter has a value that there is not, or the archive cannot
/// be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let sheets = context.flag("schede");
    if sheets && context.asked_form() == Some(Form::Csv) {
        return Err(Failure::usage(lang.say(w::CLI_ERROR_SHEETS_CSV)));
    }
    let filters = filters::query(context)?;
    let (snapshot, catalogue) = archive::read(context)?;
    let (catalogue, wanted) = match filters.is_empty() {
        true => (Arc::new(catalogue), None),
        false => chosen(context, &snapshot, &filters.join(" "))?,
    };
    let is_wanted = |at: &usize| wanted.as_ref().is_none_or(|wanted| wanted[*at]);
    // A list holds no projects of the whole nation: they would be counted in every region's.
    let is_regional = |at: &usize| !catalogue.projects[*at].is_national();
    let briefs = (0..catalogue.projects.len())
        .filter(is_wanted)
        .filter(is_regional);
    let mut any = false;
    let briefs = briefs.map(|at| &catalogue.projects[at]).inspect(|_| any = true);
    match (sheets, context.form()) {
        (true, _) => write_sheets(&catalogue, &snapshot, briefs, lang, out)?,
        (false, Form::Csv) => {
            let mut table = Table::new(out, context.style(), cells::COLUMNS);
            briefs.for_each(|brief| table.row(&cells::as_cells(&catalogue, brief, lang)));
        }
        (false, _) => {
            briefs.for_each(|brief| out.line(&json_row(&catalogue, brief, lang).to_string()));
        }
    }
    Ok(if any { Code::Found } else { Code::Nothing })
}

/// The catalogue, and for each of its projects whether the filters let it through.
fn chosen(
    context: &Context,
    snapshot: &Snapshot,
    filters: &str,
) -> Result<(Arc<Catalogue>, Option<Vec<bool>>), Failure> {
    let lang = context.lang;
    let index = archive::index(snapshot, lang)?;
    let results = index.search(&Query::parse(filters), &Settings::default(), index.len());
    filters::check(context, &results)?;
    let catalogue = index.catalogue().clone();
    let mut wanted = vec![false; catalogue.projects.len()];
    for hit in &results.hits {
        if let Some(place) = wanted.get_mut(hit.project as usize) {
            *place = true;
        }
    }
    Ok((catalogue, Some(wanted)))
}

fn write_sheets<'a>(
    catalogue: &Catalogue,
    snapshot: &Snapshot,
    briefs: impl Iterator<Item = &'a Brief>,
    lang: Lang,
    out: &mut Out,
) -> Result<(), Failure> {
    let today = today();
    for brief in briefs {
        let project = snapshot
            .project(brief.id)
            .map_err(|e| Failure::archive(&e, lang))?;
        if let Some(project) = project {
            let explanation = explain::project(catalogue, &project, lang, today);
            out.line(&with_readability(catalogue, &project, &explanation).to_string());
        }
    }
    Ok(())
}
