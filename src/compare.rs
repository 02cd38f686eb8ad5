//! Two archives of one region, beside each other: which projects are new or gone, and what of the
//! others was changed.
//!
//! `pairs` finds a project again in the other archive, also under another spelling of its local
//! code; `facts` takes of a project what is compared and says what differs; `sums` adds it up for a
//! comune or for all. A change of spelling is none, nor is the noise of a table that was rounded.

mod facts;
mod pairs;
mod sums;

pub use facts::{Field, Item};
pub use sums::Sums;

use crate::model::{Brief, ComuneCode, ProjectId};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An archive that is compared.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub snapshot: &'a Snapshot,
    pub catalogue: &'a Catalogue,
}

/// Which projects are looked at; all where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Which {
    pub comune: Option<ComuneCode>,
    /// The measures that begin so.
    pub measure: Option<String>,
}

/// What became of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    New,
    Gone,
    Changed,
}

impl Fate {
    /// The word that stands for it in JSON and CSV.
    pub fn code(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Gone => "gone",
            Fate::Changed => "changed",
        }
    }
}

/// A project that is not in both archives as it was.
#[derive(Clone, Debug)]
pub struct Change {
    pub fate: Fate,
    /// In the new archive; in the old one of what is gone.
    pub id: ProjectId,
    pub items: Vec<Item>,
    /// Comuni of the region in which it is or was.
    pub comuni: BTreeSet<ComuneCode>,
}

/// All that differs.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    pub old: Option<Date>,
    pub new: Option<Date>,
    /// Names of the tables that speak of projects in the new archive alone: what they list is new
    /// here, and need not be new in the plan.
    pub new_tables: Vec<String>,
    /// The one comune that was looked at.
    pub comune: Option<ComuneCode>,
    pub both: usize,
    pub changes: Vec<Change>,
    pub all: Sums,
    pub comuni: BTreeMap<ComuneCode, Sums>,
}

/// Compares two archives.
///
/// # Errors
/// When one of them cannot be read on.
pub fn compare(old: Side<'_>, new: Side<'_>, which: &Which) -> Result<Comparison, OpenError> {
    let mut out = Comparison {
        old: old.catalogue.dates().1,
        new: new.catalogue.dates().1,
        new_tables: new_tables(old.catalogue, new.catalogue),
        comune: which.comune,
        ..Comparison::default()
    };
    for (before, after) in pairs::pairs(old.catalogue, new.catalogue) {
        let sides = [(old.catalogue, before), (new.catalogue, after)];
        let briefs = || {
            let there = sides.iter();
            there.filter_map(|(catalogue, brief)| Some((*catalogue, (*brief)?)))
        };
        // What is of the whole nation would be news of each of its regions.
        if !briefs().any(|(catalogue, brief)| which.has(catalogue, brief))
            || briefs().all(|(_, brief)| brief.is_national())
        {
            continue;
        }
        let (fate, items) = match (before, after) {
            (Some(before), Some(after)) => {
                out.both += 1;
                let (Some(was), Some(is)) = (
                    facts::of((old.snapshot, old.catalogue), before)?,
                    facts::of((new.snapshot, new.catalogue), after)?,
                ) else {
                    continue;
                };
                (Fate::Changed, is.since(&was))
            }
            (None, _) => (Fate::New, Vec::new()),
            (_, None) => (Fate::Gone, Vec::new()),
        };
        let Some(own) = after.or(before) else { continue };
        if fate == Fate::Changed && items.is_empty() {
            continue;
        }
        let change = Change {
            fate,
            id: own.id,
            items,
            comuni: briefs()
                .flat_map(|(catalogue, brief)| comuni(catalogue, brief))
                .collect(),
        };
        out.all.add(&change, own, true);
        for code in &change.comuni {
            let is_own = own.is_only_in(*code);
            out.comuni.entry(*code).or_default().add(&change, own, is_own);
        }
        out.changes.push(change);
    }
    if let Some(comune) = which.comune {
        out.comuni.retain(|code, _| *code == comune);
        out.all = out.comuni.get(&comune).copied().unwrap_or_default();
    }
    Ok(out)
}

impl Which {
    fn has(&self, catalogue: &Catalogue, brief: &Brief) -> bool {
        let in_comune = |code| brief.places.iter().any(|place| place.comune == Some(code));
        let of_measure = |begins: &String| {
            let code = catalogue.measure_of(brief).map(|measure| measure.code.as_str());
            code.is_some_and(|code| code.starts_with(begins.as_str()))
        };
        self.comune.is_none_or(in_comune) && self.measure.as_ref().is_none_or(of_measure)
    }
}

/// The comuni of the archive's region in which a project is.
fn comuni<'a>(catalogue: &'a Catalogue, brief: &'a Brief) -> impl Iterator<Item = ComuneCode> + 'a {
    let own = brief
        .places
        .iter()
        .filter(|place| catalogue.region.is_none() || place.region == catalogue.region);
    own.filter_map(|place| place.comune)
}

fn new_tables(old: &Catalogue, new: &Catalogue) -> Vec<String> {
    let tables = |of: &Catalogue| -> BTreeSet<String> {
        let told = of.sources.iter().filter(|source| source.rows > 0);
        told.map(|source| source.table.official_name().to_owned())
            .collect()
    };
    tables(new).difference(&tables(old)).cloned().collect()
}
