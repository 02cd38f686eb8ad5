//! The measure in general, apart from the project: its name, what it does, who leads it. Four
//! sentences at most; the rest stands on the measure's own page.

use super::benefit;
use super::claim::Claim;
use super::facts::{Facts, cite};
use super::plain::plain_name;
use super::promise;
use crate::lang::{Lang, w};
use crate::text::grammar;

/// Sentences of the card beside the name.
const MOST_SENTENCES: usize = 2;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = left(f).into_iter().collect();
    out.extend(name(f));
    if let Some(card) = f.card_text() {
        // What a measure outside of the plan was to change is promised no more.
        let change = match benefit::is_of_card(f) && f.has_left().is_none() {
            true => f.written(card.change),
            false => Vec::new(),
        };
        let what = f.written(card.what).into_iter();
        let few = MOST_SENTENCES - usize::from(!change.is_empty());
        out.extend(what.take(few));
        out.extend(change.into_iter().take(1));
    }
    out.extend(promise::of_project(f));
    out
}

/// A measure that is in the plan no more is told so before anything else.
fn left(f: &Facts<'_>) -> Option<Claim> {
    let (source, day) = f.has_left()?;
    let name = f.card_text().map_or(f.measure?.name.as_str(), |card| card.name);
    let at = f.at(Some(day));
    let cites = vec![cite(source, "Codice Univoco Submisura")];
    Some(f.derived(w::SAY_WHAT_LEFT, &[("name", name), ("at", &at)], cites))
}

/// What the measure is called, and who is in charge of it, unless that is the project's own body.
fn name(f: &Facts<'_>) -> Option<Claim> {
    if f.has_left().is_some() {
        return None;
    }
    let measure = f.measure;
    let name = match f.card_text() {
        Some(card) => card.name,
        None => measure.map(|m| m.name.as_str()).filter(|name| !name.is_empty())?,
    };
    let own = |body: &str| {
        f.lead()
            .is_some_and(|(_, lead, _)| lead.name.eq_ignore_ascii_case(body))
    };
    let administration = measure.and_then(|m| m.administration.as_deref());
    match administration.filter(|body| !own(body)) {
        Some(body) => {
            let by = match f.lang {
                Lang::It => grammar::by(&plain_name(body)),
                Lang::En => f.the(body),
            };
            let values = [("name", name), ("by_body", by.as_str())];
            Some(f.linked(
                w::SAY_WHAT_MEASURE_OF,
                &values,
                f.cite_measure("Amministrazione Titolare"),
            ))
        }
        None if f.card.is_some() => Some(f.own_words(w::SAY_WHAT_MEASURE, &[("name", name)])),
        None => {
            let cites = f.cite_measure("Descrizione Submisura");
            Some(f.linked(w::SAY_WHAT_OFFICIAL_MEASURE, &[("name", name)], cites))
        }
    }
}
