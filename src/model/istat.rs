//! Places as ISTAT numbers them: region (2 digits), province (3), comune (3 + 3).

use super::source::SourceId;
use serde::Serialize;
use std::fmt;

macro_rules! digits {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Digits only; codes that lost their leading zeros get them back. `None` for
            /// anything else and for all zeros, which the tables use for "the whole of it".
            pub fn parse(raw: &str) -> Option<$name> {
                let raw = raw.trim();
                if raw.is_empty() || raw.len() > $len || !raw.bytes().all(|b| b.is_ascii_digit()) {
                    return None;
                }
                let mut out = [b'0'; $len];
                out[$len - raw.len()..].copy_from_slice(raw.as_bytes());
                (out != [b'0'; $len]).then_some($name(out))
            }

            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }
    };
}

digits!(
    /// A region, `01` to `20`.
    RegionCode, 2
);
digits!(
    /// A province, three digits.
    ProvinceCode, 3
);
digits!(
    /// A comune, six digits: province and comune.
    ComuneCode, 6
);

impl ComuneCode {
    /// Joins the two halves as the tables of projects give them.
    pub fn join(province: ProvinceCode, comune: &str) -> Option<ComuneCode> {
        let comune = ProvinceCode::parse(comune)?;
        ComuneCode::parse(&format!("{province}{comune}"))
    }

    pub fn province(self) -> Option<ProvinceCode> {
        ProvinceCode::parse(&self.as_str()[..3])
    }
}

/// A comune with its province and resident population.
#[derive(Clone, Debug)]
pub struct Comune {
    pub code: ComuneCode,
    pub name: String,
    pub province: ProvinceCode,
    /// Residents, at the date of the source.
    pub population: Option<u32>,
    pub source: SourceId,
}

#[derive(Clone, Debug)]
pub struct Province {
    pub code: ProvinceCode,
    /// Two letters: `FI`.
    pub sigla: String,
    pub name: String,
    pub region: RegionCode,
}

#[derive(Clone, Debug)]
pub struct Region {
    pub code: RegionCode,
    pub name: String,
    /// The name behind its preposition: "in Toscana", "nelle Marche".
    pub in_it: String,
    /// "della Toscana", "delle Marche".
    pub of_it: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn zeros_come_back_and_whole_is_none() {
        assert_eq!(RegionCode::parse("9").unwrap().as_str(), "09");
        assert_eq!(RegionCode::parse("00"), None);
        assert_eq!(ProvinceCode::parse("N/D"), None);
        let province = ProvinceCode::parse("48").unwrap();
        let comune = ComuneCode::join(province, "17").unwrap();
        assert_eq!(comune.as_str(), "048017");
        assert_eq!(comune.province(), Some(province));
        assert_eq!(ComuneCode::join(province, "000"), None);
    }
}
