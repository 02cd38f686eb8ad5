//! The page of newer data that were found: what they are, who signed them, how they are taken.

use super::page::{Block, Link, Page, Part, PartId};
use super::subject::Subject;
use crate::lang::{Lang, w};
use crate::renew::{Newer, fingerprint};
use crate::text::{clean, number};

/// The same in a line.
pub fn newer_row(found: &Newer, lang: Lang) -> String {
    let folder = clean::line(&found.folder.display().to_string());
    let day = number::date(found.manifest.day, lang);
    lang.fill(w::RENEW_ROW, &[("folder", &folder), ("day", &day)])
}

/// What was found, and what to do.
pub fn newer(found: &Newer, lang: Lang) -> Page {
    let mut page = Page::new(lang.say(w::RENEW_TITLE), lang);
    let folder = clean::line(&found.folder.display().to_string());
    let day = number::date(found.manifest.day, lang);
    let values = [
        ("folder", folder.as_str()),
        ("region", &found.manifest.region_name),
        ("day", &day),
    ];
    let lines = [
        lang.fill(w::RENEW_PAGE_WHAT, &values),
        lang.fill(w::RENEW_PAGE_SIGNED, &[("key", &fingerprint(&found.key))]),
        lang.say(w::RENEW_PAGE_HOW).to_owned(),
        lang.say(w::RENEW_PAGE_BACK).to_owned(),
    ];
    let mut blocks = lines.map(Block::Paragraph).to_vec();
    let take = Subject::Take(Box::new(found.clone()));
    blocks.push(Block::Link(Link::new(lang.say(w::RENEW_PAGE_TAKE), take)));
    told(&mut page, blocks);
    page
}

/// What was done with them.
pub fn taken(lines: Vec<String>, lang: Lang) -> Page {
    let mut page = Page::new(lang.say(w::RENEW_TITLE), lang);
    told(&mut page, lines.into_iter().map(Block::Paragraph).collect());
    page
}

fn told(page: &mut Page, blocks: Vec<Block>) {
    page.parts
        .push(Part::new(PartId::Told(w::RENEW_TITLE), "").with(blocks));
}
