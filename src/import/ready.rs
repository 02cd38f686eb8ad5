//! What the joining of tables gives: each project whole, and what found no project.

use super::draft::Draft;
use super::sources::Origin;
use crate::model::{BodyId, Role, Submeasure, Table};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A project, with all that was read of it.
#[derive(Clone)]
pub(crate) struct Ready {
    pub submeasure: Submeasure,
    pub cup: String,
    /// As the oldest source spells it.
    pub local: String,
    pub origin: &'static str,
    pub draft: Box<Draft>,
}

impl Ready {
    /// What tells it from all others.
    pub fn key(&self) -> (&Submeasure, &str, &str) {
        (&self.submeasure, &self.cup, &self.local)
    }
}

/// What the joining of tables gave.
#[derive(Default)]
pub(crate) struct Resolved {
    pub projects: Vec<Ready>,
    /// Keys of each table that found no project, or more than one.
    pub unmatched: BTreeMap<Table, u64>,
    pub respelt: u64,
}

impl Resolved {
    /// Counts what each table said of a project that is not there.
    pub fn unmatched(&mut self, draft: &Draft) {
        let tables: BTreeSet<Table> = draft.seen.iter().map(|s| Origin::of(*s).table).collect();
        for table in tables {
            *self.unmatched.entry(table).or_default() += 1;
        }
    }

    /// Who carries out each project, and who applied for it.
    pub fn applicants(&self) -> Vec<(BodyId, BodyId)> {
        let of = |draft: &Draft, role: Role| {
            let newest = draft.bodies.iter().filter(|(r, _, _)| *r == role);
            newest
                .max_by_key(|(_, _, source)| *source)
                .map(|(_, id, _)| id.clone())
        };
        let drafts = self.projects.iter().map(|ready| &ready.draft);
        drafts
            .filter_map(|draft| of(draft, Role::Implementer).zip(of(draft, Role::Applicant)))
            .collect()
    }

    /// Projects by CUP, for tables that know no more.
    pub fn by_cup(&self) -> HashMap<String, Vec<usize>> {
        let mut out: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, ready) in self.projects.iter().enumerate() {
            out.entry(ready.cup.clone()).or_default().push(i);
        }
        out
    }
}
