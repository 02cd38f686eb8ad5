//! The comuni and the measures of an archive, with their figures.

use crate::explain::{self, ComuneSums};
use crate::lang::{Lang, card};
use crate::model::{Cents, ComuneCode, RegionCode};
use crate::search::{Found, How, Index, Name, Names};
use crate::sheet::former_name;
use crate::snapshot::Catalogue;
use crate::snapshot::pack::{Pack, Unpack};
use std::io::{self, Write};
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
    counted(catalogue, explain::by_measure(catalogue))
}

fn counted(catalogue: &Catalogue, counts: Vec<usize>) -> Vec<MeasureItem> {
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
    let comune = |(code, sums): (ComuneCode, ComuneSums)| {
        let silent = sums.own.projects > 0 && sums.own.without_amount == sums.own.projects;
        Some(ComuneItem {
            projects: sums.own.projects + sums.shared,
            shared: sums.shared,
            euro: (!silent).then_some(sums.own.total),
            per_head: sums.per_head().filter(|_| !silent),
            ..named(catalogue, code)?
        })
    };
    let sums = explain::comuni(catalogue, catalogue.region);
    let mut comuni: Vec<ComuneItem> = sums.into_iter().filter_map(comune).collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    comuni
}

/// A comune without figures.
fn named(catalogue: &Catalogue, code: ComuneCode) -> Option<ComuneItem> {
    let comune = catalogue.comuni.get(&code)?;
    let province = catalogue.provinces.get(&comune.province);
    Some(ComuneItem {
        code,
        name: comune.name.clone(),
        province: province.map_or(String::new(), |p| p.sigla.clone()),
        projects: 0,
        shared: 0,
        euro: None,
        per_head: None,
    })
}

/// What stands for an amount that there is not.
const NONE: i64 = i64::MIN;

impl Lists {
    /// Writes the figures; the names stand in the catalogue.
    pub(super) fn store<W: Write>(&self, catalogue: &Catalogue, pack: &mut Pack<W>) -> io::Result<()> {
        let cents = |cents: Option<Cents>| cents.map_or(NONE, |cents| cents.0);
        let (mut codes, mut counts, mut amounts) = (String::new(), Vec::new(), Vec::new());
        for comune in &self.comuni {
            codes.push_str(comune.code.as_str());
            counts.push([comune.projects as u32, comune.shared as u32]);
            amounts.push([cents(comune.euro), cents(comune.per_head)]);
        }
        let of_measures: Vec<u32> = explain::by_measure(catalogue).iter().map(|n| *n as u32).collect();
        pack.array(codes.as_bytes())?;
        pack.array(&counts)?;
        pack.array(&amounts)?;
        pack.array(&of_measures)
    }

    /// Reads what was stored; `None` where it is not whole.
    pub(super) fn stored(index: &Index, unpack: &mut Unpack) -> Option<Lists> {
        let catalogue = index.catalogue();
        let codes = unpack.text()?;
        let (counts, amounts): (Vec<[u32; 2]>, Vec<[i64; 2]>) = (unpack.array()?, unpack.array()?);
        let of_measures: Vec<u32> = unpack.array()?;
        let cents = |cents: i64| (cents != NONE).then_some(Cents(cents));
        let mut comuni = Vec::with_capacity(counts.len());
        for ((code, [projects, shared]), [euro, per_head]) in
            codes.as_bytes().chunks(6).zip(counts).zip(amounts)
        {
            let code = ComuneCode::parse(std::str::from_utf8(code).ok()?)?;
            comuni.push(ComuneItem {
                projects: projects as usize,
                shared: shared as usize,
                euro: cents(euro),
                per_head: cents(per_head),
                ..named(catalogue, code)?
            });
        }
        Some(Lists {
            names: Arc::clone(index.comune_names()),
            region: catalogue.region,
            comuni,
            measures: counted(catalogue, of_measures.into_iter().map(|n| n as usize).collect()),
        })
    }
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
