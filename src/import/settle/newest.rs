//! The newest source wins; what older ones say otherwise is kept as a disagreement.

use crate::import::draft::LeanList;
use crate::import::sources::Origin;
use crate::model::{Disagreement, DisagreementKind, Observed, SourceId};

/// A value, its source, and other values with theirs.
type Newest<T> = (T, SourceId, Vec<(T, SourceId)>);

/// Other values of one thing that are kept: no project has a tenth of them.
const MOST_OTHERS: usize = 64;

/// What the newest source says, and what older ones say otherwise, newest first.
pub(super) fn newest<T>(said: &mut Vec<(T, SourceId)>, same: impl Fn(&T, &T) -> bool) -> Option<Newest<T>> {
    of_rows(said, same).map(|(kept, source, mut others)| {
        others.retain(|(_, from)| *from != source);
        (kept, source, others)
    })
}

/// The same, of what a source says once: two rows of one source can disagree too.
pub(super) fn of_rows<T>(said: &mut Vec<(T, SourceId)>, same: impl Fn(&T, &T) -> bool) -> Option<Newest<T>> {
    said.sort_by_key(|(_, source)| std::cmp::Reverse(*source));
    let mut said = said.drain(..);
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

/// Gives what is said of each key, in the order of the keys and as it was said.
pub(super) fn grouped<K: Ord, V>(items: impl Iterator<Item = (K, V)>, mut take: impl FnMut(K, &mut Vec<V>)) {
    let mut items: Vec<(K, V)> = items.collect();
    items.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut items = items.into_iter().peekable();
    let mut said = Vec::new();
    while let Some((key, value)) = items.next() {
        said.push(value);
        while let Some((_, value)) = items.next_if(|(next, _)| *next == key) {
            said.push(value);
        }
        take(key, &mut said);
        said.clear();
    }
}

pub(super) fn newest_text(said: LeanList<Observed<String>>) -> Option<Observed<String>> {
    let mut said = said.into_iter().map(|o| (o.value, o.source)).collect();
    newest(&mut said, |a, b| a == b).map(|(value, source, _)| Observed { value, source })
}
