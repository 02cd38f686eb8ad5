//! The comuni and the measures of an archive, with their figures.

use crate::explain::{self, ComuneSums};
use crate::lang::{Lang, card};
use crate::model::{Cents, ComuneCode, RegionCode};
use crate::search::{Found, How, Index, Name, Names};
use crate::sheet::former_name;
use crate::snapshot::Catalogue;
use std::sync::Arc;

/// What the pickers choose from.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Every comune by all its names, also those of before and of other regions.
    pub names: Arc<Names<ComuneCode>>,
    /// In order of name.
    pub comuni: Vec<ComuneItem>,
    /// In order of code.
    pub measures: Vec<MeasureItem>,
    /// None for an archive of the whole nation.
    pub region: Option<RegionCode>,
}

/// A comune of the region.
#[derive(Clone, Debug)]
pub struct ComuneItem {
    pub code: ComuneCode,
    pub name: String,
    /// Two letters.
    pub province: String,
    /// All projects with a place in it.
    pub projects: usize,
    /// Those of them that have places in other comuni too.
    pub shared: usize,
    /// Funding of the others, its own: none when not one of them has a published amount.
    pub euro: Option<Cents>,
    /// The same for every inhabitant.
    pub per_head: Option<Cents>,
}

/// A measure that has projects here.
#[derive(Clone, Debug)]
pub struct MeasureItem {
    /// `M4C1I1.01.00`.
    pub code: String,
    /// Where the card of the measure stands.
    pub card: String,
    /// Official name, for a measure without a card.
    pub official: String,
    pub projects: usize,
}

pub(super) fn lists(index: &Index) -> Lists {
    let catalogue = index.catalogue();
    Lists {
        names: Arc::clone(index.comune_names()),
        region: catalogue.region,
        comuni: comuni(catalogue),
        measures: measures(catalogue),
    }
}

/// The measures with projects, in order of code.
pub fn measures(catalogue: &Catalogue) -> Vec<MeasureItem> {
    let counts = explain::by_measure(catalogue);
    let measures = catalogue.measures.iter().zip(counts);
    let measures = measures.filter(|(_, projects)| *projects > 0);
    measures
        .map(|(m, projects)| MeasureItem {
            code: m.code.to_string(),
            card: m.code.card_code().to_owned(),
            official: m.name.clone(),
            projects,
        })
        .collect()
}

/// The comuni of the region with their figures, in order of name.
fn comuni(catalogue: &Catalogue) -> Vec<ComuneItem> {
    let province = |c: &crate::model::Comune| catalogue.provinces.get(&c.province);
    let comune = |(code, sums): (ComuneCode, ComuneSums)| {
        let comune = catalogue.comuni.get(&code)?;
        let silent = sums.own.projects > 0 && sums.own.without_amount == sums.own.projects;
        Some(ComuneItem {
            code,
            name: comune.name.clone(),
            province: province(comune).map_or(String::new(), |p| p.sigla.clone()),
            projects: sums.own.projects + sums.shared,
            shared: sums.shared,
            euro: (!silent).then_some(sums.own.total),
            per_head: sums.per_head().filter(|_| !silent),
        })
    };
    let sums = explain::comuni(catalogue, catalogue.region);
    let mut comuni: Vec<ComuneItem> = sums.into_iter().filter_map(comune).collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    comuni
}

impl Lists {
    /// The comuni that a text names.
    pub fn comuni_named(&self, typed: &str) -> Found<'_, ComuneCode> {
        self.names.comune(typed)
    }

    /// The comune of the settings, by its ISTAT code or its whole name.
    pub fn home(&self, chosen: Option<&str>) -> Option<ComuneCode> {
        let found = self.comuni_named(chosen?);
        let whole = found.only().filter(|_| found.how == How::Exact)?;
        Some(whole.code)
    }

    /// A comune by the name that it goes by; of a name of before, what became of it.
    pub fn said(&self, name: &Name<ComuneCode>, lang: Lang) -> String {
        let same = |n: &&Name<ComuneCode>| n.code == name.code && n.former.is_none();
        match (name.former, self.names.iter().find(same)) {
            (Some(since), Some(today)) => former_name(&name.written, &today.written, since, lang),
            _ => name.written.clone(),
        }
    }
}

impl MeasureItem {
    /// Our name for it, else the official one.
    pub fn name(&self, lang: Lang) -> &str {
        card(&self.card).map_or(&*self.official, |card| card.text(lang).name)
    }
}
