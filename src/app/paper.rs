//! What a citizen takes home, of an open archive.

use super::Archive;
use crate::desk::folders;
use crate::lang::{Lang, w};
use crate::sheet::paper::{self, Handed};
use crate::sheet::{Page, Subject};
use crate::snapshot::{OpenError, Ours, WriteError, save_over};
use std::path::PathBuf;

impl Archive {
    /// A sheet on a subject in each language; none when the archive does not have it. A letter that
    /// somebody signs is always there in Italian, and first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sheets(
        &self,
        subject: &Subject,
        languages: &[Lang],
        handed: Handed<'_>,
    ) -> Result<Vec<Page>, OpenError> {
        let is_letter = matches!(subject, Subject::Paper(paper, _) if paper.is_letter());
        let languages = match (is_letter, languages) {
            (true, [Lang::En]) => &Lang::ALL,
            _ => languages,
        };
        let mut sheets = Vec::new();
        for lang in languages {
            let page = self.page(subject, *lang, handed.day)?;
            sheets.extend(page.map(|page| paper::sheet(&page, handed)));
        }
        Ok(sheets)
    }

    /// Writes the sheet of a subject as a PDF among the person's documents; yields where.
    ///
    /// # Errors
    /// A sentence: there is no such page, no folder, or the file cannot be written.
    pub fn print(&self, subject: &Subject, lang: Lang, handed: Handed<'_>) -> Result<PathBuf, String> {
        let failed = |why: &str| lang.fill(w::LINEAR_FAILED, &[("why", why)]);
        let sheets = self.sheets(subject, &[lang], handed);
        let sheets = sheets.map_err(|error| failed(&super::why(&error, lang)))?;
        if sheets.is_empty() {
            return Err(lang.say(w::SCREEN_READ_GONE).to_owned());
        }
        let bytes = paper::pdf(&sheets, handed.day).map_err(|error| error.say(lang).to_owned())?;
        let folder = folders::documents().ok_or_else(|| lang.say(w::PAPER_NO_FOLDER).to_owned())?;
        let path = folder.join(format!("sportello-{}.pdf", file_name(subject)));
        save_over(Ours::Sheet, &path, &bytes).map_err(|error| {
            let why = match &error {
                WriteError::Io { error, .. } => lang.why(error),
                _ => String::new(),
            };
            let file = path.display().to_string();
            lang.fill(w::CLI_ERROR_WRITE, &[("file", &file), ("why", &why)])
        })?;
        Ok(path)
    }
}

/// What the file of a sheet is called: the id or code of its subject.
pub fn file_name(subject: &Subject) -> String {
    match subject {
        Subject::Project(id) => id.to_string(),
        Subject::Paper(paper, id) => format!("{}-{id}", paper.names()[0]),
        Subject::Comune(code) => code.to_string(),
        Subject::Measure(code) => code.clone(),
        Subject::Word(id) | Subject::Question(id) => (*id).to_owned(),
        _ => "foglio".to_owned(),
    }
}
