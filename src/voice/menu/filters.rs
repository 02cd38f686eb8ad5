//! The filters of a search: what it can be narrowed by, then the values with their counts.

use crate::app::{Archive, Ask};
use crate::lang::{Lang, w};
use crate::search::Query;
use crate::text::number::count;
use crate::voice::list::{Item, List, Target};
use crate::voice::place::{Menu, What};
use crate::voice::state::State;

/// First the filters that are set, to take them away; then what can be narrowed.
pub fn facets(archive: &Archive, ask: &Ask, state: &State) -> List {
    let lang = state.lang;
    let mut items = set(ask, lang);
    let facets = state.find(archive, ask, 0).facets;
    for (at, facet) in facets
        .iter()
        .enumerate()
        .filter(|(_, facet)| facet.values.len() > 1)
    {
        let count = count(facet.values.len(), lang);
        let values = [("name", facet.name.as_str()), ("count", &count)];
        let what = What::Menu(Menu::Facet(ask.clone(), at));
        items.push(Item::open(lang.fill(w::LINEAR_FILTERS_FACET, &values), what));
    }
    List::of(lang.say(w::LINEAR_FILTERS_HERE), items)
}

/// The filters of the query, each to be taken away.
fn set(ask: &Ask, lang: Lang) -> Vec<Item> {
    let query = Query::parse(&ask.text);
    let narrowed = |query: &Query| Ask {
        text: query.to_string(),
        ..ask.clone()
    };
    let without = |drop: &dyn Fn(usize) -> bool| {
        let kept = query.items.iter().enumerate().filter(|(i, _)| !drop(*i));
        narrowed(&Query {
            items: kept.map(|(_, item)| item.clone()).collect(),
            ..Query::default()
        })
    };
    let filters: Vec<(usize, String)> = query
        .filters()
        .map(|(i, filter, negated)| (i, format!("{}{filter}", if negated { "-" } else { "" })))
        .collect();
    let mut out: Vec<Item> = filters
        .iter()
        .map(|(at, filter)| {
            Item::new(
                lang.fill(w::LINEAR_FILTERS_REMOVE, &[("filter", filter)]),
                Target::Narrow(without(&|i| i == *at)),
            )
        })
        .collect();
    if filters.len() > 1 {
        out.push(Item::new(
            lang.say(w::LINEAR_FILTERS_REMOVE_ALL),
            Target::Narrow(without(&|i| filters.iter().any(|(at, _)| *at == i))),
        ));
    }
    out
}

/// The values of a filter with their counts.
pub fn values(archive: &Archive, ask: &Ask, facet: usize, state: &State) -> List {
    let lang = state.lang;
    let facets = state.find(archive, ask, 0).facets;
    let Some(facet) = facets.get(facet) else {
        return List::of(lang.say(w::LINEAR_FILTERS_NONE), Vec::new());
    };
    let items = facet.values.iter().map(|value| {
        let text = if value.on { &ask.text } else { &value.toggled };
        let narrowed = Ask {
            text: text.clone(),
            ..ask.clone()
        };
        let count = count(value.count, lang);
        let values = [("label", value.label.as_str()), ("count", &count)];
        Item::new(
            lang.fill(w::LINEAR_FILTERS_VALUE, &values),
            Target::Narrow(narrowed),
        )
    });
    List::of(&format!("{}.", facet.name), items.collect())
}
