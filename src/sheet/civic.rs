//! Papers with which a citizen checks a project: a form for a visit, and letters with the facts
//! filled in and the sender's lines left blank. A letter is in Italian, the law's language; its
//! English page is a translation for those who sign.
//!
//! What the law says stands in `assets/lang/civic.it.toml`, with the day on which it was checked.

mod letter;
mod visit;
mod written;
mod wrong;

use super::build::Builder;
use super::form::Paper;
use super::note::Note;
use super::page::{Block, Page, Part, PartId};
use super::subject::Subject;
use crate::explain::Explanation;
use crate::lang::w;
use crate::model::Project;
use crate::snapshot::Catalogue;
use jiff::civil::Date;
use written::Of;

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

/// A letter without what is for whoever signs it, and that on a page of its own.
pub fn divided(page: Page) -> Vec<Page> {
    let Some(guide) = page.part(PartId::Guide).cloned() else {
        return vec![page];
    };
    let mut home = Page::new(&guide.heading, page.lang);
    home.under.push(Note::Line(page.title.clone()));
    home.parts.push(Part {
        heading: String::new(),
        ..guide
    });
    let mut letter = page;
    letter.parts.retain(|part| part.id != PartId::Guide);
    vec![letter, home]
}

#[cfg(test)]
mod tests;
