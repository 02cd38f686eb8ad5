//! What a filter names: the comuni, provinces, regions and bodies that a text means, or the names
//! that are near to it.

use crate::model::{ComuneCode, Province, ProvinceCode, RegionCode};
use crate::search::distance::{allowed, begins, within};
use crate::search::field::Field;
use crate::search::index::{Entity, Index};
use crate::search::names::{Names, names};
use crate::text::fold::{fold, words};

/// Near values that are offered at most.
const MOST_NEAR: usize = 5;

/// The codes that a text names: whole, else by the beginning of names; else the names near to
/// it, those with the fewest errors, and of these the ones that `held` knows if there are any.
fn named<C: Copy + Ord>(
    all: &Names<C>,
    typed: &str,
    held: impl Fn(C) -> bool,
) -> Result<Vec<C>, Vec<String>> {
    let wanted = fold(typed);
    let pick = |test: &dyn Fn(&str) -> bool| -> Vec<&(String, C, String)> {
        all.iter().filter(|(name, _, _)| test(name)).collect()
    };
    let codes = |found: Vec<&(String, C, String)>| -> Vec<C> {
        let mut codes: Vec<C> = found.iter().map(|(_, code, _)| *code).collect();
        codes.sort_unstable();
        codes
    };
    let exact = pick(&|name| name == wanted);
    if !exact.is_empty() {
        return Ok(codes(exact));
    }
    let begun = pick(&|name| name.len() > 2 && name.starts_with(&wanted));
    if !begun.is_empty() {
        return Ok(codes(begun));
    }
    let most = allowed(wanted.len()).max(1);
    let near = |errors| pick(&|name| name.len() > 2 && within(wanted.as_bytes(), name.as_bytes(), errors));
    let mut found = (1..=most)
        .map(near)
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    if found.is_empty() && wanted.len() > 3 {
        found = pick(&|name| begins(wanted.as_bytes(), name.as_bytes()));
    }
    if found.iter().any(|(_, code, _)| held(*code)) {
        found.retain(|(_, code, _)| held(*code));
    }
    let mut names: Vec<String> = found.iter().map(|(_, _, name)| name.clone()).collect();
    names.sort();
    names.dedup();
    names.truncate(MOST_NEAR);
    Err(names)
}

/// The bodies whose name has all the words, each of which may be unfinished; else the name with
/// the words that are near to those that no body has.
pub(super) fn bodies(index: &Index, typed: &str) -> Result<Vec<Entity>, Vec<String>> {
    let wanted = fold(typed);
    let mut named: Option<Vec<Entity>> = None;
    let mut meant: Vec<String> = Vec::new();
    let mut mended = false;
    for word in words(&wanted) {
        let of = |term| index.postings(term).iter().filter(|p| p.field() == Field::Body);
        let mut own: Vec<Entity> = index
            .vocabulary
            .beginning(word)
            .flat_map(|term| of(term).map(|p| p.entity()))
            .collect();
        own.sort_unstable();
        own.dedup();
        if own.is_empty() {
            let near = index.vocabulary.near(word, allowed(word.len()));
            let Some((_, term)) = near.map(|t| (of(t).count(), t)).filter(|(n, _)| *n > 0).max() else {
                return Err(Vec::new());
            };
            mended = true;
            meant.push(index.vocabulary.word(term).to_owned());
            continue;
        }
        meant.push(word.to_owned());
        if let Some(before) = named {
            own.retain(|e| before.binary_search(e).is_ok());
        }
        named = Some(own);
    }
    let named = named.unwrap_or_default();
    match mended {
        true => Err(vec![meant.join(" ")]),
        false if named.is_empty() => Err(Vec::new()),
        false => Ok(named),
    }
}

/// The comuni that a text names: by ISTAT code, name, or the beginning of names; else the names
/// that are near to it.
pub(super) fn comuni(index: &Index, typed: &str) -> Result<Vec<ComuneCode>, Vec<String>> {
    match ComuneCode::parse(typed).filter(|code| index.catalogue.comuni.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => named(index.comune_names(), typed, |code| {
            index.comuni.binary_search(&code).is_ok()
        }),
    }
}

pub(super) fn provinces(index: &Index, typed: &str) -> Result<Vec<ProvinceCode>, Vec<String>> {
    let all = &index.catalogue.provinces;
    let both = |p: &'_ Province| -> [(ProvinceCode, String); 2] {
        [(p.code, p.sigla.clone()), (p.code, p.name.clone())]
    };
    match ProvinceCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let both: Vec<_> = all.values().flat_map(both).collect();
            let names = names(both.iter().map(|(code, name)| (*code, name.as_str())));
            named(&names, typed, |_| true)
        }
    }
}

pub(super) fn regions(index: &Index, typed: &str) -> Result<Vec<RegionCode>, Vec<String>> {
    let all = &index.catalogue.regions;
    match RegionCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let names = names(all.values().map(|r| (r.code, r.name.as_str())));
            named(&names, typed, |_| true)
        }
    }
}
