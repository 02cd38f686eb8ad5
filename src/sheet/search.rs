//! The words of a search that the full screen and the simple mode say alike.

use crate::lang::{Lang, Word, w};
use crate::search::{BodyKind, Key, Trouble};
use std::ops::Range;

/// What could not be understood of a query, as a sentence.
pub fn search_trouble(trouble: &Trouble, lang: Lang) -> String {
    let key = |key: &Key| {
        let words = key.words();
        let own = if lang == Lang::En {
            words.get(1)
        } else {
            words.first()
        };
        own.copied().unwrap_or_default()
    };
    match trouble {
        Trouble::UnknownKey { typed, near: None } => {
            lang.fill(w::SCREEN_SEARCH_HINT_UNKNOWN_KEY, &[("typed", typed)])
        }
        Trouble::UnknownKey {
            typed,
            near: Some(near),
        } => lang.fill(
            w::SCREEN_SEARCH_HINT_UNKNOWN_KEY_NEAR,
            &[("typed", typed), ("near", key(near))],
        ),
        Trouble::EmptyValue(of) => lang.fill(w::SCREEN_SEARCH_HINT_EMPTY_VALUE, &[("key", key(of))]),
        Trouble::BadValue { key: of, typed } => lang.fill(
            w::SCREEN_SEARCH_HINT_BAD_VALUE,
            &[("typed", typed), ("key", key(of))],
        ),
        Trouble::UnknownValue { typed, near, .. } if near.is_empty() => {
            lang.fill(w::SCREEN_SEARCH_HINT_UNKNOWN_VALUE, &[("typed", typed)])
        }
        Trouble::UnknownValue { typed, near, .. } => lang.fill(
            w::SCREEN_SEARCH_HINT_UNKNOWN_VALUE_NEAR,
            &[("typed", typed), ("near", &near.join(", "))],
        ),
        Trouble::OpenQuote => lang.say(w::SCREEN_SEARCH_HINT_OPEN_QUOTE).to_owned(),
    }
}

/// The text with a part of it put in another way.
pub fn replaced(text: &str, span: &Range<usize>, by: &str) -> String {
    let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) else {
        return text.to_owned();
    };
    let parts = [before.trim(), by, after.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The word for a kind of body.
pub fn body_kind(kind: BodyKind) -> Word {
    match kind {
        BodyKind::Comune => w::SCREEN_SEARCH_BODY_COMUNE,
        BodyKind::Provincia => w::SCREEN_SEARCH_BODY_PROVINCIA,
        BodyKind::Regione => w::SCREEN_SEARCH_BODY_REGIONE,
        BodyKind::Health => w::SCREEN_SEARCH_BODY_HEALTH,
        BodyKind::School => w::SCREEN_SEARCH_BODY_SCHOOL,
        BodyKind::University => w::SCREEN_SEARCH_BODY_UNIVERSITY,
        BodyKind::Ministry => w::SCREEN_SEARCH_BODY_MINISTRY,
        BodyKind::Company => w::SCREEN_SEARCH_BODY_COMPANY,
        BodyKind::Other => w::SCREEN_SEARCH_BODY_OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_dropped_or_replaced_in_its_place() {
        assert_eq!(replaced("asilo xyz prato", &(6..9), ""), "asilo prato");
        assert_eq!(replaced("asilo xyz prato", &(6..9), "nido"), "asilo nido prato");
        assert_eq!(replaced("xyz", &(0..3), ""), "");
        assert_eq!(replaced("città", &(4..5), ""), "città");
    }
}
