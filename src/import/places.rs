//! Regions, provinces and comuni of Italy, from the tables of `data/places`: names, codes that
//! comuni had before they merged, and the region that a user means.

use super::error::ImportError;
use crate::model::{Comune, ComuneCode, Province, ProvinceCode, Region, RegionCode, SourceId};
use crate::text::fold::fold;
use std::collections::HashMap;

const COMUNI: &str = include_str!("../../data/places/comuni.csv");
const PROVINCES: &str = include_str!("../../data/places/provinces.csv");
const REGIONS: &str = include_str!("../../data/places/regions.csv");
const MERGED: &str = include_str!("../../data/places/merged.csv");

/// The region whose projects are imported, as the user wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionChoice {
    /// A name in any official spelling, or an ISTAT code with or without its zero.
    One(String),
    Nation,
}

impl RegionChoice {
    /// `italia` is the whole nation; anything else is looked up when the import starts.
    pub fn parse(text: &str) -> RegionChoice {
        match fold(text).as_str() {
            "italia" | "italy" => RegionChoice::Nation,
            _ => RegionChoice::One(text.trim().to_owned()),
        }
    }
}

pub(crate) struct Gazetteer {
    pub regions: Vec<Region>,
    aliases: Vec<(String, RegionCode)>,
    pub provinces: Vec<Province>,
    pub comuni: Vec<Comune>,
    by_code: HashMap<ComuneCode, usize>,
    merged: HashMap<ComuneCode, ComuneCode>,
}

/// A comune's code as a table gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Today(ComuneCode),
    /// It was another's then; this is today's.
    Merged(ComuneCode),
    Unknown,
}

impl Gazetteer {
    pub fn load() -> Result<Gazetteer, ImportError> {
        let mut aliases = Vec::new();
        let mut regions = Vec::new();
        each(REGIONS, |[code, name, more, _, in_it, of_it]| {
            let code = RegionCode::parse(code)?;
            let names = std::iter::once(name).chain(more.split('|'));
            aliases.extend(names.filter(|n| !n.is_empty()).map(|n| (fold(n), code)));
            regions.push(Region {
                code,
                name: name.to_owned(),
                in_it: in_it.to_owned(),
                of_it: of_it.to_owned(),
            });
            Some(())
        })?;
        let mut provinces = Vec::new();
        each(PROVINCES, |[code, sigla, name, region, _]| {
            provinces.push(Province {
                code: ProvinceCode::parse(code)?,
                sigla: sigla.to_owned(),
                name: name.to_owned(),
                region: RegionCode::parse(region)?,
            });
            Some(())
        })?;
        let mut comuni = Vec::new();
        each(COMUNI, |[code, name, province, population]| {
            comuni.push(Comune {
                code: ComuneCode::parse(code)?,
                name: name.to_owned(),
                province: ProvinceCode::parse(province)?,
                population: population.parse().ok(),
                source: SourceId(0),
            });
            Some(())
        })?;
        let mut merged = HashMap::new();
        each(MERGED, |[old, _, new, _]| {
            if let (Some(old), Some(new)) = (ComuneCode::parse(old), ComuneCode::parse(new)) {
                merged.insert(old, new);
            }
            Some(())
        })?;
        let by_code = comuni.iter().enumerate().map(|(i, c)| (c.code, i)).collect();
        Ok(Gazetteer {
            regions,
            aliases,
            provinces,
            comuni,
            by_code,
            merged,
        })
    }

    /// The region that the user means; `None` for the nation.
    pub fn choose(&self, choice: &RegionChoice) -> Result<Option<&Region>, ImportError> {
        let RegionChoice::One(given) = choice else {
            return Ok(None);
        };
        let folded = fold(given);
        let named = self
            .aliases
            .iter()
            .find(|(alias, _)| *alias == folded)
            .map(|(_, c)| *c);
        let code = named.or_else(|| RegionCode::parse(given));
        let found = self.regions.iter().find(|r| Some(r.code) == code);
        found.map(Some).ok_or_else(|| ImportError::UnknownRegion {
            given: crate::text::clean::line(given),
            known: self.regions.iter().map(|r| r.name.clone()).collect(),
        })
    }

    pub fn known(&self, code: ComuneCode) -> Known {
        if self.by_code.contains_key(&code) {
            return Known::Today(code);
        }
        self.merged
            .get(&code)
            .map_or(Known::Unknown, |new| Known::Merged(*new))
    }

    pub fn comune(&self, code: ComuneCode) -> Option<&Comune> {
        self.by_code.get(&code).and_then(|i| self.comuni.get(*i))
    }

    pub fn province(&self, code: ProvinceCode) -> Option<&Province> {
        self.provinces.iter().find(|p| p.code == code)
    }

    pub fn region_of(&self, comune: ComuneCode) -> Option<RegionCode> {
        Some(self.province(self.comune(comune)?.province)?.region)
    }
}

/// Gives each row of a table; one that is not as it should be is an error.
fn each<const N: usize>(
    text: &str,
    mut take: impl FnMut([&str; N]) -> Option<()>,
) -> Result<(), ImportError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|_| ImportError::Gazetteer)?
    {
        if record.len() != N {
            return Err(ImportError::Gazetteer);
        }
        let row = std::array::from_fn(|i| record.get(i).unwrap_or_default());
        take(row).ok_or(ImportError::Gazetteer)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_region_by_any_of_its_names_and_codes() {
        let places = Gazetteer::load().unwrap();
        for (given, code) in [
            ("toscana", "09"),
            ("9", "09"),
            ("09", "09"),
            ("Valle d'Aosta/Vallée d'Aoste", "02"),
            ("VALLE D'AOSTA", "02"),
            ("Trentino-Alto Adige/Südtirol", "04"),
            ("trentino alto adige", "04"),
            ("Friuli Venezia Giulia", "06"),
        ] {
            let choice = RegionChoice::parse(given);
            assert_eq!(
                places.choose(&choice).unwrap().unwrap().code.as_str(),
                code,
                "{given}"
            );
        }
        assert!(places.choose(&RegionChoice::parse("Italia")).unwrap().is_none());
        assert!(places.choose(&RegionChoice::parse("Tuscia")).is_err());
        assert!(places.choose(&RegionChoice::parse("21")).is_err());
    }

    #[test]
    fn merged_comuni_are_found_under_todays_code() {
        let places = Gazetteer::load().unwrap();
        let old = ComuneCode::parse("048003").unwrap();
        let Known::Merged(new) = places.known(old) else {
            panic!("048003 is merged");
        };
        assert!(places.comune(new).is_some());
        assert_eq!(places.known(ComuneCode::parse("048999").unwrap()), Known::Unknown);
        let florence = ComuneCode::parse("048017").unwrap();
        assert_eq!(places.known(florence), Known::Today(florence));
        assert_eq!(places.region_of(florence), RegionCode::parse("9"));
    }
}
