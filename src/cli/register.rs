//! `registro`: a snapshot as plain CSV tables of facts.

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use crate::lang::w;
use crate::snapshot::register::RegisterError;
use crate::text::number::integer;

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read or the folder not be written.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let snapshot = archive::open(context)?;
    let Some(folder) = context.path("uscita") else {
        return Err(Failure::usage(
            lang.fill(w::CLI_ERROR_MISSING, &[("arg", "--uscita")]),
        ));
    };
    let written = snapshot.write_register(folder).map_err(|error| match error {
        RegisterError::Write(error) => Failure::not_written(folder, &error, lang),
        RegisterError::Open(error) => Failure::archive(&error, lang),
        RegisterError::Csv(_) => {
            let file = folder.display().to_string();
            Failure::data(lang.fill(w::CLI_ERROR_INSIDE, &[("file", &file)]))
        }
    })?;
    for (table, rows) in written {
        let rows = integer(i64::try_from(rows).unwrap_or(i64::MAX), lang);
        out.line(&lang.fill(w::CLI_REGISTER_TABLE, &[("table", &table), ("rows", &rows)]));
    }
    Ok(Code::Found)
}
