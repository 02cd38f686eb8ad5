//! The areas that people name and no table has, as sets of comuni: Mugello, Maremma, Val d'Orcia.

use super::names::{Name, Names};
use crate::model::ComuneCode;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../data/places/areas.csv");

/// An area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub name: &'static str,
    /// Sorted.
    pub comuni: Vec<ComuneCode>,
}

static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let rows = FILE.lines().skip(1).filter_map(|line| line.split_once(','));
    rows.map(|(name, codes)| {
        let mut comuni: Vec<ComuneCode> = codes.split(' ').filter_map(ComuneCode::parse).collect();
        comuni.sort_unstable();
        Area { name, comuni }
    })
    .collect()
});

static NAMES: LazyLock<Names<usize>> = LazyLock::new(|| {
    let named = AREAS.iter().enumerate();
    Names::new(named.map(|(at, area)| Name::new(area.name, at, true)))
});

/// All areas, in order of name.
pub fn areas() -> &'static [Area] {
    &AREAS
}

/// The area of exactly this name, folded.
pub fn area(folded: &str) -> Option<&'static Area> {
    let found = NAMES.whole(folded).next()?;
    AREAS.get(found.code)
}

/// The areas that a text names, else the names near to it.
pub(super) fn named(typed: &str) -> Result<Vec<ComuneCode>, Vec<String>> {
    let found = NAMES.find(typed);
    if found.how == super::names::How::Near {
        return Err(found.names.iter().map(|name| name.written.clone()).collect());
    }
    let areas = found.codes().into_iter().filter_map(|at| AREAS.get(at));
    let mut comuni: Vec<ComuneCode> = areas.flat_map(|area| area.comuni.iter().copied()).collect();
    comuni.sort_unstable();
    comuni.dedup();
    Ok(comuni)
}

/// Whether a folded word is one of the name of an area.
pub(super) fn has_word(word: &str) -> bool {
    NAMES.has_word(word)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn areas_are_sets_of_comuni_of_toscana() {
        assert!(areas().len() >= 25);
        for area in areas() {
            assert!(area.comuni.len() > 1, "{}", area.name);
            let codes = FILE
                .lines()
                .find(|l| l.starts_with(&format!("{},", area.name)))
                .unwrap();
            assert_eq!(
                codes.split(' ').count(),
                area.comuni.len() + area.name.split(' ').count() - 1
            );
        }
        let vicchio = ComuneCode::parse("048049").unwrap();
        assert!(area("mugello").unwrap().comuni.contains(&vicchio));
        assert!(area("val d orcia").is_some() && area("atlantide").is_none());
    }
}
