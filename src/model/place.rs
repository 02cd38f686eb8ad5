//! Where a project is: one row of the tables of places.

use super::istat::{ComuneCode, ProvinceCode, RegionCode};
use super::source::SourceId;
use serde::Serialize;

/// A point on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coordinates {
    /// Millionths of a degree (about ten centimetres).
    lat: i32,
    lon: i32,
}

impl Coordinates {
    /// Degrees of latitude and longitude (WGS 84); `None` for what is no point of the Earth.
    pub fn new(lat: f64, lon: f64) -> Option<Coordinates> {
        let is_point = lat.abs() <= 90.0 && lon.abs() <= 180.0;
        let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
        is_point.then(|| Coordinates {
            lat: millionths(lat),
            lon: millionths(lon),
        })
    }

    pub fn lat(self) -> f64 {
        f64::from(self.lat) / 1e6
    }

    pub fn lon(self) -> f64 {
        f64::from(self.lon) / 1e6
    }
}

/// Whose a project is, seen from the region of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// All its places lie in the region.
    #[default]
    Own,
    /// It lies in the region and elsewhere.
    Shared,
    /// It is of the whole nation and has no place of its own: never in counts and totals of a
    /// region.
    National,
}

impl Scope {
    pub const ALL: &[Scope] = &[Scope::Own, Scope::Shared, Scope::National];

    /// From the regions of its places, `None` being the whole nation; to an archive of the nation
    /// (`region` is `None`) all projects are its own.
    pub fn of(places: impl Iterator<Item = Option<RegionCode>>, region: Option<RegionCode>) -> Scope {
        if region.is_none() {
            return Scope::Own;
        }
        let (mut any, mut national, mut outside) = (false, true, false);
        for place in places {
            any = true;
            national &= place.is_none();
            outside |= place != region;
        }
        match (any && national, outside) {
            (true, _) => Scope::National,
            (false, true) => Scope::Shared,
            (false, false) => Scope::Own,
        }
    }
}

/// A place of a project. What is `None` is "the whole of it": no comune is a whole province, no
/// province a whole region, no region the whole nation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub region: Option<RegionCode>,
    pub province: Option<ProvinceCode>,
    pub comune: Option<ComuneCode>,
    /// The comune as the table writes it (its name, else its code), where nobody knows the code:
    /// then no `comune` is not the whole of the province.
    pub named: Option<String>,
    pub address: Option<String>,
    /// Postal code, five digits.
    pub cap: Option<String>,
    /// Published share of the project in this place, in hundredths of a per cent.
    pub share: Option<u32>,
    pub coordinates: Option<Coordinates>,
    pub source: SourceId,
}

impl Place {
    /// Whether it is the whole nation: no part of it is named.
    pub fn is_nation(&self) -> bool {
        self.region.is_none() && self.province.is_none() && self.comune.is_none() && self.named.is_none()
    }

    /// The whole nation: what a row says more is put in.
    pub fn nation(source: SourceId) -> Place {
        Place {
            region: None,
            province: None,
            comune: None,
            named: None,
            address: None,
            cap: None,
            share: None,
            coordinates: None,
            source,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_point_keeps_six_decimals() {
        let point = Coordinates::new(43.769_562_4, 11.255_814).unwrap();
        assert_eq!((point.lat(), point.lon()), (43.769_562, 11.255_814));
        assert_eq!(Coordinates::new(43.0, 1_125.0), None);
        assert_eq!(Coordinates::new(f64::NAN, 11.0), None);
    }

    #[test]
    fn a_project_of_the_whole_nation_has_no_other_place() {
        let (own, other) = (RegionCode::parse("09"), RegionCode::parse("12"));
        let of = |places: &[Option<RegionCode>]| Scope::of(places.iter().copied(), own);
        assert_eq!(of(&[own, own]), Scope::Own);
        assert_eq!(of(&[own, other]), Scope::Shared);
        assert_eq!(of(&[None, own]), Scope::Shared);
        assert_eq!(of(&[None, None]), Scope::National);
        assert_eq!(of(&[]), Scope::Own);
        assert_eq!(Scope::of([own, other].into_iter(), None), Scope::Own);
        assert_eq!(Scope::of([None].into_iter(), None), Scope::Own);
    }
}
