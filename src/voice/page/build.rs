//! The page of each subject as it is heard, from the same page as every other form of it.

use super::{Part, Proof, Reading, Said, figures, spoken};
use crate::app::{Archive, Ask};
use crate::lang::{Lang, w};
use crate::model::{Brief, ProjectId};
use crate::sheet::{Block, Link, Note, Page, PartId, Subject, Table, in_words, words as of_glossary};
use crate::snapshot::OpenError;
use crate::text::readability::sentences;
use crate::voice::list::Item;
use crate::voice::place::What;
use jiff::civil::Date;

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
        Subject::Word(_) => heard.parts = vec![of_word(&page)],
        Subject::Data => heard.title = lang.say(w::SCREEN_DATA_TITLE).to_owned(),
        _ => {}
    }
    Ok(Some(heard))
}

/// The parts of a page that say something, and where one can go from it.
fn of_page(archive: &Archive, page: &Page) -> Reading {
    let part = |part: &crate::sheet::Part| Part {
        id: part.id,
        heading: part.heading.clone(),
        lines: part
            .blocks
            .iter()
            .flat_map(|block| said(part.id, block, page.lang))
            .collect(),
    };
    let mut heard = Reading {
        title: page.title.clone(),
        parts: page.parts.iter().filter(|p| is_heard(p.id)).map(part).collect(),
        ..Reading::default()
    };
    heard.parts.retain(|part| !part.lines.is_empty());
    for note in &page.under {
        let says = note.say(page.lang);
        // Official words are long: they are heard after ours.
        match note {
            Note::OfficialTitle(_) => heard.add(0, says),
            Note::OfficialName { .. } => heard.add(heard.parts.len().saturating_sub(1), says),
            Note::Publisher(_) => heard.brief.push(says),
            _ => {}
        }
    }
    let parts = page.parts.iter().filter(|p| is_heard(p.id));
    let links = parts.flat_map(|p| p.blocks.iter().map(|block| (p.id, block)));
    for (id, block) in links {
        let Block::Link(Link { text, to }) = block else {
            continue;
        };
        match to {
            Subject::Search(query) if id == PartId::Links => heard.projects = Some(query.clone()),
            Subject::Search(query) => {
                let results = What::Results(Ask::whole(query.clone()));
                heard.links.push(Item::open(text, results));
            }
            Subject::Map(_) => {}
            Subject::Source(id) => {
                let source = archive.catalogue().source(*id);
                let name = source.map_or(text.as_str(), |s| s.table.official_name());
                heard.links.push(Item::open(name, What::Page(to.clone())));
            }
            to => heard.links.push(Item::open(text, What::Page(to.clone()))),
        }
    }
    heard
}

/// The list of all projects is heard as a search: it tells five at a time.
fn is_heard(id: PartId) -> bool {
    !matches!(id, PartId::All | PartId::AllTable | PartId::BiggestTable)
}

fn said(id: PartId, block: &Block, lang: Lang) -> Vec<Said> {
    match block {
        Block::Claim(told) => vec![Said {
            text: told.claim.text.clone(),
            proof: Proof::Claim(told.claim.clone()),
        }],
        Block::Paragraph(text) => sentences(text).into_iter().map(Said::own).collect(),
        Block::Blank(what) if what.is_empty() => Vec::new(),
        Block::Blank(what) => vec![Said::own(lang.fill(w::CIVIC_BY_HAND, &[("what", what)]))],
        Block::Note(note) => vec![Said::table(note.say(lang))],
        Block::Pairs(pairs) => {
            let line = |(name, value): &(String, String)| Said::table(format!("{name}: {value}"));
            pairs.iter().map(line).collect()
        }
        Block::Table(Table { head, rows, .. }) => {
            rows.iter().map(|row| Said::table(spoken(head, row))).collect()
        }
        Block::Link(link) if id == PartId::Tables => vec![Said::table(&*link.text)],
        Block::Link(_) => Vec::new(),
        Block::Picture(picture) => figures::lines(id, picture, lang),
    }
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

/// What a word means and its example, in one part.
fn of_word(page: &Page) -> Part {
    let text = |id| {
        page.part(id).and_then(|part| match part.blocks.first() {
            Some(Block::Paragraph(text)) if !text.is_empty() => Some(text),
            _ => None,
        })
    };
    let means = text(PartId::Means).map_or_else(Vec::new, |text| sentences(text));
    let mut lines: Vec<Said> = means.into_iter().map(Said::own).collect();
    lines.extend(
        text(PartId::Example)
            .map(|example| Said::own(page.lang.fill(w::SHEET_EXAMPLE, &[("example", example)]))),
    );
    Part {
        id: PartId::Means,
        heading: String::new(),
        lines,
    }
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
