//! What a filter names: the comuni, provinces, regions and bodies that a text means, or the names
//! that are near to it.

use crate::model::{ComuneCode, Province, ProvinceCode, RegionCode};
use crate::search::distance::allowed;
use crate::search::field::Field;
use crate::search::index::{Entity, Index};
use crate::search::names::{Found, How, Name, Names};
use crate::text::fold::{fold, words};

/// The codes that a text names, else the names near to it.
fn named<C: Copy + Ord>(found: &Found<'_, C>) -> Result<Vec<C>, Vec<String>> {
    if found.how != How::Near {
        return Ok(found.codes());
    }
    let mut names: Vec<String> = found.names.iter().map(|name| name.written.clone()).collect();
    names.dedup();
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

/// The comuni that a text names, else the names that are near to it.
pub(super) fn comuni(index: &Index, typed: &str) -> Result<Vec<ComuneCode>, Vec<String>> {
    named(&index.comune_named(typed))
}

pub(super) fn provinces(index: &Index, typed: &str) -> Result<Vec<ProvinceCode>, Vec<String>> {
    let all = &index.catalogue.provinces;
    let both = |p: &'_ Province| -> [(ProvinceCode, String); 2] {
        [(p.code, p.sigla.clone()), (p.code, p.name.clone())]
    };
    match ProvinceCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let both = all.values().flat_map(both);
            let names = both.map(|(code, name)| Name::new(&name, code, true));
            named(&Names::new(names).find(typed))
        }
    }
}

pub(super) fn regions(index: &Index, typed: &str) -> Result<Vec<RegionCode>, Vec<String>> {
    let all = &index.catalogue.regions;
    match RegionCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let names = all.values().map(|r| Name::new(&r.name, r.code, true));
            named(&Names::new(names).find(typed))
        }
    }
}
