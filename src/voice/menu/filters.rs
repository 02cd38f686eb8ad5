//! The filters of a search: what it can be narrowed by, then the values with their counts.

use crate::app::Archive;
use crate::lang::{Lang, Word, w};
use crate::search::{AmountBand, Facet, FacetKind, Query, Value};
use crate::sheet::{FACETS, facet_value, facet_word};
use crate::snapshot::Catalogue;
use crate::text::number::integer;
use crate::voice::list::{Item, List, Target};
use crate::voice::place::{Ask, Menu, What};
use crate::voice::state::State;

/// First the filters that are set, to take them away; then what can be narrowed.
pub fn facets(archive: &Archive, ask: &Ask, state: &State) -> List {
    let lang = state.lang;
    let mut items = set(ask, lang);
    let results = state.results(archive, ask, 0);
    for kind in FACETS {
        let Some(facet) = results.facets.iter().find(|f| f.kind == *kind) else {
            continue;
        };
        if facet.values.len() < 2 {
            continue;
        }
        let count = integer(facet.values.len() as i64, lang);
        let values = [("name", lang.say(facet_word(*kind))), ("count", &count)];
        items.push(Item::open(
            lang.fill(w::LINEAR_FILTERS_FACET, &values),
            What::Menu(Menu::Facet(ask.clone(), *kind)),
        ));
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

/// The values of one kind with their counts.
pub fn values(archive: &Archive, ask: &Ask, kind: FacetKind, state: &State) -> List {
    let lang = state.lang;
    let catalogue = archive.catalogue();
    let results = state.results(archive, ask, 0);
    let query = Query::parse(&ask.text);
    let facet = results.facets.iter().find(|f| f.kind == kind);
    let own = |facet: &Facet| {
        let item = |(value, count): &(Value, u32)| {
            let filter = value.filter(catalogue);
            let mut narrowed = query.clone();
            if !narrowed.has(&filter) {
                narrowed.toggle(filter);
            }
            let count = integer(i64::from(*count), lang);
            let values = [("label", value_label(catalogue, value, lang)), ("count", count)];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            let ask = Ask {
                text: narrowed.to_string(),
                ..ask.clone()
            };
            Item::new(lang.fill(w::LINEAR_FILTERS_VALUE, &values), Target::Narrow(ask))
        };
        facet.values.iter().map(item).collect()
    };
    let items = facet.map(own).unwrap_or_default();
    List::of(&format!("{}.", lang.say(facet_word(kind))), items)
}

/// As on the screen, but for amounts, whose signs a voice would not say.
fn value_label(catalogue: &Catalogue, value: &Value, lang: Lang) -> String {
    match value {
        Value::Band(band) => lang.say(amount(*band)).to_owned(),
        other => facet_value(catalogue, other, lang),
    }
}

fn amount(band: AmountBand) -> Word {
    match band {
        AmountBand::Unpublished => w::LINEAR_AMOUNT_NONE,
        AmountBand::UpTo50k => w::LINEAR_AMOUNT_TO_50K,
        AmountBand::UpTo200k => w::LINEAR_AMOUNT_TO_200K,
        AmountBand::UpTo1M => w::LINEAR_AMOUNT_TO_1M,
        AmountBand::UpTo5M => w::LINEAR_AMOUNT_TO_5M,
        AmountBand::Over5M => w::LINEAR_AMOUNT_OVER_5M,
    }
}
