//! What the tenders say: who got the contracts, for what, how they were chosen, for how much, at
//! what discount. A natural person is never named, and nothing is said of all the contracts that
//! is known of some.

use super::claim::{Cite, Claim};
use super::contracts::{Contract, MOST_TASKS, Told};
use super::facts::{Facts, cite};
use super::money;
use super::tender::{AWARD, AWARDED, BASE, Object, PROCEDURE, PUBLISHED};
use super::wording::{day, the_percent};
use crate::lang::{Word, w};
use crate::model::{Cents, SourceId, Table};
use crate::text::grammar::list;
use crate::text::number::{euro, euro_words, integer};
use jiff::civil::Date;

/// A way of choosing, the contracts that it was chosen for, and their price when all have one.
struct Chosen {
    way: Word,
    contracts: usize,
    price: Option<Cents>,
    source: SourceId,
}

fn ways(contracts: &[Contract<'_>]) -> Vec<Chosen> {
    let mut out: Vec<Chosen> = Vec::new();
    for contract in contracts {
        let Some((way, source)) = contract.way() else {
            continue;
        };
        let price = contract.price().map(|(price, _)| price);
        match out.iter_mut().find(|w| w.way == way) {
            Some(found) => {
                found.contracts += 1;
                found.price = found.price.zip(price).map(|(a, b)| a + b);
            }
            None => out.push(Chosen {
                way,
                contracts: 1,
                price,
                source,
            }),
        }
    }
    out.sort_by_key(|w| std::cmp::Reverse((w.contracts, w.price)));
    out
}

/// Whether all contracts were given, as far as a table says it.
fn all_given(contracts: &[Contract<'_>]) -> bool {
    contracts.iter().all(Contract::is_given)
}

/// ", con prezzi di partenza di 27.000 euro in tutto": of contracts that are not all given, where each
/// has its own.
fn bases(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<(String, Vec<Cite>)> {
    let own = |c: &Contract<'_>| c.base().filter(|_| !c.is_framework());
    let all: Option<Vec<(Cents, SourceId)>> = contracts.iter().map(own).collect();
    let all = all.filter(|_| !all_given(contracts))?;
    let sum: Cents = all.iter().map(|(base, _)| *base).sum();
    // Nobody understands prices that are more than the project costs.
    if money::whole(f).is_some_and(|(_, whole, ..)| sum > whole) {
        return None;
    }
    let cites = all.iter().map(|(_, source)| cite(*source, BASE)).collect();
    let amount = euro(sum.0, f.lang);
    Some((f.lang.fill(w::SAY_WHO_FROM_IN_ALL, &[("amount", &amount)]), cites))
}

/// How many contracts were given in which way, and of how many it is not known: "I contratti sono
/// 7: 5 senza gara e 2 con una gara aperta a tutti".
pub(super) fn choice(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<Claim> {
    let ways = ways(contracts);
    if let [only] = ways.as_slice()
        && only.contracts == contracts.len()
    {
        let (all, how) = (integer(contracts.len() as i64, f.lang), f.lang.say(only.way));
        let chosen = vec![cite(only.source, PROCEDURE)];
        let of_many = contracts.iter().all(Contract::is_shared);
        let word = match (contracts.len(), all_given(contracts)) {
            _ if of_many => w::SAY_WHO_ALL_OF_MANY,
            (2, true) => w::SAY_WHO_BOTH_CHOSEN,
            (_, true) => w::SAY_WHO_ALL_CHOSEN,
            (2, false) => w::SAY_WHO_BOTH_CHOSEN_OPEN,
            (_, false) => w::SAY_WHO_ALL_CHOSEN_OPEN,
        };
        let tell = |from: &str, cites: Vec<Cite>| {
            let values = [("all", all.as_str()), ("how", how), ("from", from)];
            f.derived(word, &values, cites)
        };
        let full = bases(f, contracts).map(|(from, cites)| tell(&from, [chosen.clone(), cites].concat()));
        return Some(
            full.filter(|claim| f.fits(&claim.text))
                .unwrap_or_else(|| tell("", chosen)),
        );
    }
    let number = |n: usize| integer(n as i64, f.lang);
    let all = number(contracts.len());
    let shared = contracts.iter().filter(|c| c.is_shared()).count();
    let tell = |most: usize, with_price: bool| {
        let told = ways.get(..most)?;
        let mut parts: Vec<String> = told
            .iter()
            .map(|way| {
                let said = format!("{} {}", number(way.contracts), f.lang.say(way.way));
                match way.price.filter(|_| with_price) {
                    Some(price) => format!("{said} ({})", euro_words(price.0, f.lang)),
                    None => said,
                }
            })
            .collect();
        let known: usize = ways.iter().map(|w| w.contracts).sum();
        let other: usize = known - told.iter().map(|w| w.contracts).sum::<usize>();
        let rest = [
            (other, w::SAY_WHO_OTHER_WAYS),
            (contracts.len() - known, w::SAY_WHO_UNKNOWN_WAY),
        ];
        for (n, word) in rest.into_iter().filter(|(n, _)| *n > 0) {
            parts.push(f.lang.fill(word, &[("count", &number(n))]));
        }
        let cites = told.iter().map(|w| cite(w.source, PROCEDURE)).collect();
        let parts = list(&parts, f.lang);
        let word = match shared {
            0 if all_given(contracts) => w::SAY_WHO_CHOICES,
            0 => w::SAY_WHO_CHOICES_OPEN,
            _ => w::SAY_WHO_CHOICES_SHARED,
        };
        let shared = number(shared);
        let values = [("all", all.as_str()), ("ways", &parts), ("shared", &shared)];
        let claim = f.derived(word, &values, cites);
        f.fits(&claim.text).then_some(claim)
    };
    let fuller = (1..=ways.len())
        .rev()
        .flat_map(|most| [(most, true), (most, false)]);
    fuller
        .into_iter()
        .find_map(|(most, with_price)| tell(most, with_price))
}

/// Price and base of the only contract; of many, their number and the sum.
pub(super) fn how_much(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Vec<Claim> {
    match contracts {
        [] => Vec::new(),
        [one] => of_one(f, one).into_iter().collect(),
        many => of_many(f, many),
    }
}

/// The price and, where it differs, that from which the tender started.
fn of_one(f: &Facts<'_>, contract: &Contract<'_>) -> Option<Claim> {
    let framework = contract.is_framework();
    let (award, base) = (contract.award(), contract.base());
    let base = base.filter(|(base, _)| award.is_none_or(|(award, _)| award != *base));
    let cited = |told: Told<Cents>, column| told.map(|(_, source)| cite(source, column));
    let cites: Vec<Cite> = [cited(award, AWARD), cited(base, BASE)]
        .into_iter()
        .flatten()
        .collect();
    let said = |told: Told<Cents>| told.map(|(n, _)| euro(n.0, f.lang)).unwrap_or_default();
    let share = award.zip(base).and_then(|((award, _), (base, _))| {
        let less = award < base && !framework;
        less.then(|| the_percent(base - award, base, f.lang))?
    });
    // "Meno dell'1 per cento in meno" is heavy to hear.
    let is_nearly = award
        .zip(base)
        .is_some_and(|((award, _), (base, _))| (base - award).0 * 100 < base.0);
    let word = match (award.is_some(), base.is_some(), framework) {
        (false, false, _) => return None,
        (true, true, true) => w::SAY_MUCH_FRAMEWORK_FROM,
        (true, true, false) if share.is_some() && is_nearly => w::SAY_MUCH_CONTRACT_NEARLY,
        (true, true, false) if share.is_some() => w::SAY_MUCH_CONTRACT_LESS,
        (true, true, false) => w::SAY_MUCH_CONTRACT_FROM,
        (true, false, true) => w::SAY_MUCH_FRAMEWORK,
        (true, false, false) => w::SAY_MUCH_CONTRACT,
        (false, true, true) => w::SAY_MUCH_FRAMEWORK_BASE,
        (false, true, false) => w::SAY_MUCH_BASE,
    };
    let values = [
        ("amount", said(award.or(base))),
        ("base", said(base)),
        ("share", share.unwrap_or_default()),
        ("others", others(f, [contract])),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(match cites.len() {
        1 => f.observed(word, &values, cites),
        _ => f.derived(word, &values, cites),
    })
}

fn of_many(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Vec<Claim> {
    // What serves other works, too, has no price for this one.
    let own = contracts.iter().filter(|c| !c.is_framework()).count();
    // Those are counted, too, where nothing more is said of them.
    let of_others = contracts
        .iter()
        .filter(|c| c.is_framework() && c.award().is_some());
    let all = contracts.len() - of_others.count();
    let prices: Vec<(Cents, SourceId)> = contracts.iter().filter_map(|c| c.price()).collect();
    let word = match prices.len() {
        0 => return framework(f, contracts).into_iter().collect(),
        1 if own == 1 => w::SAY_MUCH_OWN_CONTRACT,
        n if n == own => w::SAY_MUCH_CONTRACTS,
        1 => w::SAY_MUCH_ONE_KNOWN_CONTRACT,
        _ => w::SAY_MUCH_KNOWN_CONTRACTS,
    };
    let priced = contracts.iter().find(|c| c.price().is_some());
    let of_which = priced.map_or_else(String::new, |c| which(f, contracts, c, 1));
    let values = [
        (
            "amount",
            euro(prices.iter().map(|(price, _)| *price).sum::<Cents>().0, f.lang),
        ),
        (
            "count",
            integer(
                if word == w::SAY_MUCH_CONTRACTS { own } else { all } as i64,
                f.lang,
            ),
        ),
        ("known", integer(prices.len() as i64, f.lang)),
        ("which", of_which),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let cites = prices.iter().map(|(_, source)| cite(*source, AWARD)).collect();
    let sum = f.derived(word, &values, cites);
    std::iter::once(sum).chain(framework(f, contracts)).collect()
}

/// The largest contract that serves other works too.
fn framework(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<Claim> {
    let frameworks = contracts.iter().filter(|c| c.is_framework());
    let awards: Vec<(Cents, SourceId)> = frameworks.filter_map(|c| c.award()).collect();
    let (award, source) = *awards.iter().max()?;
    let word = match awards.len() {
        1 => w::SAY_MUCH_ONE_FRAMEWORK,
        _ if awards.iter().all(|(other, _)| *other == award) => w::SAY_MUCH_FRAMEWORKS_EACH,
        _ => w::SAY_MUCH_LARGEST_FRAMEWORK,
    };
    let count = integer(awards.len() as i64, f.lang);
    let said = euro(award.0, f.lang);
    let cites = vec![cite(source, AWARD)];
    let shared = contracts
        .iter()
        .filter(|c| c.is_framework() && c.award().is_some());
    let others = others(f, shared);
    let values = [("amount", said.as_str()), ("count", &count), ("others", &others)];
    Some(f.observed(word, &values, cites))
}

/// "lavori", where each contract is for works; goods and services serve other projects.
fn others<'a>(f: &Facts<'_>, contracts: impl IntoIterator<Item = &'a Contract<'a>>) -> String {
    let is_works = |c: &Contract<'_>| c.rows.iter().any(|t| Object::of(t) == Object::Works);
    let word = match contracts.into_iter().all(is_works) {
        true => w::SAY_MUCH_OTHER_WORKS,
        false => w::SAY_MUCH_OTHERS,
    };
    f.lang.say(word).to_owned()
}

/// The day of the last contract. Where one has no day, it is said of how many it is known.
pub(super) fn when(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<Claim> {
    let days = |of: fn(&Facts<'_>, &Contract<'_>) -> Option<(Date, Cite)>| -> Vec<_> {
        let known = contracts.iter().filter_map(|c| Some((of(f, c)?, c)));
        known.collect()
    };
    let (given, registered) = (days(awarded), days(published));
    let all = |days: &[_]| days.len() == contracts.len();
    let lone = contracts.len() == 1;
    // Of two that were registered, the earlier may have been awarded after the other.
    let (word, dated) = match (all(&given), all(&registered)) {
        (true, _) if lone => (w::SAY_WHEN_AWARDED, given),
        (false, true) if lone => (w::SAY_WHEN_REGISTERED, registered),
        (true, _) => (w::SAY_WHEN_LAST_AWARDED, given),
        (false, true) if given.is_empty() => (w::SAY_WHEN_LAST_REGISTERED, registered),
        // The day of a code is not the contract's.
        (false, _) => match (given.len(), registered.len()) {
            (0, 1) => (w::SAY_WHEN_ONE_REGISTERED, registered),
            (0, _) => (w::SAY_WHEN_SOME_REGISTERED, registered),
            (1, _) => (w::SAY_WHEN_ONE_AWARDED, given),
            _ => (w::SAY_WHEN_SOME_AWARDED, given),
        },
    };
    let ((date, cited), contract) = dated.iter().max_by_key(|((day, _), _)| *day)?;
    let word = match word {
        _ if dated.iter().any(|((day, _), _)| day != date) => word,
        w::SAY_WHEN_LAST_AWARDED => w::SAY_WHEN_ALL_AWARDED,
        w::SAY_WHEN_LAST_REGISTERED => w::SAY_WHEN_ALL_REGISTERED,
        word => word,
    };
    // Of several of one day none is the last.
    let has_fellow = dated.iter().filter(|((day, _), _)| day == date).count() > 1;
    let tell = |most: usize| {
        let object = contract.for_what(f, most);
        let which = match has_fellow {
            true => String::new(),
            false => which(f, contracts, contract, most),
        };
        let values = [
            ("on", day(*date, f.lang).on()),
            ("object", object),
            ("which", which),
            ("count", integer(contracts.len() as i64, f.lang)),
            ("known", integer(dated.len() as i64, f.lang)),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        f.observed(word, &values, vec![cited.clone()])
    };
    let mut told = (0..=MOST_TASKS).rev().map(tell);
    told.find(|claim| f.fits(&claim.text))
}

/// ", quello per il progetto dei lavori,": which one of several it is. "Quello per dei servizi" tells
/// nobody.
fn which(f: &Facts<'_>, all: &[Contract<'_>], contract: &Contract<'_>, most: usize) -> String {
    let object = contract.for_what(f, most);
    // What two are for does not tell them apart.
    let is_another = all.iter().filter(|c| c.for_what(f, most) == object).count() > 1;
    let is_told = contract.object() == Object::Works || contract.rows.iter().any(|t| !t.tasks.is_empty());
    match object.as_str() {
        "" => String::new(),
        _ if !is_told || is_another => String::new(),
        object => f.lang.fill(w::SAY_WHEN_WHICH, &[("object", object)]),
    }
}

fn awarded(_: &Facts<'_>, contract: &Contract<'_>) -> Option<(Date, Cite)> {
    let (date, source) = contract.awarded()?;
    Some((date, cite(source, AWARDED)))
}

/// The day on which it got its code.
fn published(f: &Facts<'_>, contract: &Contract<'_>) -> Option<(Date, Cite)> {
    let (date, source) = contract.published()?;
    let [plan, beside] = PUBLISHED;
    let column = match f.table(source) {
        Some(Table::PncTenders) => beside,
        _ => plan,
    };
    Some((date, cite(source, column)))
}
