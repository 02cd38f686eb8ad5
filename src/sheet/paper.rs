//! A page cut to one sheet of paper: what matters most stays, in an order that is stated.
//!
//! First go the tables, then the measure in general, then what does not add up, then the second
//! sentences of the answers, from the last answer up. The title, the first sentence of every
//! answer, whom to ask, the sources and the code to photograph stay; forms and letters are never cut.

mod layout;
mod pages;
mod pdf;

pub use layout::fits;
pub use pages::pages;
pub use pdf::{PdfError, pdf};

use super::Note;
use super::page::{Block, Page, Part, PartId};
use super::picture::Picture;
use super::qr::Code;
use crate::explain::Question;
use crate::lang::w;
use crate::text::number;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Who hands the sheet out, and when.
#[derive(Clone, Copy, Debug)]
pub struct Handed<'a> {
    pub desk: Option<&'a str>,
    pub day: Date,
}

/// The page as one sheet: cut until it fits, with the code of its address, the name of the desk
/// and the day below its sources.
pub fn sheet(page: &Page, handed: Handed<'_>) -> Page {
    let mut out = printable(page);
    out.parts.push(colophon(page, handed));
    let mut cut = false;
    while !layout::fits(&out) {
        let Some((part, block)) = least(&out) else { break };
        out.parts[part].blocks.remove(block);
        cut = true;
        if !cut_short(&out) {
            let at = out.parts.iter().position(|p| p.id.is_small_print());
            let more = Part::new(PartId::Notice, "").with(vec![Block::Paragraph(
                out.lang.say(w::PAPER_CONTINUES).to_owned(),
            )]);
            out.parts.insert(at.unwrap_or(out.parts.len()), more);
        }
        out.parts.retain(|part| !part.blocks.is_empty());
    }
    if cut {
        forget_sources(&mut out);
    }
    out
}

/// The page without what no sheet has: drawings, ways on, what the marks mean.
fn printable(page: &Page) -> Page {
    let mut out = page.clone();
    out.parts
        .retain(|part| part.id.on_paper() && part.id != PartId::Known);
    for part in &mut out.parts {
        part.blocks
            .retain(|block| !matches!(block, Block::Picture(_) | Block::Link(_)));
    }
    out
}

/// The short answer as a text for a telephone without a line: the title, what stands under it, and
/// the first sentences of the answers as far as a code has room for them.
pub fn short(page: &Page, most: usize) -> String {
    let under = page.under.iter().map(|note| note.say(page.lang));
    let first = page.parts.iter().filter(|part| !part.id.is_small_print());
    let first = first.filter_map(|part| match part.blocks.first()? {
        Block::Claim(told) => Some(told.claim.text.clone()),
        Block::Paragraph(text) => Some(text.clone()),
        _ => None,
    });
    let mut out = page.title.clone();
    for sentence in under.chain(first) {
        if out.len() + 1 + sentence.len() <= most {
            out = format!("{out}\n{sentence}");
        }
    }
    out
}

fn cut_short(page: &Page) -> bool {
    let words = page.lang.say(w::PAPER_CONTINUES);
    page.parts.iter().any(|p| {
        p.id == PartId::Notice
            && p.blocks
                .iter()
                .any(|b| matches!(b, Block::Paragraph(t) if t == words))
    })
}

/// The last lines: the address and its code, the desk, the day.
fn colophon(page: &Page, handed: Handed<'_>) -> Part {
    let lang = page.lang;
    let address = page.address.as_deref();
    let mut lines = Vec::new();
    if let Some(address) = address {
        lines.push(lang.fill(w::PAPER_ADDRESS, &[("address", address)]));
    }
    let day = number::date(handed.day, lang);
    lines.push(match handed.desk {
        Some(desk) => lang.fill(w::PAPER_DESK, &[("desk", desk), ("day", &day)]),
        None => lang.fill(w::PAPER_DAY, &[("day", &day)]),
    });
    let mut blocks: Vec<Block> = lines.into_iter().map(|l| Block::Note(Note::Line(l))).collect();
    let code = address.and_then(Code::new);
    blocks.extend(code.map(|code| Block::Picture(Picture::Code(code))));
    Part::new(PartId::Colophon, "").with(blocks)
}

/// The block that goes first: its part and its place in it.
fn least(page: &Page) -> Option<(usize, usize)> {
    let ranked = page.parts.iter().enumerate().flat_map(|(at, part)| {
        let blocks = part.blocks.iter().enumerate();
        blocks.map(move |(i, block)| (rank(part, i, block), at, i))
    });
    let (rank, part, block) = ranked.max()?;
    (rank > 0).then_some((part, block))
}

/// How soon a block goes; 0 stays.
fn rank(part: &Part, at: usize, block: &Block) -> u8 {
    match part.id {
        PartId::Sources | PartId::Colophon | PartId::Notice | PartId::Form(_) => 0,
        PartId::General => 8,
        PartId::Odd => 7,
        PartId::BiggestTable => 4,
        _ if matches!(block, Block::Table(_)) => 9,
        _ if part.id.level() > 2 => 9,
        PartId::Question(Question::Contact) => u8::from(at > 0) * 2,
        PartId::Question(_) => u8::from(at > 0) * 6,
        _ if at > 0 => 5,
        _ => 1,
    }
}

/// Sources of sentences that are gone; the others keep their numbers.
fn forget_sources(page: &mut Page) {
    let cited: BTreeSet<usize> = page
        .blocks()
        .filter_map(|block| match block {
            Block::Claim(told) => Some(told.notes.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let keeps = |block: &Block| match block {
        Block::Note(Note::Source { number, .. }) => cited.contains(number),
        _ => true,
    };
    for part in page.parts.iter_mut().filter(|p| p.id == PartId::Sources) {
        part.blocks.retain(keeps);
    }
}
