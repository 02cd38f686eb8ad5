//! Every word of the index, sorted in one string, and the ways to find a word in it: whole, by
//! its beginning, with typing errors.

use super::distance::{begins, has_at_most, signature, within};
use crate::snapshot::pack::{Pack, Unpack};
use std::io::{self, Write};
use std::ops::Range;

/// Number of a word: its place in the alphabet.
pub(super) type Term = u32;

#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    arena: String,
    /// Where each word ends in `arena`.
    ends: Vec<u32>,
    /// All words by length, with their signatures, for the linear search with errors.
    by_length: Vec<Term>,
    signatures: Vec<u64>,
    /// Where the words of each length begin in `by_length`; the last entry is its end.
    lengths: Vec<u32>,
}

impl Vocabulary {
    /// `words` must be sorted and all different.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>) -> Vocabulary {
        let (mut arena, mut ends) = (String::new(), Vec::new());
        for word in words {
            arena.push_str(word);
            ends.push(arena.len() as u32);
        }
        Vocabulary::of(arena, ends)
    }

    /// Of words that stand in one string.
    fn of(arena: String, ends: Vec<u32>) -> Vocabulary {
        let mut out = Vocabulary {
            arena,
            ends,
            ..Vocabulary::default()
        };
        let terms = 0..out.ends.len() as Term;
        let longest = terms.clone().map(|term| out.word(term).len()).max();
        let mut count = vec![0u32; longest.unwrap_or_default() + 2];
        for term in terms.clone() {
            count[out.word(term).len() + 1] += 1;
        }
        for i in 1..count.len() {
            count[i] += count[i - 1];
        }
        out.lengths.clone_from(&count);
        out.by_length = vec![0; out.ends.len()];
        out.signatures = vec![0; out.ends.len()];
        for term in terms {
            let word = out.word(term).as_bytes();
            let (at, bits) = (&mut count[word.len()], signature(word));
            out.by_length[*at as usize] = term;
            out.signatures[*at as usize] = bits;
            *at += 1;
        }
        out
    }

    /// Writes the words.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        pack.array(self.arena.as_bytes())?;
        pack.array(&self.ends)
    }

    /// Reads what was stored.
    pub fn stored(unpack: &mut Unpack) -> Option<Vocabulary> {
        let arena = unpack.text()?;
        let ends: Vec<u32> = unpack.array()?;
        let starts = [0].into_iter().chain(ends.iter().copied());
        let mut words = starts
            .zip(&ends)
            .map(|(start, end)| start as usize..*end as usize);
        let whole = words.all(|word| arena.get(word).is_some());
        whole.then(|| Vocabulary::of(arena, ends))
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn word(&self, term: Term) -> &str {
        let i = term as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.arena[start..self.ends[i] as usize]
    }

    /// The first word that is not before `word`.
    fn lower(&self, word: &str) -> Term {
        let (mut low, mut high) = (0, self.ends.len() as Term);
        while low < high {
            let middle = (low + high) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    pub fn find(&self, word: &str) -> Option<Term> {
        let at = self.lower(word);
        ((at as usize) < self.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin with `prefix`, itself included.
    pub fn beginning(&self, prefix: &str) -> Range<Term> {
        let start = self.lower(prefix);
        let (mut low, mut high) = (start, self.ends.len() as Term);
        while low < high {
            let middle = (low + high) / 2;
            if self.word(middle).starts_with(prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start..low
    }

    /// The words at most `errors` typing errors away, itself left out.
    pub fn near(&self, word: &str, errors: usize) -> impl Iterator<Item = Term> {
        self.near_from(2, word, errors)
    }

    /// The same, of at least `shortest` letters.
    pub fn near_from(&self, shortest: usize, word: &str, errors: usize) -> impl Iterator<Item = Term> {
        let (bytes, own) = (word.as_bytes(), signature(word.as_bytes()));
        let shortest = word.len().saturating_sub(errors).max(shortest).max(2);
        self.of_lengths(shortest..word.len() + errors + 1)
            .filter(move |(_, bits)| has_at_most(bits ^ own, 2 * errors))
            .map(|(term, _)| term)
            .filter(move |term| {
                let other = self.word(*term).as_bytes();
                other != bytes && within(bytes, other, errors)
            })
    }

    /// The words that begin with `word` but for one typing error.
    pub fn near_beginning(&self, word: &str) -> impl Iterator<Item = Term> {
        let (bytes, own) = (word.as_bytes(), signature(word.as_bytes()));
        self.of_lengths(word.len()..self.lengths.len())
            .filter(move |(_, bits)| has_at_most(own & !bits, 1))
            .map(|(term, _)| term)
            .filter(move |term| begins(bytes, self.word(*term).as_bytes()))
    }

    fn of_lengths(&self, lengths: Range<usize>) -> impl Iterator<Item = (Term, u64)> {
        let at = |length: usize| {
            let last = self.lengths.last().copied().unwrap_or_default();
            self.lengths.get(length).copied().unwrap_or(last) as usize
        };
        let range = at(lengths.start)..at(lengths.end).max(at(lengths.start));
        let terms = self.by_length[range.clone()].iter().copied();
        terms.zip(self.signatures[range].iter().copied())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const WORDS: &[&str] = &[
        "asili",
        "asilo",
        "basilica",
        "nido",
        "seravezza",
        "serra",
        "tramvia",
    ];

    fn vocabulary() -> Vocabulary {
        Vocabulary::new(WORDS.iter().copied())
    }

    fn words(vocabulary: &Vocabulary, terms: impl Iterator<Item = Term>) -> Vec<String> {
        let mut out: Vec<String> = terms.map(|t| vocabulary.word(t).to_owned()).collect();
        out.sort();
        out
    }

    #[test]
    fn finds_whole_words_and_beginnings() {
        let v = vocabulary();
        for word in WORDS {
            assert_eq!(v.word(v.find(word).unwrap()), *word);
        }
        assert_eq!(v.find("asil"), None);
        assert_eq!(words(&v, v.beginning("asil")), ["asili", "asilo"]);
        assert_eq!(words(&v, v.beginning("ser")), ["seravezza", "serra"]);
        assert_eq!(v.beginning("z").count() + v.beginning("asilop").count(), 0);
        assert_eq!(v.beginning("").count(), WORDS.len());
    }

    #[test]
    fn finds_words_with_errors() {
        let v = vocabulary();
        assert_eq!(words(&v, v.near("asillo", 1)), ["asilo"]);
        assert_eq!(words(&v, v.near("asilo", 1)), ["asili"]);
        assert_eq!(words(&v, v.near("serravezza", 2)), ["seravezza"]);
        assert_eq!(words(&v, v.near("tranvia", 1)), ["tramvia"]);
        assert_eq!(words(&v, v.near_beginning("serav")), ["seravezza"]);
        assert_eq!(words(&v, v.near_beginning("tranv")), ["tramvia"]);
        assert_eq!(v.near("perugia", 1).count(), 0);
    }

    #[test]
    fn an_empty_vocabulary_finds_nothing() {
        let v = Vocabulary::new([].into_iter());
        assert_eq!(v.find("a"), None);
        assert_eq!(v.near("asilo", 1).count() + v.near_beginning("asilo").count(), 0);
    }
}
