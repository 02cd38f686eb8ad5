//! Codes of sub-measures: `M4C1I1.01.00` is mission 4, component 1, investment 1.1.

use super::code::{CodeError, Expected};
use serde::Serialize;
use std::fmt;

/// A sub-measure of the PNRR (`M4C1I1.01.00`) or an intervention of the PNC (`E.2.0.0`).
///
/// 25 of the PNRR's 306 are spelt otherwise (`M7C1I10.1.00`, `M2C4I2.01.A1`): mission and
/// component are read from the front, the rest stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Submeasure(String);

impl Submeasure {
    /// Reads a code as people write it.
    ///
    /// # Errors
    /// At the first sign that cannot be: where, and what was expected.
    pub fn parse(raw: &str) -> Result<Submeasure, CodeError> {
        let code = raw.trim().to_ascii_uppercase();
        let b = code.as_bytes();
        let error = |position, expected| {
            Err(CodeError {
                kind: "sub-measure",
                position,
                expected,
            })
        };
        let at = |i: usize| b.get(i).copied().unwrap_or(0);
        if at(0).is_ascii_uppercase() && at(1) == b'.' && at(2).is_ascii_digit() {
            return Ok(Submeasure(code));
        }
        if at(0) != b'M' || !at(1).is_ascii_digit() || at(2) != b'C' || !at(3).is_ascii_digit() {
            return error(1, Expected::Component);
        }
        if at(4) != b'I' && at(4) != b'R' {
            return error(5, Expected::InvestmentOrReform);
        }
        if !at(5).is_ascii_digit() {
            return error(6, Expected::Number);
        }
        if let Some(i) = b.iter().position(|c| !(c.is_ascii_alphanumeric() || *c == b'.')) {
            return error(i + 1, Expected::LetterOrDigit);
        }
        Ok(Submeasure(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `M4`; for the PNC its letter, `E`.
    pub fn mission(&self) -> &str {
        if self.is_pnc() { &self.0[..1] } else { &self.0[..2] }
    }

    /// `M4C1`; for the PNC its programme, `E.2`.
    pub fn component(&self) -> &str {
        if self.is_pnc() {
            self.programme()
        } else {
            &self.0[..4]
        }
    }

    pub fn is_pnc(&self) -> bool {
        self.0.as_bytes().get(1) == Some(&b'.')
    }

    /// The programme of a PNC code: `E.2` of `E.2.0.0`.
    fn programme(&self) -> &str {
        let end = self.0.match_indices('.').nth(1).map_or(self.0.len(), |(i, _)| i);
        &self.0[..end]
    }

    /// The code under which the card of this measure stands: itself, or the PNC's programme.
    pub fn card_code(&self) -> &str {
        if self.is_pnc() { self.programme() } else { &self.0 }
    }
}

impl fmt::Display for Submeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reads_mission_and_component_from_the_front() {
        for code in ["M4C1I1.01.00", "M7C1I10.1.00", "M2C4I2.01.A1"] {
            let s = Submeasure::parse(code).unwrap();
            assert_eq!(s.mission(), &code[..2]);
            assert_eq!(s.component(), &code[..4]);
            assert_eq!(s.card_code(), code);
        }
        let pnc = Submeasure::parse("C.12.0.0").unwrap();
        assert_eq!((pnc.mission(), pnc.component()), ("C", "C.12"));
    }

    #[test]
    fn names_the_position() {
        assert_eq!(Submeasure::parse("X4C1I1.01.00").unwrap_err().position, 1);
        assert_eq!(Submeasure::parse("M4C1X1").unwrap_err().position, 5);
        assert_eq!(Submeasure::parse("M4C1I1 02").unwrap_err().position, 7);
    }
}
