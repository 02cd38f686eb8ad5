//! Parts of a project that a later table lists under codes of their own: `2.1_ALFA_MUSEO` is a
//! part of `2.1_ALFA`. Such a code has no place of its own, and what was paid for the parts was
//! paid for the whole.

use crate::import::draft::Draft;
use crate::model::{AmountKind, Cents, Fund, Observed, SourceId};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Puts into each project the parts that alone it can have; what belongs to none stays.
pub(super) fn into_wholes(drafts: Vec<Draft>) -> Vec<Draft> {
    let (mut wholes, loose): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|d| !d.places.is_empty());
    let mut parts: Vec<Vec<Draft>> = wholes.iter().map(|_| Vec::new()).collect();
    let mut rest = Vec::new();
    let spelt = match loose.is_empty() {
        true => HashMap::new(),
        false => spelt(&wholes),
    };
    for draft in loose {
        match owners(&draft, &spelt).as_slice() {
            [one] => parts[*one].push(draft),
            _ => rest.push(draft),
        }
    }
    for (whole, parts) in wholes.iter_mut().zip(parts) {
        absorb(whole, parts);
    }
    wholes.extend(rest);
    wholes
}

/// The wholes by their folded codes.
fn spelt(wholes: &[Draft]) -> HashMap<String, Vec<usize>> {
    let mut out: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, whole) in wholes.iter().enumerate() {
        for (_, local) in &whole.spellings {
            out.entry(fold(local)).or_default().push(i);
        }
    }
    out
}

/// The wholes whose code the part's own begins with: `2.1 alfa` of `2.1 alfa museo`.
fn owners(part: &Draft, wholes: &HashMap<String, Vec<usize>>) -> Vec<usize> {
    let mut out = BTreeSet::new();
    for (_, local) in &part.spellings {
        let folded = fold(local);
        let blanks = folded.match_indices(' ').map(|(at, _)| at);
        let begins = blanks
            .skip(1)
            .filter(|at| at + 1 < folded.len())
            .filter_map(|at| folded.get(..at));
        out.extend(begins.filter_map(|begin| wholes.get(begin)).flatten());
    }
    out.into_iter().collect()
}

/// Payments of parts add up. The funding of some parts is not that of the whole, and is left out.
fn absorb(whole: &mut Draft, parts: Vec<Draft>) {
    let mut paid: BTreeMap<(Fund, SourceId), Cents> = BTreeMap::new();
    for mut part in parts {
        for (kind, fund, amount) in std::mem::take(&mut part.amounts) {
            if kind == AmountKind::Payment {
                *paid.entry((fund, amount.source)).or_default() += amount.value;
            }
        }
        whole.absorb(part);
    }
    for ((fund, source), value) in paid {
        let own = |(kind, f, a): &&mut (AmountKind, Fund, Observed<Cents>)| {
            (*kind, *f, a.source) == (AmountKind::Payment, fund, source)
        };
        match whole.amounts.iter_mut().find(own) {
            Some((_, _, amount)) => amount.value += value,
            None => whole.amount(AmountKind::Payment, fund, Some(value), source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;

    const SOURCE: SourceId = SourceId(0);

    fn draft(local: &str, paid: i64, is_placed: bool) -> Draft {
        let mut out = Draft::default();
        out.spell(SOURCE, local);
        out.amount(AmountKind::Payment, Fund::Total, Some(Cents(paid)), SOURCE);
        out.amount(AmountKind::Funding, Fund::Total, Some(Cents(1)), SOURCE);
        if is_placed {
            out.places.push(Place::nation(SOURCE));
        }
        out
    }

    fn paid(draft: &Draft) -> i64 {
        let of = draft.amounts.iter().filter(|(k, _, _)| *k == AmountKind::Payment);
        of.map(|(_, _, a)| a.value.0).sum()
    }

    #[test]
    fn what_was_paid_for_the_parts_was_paid_for_the_whole() {
        let drafts = vec![
            draft("2.1_Alfa", 0, true),
            draft("2.1_ALFA_MUSEO", 300, false),
            draft("2.1_ALFA_SENTIERI1", 50, false),
            draft("2.1_ALFABETA", 7, false),
        ];
        let out = into_wholes(drafts);
        assert_eq!(out.len(), 2);
        assert_eq!((paid(&out[0]), paid(&out[1])), (350, 7));
        let funding = out[0]
            .amounts
            .iter()
            .filter(|(k, _, _)| *k == AmountKind::Funding);
        assert_eq!(funding.count(), 1);
    }

    #[test]
    fn a_part_of_two_projects_is_neither_ones() {
        let two = vec![
            draft("lotto 1", 0, true),
            draft("LOTTO_1", 0, true),
            draft("lotto 1 b", 9, false),
        ];
        assert_eq!(into_wholes(two).len(), 3);
    }
}
