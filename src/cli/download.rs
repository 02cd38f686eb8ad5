//! `scarica`: the official tables, from the net into a folder that `importa` reads.

use super::context::Context;
use super::entry::{Argument, Kind, Takes, argument, value};
use super::failure::{Code, Failure};
use super::import::{called_off, unknown_region};
use super::out::Out;
use super::progress::{Bar, size};
use crate::desk::{folders, today};
use crate::fetch::{self, Address, Fetching, Got, List, Trouble};
use crate::import::{self, RegionChoice};
use crate::lang::{Lang, w};
use crate::text::fold::fold;
use crate::text::number;
use std::path::{Path, PathBuf};

/// What it can be given.
pub const DOWNLOAD: &[Argument] = &[
    argument(
        "regione",
        "region",
        Takes::Needed(Kind::REGION),
        w::CLI_ARG_REGION,
    ),
    value("cartella", "folder", Kind::FOLDER, w::CLI_ARG_DOWNLOAD_FOLDER),
    value("elenco", "list", Kind::FILE, w::CLI_ARG_DOWNLOAD_LIST),
];

/// Where the tables are kept when nobody says where.
const FOLDER: &str = "tabelle";

/// Runs the command.
///
/// # Errors
/// When not all tables of the region are there in the end.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let choice = RegionChoice::parse(context.text("regione").unwrap_or_default());
    let (region, name) = import::region(&choice).map_err(|error| unknown_region(&error, lang))?;
    let folder = context.path("cartella").cloned().unwrap_or_else(|| FOLDER.into());
    let mut bar = Bar::new(lang);
    let list = list(context, &bar).map_err(|trouble| Failure::data(trouble.say("", lang)))?;
    let all = list.of(region).len();
    if all == 0 {
        return Err(Failure::data(lang.say(w::FETCH_NONE_OF_REGION)));
    }
    let fetching = Fetching {
        list: &list,
        region,
        folder: &folder,
        today: today(),
        cancel: called_off(),
    };
    let mut there = 0;
    let done = fetch::tables(&fetching, &mut bar, |bar, address, got| {
        there += usize::from(got.is_ok());
        told(got, address, &folder, lang)
            .iter()
            .for_each(|line| match got {
                Ok(_) => out.line(line),
                Err(_) => bar.line(line),
            });
    });
    bar.finish();
    done.map_err(|trouble| Failure::data(trouble.say("", lang)))?;
    let shown = folder.display().to_string();
    if there == all {
        let region = fold(&name).replace(' ', "-");
        out.line(&lang.fill(w::FETCH_DONE, &[("folder", &shown), ("region", &region)]));
        return Ok(Code::Found);
    }
    let (there, all) = (there.to_string(), all.to_string());
    let values = [("there", there.as_str()), ("all", &all), ("folder", &shown)];
    Err(Failure::data(lang.fill(w::FETCH_SOME, &values)))
}

/// The list that was named, else that of the folder of the settings, else ours.
fn list(context: &Context, bar: &Bar) -> Result<List, Trouble> {
    let own = || folders::config().map(|folder| folder.join(List::FILE));
    let named = context.path("elenco").cloned();
    let path: Option<PathBuf> = named.or_else(|| own().filter(|path| path.symlink_metadata().is_ok()));
    match path {
        None => List::ours(),
        Some(path) => {
            let file = path.display().to_string();
            bar.line(&context.lang.fill(w::FETCH_LIST, &[("file", &file)]));
            List::load(&path)
        }
    }
}

/// What became of a table.
fn told(got: &Result<Got, Trouble>, of: &Address, folder: &Path, lang: Lang) -> Vec<String> {
    let file = ("file", of.file.as_str());
    let rows = |rows: u64| number::integer(i64::try_from(rows).unwrap_or(i64::MAX), lang);
    match got {
        Ok(Got::New {
            bytes,
            rows: count,
            day,
            unknown,
        }) => {
            let values = [
                file,
                ("bytes", &*size(*bytes, lang)),
                ("rows", &rows(*count)),
                ("day", &number::date(*day, lang)),
            ];
            let columns = unknown.join(", ");
            let more =
                (!unknown.is_empty()).then(|| lang.fill(w::FETCH_UNKNOWN, &[file, ("columns", &columns)]));
            std::iter::once(lang.fill(w::FETCH_NEW, &values))
                .chain(more)
                .collect()
        }
        Ok(Got::Same { day }) => {
            vec![lang.fill(w::FETCH_SAME, &[file, ("day", &number::date(*day, lang))])]
        }
        Ok(Got::ByHand { rows: count }) => {
            vec![lang.fill(w::FETCH_BY_HAND, &[file, ("rows", &rows(*count))])]
        }
        Err(trouble) => {
            let folder = folder.display().to_string();
            let values = [file, ("address", &of.address), ("folder", &folder)];
            let by_hand = trouble
                .leaves_the_hand()
                .then(|| lang.fill(w::FETCH_BY_HAND_HOW, &values));
            std::iter::once(trouble.say(&of.address, lang))
                .chain(by_hand)
                .collect()
        }
    }
}
