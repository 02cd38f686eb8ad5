//! What the tenders say: who got the contracts, for what, how they were chosen, for how much, at
//! what discount. A natural person is never named, and nothing is said of all the contracts that
//! is known of some.

use super::Evidence;
use super::called::calling;
use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::wording::{amount, day, the_percent};
use crate::lang::{Word, w};
use crate::model::{Cents, SourceId, Tender};
use crate::text::fold::fold;
use crate::text::number::{euro, euro_words, integer};
use jiff::civil::Date;

/// Ways of choosing that are told.
const MOST_WAYS: usize = 3;

const BASE: &str = "Importo Complessivo Gara";
const AWARD: &str = "Importo Aggiudicazione";
pub(super) const PROCEDURE: &str = "Descrizione Procedura di Aggiudicazione";
const PUBLISHED: &str = "Data Pubblicazione del CIG";
pub(super) const AWARDED: &str = "Data Aggiudicazione Definitiva";

/// Whether the tender makes an agreement that serves more works than the project's: its price is
/// not the project's own.
pub(super) fn is_framework(tender: &Tender) -> bool {
    let mode = fold(tender.mode.as_deref().unwrap_or_default());
    let procedure = fold(tender.procedure.as_deref().unwrap_or_default());
    let agreement = |text: &str| text.starts_with("accordo quadro") || text == "convenzione";
    tender.framework || agreement(&mode) || agreement(&procedure)
}

/// What the contracts of a tender are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Object {
    Works,
    Services,
    Goods,
    Unknown,
}

impl Object {
    /// "per i lavori".
    pub fn word(self) -> Word {
        match self {
            Object::Works => w::SAY_OBJECT_WORKS,
            Object::Services => w::SAY_OBJECT_SERVICES,
            Object::Goods => w::SAY_OBJECT_GOODS,
            Object::Unknown => w::SAY_OBJECT_UNKNOWN,
        }
    }

    pub const ALL: [Object; 4] = [Object::Works, Object::Services, Object::Goods, Object::Unknown];

    pub fn of(tender: &Tender) -> Object {
        match tender.object_kind.as_deref().map(fold).as_deref() {
            Some("lavori") => Object::Works,
            Some("servizi") => Object::Services,
            Some("forniture") => Object::Goods,
            _ => Object::Unknown,
        }
    }
}

/// How the choice was made: of the only contract; of all of them when all are known to be alike;
/// else of so many of them, and of how many it is not known.
pub(super) fn choice(f: &Facts<'_>) -> Vec<Claim> {
    struct Chosen {
        way: Word,
        contracts: usize,
        /// The sum of the prices, when all have one.
        price: Option<Cents>,
        source: SourceId,
    }
    let mut ways: Vec<Chosen> = Vec::new();
    for tender in &f.project.tenders {
        let (Some(way), Some(source)) = (tender.procedure.as_deref().and_then(way), tender.source) else {
            continue;
        };
        let price = tender.award.filter(|a| a.0 > 0 && !is_framework(tender));
        match ways.iter_mut().find(|w| w.way == way) {
            Some(found) => {
                found.contracts += 1;
                found.price = found.price.zip(price).map(|(a, b)| a + b);
            }
            None => ways.push(Chosen {
                way,
                contracts: 1,
                price,
                source,
            }),
        }
    }
    ways.sort_by_key(|w| std::cmp::Reverse((w.contracts, w.price)));
    let (known, all) = (
        ways.iter().map(|w| w.contracts).sum::<usize>(),
        f.project.tenders.len(),
    );
    let number = |n: usize| integer(n as i64, f.lang);
    let how = |way: Word| f.lang.say(way);
    let cites = |source| vec![cite(source, PROCEDURE)];
    match ways.as_slice() {
        [] => return Vec::new(),
        [only] if known == all => {
            let given = |t: &Tender| t.awarded.is_some() || price(t.award).is_some() || !t.winners.is_empty();
            let word = match all {
                1 if f.project.tenders.iter().all(given) => w::SAY_WHO_CHOSEN,
                1 => w::SAY_WHO_CHOICE,
                _ => w::SAY_WHO_CHOICES,
            };
            let values = [("how", how(only.way)), ("count", &number(all))];
            return vec![calling(f, Evidence::Observed, word, &values, cites(only.source))];
        }
        _ => {}
    }
    let mut out: Vec<Claim> = ways
        .iter()
        .take(MOST_WAYS)
        .map(|way| {
            let price = way.price.map(|p| euro_words(p.0, f.lang)).unwrap_or_default();
            let word = match (way.contracts, way.price) {
                (1, None) => w::SAY_WHO_CHOICE_ONE,
                (1, Some(_)) => w::SAY_WHO_CHOICE_ONE_WORTH,
                (_, None) => w::SAY_WHO_CHOICE_SOME,
                (_, Some(_)) => w::SAY_WHO_CHOICE_SOME_WORTH,
            };
            let values = [
                ("count", number(way.contracts)),
                ("all", number(all)),
                ("amount", price),
                ("how", how(way.way).to_owned()),
            ];
            let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
            f.derived(word, &values, cites(way.source))
        })
        .collect();
    let word = match all - known {
        0 => return out,
        1 => w::SAY_WHO_CHOICE_UNKNOWN_ONE,
        _ => w::SAY_WHO_CHOICE_UNKNOWN,
    };
    let source = ways.iter().map(|w| w.source).next();
    out.push(f.derived(
        word,
        &[("count", &number(all - known))],
        source.map(cites).unwrap_or_default(),
    ));
    out
}

/// How the contractor of a tender is chosen, where the table says it.
pub(super) fn way_of(tender: &Tender) -> Option<Word> {
    tender.procedure.as_deref().and_then(way)
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

/// Why the law lets a purchase go without a CIG, where the table gives a reason.
pub(super) fn without_cig(f: &Facts<'_>) -> Option<Claim> {
    let (word, source) = f.project.tenders.iter().find_map(|t| {
        let reason = fold(t.absence.as_deref().filter(|_| t.cig.is_empty())?);
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
            return None;
        };
        Some((word, t.source?))
    })?;
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

/// A price that somebody pays: cents and zeros are not.
fn price(amount: Option<Cents>) -> Option<Cents> {
    amount.filter(|a| a.0 >= 10_000)
}

/// The price and, where it differs, that from which the tender started.
fn of_one(f: &Facts<'_>, tender: &Tender) -> Vec<Claim> {
    let Some(source) = tender.source else {
        return Vec::new();
    };
    let framework = is_framework(tender);
    let (base, award) = (price(tender.base), price(tender.award));
    let both = vec![cite(source, AWARD), cite(source, BASE)];
    match (award, base.filter(|base| award != Some(*base))) {
        (None, None) => Vec::new(),
        (Some(award), Some(base)) => {
            let share = match award < base {
                true => the_percent(base - award, base, f.lang),
                false => None,
            };
            let word = match (framework, share.is_some()) {
                (true, _) => w::SAY_MUCH_FRAMEWORK_FROM,
                (false, true) => w::SAY_MUCH_CONTRACT_LESS,
                (false, false) => w::SAY_MUCH_CONTRACT_FROM,
            };
            let values = [
                ("amount", euro(award.0, f.lang)),
                ("base", euro(base.0, f.lang)),
                ("share", share.unwrap_or_default()),
            ];
            let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
            vec![f.derived(word, &values, both)]
        }
        (Some(award), None) => {
            let word = match framework {
                true => w::SAY_MUCH_FRAMEWORK,
                false => w::SAY_MUCH_CONTRACT,
            };
            let said = amount(award, f.lang);
            vec![f.observed(word, &[("amount", &said)], vec![cite(source, AWARD)])]
        }
        (None, Some(base)) => {
            let word = match framework {
                true => w::SAY_MUCH_FRAMEWORK_BASE,
                false => w::SAY_MUCH_BASE,
            };
            let said = amount(base, f.lang);
            vec![f.observed(word, &[("amount", &said)], vec![cite(source, BASE)])]
        }
    }
}

fn of_many(f: &Facts<'_>, tenders: &[Tender]) -> Vec<Claim> {
    let cites = |column: &'static str| -> Vec<Cite> {
        let sources = tenders.iter().filter_map(|t| t.source);
        sources.map(|s| cite(s, column)).collect()
    };
    let (frameworks, own): (Vec<&Tender>, Vec<&Tender>) = tenders.iter().partition(|t| is_framework(t));
    let awards: Vec<Cents> = own.iter().filter_map(|t| price(t.award)).collect();
    let word = match awards.len() {
        0 => w::SAY_MUCH_TENDERS,
        n if n == tenders.len() => w::SAY_MUCH_CONTRACTS,
        1 => w::SAY_MUCH_ONE_KNOWN_CONTRACT,
        _ => w::SAY_MUCH_KNOWN_CONTRACTS,
    };
    let values = [
        ("amount", amount(awards.iter().copied().sum(), f.lang)),
        ("count", integer(tenders.len() as i64, f.lang)),
        ("known", integer(awards.len() as i64, f.lang)),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let column = if awards.is_empty() { "CIG" } else { AWARD };
    let mut out = vec![calling(f, Evidence::Derived, word, &values, cites(column))];
    let largest = frameworks
        .iter()
        .filter_map(|t| Some((price(t.award)?, t.source?)))
        .max();
    if let Some((award, source)) = largest {
        let said = amount(award, f.lang);
        out.push(f.observed(
            w::SAY_MUCH_ONE_FRAMEWORK,
            &[("amount", &said)],
            vec![cite(source, AWARD)],
        ));
    }
    out
}

/// The day of the last award, with what the contract is for, and that of the first publication.
/// Where the way of choosing is not known, or was no tender, the latter is the day of the code
/// alone; where a contract has no day, no other is called the last.
pub(super) fn when(f: &Facts<'_>) -> Vec<Claim> {
    let tenders = &f.project.tenders;
    let days = |of: fn(&Tender) -> Option<Date>| {
        let found = tenders.iter().filter_map(move |t| Some((of(t)?, t)));
        found.collect::<Vec<_>>()
    };
    let (published, awarded) = (days(|t| t.published), days(|t| t.awarded));
    let last = awarded.iter().max_by_key(|(day, _)| *day);
    let first = published.iter().min_by_key(|(day, _)| *day);
    // The same day told twice tells nothing.
    let first = first.filter(|(day, _)| last.is_none_or(|(last, _)| last != day));
    let joined = tenders.len() == 1 && last.is_some() && first.is_some();
    let mut out = Vec::new();
    if let Some((date, tender)) = last {
        let word = match (tenders.len() == 1, awarded.len() == tenders.len()) {
            (true, _) if joined => w::SAY_WHEN_AWARDED_OF,
            (true, _) => w::SAY_WHEN_AWARDED,
            (false, true) => w::SAY_WHEN_LAST_AWARDED,
            (false, false) => w::SAY_WHEN_LAST_KNOWN_AWARDED,
        };
        let object = match Object::of(tender) {
            Object::Unknown => "",
            kind => f.lang.say(kind.word()),
        };
        let which = match object {
            "" => String::new(),
            object => f.lang.fill(w::SAY_WHEN_WHICH, &[("object", object)]),
        };
        let values = [
            ("on", day(*date, f.lang).on()),
            (
                "of",
                first.map(|(date, _)| day(*date, f.lang).of()).unwrap_or_default(),
            ),
            ("object", object.to_owned()),
            ("which", which),
            ("count", integer(tenders.len() as i64, f.lang)),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        let mut cites: Vec<Cite> = tender.source.map(|s| cite(s, AWARDED)).into_iter().collect();
        cites.extend(
            first
                .filter(|_| joined)
                .and_then(|(_, t)| Some(cite(t.source?, PUBLISHED))),
        );
        out.push(f.observed(word, &values, cites));
    }
    if let Some((date, tender)) = first.filter(|_| !joined) {
        let tendered =
            |t: &Tender| way_of(t).is_some_and(|way| way != w::SAY_WAY_DIRECT && way != w::SAY_WAY_IN_HOUSE);
        let word = match (tenders.len() == 1, tenders.iter().all(tendered)) {
            (true, true) => w::SAY_WHEN_PUBLISHED,
            (true, false) => w::SAY_WHEN_CODE,
            (false, true) => w::SAY_WHEN_FIRST_PUBLISHED,
            (false, false) => w::SAY_WHEN_FIRST_CODE,
        };
        let on = day(*date, f.lang);
        let cites = tender.source.map(|s| cite(s, PUBLISHED)).into_iter().collect();
        out.push(f.observed(word, &[("on", &on.on()), ("of", &on.of())], cites));
    }
    out.retain(|claim| !claim.cites.is_empty());
    out
}

/// How many contracts were given, as a sign of how far the project is: those whose own row has the
/// day or the price.
pub(super) fn progress(f: &Facts<'_>) -> Option<Claim> {
    let given: Vec<SourceId> = f
        .project
        .tenders
        .iter()
        .filter_map(|t| {
            let source = t.source?;
            let seen = f.date_of(source);
            let day = t.awarded.is_some_and(|d| seen.is_none_or(|seen| d <= seen));
            (day || t.awarded.is_none() && t.award.is_some_and(|a| a.0 > 0)).then_some(source)
        })
        .collect();
    let newest = given.iter().filter_map(|s| f.date_of(*s)).max();
    let at = f.at(newest);
    let cites = given.iter().map(|s| cite(*s, AWARDED)).collect();
    let count = integer(given.len() as i64, f.lang);
    let word = match given.len() {
        0 => return None,
        1 => w::SAY_PROGRESS_ONE_CONTRACT,
        _ => w::SAY_PROGRESS_CONTRACTS,
    };
    Some(calling(
        f,
        Evidence::Derived,
        word,
        &[("count", &count), ("at", &at)],
        cites,
    ))
}
