//! The results of a search as numbered choices; where nothing is found, the ways out.

use super::command::Command;
use super::list::{Item, List, Target};
use super::place::{Ask, What};
use super::state::State;
use crate::app::{Archive, Asked, Leads, Meant, part_of};
use crate::lang::{Lang, w};
use crate::model::Brief;
use crate::search::{Hint, Hit, Results};
use crate::sheet::Subject;
use crate::sheet::{alike, hit_subject, in_words, list_rows, missing, search_trouble, search_ways};
use crate::text::number::{count, euro_words};

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
    if let Some(query) = &results.corrected {
        head.push(lang.fill(w::LINEAR_RESULTS_CORRECTED, &[("query", query)]));
    }
    let asked = Asked::read(&ask.text, lang);
    let meant = archive.meant(&asked, &results, lang);
    let has_meant = meant.iter().any(|meant| meant.sure);
    let (found, near) = rows(archive, ask, &results, lang);
    let amount = euro_words(sums.total.0, lang);
    head.extend(match sums.projects {
        // What is near has its own sentence.
        0 if !near.is_empty() || has_meant || !results.absent.is_empty() || sums.national > 0 => None,
        0 => Some(lang.fill(w::LINEAR_RESULTS_NOTHING, &[("query", &ask.text)])),
        1 => Some(lang.say(w::LINEAR_RESULTS_ONE).to_owned()),
        n if sums.total.is_zero() => Some(lang.fill(w::LINEAR_RESULTS_MANY, &[("count", &count(n, lang))])),
        n => Some(lang.fill(
            w::LINEAR_RESULTS_FUNDED,
            &[("count", &count(n, lang)), ("amount", &amount)],
        )),
    });
    let (sure, unsure): (Vec<Meant>, Vec<Meant>) = meant.into_iter().partition(|meant| meant.sure);
    if !unsure.is_empty() {
        let lines: Vec<String> = unsure.iter().map(|meant| meant.line(lang)).collect();
        head.push(lang.fill(w::BOX_BESIDE, &[("what", &lines.join("; "))]));
    }
    let above: Vec<Item> = sure.iter().map(|meant| above(meant, ask, lang)).collect();
    let question = asked.question.filter(|_| !asked.means);
    let asks = question.is_some() || asked.means || asked.wish.is_some();
    let opens = asks && (!above.is_empty() || results.lines == 1 && sums.found() > 0 && near.is_empty());
    let found = found.into_iter().map(|item| match (&item.to, question) {
        (Target::Open(What::Page(page @ Subject::Project(_))), Some(question)) => Item {
            to: Target::At(page.clone(), part_of(question)),
            ..item
        },
        _ => item,
    });
    let ways = ways(archive, ask, &results, lang);
    let more = above.len();
    let items: Vec<Item> = match sums.found() {
        0 => above.into_iter().chain(near).chain(ways).collect(),
        _ => above.into_iter().chain(found).chain(near).collect(),
    };
    let total = match sums.found() {
        0 => items.len(),
        _ => (results.lines + more).max(items.len()),
    };
    let nothing = items
        .is_empty()
        .then(|| lang.say(w::LINEAR_RESULTS_NOTHING_TRY).to_owned());
    let tail = nothing.into_iter().collect();
    List {
        head,
        items,
        total,
        tail,
        chunk: CHUNK,
        opens,
    }
}

/// "4,5 milioni di euro, in corso: Casa della Comunità a Montemurlo"; of what is near, also the
/// words that are missing.
fn rows(archive: &Archive, ask: &Ask, results: &Results, lang: Lang) -> (Vec<Item>, Vec<Item>) {
    let catalogue = archive.catalogue();
    let found = results.hits.iter().map(|hit| (hit, None));
    let near = results.near.hits.iter();
    let near = near.map(|near| (&near.hit, Some(missing(&near.missing, lang))));
    let hits: Vec<(&Hit, &Brief, Option<String>)> = found
        .chain(near)
        .filter_map(|(hit, missing)| Some((hit, catalogue.brief(hit.id)?, missing)))
        .collect();
    let said = list_rows(catalogue, hits.iter().map(|(_, brief, _)| *brief), lang);
    let items = hits
        .into_iter()
        .zip(said)
        .map(|((hit, brief, missing), mut said)| {
            let several = alike(hit, lang);
            said.apart = said.apart.filter(|_| several.is_none());
            let facts = several.unwrap_or_else(|| in_words(brief, lang)).join(", ");
            let values = [("title", said.title.as_str()), ("facts", &facts)];
            let mut label = lang.fill(w::LINEAR_RESULTS_ITEM, &values);
            for more in said.apart.into_iter().chain(missing.clone()) {
                label.push_str(&format!("; {more}"));
            }
            let to = match hit_subject(hit, &ask.text) {
                Subject::Search(text) => What::Results(Ask { text, ..ask.clone() }),
                page => What::Page(page),
            };
            let item = Item::open(label, to);
            let name = Some(said.title);
            (Item { name, ..item }, missing.is_some())
        });
    let (near, found): (Vec<_>, Vec<_>) = items.partition(|(_, is_near)| *is_near);
    let items = |rows: Vec<(Item, bool)>| rows.into_iter().map(|(item, _)| item).collect();
    (items(found), items(near))
}

/// What is meant beside projects, as a choice.
fn above(meant: &Meant, ask: &Ask, lang: Lang) -> Item {
    let line = meant.line(lang);
    let label = match &meant.note {
        Some(note) => format!("{line}. {note}"),
        None => line.clone(),
    };
    let to = match &meant.to {
        Some(Leads::Page(Subject::Search(text), _)) => Target::Open(What::Results(Ask {
            text: text.clone(),
            ..ask.clone()
        })),
        Some(Leads::Page(page, Some(part))) => Target::At(page.clone(), *part),
        Some(Leads::Page(page, None)) => Target::Open(What::Page(page.clone())),
        Some(Leads::Do(id)) => Target::Do(Command::of_action(id).unwrap_or(Command::Help)),
        None => Target::Do(Command::Help),
    };
    Item {
        name: Some(line),
        ..Item::new(label, to)
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
