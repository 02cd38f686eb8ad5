//! Lists of projects on the pages of a comune and of a measure: as a table on paper, as ways to
//! the projects on a screen.

use super::build::Builder;
use super::page::{Block, Link, PartId};
use super::picture::{Paid, Picture, Share, Sizes};
use super::row::list_rows;
use super::{Note, Subject};
use crate::lang::{Word, w};
use crate::model::{Brief, ProjectId};
use crate::text::number::{self, count};

/// The two parts of a list: for paper and for the screen.
pub(super) struct Parts {
    pub paper: PartId,
    pub screen: PartId,
    pub heading: Word,
}

/// The projects of these ids, in their order.
pub(super) fn projects(b: &mut Builder<'_>, parts: &Parts, ids: &[ProjectId]) {
    let (lang, catalogue) = (b.lang, b.catalogue);
    let briefs: Vec<&Brief> = ids.iter().filter_map(|id| catalogue.brief(*id)).collect();
    let rows = list_rows(catalogue, briefs.iter().copied(), lang);
    let cells = briefs.iter().zip(&rows).map(|(brief, row)| {
        let amount = match (brief.total, brief.copied) {
            (Some(total), _) => number::amount(total.0, lang),
            (None, Some(copied)) => {
                let copied = number::amount(copied.0, lang);
                lang.fill(w::LINE_COPIED_SHORT, &[("amount", &copied)])
            }
            (None, None) => lang.say(w::SHEET_UNKNOWN_AMOUNT).to_owned(),
        };
        let status = lang.say(crate::explain::status_word(brief.status)).to_owned();
        vec![amount, status, row.title.clone(), brief.cup.to_string()]
    });
    let head = [w::SHEET_TOTAL, w::SHEET_STATUS, w::SHEET_PROJECT, w::SHEET_CUP];
    let right = [true, false, false, false];
    let cells = cells.collect();
    b.whole_table(parts.paper, parts.heading, &head, &right, cells);
    let links = briefs
        .iter()
        .zip(&rows)
        .map(|(brief, row)| Block::Link(Link::new(&row.line(), Subject::Project(brief.id))));
    let links: Vec<Block> = links.collect();
    b.blocks(parts.screen, parts.heading, links);
}

/// Payments and amounts of some projects, drawn.
pub(super) fn amounts<'a>(b: &mut Builder<'_>, briefs: impl Iterator<Item = &'a Brief> + Clone) {
    if let Some(paid) = Paid::of(briefs.clone()) {
        let share = Share {
            paid: paid.paid,
            funded: paid.funded,
        };
        let counted = Block::Note(Note::Line(paid.counted(b.lang)));
        let blocks = [Block::Picture(Picture::Share(share)), counted];
        b.blocks(PartId::Paid, w::SHEET_PICTURE_PAID, blocks);
    }
    let sizes = Sizes::of(briefs, None).map(|sizes| Block::Picture(Picture::Sizes(sizes)));
    b.blocks(PartId::Sizes, w::SHEET_PICTURE_SIZES, sizes);
}

/// The way to the search for all of them.
pub(super) fn search_for_all(b: &mut Builder<'_>, projects: usize, filter: String) {
    b.part(PartId::Links, w::SCREEN_LINKS_TITLE);
    let projects = count(projects, b.lang);
    let text = b.lang.fill(w::SCREEN_LINKS_ALL_PROJECTS, &[("count", &projects)]);
    b.link(&text, Subject::Search(filter));
}
