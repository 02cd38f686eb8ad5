//! The street of another contract: where only objects of tenders speak, that of the rain water is not
//! where the asphalt is laid.

use super::{Found, Texts, task, thing, work};
use crate::model::{FactKind, TextColumn, Thing};
use crate::text::fold::fold;

/// Takes away the streets that stand only in tenders of something else than what is told.
pub(super) fn mend(texts: &Texts, out: &mut Vec<Found>) {
    // Each street is a road.
    let roads = [Thing::Road, Thing::Roads].map(Thing::code);
    let told: Vec<&str> = of(out, FactKind::Thing)
        .map(|f| f.value.as_str())
        .filter(|thing| !roads.contains(thing))
        .collect();
    let is_of_it = |object: &str| {
        let is_service = || !task::of(object, "").is_empty();
        let names = || thing::named(object).iter().any(|t| told.contains(&t.code()));
        work::is_named(object, out) || is_service() || names()
    };
    let objects: Vec<(String, bool)> = texts
        .tender_objects
        .iter()
        .map(|object| (fold(object), is_of_it(object)))
        .collect();
    // Nobody says where that which is told is done.
    let is_told = texts
        .tender_objects
        .iter()
        .any(|object| work::is_named(object, out));
    let others: Vec<String> = of(out, FactKind::Street)
        .filter(|street| street.column == TextColumn::TenderObject && is_told)
        .filter(|street| {
            let name = fold(&street.value);
            let mut its = objects
                .iter()
                .filter(|(object, _)| object.contains(&name))
                .peekable();
            its.peek().is_some() && its.all(|(_, is_of_it)| !is_of_it)
        })
        .map(|street| street.value.clone())
        .collect();
    out.retain(|f| f.kind != FactKind::Street || !others.contains(&f.value));
}

fn of(facts: &[Found], kind: FactKind) -> impl Iterator<Item = &Found> {
    facts.iter().filter(move |fact| fact.kind == kind)
}
