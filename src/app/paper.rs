//! What a citizen takes home, of an open archive.

use super::{Archive, Desk, DeskAsk, desk_answer};
use crate::desk::report::By;
use crate::desk::{Gathered, Store, folders};
use crate::lang::{Lang, w};
use crate::sheet::csv::{Style, Table};
use crate::sheet::paper::{self, Handed};
use crate::sheet::{Page, Subject, cells, civic, json};
use crate::snapshot::{OpenError, Ours, WriteError, save_over};
use jiff::civil::Date;
use std::path::PathBuf;

impl Archive {
    /// A sheet on a subject in each language; none when the archive does not have it. A letter that
    /// somebody signs is always there in Italian, and first; what whoever signs does with it stands
    /// `apart`, on a sheet that is not sent along.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sheets(
        &self,
        subject: &Subject,
        languages: &[Lang],
        handed: Handed<'_>,
        apart: bool,
    ) -> Result<Vec<Page>, OpenError> {
        let is_letter = matches!(subject, Subject::Paper(paper, _) if paper.is_letter());
        let translated = is_letter && languages == [Lang::En];
        let languages = match (is_letter, languages) {
            (true, [Lang::En]) => &Lang::ALL,
            _ => languages,
        };
        let mut sheets = Vec::new();
        // A page for each project of a list.
        if let Subject::Gathered(list) = subject {
            for id in list.ids() {
                sheets.extend(self.sheets(&Subject::Project(*id), languages, handed, apart)?);
            }
            return Ok(sheets);
        }
        for lang in languages {
            let page = self.page(subject, *lang, handed.day)?;
            let pages = match (page, apart) {
                (None, _) => Vec::new(),
                (Some(page), false) => vec![page],
                (Some(page), true) => civic::divided(page),
            };
            // Who reads English has the steps in English.
            let pages = pages
                .iter()
                .take(if translated && *lang == Lang::It { 1 } else { 2 });
            sheets.extend(pages.map(|page| paper::sheet(page, handed)));
        }
        Ok(sheets)
    }

    /// Writes the sheet of a subject as a PDF among the person's documents; yields where.
    ///
    /// # Errors
    /// A sentence: there is no such page, no folder, or the file cannot be written.
    pub fn print(&self, subject: &Subject, lang: Lang, handed: Handed<'_>) -> Result<PathBuf, String> {
        let failed = |why: &str| lang.fill(w::LINEAR_FAILED, &[("why", why)]);
        let sheets = self.sheets(subject, &[lang], handed, true);
        let sheets = sheets.map_err(|error| failed(&super::why(&error, lang)))?;
        if sheets.is_empty() {
            return Err(lang.say(w::SCREEN_READ_GONE).to_owned());
        }
        as_pdf(&sheets, &file_name(subject), lang, handed.day)
    }

    /// Writes a list as CSV for a spreadsheet and as JSON among the person's documents; yields where.
    ///
    /// # Errors
    /// A sentence: there is no folder, or a file cannot be written.
    pub fn export(&self, list: &Gathered, lang: Lang) -> Result<[PathBuf; 2], String> {
        let catalogue = self.catalogue();
        let briefs = || list.ids().iter().filter_map(|id| catalogue.brief(*id));
        let mut csv = Vec::new();
        let mut table = Table::new(&mut csv, Style::Excel, cells::COLUMNS);
        briefs().for_each(|brief| table.row(&cells::as_cells(catalogue, brief, lang)));
        let rows: Vec<_> = briefs().map(|brief| json::row(catalogue, brief, lang)).collect();
        let json = serde_json::Value::Array(rows).to_string() + "\n";
        let name = file_name(&Subject::Gathered(list.clone()));
        // A table that somebody has worked on since is not written over.
        let beside = |n: usize| match n {
            1 => [format!("sportello-{name}.csv"), format!("sportello-{name}.json")],
            n => [
                format!("sportello-{name}-{n}.csv"),
                format!("sportello-{name}-{n}.json"),
            ],
        };
        let folder = folders::documents().unwrap_or_default();
        let is_free = |names: &[String; 2]| names.iter().all(|name| !folder.join(name).exists());
        let [table, list] = (1..1_000).map(beside).find(is_free).unwrap_or_else(|| beside(1));
        Ok([
            written(&table, &csv, lang)?,
            written(&list, json.as_bytes(), lang)?,
        ])
    }
}

/// Writes the sheet of a page, and counts it for the person who is here; of a report that of the desk.
///
/// # Errors
/// A sentence: there is no such page, no folder, or the file cannot be written.
pub fn print(
    archive: &Archive,
    store: &mut Store,
    subject: &Subject,
    lang: Lang,
    handed: Handed<'_>,
) -> Result<PathBuf, String> {
    let mut ask = |ask: DeskAsk| desk_answer(store, archive.catalogue(), &ask, lang, handed.day);
    if let Subject::Report(by) = subject {
        return print_report(&ask(DeskAsk::Read)?.desk, *by, lang, handed);
    }
    let path = archive.print(subject, lang, handed)?;
    // What goes wrong at the desk is told when the desk is asked.
    _ = ask(DeskAsk::Printed(subject.sheets()));
    Ok(path)
}

/// Writes a report of who was served as a PDF among the person's documents; yields where.
fn print_report(desk: &Desk, by: By, lang: Lang, handed: Handed<'_>) -> Result<PathBuf, String> {
    let sheets = paper::pages(&desk.report(by, lang), handed);
    as_pdf(&sheets, &file_name(&Subject::Report(by)), lang, handed.day)
}

fn as_pdf(sheets: &[Page], name: &str, lang: Lang, day: Date) -> Result<PathBuf, String> {
    let bytes = paper::pdf(sheets, day).map_err(|error| error.say(lang).to_owned())?;
    written(&format!("sportello-{name}.pdf"), &bytes, lang)
}

/// Writes a file of ours among the person's documents; yields where.
fn written(name: &str, bytes: &[u8], lang: Lang) -> Result<PathBuf, String> {
    let folder = folders::documents().ok_or_else(|| lang.say(w::PAPER_NO_FOLDER).to_owned())?;
    let path = folder.join(name);
    save_over(Ours::Sheet, &path, bytes).map_err(|error| {
        let why = match &error {
            WriteError::Io { error, .. } => lang.why(error),
            _ => String::new(),
        };
        let file = path.display().to_string();
        lang.fill(w::CLI_ERROR_WRITE, &[("file", &file), ("why", &why)])
    })?;
    Ok(path)
}

/// What the file of a sheet is called: the id or code of its subject.
pub fn file_name(subject: &Subject) -> String {
    match subject {
        Subject::Project(id) => id.to_string(),
        Subject::Paper(paper, id) => format!("{}-{id}", paper.names()[0]),
        Subject::Comune(code) => code.to_string(),
        Subject::Measure(code) => code.clone(),
        Subject::Word(id) | Subject::Question(id) => (*id).to_owned(),
        Subject::Gathered(_) => "raccolta".to_owned(),
        Subject::Report(by) => format!("rendiconto-{}", by.names()[0]),
        _ => "foglio".to_owned(),
    }
}
