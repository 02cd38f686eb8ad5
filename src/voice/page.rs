//! A page as it is heard: parts with a heading, each a few sentences; and the pages it leads to.

mod build;
mod figures;

pub use build::{build, in_brief, words};

use super::list::Item;
use crate::explain::Claim;
use crate::lang::{Lang, w};
use crate::model::Evidence;
use crate::sheet::{Marks, PartId, mark};

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

impl Reading {
    /// The first of these parts that the page has.
    pub fn part(&self, ids: &[PartId]) -> Option<usize> {
        let at = |id: &PartId| self.parts.iter().position(|part| part.id == *id);
        ids.iter().find_map(at)
    }

    /// A line at the end of a part.
    fn add(&mut self, part: usize, line: String) {
        if let Some(part) = self.parts.get_mut(part) {
            part.lines.push(Said::table(line));
        }
    }
}

/// A row as a sentence: its first cell, then the name of each column with its cell.
pub fn spoken(head: &[String], row: &[String]) -> String {
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
