//! The figures of all comuni of a region in one pass over the projects: for the map, and for a
//! comune beside the others.

use super::share::Share;
use crate::model::{Brief, Cents, Comune, ComuneCode, RegionCode};
use crate::snapshot::Catalogue;
use std::collections::BTreeMap;

/// The figures of one comune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComuneSums {
    /// Projects of which all lies in it.
    pub own: Share,
    /// Projects that lie in other comuni too: their money is nobody's own.
    pub shared: usize,
    pub population: Option<u32>,
}

impl ComuneSums {
    /// Funding of its own projects for every inhabitant; zero where there is none.
    pub fn per_head(&self) -> Option<Cents> {
        let people = self.population.filter(|n| *n > 0)?;
        Some(Cents(self.own.total.0 / i64::from(people)))
    }
}

/// Whether all of a project lies in a comune.
pub fn is_own(brief: &Brief, comune: ComuneCode) -> bool {
    brief.is_only_in(comune)
}

/// Every comune of a region (of the nation, without one), also those without a project.
pub fn comuni(catalogue: &Catalogue, region: Option<RegionCode>) -> BTreeMap<ComuneCode, ComuneSums> {
    let inside =
        |c: &&Comune| region.is_none() || catalogue.provinces.get(&c.province).map(|p| p.region) == region;
    let empty = |c: &Comune| {
        let population = c.population;
        let sums = ComuneSums {
            population,
            ..ComuneSums::default()
        };
        (c.code, sums)
    };
    let mut out: BTreeMap<ComuneCode, ComuneSums> =
        catalogue.comuni.values().filter(inside).map(empty).collect();
    for brief in catalogue.regional() {
        let mut codes: Vec<ComuneCode> = brief.places.iter().filter_map(|p| p.comune).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            if let Some(sums) = out.get_mut(&code) {
                match is_own(brief, code) {
                    true => sums.own.add_brief(brief),
                    false => sums.shared += 1,
                }
            }
        }
    }
    out
}

/// The number of projects of each measure, in the order of the catalogue.
pub fn by_measure(catalogue: &Catalogue) -> Vec<usize> {
    let mut counts = vec![0; catalogue.measures.len()];
    for brief in catalogue.regional() {
        if let Some(count) = counts.get_mut(usize::from(brief.measure)) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::explain::comune;
    use crate::lang::Lang;

    #[test]
    fn one_pass_says_the_same_as_the_page_of_each_comune() {
        let catalogue = crate::snapshot::Snapshot::embedded()
            .unwrap()
            .catalogue()
            .unwrap();
        let all = comuni(&catalogue, catalogue.region);
        assert_eq!(all.len(), 273);
        let today = jiff::civil::date(2026, 12, 1);
        for code in ["100005", "048017", "049005", "053012", "050026"] {
            let code = ComuneCode::parse(code).unwrap();
            let (sums, figures) = (
                all[&code],
                comune(&catalogue, code, Lang::It, today).unwrap().figures,
            );
            assert_eq!(sums.own, figures.own);
            assert_eq!(sums.shared, figures.shared.projects);
            assert_eq!(sums.per_head(), figures.per_head);
        }
    }
}
