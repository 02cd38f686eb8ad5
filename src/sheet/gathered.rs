//! The page of the projects gathered for one citizen: of each its title, its line of state and the
//! first sentence of what a talk needs. On paper each has a page of its own.

use super::build::Builder;
use super::page::{Block, Link, PartId};
use super::{Note, Page, Subject};
use crate::desk::gathered::Gathered;
use crate::explain::{Explanation, Question};
use crate::lang::{Lang, w};
use crate::model::ProjectId;
use crate::snapshot::Catalogue;
use crate::text::clean;

/// What is told of each.
const TOLD: [Question; 5] = [
    Question::What,
    Question::Who,
    Question::HowMuch,
    Question::When,
    Question::Benefit,
];

/// The page of a list, with the explanations of those of its projects that the archive has.
pub fn gathered(
    catalogue: &Catalogue,
    list: &Gathered,
    told: &[(ProjectId, Explanation)],
    lang: Lang,
) -> Page {
    let mut b = Builder::new(catalogue, &list.title(lang), lang);
    if told.is_empty() {
        b.part_called(PartId::Notice, String::new());
        b.push(Block::Paragraph(lang.say(w::GATHERED_NOTHING).to_owned()));
    }
    for (id, explanation) in told {
        let title = clean::line(&explanation.title);
        b.part_called(PartId::Gathered(*id), title);
        let line = Note::InBrief(explanation.line.clone()).say(lang);
        b.push(Block::Link(Link::new(&line, Subject::Project(*id))));
        for question in TOLD {
            let claims = &explanation.answer(question).claims;
            b.claims(claims.get(..1).unwrap_or_default());
        }
    }
    b.small_print();
    b.finish()
}
