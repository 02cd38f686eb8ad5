//! Who works for the winners, under whose contract.

use super::claim::{Cite, Claim};
use super::contracts::{Contract, is_insurer};
use super::facts::{Facts, cite};
use super::firms::{builders_first, named_for};
use super::holder::MOST_NAMES;
use super::plain::is_plural;
use super::{state, unnamed};
use crate::lang::w;
use crate::model::{Award, Body, Tender};

/// A firm's name of more letters is told once.
const LONGEST_CLIENT: usize = 52;

/// "Beta S.r.l. lavora in subappalto per Alfa S.r.l."
pub(super) fn claim(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<Claim> {
    let awards = f.project.tenders.iter().flat_map(|t: &Tender| &t.winners);
    let (under, won): (Vec<&Award>, Vec<&Award>) = awards.partition(|a| a.subcontractor);
    // The table of those who work under winners lists some of the winners again.
    let has_won = |a: &&Award| a.body.is_some() && won.iter().any(|w| w.body == a.body);
    let is_office = |a: &&Award| a.body.as_ref().is_some_and(|b| is_insurer(&b.name));
    let under: Vec<&Award> = under
        .into_iter()
        .filter(|a| !has_won(a) && !is_office(a))
        .collect();
    let mut firms: Vec<&Body> = Vec::new();
    for body in under.iter().filter_map(|a| a.body.as_ref()) {
        if firms.iter().all(|known| known.id != body.id) {
            firms.push(body);
        }
    }
    builders_first(f, &mut firms);
    let unnamed: Vec<&Award> = under.iter().copied().filter(|a| a.body.is_none()).collect();
    let (now, then) = match (firms.as_slice(), unnamed.len()) {
        ([], 0) => return None,
        ([], 1) => (w::SAY_WHO_SUBCONTRACTOR, w::SAY_WHO_SUBCONTRACTOR_DONE),
        ([], _) => (w::SAY_WHO_SUBCONTRACTORS, w::SAY_WHO_SUBCONTRACTORS_DONE),
        ([one], 0) if !is_plural(&one.name) => (w::SAY_WHO_SUBCONTRACTOR, w::SAY_WHO_SUBCONTRACTOR_DONE),
        (few, _) if few.len() <= MOST_NAMES => (w::SAY_WHO_SUBCONTRACTORS, w::SAY_WHO_SUBCONTRACTORS_DONE),
        (_, 0) => (
            w::SAY_WHO_MANY_SUBCONTRACTORS,
            w::SAY_WHO_MANY_SUBCONTRACTORS_DONE,
        ),
        (_, _) => (
            w::SAY_WHO_MANY_SUBCONTRACTORS_MIXED,
            w::SAY_WHO_MANY_SUBCONTRACTORS_MIXED_DONE,
        ),
    };
    let word = if state::is_over(f) { then } else { now };
    let client = client(f, contracts, &under);
    let cites = under
        .iter()
        .map(|a| cite(a.source, "Denominazione Subappaltatore"));
    let mut cites: Vec<Cite> = cites.collect();
    let others = match firms.len() {
        0 => Some(unnamed::whom(f, &unnamed, &mut cites)),
        _ => unnamed::beside(f, &unnamed, &mut cites),
    };
    Some(named_for(
        f,
        word,
        (&firms, others),
        MOST_NAMES,
        0,
        &client,
        cites,
    ))
}

/// The one firm that has the contract under which all of them work, or leads those who have it; else
/// those who won.
fn client(f: &Facts<'_>, contracts: &[Contract<'_>], under: &[&Award]) -> String {
    let is_theirs = |c: &&Contract<'_>| {
        let awards = c.rows.iter().flat_map(|t| &t.winners);
        awards
            .into_iter()
            .any(|a| under.iter().any(|own| std::ptr::eq(*own, a)))
    };
    let mut firms = contracts
        .iter()
        .filter(is_theirs)
        .map(|c| match c.firms.as_slice() {
            [one] if c.unnamed.is_empty() => Some(*one),
            // Beside one who stands alone nobody says for which of the two.
            [first, ..] if c.is_led && c.apart().0.is_empty() => Some(*first),
            _ => None,
        });
    let first = firms.next().flatten();
    let one = first.filter(|first| firms.all(|firm| firm.is_some_and(|firm| firm.id == first.id)));
    match one {
        Some(firm) if firm.name.chars().count() <= LONGEST_CLIENT => f.the(&firm.name),
        _ => f.lang.say(w::SAY_WHO_THE_WINNERS).to_owned(),
    }
}
