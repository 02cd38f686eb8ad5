//! A page on its way to a voice, from the same page as every other form of it; and the pages it
//! leads to.

use super::list::Item;
use super::place::What;
use crate::app::{Archive, Ask};
use crate::lang::{Lang, w};
use crate::model::{Brief, ProjectId};
use crate::sheet::heard::{Part, heard, is_heard};
use crate::sheet::{Block, Link, Note, Page, PartId, Subject, in_words, words as of_glossary};
use crate::snapshot::OpenError;
use jiff::civil::Date;

/// A page on its way to a voice.
#[derive(Default)]
pub struct Reading {
    pub title: String,
    /// Said before the first part: what matters most, in a line or two.
    pub brief: Vec<String>,
    /// Never empty.
    pub parts: Vec<Part>,
    /// Where one can go from here.
    pub links: Vec<Item>,
    /// The search for the projects that the page is about.
    pub projects: Option<String>,
    /// The project's CUP.
    pub cup: Option<String>,
}

impl Reading {
    /// The first of these parts that the page has.
    pub fn part(&self, ids: &[PartId]) -> Option<usize> {
        let at = |id: &PartId| self.parts.iter().position(|part| part.id == *id);
        ids.iter().find_map(at)
    }
}

/// `None` when these data have no such thing.
///
/// # Errors
/// When the archive cannot be read.
pub fn build(
    archive: &Archive,
    subject: &Subject,
    lang: Lang,
    today: Date,
) -> Result<Option<Reading>, OpenError> {
    let Some(page) = archive.page(subject, lang, today)? else {
        return Ok(None);
    };
    let mut heard = of_page(archive, &page);
    match subject {
        Subject::Project(id) => of_project(archive, *id, &page, &mut heard),
        Subject::Data => heard.title = lang.say(w::SCREEN_DATA_TITLE).to_owned(),
        _ => {}
    }
    Ok(Some(heard))
}

/// What is heard of a page, and where one can go from it.
fn of_page(archive: &Archive, page: &Page) -> Reading {
    let brief =
        |note: &Note| matches!(note, Note::Publisher(_) | Note::Unsigned).then(|| note.say(page.lang));
    let mut out = Reading {
        title: page.title.clone(),
        brief: page.under.iter().filter_map(brief).collect(),
        parts: heard(page),
        ..Reading::default()
    };
    let parts = page.parts.iter().filter(|p| is_heard(p.id));
    let links = parts.flat_map(|p| p.blocks.iter().map(|block| (p.id, block)));
    for (id, block) in links {
        let Block::Link(Link { text, to }) = block else {
            continue;
        };
        match to {
            Subject::Search(query) if id == PartId::Links => out.projects = Some(query.clone()),
            Subject::Search(query) => {
                let results = What::Results(Ask::whole(query.clone()));
                out.links.push(Item::open(text, results));
            }
            Subject::Map(_) => {}
            Subject::Source(id) => {
                let source = archive.catalogue().source(*id);
                let name = source.map_or(text.as_str(), |s| s.table.official_name());
                out.links.push(Item::open(name, What::Page(to.clone())));
            }
            to => out.links.push(Item::open(text, What::Page(to.clone()))),
        }
    }
    out
}

fn of_project(archive: &Archive, id: ProjectId, page: &Page, heard: &mut Reading) {
    let Some(brief) = archive.catalogue().brief(id) else {
        return;
    };
    let line = page.under.iter().find_map(|note| match note {
        Note::InBrief(pieces) => Some(pieces.clone()),
        _ => None,
    });
    let line = line.unwrap_or_else(|| in_words(brief, page.lang));
    heard.brief.push(in_brief(archive, brief, line, page.lang));
    heard.cup = Some(brief.cup.to_string()).filter(|cup| !cup.is_empty());
}

/// What a citizen asks first: how much, how far, who.
pub fn in_brief(archive: &Archive, brief: &Brief, mut line: Vec<String>, lang: Lang) -> String {
    let body = archive.catalogue().body_of(brief);
    line.extend(body.map(|b| b.name.clone()));
    lang.fill(w::LINEAR_PAGE_BRIEF, &[("facts", &line.join(", "))])
}

/// Words of the glossary as ways to go.
pub fn words(ids: &[&'static str], lang: Lang) -> Vec<Item> {
    let item = |link: Link| Item::open(link.text, What::Page(link.to));
    of_glossary(ids, lang).map(item).collect()
}
