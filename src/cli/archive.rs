//! Which snapshot a command works on: the one that was named, else the newest valid one in the
//! person's data folder, else the bundled one.

use super::context::Context;
use super::failure::Failure;
use super::tame::tell;
use crate::app::{self, Archive, catalogue, refusal};
use crate::desk::{Settings, folders};
use crate::lang::{Lang, w};
use crate::renew;
use crate::search::Index;
use crate::snapshot::{Catalogue, OpenError, Origin, Snapshot};
use std::path::{Path, PathBuf};

/// Opens the one that a command asks for, telling on standard error of the files that were passed
/// over. A named file that cannot be used is an error: a script that named a file must not be
/// answered from another.
///
/// # Errors
/// When no archive can be opened.
pub fn open(context: &Context) -> Result<Snapshot, Failure> {
    let named = context.path("archivio");
    let (snapshot, refused) = choose(named.map(PathBuf::as_path), context.lang)?;
    for says in refused {
        tell(&says);
    }
    Ok(snapshot)
}

/// The archive that a command asks for, and what it holds in short.
pub type Opened = (Snapshot, Catalogue);

/// Opens and reads it.
///
/// # Errors
/// When it cannot be opened or read.
pub fn read(context: &Context) -> Result<Opened, Failure> {
    let failed = |error| Failure::archive(&error, context.lang);
    let snapshot = open(context)?;
    match (catalogue(&snapshot), &snapshot.origin, context.path("archivio")) {
        (Ok(catalogue), ..) => Ok((snapshot, catalogue)),
        (Err(error), Origin::File(path), None) => {
            tell(&refusal(path, &error, context.lang));
            let bundled = here(Snapshot::embedded().map_err(failed)?);
            let catalogue = catalogue(&bundled).map_err(failed)?;
            Ok((bundled, catalogue))
        }
        (Err(error), ..) => Err(failed(error)),
    }
}

/// The archive's catalogue with its index.
///
/// # Errors
/// When it cannot be read.
pub fn index(snapshot: &Snapshot, lang: Lang) -> Result<Index, Failure> {
    app::index(snapshot).map_err(|error| Failure::archive(&error, lang))
}

/// The archive that a command asks for, with its index and lists.
///
/// # Errors
/// When it cannot be opened or read.
pub fn load(context: &Context) -> Result<Archive, Failure> {
    let failed = |error| Failure::archive(&error, context.lang);
    let snapshot = open(context)?;
    if context.path("archivio").is_some() {
        return Archive::load(snapshot).map_err(failed);
    }
    let (archive, refused) = Archive::load_or_bundled(snapshot, context.lang).map_err(failed)?;
    refused.iter().for_each(|says| tell(says));
    Ok(archive)
}

/// The snapshot, and a sentence for each file that was passed over.
///
/// # Errors
/// When the named one, or else the bundled one, cannot be opened.
pub fn choose(named: Option<&Path>, lang: Lang) -> Result<(Snapshot, Vec<String>), Failure> {
    let (snapshot, refused) = found(named, lang)?;
    Ok((here(snapshot), refused))
}

/// The snapshot as this desk has it: where what a start needs is kept, and which site has its pages.
fn here(snapshot: Snapshot) -> Snapshot {
    let site = Settings::load().ok().and_then(|settings| settings.site);
    let site = site.map(|site| site.to_string());
    snapshot.kept_in(folders::cache()).on_the_web(site)
}

fn found(named: Option<&Path>, lang: Lang) -> Result<(Snapshot, Vec<String>), Failure> {
    let kept = folders::cache();
    if let Some(path) = named {
        let opened = Snapshot::open_kept(path, kept.as_deref())
            .map_err(|error| Failure::data(refusal(path, &error, lang)))?;
        return Ok((opened, Vec::new()));
    }
    let (found, refused) = match folders::archives() {
        Some(folder) => Snapshot::newest(&folder, kept.as_deref()),
        None => (None, Vec::new()),
    };
    let own = match found {
        Some(snapshot) => snapshot,
        None => Snapshot::embedded().map_err(|error| Failure::archive(&error, lang))?,
    };
    let (snapshot, more) = match folders::archives() {
        Some(folder) => renew::in_place_of(own, &folder, kept.as_deref()),
        None => (own, Vec::new()),
    };
    let says = |(path, error): &(PathBuf, OpenError)| refusal(path, error, lang);
    let mut says: Vec<String> = refused.iter().chain(&more).map(says).collect();
    says.extend(
        snapshot
            .is_unsigned
            .then(|| lang.say(w::RENEW_UNSIGNED_SAYS).to_owned()),
    );
    Ok((snapshot, says))
}

/// The archive that the desk opens by itself, and the code of its region; what was passed over is not
/// told, for it is about to be put right.
///
/// # Errors
/// When even the bundled one cannot be opened.
pub fn at_home(context: &Context) -> Result<(Snapshot, String), Failure> {
    let (snapshot, _) = found(None, context.lang)?;
    let region = renew::region_of(&snapshot);
    Ok((snapshot, region))
}

/// At the desk a bad file is told and the bundled region answers; the error is a sentence.
///
/// # Errors
/// When even the bundled one cannot be opened.
pub fn at_desk(named: Option<&Path>, lang: Lang) -> Result<(Snapshot, Vec<String>), String> {
    match choose(named, lang) {
        Ok(chosen) => Ok(chosen),
        Err(failure) => match Snapshot::embedded() {
            Ok(snapshot) => Ok((here(snapshot), vec![failure.message])),
            Err(_) => Err(failure.message),
        },
    }
}
