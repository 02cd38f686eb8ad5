//! "Exact words": whether a project has words side by side, in one of its texts.

use super::index::Index;
use crate::text::fold::fold_into;
use crate::title;
use std::collections::HashMap;

/// Looks for one folded phrase, remembering what measures, bodies and categories say.
pub(super) struct Finder<'a> {
    index: &'a Index,
    /// Between blanks.
    phrase: String,
    seen: HashMap<u32, bool>,
}

impl<'a> Finder<'a> {
    pub fn new(index: &'a Index, folded: &str) -> Finder<'a> {
        Finder {
            index,
            phrase: format!(" {folded} "),
            seen: HashMap::new(),
        }
    }

    pub fn in_row(&mut self, row: usize) -> bool {
        self.index.texts(row).contains(&self.phrase) || (0..4).any(|kind| self.in_entity(row, kind))
    }

    /// In the names of the row's measure, body or category.
    fn in_entity(&mut self, row: usize, kind: usize) -> bool {
        let entity = self.index.entities(row)[kind];
        if let Some(found) = self.seen.get(&entity) {
            return *found;
        }
        let catalogue = &self.index.catalogue;
        let project = self.index.columns.project[row] as usize;
        let mut texts: Vec<&str> = Vec::new();
        if let Some(brief) = catalogue.projects.get(project) {
            match kind {
                0 => {
                    let card = title::card_of(catalogue, brief);
                    texts.extend(card.iter().flat_map(|c| [c.it.name, c.en.name]));
                    let measure = catalogue.measure_of(brief);
                    texts.extend(measure.map(|m| m.name.as_str()));
                    texts.extend(measure.and_then(|m| m.measure_name.as_deref()));
                }
                2 => texts.extend(catalogue.body_of(brief).map(|b| b.name.as_str())),
                3 => texts.extend(catalogue.class(brief.category).map(|c| c.name.as_str())),
                _ => {}
            }
        }
        let mut folded = String::new();
        let found = texts.into_iter().any(|text| {
            fold_into(text, &mut folded);
            format!(" {folded} ").contains(&self.phrase)
        });
        self.seen.insert(entity, found);
        found
    }
}
