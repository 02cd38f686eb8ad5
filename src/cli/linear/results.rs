//! The results of a search as numbered choices; where nothing is found, the ways out.

use super::list::{Item, List};
use super::menu;
use super::state::{Ask, State, Subject, What};
use super::world::World;
use crate::lang::{Lang, w};
use crate::search::{Hint, Item as Part, Notice, Query, Results};
use crate::sheet::{replaced, search_trouble};
use crate::text::number::{euro_words, integer};
use crate::title;

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
    if let Some(query) = results.corrected.as_ref().filter(|_| sums.projects > 0) {
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
        let label = lang.fill(w::LINEAR_RESULTS_ITEM, &values);
        Item {
            name: Some(title),
            ..Item::open(label, what)
        }
    };
    briefs.map(row).collect()
}

/// What can be tried in the place of a query that found nothing, or of a code that is not known.
fn ways(world: &World, ask: &Ask, results: &Results, lang: Lang) -> Vec<Item> {
    let search = |text: String| What::Results(Ask { text, ..ask.clone() });
    let projects_said = |n: u32| match n {
        1 => lang.say(w::SCREEN_SEARCH_ONE).to_owned(),
        n => lang.fill(w::SCREEN_SEARCH_COUNT, &[("count", &integer(i64::from(n), lang))]),
    };
    let mut out = Vec::new();
    for hint in &results.hints {
        match hint {
            Hint::Notice(_) => {}
            // The only word left out finds everything, which helps nobody.
            Hint::WithoutWord { projects, .. } if *projects as usize == world.index.len() => {}
            Hint::WithoutWord { word, span, projects } => {
                let values = [("word", word.as_str()), ("count", &projects_said(*projects))];
                let text = replaced(&ask.text, span, "");
                out.push(Item::open(
                    lang.fill(w::SCREEN_SEARCH_HINT_WITHOUT_WORD, &values),
                    search(text),
                ));
            }
            Hint::WithoutFilters { projects } => {
                let values = [("count", &*projects_said(*projects))];
                let label = lang.fill(w::SCREEN_SEARCH_HINT_WITHOUT_FILTERS, &values);
                out.push(Item::open(label, search(without_filters(&ask.text))));
            }
            Hint::NearWords { word, span, near } => {
                for other in near.iter().take(WORDS) {
                    let values = [("word", word.as_str()), ("near", other)];
                    let text = replaced(&ask.text, span, other);
                    out.push(Item::open(
                        lang.fill(w::SCREEN_SEARCH_HINT_NEAR_WORD, &values),
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
                let label = lang.fill(w::SCREEN_SEARCH_HINT_COMUNE, &[("name", name)]);
                out.push(Item::open(label, What::Page(Subject::Comune(*code))));
            }
        }
    }
    out
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
    Some(search_trouble(trouble, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_dropped_and_words_stay() {
        assert_eq!(without_filters("asilo comune:prato nido"), "asilo nido");
    }
}
