//! The words that people use for official ones, and the ways to spell one word, from
//! `assets/synonyms.toml`.

use super::inflect::forms;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

const FILE: &str = include_str!("../../assets/synonyms.toml");

/// A row of folded words.
pub(super) type Phrase = Vec<String>;

/// What stands for a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Another spelling of the same word.
    Spelling,
    /// Another word for the same thing.
    Synonym,
}

#[derive(Debug, Default)]
pub(super) struct Synonyms {
    /// Every phrase of the file once.
    pub phrases: Vec<Phrase>,
    /// For each phrase, the ones that it finds.
    pub finds: Vec<Vec<(u32, Likeness)>>,
    /// Phrases by their first word.
    by_first: FxHashMap<String, Vec<u32>>,
    /// Those of one word that find others, in the order of the alphabet.
    lone: Vec<u32>,
    /// Words of English that no Italian phrase has.
    english: HashSet<String>,
}

#[derive(Deserialize)]
struct File {
    group: Vec<Group>,
    short: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    same: Vec<String>,
    #[serde(default)]
    english: Vec<String>,
    #[serde(default)]
    finds: Vec<String>,
}

impl Synonyms {
    /// A file that cannot be read gives no synonyms; a test sees to it that ours can.
    pub fn load() -> Synonyms {
        let mut out = Synonyms::default();
        let Ok(file) = toml::from_str::<File>(FILE) else {
            return out;
        };
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for (groups, likeness) in [
            (&file.group, Likeness::Synonym),
            (&file.short, Likeness::Spelling),
        ] {
            for group in groups {
                let same = group.same.iter().chain(&group.english);
                let same: Vec<u32> = same.map(|p| out.number(p, &mut numbers)).collect();
                let finds: Vec<u32> = group.finds.iter().map(|p| out.number(p, &mut numbers)).collect();
                for one in &same {
                    for other in same.iter().chain(&finds).filter(|o| *o != one) {
                        out.finds[*one as usize].push((*other, likeness));
                    }
                }
            }
        }
        let groups = || file.group.iter().chain(&file.short);
        let words = |phrases: &[String]| -> Vec<String> {
            let words = phrases.iter().flat_map(|phrase| phrase.split(' '));
            words.map(str::to_owned).collect()
        };
        out.english = groups().flat_map(|g| words(&g.english)).collect();
        for group in groups() {
            for word in words(&group.same).iter().chain(&words(&group.finds)) {
                out.english.remove(word);
            }
        }
        for found in &mut out.finds {
            found.sort_unstable();
            found.dedup_by_key(|(phrase, _)| *phrase);
        }
        let numbered = (0..).zip(&out.phrases).zip(&out.finds);
        let lone = numbered.filter(|((_, phrase), finds)| phrase.len() == 1 && !finds.is_empty());
        out.lone = lone.map(|((number, _), _)| number).collect();
        out.lone
            .sort_unstable_by_key(|number| &out.phrases[*number as usize][0]);
        out
    }

    fn number(&mut self, phrase: &str, numbers: &mut HashMap<String, u32>) -> u32 {
        if let Some(number) = numbers.get(phrase) {
            return *number;
        }
        let number = self.phrases.len() as u32;
        let words: Phrase = phrase.split(' ').map(str::to_owned).collect();
        if let Some(first) = words.first() {
            self.by_first.entry(first.clone()).or_default().push(number);
        }
        self.phrases.push(words);
        self.finds.push(Vec::new());
        numbers.insert(phrase.to_owned(), number);
        number
    }

    /// The phrases that stand at the beginning of `words`, in either number, that find others.
    pub fn at<'a>(&'a self, words: &'a [&'a str]) -> impl Iterator<Item = u32> + 'a {
        let mut firsts: Vec<u32> = Vec::new();
        if let Some(first) = words.first() {
            let mut look = |word: &str| firsts.extend(self.by_first.get(word).into_iter().flatten());
            look(first);
            forms(first, look);
        }
        firsts.sort_unstable();
        firsts.dedup();
        firsts.into_iter().filter(move |number| {
            let phrase = &self.phrases[*number as usize];
            phrase.len() <= words.len()
                && !self.finds[*number as usize].is_empty()
                && phrase.iter().zip(words).all(|(p, w)| same_word(p, w))
        })
    }

    /// The single words that begin with `prefix` and find others.
    pub fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = u32> + 'a {
        let word = |number: &u32| self.phrases[*number as usize][0].as_str();
        let from = self.lone.partition_point(|number| word(number) < prefix);
        let begun = move |number: &u32| word(number).starts_with(prefix);
        self.lone[from..].iter().copied().take_while(begun)
    }

    /// Whether a word is there for those who search in English alone.
    pub fn is_english(&self, word: &str) -> bool {
        self.english.contains(word)
    }

    /// Every word of the file, so that a word that no project has can still be corrected to.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().flatten().map(String::as_str)
    }
}

fn same_word(one: &str, other: &str) -> bool {
    let mut same = one == other;
    if !same {
        forms(other, |form| same |= form == one);
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    fn found(words: &[&str]) -> Vec<String> {
        let synonyms = Synonyms::load();
        let finds = |n: u32| synonyms.finds[n as usize].iter().map(|(p, _)| *p);
        let mut out: Vec<String> = synonyms
            .at(words)
            .flat_map(finds)
            .map(|p| synonyms.phrases[p as usize].join(" "))
            .collect();
        out.sort();
        out.dedup();
        out
    }

    #[test]
    fn the_file_reads_and_is_folded() {
        let synonyms = Synonyms::load();
        assert!(synonyms.phrases.len() > 300);
        for word in synonyms.words() {
            assert_eq!(fold(word), word);
            assert!(!word.is_empty());
        }
    }

    #[test]
    fn words_find_what_the_plan_calls_them() {
        for (said, official) in [
            (&["asilo"][..], "nido"),
            (&["nidi"], "asilo"),
            (&["ospedale"], "presidio ospedaliero"),
            (&["internet"], "banda ultralarga"),
            (&["tram"], "tramvia"),
            (&["bollette"], "efficienza energetica"),
            (&["case", "popolari"], "edilizia residenziale pubblica"),
            (&["casa", "popolare"], "edilizia residenziale pubblica"),
            (&["frana"], "rischio idrogeologico"),
            (&["s"], "san"),
        ] {
            assert!(found(said).iter().any(|f| f == official), "{said:?} {official}");
        }
    }

    #[test]
    fn nothing_comes_back_from_finds() {
        assert!(
            !found(&["efficienza", "energetica"])
                .iter()
                .any(|f| f == "bolletta")
        );
        assert!(found(&["montemurlo"]).is_empty());
    }
}
