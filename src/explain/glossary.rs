//! The words of the glossary, found wherever a text uses them.

use crate::lang::{Entry, GLOSSARY, Lang};
use crate::text::fold::fold;
use std::collections::HashMap;
use std::ops::Range;

/// Words that Italians know: they are explained when asked for, and marked in English only.
const EVERYDAY: [&str; 3] = ["comune", "provincia", "regione"];

/// Every term and form of the glossary in one language, by its first word.
pub struct Terms {
    forms: HashMap<String, Vec<(String, &'static Entry)>>,
}

impl Terms {
    pub fn new(lang: Lang) -> Terms {
        let mut forms: HashMap<String, Vec<(String, &'static Entry)>> = HashMap::new();
        let hard = |entry: &&Entry| lang != Lang::It || !EVERYDAY.contains(&entry.id);
        for entry in GLOSSARY.iter().filter(hard) {
            let text = entry.text(lang);
            let plain = text.term.split(" (").next().unwrap_or(text.term);
            for form in std::iter::once(plain).chain(text.forms.iter().copied()) {
                let lower = form.to_lowercase();
                let first = first_word(&lower).to_owned();
                forms.entry(first).or_default().push((lower, entry));
            }
        }
        // The longest form wins: "soggetto attuatore" before "soggetto".
        for list in forms.values_mut() {
            list.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        Terms { forms }
    }

    /// The terms in a text, in order, without overlaps: byte ranges and entries.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &'static Entry)> {
        let mut out: Vec<(Range<usize>, &'static Entry)> = Vec::new();
        let mut before: Option<char> = None;
        for (at, c) in text.char_indices() {
            let starts = c.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
            before = Some(c);
            if !starts || out.last().is_some_and(|(r, _)| r.end > at) {
                continue;
            }
            let rest = &text[at..];
            let Some(candidates) = self.forms.get(&first_word(rest).to_lowercase()) else {
                continue;
            };
            let found = candidates
                .iter()
                .find_map(|(form, entry)| Some((prefix_len(rest, form)?, *entry)));
            if let Some((len, entry)) = found {
                out.push((at..at + len, entry));
            }
        }
        out
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Bytes of `text` that `lower` covers, case aside, when it ends at the end of a word.
fn prefix_len(text: &str, lower: &str) -> Option<usize> {
    let mut wanted = lower.chars();
    let mut expected = wanted.next();
    for (at, c) in text.char_indices() {
        let Some(want) = expected else {
            return (!c.is_alphanumeric()).then_some(at);
        };
        if c.to_lowercase().next() != Some(want) {
            return None;
        }
        expected = wanted.next();
    }
    expected.is_none().then_some(text.len())
}

/// The entries that a person may mean: the exact word first, then those that begin with it, then
/// those that hold it.
pub fn entry(query: &str, lang: Lang) -> Vec<&'static Entry> {
    let query = fold(query);
    let rank = |entry: &Entry| {
        let text = entry.text(lang);
        let other = entry.text(lang.other());
        let names = [text.term, other.term, entry.id]
            .into_iter()
            .chain(text.forms.iter().copied())
            .chain(other.forms.iter().copied());
        names
            .filter_map(|name| {
                let name = fold(name);
                Some(match () {
                    () if name == query => 0,
                    () if name.starts_with(&query) => 1,
                    () if name.contains(&query) => 2,
                    () => return None,
                })
            })
            .min()
    };
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(i32, &'static Entry)> = GLOSSARY.iter().filter_map(|e| Some((rank(e)?, e))).collect();
    found.sort_by_key(|(rank, e)| (*rank, e.id));
    found.into_iter().map(|(_, entry)| entry).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_whole_only() {
        let terms = Terms::new(Lang::It);
        let text = "Il Soggetto attuatore ha un CUP, non un CUPOLA.";
        let found: Vec<(&str, &str)> = terms
            .find(text)
            .into_iter()
            .map(|(range, entry)| (&text[range], entry.id))
            .collect();
        assert_eq!(
            found,
            [("Soggetto attuatore", "soggetto-attuatore"), ("CUP", "cup")]
        );
    }

    #[test]
    fn every_term_finds_its_own_entry() {
        for lang in Lang::ALL {
            for word in GLOSSARY {
                let term = word.text(lang).term;
                assert!(entry(term, lang).iter().any(|e| e.id == word.id), "{term}");
            }
        }
        assert_eq!(
            entry("SOGGETTO ATTUATORE", Lang::It).first().unwrap().id,
            "soggetto-attuatore"
        );
        assert!(entry("", Lang::It).is_empty());
    }
}
