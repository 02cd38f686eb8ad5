//! The gate: whatever comes from a file passes here before anything else sees it.
//!
//! No control character reaches a terminal, no invisible sign hides in a name, no text is longer
//! than its bound. Letters that were read in a wrong encoding come back, and Windows-1252
//! punctuation that was read as Latin-1 gets its meaning back.

use super::mojibake::mended;
use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters that [`clean`] lets through.
pub const MAX_TEXT: usize = 20_000;
/// Most characters that [`line()`] lets through.
pub const MAX_LINE: usize = 2_000;
/// Most accents upon one letter.
const MAX_MARKS: usize = 2;

/// The text without control, invisible and private characters; every run of blanks and line
/// breaks one blank; trimmed; composed (NFC); at most [`MAX_TEXT`] characters. Clean text is
/// borrowed.
///
/// ```
/// use sportello::text::clean::clean;
/// assert_eq!(clean(" L\u{92}asilo\r\n \u{1b}[31m nido\u{a0}"), "L'asilo [31m nido");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    bounded(text, MAX_TEXT)
}

/// [`clean`], at most [`MAX_LINE`] characters, the cut marked with `…`.
pub fn line(text: &str) -> String {
    bounded(text, MAX_LINE).into_owned()
}

fn bounded(text: &str, max: usize) -> Cow<'_, str> {
    if is_clean_ascii(text, max) {
        return Cow::Borrowed(text);
    }
    let text = &mended(text);
    let mut out = String::with_capacity(text.len().min(4 * max));
    let mut marks = 0;
    for c in text.chars().filter_map(admit).nfc() {
        if c == ' ' && (out.is_empty() || out.ends_with(' ')) {
            continue;
        }
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks <= MAX_MARKS {
            out.push(c);
        }
        // Enough was read to know that the text is too long.
        if out.len() > 4 * max + 4 {
            break;
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    if let Some((cut, _)) = out.char_indices().nth(max) {
        let keep = out[..cut].char_indices().nth_back(0).map_or(0, |(i, _)| i);
        out.truncate(keep);
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    // What stood between the parts of a letter is gone now.
    match mended(&out) {
        Cow::Owned(better) => Cow::Owned(bounded(&better, max).into_owned()),
        Cow::Borrowed(_) => Cow::Owned(out),
    }
}

fn is_clean_ascii(text: &str, max: usize) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= max
        && bytes.iter().all(|b| (b' '..=b'~').contains(b))
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !text.contains("  ")
}

/// What a character becomes; `None` when it is not let in.
fn admit(c: char) -> Option<char> {
    Some(match c {
        ' '..='~' => c,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => ' ',
        '\0'..='\u{1f}' | '\u{7f}' => return None,
        '\u{80}'..='\u{9f}' => return windows_1252(c),
        '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}'
        | '\u{2800}' => ' ',
        // Soft hyphen, joiners, direction marks, fillers, byte order mark, replacement sign.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' => return None,
        // Private use, tags and what lies beyond the last script.
        '\u{e000}'..='\u{f8ff}' | '\u{e0000}'.. => return None,
        _ => c,
    })
}

/// The sign that stands at a C1 position in Windows-1252, with plain quotes.
fn windows_1252(c: char) -> Option<char> {
    Some(match c {
        '\u{80}' => '€',
        '\u{85}' => '…',
        '\u{8a}' => 'Š',
        '\u{8c}' => 'Œ',
        '\u{8e}' => 'Ž',
        '\u{82}' | '\u{91}' | '\u{92}' => '\'',
        '\u{84}' | '\u{93}' | '\u{94}' => '"',
        '\u{95}' => '•',
        '\u{96}' | '\u{97}' => '–',
        '\u{99}' => '™',
        '\u{9a}' => 'š',
        '\u{9c}' => 'œ',
        '\u{9e}' => 'ž',
        '\u{9f}' => 'Ÿ',
        _ => return None,
    })
}

/// The text without control, invisible and private characters and marks that turn its direction,
/// line breaks aside.
pub fn tame(text: &str) -> Cow<'_, str> {
    let wild =
        |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || admit(c).is_none());
    if text.contains(wild) {
        Cow::Owned(text.replace(wild, " "))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("già pulito", "già pulito")]
    #[case(
        "dell\u{92}opera \u{93}Alfa\u{94} \u{96} Beta\u{85}",
        "dell'opera \"Alfa\" – Beta…"
    )]
    #[case("a\tb\rc\r\nd\u{2028}e", "a b c d e")]
    #[case("citta\u{300}\u{a0}nuova\u{200b}", "città nuova")]
    #[case("\u{feff}CUP\u{e001}\u{202e}", "CUP")]
    #[case("\u{1b}]0;x\u{7}", "]0;x")]
    #[case("Societ\u{c3}\u{a0} dell\u{e2}\u{20ac}\u{2122}acqua", "Società dell’acqua")]
    #[case("perch\u{c3}\u{200b}\u{a9}", "perché")]
    #[case(" \u{0} ", "")]
    fn hostile_text_is_tamed(#[case] text: &str, #[case] wanted: &str) {
        assert_eq!(clean(text), wanted);
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(clean("Asilo nido"), Cow::Borrowed(_)));
    }

    #[test]
    fn size_is_bounded() {
        let long = line(&"àb".repeat(90_000));
        assert_eq!(long.chars().count(), MAX_LINE);
        assert!(long.ends_with("b…") || long.ends_with("à…"));
        assert_eq!(line(&"a".repeat(MAX_LINE)).chars().count(), MAX_LINE);
        assert!(clean(&format!("a{}", "\u{301}".repeat(500))).chars().count() <= 3);
    }

    fn hostile() -> impl Strategy<Value = String> {
        prop_oneof![
            ".{0,60}",
            proptest::collection::vec(
                prop_oneof![
                    proptest::char::range('\0', '\u{a0}'),
                    proptest::char::range('\u{300}', '\u{36f}'),
                    proptest::char::range('\u{2000}', '\u{206f}'),
                    any::<char>(),
                ],
                0..60
            )
            .prop_map(String::from_iter),
        ]
    }

    proptest! {
        #[test]
        fn no_control_character_survives(text in hostile()) {
            let out = clean(&text);
            prop_assert!(!out.chars().any(char::is_control));
            prop_assert!(!out.contains("  "));
            prop_assert_eq!(out.trim(), &*out);
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in hostile()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), &*once);
        }
    }

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(tame("a\u{1b}[31mb\u{9b}c\u{202e}d\ne"), "a [31mb c d\ne");
        assert_eq!(tame("so\u{ad}ft\u{e001}\u{fffd}\u{e0041}"), "so ft   ");
        assert!(matches!(tame("Città di Prato\n"), Cow::Borrowed(_)));
    }
}
