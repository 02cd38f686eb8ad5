//! Collecting words: texts → words → sorted vocabulary and postings.

use super::{Entity, Posting};
use crate::search::field::Field;
use crate::search::vocabulary::Vocabulary;
use crate::text::fold::{fold_into, words};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a over eight bytes at a time: words are short and come from tables, not from an attacker
/// at a server, and the map lives only while the index is built. A product's high bits are its
/// best mixed, and a map looks at the low ones first.
#[derive(Default)]
pub(super) struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            let mixed =
                (self.0.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95);
            self.0 = mixed;
        }
    }
}

/// Things that are numbered as they come.
pub(super) type Numbers<T> = HashMap<T, u32, BuildHasherDefault<Fnv>>;

#[derive(Default)]
pub(super) struct Collector {
    numbers: Numbers<Box<str>>,
    /// Word, entity and field of each occurrence, in order of entity.
    found: Vec<(u32, Posting)>,
    /// Entities so far.
    count: Entity,
    folded: String,
    own: Vec<(u32, Field)>,
}

impl Collector {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.into(), number);
        number
    }

    /// A word that no text needs to have.
    pub fn word(&mut self, word: &str) {
        self.number(word);
    }

    /// A text of the entity that [`Collector::close`] will end.
    pub fn text(&mut self, field: Field, text: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        fold_into(text, &mut folded);
        for word in words(&folded) {
            let number = self.number(word);
            self.own.push((number, field));
        }
        self.folded = folded;
    }

    /// Words of the entity that are folded already, with blanks between.
    pub fn set(&mut self, field: Field, folded: &str) {
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            let number = self.number(word);
            self.own.push((number, field));
        }
    }

    /// Ends an entity; of a word that it has in several fields, the best one counts.
    pub fn close(&mut self) {
        let entity = self.count;
        self.count += 1;
        self.own.sort_unstable();
        self.own.dedup_by_key(|(word, _)| *word);
        let own = self.own.drain(..);
        self.found
            .extend(own.map(|(word, field)| (word, Posting::new(entity, field))));
    }

    /// The sorted vocabulary, where the postings of each word begin, the postings.
    pub fn finish(self) -> (Vocabulary, Vec<u32>, Vec<Posting>) {
        let mut sorted: Vec<(&str, u32)> = self.numbers.iter().map(|(w, n)| (&**w, *n)).collect();
        sorted.sort_unstable();
        let mut place = vec![0u32; sorted.len()];
        for ((_, number), term) in sorted.iter().zip(0..) {
            place[*number as usize] = term;
        }
        let mut starts = vec![0u32; sorted.len() + 1];
        for (word, _) in &self.found {
            starts[place[*word as usize] as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting(0); self.found.len()];
        for (word, posting) in &self.found {
            let at = &mut next[place[*word as usize] as usize];
            postings[*at as usize] = *posting;
            *at += 1;
        }
        let vocabulary = Vocabulary::new(sorted.iter().map(|(word, _)| *word));
        (vocabulary, starts, postings)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_best_field_of_a_word_counts() {
        let mut collector = Collector::default();
        collector.text(Field::Address, "Via Dante 5");
        collector.text(Field::Site, "Scuola Dante");
        collector.close();
        collector.text(Field::Body, "Scuola");
        collector.close();
        collector.word("nessuno");
        let (vocabulary, starts, postings) = collector.finish();
        let of = |word: &str| {
            let term = vocabulary.find(word).unwrap() as usize;
            let range = starts[term] as usize..starts[term + 1] as usize;
            let own = postings[range].iter();
            own.map(|p| (p.entity(), p.field())).collect::<Vec<_>>()
        };
        assert_eq!(of("dante"), [(0, Field::Site)]);
        assert_eq!(of("scuola"), [(0, Field::Site), (1, Field::Body)]);
        assert_eq!(of("5"), [(0, Field::Address)]);
        assert_eq!(of("nessuno"), []);
    }
}
