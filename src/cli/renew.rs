//! `chiave`, `pubblica`, `aggiorna`: fresh data from a region to a desk, without a net or from an
//! address.

use super::archive;
use super::context::Context;
use super::entry::{Argument, Kind, Takes, argument, one, value};
use super::failure::{Code, Failure};
use super::import::called_off;
use super::out::Out;
use super::progress::Bar;
use crate::desk::{Settings, folders, today};
use crate::fetch::{self, NotTaken};
use crate::lang::w;
use crate::publish::{Holder, open_data, site};
use crate::renew::{self, Desk, Places, Publishing, RenewError};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long is waited for sticks that do not answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Behind `--da`: the address of the settings.
const NET: [&str; 2] = ["rete", "net"];

/// What `pubblica` can be given.
pub const PUBLISH: &[Argument] = &[
    one("cartella", "folder", Kind::FOLDER, w::CLI_ARG_PUBLISH_FOLDER),
    value("chiave", "key", Kind::FILE, w::CLI_ARG_PUBLISH_KEY),
    value("numero", "number", Kind::NUMBER, w::CLI_ARG_PUBLISH_SERIAL),
    value("prossima", "next", Kind::WORDS, w::CLI_ARG_PUBLISH_NEXT),
    argument(
        "dati-aperti",
        "open-data",
        Takes::Nothing,
        w::CLI_ARG_PUBLISH_OPEN,
    ),
    argument("sito", "site", Takes::Nothing, w::CLI_ARG_PUBLISH_SITE),
    value("titolare", "holder", Kind::WORDS, w::CLI_ARG_PUBLISH_HOLDER),
    value("ipa", "ipa", Kind::WORDS, w::CLI_ARG_PUBLISH_IPA),
    value("indirizzo", "address", Kind::WORDS, w::CLI_ARG_PUBLISH_ADDRESS),
];

/// What `aggiorna` can be given.
pub const RENEW: &[Argument] = &[
    value("da", "from", Kind::FOLDER, w::CLI_ARG_RENEW_FROM),
    argument("torna", "back", Takes::Nothing, w::CLI_ARG_RENEW_BACK),
    value("copia", "copy", Kind::FOLDER, w::CLI_ARG_RENEW_COPY),
    argument(
        "senza-firma",
        "unsigned",
        Takes::Nothing,
        w::CLI_ARG_RENEW_UNSIGNED,
    ),
];

/// Runs `chiave`.
///
/// # Errors
/// When a file is there already or cannot be written.
pub fn key(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let path = context.paths("file").pop().unwrap_or_default();
    let made = renew::make(&path).map_err(|error| Failure::data(error.say(lang)))?;
    made.say(lang).iter().for_each(|line| out.line(line));
    Ok(Code::Found)
}

/// Runs `pubblica`.
///
/// # Errors
/// When archive or key cannot be read, or the folder not be written.
pub fn publish(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let serial = context.args.get_one::<usize>("numero");
    let holder = holder(context)?;
    let folder = context.paths("cartella").pop().unwrap_or_default();
    let snapshot = archive::open(context)?;
    let published = renew::publish(&Publishing {
        folder: &folder,
        snapshot: &snapshot,
        key: context.path("chiave").map(PathBuf::as_path),
        serial: serial.map(|serial| *serial as u64),
        next: context.text("prossima"),
    });
    let published = published.map_err(|error| Failure::data(error.say(lang)))?;
    published.say(lang).iter().for_each(|line| out.line(line));
    if context.flag("dati-aperti") {
        let opened = open_data(&snapshot, &folder, holder.as_ref(), lang, today());
        let opened = opened.map_err(|error| Failure::data(error.say(lang)))?;
        opened.say(lang).iter().for_each(|line| out.line(line));
    }
    if context.flag("sito") {
        let name = context.text("titolare").unwrap_or_default();
        let site = site(&snapshot, &folder, name, today());
        out.line(&site.map_err(|error| Failure::data(error.say(lang)))?.say(lang));
    }
    Ok(Code::Found)
}

/// Whose the open data are, where it was said: all of it, and well. Of a site the name is enough.
fn holder(context: &Context) -> Result<Option<Holder>, Failure> {
    let said = ["titolare", "ipa", "indirizzo"].map(|name| context.text(name));
    let of_site = context.flag("sito") && said[1..] == [None; 2];
    if said == [None; 3] || of_site {
        return Ok(None);
    }
    let holder = match said {
        [Some(name), Some(ipa), Some(address)] => Holder::new(name, ipa, address),
        _ => None,
    };
    let wrong = || Failure::usage(context.lang.say(w::OPEN_HOLDER));
    holder.map(Some).ok_or_else(wrong)
}

/// Runs `aggiorna`.
///
/// # Errors
/// When nothing can be taken: the archive of before stays.
pub fn renew(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let settings = Settings::load().unwrap_or_default();
    let (snapshot, region) = archive::at_home(context)?;
    let archives = folders::archives();
    let desk = Desk {
        archives: archives.as_deref().unwrap_or("".as_ref()),
        keys: &settings.keys,
        region: &region,
        day: snapshot.newest_day().ok().flatten(),
        unsigned: context.flag("senza-firma"),
        back: context.flag("torna"),
    };
    let done = match archives.is_some() {
        true => done(context, &desk, &settings, out),
        false => Err(RenewError::NoFolder.into()),
    };
    done.map_err(|error| Failure::data(lang.fill(w::RENEW_KEPT, &[("why", &error.say(lang))])))
}

fn done(context: &Context, desk: &Desk<'_>, settings: &Settings, out: &mut Out) -> Result<Code, NotTaken> {
    let lang = context.lang;
    let (mut from, copy) = (from(context, settings)?, context.path("copia"));
    if from.is_none() && desk.back {
        out.line(&renew::gone_back(renew::back(desk)?.as_ref(), lang));
    } else if from.is_none() && copy.is_none() {
        let places = Places::of(settings.updates.as_deref(), desk);
        let Some(newer) = (Places {
            sticks: true,
            ..places
        })
        .newer(PATIENCE) else {
            out.line(lang.say(w::RENEW_NONE));
            let address = settings.updates.as_deref().and_then(address);
            address.iter().for_each(|_| out.line(lang.say(w::FETCH_FROM_NET)));
            return Ok(Code::Nothing);
        };
        let folder = newer.folder.display().to_string();
        out.line(&lang.fill(w::RENEW_FOUND, &[("folder", &folder)]));
        from = Some(Place::Folder(newer.folder));
    }
    let taken = match from {
        None => None,
        Some(Place::Folder(folder)) => Some(renew::take(desk, &folder)?),
        Some(Place::Net(address)) => {
            let mut bar = Bar::new(lang);
            let taken = fetch::package(desk, &address, called_off(), &mut bar);
            bar.finish();
            Some(taken?)
        }
    };
    let lines = taken.iter().flat_map(|taken| taken.say(lang));
    lines.for_each(|line| out.line(&line));
    if let Some(to) = copy {
        out.line(&renew::copy(desk, to)?.copied(to, lang));
    }
    Ok(Code::Found)
}

/// Where a package comes from.
enum Place {
    Folder(PathBuf),
    Net(String),
}

/// What `--da` names. Nothing goes to the net unless an address stands there, or the word for that of
/// the settings.
fn from(context: &Context, settings: &Settings) -> Result<Option<Place>, NotTaken> {
    let Some(named) = context.path("da") else {
        return Ok(None);
    };
    if NET.iter().any(|word| named.as_os_str() == *word) {
        let address = settings.updates.as_deref().and_then(address);
        return address
            .map(|address| Some(Place::Net(address)))
            .ok_or(NotTaken::NoAddress);
    }
    Ok(Some(match address(named) {
        Some(address) => Place::Net(address),
        None => Place::Folder(named.clone()),
    }))
}

/// An address, where it is one and no folder.
fn address(path: &Path) -> Option<String> {
    path.to_str()
        .filter(|text| fetch::is_address(text))
        .map(str::to_owned)
}
