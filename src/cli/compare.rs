//! `confronta`: what changed from one archive to another.

use super::archive::{self, Opened};
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::page;
use crate::app::{self, catalogue, refusal};
use crate::compare::{Side, Which, compare};
use crate::desk::Settings;
use crate::lang::w;
use crate::search::{comune_names, submeasure};
use crate::sheet::changes::{COLUMNS, changes, changes_json, rows};
use crate::sheet::csv::Table;
use crate::snapshot::Snapshot;
use std::path::Path;

/// Runs the command.
///
/// # Errors
/// When there are not two archives of one region, one of them cannot be read, or there is no such
/// comune.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let failed = |error| Failure::archive(&error, lang);
    let (old, new) = match context.paths("archivi").as_slice() {
        [old, new] => (open(context, old)?, open(context, new)?),
        [] => {
            let (new, catalogue) = archive::read(context)?;
            let former = app::former(&new).map_err(failed)?;
            let missing = || Failure::usage(lang.say(w::CHANGE_NEED_TWO));
            (former.ok_or_else(missing)?, (new, catalogue))
        }
        _ => return Err(Failure::usage(lang.say(w::CHANGE_NEED_TWO))),
    };
    if old.1.region != new.1.region {
        let values = [("old", old.1.region_name.as_str()), ("new", &new.1.region_name)];
        return Err(Failure::data(lang.fill(w::CHANGE_OTHER_REGION, &values)));
    }
    let names = comune_names(&new.1);
    let comune = |typed: &str| {
        let found = names.comune(typed);
        let missing = || Failure::usage(lang.fill(w::FIND_NO_NAME, &[("name", typed)]));
        found.only().map(|name| name.code).ok_or_else(missing)
    };
    let which = Which {
        comune: context.text("comune").map(comune).transpose()?,
        measure: context.text("misura").map(submeasure),
    };
    let [was, is] = [&old, &new].map(|(snapshot, catalogue)| Side { snapshot, catalogue });
    let told = compare(was, is, &which).map_err(failed)?;
    let sides = [&old.1, &new.1];
    match context.form() {
        Form::Json => out.json(&changes_json(&told, sides, lang)),
        Form::Csv => {
            let mut table = Table::new(out, context.style(), COLUMNS);
            rows(&told, sides, lang).iter().for_each(|row| table.row(row));
        }
        _ => {
            let home = Settings::load().unwrap_or_default().comune;
            let first: Vec<_> = home.and_then(|home| comune(&home).ok()).into_iter().collect();
            page::print(context, &changes(&told, sides, &first, lang).of(&new.0), out);
        }
    }
    Ok(if told.changes.is_empty() {
        Code::Nothing
    } else {
        Code::Found
    })
}

fn open(context: &Context, path: &Path) -> Result<Opened, Failure> {
    let told = |error| Failure::data(refusal(path, &error, context.lang));
    let snapshot = Snapshot::open(path).map_err(told)?;
    let catalogue = catalogue(&snapshot).map_err(told)?;
    Ok((snapshot, catalogue))
}
