//! How well an item of a short list fits a typed text: by its name, by other words that it goes by,
//! by what is said of it; else by a slip, or by letters in their order.

use crate::text::fold::fold;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The rank of what is found by other words than its name, and by what is said of it.
pub const ALSO: u8 = 4;
pub const SAID: u8 = 5;

/// From 1 for the name that begins with the folded text; none where nothing of the item has it.
pub fn rank(name: &str, also: &str, says: &[String], wanted: &str) -> Option<u8> {
    let name = fold(name);
    // Whole words of what is said, and not the least of them.
    let said = |text: &String| format!(" {}", fold(text)).contains(&format!(" {wanted}"));
    if name.starts_with(wanted) {
        Some(1)
    } else if name.contains(&format!(" {wanted}")) {
        Some(2)
    } else if name.contains(wanted) {
        Some(3)
    } else if fold(also).contains(wanted) {
        Some(ALSO)
    } else {
        (wanted.len() > 3 && says.iter().any(said)).then_some(SAID)
    }
}

/// Slips are few for the length of a name; letters scattered over it are a guess, and count only
/// when nothing better is found. Rank, distance and place of each.
pub fn nearly<'a>(names: impl Iterator<Item = &'a str>, wanted: &str) -> Vec<(u8, i64, usize)> {
    let names: Vec<String> = names.map(fold).collect();
    let slips = |(at, name): (usize, &String)| {
        let allowed = 1 + wanted.len() / 6;
        let close = name.len().abs_diff(wanted.len()) <= allowed;
        let slips = close.then(|| strsim::damerau_levenshtein(name, wanted))?;
        (slips <= allowed).then(|| (ALSO, i64::try_from(slips).unwrap_or(i64::MAX), at))
    };
    let found: Vec<_> = names.iter().enumerate().filter_map(slips).collect();
    if !found.is_empty() {
        return found;
    }
    let matcher = SkimMatcherV2::default();
    let letters = |(at, name): (usize, &String)| Some((ALSO, -matcher.fuzzy_match(name, wanted)?, at));
    names.iter().enumerate().filter_map(letters).collect()
}
