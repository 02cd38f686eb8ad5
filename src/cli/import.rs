//! `importa`: official tables → a new snapshot, with a bar on a terminal and plain lines elsewhere.

mod report;

use super::archive;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::progress::Bar;
use crate::desk::Settings;
use crate::import::{self, ImportError, Options, RegionChoice};
use crate::lang::{Lang, w};
use crate::model::Removal;
use crate::renew;
use crate::snapshot::Snapshot;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Runs the command.
///
/// # Errors
/// When the region or a file is wrong, or the new archive cannot be written.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let options = Options {
        inputs: context.paths("dati"),
        region: RegionChoice::parse(context.text("regione").unwrap_or_default()),
        out: context.path("uscita").cloned().unwrap_or_default(),
        observed: observed(context)?,
        removals: removals(context)?,
        cancel: called_off(),
    };
    let mut bar = Bar::new(lang);
    let done = import::run(&options, &mut bar);
    bar.finish();
    let report = done.map_err(|e| failure(&e, &options.out, lang))?;
    if context.form() == Form::Json {
        out.json(&serde_json::to_value(&report).unwrap_or_default());
    } else {
        report::print(&report, &options.out, lang, out);
    }
    Ok(Code::Found)
}

/// The names that the list of the region takes out, and those that the archive at hand and the one to
/// be replaced are without already.
fn removals(context: &Context) -> Result<Vec<Removal>, Failure> {
    let lang = context.lang;
    let mut out = Vec::new();
    if let Some(path) = context.path("rimozioni") {
        let keys = Settings::load().unwrap_or_default().keys;
        let listed = renew::removals(path, &keys);
        out.extend(listed.map_err(|error| Failure::data(error.say(lang)))?);
    }
    let at_hand = archive::at_home(context).ok().map(|(snapshot, _)| snapshot);
    let replaced = context.path("uscita").and_then(|path| Snapshot::open(path).ok());
    for snapshot in at_hand.into_iter().chain(replaced) {
        out.extend(
            snapshot
                .removals()
                .map_err(|error| Failure::archive(&error, lang))?,
        );
    }
    Ok(out)
}

/// Becomes true when the person presses Ctrl-C.
pub fn called_off() -> Arc<AtomicBool> {
    let cancel = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancel);
    // Where no handler can be set, Ctrl-C ends the program at once, and still nothing is half done.
    _ = ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed));
    cancel
}

/// There is no region of the name that was typed.
pub fn unknown_region(error: &ImportError, lang: Lang) -> Failure {
    failure(error, Path::new(""), lang)
}

/// `FILE=2025-03-31`, as often as needed.
fn observed(context: &Context) -> Result<Vec<(PathBuf, Date)>, Failure> {
    let dated = |pair: &str| {
        let parsed = pair.rsplit_once('=');
        let parsed = parsed.and_then(|(path, day)| Some((PathBuf::from(path), day.parse().ok()?)));
        parsed.ok_or_else(|| {
            let values = [("arg", "--osservato"), ("value", pair)];
            Failure::usage(context.lang.fill(w::CLI_ERROR_VALUE, &values))
        })
    };
    context.words("osservato").into_iter().map(dated).collect()
}

/// One sentence: what, where, what to do; and a line for each file that was passed over.
fn failure(error: &ImportError, written: &Path, lang: Lang) -> Failure {
    let file = |path: &Path| path.display().to_string();
    let message = match error {
        ImportError::Read { path, error } => return Failure::reading(path, error, lang),
        ImportError::NoPlaces { missing, passed_over } => {
            let says = lang.fill(w::IMPORT_ERROR_NO_PLACES, &[("table", missing.official_name())]);
            report::with_passed_over(says, passed_over, lang)
        }
        ImportError::Nothing { passed_over } => {
            report::with_passed_over(lang.say(w::IMPORT_ERROR_NOTHING).to_owned(), passed_over, lang)
        }
        ImportError::NothingKept { region, report } => {
            let says = lang.fill(w::IMPORT_ERROR_KEPT_NOTHING, &[("region", region)]);
            report::with_files(says, report, lang)
        }
        ImportError::UnknownRegion { given, known } => {
            let values = [("region", given.as_str()), ("known", &known.join(", "))];
            return Failure::usage(lang.fill(w::IMPORT_ERROR_REGION, &values));
        }
        ImportError::Observed { path } => {
            return Failure::usage(lang.fill(w::IMPORT_ERROR_OBSERVED, &[("file", &file(path))]));
        }
        ImportError::Cancelled => lang.say(w::IMPORT_ERROR_CANCELLED).to_owned(),
        ImportError::Write(error) => return Failure::not_written(written, error, lang),
        ImportError::Gazetteer => lang.fill(w::CLI_ERROR_INSIDE, &[("file", &file(written))]),
    };
    Failure::data(message)
}
