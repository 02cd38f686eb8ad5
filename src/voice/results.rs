//! The results of a search as numbered choices; where nothing is found, the ways out.

use super::list::{Item, List};
use super::place::{Ask, What};
use super::state::State;
use crate::app::Archive;
use crate::lang::{Lang, w};
use crate::model::Brief;
use crate::search::{Hint, Results};
use crate::sheet::Subject;
use crate::sheet::status_word;
use crate::sheet::{missing, search_trouble, search_ways};
use crate::text::number::{count, euro_words};
use crate::title;

/// Results said at a time: what one keeps in mind.
const CHUNK: usize = 5;

/// `wanted`: how many results must be there.
pub fn build(archive: &Archive, ask: &Ask, state: &State, wanted: usize) -> List {
    let lang = state.lang;
    let results = state.results(archive, ask, wanted.max(CHUNK));
    let sums = results.totals;
    // What is said of the query; a filter that was mended is said too.
    let mended = results.hints.iter().filter_map(|hint| match hint {
        Hint::Notice(notice) if hint.mends() => Some(search_trouble(&notice.trouble, lang)),
        _ => None,
    });
    let said = search_ways(archive.catalogue(), &results, &ask.text, lang).into_iter();
    let said = said.filter(|way| way.to.is_none()).map(|way| way.text);
    let mut head: Vec<String> = mended.chain(said).collect();
    if let Some(query) = results.corrected.as_ref().filter(|_| sums.projects > 0) {
        head.push(lang.fill(w::LINEAR_RESULTS_CORRECTED, &[("query", query)]));
    }
    let near = near(archive, &results, lang);
    let amount = euro_words(sums.total.0, lang);
    head.extend(match sums.projects {
        // What is near has its own sentence.
        0 if !near.is_empty() => None,
        0 => Some(lang.fill(w::LINEAR_RESULTS_NOTHING, &[("query", &ask.text)])),
        1 => Some(lang.say(w::LINEAR_RESULTS_ONE).to_owned()),
        n if sums.total.is_zero() => Some(lang.fill(w::LINEAR_RESULTS_MANY, &[("count", &count(n, lang))])),
        n => Some(lang.fill(
            w::LINEAR_RESULTS_FUNDED,
            &[("count", &count(n, lang)), ("amount", &amount)],
        )),
    });
    let ways = ways(archive, ask, &results, lang);
    let (items, total, tail) = if sums.projects > 0 {
        let items: Vec<Item> = rows(archive, &results, lang).into_iter().chain(near).collect();
        let total = sums.projects.max(items.len());
        (items, total, Vec::new())
    } else if !near.is_empty() {
        let items: Vec<Item> = near.into_iter().chain(ways).collect();
        let total = items.len();
        (items, total, Vec::new())
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
fn rows(archive: &Archive, results: &Results, lang: Lang) -> Vec<Item> {
    let catalogue = archive.catalogue();
    let briefs = results.hits.iter().filter_map(|hit| catalogue.brief(hit.id));
    briefs.map(|brief| row(archive, brief, None, lang)).collect()
}

/// The same, with the words that are missing.
fn near(archive: &Archive, results: &Results, lang: Lang) -> Vec<Item> {
    let catalogue = archive.catalogue();
    let rows = results.near.hits.iter().filter_map(|near| {
        let missing = missing(&near.missing, lang);
        Some(row(archive, catalogue.brief(near.hit.id)?, Some(missing), lang))
    });
    rows.collect()
}

fn row(archive: &Archive, brief: &Brief, missing: Option<String>, lang: Lang) -> Item {
    let catalogue = archive.catalogue();
    let title = title::compose(catalogue, brief, lang);
    let amount = brief.total.map_or_else(
        || lang.say(w::LINEAR_RESULTS_NO_AMOUNT).to_owned(),
        |total| euro_words(total.0, lang),
    );
    let status = lang.say(status_word(brief.status));
    let values = [("title", title.as_str()), ("amount", &amount), ("status", status)];
    let what = What::Page(Subject::Project(brief.id));
    let label = lang.fill(w::LINEAR_RESULTS_ITEM, &values);
    let label = match missing {
        Some(missing) => format!("{label}; {missing}"),
        None => label,
    };
    Item {
        name: Some(title),
        ..Item::open(label, what)
    }
}

/// What can be tried in the place of a query that found nothing, or of a code that is not known.
fn ways(archive: &Archive, ask: &Ask, results: &Results, lang: Lang) -> Vec<Item> {
    let what = |to| match to {
        Subject::Search(text) => What::Results(Ask { text, ..ask.clone() }),
        page => What::Page(page),
    };
    let ways = search_ways(archive.catalogue(), results, &ask.text, lang).into_iter();
    ways.filter_map(|way| Some(Item::open(way.text, what(way.to?))))
        .collect()
}
