//! The firms of contracts: who is named first, what they do, how many contracts each has.

use super::claim::{Cite, Claim};
use super::contracts::Contract;
use super::facts::{Facts, cite};
use super::holder::MOST_NAMES;
use super::plain::is_plural;
use super::tender::AWARDED;
use super::trade;
use crate::lang::{Word, w};
use crate::model::{Body, LabelKind};
use crate::text::grammar::list;
use crate::text::number::integer;

/// A sentence of four names has at most so many letters.
const LONGEST_LIST: usize = 130;

const WINNER: &str = "Denominazione Aggiudicatario";

/// Of so many firms that have been told the other contracts are.
const MOST_AGAIN: usize = 2;

/// Who won a contract, or where it stands that it was awarded.
pub(super) fn cites_of(contract: &Contract<'_>) -> Vec<Cite> {
    let awards = contract.rows.iter().flat_map(|t| &t.winners);
    let mut out: Vec<Cite> = awards
        .filter(|a| !a.subcontractor)
        .map(|a| cite(a.source, WINNER))
        .collect();
    if out.is_empty() {
        let tables = contract.rows.iter().filter_map(|t| t.source);
        out.extend(tables.map(|source| cite(source, AWARDED)));
    }
    out
}

/// The firms of the other contracts that have not been named, the builders first.
pub(super) fn others<'a>(f: &Facts<'a>, rest: &[&Contract<'a>], told: &[&Contract<'a>]) -> Vec<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    for firm in rest.iter().flat_map(|c| &c.firms) {
        let known = told.iter().flat_map(|c| &c.firms).chain(&firms);
        let same = |known: &&Body| known.id == firm.id || known.name == firm.name;
        if !known.into_iter().any(same) {
            firms.push(firm);
        }
    }
    builders_first(f, &mut firms);
    let of = |firm: &Body| -> Vec<&Contract<'a>> {
        let all = rest.iter().copied();
        all.filter(|c| c.has(firm)).collect()
    };
    // Under whom others work, builds; who leads a group stands before who has more contracts.
    let is_main = |firm: &Body| of(firm).iter().any(|c| c.has_subcontractors());
    let leads = |firm: &Body| {
        of(firm)
            .iter()
            .any(|c| c.is_led && c.firms.first().is_some_and(|first| first.id == firm.id))
    };
    firms.sort_by_key(|firm| {
        (
            !(is_main(firm) && leads(firm)),
            !is_main(firm),
            !leads(firm),
            trade::rank(firm) == trade::LAST,
            std::cmp::Reverse(of(firm).len()),
        )
    });
    // "Anche" follows somebody.
    let also = told.iter().any(|c| !c.firms.is_empty() || !c.unnamed.is_empty());
    // Another contract of a firm that was told is none of theirs.
    let is_theirs = |c: &&&Contract<'a>| firms.iter().any(|firm| c.has(firm));
    let theirs: Vec<&&Contract<'a>> = rest.iter().filter(is_theirs).collect();
    let given = theirs.len();
    // As many contracts as firms, and no contract that two of them share.
    let apart = given == firms.len() && theirs.iter().all(|c| c.firms.len() <= 1);
    let many = given > firms.len() || !apart && given > 1;
    let (together, together_also) = match apart {
        true => (w::SAY_WHO_FIRMS_EACH, w::SAY_WHO_FIRMS_EACH_ALSO),
        false if many => (w::SAY_WHO_FIRMS_MANY, w::SAY_WHO_FIRMS_MANY_ALSO),
        false => (w::SAY_WHO_FIRMS, w::SAY_WHO_FIRMS_ALSO),
    };
    if let Some(claim) = by_number(f, &firms, &theirs, also) {
        return vec![claim];
    }
    let fits = |word: Word| {
        let text = named(f, word, (&firms, None), MOST_NAMES + 1, given, Vec::new()).text;
        f.fits(&text) && text.chars().count() <= LONGEST_LIST
    };
    let word = match (firms.as_slice(), also) {
        ([], _) => return Vec::new(),
        // So many are told in two sentences.
        (some, also)
            if apart && (MOST_NAMES + 1..=2 * MOST_NAMES).contains(&some.len()) && !fits(together) =>
        {
            let (first, rest) = some.split_at(MOST_NAMES);
            let word = if also { together_also } else { together };
            let cites: Vec<Cite> = theirs.iter().flat_map(|c| cites_of(c)).collect();
            let last = match rest {
                [one] if !is_plural(&one.name) => w::SAY_WHO_FIRM_ALSO,
                _ => together_also,
            };
            return vec![
                named(f, word, (first, None), MOST_NAMES, given, cites.clone()),
                named(f, last, (rest, None), MOST_NAMES, given, cites),
            ];
        }
        ([one], false) if given > 1 && !is_plural(&one.name) => w::SAY_WHO_FIRM_MANY,
        ([one], true) if given > 1 && !is_plural(&one.name) => w::SAY_WHO_FIRM_MANY_ALSO,
        (few, false) if few.len() == MOST_NAMES + 1 && fits(together) => together,
        (few, true) if few.len() == MOST_NAMES + 1 && fits(together_also) => together_also,
        ([one], false) if !is_plural(&one.name) => w::SAY_WHO_FIRM,
        ([one], true) if !is_plural(&one.name) => w::SAY_WHO_FIRM_ALSO,
        (few, false) if few.len() <= MOST_NAMES => together,
        (few, true) if few.len() <= MOST_NAMES => together_also,
        (_, also) if many => {
            if also {
                w::SAY_WHO_MANY_FIRMS_MANY_ALSO
            } else {
                w::SAY_WHO_MANY_FIRMS_MANY
            }
        }
        (_, false) => w::SAY_WHO_MANY_FIRMS,
        (_, true) => w::SAY_WHO_MANY_FIRMS_ALSO,
    };
    let cites = rest.iter().flat_map(|c| cites_of(c)).collect();
    let most = match word {
        w::SAY_WHO_FIRMS | w::SAY_WHO_FIRMS_ALSO => MOST_NAMES + 1,
        w::SAY_WHO_FIRMS_MANY | w::SAY_WHO_FIRMS_MANY_ALSO => MOST_NAMES + 1,
        w::SAY_WHO_FIRMS_EACH | w::SAY_WHO_FIRMS_EACH_ALSO => MOST_NAMES + 1,
        _ => MOST_NAMES,
    };
    vec![named(f, word, (&firms, None), most, given, cites)]
}

/// "Archimede S.r.l. ha avuto anche un altro contratto.": those of firms of which one has been told.
pub(super) fn more_of_told<'a>(f: &Facts<'a>, rest: &[&Contract<'a>], told: &[&Contract<'a>]) -> Vec<Claim> {
    let is_told = |firm: &Body| told.iter().any(|c| c.has(firm));
    let mut all: Vec<(&Body, Vec<&Contract<'a>>)> = Vec::new();
    for contract in rest.iter().filter(|c| c.unnamed.is_empty()) {
        let [firm] = contract.firms.as_slice() else {
            continue;
        };
        match all.iter_mut().find(|(known, _)| known.id == firm.id) {
            Some((_, of)) => of.push(contract),
            None if is_told(firm) => all.push((firm, vec![contract])),
            None => {}
        }
    }
    let more = all.into_iter().map(|(firm, of)| {
        let word = match (of.len(), is_plural(&firm.name)) {
            (1, false) => w::SAY_WHO_ONE_MORE,
            (1, true) => w::SAY_WHO_ONE_MORE_MANY,
            (_, false) => w::SAY_WHO_SOME_MORE,
            (_, true) => w::SAY_WHO_SOME_MORE_MANY,
        };
        let cites = of.iter().flat_map(|c| cites_of(c)).collect();
        let count = integer(of.len() as i64, f.lang);
        f.linked(word, &[("firm", &f.the(&firm.name)), ("count", &count)], cites)
    });
    more.take(MOST_AGAIN).collect()
}

/// "Alfa S.r.l. ha avuto 2 contratti, Beta S.r.l. uno": how many each has, where no two share one, and
/// all but one have as many.
fn by_number(f: &Facts<'_>, firms: &[&Body], contracts: &[&&Contract<'_>], also: bool) -> Option<Claim> {
    let of = |firm: &Body| contracts.iter().filter(|c| c.has(firm)).count();
    let shared = contracts.iter().any(|c| c.firms.len() > 1);
    if shared || !(2..=MOST_NAMES + 1).contains(&firms.len()) || contracts.len() <= firms.len() {
        return None;
    }
    let cites: Vec<Cite> = contracts.iter().flat_map(|c| cites_of(c)).collect();
    let (most, few): (Vec<&Body>, Vec<&Body>) = firms.iter().partition(|firm| of(firm) > 1);
    let first = most.first()?;
    let each = of(first);
    if few.is_empty() && most.iter().all(|firm| of(firm) == each) && most.len() <= MOST_NAMES {
        let word = if also {
            w::SAY_WHO_FIRMS_ALL_ALSO
        } else {
            w::SAY_WHO_FIRMS_ALL
        };
        return Some(named(f, word, (&most, None), MOST_NAMES, each, cites));
    }
    if most.len() > 1 || few.is_empty() || is_plural(&first.name) {
        return None;
    }
    let word = match (few.len(), also) {
        (1, false) => w::SAY_WHO_FIRM_AND_ONE,
        (1, true) => w::SAY_WHO_FIRM_AND_ONE_ALSO,
        (_, false) => w::SAY_WHO_FIRM_AND_EACH,
        (_, true) => w::SAY_WHO_FIRM_AND_EACH_ALSO,
    };
    let tell = |trades: bool| {
        let mut cites = cites.clone();
        let mut said = |firms: &[&Body]| {
            let named: Vec<(&Body, String)> = firms.iter().map(|b| (*b, f.the(&b.name))).collect();
            let names = match trades {
                true => trade::behind(f, &named, &mut cites),
                false => named.into_iter().map(|(_, said)| said).collect(),
            };
            list(&names, f.lang)
        };
        let values = [
            ("first", said(&most)),
            ("contracts", integer(each as i64, f.lang)),
            ("firms", said(&few)),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        f.linked(word, &values, cites)
    };
    let told = [tell(true), tell(false)];
    told.into_iter().find(|claim| f.fits(&claim.text))
}

/// Where something is built, who builds comes before who sells and plans.
pub(super) fn builders_first(f: &Facts<'_>, firms: &mut [&Body]) {
    let nature = f.project.label(LabelKind::Nature);
    if nature.is_none_or(|nature| nature.value == "03") {
        firms.sort_by_key(|firm| trade::rank(firm));
    }
}

/// At most so many firms by name, with what they do where there is room; how many they are, and
/// how many contracts they have.
pub(super) fn named(
    f: &Facts<'_>,
    word: Word,
    firms: (&[&Body], Option<String>),
    most: usize,
    given: usize,
    cites: Vec<Cite>,
) -> Claim {
    named_for(f, word, firms, most, given, "", cites)
}

/// The same of those who work for somebody.
pub(super) fn named_for(
    f: &Facts<'_>,
    word: Word,
    (firms, others): (&[&Body], Option<String>),
    most: usize,
    given: usize,
    client: &str,
    cites: Vec<Cite>,
) -> Claim {
    let number = |n: usize| integer(n as i64, f.lang);
    let tell = |trades: bool| {
        let mut cites = cites.clone();
        let named = firms.iter().take(most).map(|body| (*body, f.the(&body.name)));
        let named: Vec<(&Body, String)> = named.collect();
        let mut names = match trades {
            true => trade::behind(f, &named, &mut cites),
            false => named.into_iter().map(|(_, said)| said).collect(),
        };
        // Beside more firms than are named they stand with the number of those.
        names.extend(others.clone().filter(|_| firms.len() <= most));
        let values = [
            ("firms", list(&names, f.lang)),
            ("others", others.clone().unwrap_or_default()),
            ("count", number(firms.len())),
            ("contracts", number(given)),
            ("client", client.to_owned()),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        f.linked(word, &values, cites)
    };
    // Four names with all that they do are hard to read.
    let few = firms.len().min(most) <= MOST_NAMES;
    let full = tell(few);
    let plain = if f.fits(&full.text) { full } else { tell(false) };
    // Of more than are named one less may be.
    if f.fits(&plain.text) || most == 1 || firms.len() <= most {
        return plain;
    }
    named_for(f, word, (firms, others), most - 1, given, client, plain.cites)
}
