//! The name of a call before what a project does: a nursery that is built makes no school safe.

use crate::text::fold::fold;

/// How the name of the call begins, and the sorted words of the rest of it, folded.
const HEAD: [&str; 2] = ["costruzione", "riqualificazione"];
const REST: [&str; 6] = ["e", "in", "infanzia", "messa", "scuole", "sicurezza"];
/// So many words of a name that a table cut are one.
const FEWEST: usize = 4;

/// The text behind the name of its call.
pub(super) fn without(text: &str) -> &str {
    let (mut rest, mut count) = (text, 0);
    while count < HEAD.len() + REST.len() {
        let from = rest.trim_start();
        let end = from.find(|c: char| !c.is_alphanumeric()).unwrap_or(from.len());
        let (word, behind) = from.split_at(end);
        let word = fold(word);
        let is_of_name = match HEAD.get(count) {
            Some(head) => word == *head,
            None => REST.contains(&word.as_str()),
        };
        match is_of_name {
            true => (rest, count) = (behind, count + 1),
            false if from.is_empty() && count >= FEWEST => return from,
            false => return text,
        }
    }
    rest.trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_goes_before_what_is_done() {
        for (text, rest) in [
            (
                "COSTRUZIONE RIQUALIFICAZIONE E MESSA IN SICUREZZA SCUOLE INFANZIA NUOVO NIDO ALFA",
                "NUOVO NIDO ALFA",
            ),
            ("COSTRUZIONE RIQUALIFICAZIONE E MESSA IN", ""),
            (
                "COSTRUZIONE RIQUALIFICAZIONE E ALTRO",
                "COSTRUZIONE RIQUALIFICAZIONE E ALTRO",
            ),
            ("COSTRUZIONE", "COSTRUZIONE"),
        ] {
            assert_eq!(without(text), rest, "{text}");
        }
    }
}
