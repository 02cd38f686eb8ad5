//! The words of a project's texts, for search: an index, not a text. Folded, sorted, each once;
//! without small words, codes, and what may be the name of a person.

mod small;

use super::{Found, Texts};
use crate::import::person::is_given_name;
use crate::model::FactKind;
use crate::text::fold::fold;
use small::{is_head, is_small, is_title_of_person};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// A set of fewer words would be a text.
const FEWEST: usize = 4;

/// So many words behind "via" or "scuola" may be its name.
const NAME_REACH: usize = 3;

/// Measures whose texts name researchers, pharmacists and women with a firm of their own.
const OF_PERSONS: &[&str] = &[
    "M4C2",
    "M4C1I3.04",
    "M4C1I4.01",
    "M5C1I1.02",
    "M5C3I1.02",
    "M1C2I5.01",
];

/// Names of natural persons that the tables give, by their first word. They are known only while
/// an import runs.
#[derive(Default)]
pub struct Persons {
    by_word: HashMap<String, Vec<Vec<String>>>,
}

impl Persons {
    /// Takes the name of a person, as the table spells it.
    pub fn add(&mut self, name: &str) {
        let words: Vec<String> = fold(name)
            .split(' ')
            .filter(|w| w.len() > 1)
            .map(str::to_owned)
            .collect();
        // One word names nobody, many are a firm's.
        if !(2..=5).contains(&words.len()) || words.iter().all(|w| w.bytes().all(|b| b.is_ascii_digit())) {
            return;
        }
        let known = self.by_word.entry(words[0].clone()).or_default();
        if !known.contains(&words) {
            known.push(words);
        }
    }

    /// Takes the words of every known person that the set holds whole out of it, but for those
    /// of buildings and streets.
    fn leave(&self, words: &mut BTreeSet<String>, kept: &BTreeSet<String>) {
        let mut out: Vec<String> = Vec::new();
        for word in words.iter() {
            for name in self.by_word.get(word).into_iter().flatten() {
                if name.iter().all(|w| words.contains(w)) && !name.iter().all(|w| kept.contains(w)) {
                    out.extend(name.iter().filter(|w| !kept.contains(*w)).cloned());
                }
            }
        }
        for word in out {
            words.remove(&word);
        }
    }
}

/// The words of one project, gathered from all releases of its texts.
#[derive(Default)]
pub struct Words {
    words: BTreeSet<String>,
    /// Those of names that are facts: they may be a person's too.
    named: BTreeSet<String>,
}

impl Words {
    /// Takes the words of title, summary and objects of tenders; of projects of persons only
    /// those of the facts.
    pub fn add(&mut self, texts: &Texts, facts: &[Found]) {
        let named = named(texts, facts);
        if OF_PERSONS.iter().any(|c| texts.submeasure.starts_with(c)) && texts.nature != "03" {
            let kept = named.iter().filter(|w| !is_small(w));
            self.words.extend(kept.cloned());
        } else {
            for text in [texts.title, texts.summary].iter().chain(texts.tender_objects) {
                read(text, &named, &mut self.words);
            }
        }
        self.named.extend(named);
    }

    /// The set, without known persons; empty where it has few words.
    pub fn finish(mut self, persons: &Persons) -> BTreeSet<String> {
        persons.leave(&mut self.words, &self.named);
        if self.words.len() < FEWEST {
            self.words.clear();
        }
        self.words
    }
}

/// The words of the names that are facts, and of the comuni of the project.
fn named(texts: &Texts, facts: &[Found]) -> BTreeSet<String> {
    const NAMES: &[FactKind] = &[
        FactKind::Name,
        FactKind::Part,
        FactKind::Street,
        FactKind::Locality,
        FactKind::Water,
        FactKind::Beneficiary,
        FactKind::Programme,
        FactKind::Owner,
        FactKind::Host,
    ];
    let names = facts
        .iter()
        .filter(|f| NAMES.contains(&f.kind))
        .map(|f| f.value.as_str());
    let comuni = texts.comuni.iter().map(|(name, _)| *name);
    let words = names.chain(comuni).map(fold);
    words
        .flat_map(|n| {
            n.split(' ')
                .filter(|w| is_word(w))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Letters of at least three, or a number of three figures that is no year.
fn is_word(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.chars().count() - digits;
    matches!((letters, digits), (3..=24, 0) | (0, 3))
}

fn read(text: &str, named: &BTreeSet<String>, out: &mut BTreeSet<String>) {
    let folded = fold(text);
    let mut words: Vec<&str> = folded.split(' ').collect();
    // The table cut the text at its length: the last word is a part of one.
    if matches!(text.chars().count(), 39 | 40 | 60 | 100 | 128 | 200 | 255 | 256) {
        words.pop();
    }
    // How far back "via" or "scuola" stands, and "dott." or "arch.".
    let mut head = usize::MAX;
    let mut title = usize::MAX;
    for word in words {
        head = if is_head(word) { 0 } else { head.saturating_add(1) };
        title = if is_title_of_person(word) {
            0
        } else {
            title.saturating_add(1)
        };
        let word = whole(word);
        let word = word.as_ref();
        let in_a_name = named.contains(word) || head <= NAME_REACH;
        let of_a_person = (is_given_name(word) || title <= NAME_REACH) && !in_a_name;
        if is_word(word) && !is_small(word) && !of_a_person && title != 0 && !out.contains(word) {
            out.insert(word.to_owned());
        }
    }
}

/// A word whose last letter had an accent and was lost: "comunit".
fn whole(word: &str) -> Cow<'_, str> {
    const LOST: &[&str] = &[
        "citt", "civilt", "facolt", "libert", "propriet", "societ", "variet", "povert", "et",
    ];
    const WHOLE: &[&str] = &[
        "audit", "credit", "deposit", "edit", "exit", "habit", "kit", "limit", "permit", "summit", "transit",
    ];
    let lost = LOST.contains(&word) || word.len() > 3 && word.ends_with("it") && !WHOLE.contains(&word);
    if lost {
        Cow::Owned(format!("{word}a"))
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests;
