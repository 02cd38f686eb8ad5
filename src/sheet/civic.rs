//! Papers with which a citizen checks a project: a form for a visit, and letters with the facts
//! filled in and the sender's lines left blank. A letter is in Italian, the law's language; its
//! English page is a translation for those who sign.
//!
//! What the law says stands in `assets/lang/civic.it.toml`, with the day on which it was checked.

mod letter;
mod visit;
mod wrong;

use super::build::Builder;
use super::page::{Block, Page, PartId};
use super::{Note, Subject};
use crate::explain::{Claim, Explanation, Question};
use crate::lang::{Lang, Word, w};
use crate::model::Project;
use crate::snapshot::Catalogue;
use jiff::civil::Date;

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A form to go and see.
    Visit,
    /// A question to the office for the public.
    Office,
    /// Generalised civic access: a copy of documents.
    Access,
    /// Simple civic access: what must be published.
    Duty,
    /// A value that does not add up, told to who publishes it.
    Wrong,
}

impl Paper {
    pub const ALL: [Paper; 5] = [
        Paper::Visit,
        Paper::Office,
        Paper::Access,
        Paper::Duty,
        Paper::Wrong,
    ];

    /// Its short name, in Italian and in English.
    pub fn names(self) -> [&'static str; 2] {
        match self {
            Paper::Visit => ["visita", "visit"],
            Paper::Office => ["urp", "office"],
            Paper::Access => ["accesso", "access"],
            Paper::Duty => ["obbligo", "duty"],
            Paper::Wrong => ["errore", "error"],
        }
    }

    /// The paper with this short name, in either language.
    pub fn named(name: &str) -> Option<Paper> {
        Paper::ALL.into_iter().find(|paper| paper.names().contains(&name))
    }

    /// What it is called.
    pub fn title(self) -> Word {
        match self {
            Paper::Visit => w::CIVIC_VISIT_TITLE,
            Paper::Office => w::CIVIC_OFFICE_TITLE,
            Paper::Access => w::CIVIC_ACCESS_TITLE,
            Paper::Duty => w::CIVIC_DUTY_TITLE,
            Paper::Wrong => w::CIVIC_WRONG_TITLE,
        }
    }

    /// What it is for.
    fn says(self) -> Word {
        match self {
            Paper::Visit => w::CIVIC_VISIT_SAYS,
            Paper::Office => w::CIVIC_OFFICE_SAYS,
            Paper::Access => w::CIVIC_ACCESS_SAYS,
            Paper::Duty => w::CIVIC_DUTY_SAYS,
            Paper::Wrong => w::CIVIC_WRONG_SAYS,
        }
    }

    /// Whether somebody signs it: it is printed in Italian, with its translation behind.
    pub fn is_letter(self) -> bool {
        self != Paper::Visit
    }
}

/// The papers of a project, each a way to it.
pub fn papers(catalogue: &Catalogue, explanation: &Explanation) -> Page {
    let lang = explanation.lang;
    let mut b = Builder::new(catalogue, lang.say(w::CIVIC_PAPERS), lang);
    b.under(Note::Line(explanation.title.clone()));
    b.part(PartId::Form(w::CIVIC_PAPERS_SAYS), w::CIVIC_PAPERS);
    b.push(Block::Paragraph(lang.say(w::CIVIC_PAPERS_SAYS).to_owned()));
    for paper in Paper::ALL {
        b.part(PartId::Form(paper.title()), paper.title());
        b.push(Block::Paragraph(lang.say(paper.says()).to_owned()));
        b.link(lang.say(paper.title()), Subject::Paper(paper, explanation.id));
    }
    b.finish()
}

/// A paper about a project, as it is on a day.
pub fn paper(
    catalogue: &Catalogue,
    project: &Project,
    explanation: &Explanation,
    paper: Paper,
    today: Date,
) -> Page {
    let lang = explanation.lang;
    let mut of = Of {
        b: Builder::new(catalogue, lang.say(paper.title()), lang),
        project,
        explanation,
        today,
    };
    match paper {
        Paper::Visit => visit::page(&mut of),
        Paper::Wrong => wrong::page(&mut of),
        letter => letter::page(&mut of, letter),
    }
    of.b.small_print();
    of.b.finish()
}

/// The paper that is being written.
struct Of<'a> {
    b: Builder<'a>,
    project: &'a Project,
    explanation: &'a Explanation,
    today: Date,
}

impl Of<'_> {
    fn lang(&self) -> Lang {
        self.explanation.lang
    }

    /// A new part, by its heading; all of it stays when a sheet is cut.
    fn part(&mut self, heading: Word) {
        self.b.part(PartId::Form(heading), heading);
    }

    fn say(&mut self, word: Word) {
        self.fill(word, &[]);
    }

    fn fill(&mut self, word: Word, values: &[(&str, &str)]) {
        let text = self.lang().fill(word, values);
        self.b.push(Block::Paragraph(text));
    }

    /// A line to write on, with what goes there.
    fn blank(&mut self, what: Word) {
        let what = self.lang().say(what).to_owned();
        self.b.push(Block::Blank(what));
    }

    /// One more line.
    fn more(&mut self) {
        self.b.push(Block::Blank(String::new()));
    }

    /// "Scuola Mattei a Prato: tetto nuovo, CUP …".
    fn about(&mut self) {
        let (title, cup) = (self.explanation.title.clone(), self.project.cup.clone());
        match cup.is_empty() {
            true => self.fill(w::CIVIC_ABOUT_PLAIN, &[("title", &title)]),
            false => self.fill(w::CIVIC_ABOUT, &[("title", &title), ("cup", &cup)]),
        }
    }

    /// The first sentences of these answers, as far as something is known.
    fn known(&mut self, questions: &[Question]) {
        let claims: Vec<Claim> = questions
            .iter()
            .filter_map(|question| {
                let claims = &self.explanation.answer(*question).claims;
                claims.iter().find(|claim| claim.missing.is_none()).cloned()
            })
            .collect();
        self.b.claims(&claims);
    }
}

#[cfg(test)]
mod tests;
