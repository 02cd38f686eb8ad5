//! What the search has to say of a query, in sentences; those that can be followed lead on.

use crate::search::Results;
use crate::sheet::{To, search_ways};
use crate::snapshot::Catalogue;
use crate::tui::backend::{Ask, Hint, Lead, Subject};

pub fn hints(catalogue: &Catalogue, results: &Results, ask: &Ask) -> Vec<Hint> {
    let lead = |to| match to {
        To::Search(text) => Lead::Type(text),
        To::Project(id) => Lead::Open(Subject::Project(id)),
        To::Comune(code) => Lead::Open(Subject::Comune(code)),
    };
    let ways = search_ways(catalogue, results, &ask.text, ask.lang).into_iter();
    ways.map(|way| Hint {
        text: way.text,
        lead: way.to.map(lead),
    })
    .collect()
}
