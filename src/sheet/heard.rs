//! A page as it is heard: parts with a heading, each a few sentences, each with what it stands on.

mod figures;
pub mod speech;

use super::{Block, Marks, Note, Page, PartId, Table, mark};
use crate::explain::Claim;
use crate::lang::{Lang, w};
use crate::model::Evidence;
use crate::text::readability::sentences;

/// A part of a page.
pub struct Part {
    pub id: PartId,
    /// Empty on a page of one part.
    pub heading: String,
    pub lines: Vec<Said>,
}

/// One sentence and what it stands on.
#[derive(Clone, Debug)]
pub struct Said {
    pub text: String,
    pub proof: Proof,
}

#[derive(Clone, Debug)]
pub enum Proof {
    Claim(Claim),
    /// A row of a table, or a source itself.
    Table,
    /// Our own words.
    Own,
}

impl Said {
    /// A sentence of our own.
    pub fn own(text: impl Into<String>) -> Said {
        Said {
            text: text.into(),
            proof: Proof::Own,
        }
    }

    /// What stands in a table.
    pub fn table(text: impl Into<String>) -> Said {
        Said {
            text: text.into(),
            proof: Proof::Table,
        }
    }
}

/// The parts of a page that say something.
pub fn heard(page: &Page) -> Vec<Part> {
    if page.part(PartId::Means).is_some() {
        return vec![of_word(page)];
    }
    let part = |part: &super::Part| Part {
        id: part.id,
        heading: part.heading.clone(),
        lines: part
            .blocks
            .iter()
            .flat_map(|block| said(part.id, block, page.lang))
            .collect(),
    };
    let mut parts: Vec<Part> = page.parts.iter().filter(|p| is_heard(p.id)).map(part).collect();
    parts.retain(|part| !part.lines.is_empty());
    for note in &page.under {
        // Official words are long: they are heard after ours.
        let part = match note {
            Note::OfficialTitle(_) => parts.first_mut(),
            Note::OfficialName { .. } => parts.last_mut(),
            _ => None,
        };
        if let Some(part) = part {
            part.lines.push(Said::table(note.say(page.lang)));
        }
    }
    parts
}

/// The list of all projects is heard as a search: it tells five at a time.
pub fn is_heard(id: PartId) -> bool {
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
            rows.iter().map(|row| Said::table(row_said(head, row))).collect()
        }
        Block::Link(link) if id == PartId::Tables => vec![Said::table(&*link.text)],
        Block::Link(_) => Vec::new(),
        Block::Picture(picture) => {
            let lines = figures::lines(id, picture, lang);
            lines.into_iter().map(Said::table).collect()
        }
    }
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

/// A row as a sentence: its first cell, then the name of each column with its cell.
pub fn row_said(head: &[String], row: &[String]) -> String {
    let cells = row.iter().zip(head).enumerate();
    let cells: Vec<String> = cells
        .filter(|(_, (cell, _))| !cell.is_empty())
        .map(|(i, (cell, name))| {
            let (name, unit) = unit(name);
            match i {
                // A code is nothing without its name; a name needs none.
                0 if name.chars().all(char::is_uppercase) => format!("{name} {cell}{unit}"),
                0 => format!("{cell}{unit}"),
                _ => format!("{}: {cell}{unit}", name.to_lowercase()),
            }
        })
        .collect();
    let mut sentence = cells.join(", ");
    if let Some(first) = sentence.get(..1) {
        sentence.replace_range(..1, &first.to_uppercase());
    }
    if sentence.ends_with('.') {
        sentence
    } else {
        format!("{sentence}.")
    }
}

/// "Finanziamento (euro)": the unit goes behind the figure.
fn unit(name: &str) -> (&str, String) {
    match name.strip_suffix(')').and_then(|n| n.split_once(" (")) {
        Some((name, unit)) => (name, format!(" {unit}")),
        None => (name, String::new()),
    }
}

/// Sentences with the word of evidence behind each that is known otherwise than the one before:
/// said after every sentence, the word would drown what it speaks of.
pub fn proven(lines: &[Said], lang: Lang) -> Vec<String> {
    let mut before: Option<Evidence> = None;
    let line = |said: &Said| {
        let Proof::Claim(Claim { evidence, .. }) = &said.proof else {
            before = None;
            return said.text.clone();
        };
        if before.replace(*evidence) == Some(*evidence) {
            return said.text.clone();
        }
        let proof = mark(*evidence, Marks::Words, lang);
        let values = [("text", said.text.as_str()), ("proof", proof)];
        lang.fill(w::LINEAR_PAGE_CLAIM, &values)
    };
    lines.iter().map(line).collect()
}
