//! The words for a work, as this project has it: what is studied, on streets, from which house to which,
//! where the water comes from.

use super::super::facts::Facts;
use super::super::targets;
use super::about::{is_a_space, is_new, is_of_streets};
use super::said::told;
use crate::lang::{Lang, w};
use crate::model::{Fact, FactKind, Thing, Unit, Work};
use crate::text::grammar;
use crate::title::{lot, quantity};
use std::borrow::Cow;

/// What a fact says that is done, in place of the `word` that it has everywhere.
pub fn does(f: &Facts<'_>, fact: &Fact, word: &'static str) -> Cow<'static, str> {
    let on_streets = is_of_streets(f);
    let has_bridge = || {
        let mut things = f.project.facts_of(FactKind::Thing);
        things.any(|thing| thing.value == Thing::Bridge.code())
    };
    match Work::from_code(&fact.value) {
        Some(work) if is_study(work) => study(f, work, word),
        Some(Work::Lighting) if on_streets => f.lang.say(w::FACT_STREETS_LIGHTING).into(),
        Some(Work::EnergySaving) if on_streets => f.lang.say(w::FACT_STREETS_ENERGY).into(),
        Some(Work::UrbanRenewal) if is_a_space(f) => f.lang.say(w::FACT_DOES_RENEWAL).into(),
        Some(Work::Led) if on_streets => f.lang.say(w::FACT_STREETS_LED).into(),
        Some(Work::Parapets) if has_bridge() => f.lang.say(w::FACT_STREETS_PARAPETS).into(),
        Some(Work::Moving) => moved(f, word).map_or(word.into(), Cow::Owned),
        Some(Work::DrinkingWater) => from_water(f).map_or(word.into(), Cow::Owned),
        _ => word.into(),
    }
}

/// Works that are about what is studied.
pub fn is_study(work: Work) -> bool {
    matches!(
        work,
        Work::Doctorates | Work::Scholarships | Work::Hiring | Work::Research
    )
}

/// "Si paga 1 borsa di dottorato in chimica", "si assumono 2 ricercatori", "si fa ricerca in storia".
fn study(f: &Facts<'_>, work: Work, does: &'static str) -> Cow<'static, str> {
    let count = |unit: Unit| {
        let mut quantities = f.project.facts_of(FactKind::Quantity);
        quantities.find(|q| q.value == unit.code())?.number
    };
    let (unit, one, many) = match work {
        Work::Doctorates => (
            Unit::Scholarships,
            w::FACT_STUDIES_DOCTORATE,
            w::FACT_STUDIES_DOCTORATES,
        ),
        Work::Hiring => (
            Unit::Researchers,
            w::FACT_STUDIES_RESEARCHER,
            w::FACT_STUDIES_RESEARCHERS,
        ),
        _ => (Unit::Scholarships, w::FACT_STUDIES_GRANT, w::FACT_STUDIES_GRANTS),
    };
    let planned = targets::scholarships(f)
        .map(|(n, _)| n)
        .filter(|_| unit == Unit::Scholarships);
    let counted = count(unit)
        .or(planned)
        .filter(|_| work != Work::Research)
        .and_then(|n| {
            let word = if n == 1.0 { one } else { many };
            let figure = quantity(unit.code(), n, f.lang)?;
            let figure = figure.split(' ').next().unwrap_or_default().to_owned();
            Some(f.lang.fill(word, &[("count", &figure)]))
        });
    let fields = told(f, FactKind::Study, "field");
    let fields: Vec<&str> = fields.iter().map(|(_, word)| *word).collect();
    let does = match work {
        Work::Hiring if f.is_of_measure(&["M4C2"]) => f.lang.say(w::FACT_STUDIES_STAFF),
        _ => does,
    };
    let does = counted.map_or(Cow::Borrowed(does), Cow::Owned);
    match fields.is_empty() {
        true => does,
        false => f
            .lang
            .fill(
                w::FACT_STUDIES_IN,
                &[("does", &does), ("fields", &grammar::list(&fields, f.lang))],
            )
            .into(),
    }
}

/// "Si spostano reparti e servizi dall'edificio 6 al nuovo 33".
fn moved(f: &Facts<'_>, does: &str) -> Option<String> {
    // A house that is made for it leaves no room in the sentence.
    let fact = f.project.facts_of(FactKind::Lot).find(|fact| is_a_move(fact));
    let fact = fact.filter(|_| f.project.fact(FactKind::Made).is_none() && !is_new(f))?;
    Some(format!("{does} {}", lot(&fact.value, f.lang)))
}

/// From which house to which.
pub fn is_a_move(fact: &Fact) -> bool {
    ["dall'", "dagli "]
        .iter()
        .any(|from| fact.value.starts_with(from))
}

/// "Si porta acqua da bere dall'Invaso Alfa": of the one water that the texts name.
fn from_water(f: &Facts<'_>) -> Option<String> {
    let mut waters = f.project.facts_of(FactKind::Water);
    let water = waters.next().filter(|_| waters.next().is_none())?;
    let from = match f.lang {
        Lang::It => grammar::by(&water.value),
        Lang::En => format!("from {}", f.the(&water.value)),
    };
    Some(f.lang.fill(w::FACT_STREETS_WATER, &[("from", &from)]))
}
