//! The words of common Italian: what stands there is right, whatever the archive has.

use super::inflect::forms;

/// Folded, one a line, in order.
const WORDS: &str = include_str!("../../assets/words/it.txt");

/// Whether a folded word is of common Italian, in this form or in its other number.
pub fn has(word: &str) -> bool {
    let mut found = stands(word);
    if !found {
        forms(word, |form| found |= stands(form));
    }
    found
}

/// Whether the very word is in the list.
pub(super) fn stands(word: &str) -> bool {
    let bytes = WORDS.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = (low + high) / 2;
        let start = bytes[..middle]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |at| at + 1);
        let end = bytes[middle..]
            .iter()
            .position(|b| *b == b'\n')
            .map_or(bytes.len(), |at| middle + at);
        match bytes[start..end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_folded() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert!(words.len() > 20_000);
        assert!(words.is_sorted_by(|a, b| a < b));
        assert!(
            words
                .iter()
                .all(|word| word.bytes().all(|b| b.is_ascii_lowercase()))
        );
        for word in words
            .iter()
            .step_by(97)
            .chain([&words[0], &words[words.len() - 1]])
        {
            assert!(stands(word), "{word}");
        }
    }

    #[test]
    fn common_words_and_their_forms_are_known_and_slips_are_not() {
        for word in ["ceramica", "soldi", "prende", "leone", "zita", "bastione"] {
            assert!(has(word), "{word}");
        }
        for word in ["asillo", "sculoa", "ospedlae", "", "zzzz", "aaaa"] {
            assert!(!has(word), "{word}");
        }
    }
}
