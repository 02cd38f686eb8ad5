//! What a citizen takes home, of an open archive.

use super::Archive;
use crate::desk::folders;
use crate::lang::{Lang, w};
use crate::sheet::paper::{self, Handed};
use crate::sheet::{Page, Subject};
use crate::snapshot::{OpenError, Ours, WriteError, save_over};
use std::path::PathBuf;

impl Archive {
    /// One sheet on a subject; `None` when the archive does not have it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sheet(
        &self,
        subject: &Subject,
        lang: Lang,
        handed: Handed<'_>,
    ) -> Result<Option<Page>, OpenError> {
        let page = self.page(subject, lang, handed.day)?;
        Ok(page.map(|page| paper::sheet(&page, handed)))
    }

    /// Writes the sheet of a subject as a PDF among the person's documents; yields where.
    ///
    /// # Errors
    /// A sentence: there is no such page, no folder, or the file cannot be written.
    pub fn print(&self, subject: &Subject, lang: Lang, handed: Handed<'_>) -> Result<PathBuf, String> {
        let failed = |why: &str| lang.fill(w::LINEAR_FAILED, &[("why", why)]);
        let sheet = self.sheet(subject, lang, handed);
        let sheet = sheet.map_err(|error| failed(&super::why(&error, lang)))?;
        let sheet = sheet.ok_or_else(|| lang.say(w::SCREEN_READ_GONE).to_owned())?;
        let bytes = paper::pdf(&[sheet], handed.day).map_err(|error| error.say(lang).to_owned())?;
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
        Subject::Comune(code) => code.to_string(),
        Subject::Measure(code) => code.clone(),
        Subject::Word(id) | Subject::Question(id) => (*id).to_owned(),
        _ => "foglio".to_owned(),
    }
}
