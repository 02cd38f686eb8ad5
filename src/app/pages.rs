//! The page of a subject.

use super::{Archive, changes};
use crate::explain::{self, Question};
use crate::lang::Lang;
use crate::model::{ProjectId, Submeasure};
use crate::sheet::{self, Page, Subject, address, civic};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use jiff::civil::Date;

impl Archive {
    /// The page of a subject as it is seen on a day; `None` when the archive does not have it, and
    /// for what is no page of its own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page(&self, subject: &Subject, lang: Lang, today: Date) -> Result<Option<Page>, OpenError> {
        page(&self.snapshot, self.catalogue(), subject, lang, today)
    }

    /// What a project answers to a question, sentence by sentence; nothing where it is not here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn told(
        &self,
        id: ProjectId,
        question: Question,
        lang: Lang,
        today: Date,
    ) -> Result<Vec<String>, OpenError> {
        let project = self.snapshot.project(id)?;
        let told = project.map(|project| explain::project(self.catalogue(), &project, lang, today));
        let claims = told.iter().flat_map(|told| &told.answer(question).claims);
        Ok(claims.map(|claim| claim.text.clone()).collect())
    }
}

/// The same where no index is needed: of a snapshot and its catalogue.
///
/// # Errors
/// When the file cannot be read.
pub fn page(
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    subject: &Subject,
    lang: Lang,
    today: Date,
) -> Result<Option<Page>, OpenError> {
    let page = match subject {
        Subject::Project(id) => snapshot.project(*id)?.map(|project| {
            let explanation = explain::project(catalogue, &project, lang, today);
            sheet::project(catalogue, &project, &explanation, today)
        }),
        Subject::Papers(id) => snapshot.project(*id)?.map(|project| {
            let explanation = explain::project(catalogue, &project, lang, today);
            civic::papers(catalogue, &explanation)
        }),
        Subject::Paper(paper, id) => snapshot.project(*id)?.map(|project| {
            let explanation = explain::project(catalogue, &project, lang, today);
            civic::paper(catalogue, &project, &explanation, *paper, today)
        }),
        Subject::Gathered(list) => {
            let mut told = Vec::new();
            for id in list.ids() {
                let project = snapshot.project(*id)?;
                told.extend(project.map(|p| (*id, explain::project(catalogue, &p, lang, today))));
            }
            Some(sheet::gathered(catalogue, list, &told, lang))
        }
        Subject::Comune(code) => {
            explain::comune(catalogue, *code, lang, today).map(|account| sheet::comune(catalogue, &account))
        }
        Subject::Measure(code) => Submeasure::parse(code)
            .ok()
            .and_then(|code| explain::measure(catalogue, &code, lang, today))
            .map(|account| sheet::measure(catalogue, &account)),
        Subject::Data => {
            let removed = snapshot.removals()?.len();
            let mut page = sheet::data(catalogue, &snapshot.quality()?, removed, lang);
            page.parts.push(sheet::quality::way(lang));
            page.parts
                .extend(changes::is_there(snapshot).then(|| sheet::changes::way(lang)));
            Some(page)
        }
        Subject::Quality => {
            let census = explain::census(snapshot, catalogue, today)?;
            let problems = snapshot.quality()?;
            Some(sheet::quality::quality(
                &census, &problems, catalogue, lang, today,
            ))
        }
        Subject::Changes => changes::page(snapshot, catalogue, lang)?,
        Subject::Source(id) => sheet::source::source(catalogue, *id, lang),
        _ => own_page(subject, lang),
    };
    let address = address::address(catalogue, subject, snapshot.site.as_deref(), lang);
    Ok(page.map(|page| Page { address, ..page }.of(snapshot)))
}

/// The page of what needs no archive: a word of the glossary, a question on the plan, the news.
pub fn own_page(subject: &Subject, lang: Lang) -> Option<Page> {
    match subject {
        Subject::Word(id) => sheet::word(id, lang),
        Subject::Question(id) => sheet::question(id, lang),
        Subject::News => Some(sheet::news(lang)),
        Subject::Newer(found) => Some(sheet::newer(found, lang)),
        _ => None,
    }
}
