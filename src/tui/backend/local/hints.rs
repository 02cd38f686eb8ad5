//! What the search has to say of a query, in sentences; those that can be followed lead on.

use super::labels;
use crate::lang::{Lang, w};
use crate::search::{Hint, Item, Query, Results};
use crate::sheet::{replaced, search_trouble};
use crate::snapshot::Catalogue;
use crate::text::number;
use crate::tui::backend::{self, Ask, Lead, Subject};

/// Words that are offered in the place of one that is not known.
const MOST_WORDS: usize = 3;

pub fn hints(catalogue: &Catalogue, query: &Query, results: &Results, ask: &Ask) -> Vec<backend::Hint> {
    let lang = ask.lang;
    let mut out = Vec::new();
    for hint in &results.hints {
        match hint {
            Hint::Notice(notice) => out.push(said(search_trouble(&notice.trouble, lang))),
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
