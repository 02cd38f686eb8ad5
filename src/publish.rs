//! The open data of a region: the register as CSV with its description, all explanations as JSON
//! lines, a catalogue that a harvester reads (DCAT-AP_IT), and a page that says what they are. Plain
//! files in a folder, which any web space can hold; and the pages themselves as a site. What stands in
//! a table without a declared licence is in none of them.

mod catalogue;
mod site;

pub use catalogue::Holder;
pub use site::{Site, site};

use crate::explain;
use crate::lang::{Lang, w};
use crate::renew::RenewError;
use crate::sheet::json::with_readability;
use crate::snapshot::register::RegisterError;
use crate::snapshot::{Catalogue, OpenError, Snapshot, WriteError, beside, read_text, save};
use crate::text::number;
use jiff::civil::Date;
use std::fs;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The folder in that of the packages.
const FOLDER: &str = "dati-aperti";
const REGISTER: &str = "registro";
const SHEETS: &str = "schede.jsonl";
const CATALOGUE: &str = "catalogo.ttl";
const READ_ME: &str = "LEGGIMI.md";
/// As of an archive in a package.
const MOST: u64 = 2 << 30;

/// What was written.
#[derive(Debug)]
pub struct Opened {
    pub folder: PathBuf,
    pub tables: usize,
    pub sheets: usize,
    /// Whether there is a catalogue.
    pub catalogue: bool,
}

impl Opened {
    /// What was written, in sentences.
    pub fn say(&self, lang: Lang) -> Vec<String> {
        let count = |n: usize| number::count(n, lang);
        let folder = self.folder.display().to_string();
        let values = [
            ("folder", folder.as_str()),
            ("tables", &count(self.tables)),
            ("sheets", &count(self.sheets)),
        ];
        let word = match self.catalogue {
            true => w::OPEN_CATALOGUE,
            false => w::OPEN_NO_CATALOGUE,
        };
        vec![lang.fill(w::OPEN_WRITTEN, &values), lang.say(word).to_owned()]
    }
}

/// Writes the open data of an archive, as of a day; the catalogue where it is said who holds them.
///
/// # Errors
/// When the archive cannot be read, or something that is not ours stands in the folder.
pub fn open_data(
    snapshot: &Snapshot,
    folder: &Path,
    holder: Option<&Holder>,
    lang: Lang,
    today: Date,
) -> Result<Opened, RenewError> {
    let folder = folder.join(FOLDER);
    let snapshot = snapshot.licensed(MOST).map_err(RenewError::Archive)?;
    let catalogue = snapshot.catalogue().map_err(RenewError::Archive)?;
    let register = folder.join(REGISTER);
    // Where the register is ours, so is what stands beside it.
    let ours = read_text(&register.join("datapackage.json"), 8 << 20);
    let ours = ours.is_ok_and(|text| text.contains("\"name\": \"sportello-"));
    for name in [SHEETS, CATALOGUE, READ_ME] {
        let path = folder.join(name);
        if !ours && path.symlink_metadata().is_ok() {
            return Err(RenewError::write(&path, ErrorKind::AlreadyExists.into()));
        }
    }
    fs::create_dir_all(&folder).map_err(|error| RenewError::write(&folder, error))?;
    let tables = snapshot.write_register(&register).map_err(|error| match error {
        RegisterError::Open(error) => RenewError::Archive(error),
        RegisterError::Write(error) => written(&register, error),
        RegisterError::Csv(error) => RenewError::write(&register, std::io::Error::other(error)),
    })?;
    let sheets = sheets(&snapshot, &catalogue, &folder.join(SHEETS), lang, today)?;
    let put = |name: &str, text: String| {
        let path = folder.join(name);
        save(&path, text.as_bytes()).map_err(|error| written(&path, error))
    };
    put(READ_ME, read_me(&catalogue, lang, today))?;
    if let Some(holder) = holder {
        let tables: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
        put(CATALOGUE, catalogue::turtle(&catalogue, holder, &tables, today))?;
    }
    Ok(Opened {
        folder,
        tables: tables.len(),
        sheets,
        catalogue: holder.is_some(),
    })
}

fn written(path: &Path, error: WriteError) -> RenewError {
    match error {
        WriteError::Io { path, error } => RenewError::write(&path, error),
        error => RenewError::write(path, std::io::Error::other(error)),
    }
}

/// A line for each project, with all that is explained of it.
fn sheets(
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    path: &Path,
    lang: Lang,
    today: Date,
) -> Result<usize, RenewError> {
    let failed = |error| RenewError::write(path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut out = BufWriter::new(beside(folder, false).map_err(failed)?);
    let mut count = 0;
    for brief in catalogue.regional() {
        let project = snapshot.project(brief.id).map_err(RenewError::Archive)?;
        let project = project.ok_or(RenewError::Archive(OpenError::Damaged))?;
        let told = explain::project(catalogue, &project, lang, today);
        let line = with_readability(catalogue, &project, &told).to_string();
        writeln!(out, "{line}").map_err(failed)?;
        count += 1;
    }
    let file = out.into_inner().map_err(|error| failed(error.into_error()))?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(count)
}

/// What the files are, where their data come from and what is left out.
fn read_me(catalogue: &Catalogue, lang: Lang, today: Date) -> String {
    let (oldest, newest) = catalogue.dates();
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| number::date(day, lang));
    let values = [
        ("region", catalogue.region_name.as_str()),
        ("oldest", &day(oldest)),
        ("newest", &day(newest)),
        ("today", &number::date(today, lang)),
    ];
    let mut out = lang.fill(w::OPEN_READ_ME, &values);
    out.push_str("\n\n");
    for releases in crate::sheet::source::tables(catalogue) {
        out += &format!("- {}\n", releases.say(lang));
    }
    out
}
