//! Money: integer euro cents, so that sums are exact.

use serde::Serialize;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// An amount in euro cents. It prints as euro with two decimals and a point (`1234.50`), the
/// form of the program's JSON and CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

impl Cents {
    pub const ZERO: Cents = Cents(0);
    /// A million millions of euro: no table has a fifth of it, and reckoning with it stays whole.
    pub const MOST: Cents = Cents(100_000_000_000_000);

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether two amounts are one: what differs by less than a millionth is the noise of tables
    /// that were kept as 32-bit floats.
    pub fn is_about(self, other: Cents) -> bool {
        const NOISE: f64 = 1e-6;
        let (own, other) = (self.as_euro(), other.as_euro());
        (own - other).abs() <= NOISE * own.abs().max(other.abs())
    }

    /// Euro, for drawings and ratios; never for sums.
    pub fn as_euro(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let abs = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", abs / 100, abs % 100)
    }
}

impl Serialize for Cents {
    /// A JSON number in euro with two decimals (`1234.50`).
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        serde_json::Number::from_string_unchecked(self.to_string()).serialize(s)
    }
}

impl Add for Cents {
    type Output = Cents;
    fn add(self, other: Cents) -> Cents {
        Cents(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Cents) {
        *self = *self + other;
    }
}

impl Sub for Cents {
    type Output = Cents;
    fn sub(self, other: Cents) -> Cents {
        Cents(self.0.saturating_sub(other.0))
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(iter: I) -> Cents {
        iter.fold(Cents::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_both_decimals() {
        assert_eq!(
            serde_json::json!({ "eur": Cents(123_450) }).to_string(),
            r#"{"eur":1234.50}"#
        );
    }

    #[test]
    fn prints_euro_with_two_decimals() {
        assert_eq!(Cents(5).to_string(), "0.05");
        assert_eq!(Cents(-123_450).to_string(), "-1234.50");
    }
}
