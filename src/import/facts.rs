//! What the official texts of a project say, as facts. A text goes in whole and never comes out:
//! what comes out is a word of a vocabulary, a name, a street, a number. Pure functions: no file
//! is read here and no state of the import is known.

mod beneficiary;
mod civil;
mod elsewhere;
mod fit;
pub mod glued;
mod list;
mod lot;
mod made;
mod name;
mod owner;
mod pharmacy;
mod phrase;
pub mod place;
mod purpose;
mod quantity;
mod service;
mod source;
mod stock;
mod studied;
mod study;
pub mod task;
mod texts;
mod thing;
mod village;
pub mod words;
mod work;

pub use texts::{ComuneNames, Found, Texts};

use crate::import::person;
use crate::model::FactKind;
use place::span::is_particle;

/// Kinds whose values are codes; the others are names.
const CODED: &[FactKind] = &[
    FactKind::Thing,
    FactKind::Made,
    FactKind::Beside,
    FactKind::Within,
    FactKind::OtherComune,
    FactKind::Spread,
    FactKind::Work,
    FactKind::Quantity,
    FactKind::Service,
    FactKind::Study,
    FactKind::Aim,
];

/// Every fact of a project's texts.
pub fn of(texts: &Texts) -> Vec<Found> {
    let mut out = Vec::new();
    let texts = &Texts {
        title: stock::without(texts.title),
        summary: stock::without(texts.summary),
        ..*texts
    };
    // Names and places are told of works alone, so only their texts are cut into words for them.
    let (sources, tenders) = match source::is_work(texts) && !source::is_digital(texts) {
        true => (source::of(texts), source::tenders(texts)),
        false => (Vec::new(), Vec::new()),
    };
    thing::add(texts, &sources, &tenders, &mut out);
    made::add(texts, &sources, &tenders, &mut out);
    name::add(texts, &sources, &tenders, &mut out);
    place::add(texts, &sources, &tenders, &mut out);
    place::add_seat(texts, &mut out);
    village::add(texts, &sources, &tenders, &mut out);
    purpose::add(texts, &sources, &mut out);
    without_street(&mut out);
    lot::add(texts, &sources, &tenders, &mut out);
    work::add(texts, thing::named, &mut out);
    elsewhere::mend(texts, &mut out);
    fit::mend(&mut out);
    quantity::add(texts, &mut out);
    service::add(texts, &mut out);
    study::add(texts, &mut out);
    work::of_measure(texts, &mut out);
    work::of_study(texts, &mut out);
    beneficiary::add(texts, &mut out);
    owner::add(texts, &mut out);
    pharmacy::add(texts, &mut out);
    civil::add(texts, &mut out);
    work::of_a_firm(texts, &mut out);
    if let Some(column) = studied::column(texts) {
        studied::mend(column, &mut out);
    }
    // Of what nobody knows it is not told that it is in several places.
    if out.iter().all(|fact| fact.kind == FactKind::Spread) {
        out.clear();
    }
    for fact in out.iter_mut().filter(|fact| !CODED.contains(&fact.kind)) {
        fact.value = tidy(&fact.value);
    }
    out.retain(|fact| !person::holds_code(&fact.value) && !fact.value.is_empty());
    out
}

/// "Palazzo Alfa Cannaregio" in "Cannaregio 351": the street that follows is no part of the name.
fn without_street(out: &mut Vec<Found>) {
    let bare = |street: &str| {
        let words = street
            .split(' ')
            .filter(|w| !w.starts_with(|c: char| c.is_ascii_digit()));
        format!(" {}", words.collect::<Vec<_>>().join(" "))
    };
    let streets = out.iter().filter(|fact| fact.kind == FactKind::Street);
    let streets: Vec<String> = streets.map(|fact| bare(&fact.value)).collect();
    for name in out.iter_mut().filter(|fact| fact.kind == FactKind::Name) {
        let before = streets
            .iter()
            .find_map(|street| name.value.strip_suffix(street.as_str()));
        if let Some(before) = before.filter(|before| before.contains(' ')) {
            name.value = before.strip_suffix(" e").unwrap_or(before).to_owned();
        }
    }
    // "Palazzo comunale di" in "Piazza Alfa" had no name but the square's.
    let has_end = |fact: &Found| !fact.value.rsplit(' ').next().is_some_and(is_particle);
    out.retain(|fact| fact.kind != FactKind::Name || has_end(fact));
}

/// Signs that a table left around a name: "Ecox S.r.l. .", "_Dipartimento".
fn tidy(value: &str) -> String {
    let plain = value.replace('_', " ").replace(" .", ".").replace("..", ".");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
