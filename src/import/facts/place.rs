//! Where in the comune: street, locality, road, water; and a comune that the text names and no
//! place row has.

use super::{Found, Texts};
use crate::model::{ComuneCode, FactKind, TextColumn};
use crate::text::fold::fold;
use std::collections::HashMap;

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

/// Adds what is found.
pub(super) fn add(texts: &Texts, out: &mut Vec<Found>) {
    // A road number in the title: SP 12, SS 67.
    let words = fold(texts.title);
    let words: Vec<&str> = words.split(' ').collect();
    for pair in words.windows(2) {
        let number = pair[1].len() <= 3 && pair[1].bytes().all(|b| b.is_ascii_digit());
        if ["sp", "ss", "sr"].contains(&pair[0]) && number {
            let road = format!("{} {}", pair[0].to_uppercase(), pair[1]);
            out.push(Found::new(FactKind::Road, road, TextColumn::Title));
        }
    }
}
