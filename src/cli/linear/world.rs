//! The data that the linear mode speaks of: one snapshot and its index.

use crate::lang::Lang;
use crate::model::{ComuneCode, Submeasure};
use crate::search::{Index, Query, Results, Settings};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::fold::fold;
use std::collections::HashMap;
use std::sync::Arc;

use super::state::Ask;

pub struct World {
    pub snapshot: Snapshot,
    pub index: Index,
}

/// Values of a filter that are offered.
const FACET_VALUES: usize = 500;

impl World {
    pub fn load(snapshot: Snapshot) -> Result<World, OpenError> {
        let catalogue = Arc::new(snapshot.catalogue()?);
        let index = Index::open(&snapshot, catalogue)?;
        Ok(World { snapshot, index })
    }

    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue()
    }

    pub fn search(&self, ask: &Ask, home: Option<ComuneCode>, lang: Lang, limit: usize) -> Results {
        let settings = Settings {
            sort: ask.sort,
            home,
            correct: !ask.exact,
            facet_values: FACET_VALUES,
            lang,
        };
        self.index.search(&Query::parse(&ask.text), &settings, limit)
    }

    /// By ISTAT code or by name.
    pub fn comune(&self, typed: &str) -> Option<ComuneCode> {
        let comuni = &self.catalogue().comuni;
        if typed.bytes().any(|b| b.is_ascii_digit()) {
            return ComuneCode::parse(typed).filter(|code| comuni.contains_key(code));
        }
        let wanted = fold(typed);
        let named = |wanted: &str| comuni.values().find(|c| fold(&c.name) == wanted);
        let bare = || wanted.strip_prefix("di ").or_else(|| wanted.strip_prefix("of "));
        named(&wanted).or_else(|| named(bare()?)).map(|c| c.code)
    }

    pub fn measure(&self, typed: &str) -> Option<String> {
        let code = Submeasure::parse(typed).ok()?;
        Some(self.catalogue().measure(code.as_str())?.code.to_string())
    }

    /// The region's comuni by name, each with the number of its projects.
    pub fn comuni(&self) -> Vec<(ComuneCode, &str, usize)> {
        let catalogue = self.catalogue();
        let mut counts: HashMap<ComuneCode, usize> = HashMap::new();
        for brief in &catalogue.projects {
            let mut own: Vec<ComuneCode> = brief.places.iter().filter_map(|p| p.comune).collect();
            own.sort_unstable();
            own.dedup();
            for code in own {
                *counts.entry(code).or_default() += 1;
            }
        }
        let region = |c: &crate::model::Comune| catalogue.provinces.get(&c.province).map(|p| p.region);
        let mut out: Vec<(ComuneCode, &str, usize)> = catalogue
            .comuni
            .values()
            .filter(|c| catalogue.region.is_none() || region(c) == catalogue.region)
            .map(|c| (c.code, c.name.as_str(), counts.get(&c.code).copied().unwrap_or(0)))
            .collect();
        out.sort_by_key(|(code, name, _)| (fold(name), *code));
        out
    }

    /// The number of projects of each measure, in the order of the catalogue.
    pub fn by_measure(&self) -> Vec<usize> {
        let catalogue = self.catalogue();
        let mut counts = vec![0usize; catalogue.measures.len()];
        for brief in &catalogue.projects {
            if let Some(count) = counts.get_mut(usize::from(brief.measure)) {
                *count += 1;
            }
        }
        counts
    }
}
