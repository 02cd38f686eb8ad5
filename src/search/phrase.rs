//! "Exact words": whether a project has words side by side, in one of its texts.

use super::index::Index;
use crate::lang::Lang;
use crate::text::fold::fold_into;
use crate::title;
use std::collections::HashMap;

/// Looks for one folded phrase, remembering what measures, bodies and categories say.
pub(super) struct Finder<'a> {
    index: &'a Index,
    /// Between blanks.
    phrase: String,
    seen: HashMap<u32, bool>,
    text: String,
}

impl<'a> Finder<'a> {
    pub fn new(index: &'a Index, folded: &str) -> Finder<'a> {
        Finder {
            index,
            phrase: format!(" {folded} "),
            seen: HashMap::new(),
            text: String::new(),
        }
    }

    fn says(&mut self, text: &str) -> bool {
        let mut folded = std::mem::take(&mut self.text);
        fold_into(text, &mut folded);
        folded.insert(0, ' ');
        folded.push(' ');
        let found = folded.contains(&self.phrase);
        self.text = folded;
        found
    }

    fn once(&mut self, entity: u32, texts: impl Iterator<Item = &'a str>) -> bool {
        if let Some(found) = self.seen.get(&entity) {
            return *found;
        }
        let mut found = false;
        for text in texts {
            found = found || self.says(text);
        }
        self.seen.insert(entity, found);
        found
    }

    pub fn in_row(&mut self, row: usize) -> bool {
        let index = self.index;
        let catalogue: &'a _ = &*index.catalogue;
        let Some(brief) = catalogue.projects.get(index.columns.project[row] as usize) else {
            return false;
        };
        let [measure, _, body, category, _] = index.entities(row);
        let official = catalogue
            .measure_of(brief)
            .map(|m| [Some(m.name.as_str()), m.measure_name.as_deref()]);
        let card = title::card_of(catalogue, brief);
        let names = Lang::ALL
            .into_iter()
            .filter_map(move |l| Some(card?.text(l).name));
        let class = catalogue.class(brief.category).map(|c| c.name.as_str());
        let body_name = catalogue.body_of(brief).map(|b| b.name.as_str());
        let own = [brief.site.as_deref(), brief.official_title.as_deref()]
            .into_iter()
            .flatten();
        let addresses = brief.places.iter().filter_map(|p| p.address.as_deref());
        self.once(measure, official.into_iter().flatten().flatten().chain(names))
            || self.once(body, body_name.into_iter())
            || self.once(category, class.into_iter())
            || own.chain(addresses).any(|text| self.says(text))
            || Lang::ALL
                .into_iter()
                .any(|lang| self.says(&title::compose(catalogue, brief, lang)))
    }
}
