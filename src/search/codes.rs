//! Codes: CUP, CIG and ids of projects, sub-measures and ISTAT codes of comuni. They match whole
//! or by their beginning and are never corrected; a code with one wrong sign is offered as such.

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

/// Codes in upper case without separators, sorted, each with the entity that bears it.
#[derive(Debug, Default)]
pub(super) struct Codes {
    arena: String,
    /// Where each code begins in `arena`, its kind, its entity; the last entry is the end.
    entries: Vec<(u32, CodeKind, u32)>,
}

/// Upper case, letters and digits only.
pub(super) fn tidy(raw: &str) -> String {
    let kept = raw.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// A sub-measure as people shorten it, in the form of the index: `M4C1I1.1` → `M4C1I10 1`
/// without the blank, so that it begins `M4C1I1.01.00`.
pub(super) fn submeasure(raw: &str) -> String {
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
    pub fn new(mut codes: Vec<(String, CodeKind, u32)>) -> Codes {
        codes.sort_unstable();
        codes.dedup();
        let mut out = Codes::default();
        for (code, kind, entity) in &codes {
            out.entries.push((out.arena.len() as u32, *kind, *entity));
            out.arena.push_str(code);
        }
        out.entries.push((out.arena.len() as u32, CodeKind::Istat, 0));
        out
    }

    fn len(&self) -> usize {
        self.entries.len().saturating_sub(1)
    }

    pub fn code(&self, i: usize) -> &str {
        &self.arena[self.entries[i].0 as usize..self.entries[i + 1].0 as usize]
    }

    pub fn kind(&self, i: usize) -> CodeKind {
        self.entries[i].1
    }

    pub fn entity(&self, i: usize) -> u32 {
        self.entries[i].2
    }

    /// The codes that begin with `prefix`.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let first = |past: bool| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = (low + high) / 2;
                let code = self.code(middle);
                if code < prefix || past && code.starts_with(prefix) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        first(false)..first(true)
    }

    /// The CUP and CIG that differ from `typed` by one wrong, missing, needless or swapped sign;
    /// at most `limit`.
    pub fn near(&self, typed: &str, limit: usize) -> Vec<usize> {
        const SIGNS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let bytes = typed.as_bytes();
        let mut out = Vec::new();
        let mut look = |candidate: Vec<u8>| {
            let Ok(code) = String::from_utf8(candidate) else {
                return;
            };
            let whole =
                |i: &usize| self.code(*i) == code && matches!(self.kind(*i), CodeKind::Cup | CodeKind::Cig);
            out.extend(self.beginning(&code).filter(whole));
        };
        for i in 0..=bytes.len() {
            let (head, tail) = bytes.split_at(i);
            for sign in SIGNS {
                look([head, &[*sign], tail].concat());
                if let Some((_, rest)) = tail.split_first() {
                    look([head, &[*sign], rest].concat());
                }
            }
            if let Some((first, rest)) = tail.split_first() {
                look([head, rest].concat());
                if let Some((second, rest)) = rest.split_first() {
                    look([head, &[*second, *first], rest].concat());
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
        Codes::new(vec![
            ("J57H22001230006".into(), CodeKind::Cup, 1),
            ("J57H22001240006".into(), CodeKind::Cup, 2),
            ("9123456ABC".into(), CodeKind::Cig, 3),
            (tidy("M4C1I1.01.00"), CodeKind::Submeasure, 4),
        ])
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
        assert_eq!(found(&Codes::new(Vec::new()), "A"), [0; 0]);
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
