//! Where a project is: one row of the tables of places.

use super::istat::{ComuneCode, ProvinceCode, RegionCode};
use super::source::SourceId;

/// A place of a project. What is `None` is "the whole of it": no comune is a whole province, no
/// province a whole region, no region the whole nation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub region: Option<RegionCode>,
    pub province: Option<ProvinceCode>,
    pub comune: Option<ComuneCode>,
    pub address: Option<String>,
    /// Postal code, five digits.
    pub cap: Option<String>,
    /// Published share of the project in this place, in hundredths of a per cent.
    pub share: Option<u32>,
    pub source: SourceId,
}
