//! What the official texts of a project say, as facts. A text goes in whole and never comes out:
//! what comes out is a word of a vocabulary, a name, a street, a number. Pure functions: no file
//! is read here and no state of the import is known.

mod beneficiary;
mod list;
mod name;
mod phrase;
pub mod place;
mod quantity;
mod service;
mod source;
mod thing;
pub mod words;
mod work;

use crate::import::person;
use crate::model::{ComuneCode, FactKind, TextColumn};
use place::ComuneNames;

/// All texts of one project. What a project lacks is empty.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    pub title: &'a str,
    pub summary: &'a str,
    pub tender_objects: &'a [&'a str],
    pub call_title: &'a str,
    pub call_code: &'a str,
    pub local_code: &'a str,
    pub submeasure: &'a str,
    pub indicators: &'a [&'a str],
    /// Addresses of its place rows.
    pub addresses: &'a [&'a str],
    /// The comuni of its place rows, by their names.
    pub comuni: &'a [(&'a str, ComuneCode)],
    /// CUP nature, two digits.
    pub nature: &'a str,
    /// Description of the CUP category.
    pub category: &'a str,
    /// All comuni that there are, made once for all projects.
    pub known: &'a ComuneNames,
}

/// A fact and the column that it was read in; the caller knows the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub kind: FactKind,
    pub value: String,
    /// Of a quantity.
    pub number: Option<f64>,
    pub column: TextColumn,
}

impl Found {
    /// A fact without a number.
    pub fn new(kind: FactKind, value: impl Into<String>, column: TextColumn) -> Found {
        Found {
            kind,
            value: value.into(),
            number: None,
            column,
        }
    }
}

/// Kinds whose values are codes; the others are names.
const CODED: &[FactKind] = &[
    FactKind::Thing,
    FactKind::OtherComune,
    FactKind::Work,
    FactKind::Quantity,
    FactKind::Service,
];

/// Every fact of a project's texts.
pub fn of(texts: &Texts) -> Vec<Found> {
    let mut out = Vec::new();
    let sources = source::of(texts);
    let tenders = source::tenders(texts);
    thing::add(texts, &sources, &tenders, &mut out);
    name::add(texts, &sources, &tenders, &mut out);
    place::add(texts, &sources, &tenders, &mut out);
    work::add(texts, &mut out);
    quantity::add(texts, &mut out);
    service::add(texts, &mut out);
    beneficiary::add(texts, &mut out);
    for fact in out.iter_mut().filter(|fact| !CODED.contains(&fact.kind)) {
        fact.value = tidy(&fact.value);
    }
    out.retain(|fact| !person::holds_code(&fact.value) && !fact.value.is_empty());
    out
}

/// Signs that a table left around a name: "Ecox S.r.l. .", "_Dipartimento".
fn tidy(value: &str) -> String {
    let plain = value.replace('_', " ").replace(" .", ".").replace("..", ".");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
