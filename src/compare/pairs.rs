//! A project found again in the other archive: by its id, by an id that another spelling of its local
//! code gave, else where its measure and CUP have one project on either side.

use crate::model::{Brief, ProjectId};
use crate::snapshot::Catalogue;
use std::collections::{HashMap, HashSet};

/// Each project of either archive once, with its other self where there is one.
pub fn pairs<'a>(old: &'a Catalogue, new: &'a Catalogue) -> Vec<(Option<&'a Brief>, Option<&'a Brief>)> {
    let mut taken = HashSet::new();
    let mut out = Vec::new();
    let mut left: Vec<&Brief> = Vec::new();
    let mut spellings: HashMap<ProjectId, Vec<ProjectId>> = HashMap::new();
    for (alias, id) in new.aliases.iter() {
        spellings.entry(*id).or_default().push(*alias);
    }
    for after in new.projects.iter() {
        // By its own id, by one of the new archive's spellings, by one of the old archive's.
        let others = spellings.get(&after.id).into_iter().flatten().copied();
        let ids = std::iter::once(after.id).chain(others);
        let before = ids
            .filter_map(|id| old.brief(id))
            .find(|b| !taken.contains(&b.id));
        match before {
            Some(before) => {
                taken.insert(before.id);
                out.push((Some(before), Some(after)));
            }
            None => left.push(after),
        }
    }
    let gone: Vec<&Brief> = old.projects.iter().filter(|b| !taken.contains(&b.id)).collect();
    let (before, after) = (by_key(old, &gone), by_key(new, &left));
    for one in left {
        let same =
            key(new, one).and_then(
                |key| match (before.get(&key)?.as_slice(), after.get(&key)?.as_slice()) {
                    ([only], [_]) => Some(*only),
                    _ => None,
                },
            );
        taken.extend(same.map(|brief| brief.id));
        out.push((same, Some(one)));
    }
    out.extend(
        gone.iter()
            .filter(|b| !taken.contains(&b.id))
            .map(|b| (Some(*b), None)),
    );
    out
}

type Key<'a> = (&'a str, &'a str);

fn key<'a>(catalogue: &'a Catalogue, brief: &'a Brief) -> Option<Key<'a>> {
    let measure = catalogue.measure_of(brief)?.code.as_str();
    (!brief.cup.is_empty()).then_some((measure, &*brief.cup))
}

fn by_key<'a>(catalogue: &'a Catalogue, briefs: &[&'a Brief]) -> HashMap<Key<'a>, Vec<&'a Brief>> {
    let mut out: HashMap<_, Vec<_>> = HashMap::new();
    for brief in briefs {
        if let Some(key) = key(catalogue, brief) {
            out.entry(key).or_default().push(*brief);
        }
    }
    out
}
