//! One form for comparing words: lower case, no accents, no punctuation.
//!
//! Search, joins on local codes and header names all compare folded text, so a rule of folding
//! stands here once.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, accents stripped, every run of other signs one blank, trimmed.
///
/// ```
/// use sportello::text::fold::fold;
/// assert_eq!(fold("  Comunità  dell'Età * n.5 "), "comunita dell eta n 5");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`] into a string that the caller keeps: what it held is replaced, its memory reused.
pub fn fold_into(text: &str, out: &mut String) {
    out.clear();
    if text.is_ascii() {
        for b in text.bytes() {
            push(char::from(b.to_ascii_lowercase()), out);
        }
    } else {
        text.nfkd().filter(|c| !is_combining_mark(*c)).for_each(|c| {
            c.to_lowercase().for_each(|c| push(c, out));
        });
    }
    if out.ends_with(' ') {
        out.pop();
    }
}

#[inline]
fn push(c: char, out: &mut String) {
    if c.is_alphanumeric() {
        out.push(c);
    } else if !out.is_empty() && !out.ends_with(' ') && !is_combining_mark(c) {
        out.push(' ');
    }
}

/// Folded, and only `a`–`z` and `0`–`9` left: two spellings of one local code have one key.
///
/// ```
/// use sportello::text::fold::key;
/// assert_eq!(key("2.2_Alfa_Beta-Gamma"), key("22 ALFA BetaGamma"));
/// ```
pub fn key(text: &str) -> String {
    let mut out = fold(text);
    out.retain(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    out
}

/// The words of a text that is already folded.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|w| !w.is_empty())
}

/// The name of a column as every release spells it: case, accents, punctuation, blanks and
/// the byte order mark folded away.
pub fn header(name: &str) -> String {
    // A byte order mark that was read as Windows-1252.
    fold(name.trim_start().strip_prefix("ï»¿").unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("Città di PIÙ", "citta di piu")]
    #[case("VIA G.B.VICO, 1º piano", "via g b vico 1o piano")]
    #[case("\u{200b}perche\u{301}\u{a0}no", "perche no")]
    #[case("***", "")]
    fn text_is_folded(#[case] text: &str, #[case] wanted: &str) {
        assert_eq!(fold(text), wanted);
    }

    #[rstest]
    #[case("Modalità di Realizzazione", "MODALITA  DI REALIZZAZIONE ")]
    #[case("CUP ", "\u{feff}cup")]
    #[case("FINANZIAMENTO _UE", "Finanziamento UE")]
    #[case("ï»¿Programma", "programma")]
    #[case("Codice Fiscale/P.IVA", "CODICE_FISCALE P IVA")]
    fn headers_fold_alike(#[case] one: &str, #[case] other: &str) {
        assert_eq!(header(one), header(other));
    }

    #[test]
    fn words_of_a_folded_text() {
        assert_eq!(words("asilo nido 3").collect::<Vec<_>>(), ["asilo", "nido", "3"]);
        assert_eq!(words("").count(), 0);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!once.contains("  ") && once.trim() == once);
        }

        #[test]
        fn the_fast_path_agrees_with_the_slow_one(text in "[ -~]{0,40}") {
            let slow = fold(&format!("{text} à"));
            let fast = format!("{} a", fold(&text));
            prop_assert_eq!(fast.trim(), slow);
        }

        #[test]
        fn a_key_is_letters_and_digits(text in ".{0,40}") {
            prop_assert!(key(&text).bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        }
    }
}
