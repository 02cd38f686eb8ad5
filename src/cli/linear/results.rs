//! The results of a search as numbered choices; where nothing is found, the ways out.

use super::list::{Item, List};
use super::menu;
use super::state::{Ask, State, Subject, What};
use super::world::World;
use crate::lang::{Lang, w};
use crate::search::{Hint, Item as Part, Key, Notice, Query, Results, Trouble};
use crate::text::number::{euro_words, integer};
use crate::title;
use std::ops::Range;

/// Results said at a time: what one keeps in mind.
const CHUNK: usize = 5;
/// Words that are offered in the place of one that is not known.
const WORDS: usize = 3;

/// `wanted`: how many results must be there.
pub fn build(world: &World, ask: &Ask, state: &State, wanted: usize) -> List {
    let lang = state.lang;
    let results = world.search(ask, state.home, lang, wanted.max(CHUNK));
    let count = |n: usize| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let sums = results.totals;
    let mut head: Vec<String> = results
        .hints
        .iter()
        .filter_map(|hint| notice(hint, lang))
        .collect();
    if let Some(query) = &results.corrected {
        head.push(lang.fill(w::LINEAR_RESULTS_CORRECTED, &[("query", query)]));
    }
    let amount = euro_words(sums.total.0, lang);
    head.push(match sums.projects {
        0 => lang.fill(w::LINEAR_RESULTS_NOTHING, &[("query", &ask.text)]),
        1 => lang.say(w::LINEAR_RESULTS_ONE).to_owned(),
        n if sums.total.is_zero() => lang.fill(w::LINEAR_RESULTS_MANY, &[("count", &count(n))]),
        n => lang.fill(
            w::LINEAR_RESULTS_FUNDED,
            &[("count", &count(n)), ("amount", &amount)],
        ),
    });
    let ways = ways(world, ask, &results, lang);
    let (items, total, tail) = if sums.projects > 0 {
        (rows(world, &results, lang), sums.projects, Vec::new())
    } else if ways.is_empty() {
        (ways, 0, vec![lang.say(w::LINEAR_RESULTS_NOTHING_TRY).to_owned()])
    } else {
        let total = ways.len();
        (ways, total, Vec::new())
    };
    List {
        head,
        items,
        total,
        tail,
        chunk: CHUNK,
    }
}

/// "Casa della Comunità a Montemurlo, 4,5 milioni di euro, in corso".
fn rows(world: &World, results: &Results, lang: Lang) -> Vec<Item> {
    let catalogue = world.catalogue();
    let briefs = results.hits.iter().filter_map(|hit| catalogue.brief(hit.id));
    let row = |brief: &crate::model::Brief| {
        let title = title::compose(catalogue, brief, lang);
        let amount = brief.total.map_or_else(
            || lang.say(w::LINEAR_RESULTS_NO_AMOUNT).to_owned(),
            |total| euro_words(total.0, lang),
        );
        let status = lang.say(menu::status(brief.status));
        let values = [("title", title.as_str()), ("amount", &amount), ("status", status)];
        let what = What::Page(Subject::Project(brief.id));
        Item::open(lang.fill(w::LINEAR_RESULTS_ITEM, &values), what)
    };
    briefs.map(row).collect()
}

/// What can be tried in the place of a query that found nothing, or of a code that is not known.
fn ways(world: &World, ask: &Ask, results: &Results, lang: Lang) -> Vec<Item> {
    let search = |text: String| What::Results(Ask { text, ..ask.clone() });
    let count = |n: u32| integer(i64::from(n), lang);
    let mut out = Vec::new();
    for hint in &results.hints {
        match hint {
            Hint::Notice(_) => {}
            // The only word left out finds everything, which helps nobody.
            Hint::WithoutWord { projects, .. } if *projects as usize == world.index.len() => {}
            Hint::WithoutWord { word, span, projects } => {
                let values = [("word", word.as_str()), ("n", &count(*projects))];
                let text = replaced(&ask.text, span, "");
                out.push(Item::open(lang.fill(w::FIND_WITHOUT_WORD, &values), search(text)));
            }
            Hint::WithoutFilters { projects } => {
                let values = [("n", &*count(*projects))];
                let label = lang.fill(w::FIND_WITHOUT_FILTERS, &values);
                out.push(Item::open(label, search(without_filters(&ask.text))));
            }
            Hint::NearWords { word, span, near } => {
                for other in near.iter().take(WORDS) {
                    let values = [("word", word.as_str()), ("near", other)];
                    let text = replaced(&ask.text, span, other);
                    out.push(Item::open(
                        lang.fill(w::LINEAR_HINT_NEAR_WORD, &values),
                        search(text),
                    ));
                }
            }
            Hint::NearCode {
                typed, code, project, ..
            } => {
                let catalogue = world.catalogue();
                let Some(brief) = catalogue.brief(*project) else {
                    continue;
                };
                let title = title::compose(catalogue, brief, lang);
                let values = [("typed", typed.as_str()), ("code", code), ("title", &title)];
                let what = What::Page(Subject::Project(*project));
                out.push(Item::open(lang.fill(w::LINEAR_HINT_NEAR_CODE, &values), what));
            }
            Hint::Comune(code) => {
                let name = world.catalogue().comune_name(*code).unwrap_or_default();
                let label = lang.fill(w::LINEAR_HINT_COMUNE, &[("name", name)]);
                out.push(Item::open(label, What::Page(Subject::Comune(*code))));
            }
        }
    }
    out
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

fn without_filters(text: &str) -> String {
    let words = Query::parse(text).items.into_iter();
    let words = words.filter(|item| !matches!(item.what, crate::search::What::Filter(_)));
    let query = Query {
        items: words.collect::<Vec<Part>>(),
        ..Query::default()
    };
    query.to_string()
}

/// What could not be understood of the query.
fn notice(hint: &Hint, lang: Lang) -> Option<String> {
    let Hint::Notice(Notice { trouble, .. }) = hint else {
        return None;
    };
    let key = |key: &Key| {
        let words = key.words();
        let own = if lang == Lang::En {
            words.get(1)
        } else {
            words.first()
        };
        own.copied().unwrap_or_default()
    };
    Some(match trouble {
        Trouble::UnknownKey { typed, near: None } => {
            lang.fill(w::LINEAR_HINT_UNKNOWN_KEY, &[("typed", typed)])
        }
        Trouble::UnknownKey {
            typed,
            near: Some(near),
        } => lang.fill(
            w::LINEAR_HINT_UNKNOWN_KEY_NEAR,
            &[("typed", typed), ("near", key(near))],
        ),
        Trouble::EmptyValue(of) => lang.fill(w::LINEAR_HINT_EMPTY_VALUE, &[("key", key(of))]),
        Trouble::BadValue { key: of, typed } => {
            lang.fill(w::LINEAR_HINT_BAD_VALUE, &[("typed", typed), ("key", key(of))])
        }
        Trouble::UnknownValue { typed, near, .. } if near.is_empty() => {
            lang.fill(w::LINEAR_HINT_UNKNOWN_VALUE, &[("typed", typed)])
        }
        Trouble::UnknownValue { typed, near, .. } => lang.fill(
            w::LINEAR_HINT_UNKNOWN_VALUE_NEAR,
            &[("typed", typed), ("near", &near.join(", "))],
        ),
        Trouble::OpenQuote => lang.say(w::LINEAR_HINT_OPEN_QUOTE).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_dropped_or_replaced_in_its_place() {
        assert_eq!(replaced("asilo xyz prato", &(6..9), ""), "asilo prato");
        assert_eq!(replaced("asilo xyz prato", &(6..9), "nido"), "asilo nido prato");
        assert_eq!(replaced("città", &(4..5), ""), "città");
        assert_eq!(without_filters("asilo comune:prato nido"), "asilo nido");
    }
}
