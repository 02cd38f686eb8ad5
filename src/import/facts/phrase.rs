//! Short phrases of whole words and word roots, looked for in a text: what tells a kind of work
//! from its neighbours is which words stand together, and in which order.
//!
//! A phrase is written as `sostituzion* ~ infissi/finestr*`: a star ends a root, a stroke parts
//! words of which one stands there, `~` leaves room for up to four words. A word with a minus
//! must not stand just before the phrase or just behind it; with two, not among the three behind.

use crate::text::fold;
use rustc_hash::FxHashMap;

/// Most words that `~` stands for.
const GAP: usize = 4;

/// So many words behind a phrase are near it.
const NEAR: usize = 3;

/// A place in a phrase: one of these words.
struct Part {
    words: Vec<(&'static str, bool)>,
    gap: bool,
}

impl Part {
    fn new(token: &'static str, gap: bool) -> Part {
        let word = |w: &'static str| w.strip_suffix('*').map_or((w, false), |root| (root, true));
        Part {
            words: token.split('/').map(word).collect(),
            gap,
        }
    }

    fn fits(&self, word: &str) -> bool {
        let fits = |(w, root): &(&str, bool)| if *root { word.starts_with(w) } else { word == *w };
        self.words.iter().any(fits)
    }
}

struct Phrase<T> {
    means: T,
    not_before: Vec<Part>,
    parts: Vec<Part>,
    not_behind: Vec<Part>,
    not_near: Vec<Part>,
}

/// Phrases and what they mean, found by the first letters of their first word.
pub(crate) struct Phrases<T> {
    phrases: Vec<Phrase<T>>,
    by_start: FxHashMap<[u8; 3], Vec<usize>>,
}

/// Words that say the contrary of the phrase behind them.
const DENIALS: &[&str] = &[
    "non", "senza", "escluso", "esclusa", "esclusi", "escluse", "eccetto", "tranne",
];
const ARTICLES: &[&str] = &[
    "il",
    "lo",
    "la",
    "i",
    "gli",
    "le",
    "l",
    "di",
    "della",
    "del",
    "dei",
    "delle",
    "prevede",
    "comprende",
    "previsto",
    "prevista",
    "previsti",
    "previste",
    "compreso",
    "compresa",
    "compresi",
    "comprese",
    "incluso",
    "inclusa",
    "inclusi",
    "incluse",
    "ad",
    "opere",
    "lavori",
];
/// What a street begins with: the word behind it is its name.
const STREETS: &[&str] = &[
    "via", "viale", "piazza", "piazzale", "largo", "vicolo", "contrada", "localita",
];

impl<T: Copy + PartialEq> Phrases<T> {
    /// Reads a table of meanings, each with its phrases, one a line.
    pub fn new(table: &[(T, &'static str)]) -> Phrases<T> {
        let mut phrases = Vec::new();
        for (means, lines) in table {
            for line in lines.lines().map(str::trim).filter(|l| !l.is_empty()) {
                phrases.push(parse(*means, line));
            }
        }
        let mut by_start: FxHashMap<[u8; 3], Vec<usize>> = FxHashMap::default();
        for (i, phrase) in phrases.iter().enumerate() {
            for (word, _) in phrase.parts.iter().take(1).flat_map(|p| &p.words) {
                let known = by_start.entry(start(word)).or_default();
                if !known.contains(&i) {
                    known.push(i);
                }
            }
        }
        Phrases { phrases, by_start }
    }

    /// What the phrases in these folded words mean, in the order of the words, each once.
    pub fn find(&self, words: &[&str]) -> Vec<T> {
        let mut out = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for &i in self.by_start.get(&start(word)).into_iter().flatten() {
                let phrase = &self.phrases[i];
                if !out.contains(&phrase.means) && stands(phrase, words, at) {
                    out.push(phrase.means);
                }
            }
        }
        out
    }
}

fn parse<T>(means: T, line: &'static str) -> Phrase<T> {
    let mut phrase = Phrase {
        means,
        not_before: Vec::new(),
        parts: Vec::new(),
        not_behind: Vec::new(),
        not_near: Vec::new(),
    };
    let mut gap = false;
    for token in line.split(' ') {
        if let Some(not) = token.strip_prefix("--") {
            phrase.not_near.push(Part::new(not, false));
            continue;
        }
        match token.strip_prefix('-') {
            Some(not) if phrase.parts.is_empty() => phrase.not_before.push(Part::new(not, false)),
            Some(not) => phrase.not_behind.push(Part::new(not, false)),
            None if token == "~" => gap = true,
            None => phrase.parts.push(Part::new(token, std::mem::take(&mut gap))),
        }
    }
    phrase
}

fn start(word: &str) -> [u8; 3] {
    let mut out = [0; 3];
    out.iter_mut().zip(word.bytes()).for_each(|(o, b)| *o = b);
    out
}

fn stands<T>(phrase: &Phrase<T>, words: &[&str], at: usize) -> bool {
    let Some(end) = end(&phrase.parts, words, at) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    if before.is_some_and(|w| phrase.not_before.iter().any(|p| p.fits(w))) || is_denied(words, at) {
        return false;
    }
    let behind = words.get(end);
    if behind.is_some_and(|w| w.starts_with("esclus") || phrase.not_behind.iter().any(|p| p.fits(w))) {
        return false;
    }
    let mut near = words.iter().skip(end).take(NEAR);
    !near.any(|w| phrase.not_near.iter().any(|p| p.fits(w)))
}

/// Where the phrase that begins at `at` ends.
fn end(parts: &[Part], words: &[&str], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    let last = if part.gap { at + GAP } else { at };
    (at..=last).find_map(|i| {
        let word = words.get(i)?;
        part.fits(word).then(|| end(rest, words, i + 1)).flatten()
    })
}

fn is_denied(words: &[&str], at: usize) -> bool {
    let mut before = words[..at].iter().rev();
    let Some(last) = before.next() else {
        return false;
    };
    let is = |list: &[&str], w: &str| list.contains(&w);
    if is(DENIALS, last) || is(STREETS, last) {
        return true;
    }
    let Some(second) = before.next() else {
        return false;
    };
    is(ARTICLES, last)
        && (is(DENIALS, second) || (last.len() > 1 && last.starts_with("de") && is(STREETS, second)))
        || *second == "esclusione" && is(ARTICLES, last)
}

/// The clauses of a text, folded: parted by `*`, `;` and full stops behind whole words. Of three
/// fields the second, the address, is left out.
pub(crate) fn clauses(text: &str) -> Vec<String> {
    let fields: Vec<&str> = text.split('*').collect();
    // "ORIENTAMENTO*RIVOLTO A STUDENTI …*X": where the form asks for a street some tell for whom it is.
    let tells = |i: usize| fields[i].trim_start().to_lowercase().starts_with("rivolt");
    let is_address = |i: usize| i == 1 && fields.len() > 2 && !tells(i);
    let kept = fields.iter().enumerate().filter(|(i, _)| !is_address(*i));
    let clauses = kept.flat_map(|(_, field)| sentences(field));
    clauses.map(fold::fold).filter(|c| !c.is_empty()).collect()
}

/// Split behind a full stop that ends a word of four letters, and at semicolons.
fn sentences(field: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut letters = 0;
    for (i, c) in field.char_indices() {
        let ends = c == ';' || c == '.' && letters > 3 && field[i + 1..].starts_with([' ', '\n']);
        if ends {
            out.push(&field[from..i]);
            from = i + 1;
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
    }
    out.push(&field[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&'static str> {
        let phrases = Phrases::new(&[
            (
                "roof",
                "rifaciment*/impermeabilizz* ~ copertur*/tetto -rete/mobile",
            ),
            ("windows", "-senza infissi/serrament*"),
            ("soil", "-di/consorzio bonific*"),
        ]);
        let clauses = clauses(text);
        let words = |c: &String| c.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let all = clauses.iter().map(words).flat_map(|w| {
            let w: Vec<&str> = w.iter().map(String::as_str).collect();
            phrases.find(&w)
        });
        all.collect()
    }

    #[test]
    fn a_phrase_is_roots_in_order() {
        assert_eq!(
            found("RIFACIMENTO DEL MANTO DI COPERTURA E INFISSI"),
            ["roof", "windows"]
        );
        assert!(found("COPERTURA DA RIFACIMENTO").is_empty());
        assert!(found("RIFACIMENTO COPERTURA RETE").is_empty());
        assert!(found("rifacimento dei bagni. Il tetto resta").is_empty());
        assert!(found("CONSORZIO BONIFICA ALFA").is_empty());
    }

    #[test]
    fn what_is_denied_is_not_found() {
        for text in [
            "esclusi infissi",
            "non comprende infissi",
            "ad esclusione degli infissi, esclusi gli infissi",
            "infissi esclusi",
            "via infissi",
        ] {
            let text = text.replace("degli", "di");
            assert!(found(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_address_is_no_work() {
        assert!(found("SCUOLA ALFA*VIA INFISSI, SERRAMENTI*ALTRO").is_empty());
        assert_eq!(found("SCUOLA ALFA*NUOVI SERRAMENTI"), ["windows"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            let _ = found(&text);
        }
    }
}
