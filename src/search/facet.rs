//! What the matching projects are, counted: by comune, province, mission, measure, status, kind
//! of body and band of amount; and their sums.

use super::index::Index;
use super::index::columns::{COMBINATIONS, parts};
use super::kind::{AmountBand, BodyKind};
use super::query::Filter;
use crate::model::{Cents, ComuneCode, ProvinceCode, Scope, Status};
use crate::snapshot::Catalogue;
use std::collections::BTreeMap;

/// What a facet divides the projects by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FacetKind {
    Comune,
    Province,
    Mission,
    Measure,
    Status,
    BodyKind,
    Amount,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Comune(ComuneCode),
    Province(ProvinceCode),
    /// `M4`, or a letter of the complementary plan.
    Mission(String),
    /// Index into the catalogue's measures.
    Measure(u16),
    Status(Status),
    Kind(BodyKind),
    Band(AmountBand),
}

/// A facet of the current query. A project that lies in two comuni counts for both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    pub kind: FacetKind,
    /// How many values have a project at all.
    pub distinct: usize,
    /// The most frequent values with the number of their projects; statuses and bands in their
    /// own order.
    pub values: Vec<(Value, u32)>,
}

/// Number and sums of the matching projects: own, wider and national money apart, as the pages
/// have them. Own is what lies in one comune alone where the query names one, else in the region
/// alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The region's: own and wider.
    pub projects: usize,
    /// The comune whose own money `total`, `pnrr` and `paid` are.
    pub comune: Option<ComuneCode>,
    /// Of the projects, those that lie elsewhere too, and their funding.
    pub wider: usize,
    pub wider_total: Cents,
    /// Those of the whole nation, and their funding: in no other figure.
    pub national: usize,
    pub national_total: Cents,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Of these no funding is published.
    pub without_amount: usize,
}

impl Sums {
    /// All that match.
    pub fn found(&self) -> usize {
        self.projects + self.national
    }
}

impl Value {
    /// The filter that this value stands for.
    pub fn filter(&self, catalogue: &Catalogue) -> Filter {
        match self {
            Value::Comune(code) => {
                let name = catalogue.comune_name(*code).unwrap_or(code.as_str());
                let same = catalogue.comuni.values().filter(|c| c.name == name).count();
                // Italy has comuni of one name.
                let text = if same > 1 { code.as_str() } else { name };
                Filter::Comune(text.to_owned())
            }
            Value::Province(code) => {
                let sigla = catalogue.provinces.get(code).map(|p| p.sigla.clone());
                Filter::Province(sigla.unwrap_or_else(|| code.to_string()))
            }
            Value::Mission(mission) => Filter::Mission(mission.clone()),
            Value::Measure(index) => {
                let measure = catalogue.measures.get(usize::from(*index));
                Filter::Measure(measure.map(|m| m.code.to_string()).unwrap_or_default())
            }
            Value::Status(status) => Filter::Status(*status),
            Value::Kind(kind) => Filter::Kind(*kind),
            Value::Band(AmountBand::Unpublished) => Filter::NoAmount,
            Value::Band(band) => {
                let (min, end) = band.bounds();
                let max = end.map(|end| end - Cents(1));
                Filter::Amount { min, max }
            }
        }
    }
}

/// Facets and sums of the matching rows, in one walk; `home` is the comune whose own money is
/// asked for.
pub(super) fn count(
    index: &Index,
    keys: &[u64],
    limit: usize,
    home: Option<ComuneCode>,
) -> (Vec<Facet>, Sums) {
    let columns = &index.columns;
    let bases = &index.bases;
    let mut entities = vec![0u32; bases.body as usize];
    let mut combinations = vec![0u32; COMBINATIONS];
    let mut sums = Sums {
        comune: home,
        ..Sums::default()
    };
    for key in keys {
        let row = (key & u64::from(u32::MAX)) as usize;
        let scope = columns.scope(row);
        if scope == Scope::National {
            sums.national += 1;
            sums.national_total += Cents(columns.total[row]);
            continue;
        }
        sums.projects += 1;
        let [measure, place, ..] = columns.entities[row];
        entities[measure as usize] += 1;
        entities[place as usize] += 1;
        combinations[usize::from(columns.combination[row])] += 1;
        let is_own = match home {
            Some(home) => index.is_only_in(row, home),
            None => scope == Scope::Own,
        };
        if !is_own {
            sums.wider += 1;
            sums.wider_total += Cents(columns.total[row]);
            continue;
        }
        sums.total += Cents(columns.total[row]);
        sums.pnrr += Cents(columns.pnrr[row]);
        sums.paid += Cents(columns.paid[row]);
    }

    let mut comuni = vec![0u32; index.comuni.len()];
    let mut provinces = vec![0u32; index.provinces.len()];
    for (set, count) in index.places.iter().zip(&entities[bases.place as usize..]) {
        if *count > 0 {
            for comune in &set.comuni_at {
                comuni[*comune as usize] += count;
            }
            for province in &set.provinces_at {
                provinces[*province as usize] += count;
            }
        }
    }
    let mut measures = Vec::new();
    let mut missions: BTreeMap<&str, u32> = BTreeMap::new();
    let all = index.catalogue.measures.iter();
    for ((measure, number), count) in all.zip(0u16..).zip(&entities[bases.measure as usize..]) {
        if *count > 0 {
            measures.push((Value::Measure(number), *count));
            *missions.entry(measure.code.mission()).or_default() += count;
        }
    }
    let mut statuses = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    let mut bands = BTreeMap::new();
    for (number, count) in combinations.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (status, kind, band) = parts(number);
        *statuses.entry(Value::Status(status)).or_insert(0) += count;
        *kinds.entry(Value::Kind(kind)).or_insert(0) += count;
        *bands.entry(Value::Band(band)).or_insert(0) += count;
        if band == AmountBand::Unpublished {
            sums.without_amount += *count as usize;
        }
    }
    let comuni = index.comuni.iter().zip(comuni).filter(|(_, count)| *count > 0);
    let comuni = comuni
        .map(|(code, count)| (Value::Comune(*code), count))
        .collect();
    let provinces = index
        .provinces
        .iter()
        .zip(provinces)
        .filter(|(_, count)| *count > 0);
    let provinces = provinces.map(|(code, count)| (Value::Province(*code), count));
    let missions = missions
        .into_iter()
        .map(|(m, n)| (Value::Mission(m.to_owned()), n));
    let facets = vec![
        facet(FacetKind::Comune, comuni, limit),
        facet(FacetKind::Province, provinces.collect(), limit),
        own_order(FacetKind::Mission, missions.collect()),
        facet(FacetKind::Measure, measures, limit),
        own_order(FacetKind::Status, statuses.into_iter().collect()),
        facet(FacetKind::BodyKind, kinds.into_iter().collect(), limit),
        own_order(FacetKind::Amount, bands.into_iter().collect()),
    ];
    (facets, sums)
}

fn own_order(kind: FacetKind, values: Vec<(Value, u32)>) -> Facet {
    Facet {
        kind,
        distinct: values.len(),
        values,
    }
}

/// The most frequent first, equals in the order of their codes.
fn facet(kind: FacetKind, values: Vec<(Value, u32)>, limit: usize) -> Facet {
    let mut out = own_order(kind, values);
    let order = |a: &(Value, u32), b: &(Value, u32)| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0));
    if limit > 0 && limit < out.values.len() {
        out.values.select_nth_unstable_by(limit, order);
    }
    out.values.truncate(limit);
    out.values.sort_unstable_by(order);
    out
}
