//! Names of calls before what a project does: "COSTRUZIONE E MESSA IN SICUREZZA SCUOLE NUOVO NIDO ALFA"
//! builds a nursery and makes no school safe.

use crate::text::fold::fold;

/// How the calls are named, folded.
const CALLS: &[&str] = &["costruzione riqualificazione e messa in sicurezza scuole infanzia"];
/// So many words of a name that a table cut are one.
const FEWEST: usize = 4;

/// The text behind the name of its call.
pub(super) fn without(text: &str) -> &str {
    let call = |call: &str| {
        let mut words = call.split(' ');
        let mut count = 0;
        let mut rest = text;
        loop {
            let from = rest.trim_start();
            let end = from.find(|c: char| !c.is_alphanumeric()).unwrap_or(from.len());
            let (word, behind) = from.split_at(end);
            let Some(wanted) = words.next() else {
                return Some(from);
            };
            match () {
                () if fold(word) == wanted => (rest, count) = (behind, count + 1),
                () if from.is_empty() && count >= FEWEST => return Some(from),
                () => return None,
            }
        }
    };
    CALLS.iter().find_map(|name| call(name)).unwrap_or(text)
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
