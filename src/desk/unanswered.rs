//! What was asked and not found: the words only, and only those that can name nobody.

use super::note;
use crate::text::fold::fold;
use crate::text::given::is_given_name;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Given names and surnames, folded, one a line.
static PEOPLE: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../assets/words/people.txt").lines().collect());

/// Most words of a question that are kept.
const MOST: usize = 12;
/// Words of more letters are no words.
const LONGEST: usize = 24;

/// Whether a folded word is a given name or a surname.
pub fn is_of_a_person(word: &str) -> bool {
    is_given_name(word) || PEOPLE.contains(word)
}

/// The words of a question that may be kept; nothing where none is left, or where the whole holds a
/// tax code, an address or a telephone number. Who follows signor or signora is left out with the
/// name behind, and so is what follows a given name; nothing that holds a digit is a word.
pub fn words(text: &str) -> Option<String> {
    note::check(text).ok()?;
    let folded = fold(text);
    let mut out = Vec::new();
    // Words that may still belong to a person who was named.
    let mut named = 0;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let title = note::TITLES.contains(&word) || PROFESSIONS.contains(&word);
        if title {
            named = 2;
        } else if is_of_a_person(word) {
            named = named.max(2) - 1;
        } else if named > 0 && !BETWEEN.contains(&word) {
            named -= 1;
        } else {
            named = 0;
            if word.chars().all(char::is_alphabetic) && word.chars().count() <= LONGEST {
                out.push(word);
            }
        }
    }
    out.truncate(MOST);
    let says = out.iter().any(|word| word.chars().count() > 2);
    says.then(|| out.join(" "))
}

/// They stand before a name too.
const PROFESSIONS: &[&str] = &[
    "dott",
    "dottor",
    "dottoressa",
    "dottssa",
    "avv",
    "ing",
    "geom",
    "prof",
    "don",
    "mr",
    "mrs",
    "ms",
];

/// Behind one of these another thing is said.
const BETWEEN: &[&str] = &[
    "a", "ad", "al", "alla", "alle", "con", "da", "dal", "dalla", "e", "in", "nel", "nella", "per", "su",
    "sul", "sulla",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_people_are_not() {
        for (asked, kept) in [
            (
                "Piscina olimpionica di Vaiano",
                Some("piscina olimpionica di vaiano"),
            ),
            ("la signora Xyzkw aspetta il nido", Some("la il nido")),
            ("contributo per Maria Qwertz", Some("contributo per")),
            ("pratica di Rossi", Some("pratica di")),
            ("sig. Bianchi Verdoni e la strada", Some("e la strada")),
            ("Giuseppe Verdi", None),
            ("RSSMRA80A01H501U", None),
            ("chiamare il 333 1234567", None),
            ("bando 2026 n. 45", Some("bando n")),
            ("12345", None),
            ("", None),
        ] {
            assert_eq!(words(asked).as_deref(), kept, "{asked}");
        }
    }

    #[test]
    fn no_name_of_the_lists_is_ever_kept() {
        for name in PEOPLE.iter() {
            let kept = words(&format!("la scuola di {name} nuova")).unwrap_or_default();
            assert!(!kept.split(' ').any(|word| word == *name), "{name}: {kept}");
        }
        assert!(PEOPLE.len() > 1_500);
    }
}
