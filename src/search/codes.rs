//! Codes: CUP, CIG and ids of projects, sub-measures and ISTAT codes of comuni. They match whole
//! or by their beginning and are never corrected; a code with one wrong sign is offered as such.

use crate::snapshot::pack::{Pack, Unpack};
use std::io::{self, Write};
use std::ops::Range;

/// What a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    Cup,
    Cig,
    Project,
    Submeasure,
    Istat,
}

impl CodeKind {
    const ALL: [CodeKind; 5] = [
        CodeKind::Cup,
        CodeKind::Cig,
        CodeKind::Project,
        CodeKind::Submeasure,
        CodeKind::Istat,
    ];
}

/// Codes in upper case without separators, sorted, each with its kind and the entity that bears
/// it. A code of at most sixteen signs is a number with the first sign on top, so that sorting
/// and comparing are cheap; longer ones are none.
#[derive(Debug, Default)]
pub(super) struct Codes {
    numbers: Vec<u128>,
    /// Kind of each, and who bears it.
    borne: Vec<[u32; 2]>,
}

const LONGEST: usize = 16;

fn number(code: &[u8]) -> Option<u128> {
    let mut signs = [0; LONGEST];
    signs.get_mut(..code.len())?.copy_from_slice(code);
    Some(u128::from_be_bytes(signs))
}

/// Upper case, letters and digits only.
pub(super) fn tidy(raw: &str) -> String {
    let kept = raw.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// A sub-measure as people shorten it, in the form of the index: `M4C1I1.1` → `M4C1I10 1`
/// without the blank, so that it begins `M4C1I1.01.00`.
pub fn submeasure(raw: &str) -> String {
    let mut parts = raw.trim_end_matches('.').split('.');
    let mut out = tidy(parts.next().unwrap_or_default());
    for part in parts {
        if part.len() == 1 && part.as_bytes()[0].is_ascii_digit() && part != "0" {
            out.push('0');
        }
        out.push_str(&tidy(part));
    }
    out
}

/// Whether a word may be a code or the beginning of one: digits in it, and no shorter than two.
pub(super) fn looks_like_code(tidy: &str) -> bool {
    tidy.len() > 1 && tidy.bytes().any(|b| b.is_ascii_digit())
}

impl Codes {
    pub fn push(&mut self, code: &str, kind: CodeKind, entity: u32) {
        if let Some(number) = number(code.as_bytes()).filter(|n| *n > 0) {
            self.numbers.push(number);
            self.borne.push([kind as u32, entity]);
        }
    }

    pub fn sort(&mut self) {
        let numbers = std::mem::take(&mut self.numbers).into_iter();
        let mut all: Vec<_> = numbers.zip(std::mem::take(&mut self.borne)).collect();
        all.sort_unstable();
        all.dedup();
        (self.numbers, self.borne) = all.into_iter().unzip();
    }

    pub fn code(&self, i: usize) -> String {
        let signs = self.numbers[i].to_be_bytes();
        let signs = signs.iter().filter(|b| **b > 0);
        signs.map(|b| char::from(*b)).collect()
    }

    pub fn kind(&self, i: usize) -> CodeKind {
        CodeKind::ALL[self.borne[i][0] as usize % CodeKind::ALL.len()]
    }

    pub fn entity(&self, i: usize) -> u32 {
        self.borne[i][1]
    }

    /// Who bears them.
    pub fn entities(&self) -> impl Iterator<Item = u32> {
        self.borne.iter().map(|[_, entity]| *entity)
    }

    /// Writes the codes.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        pack.array(&self.numbers)?;
        pack.array(&self.borne)
    }

    /// Reads what was stored.
    pub fn stored(unpack: &mut Unpack) -> Option<Codes> {
        let codes = Codes {
            numbers: unpack.array()?,
            borne: unpack.array()?,
        };
        (codes.numbers.len() == codes.borne.len()).then_some(codes)
    }

    /// The codes that begin with `prefix`.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let Some(low) = number(prefix.as_bytes()) else {
            return 0..0;
        };
        let rest = 8 * (LONGEST - prefix.len()) as u32;
        let high = low | 1u128.checked_shl(rest).map_or(u128::MAX, |n| n - 1);
        let first = self.numbers.partition_point(|code| *code < low);
        first..first + self.numbers[first..].partition_point(|code| *code <= high)
    }

    /// The CUP and CIG that differ from `typed` by one wrong, missing, needless or swapped sign;
    /// at most `limit`.
    pub fn near(&self, typed: &str, limit: usize) -> Vec<usize> {
        const SIGNS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let bytes = typed.as_bytes();
        if bytes.len() > LONGEST {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut look = |candidate: &[u8]| {
            let Some(code) = number(candidate) else {
                return;
            };
            let first = self.numbers.partition_point(|other| *other < code);
            let same = (first..).zip(&self.numbers[first..]);
            let same = same.take_while(|(_, other)| **other == code).map(|(i, _)| i);
            out.extend(same.filter(|i| matches!(self.kind(*i), CodeKind::Cup | CodeKind::Cig)));
        };
        for i in 0..=bytes.len() {
            let (head, tail) = bytes.split_at(i);
            for sign in SIGNS {
                look(&[head, &[*sign], tail].concat());
                if let Some((_, rest)) = tail.split_first() {
                    look(&[head, &[*sign], rest].concat());
                }
            }
            if let Some((first, rest)) = tail.split_first() {
                look(&[head, rest].concat());
                if let Some((second, rest)) = rest.split_first() {
                    look(&[head, &[*second, *first], rest].concat());
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out.truncate(limit);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes() -> Codes {
        let mut codes = Codes::default();
        codes.push("9123456ABC", CodeKind::Cig, 3);
        codes.push("J57H22001240006", CodeKind::Cup, 2);
        codes.push("J57H22001230006", CodeKind::Cup, 1);
        codes.push(&tidy("M4C1I1.01.00"), CodeKind::Submeasure, 4);
        codes.push("TOOLONGTOBEACODE1", CodeKind::Cup, 5);
        codes.sort();
        codes
    }

    fn found(codes: &Codes, prefix: &str) -> Vec<u32> {
        codes.beginning(prefix).map(|i| codes.entity(i)).collect()
    }

    #[test]
    fn codes_match_whole_or_by_their_beginning() {
        let codes = codes();
        assert_eq!(found(&codes, "J57H"), [1, 2]);
        assert_eq!(found(&codes, "J57H22001230006"), [1]);
        assert_eq!(found(&codes, &submeasure("m4c1i1.1")), [4]);
        assert_eq!(found(&codes, &submeasure("M4C1I1.01")), [4]);
        assert_eq!(found(&codes, &submeasure("M4C1I1.2")), [0; 0]);
        assert_eq!(found(&codes, "Z"), [0; 0]);
        assert_eq!(found(&codes, "TOO"), [0; 0]);
        assert_eq!(found(&codes, "J57H220012300061234"), [0; 0]);
        assert_eq!(found(&Codes::default(), "A"), [0; 0]);
        assert_eq!(codes.code(codes.beginning("9").start), "9123456ABC");
    }

    #[test]
    fn a_near_miss_is_offered() {
        let codes = codes();
        let near = |typed: &str| -> Vec<u32> {
            codes
                .near(typed, 9)
                .into_iter()
                .map(|i| codes.entity(i))
                .collect()
        };
        for typed in [
            "J57H2200123006",
            "J57H220O1230006",
            "J57H220012300066",
            "J75H22001230006",
        ] {
            assert_eq!(near(typed), [1], "{typed}");
        }
        assert_eq!(near("9123456ACB"), [3]);
        assert_eq!(near("J57H22001250006"), [1, 2]);
        assert_eq!(near("J57H22009990006"), [0; 0]);
        assert_eq!(near("M4C1I10101"), [0; 0]);
    }

    #[test]
    fn words_without_digits_are_no_codes() {
        assert!(!looks_like_code("ASILO") && !looks_like_code("4"));
        assert!(looks_like_code("M4") && looks_like_code("J57"));
    }
}
