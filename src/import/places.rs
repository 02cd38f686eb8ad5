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
        for [code, name, more, _, in_it, of_it] in rows(REGIONS)? {
            let code = RegionCode::parse(&code).ok_or(ImportError::Gazetteer)?;
            let names = std::iter::once(name.as_str()).chain(more.split('|'));
            aliases.extend(names.filter(|n| !n.is_empty()).map(|n| (fold(n), code)));
            regions.push(Region {
                code,
                name,
                in_it,
                of_it,
            });
        }
        let mut provinces = Vec::new();
        for [code, sigla, name, region, _] in rows(PROVINCES)? {
            provinces.push(Province {
                code: ProvinceCode::parse(&code).ok_or(ImportError::Gazetteer)?,
                sigla,
                name,
                region: RegionCode::parse(&region).ok_or(ImportError::Gazetteer)?,
            });
        }
        let mut comuni = Vec::new();
        for [code, name, province, population] in rows(COMUNI)? {
            comuni.push(Comune {
                code: ComuneCode::parse(&code).ok_or(ImportError::Gazetteer)?,
                name,
                province: ProvinceCode::parse(&province).ok_or(ImportError::Gazetteer)?,
                population: population.parse().ok(),
                source: SourceId(0),
            });
        }
        let mut merged = HashMap::new();
        for [old, _, new, _] in rows(MERGED)? {
            if let (Some(old), Some(new)) = (ComuneCode::parse(&old), ComuneCode::parse(&new)) {
                merged.insert(old, new);
            }
        }
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

fn rows<const N: usize>(text: &str) -> Result<Vec<[String; N]>, ImportError> {
    let mut out = Vec::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records() {
        let record = record.map_err(|_| ImportError::Gazetteer)?;
        if record.len() != N {
            return Err(ImportError::Gazetteer);
        }
        out.push(std::array::from_fn(|i| {
            record.get(i).unwrap_or_default().to_owned()
        }));
    }
    Ok(out)
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
