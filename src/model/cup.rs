//! CUP, *Codice unico di progetto*: fifteen characters that name a public investment.

use super::code::{Checked, CodeError, Expected, Lookalike, Unusual, lookalike, tidy};
use serde::Serialize;
use std::fmt;

/// A CUP: 15 characters A–Z and 0–9, the 1st and the 4th a letter. There is no published check
/// digit; the 5th and 6th are the year of the decision by practice, not by rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Cup(String);

impl Cup {
    pub const LEN: usize = 15;

    /// Checks a CUP as a person wrote it (case, blanks and dashes are forgiven).
    ///
    /// # Errors
    /// At the first sign that cannot be: where, and what was expected.
    pub fn parse(raw: &str) -> Result<Checked<Cup>, CodeError> {
        let code = tidy(raw);
        let got = code.chars().count();
        for (i, c) in code.chars().take(Cup::LEN).enumerate() {
            let (fits, expected) = match i {
                0 | 3 => (c.is_ascii_uppercase(), Expected::Letter),
                _ => (
                    c.is_ascii_uppercase() || c.is_ascii_digit(),
                    Expected::LetterOrDigit,
                ),
            };
            if !fits {
                return Err(CodeError {
                    kind: "CUP",
                    position: i + 1,
                    expected,
                });
            }
        }
        if got != Cup::LEN {
            return Err(CodeError {
                kind: "CUP",
                position: got.min(Cup::LEN) + 1,
                expected: Expected::Length { want: Cup::LEN, got },
            });
        }
        let unusual = unusual(code.as_bytes());
        Ok(Checked {
            code: Cup(code),
            unusual,
        })
    }

    /// What was taken for something that looks like it, where that makes it a usual CUP.
    pub fn lookalike(raw: &str) -> Option<Lookalike> {
        lookalike(raw, |code| match Cup::parse(code) {
            Ok(checked) => match checked.unusual {
                Some(Unusual::CupPattern { position }) => Some(position),
                _ => None,
            },
            Err(error) => Some(error.position),
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code in groups of three to five, as one reads it aloud: `J57 H22 00123 0006`.
    pub fn grouped(&self) -> String {
        let s = &self.0;
        format!("{} {} {} {}", &s[..3], &s[3..6], &s[6..11], &s[11..])
    }
}

impl fmt::Display for Cup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The pattern of the PNRR tables: letter B–J, digit 1–9, digit, letter A–J, two digits, five
/// digits, `000`, digit.
fn unusual(code: &[u8]) -> Option<Unusual> {
    let outside = code.iter().enumerate().find(|(i, c)| !match i {
        0 => (b'B'..=b'J').contains(c),
        1 => (b'1'..=b'9').contains(c),
        3 => (b'A'..=b'J').contains(c),
        11..=13 => **c == b'0',
        _ => c.is_ascii_digit(),
    });
    if let Some((i, _)) = outside {
        return Some(Unusual::CupPattern { position: i + 1 });
    }
    let year = (code[4] - b'0') * 10 + (code[5] - b'0');
    (31..=99).contains(&year).then_some(Unusual::CupYear)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn forgives_case_and_blanks() {
        let cup = Cup::parse(" j57h 2200 1230006 ").unwrap();
        assert_eq!(cup.code.as_str(), "J57H22001230006");
        assert_eq!(cup.unusual, None);
        assert_eq!(cup.code.grouped(), "J57 H22 00123 0006");
    }

    #[test]
    fn names_the_position() {
        let err = Cup::parse("J577220012300060").unwrap_err();
        assert_eq!((err.position, err.expected), (4, Expected::Letter));
        let err = Cup::parse("J57H2200123").unwrap_err();
        assert_eq!(err.position, 12);
        assert_eq!(err.expected, Expected::Length { want: 15, got: 11 });
        assert_eq!(Cup::parse("").unwrap_err().position, 1);
    }

    #[test]
    fn a_letter_for_a_digit_is_told() {
        let meant = Cup::lookalike("J57H22OO1230006").unwrap();
        assert_eq!((meant.position, meant.typed, meant.meant), (7, 'O', '0'));
        assert_eq!(meant.code, "J57H22001230006");
        assert_eq!(Cup::lookalike("857H22001230006").unwrap().code, "B57H22001230006");
        assert_eq!(Cup::lookalike("J57H22001230006"), None);
        assert_eq!(Cup::lookalike("J57H22XX1230006"), None);
        assert_eq!(Cup::lookalike("J57H22OO123"), None);
    }

    #[test]
    fn warns_of_what_is_only_unusual() {
        let odd = Cup::parse("Z57H22001230006").unwrap();
        assert_eq!(odd.unusual, Some(Unusual::CupPattern { position: 1 }));
        let year = Cup::parse("J57H75001230006").unwrap();
        assert_eq!(year.unusual, Some(Unusual::CupYear));
    }
}
