//! `qualita`: what is missing in the data, and where to begin publishing.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, page};
use crate::desk::today;
use crate::explain::census;
use crate::sheet::Subject;
use crate::sheet::csv::Table;
use crate::sheet::quality::{COLUMNS, quality_json, quality_rows};

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let opened = archive::read(context)?;
    let form = context.form();
    if form.is_read() {
        return page::of(context, &opened, &Subject::Quality, out);
    }
    let (snapshot, catalogue) = &opened;
    let failed = |error| Failure::archive(&error, lang);
    let problems = snapshot.quality().map_err(failed)?;
    let census = census(snapshot, catalogue, today()).map_err(failed)?;
    if form == Form::Csv {
        let mut table = Table::new(out, context.style(), COLUMNS);
        let rows = quality_rows(&census, &problems, catalogue);
        rows.iter().for_each(|row| table.row(row));
    } else {
        out.json(&quality_json(&census, &problems, catalogue, lang, today()));
    }
    Ok(Code::Found)
}
