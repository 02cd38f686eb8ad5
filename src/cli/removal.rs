//! `rimuovi`: a name that is not to be shown any more, because somebody asked. The list that a region
//! keeps of such names says where each stands, never who it is.

use super::archive;
use super::context::Context;
use super::entry::{Argument, Kind, one, value};
use super::failure::{Code, Failure};
use super::out::Out;
use crate::lang::{Lang, Word, w};
use crate::model::{Cup, Removal, Table};
use crate::renew;
use crate::snapshot::{Named, Ours, Snapshot, save_over};
use crate::text::fold::fold;
use std::path::{Path, PathBuf};

/// As of an archive in a package.
const MOST: u64 = 2 << 30;

/// What it can be given.
pub const ARGUMENTS: &[Argument] = &[
    one("cup", "cup", Kind::CODES, w::CLI_ARG_REMOVE_CUP),
    value("numero", "number", Kind::NUMBER, w::CLI_ARG_REMOVE_NUMBER),
    value("elenco", "list", Kind::FILE, w::CLI_ARG_REMOVE_LIST),
    value("chiave", "key", Kind::FILE, w::CLI_ARG_REMOVE_KEY),
    value("uscita", "output", Kind::FILE, w::CLI_ARG_REMOVE_OUT),
];

/// Runs the command: without a number it says who is named, with one it takes that name out.
///
/// # Errors
/// When the CUP is none, nobody is named there, or a file cannot be read or written.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let written = context.words("cup").pop().unwrap_or_default();
    let cup = Cup::parse(written).map(|checked| checked.code.to_string());
    let cup = cup.map_err(|_| Failure::usage(lang.fill(w::REMOVE_NO_CUP, &[("code", written)])))?;
    let snapshot = archive::open(context)?;
    let named = snapshot
        .named(&cup)
        .map_err(|error| Failure::archive(&error, lang))?;
    if named.is_empty() {
        out.line(&lang.fill(w::REMOVE_NOBODY, &[("cup", &cup)]));
        return Ok(Code::Nothing);
    }
    let Some(number) = context.args.get_one::<usize>("numero") else {
        out.line(&lang.fill(w::REMOVE_NAMED, &[("cup", &cup)]));
        for (at, named) in named.iter().enumerate() {
            out.line(&line(at + 1, named, lang));
        }
        out.line(lang.say(w::REMOVE_HOW));
        return Ok(Code::Found);
    };
    let wrong = || {
        let most = named.len().to_string();
        Failure::usage(lang.fill(w::REMOVE_NUMBER, &[("most", &most)]))
    };
    let chosen = number
        .checked_sub(1)
        .and_then(|at| named.get(at))
        .ok_or_else(wrong)?;
    // Whoever asks stands nowhere else in this project either.
    let same = |other: &&Named| fold(&other.name) == fold(&chosen.name);
    let removals: Vec<Removal> = named.iter().filter(same).map(|n| n.removal.clone()).collect();
    let (list, key) = (needed(context, "elenco")?, needed(context, "chiave")?);
    let kept = renew::withhold(&list, &key, &removals);
    let kept = kept.map_err(|error| Failure::data(error.say(lang)))?;
    let values = [
        ("rows", &*removals.len().to_string()),
        ("file", &list.display().to_string()),
        ("all", &kept.to_string()),
    ];
    out.line(&lang.fill(w::REMOVE_LISTED, &values));
    match context.path("uscita") {
        Some(to) => written_without(&snapshot, &removals, to, lang, out)?,
        None => out.line(lang.say(w::REMOVE_NEXT)),
    }
    Ok(Code::Found)
}

fn written_without(
    snapshot: &Snapshot,
    removals: &[Removal],
    to: &Path,
    lang: Lang,
    out: &mut Out,
) -> Result<(), Failure> {
    let failed = |error| Failure::not_written(to, &error, lang);
    let removed = snapshot.without(removals, MOST).map_err(failed)?;
    save_over(Ours::Archive, to, &removed.bytes).map_err(failed)?;
    out.line(&lang.fill(w::REMOVE_WRITTEN, &[("file", &to.display().to_string())]));
    Ok(())
}

/// "2. Alfa S.r.l.: ha vinto un contratto (Aggiudicatari)".
fn line(number: usize, named: &Named, lang: Lang) -> String {
    let role = format!("remove.role.{}", named.removal.role.replace('_', "-"));
    let role = Word::from_key(&role).unwrap_or(w::REMOVE_ROLE_OTHER);
    let table = Table::from_code(&named.removal.table).map_or("", Table::official_name);
    let values = [
        ("number", &*number.to_string()),
        ("name", &named.name),
        ("role", lang.say(role)),
        ("table", table),
    ];
    lang.fill(w::REMOVE_LINE, &values)
}

fn needed(context: &Context, name: &str) -> Result<PathBuf, Failure> {
    let missing = || {
        let arg = format!("--{name}");
        Failure::usage(context.lang.fill(w::CLI_ERROR_MISSING, &[("arg", &arg)]))
    };
    context.path(name).cloned().ok_or_else(missing)
}
