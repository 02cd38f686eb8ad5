//! What lists, filters and search need of all projects at once.

use super::shelf::{Briefs, Shelf};
use crate::model::{
    Body, Brief, BriefPlace, Cents, Comune, ComuneCode, Measure, Milestone, ProjectId, Province,
    ProvinceCode, Region, RegionCode, Source, SourceId, Submeasure, Table,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A named code of the CUP classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// `nature`, `category`…
    pub kind: String,
    pub code: String,
    /// Official name, in ordinary case.
    pub name: String,
}

/// Everything of a snapshot but the details of its projects.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// `None` for a snapshot of the whole nation.
    pub region: Option<RegionCode>,
    pub region_name: String,
    pub sources: Vec<Source>,
    pub regions: BTreeMap<RegionCode, Region>,
    pub provinces: BTreeMap<ProvinceCode, Province>,
    pub comuni: BTreeMap<ComuneCode, Comune>,
    /// Sorted by code.
    pub measures: Vec<Measure>,
    /// Milestones and targets of each measure, in order of their term.
    pub milestones: BTreeMap<Submeasure, Vec<Milestone>>,
    pub bodies: Shelf<Body>,
    pub classes: Vec<Class>,
    /// Sorted by id.
    pub projects: Briefs,
    /// Ids of other spellings and their projects, sorted.
    pub aliases: Vec<(ProjectId, ProjectId)>,
}

/// Counts and sums over the projects of a snapshot, without those of the whole nation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub projects: usize,
    pub cups: usize,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Projects that also lie outside of the region.
    pub shared: usize,
    pub shared_pnrr: Cents,
    /// Projects of the whole nation without a place in the region: counted here alone.
    pub national: usize,
    /// Comuni of the region with at least one project of their own.
    pub comuni: usize,
    pub measures: usize,
    /// Projects without any published funding.
    pub without_amount: usize,
    /// Of these, those whose funding an unofficial copy tells, and how much: in no other total.
    pub copied: usize,
    pub copied_total: Cents,
}

/// Region and dates: enough for the first frame, before the catalogue is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub region_name: String,
    pub projects: usize,
    /// Oldest and newest date of the sources that speak of projects.
    pub oldest: Option<Date>,
    pub newest: Option<Date>,
}

impl Catalogue {
    /// The project with this id, or with a spelling that gives it.
    pub fn brief(&self, id: ProjectId) -> Option<&Brief> {
        let meant = || {
            let found = self.aliases.binary_search_by(|(alias, _)| alias.cmp(&id)).ok()?;
            self.position(self.aliases.get(found)?.1)
        };
        self.projects.get(self.position(id).or_else(meant)?)
    }

    /// Where a project stands.
    pub fn position(&self, id: ProjectId) -> Option<usize> {
        self.projects.position(id)
    }

    /// The measure of a project.
    pub fn measure_of(&self, brief: &Brief) -> Option<&Measure> {
        self.measures.get(usize::from(brief.measure))
    }

    /// The measure with this code.
    pub fn measure(&self, code: &str) -> Option<&Measure> {
        let found = self
            .measures
            .binary_search_by(|m| m.code.as_str().cmp(code))
            .ok()?;
        self.measures.get(found)
    }

    /// The body that carries a project out.
    pub fn body_of(&self, brief: &Brief) -> Option<&Body> {
        self.bodies.get(brief.body? as usize)
    }

    /// A class by its index.
    pub fn class(&self, index: Option<u32>) -> Option<&Class> {
        self.classes.get(index? as usize)
    }

    /// The source with this id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }

    /// The name of a comune.
    pub fn comune_name(&self, code: ComuneCode) -> Option<&str> {
        self.comuni.get(&code).map(|c| c.name.as_str())
    }

    /// Oldest and newest date of the sources that speak of projects.
    pub fn dates(&self) -> (Option<Date>, Option<Date>) {
        let of_projects = self
            .sources
            .iter()
            .filter(|s| s.rows > 0 && s.table != Table::Istat);
        let dates: Vec<Date> = of_projects.filter_map(|s| s.date).collect();
        (dates.iter().min().copied(), dates.iter().max().copied())
    }

    /// The projects that count: without those of the whole nation, which would be counted in each
    /// of its regions.
    pub fn regional(&self) -> impl Iterator<Item = &Brief> + Clone {
        self.projects.iter().filter(|brief| !brief.is_national())
    }

    /// Counts and sums over all projects.
    pub fn totals(&self) -> Totals {
        let mut cups: Vec<&str> = Vec::new();
        let mut measures = vec![false; self.measures.len()];
        let mut comuni = std::collections::BTreeSet::new();
        let mut out = Totals {
            national: self.projects.iter().filter(|b| b.is_national()).count(),
            ..Totals::default()
        };
        for brief in self.regional() {
            out.projects += 1;
            if !brief.cup.is_empty() {
                cups.push(&brief.cup);
            }
            if let Some(seen) = measures.get_mut(usize::from(brief.measure)) {
                *seen = true;
            }
            let own = |p: &&BriefPlace| self.region.is_none() || p.region == self.region;
            comuni.extend(brief.places.iter().filter(own).filter_map(|p| p.comune));
            let pnrr = brief.pnrr.unwrap_or_default();
            out.total += brief.total.unwrap_or_default();
            out.pnrr += pnrr;
            out.paid += brief.paid.unwrap_or_default();
            out.without_amount += usize::from(brief.total.is_none() && brief.pnrr.is_none());
            if let Some(copied) = brief.copied {
                out.copied += 1;
                out.copied_total += copied;
            }
            if brief.is_shared() {
                out.shared += 1;
                out.shared_pnrr += pnrr;
            }
        }
        cups.sort_unstable();
        cups.dedup();
        out.cups = cups.len();
        out.comuni = comuni.len();
        out.measures = measures.into_iter().filter(|seen| *seen).count();
        out
    }
}
