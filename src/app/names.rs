//! What was typed, among things that have several names: measures, words, lessons. Comuni have a
//! matcher of their own, which the filters of a search share.

use crate::text::fold::fold;

/// Names offered when none holds what was typed.
const NEAR: usize = 5;

/// The things of which a name is what was typed, then those that begin with it, then those that
/// hold it; when there are none, the nearest ones, and true.
pub fn narrowed<'a, T>(all: &'a [T], typed: &str, keys: impl Fn(&T) -> Vec<String>) -> (Vec<&'a T>, bool) {
    let wanted = fold(typed);
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return (all.iter().collect(), false);
    }
    let rank = |item: &T| keys(item).iter().filter_map(|key| rank(key, wanted)).min();
    let mut found: Vec<(u8, &T)> = all.iter().filter_map(|item| Some((rank(item)?, item))).collect();
    if !found.is_empty() {
        found.sort_by_key(|(rank, _)| *rank);
        return (found.into_iter().map(|(_, item)| item).collect(), false);
    }
    let slips = |item: &T| keys(item).iter().filter_map(|key| slips(key, wanted)).min();
    let mut near: Vec<(usize, &T)> = all.iter().filter_map(|item| Some((slips(item)?, item))).collect();
    near.sort_by_key(|(slips, _)| *slips);
    near.truncate(NEAR);
    let any = !near.is_empty();
    (near.into_iter().map(|(_, item)| item).collect(), any)
}

/// How well a folded name fits: it is it, begins with it, has a word that does, holds it.
pub fn rank(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if name.contains(&format!(" {wanted}")) {
        Some(2)
    } else {
        name.contains(wanted).then_some(3)
    }
}

/// The slips between a folded name and what was typed, where they are few for its length.
pub fn slips(name: &str, wanted: &str) -> Option<usize> {
    let allowed = 1 + wanted.len() / 6;
    let close = name.len().abs_diff(wanted.len()) <= allowed;
    let slips = close.then(|| strsim::damerau_levenshtein(name, wanted))?;
    (slips <= allowed).then_some(slips)
}
