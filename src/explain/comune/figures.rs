//! The figures behind the sentences on a comune: which projects are its own, and how it stands
//! beside comuni of its size.

use super::super::comuni::{comuni, is_own};
use super::super::share::Share;
use crate::model::{
    Brief, BriefPlace, Cents, Comune, ComuneCode, ProjectDateKind, ProjectId, RegionCode, Source, Status,
};
use crate::snapshot::Catalogue;
use std::collections::HashMap;

/// How a project belongs to a comune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Scope {
    /// All of it lies in the comune.
    Own,
    /// It lies in other comuni too.
    Shared,
    /// It covers a whole province or region that holds the comune.
    Wide,
}

/// The figures behind the sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComuneFigures {
    pub own: Share,
    pub shared: Share,
    pub wide: Share,
    pub population: Option<u32>,
    /// Funding of its own projects for every inhabitant.
    pub per_head: Option<Cents>,
    /// The median of the same figure over the region's comuni of the same band of population.
    pub median_per_head: Option<Cents>,
    /// Comuni in that band, itself included.
    pub band_comuni: usize,
    /// Its own projects, the largest first.
    pub biggest: Vec<ProjectId>,
    pub finished: usize,
    /// Own projects of which no table says how far they are.
    pub unknown: usize,
    /// The planned end lies before the day of the table, and no end is stated.
    pub late: usize,
    /// Own projects and their funding by mission (`M4`; `C` for the PNC), the largest first.
    pub missions: Vec<(String, usize, Cents)>,
}

/// Upper ends of the bands of population; above the last there is one more.
pub(super) const BANDS: [u32; 5] = [2_000, 5_000, 10_000, 20_000, 50_000];
/// Projects listed as the biggest.
const BIGGEST: usize = 5;

/// How a project belongs to a comune, if it does.
fn scope(brief: &Brief, comune: &Comune, region: Option<RegionCode>) -> Option<Scope> {
    let here = |p: &BriefPlace| p.comune == Some(comune.code);
    if brief.places.iter().any(here) {
        return Some(if is_own(brief, comune.code) {
            Scope::Own
        } else {
            Scope::Shared
        });
    }
    let wide = |p: &BriefPlace| {
        p.comune.is_none()
            && (p.province == Some(comune.province)
                || p.province.is_none() && p.region.is_some() && p.region == region)
    };
    brief.places.iter().any(wide).then_some(Scope::Wide)
}

pub(super) fn figures(catalogue: &Catalogue, comune: &Comune) -> ComuneFigures {
    let region = catalogue.provinces.get(&comune.province).map(|p| p.region);
    let mut out = ComuneFigures {
        population: comune.population,
        ..ComuneFigures::default()
    };
    let mut own: Vec<&Brief> = Vec::new();
    for brief in catalogue.regional() {
        match scope(brief, comune, region) {
            Some(Scope::Own) => {
                out.own.add_brief(brief);
                own.push(brief);
            }
            Some(Scope::Shared) => out.shared.add_brief(brief),
            Some(Scope::Wide) => out.wide.add_brief(brief),
            None => {}
        }
    }
    out.finished = own.iter().filter(|b| b.status == Status::Completed).count();
    out.unknown = own.iter().filter(|b| b.status == Status::Unknown).count();
    let seen = dated_projects(catalogue).and_then(|s| s.date);
    out.late = own
        .iter()
        .filter(|b| matches!(b.status, Status::Ongoing | Status::Funded | Status::Unknown))
        .filter(|b| matches!((b.end, seen), (Some(end), Some(seen)) if end < seen))
        .count();
    out.missions = missions(catalogue, &own);
    own.retain(|b| b.total.is_some_and(|t| t.0 > 0));
    own.sort_by_key(|b| (std::cmp::Reverse(b.total), b.id));
    out.biggest = own.iter().take(BIGGEST).map(|b| b.id).collect();
    let heads = per_head(catalogue, region);
    out.per_head = heads.get(&comune.code).copied();
    if let Some(band) = comune.population.map(band) {
        let of_band = |code: &ComuneCode| {
            let people = catalogue.comuni.get(code).and_then(|c| c.population);
            people.map(self::band) == Some(band)
        };
        let mut values: Vec<Cents> = heads
            .iter()
            .filter(|(c, _)| of_band(c))
            .map(|(_, v)| *v)
            .collect();
        values.sort_unstable();
        out.band_comuni = values.len();
        out.median_per_head = median(&values);
    }
    out
}

/// The newest table of projects that has planned ends at all.
pub(super) fn dated_projects(catalogue: &Catalogue) -> Option<&Source> {
    let column = ProjectDateKind::EndPlanned.column();
    let dated = catalogue.sources.iter().filter(|s| s.has_column(column));
    dated.max_by_key(|s| s.date)
}

fn missions(catalogue: &Catalogue, own: &[&Brief]) -> Vec<(String, usize, Cents)> {
    let mut by: HashMap<&str, (usize, Cents)> = HashMap::new();
    for brief in own {
        if let Some(measure) = catalogue.measure_of(brief) {
            let entry = by.entry(measure.code.mission()).or_default();
            entry.0 += 1;
            entry.1 += brief.total.unwrap_or_default();
        }
    }
    let mut out: Vec<(String, usize, Cents)> = by
        .into_iter()
        .map(|(mission, (n, sum))| (mission.to_owned(), n, sum))
        .collect();
    out.sort_by(|a, b| (b.2, b.1, &a.0).cmp(&(a.2, a.1, &b.0)));
    out
}

/// Funding of its own projects for every inhabitant, of each comune of a region.
fn per_head(catalogue: &Catalogue, region: Option<RegionCode>) -> HashMap<ComuneCode, Cents> {
    let sums = comuni(catalogue, region).into_iter();
    sums.filter_map(|(code, sums)| Some((code, sums.per_head()?)))
        .collect()
}

pub(super) fn band(people: u32) -> usize {
    BANDS.iter().position(|end| people < *end).unwrap_or(BANDS.len())
}

/// The middle value; of two middle ones, their mean.
fn median(sorted: &[Cents]) -> Option<Cents> {
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => sorted.get(half).copied(),
        _ => Some(Cents((sorted.get(half - 1)?.0 + sorted.get(half)?.0) / 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_and_medians() {
        assert_eq!((band(1_999), band(2_000), band(60_000)), (0, 1, 5));
        assert_eq!(median(&[Cents(1), Cents(3)]), Some(Cents(2)));
        assert_eq!(median(&[Cents(1), Cents(3), Cents(9)]), Some(Cents(3)));
        assert_eq!(median(&[]), None);
    }
}
