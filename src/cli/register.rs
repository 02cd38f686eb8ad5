//! `registro`: a snapshot as plain CSV tables of facts.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive};
use crate::lang::w;
use crate::text::number::integer;
use std::path::PathBuf;

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let snapshot = archive::open(context)?;
    let Some(folder) = context.args.get_one::<PathBuf>("uscita") else {
        return Err(Failure::usage(
            lang.fill(w::CLI_ERROR_MISSING, &[("arg", "--uscita")]),
        ));
    };
    let written = snapshot.write_register(folder).map_err(|e| {
        let values = [("file", folder.display().to_string()), ("error", e.to_string())];
        Failure::data(lang.fill(
            w::CLI_ERROR_WRITE,
            &[("file", &values[0].1), ("error", &values[1].1)],
        ))
    })?;
    for (table, rows) in written {
        let rows = integer(i64::try_from(rows).unwrap_or(i64::MAX), lang);
        out.line(&lang.fill(w::CLI_REGISTER_TABLE, &[("table", &table), ("rows", &rows)]));
    }
    Ok(Code::Found)
}
