//! Who won: firms by name, works, services and goods told apart; persons counted, never named.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::plain::is_plural;
use super::tenders::Object;
use crate::lang::{Word, w};
use crate::model::{Body, Tender};
use crate::text::grammar::list;
use crate::text::number::integer;

/// Firms named in a sentence.
const MOST_NAMES: usize = 3;

/// The winners, each kind of contract in a sentence of its own.
pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut told: Vec<&Body> = Vec::new();
    let mut out: Vec<Claim> = Object::ALL
        .into_iter()
        .filter_map(|object| firms(f, object, &mut told))
        .collect();
    out.extend(persons(f));
    out
}

fn object_word(object: Object) -> Word {
    match object {
        Object::Works => w::SAY_OBJECT_WORKS,
        Object::Services => w::SAY_OBJECT_SERVICES,
        Object::Goods => w::SAY_OBJECT_GOODS,
        Object::Unknown => w::SAY_OBJECT_UNKNOWN,
    }
}

/// The firms with a contract of a kind; of the contracts without a kind, those not named before.
fn firms<'a>(f: &Facts<'a>, object: Object, told: &mut Vec<&'a Body>) -> Option<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    let mut cites: Vec<Cite> = Vec::new();
    let of_kind = f.project.tenders.iter().filter(|t| Object::of(t) == object);
    for award in of_kind.flat_map(|t| &t.winners).filter(|a| !a.subcontractor) {
        let Some(body) = &award.body else { continue };
        let known = |list: &[&Body]| list.iter().any(|b| b.id == body.id);
        let before = object == Object::Unknown && known(told);
        if !before && !known(&firms) {
            firms.push(body);
        }
        cites.push(cite(award.source, "Denominazione Aggiudicatario"));
    }
    told.extend(&firms);
    let word = match firms.as_slice() {
        [] => return None,
        [one] if !is_plural(&one.name) => w::SAY_WHO_WINNER,
        few if few.len() <= MOST_NAMES => w::SAY_WHO_WINNERS,
        _ => w::SAY_WHO_MANY_WINNERS,
    };
    Some(told_of(f, word, &firms, f.lang.say(object_word(object)), cites))
}

fn told_of(f: &Facts<'_>, word: Word, firms: &[&Body], object: &str, cites: Vec<Cite>) -> Claim {
    let names: Vec<String> = firms.iter().take(MOST_NAMES).map(|b| f.the(&b.name)).collect();
    let values = [
        ("firms", list(&names, f.lang)),
        ("count", integer(firms.len() as i64, f.lang)),
        ("object", object.to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    f.linked(word, &values, cites)
}

/// Contracts that went to persons, or to firms whose name may be a person's.
fn persons(f: &Facts<'_>) -> Option<Claim> {
    let persons = |t: &Tender| {
        t.winners
            .iter()
            .filter(|a| a.body.is_none() && !a.subcontractor)
            .count()
    };
    let contracts: Vec<usize> = f.project.tenders.iter().map(persons).filter(|n| *n > 0).collect();
    let word = match contracts.as_slice() {
        [] => return None,
        [1] => w::SAY_WHO_PERSON,
        [_] => w::SAY_WHO_PERSONS,
        _ => w::SAY_WHO_MANY_PERSONS,
    };
    let all = f.project.tenders.iter().flat_map(|t| &t.winners);
    let cites = all
        .filter(|a| a.body.is_none() && !a.subcontractor)
        .map(|a| cite(a.source, "Denominazione Aggiudicatario"))
        .collect();
    let count = integer(contracts.len() as i64, f.lang);
    Some(f.linked(word, &[("count", &count)], cites))
}

/// Who works for the winners.
pub(super) fn subcontractors(f: &Facts<'_>) -> Vec<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    let mut cites: Vec<Cite> = Vec::new();
    let mut persons = Vec::new();
    let awards = f.project.tenders.iter().flat_map(|t| &t.winners);
    for award in awards.filter(|a| a.subcontractor) {
        let cell = cite(award.source, "Denominazione Subappaltatore");
        match &award.body {
            Some(body) => {
                if !firms.iter().any(|b| b.id == body.id) {
                    firms.push(body);
                }
                cites.push(cell);
            }
            None => persons.push(cell),
        }
    }
    let word = match firms.as_slice() {
        [] => None,
        [one] if !is_plural(&one.name) => Some(w::SAY_WHO_SUBCONTRACTOR),
        few if few.len() <= MOST_NAMES => Some(w::SAY_WHO_SUBCONTRACTORS),
        _ => Some(w::SAY_WHO_MANY_SUBCONTRACTORS),
    };
    let mut out: Vec<Claim> = word
        .map(|word| told_of(f, word, &firms, "", cites))
        .into_iter()
        .collect();
    if !persons.is_empty() {
        out.push(f.linked(w::SAY_WHO_PERSON_SUBCONTRACTOR, &[], persons));
    }
    out
}
