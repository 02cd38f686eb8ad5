//! What the search has to say of a query, in sentences; those that can be followed lead on.

use super::labels;
use crate::lang::{Lang, w};
use crate::search::{Hint, Item, Key, Notice, Query, Results, Trouble};
use crate::snapshot::Catalogue;
use crate::text::number;
use crate::tui::backend::{self, Ask, Lead, Subject};
use std::ops::Range;

/// Words that are offered in the place of one that is not known.
const MOST_WORDS: usize = 3;

pub fn hints(catalogue: &Catalogue, query: &Query, results: &Results, ask: &Ask) -> Vec<backend::Hint> {
    let lang = ask.lang;
    let mut out = Vec::new();
    for hint in &results.hints {
        match hint {
            Hint::Notice(notice) => out.push(said(trouble(notice, lang))),
            Hint::WithoutWord { word, span, projects } => out.push(backend::Hint {
                text: lang.fill(
                    w::SCREEN_SEARCH_HINT_WITHOUT_WORD,
                    &[("word", word), ("count", &count(*projects, lang))],
                ),
                lead: Some(Lead::Type(replaced(&ask.text, span, ""))),
            }),
            Hint::WithoutFilters { projects } => out.push(backend::Hint {
                text: lang.fill(
                    w::SCREEN_SEARCH_HINT_WITHOUT_FILTERS,
                    &[("count", &count(*projects, lang))],
                ),
                lead: Some(Lead::Type(without_filters(query))),
            }),
            Hint::NearWords { word, span, near } => {
                out.extend(near.iter().take(MOST_WORDS).map(|other| backend::Hint {
                    text: lang.fill(
                        w::SCREEN_SEARCH_HINT_NEAR_WORD,
                        &[("word", word), ("near", other)],
                    ),
                    lead: Some(Lead::Type(replaced(&ask.text, span, other))),
                }));
            }
            Hint::NearCode {
                typed, code, project, ..
            } => out.push(backend::Hint {
                text: lang.fill(
                    w::SCREEN_SEARCH_HINT_NEAR_CODE,
                    &[("code", code), ("typed", typed)],
                ),
                lead: Some(Lead::Open(Subject::Project(*project))),
            }),
            Hint::Comune(code) => out.push(backend::Hint {
                text: lang.fill(
                    w::SCREEN_SEARCH_HINT_COMUNE,
                    &[("name", &labels::comune(catalogue, *code))],
                ),
                lead: Some(Lead::Open(Subject::Comune(*code))),
            }),
        }
    }
    out
}

fn said(text: String) -> backend::Hint {
    backend::Hint { text, lead: None }
}

fn count(n: u32, lang: Lang) -> String {
    let word = if n == 1 {
        w::SCREEN_SEARCH_ONE
    } else {
        w::SCREEN_SEARCH_COUNT
    };
    lang.fill(word, &[("count", &number::integer(i64::from(n), lang))])
}

/// The text with a part of it put in another way.
fn replaced(text: &str, span: &Range<usize>, by: &str) -> String {
    let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) else {
        return text.to_owned();
    };
    let parts = [before.trim(), by, after.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn without_filters(query: &Query) -> String {
    let words = query
        .items
        .iter()
        .filter(|item| !matches!(item.what, crate::search::What::Filter(_)));
    let words: Vec<Item> = words.cloned().collect();
    let query = Query {
        items: words,
        ..Query::default()
    };
    query.to_string()
}

fn trouble(notice: &Notice, lang: Lang) -> String {
    let key = |key: &Key| {
        let words = key.words();
        let own = if lang == Lang::En {
            words.get(1)
        } else {
            words.first()
        };
        own.copied().unwrap_or_default()
    };
    match &notice.trouble {
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
