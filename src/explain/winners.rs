//! Who won: firms by name, works, services and goods told apart; persons counted, never named.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::plain::is_plural;
use super::tenders::{self, Object};
use super::wording::in_month;
use crate::lang::{Word, w};
use crate::model::{Award, Body, Cents, Tender};
use crate::text::grammar::list;
use crate::text::number::{euro, integer};

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

/// One contract with one firm: who won it, what for, when and how, in one sentence; nothing where
/// there is more to tell.
pub(super) fn only(f: &Facts<'_>) -> Option<Vec<Claim>> {
    let [tender] = f.project.tenders.as_slice() else {
        return None;
    };
    let mut winners = tender.winners.iter().filter(|a| !a.subcontractor);
    let award = winners.next().filter(|_| winners.next().is_none())?;
    let (way, way_source) = (tenders::way_of(tender)?, tender.source?);
    let object = f.lang.say(Object::of(tender).word());
    let mut cites = vec![
        cite(award.source, "Denominazione Aggiudicatario"),
        cite(way_source, tenders::PROCEDURE),
    ];
    let mut more = String::new();
    if let Some(day) = tender.awarded {
        more = format!(", {}", in_month(day.month(), day.year(), f.lang)?);
        cites.push(cite(way_source, tenders::AWARDED));
    }
    let firm = award.body.as_ref().map(|body| f.the(&body.name));
    let word = match &award.body {
        Some(body) if is_plural(&body.name) => w::SAY_WHO_WINNERS_HOW,
        Some(_) => w::SAY_WHO_WINNER_HOW,
        None => w::SAY_WHO_PERSON_HOW,
    };
    let values = [
        ("firms", firm.as_deref().unwrap_or_default()),
        ("object", object),
        ("more", more.as_str()),
        ("how", f.lang.say(way)),
    ];
    let claim = f.linked(word, &values, cites);
    f.fits(&claim.text).then(|| vec![claim])
}

/// What is told of the contracts of a kind behind the winner: the month of the only one, the sum
/// of those that are not the only ones of the project.
fn more(f: &Facts<'_>, contracts: &[&Tender]) -> String {
    let mut out = String::new();
    if let [only] = contracts
        && let Some(day) = only.awarded
        && let Some(month) = in_month(day.month(), day.year(), f.lang)
    {
        out = format!(", {month}");
    }
    let own = |t: &&Tender| t.award.filter(|a| a.0 >= 10_000 && !tenders::is_framework(t));
    let prices: Option<Vec<Cents>> = contracts.iter().map(own).collect();
    if let Some(prices) = prices.filter(|_| contracts.len() < f.project.tenders.len()) {
        let sum = euro(prices.into_iter().sum::<Cents>().0, f.lang);
        out += &f.lang.fill(w::SAY_WHO_WORTH, &[("amount", &sum)]);
    }
    out
}

/// The firms with a contract of a kind; of the contracts without a kind, those not named before.
fn firms<'a>(f: &Facts<'a>, object: Object, told: &mut Vec<&'a Body>) -> Option<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    let mut cites: Vec<Cite> = Vec::new();
    let of_kind = || f.project.tenders.iter().filter(|t| Object::of(t) == object);
    for award in of_kind().flat_map(|t| &t.winners).filter(|a| !a.subcontractor) {
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
    let won: Vec<&Tender> = of_kind()
        .filter(|t| t.winners.iter().any(|a| !a.subcontractor && a.body.is_some()))
        .collect();
    let more = match firms.len() <= MOST_NAMES {
        true => more(f, &won),
        false => String::new(),
    };
    Some(told_of(f, word, &firms, f.lang.say(object.word()), &more, cites))
}

fn told_of(f: &Facts<'_>, word: Word, firms: &[&Body], object: &str, more: &str, cites: Vec<Cite>) -> Claim {
    let names: Vec<String> = firms.iter().take(MOST_NAMES).map(|b| f.the(&b.name)).collect();
    let values = [
        ("firms", list(&names, f.lang)),
        ("count", integer(firms.len() as i64, f.lang)),
        ("object", object.to_owned()),
        ("more", more.to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    f.linked(word, &values, cites)
}

/// Contracts that went to persons, or to firms whose name may be a person's.
fn persons(f: &Facts<'_>) -> Option<Claim> {
    let persons = |t: &Tender| {
        let is_person = |a: &&Award| a.body.is_none() && !a.subcontractor;
        t.winners.iter().filter(is_person).count()
    };
    let contracts: Vec<&Tender> = f.project.tenders.iter().filter(|t| persons(t) > 0).collect();
    let word = match contracts.as_slice() {
        [] => return None,
        [one] if persons(one) == 1 => w::SAY_WHO_PERSON,
        [_] => w::SAY_WHO_PERSONS,
        _ => w::SAY_WHO_MANY_PERSONS,
    };
    let all = f.project.tenders.iter().flat_map(|t| &t.winners);
    let mut cites: Vec<Cite> = all
        .filter(|a| a.body.is_none() && !a.subcontractor)
        .map(|a| cite(a.source, "Denominazione Aggiudicatario"))
        .collect();
    let tables = contracts.iter().filter_map(|t| t.source);
    cites.extend(tables.map(|source| cite(source, tenders::AWARDED)));
    let values = [
        ("count", integer(contracts.len() as i64, f.lang)),
        ("more", more(f, &contracts)),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(f.linked(word, &values, cites))
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
        .map(|word| told_of(f, word, &firms, "", "", cites))
        .into_iter()
        .collect();
    if !persons.is_empty() {
        out.push(f.linked(w::SAY_WHO_PERSON_SUBCONTRACTOR, &[], persons));
    }
    out
}
