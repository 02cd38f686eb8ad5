//! A visit on its way into the tally.

use crate::desk::{Store, Theme, Visit, shelf};
use crate::lang::Lang;
use crate::sheet::Subject;
use crate::snapshot::Catalogue;
use std::time::Instant;

/// What is known of a visit when it is counted.
pub fn begun(store: &Store, catalogue: &Catalogue, subject: Option<&Subject>, lang: Lang) -> Visit {
    let place = subject.and_then(Subject::place);
    let item = place
        .as_ref()
        .and_then(|place| shelf::item(catalogue, place, lang));
    Visit {
        theme: subject.map_or(Theme::Other, Subject::theme),
        mission: shelf::mission(catalogue, place.as_ref()),
        opened: item.map(|item| (item.kind, item.key)),
        sheets: store.going.sheets,
        minutes: store.going.minutes(Instant::now()),
        lang: Some(lang),
        ..Visit::default()
    }
}
