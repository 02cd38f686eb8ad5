//! CIG, *Codice identificativo di gara*: ten characters that name a public contract.

use super::code::{Checked, CodeError, Expected, Lookalike, Unusual, lookalike, tidy};
use serde::Serialize;
use std::fmt;

/// A CIG, of one of three generations:
/// - 7 digits and 3 hexadecimal, where number × 211 mod 4091 equals the three;
/// - SmartCIG: `V`–`Z`, 2 and 7 hexadecimal, where the seven × 211 mod 251 equals the two;
/// - newer: `A`–`U` and 9 hexadecimal, whose check rule is not published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Cig(String);

impl Cig {
    pub const LEN: usize = 10;

    /// Reads a code as people write it.
    ///
    /// # Errors
    /// At the first sign that cannot be: where, and what was expected.
    pub fn parse(raw: &str) -> Result<Checked<Cig>, CodeError> {
        let code = tidy(raw);
        let error = |position, expected| {
            Err(CodeError {
                kind: "CIG",
                position,
                expected,
            })
        };
        let first = code.chars().next();
        let numeric = first.is_some_and(|c| c.is_ascii_digit());
        for (i, c) in code.chars().take(Cig::LEN).enumerate() {
            let (fits, expected) = match i {
                0 => (
                    c.is_ascii_uppercase() || c.is_ascii_digit(),
                    Expected::LetterOrDigit,
                ),
                1..=6 if numeric => (c.is_ascii_digit(), Expected::Digit),
                _ => (c.is_ascii_hexdigit(), Expected::Hex),
            };
            if !fits {
                return error(i + 1, expected);
            }
        }
        let got = code.chars().count();
        if got != Cig::LEN {
            let want = Cig::LEN;
            return error(got.min(want) + 1, Expected::Length { want, got });
        }
        let hex = |s: &str| u64::from_str_radix(s, 16).unwrap_or(u64::MAX);
        let mut unusual = None;
        match first {
            Some('0'..='9') => {
                let number: u64 = code[..7].parse().unwrap_or(0);
                if number * 211 % 4091 != hex(&code[7..]) {
                    return error(8, Expected::CheckDigits);
                }
            }
            Some('V'..='Z') => {
                if hex(&code[3..]) * 211 % 251 != hex(&code[1..3]) {
                    return error(2, Expected::CheckDigits);
                }
            }
            _ => unusual = Some(Unusual::CigUnverifiable),
        }
        Ok(Checked {
            code: Cig(code),
            unusual,
        })
    }

    /// What was taken for something that looks like it, where its check digits then fit.
    pub fn lookalike(raw: &str) -> Option<Lookalike> {
        lookalike(raw, |code| match Cig::parse(code) {
            Ok(checked) => checked.unusual.map(|_| 1),
            Err(error) if error.expected == Expected::CheckDigits => Some(Cig::LEN + 1),
            Err(error) => Some(error.position),
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn accepts_the_three_generations() {
        let number = 1_234_567u64;
        let first = format!("{number:07}{:03X}", number * 211 % 4091);
        assert_eq!(Cig::parse(&first).unwrap().unusual, None);
        let seven = 0x0AB_CDEFu64;
        let smart = format!("Z{:02X}{seven:07X}", seven * 211 % 251);
        assert_eq!(Cig::parse(&smart).unwrap().unusual, None);
        let newer = Cig::parse("a04aa69960").unwrap();
        assert_eq!(newer.unusual, Some(Unusual::CigUnverifiable));
    }

    #[test]
    fn a_letter_for_a_digit_is_told() {
        let number = 9_026_801u64;
        let right = format!("{number:07}{:03X}", number * 211 % 4091);
        for typed in [
            right.replacen('0', "O", 1),
            right.replacen('0', "Q", 1),
            right.replacen('1', "I", 1),
        ] {
            let meant = Cig::lookalike(&typed).unwrap();
            assert_eq!(meant.code, right, "{typed}");
        }
        assert_eq!(Cig::lookalike(&right), None);
        assert_eq!(Cig::lookalike("A04AA69960"), None);
    }

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(Cig::parse("12345670000").unwrap_err().position, 11);
        let err = Cig::parse("1234567FFF").unwrap_err();
        assert_eq!((err.position, err.expected), (8, Expected::CheckDigits));
        assert_eq!(Cig::parse("123A5670000").unwrap_err().position, 4);
        assert_eq!(Cig::parse("A04AA6996").unwrap_err().position, 10);
    }
}
