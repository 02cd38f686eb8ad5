//! The newest source wins; what older ones say otherwise is kept as a disagreement.

use crate::import::sources::Origin;
use crate::model::{Disagreement, DisagreementKind, Observed, SourceId};
use std::collections::BTreeMap;

/// A value, its source, and other values with theirs.
type Newest<T> = (T, SourceId, Vec<(T, SourceId)>);

/// Other values of one thing that are kept: no project has a tenth of them.
const MOST_OTHERS: usize = 64;

/// What the newest source says, and what older ones say otherwise, newest first.
pub(super) fn newest<T>(said: Vec<(T, SourceId)>, same: impl Fn(&T, &T) -> bool) -> Option<Newest<T>> {
    of_rows(said, same).map(|(kept, source, mut others)| {
        others.retain(|(_, from)| *from != source);
        (kept, source, others)
    })
}

/// The same, of what a source says once: two rows of one source can disagree too.
pub(super) fn of_rows<T>(mut said: Vec<(T, SourceId)>, same: impl Fn(&T, &T) -> bool) -> Option<Newest<T>> {
    said.sort_by_key(|(_, source)| std::cmp::Reverse(*source));
    let mut said = said.into_iter();
    let (kept, source) = said.next()?;
    let mut others: Vec<(T, SourceId)> = Vec::new();
    for (value, from) in said {
        if others.len() == MOST_OTHERS {
            break;
        }
        if !same(&kept, &value) && !others.iter().any(|(v, _)| same(v, &value)) {
            others.push((value, from));
        }
    }
    Some((kept, source, others))
}

/// Notes what others say otherwise: a newer release changes what an older one said, two rows or
/// tables of one release contradict each other.
pub(super) fn note<T: ToString>(
    notes: &mut Vec<Disagreement>,
    field: &str,
    kept: (&T, SourceId),
    others: Vec<(T, SourceId)>,
) {
    for (other, other_source) in others {
        let same_release = Origin::of(kept.1).side() == Origin::of(other_source).side();
        notes.push(Disagreement {
            kind: match same_release {
                true => DisagreementKind::Contradiction,
                false => DisagreementKind::Update,
            },
            field: field.to_owned(),
            kept: kept.0.to_string(),
            kept_source: kept.1,
            other: other.to_string(),
            other_source,
        });
    }
}

pub(super) fn grouped<K: Ord, V>(items: impl Iterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut out: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (key, value) in items {
        out.entry(key).or_default().push(value);
    }
    out
}

pub(super) fn newest_text(said: Vec<Observed<String>>) -> Option<Observed<String>> {
    let said = said.into_iter().map(|o| (o.value, o.source)).collect();
    newest(said, |a, b| a == b).map(|(value, source, _)| Observed { value, source })
}
