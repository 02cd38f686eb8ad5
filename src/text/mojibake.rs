//! UTF-8 that somebody read as Windows-1252, once or several times, gets its letters back:
//! `SocietÃ` is *Società*. Only what cannot be meant is touched: `É»` is a letter and a quote.

use std::borrow::Cow;

/// The text with its letters, borrowed where nothing was wrong.
///
/// ```
/// use sportello::text::mojibake::mended;
/// assert_eq!(mended("l\u{e2}\u{20ac}\u{2122}universit\u{c3}\u{a0}"), "l\u{2019}università");
/// assert_eq!(mended("São Paulo, «CAFÉ»"), "São Paulo, «CAFÉ»");
/// ```
pub fn mended(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    // Each turn makes the text shorter.
    while let Some(better) = turn(&out) {
        out = Cow::Owned(better);
    }
    out
}

/// One reading back; nothing where there is nothing to read back.
fn turn(text: &str) -> Option<String> {
    text.find(['Ã', 'Â', 'â', 'Å', 'Ë', 'ï'])?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_changed = false;
    while let Some(c) = rest.chars().next() {
        let (sign, length) = match letter(rest) {
            Some(found) => found,
            None => (c, c.len_utf8()),
        };
        is_changed |= length > c.len_utf8() || sign != c;
        // A byte order mark in the midst of a text stands for nothing.
        if sign != '\u{feff}' {
            out.push(sign);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    is_changed.then_some(out)
}

/// The sign whose bytes the text begins with, and the length of these.
fn letter(text: &str) -> Option<(char, usize)> {
    let mut signs = text.char_indices();
    let mut next = || signs.next().and_then(|(i, c)| Some((byte(c)?, i + c.len_utf8())));
    let (lead, _) = next()?;
    let second = next().filter(|(b, _)| (0x80..0xc0).contains(b));
    match (lead, second) {
        (0xc2 | 0xc3, Some((b, end))) => sign(&[lead, b], end),
        (0xc5, Some((b @ (0x92 | 0x93 | 0xa0 | 0xa1 | 0xb8 | 0xbd | 0xbe), end))) => sign(&[lead, b], end),
        (0xcb, Some((b @ (0x86 | 0x9c), end))) => sign(&[lead, b], end),
        (0xe2, Some((b @ (0x80 | 0x82 | 0x84), end))) => match next() {
            Some((c, end)) if (0x80..0xc0).contains(&c) => sign(&[lead, b, c], end),
            // The last byte of a closing quote has no sign in Windows-1252 and was lost.
            _ if b == 0x80 => Some(('\u{201d}', end)),
            _ => None,
        },
        (0xef, Some((0xbb, _))) => next()
            .filter(|(c, _)| *c == 0xbf)
            .map(|(_, end)| ('\u{feff}', end)),
        // The second byte of `à` is a hard blank, which many programs make a plain one.
        (0xc3, None) => {
            let is_end = text.chars().nth(1).is_none_or(|c| c == ' ');
            is_end.then_some(('à', 'Ã'.len_utf8()))
        }
        _ => None,
    }
}

fn sign(bytes: &[u8], end: usize) -> Option<(char, usize)> {
    let sign = std::str::from_utf8(bytes).ok()?.chars().next()?;
    Some((sign, end))
}

/// The byte that a sign beyond ASCII is in Windows-1252.
fn byte(c: char) -> Option<u8> {
    if ('\u{80}'..='\u{ff}').contains(&c) {
        return Some(c as u8);
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_lost) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match (bytes.as_ref(), is_lost) {
        ([byte], false) if !byte.is_ascii() => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// As a program does that takes UTF-8 for Windows-1252.
    fn mangled(text: &str) -> String {
        encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    #[test]
    fn every_accent_and_sign_comes_back() {
        let text = "Società dell’Università: perché più «È già così», 12 € – l’età… “Œuvre” Š°ÀÒÙ";
        let once = mangled(text);
        assert_ne!(once, text);
        assert_eq!(mended(&once), text);
        assert_eq!(mended(&mangled(&once)), text);
    }

    #[test]
    fn blanks_that_became_plain_are_understood() {
        assert_eq!(
            mended("SocietÃ della Salute"),
            "SocietÃ della Salute".replace('Ã', "à")
        );
        assert_eq!(mended("nell'unitÃ"), "nell'unità");
        assert_eq!(mended("LIBERTÃ€ 3"), "LIBERTÀ 3");
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "São João",
            "«CAFÉ»",
            "È’",
            "crêpe à la Bâle",
            "Åland",
            "naïf",
            "PÂTÉ",
            "Citt\u{e0}",
        ] {
            assert!(matches!(mended(text), Cow::Borrowed(_)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn mending_mends_all_and_only_once(text in "[a-zA-Zàèéìòù’“”–… ]{0,30}") {
            let mangled = mangled(&text);
            prop_assert_eq!(mended(&mangled), text.as_str());
            prop_assert_eq!(mended(&text), text.as_str());
        }

        #[test]
        fn any_text_comes_to_an_end(text in "[ÃÂâÅï€™¿» a\u{80}-\u{bf}]{0,30}") {
            let once = mended(&text).into_owned();
            prop_assert_eq!(mended(&once), once.as_str());
        }
    }
}
