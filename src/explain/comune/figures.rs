//! The figures behind the sentences on a comune: which projects are its own, and how it stands
//! beside comuni of its size.

use super::super::comuni::{comuni, is_own};
use super::super::counts::Counts;
use super::super::share::{Share, largest_first};
use crate::model::{
    Brief, BriefPlace, Cents, Comune, ComuneCode, ProjectDateKind, ProjectId, RegionCode, Source, Status,
};
use crate::snapshot::Catalogue;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

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
    /// Its own projects by how far they are.
    pub state: Counts,
    /// The planned end lies before the day of the table, and no end is stated.
    pub late: usize,
    /// What is being done, the largest first.
    pub themes: Vec<Theme>,
    /// All projects with a place in it, its own before those that it shares, the largest first.
    pub all: Vec<ProjectId>,
}

/// The projects of a mission in a comune.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// `M4`; `C` for the PNC.
    pub mission: String,
    pub own: Share,
    pub shared: usize,
    /// Measures of its own projects, the most frequent first: indexes into the catalogue's.
    pub measures: Vec<u16>,
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
    let mut shared: Vec<&Brief> = Vec::new();
    for brief in catalogue.regional() {
        match scope(brief, comune, region) {
            Some(Scope::Own) => {
                out.own.add_brief(brief);
                own.push(brief);
            }
            Some(Scope::Shared) => {
                out.shared.add_brief(brief);
                shared.push(brief);
            }
            Some(Scope::Wide) => out.wide.add_brief(brief),
            None => {}
        }
    }
    own.iter().for_each(|brief| out.state.add(brief));
    let seen = dated_projects(catalogue).and_then(|s| s.date);
    out.late = own
        .iter()
        .filter(|b| {
            matches!(
                b.status,
                Status::Ongoing | Status::Paid | Status::Funded | Status::Unknown
            )
        })
        .filter(|b| matches!((b.end, seen), (Some(end), Some(seen)) if end < seen))
        .count();
    out.themes = themes(catalogue, &own, &shared);
    own.sort_by_key(|b| largest_first(b));
    shared.sort_by_key(|b| largest_first(b));
    let known = own.iter().filter(|b| b.status != Status::Withdrawn);
    let known = known.filter(|b| b.total.is_some_and(|t| t.0 > 0));
    out.biggest = known.take(BIGGEST).map(|b| b.id).collect();
    out.all = own.iter().chain(&shared).map(|b| b.id).collect();
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

fn themes(catalogue: &Catalogue, own: &[&Brief], shared: &[&Brief]) -> Vec<Theme> {
    let mut by: BTreeMap<&str, (Theme, HashMap<u16, usize>)> = BTreeMap::new();
    let mission = |brief: &Brief| catalogue.measure_of(brief).map(|m| m.code.mission());
    for brief in own {
        if let Some(mission) = mission(brief) {
            let (theme, measures) = by.entry(mission).or_default();
            theme.own.add_brief(brief);
            *measures.entry(brief.measure).or_default() += 1;
        }
    }
    for brief in shared {
        if let Some(mission) = mission(brief) {
            by.entry(mission).or_default().0.shared += 1;
        }
    }
    let theme = |(mission, (theme, measures)): (&str, (Theme, HashMap<u16, usize>))| {
        let mut measures: Vec<(u16, usize)> = measures.into_iter().collect();
        measures.sort_by_key(|(measure, n)| (Reverse(*n), *measure));
        Theme {
            mission: mission.to_owned(),
            measures: measures.into_iter().map(|(measure, _)| measure).collect(),
            ..theme
        }
    };
    let mut out: Vec<Theme> = by.into_iter().map(theme).collect();
    out.sort_by_key(|t| {
        (
            Reverse((t.own.total, t.own.projects, t.shared)),
            t.mission.clone(),
        )
    });
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
