//! What goes in, the texts of a project, and what comes out, a fact of them.

use crate::model::{ComuneCode, FactKind, TextColumn};
use crate::text::fold::fold;
use std::collections::HashMap;

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
    /// Description of the CUP type.
    pub type_name: &'a str,
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

/// The comuni of Italy by their folded names.
#[derive(Clone, Debug, Default)]
pub struct ComuneNames {
    by_name: HashMap<String, Vec<ComuneCode>>,
}

impl ComuneNames {
    /// From the names and codes of all comuni.
    pub fn new<'a>(comuni: impl IntoIterator<Item = (&'a str, ComuneCode)>) -> ComuneNames {
        let mut by_name: HashMap<String, Vec<ComuneCode>> = HashMap::new();
        for (name, code) in comuni {
            by_name.entry(fold(name)).or_default().push(code);
        }
        ComuneNames { by_name }
    }

    /// The comuni that have this folded name.
    pub fn named(&self, folded: &str) -> &[ComuneCode] {
        self.by_name.get(folded).map_or(&[], Vec::as_slice)
    }
}
