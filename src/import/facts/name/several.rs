//! Two houses of one kind, named behind one word for both: "ASILI NIDO ALFA E BETA".

use super::begin::is_parted;
use super::case;
use super::words::{is_common, is_generic, is_particle, is_stop};
use crate::import::facts::place::span;
use crate::text::tokens::{Gap, Tokens};

/// Words for several houses, and the word for one.
const KINDS: &[(&[&str], &str)] = &[
    (&["scuole", "dell", "infanzia"], "Scuola dell'infanzia"),
    (&["scuole", "materne"], "Scuola materna"),
    (&["scuole", "primarie"], "Scuola primaria"),
    (&["scuole", "elementari"], "Scuola elementare"),
    (&["scuole", "medie"], "Scuola media"),
    (&["scuole"], "Scuola"),
    (&["asili", "nido"], "Asilo nido"),
    (&["plessi", "scolastici"], "Plesso scolastico"),
    (&["palestre"], "Palestra"),
];
/// Behind the word for the houses.
const OWNED: &[&str] = &["comunale", "comunali", "statali"];
/// One house has the names of two people.
const ONE: [&str; 2] = ["falcone", "borsellino"];
/// Most words of a name.
const MOST: usize = 3;

/// The names of the two; nothing where they are more, or one.
pub(super) fn of(t: &Tokens, comuni: &[String]) -> Vec<String> {
    let found = (0..t.len()).find_map(|i| {
        let (words, label) = KINDS.iter().find(|(words, _)| t.is_phrase(i, words))?;
        let from = i + words.len();
        Some((from + usize::from(OWNED.contains(&t.at(from))), *label))
    });
    let Some((from, label)) = found else {
        return Vec::new();
    };
    let is_end = |i: usize| {
        is_parted(t, i) && t.gap(i) != Gap::Quote
            || is_stop(t.at(i)) && !is_and(t.at(i))
            || span::is_works(t.at(i))
            || span::is_number(t.at(i))
    };
    let to = (from..t.len()).find(|&i| is_end(i)).unwrap_or(t.len());
    let mut joints = (from..to).filter(|&i| is_and(t.at(i)));
    let (Some(joint), None) = (joints.next(), joints.next()) else {
        return Vec::new();
    };
    let own = |i: usize| {
        let word = t.at(i);
        let initial = word.len() == 1 && t.is_followed_by(i + 1, ".");
        initial || word == "ex" || !is_common(word) && !is_generic(word) && !comuni.iter().any(|c| c == word)
    };
    let is_name = |from: usize, to: usize| {
        let words = (from..to).filter(|&i| !is_particle(t.at(i))).count();
        // "SCUOLE DI ALFA E BETA" are two villages.
        let begins = from < to && (!is_particle(t.at(from)) || ["le", "la", "il", "l"].contains(&t.at(from)));
        let ends = to > from && t.at(to - 1).len() > 3;
        (1..=MOST).contains(&words) && begins && ends && (from..to).all(|i| is_particle(t.at(i)) || own(i))
    };
    let both = [(from, joint), (joint + 1, to)];
    if [t.at(joint.saturating_sub(1)), t.at(joint + 1)] == ONE || !both.iter().all(|(a, b)| is_name(*a, *b)) {
        return Vec::new();
    }
    both.iter()
        .map(|(from, to)| format!("{label} {}", case::own(t, *from, *to)))
        .collect()
}

fn is_and(word: &str) -> bool {
    ["e", "ed"].contains(&word)
}
