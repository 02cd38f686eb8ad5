//! What the tenders say: who got the contracts and how they were chosen, for how much, at what
//! discount. A natural person is never named.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite, is_plural};
use super::wording::{amount, day, of_percent};
use crate::lang::{Word, w};
use crate::model::{Body, Cents, SourceId, Tender};
use crate::text::fold::fold;
use crate::text::grammar::list;
use crate::text::number::integer;
use jiff::civil::Date;

/// Firms named in a sentence.
const MOST_NAMES: usize = 3;

/// Who works under a contract, and how the choice was made.
pub(super) fn who(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = winners(f, false);
    out.extend(choice(f));
    out.extend(winners(f, true));
    out.extend(without_cig(f));
    out
}

fn winners(f: &Facts<'_>, sub: bool) -> Vec<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    let mut cites: Vec<Cite> = Vec::new();
    let mut person: Option<SourceId> = None;
    let awards = f.project.tenders.iter().flat_map(|t| &t.winners);
    for award in awards.filter(|a| a.subcontractor == sub) {
        match &award.body {
            Some(body) => {
                if !firms.iter().any(|b| b.id == body.id) {
                    firms.push(body);
                }
                cites.push(cite(award.source, winner_column(sub)));
            }
            None => person = person.or(Some(award.source)),
        }
    }
    let mut out = Vec::new();
    let names: Vec<String> = firms.iter().take(MOST_NAMES).map(|b| f.the(&b.name)).collect();
    let listed = list(&names, f.lang);
    let count = integer(firms.len() as i64, f.lang);
    let word = match (firms.as_slice(), sub) {
        ([], _) => None,
        ([one], false) if !is_plural(&one.name) => Some(w::SAY_WHO_WINNER),
        ([one], true) if !is_plural(&one.name) => Some(w::SAY_WHO_SUBCONTRACTOR),
        (few, false) if few.len() <= MOST_NAMES => Some(w::SAY_WHO_WINNERS),
        (few, true) if few.len() <= MOST_NAMES => Some(w::SAY_WHO_SUBCONTRACTORS),
        (_, false) => Some(w::SAY_WHO_MANY_WINNERS),
        (_, true) => Some(w::SAY_WHO_MANY_SUBCONTRACTORS),
    };
    if let Some(word) = word {
        out.push(f.linked(word, &[("firms", &listed), ("count", &count)], cites));
    }
    if let Some(source) = person {
        let word = match (firms.is_empty(), sub) {
            (true, false) => w::SAY_WHO_PERSON,
            (false, false) => w::SAY_WHO_ALSO_PERSON,
            (_, true) => w::SAY_WHO_PERSON_SUBCONTRACTOR,
        };
        out.push(f.linked(word, &[], vec![cite(source, winner_column(sub))]));
    }
    out
}

fn winner_column(sub: bool) -> &'static str {
    if sub {
        "Denominazione Subappaltatore"
    } else {
        "Denominazione Aggiudicatario"
    }
}

/// How the choice was made, when all tenders say the same; else the most common way.
fn choice(f: &Facts<'_>) -> Option<Claim> {
    let mut ways: Vec<(Word, usize, SourceId)> = Vec::new();
    for tender in &f.project.tenders {
        let (Some(word), Some(source)) = (tender.procedure.as_deref().and_then(way), tender.source) else {
            continue;
        };
        match ways.iter_mut().find(|(w, _, _)| *w == word) {
            Some(found) => found.1 += 1,
            None => ways.push((word, 1, source)),
        }
    }
    let known: usize = ways.iter().map(|(_, n, _)| n).sum();
    let (word, most, source) = ways.iter().max_by_key(|(_, n, _)| *n)?;
    let how = f.lang.say(*word);
    let sentence = match ways.len() {
        1 if known > 1 && known == f.project.tenders.len() => w::SAY_WHO_CHOICES,
        1 => w::SAY_WHO_CHOICE,
        _ if most * 2 > known => w::SAY_WHO_CHOICE_OFTEN,
        _ => w::SAY_WHO_CHOICE_MANY,
    };
    let cites = vec![cite(*source, "Descrizione Procedura di Aggiudicazione")];
    Some(f.observed(sentence, &[("how", how)], cites))
}

/// A way of choosing, in the words of a person.
fn way(procedure: &str) -> Option<Word> {
    let text = fold(procedure);
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    Some(if has(&["in house"]) {
        w::SAY_WAY_IN_HOUSE
    } else if has(&["adesione", "convenzione"]) || text == "accordo quadro" {
        w::SAY_WAY_FRAMEWORK
    } else if has(&["affidamento diretto", "economia", "cottimo"]) {
        w::SAY_WAY_DIRECT
    } else if has(&["aperta"]) {
        w::SAY_WAY_OPEN
    } else if has(&["ristretta"]) {
        w::SAY_WAY_RESTRICTED
    } else if has(&["negoziat", "negoziazione", "dialogo competitivo", "confronto"]) {
        w::SAY_WAY_NEGOTIATED
    } else if has(&["sistema dinamico", "riservato"]) {
        w::SAY_WAY_LIST
    } else {
        return None;
    })
}

/// Why the law lets a purchase go without a CIG.
fn without_cig(f: &Facts<'_>) -> Option<Claim> {
    let (reason, source) = f.project.tenders.iter().find_map(|t| {
        let reason = t.absence.as_deref().filter(|_| t.cig.is_empty())?;
        Some((fold(reason), t.source?))
    })?;
    let has = |text: &str| reason.contains(text);
    let word = if has("incaric") {
        w::SAY_NO_CIG_EXPERTS
    } else if has("in house") {
        w::SAY_NO_CIG_IN_HOUSE
    } else if has("affidamento interno") {
        w::SAY_NO_CIG_INSIDE
    } else if has("esclusion") {
        w::SAY_NO_CIG_EXCLUDED
    } else {
        w::SAY_NO_CIG_OTHER
    };
    Some(f.observed(word, &[], vec![cite(source, "Descrizione Motivo Assenza CIG")]))
}

/// Base, contract and discount of one tender; of many, their number and the sum of contracts.
pub(super) fn how_much(f: &Facts<'_>) -> Vec<Claim> {
    match f.project.tenders.as_slice() {
        [] => Vec::new(),
        [one] => of_one(f, one),
        many => of_many(f, many),
    }
}

const BASE: &str = "Importo Complessivo Gara";
const AWARD: &str = "Importo Aggiudicazione";

fn of_one(f: &Facts<'_>, tender: &Tender) -> Vec<Claim> {
    let mut out = Vec::new();
    let Some(source) = tender.source else {
        return out;
    };
    let positive = |amount: Option<Cents>| amount.filter(|a| a.0 > 0);
    let (base, award) = (positive(tender.base), positive(tender.award));
    if let Some(base) = base {
        let said = amount(base, f.lang);
        out.push(f.observed(w::SAY_MUCH_BASE, &[("amount", &said)], vec![cite(source, BASE)]));
    }
    if let Some(award) = award {
        let said = amount(award, f.lang);
        out.push(f.observed(
            w::SAY_MUCH_CONTRACT,
            &[("amount", &said)],
            vec![cite(source, AWARD)],
        ));
    }
    if let (Some(base), Some(award)) = (base, award)
        && award < base
        && let Some(share) = of_percent(base - award, base, f.lang)
    {
        let cites = vec![cite(source, BASE), cite(source, AWARD)];
        out.push(f.derived(w::SAY_MUCH_DISCOUNT, &[("share", &share)], cites));
    }
    out
}

fn of_many(f: &Facts<'_>, tenders: &[Tender]) -> Vec<Claim> {
    let mut cites: Vec<Cite> = tenders
        .iter()
        .filter_map(|t| Some(cite(t.source?, "CIG")))
        .collect();
    let count = integer(tenders.len() as i64, f.lang);
    let mut out = vec![f.derived(w::SAY_MUCH_TENDERS, &[("count", &count)], cites.clone())];
    let awards: Vec<Cents> = tenders
        .iter()
        .filter_map(|t| t.award)
        .filter(|a| a.0 > 0)
        .collect();
    if !awards.is_empty() {
        cites.iter_mut().for_each(|c| c.column = AWARD);
        let said = amount(awards.iter().copied().sum(), f.lang);
        let word = if awards.len() == tenders.len() {
            w::SAY_MUCH_CONTRACTS
        } else {
            w::SAY_MUCH_KNOWN_CONTRACTS
        };
        out.push(f.derived(word, &[("amount", &said)], cites));
    }
    out
}

/// The days of the first publication and of the last award.
pub(super) fn when(f: &Facts<'_>) -> Vec<Claim> {
    let tenders = &f.project.tenders;
    let days = |of: fn(&Tender) -> Option<Date>| {
        let found = tenders.iter().filter_map(move |t| Some((of(t)?, t.source?)));
        found.collect::<Vec<_>>()
    };
    let (published, awarded) = (days(|t| t.published), days(|t| t.awarded));
    let one = tenders.len() == 1;
    let mut out = Vec::new();
    if let Some((date, source)) = published.iter().min() {
        let word = if one {
            w::SAY_WHEN_PUBLISHED
        } else {
            w::SAY_WHEN_FIRST_PUBLISHED
        };
        let values = day(*date, f.lang).on();
        out.push(f.observed(
            word,
            &[("on", &values)],
            vec![cite(*source, "Data Pubblicazione del CIG")],
        ));
    }
    if let Some((date, source)) = awarded.iter().max() {
        let word = if one {
            w::SAY_WHEN_AWARDED
        } else {
            w::SAY_WHEN_LAST_AWARDED
        };
        let values = day(*date, f.lang).on();
        out.push(f.observed(
            word,
            &[("on", &values)],
            vec![cite(*source, "Data Aggiudicazione Definitiva")],
        ));
    }
    out
}

/// How many contracts were given, as a sign of how far the project is.
pub(super) fn progress(f: &Facts<'_>) -> Option<Claim> {
    let given: Vec<SourceId> = f
        .project
        .tenders
        .iter()
        .filter(|t| t.awarded.is_some() || t.award.is_some_and(|a| a.0 > 0) || !t.winners.is_empty())
        .filter_map(|t| t.source)
        .collect();
    let newest = given.iter().filter_map(|s| f.date_of(*s)).max();
    let at = f.at(newest);
    let cites = given
        .iter()
        .map(|s| cite(*s, "Data Aggiudicazione Definitiva"))
        .collect();
    let count = integer(given.len() as i64, f.lang);
    let word = match given.len() {
        0 => return None,
        1 => w::SAY_PROGRESS_ONE_CONTRACT,
        _ => w::SAY_PROGRESS_CONTRACTS,
    };
    Some(f.derived(word, &[("count", &count), ("at", &at)], cites))
}
