//! Projects that a list held once and its newer release holds no more: they stay, marked. A release
//! is a list of a measure only if it is not much shorter than the one before: a part of a list
//! proves nothing.

use crate::import::draft::LabelWords;
use crate::import::ready::Ready;
use crate::import::sources::{Origin, Side};
use crate::model::{LabelKind, SourceId, Submeasure, Table};
use std::collections::BTreeMap;

/// Tables that list projects, and those that list them together.
const LISTS: [&[Table]; 3] = [
    &[Table::Projects, Table::Places],
    &[Table::PncProjects, Table::PncPlaces],
    &[Table::Candidatures],
];

/// Puts on each project that is listed no more the day of the release that lacks it.
pub(super) fn mark(projects: &mut [Ready], words: &mut LabelWords) {
    for tables in LISTS {
        let mut releases: BTreeMap<Submeasure, BTreeMap<Side, (usize, SourceId)>> = BTreeMap::new();
        for ready in projects.iter().filter(|r| !r.draft.is_national()) {
            let sides = sides(ready, tables);
            let of_measure = releases.entry(ready.submeasure.clone()).or_default();
            for (side, source) in sides {
                of_measure.entry(side).or_insert((0, source)).0 += 1;
            }
        }
        // A release that was cut to a region proves nothing of what is the whole nation's.
        for ready in projects.iter_mut().filter(|r| !r.draft.is_national()) {
            let Some(last) = sides(ready, tables).into_keys().next_back() else {
                continue;
            };
            let of_measure = releases.get(&ready.submeasure);
            let newest = of_measure.and_then(|all| all.last_key_value());
            let listed = of_measure.and_then(|all| all.get(&last)).map_or(0, |(n, _)| *n);
            if let Some((side, (count, source))) = newest
                && *side > last
                && count * 2 >= listed
            {
                let day = Origin::of(*source).date.map(|date| date.to_string());
                ready.draft.label(words, LabelKind::Unlisted, day, *source);
            }
        }
    }
}

/// The releases that list the project, each with a source of its: that of the first table.
fn sides(ready: &Ready, tables: &[Table]) -> BTreeMap<Side, SourceId> {
    let seen = ready.draft.seen.iter().rev();
    seen.filter(|s| tables.contains(&Origin::of(**s).table))
        .map(|s| (Origin::of(*s).side(), *s))
        .collect()
}
