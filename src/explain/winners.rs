//! Who won: the weightiest contracts one by one, with all that is known of them, the others
//! together. Persons are counted, never named.

use super::claim::{Cite, Claim};
use super::contracts::{Contract, MOST_TASKS};
use super::facts::{Facts, cite};
use super::firms::{self, cites_of, named};
use super::holder::{Fullness, MOST_NAMES, who};
use super::money;
use super::plain::is_plural;
use super::tender::{AWARD, AWARDED, BASE, Object, PROCEDURE, task_word};
use super::tenders;
use super::unnamed;
use super::wording::in_month;
use crate::lang::w;
use crate::model::{Award, Body, Cents, Task, TextColumn};
use crate::text::grammar::list;
use crate::text::number::{euro, integer};
use std::collections::BTreeSet;

/// Contracts told one by one, where there are more than these.
const MOST: usize = 2;

/// The same with those of another work.
const MOST_IN_ALL: usize = 4;

/// The contracts, then how the others were chosen.
pub(super) fn claims(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Vec<Claim> {
    let lone = contracts.len() == 1;
    let (advice, own): (Vec<&Contract<'_>>, Vec<&Contract<'_>>) =
        contracts.iter().partition(|c| c.is_advice_for_many());
    let mut rich: Vec<&Contract<'_>> = own.iter().copied().filter(|c| lone || is_rich(c)).collect();
    // Those who build come first, and the larger before the smaller.
    rich.sort_by_key(|c| {
        // A group that others work for builds, where no table says what its contract is for.
        let is_main = !c.is_for_something() && (c.is_of_builders() || c.has_subcontractors());
        let builds = c.object() == Object::Works || is_main;
        let from = c.base().filter(|_| !c.is_framework());
        std::cmp::Reverse((
            builds && !c.firms.is_empty(),
            c.price().or(from).map(|(cents, _)| cents),
            builds,
            !c.firms.is_empty(),
            c.awarded(),
        ))
    });
    // A group of others than builders whose leader has no name does not stand before those who build.
    let others_build = own
        .iter()
        .any(|c| !rich.iter().any(|told| std::ptr::eq(*told, *c)) && c.is_of_builders());
    let is_later = |c: &&Contract<'_>| {
        !lone && others_build && c.unnamed_leader().is_some() && !c.is_of_builders() && !is_told_well(c)
    };
    let (later, mut rich): (Vec<&Contract<'_>>, Vec<&Contract<'_>>) = rich.into_iter().partition(is_later);
    let mut alike = alike(f, &rich, lone);
    let all = rich.len() == own.len() - later.len() && alike.len() <= MOST_NAMES;
    if !all {
        keep_most(&mut alike);
        rich.retain(|c| {
            alike
                .iter()
                .any(|(_, of)| of.iter().any(|told| std::ptr::eq(*told, *c)))
        });
    }
    let mut out: Vec<Claim> = alike.into_iter().map(|of| counted(f, of, lone)).collect();
    let rest: Vec<&Contract<'_>> = own
        .iter()
        .copied()
        .filter(|c| !rich.iter().chain(&later).any(|told| std::ptr::eq(*told, *c)))
        .collect();
    let of_persons: Vec<&Contract<'_>> = rest
        .iter()
        .copied()
        .filter(|c| c.firms.is_empty() && !c.unnamed.is_empty())
        .collect();
    let (persons, is_told_with) = match persons(f, &of_persons, !rich.is_empty()) {
        Some((claim, tasks)) => (Some(claim), tasks),
        None => (None, false),
    };
    let mut firms = firms::others(f, &rest, &rich);
    out.extend(match (firms.pop(), persons) {
        (Some(last), Some(persons)) => firms.into_iter().chain(f.follow(last, persons)).collect(),
        (last, persons) => firms.into_iter().chain(last).chain(persons).collect::<Vec<_>>(),
    });
    out.extend(firms::more_of_told(f, &rest, &rich));
    let later_alike = self::alike(f, &later, lone).into_iter().take(MOST);
    out.extend(later_alike.map(|of| counted(f, of, lone)));
    // What a sentence has told of theirs is not told again.
    let told: BTreeSet<Task> = rich.iter().chain(&later).flat_map(|c| tasks_of(c)).collect();
    let is_said = |c: &Contract<'_>| is_told_with && of_persons.iter().any(|said| std::ptr::eq(*said, c));
    let open: Vec<&Contract<'_>> = rest.iter().copied().filter(|c| !is_said(c)).collect();
    out.extend(tasks(f, &open, &told, own.len() > open.len()));
    out.extend(for_many(f, &advice));
    // Where no way of choosing is left untold, nothing is to be summed up.
    if rest.iter().any(|c| c.way().is_some()) {
        out.extend(tenders::choice(f, contracts));
    }
    out
}

/// Of many contracts the weightiest are told, and those whose work would else be nobody's.
fn keep_most(alike: &mut Vec<Alike<'_, '_>>) {
    let later = alike.split_off(MOST.min(alike.len()));
    for one in later {
        let known: BTreeSet<Task> = alike
            .iter()
            .flat_map(|(_, of)| of)
            .flat_map(|c| tasks_of(c))
            .collect();
        let (_, of) = &one;
        let is_new = |c: &&Contract<'_>| !c.firms.is_empty() && !tasks_of(c).is_subset(&known);
        if alike.len() < MOST_IN_ALL && of.iter().any(is_new) {
            alike.push(one);
        }
    }
}

/// What is said of contracts, and those of which the same is said.
type Alike<'c, 'a> = (Claim, Vec<&'c Contract<'a>>);

/// Contracts that read alike are told and counted together.
fn alike<'c, 'a>(f: &Facts<'_>, contracts: &[&'c Contract<'a>], lone: bool) -> Vec<Alike<'c, 'a>> {
    let mut out: Vec<Alike<'c, 'a>> = Vec::new();
    for (claim, contract) in contracts.iter().filter_map(|c| Some((one(f, c, lone, 1)?, *c))) {
        match out.iter_mut().find(|(known, _)| known.text == claim.text) {
            Some((known, of)) => {
                known.cites.extend(claim.cites);
                of.push(contract);
            }
            None => out.push((claim, vec![contract])),
        }
    }
    out
}

fn counted(f: &Facts<'_>, (claim, of): Alike<'_, '_>, lone: bool) -> Claim {
    match of.as_slice() {
        [first, _, ..] => one(f, first, lone, of.len()).map_or(claim.clone(), |many| Claim {
            cites: claim.cites,
            ..many
        }),
        _ => claim,
    }
}

/// Courses and advice that other projects buy, too.
fn for_many(f: &Facts<'_>, contracts: &[&Contract<'_>]) -> Option<Claim> {
    let mut firms: Vec<&Body> = Vec::new();
    for firm in contracts.iter().flat_map(|c| &c.firms) {
        if firms
            .iter()
            .all(|known| known.id != firm.id && known.name != firm.name)
        {
            firms.push(firm);
        }
    }
    let cites = contracts.iter().flat_map(|c| cites_of(c)).collect();
    let word = match firms.as_slice() {
        [] => return None,
        [one] if !is_plural(&one.name) && contracts.len() == 1 => w::SAY_WHO_FOR_MANY,
        _ => w::SAY_WHO_SOME_FOR_MANY,
    };
    Some(named(f, word, (&firms, None), MOST_NAMES, contracts.len(), cites))
}

/// Of a contract of which only the winner is known, or that a person has it and how, there is no
/// sentence of its own.
fn is_rich(contract: &Contract<'_>) -> bool {
    contract.is_led
        || contract.is_of_members()
        || contract.unnamed_leader().is_some()
        || is_told_well(contract)
}

/// Whether more is known of a contract than who has it.
fn is_told_well(contract: &Contract<'_>) -> bool {
    let is_told = !contract.firms.is_empty() || contract.is_for_something();
    contract.given().is_some()
        || is_tender_for_works(contract)
        || contract.has_winner() && contract.way().is_some() && is_told
}

/// Whether "who" has room to tell from which price the only contract started.
pub(super) fn says_start(f: &Facts<'_>, contract: &Contract<'_>) -> bool {
    let told = contract.start(true).zip(one(f, contract, true, 1));
    told.is_some_and(|((base, _), claim)| claim.text.contains(&euro(base.0, f.lang)))
}

/// That there was to be a tender for the works, from which price, is known of some that nobody won.
fn is_tender_for_works(contract: &Contract<'_>) -> bool {
    let way = contract.way().map(|(way, _)| way);
    let tendered = way.is_some_and(|way| way != w::SAY_WAY_DIRECT);
    tendered && contract.object() == Object::Works && contract.base().is_some()
}

/// Who won it, what for, when, how and for how much, as far as there is room; the price of the
/// only contract stands under "how much". There are so many (`times`) contracts of which the same
/// is known.
fn one(f: &Facts<'_>, contract: &Contract<'_>, lone: bool, times: usize) -> Option<Claim> {
    let cites = cites_of(contract);
    // "Un contratto per i lavori è andato a 9 gruppi, 47 imprese in tutto: …".
    if contract.groups > 1 && contract.firms.len() > MOST_NAMES {
        let number = |n: usize| integer(n as i64, f.lang);
        let (groups, count) = (number(contract.groups), number(contract.firms.len()));
        let tell = |object: &str| {
            let values = [("object", object), ("groups", &groups), ("count", &count)];
            f.linked(w::SAY_WHO_GROUPS, &values, cites.clone())
        };
        let full = tell(&contract.for_what(f, 1));
        return Some(if f.fits(&full.text) { full } else { tell("") });
    }
    let month = contract.awarded().and_then(|(day, source)| {
        let month = in_month(day.month(), day.year(), f.lang)?;
        Some((format!(" {month}"), cite(source, AWARDED)))
    });
    let how = contract
        .way()
        .map(|(way, source)| (format!(", {}", f.lang.say(way)), cite(source, PROCEDURE)));
    let price = contract.price().filter(|_| !lone).map(|(price, source)| {
        let said = euro(price.0, f.lang);
        let word = if times > 1 {
            w::SAY_WHO_WORTH_EACH
        } else {
            w::SAY_WHO_WORTH
        };
        let worth = f.lang.fill(word, &[("amount", &said)]);
        (worth, cite(source, AWARD))
    });
    // Where no price is known, the one that the tender started from.
    let price = price.or_else(|| {
        let (base, source) = contract.start(lone).filter(|(base, _)| !is_above_all(f, *base))?;
        let said = euro(base.0, f.lang);
        let word = if times > 1 {
            w::SAY_WHO_FROM_EACH
        } else {
            w::SAY_WHO_FROM
        };
        let from = f.lang.fill(word, &[("amount", &said)]);
        Some((from, cite(source, BASE)))
    });
    // Where no table says what it is for, what the firms do says it.
    let fullest = match contract.is_for_something() {
        true => Fullness::Names,
        false => Fullness::Trades,
    };
    let told = [fullest, Fullness::Names, Fullness::Leader].map(|full| who(f, contract, times, full));
    let [Some(with_trades), Some(plain), Some(short)] = told else {
        return None;
    };
    let way = contract.way().map_or("", |(way, _)| f.lang.say(way));
    let word = match (lone, contract.is_for_something()) {
        (true, true) => w::SAY_WHO_THE_CONTRACT,
        // Who has it need not be who builds.
        (true, false) => w::SAY_WHO_THE_ONLY_CONTRACT,
        (false, _) if times > 1 => w::SAY_WHO_CONTRACTS,
        (false, _) => w::SAY_WHO_A_CONTRACT,
    };
    let the_contract = f.lang.fill(word, &[("count", &integer(times as i64, f.lang))]);
    // What there is no room for is left out: the month first, then a task.
    let pieces = [month, how, price];
    let all = |most| [(most, [true, true, true]), (most, [false, true, true])];
    let least = [(1, [false, true, false]), (1, [false; 3]), (0, [false; 3])];
    // Names of a group, what firms do and how they were chosen give way to what the contract is for and
    // at what price.
    let without_way = [(1, [false, false, true])];
    let in_full = || (1..=MOST_TASKS).rev().flat_map(all).chain(without_way);
    // The price of the only one stands under "how much"; of what nobody knows who has it, the way says
    // more.
    let with_trades_in = match lone || !contract.has_winner() {
        true => (1..=MOST_TASKS).rev().flat_map(all).chain(least).collect(),
        false => in_full().collect::<Vec<_>>(),
    };
    let ways = [
        (&with_trades, with_trades_in),
        (&plain, in_full().collect()),
        (&short, in_full().collect()),
        (&plain, least[..2].to_vec()),
        (&short, least.to_vec()),
    ];
    let told = ways
        .iter()
        .skip(usize::from(fullest == Fullness::Names))
        .flat_map(|(told, pieces)| pieces.iter().map(move |(most, takes)| (*told, *most, *takes)));
    let claims = told.map(|((who, word, trades), most, takes)| {
        let object = contract.for_what(f, most);
        let mut cites = cites.clone();
        cites.extend(trades.iter().cloned());
        let mut said = [String::new(), String::new(), String::new()];
        for ((piece, takes), said) in pieces.iter().zip(takes).zip(&mut said) {
            if let Some((text, cite)) = piece.as_ref().filter(|_| takes) {
                *said = text.clone();
                cites.push(cite.clone());
            }
        }
        let [month, how, price] = said;
        let word = match *word {
            w::SAY_WHO_NOBODY if times > 1 => w::SAY_WHO_NOBODY_MANY,
            word => word,
        };
        let values = [
            ("who", who.as_str()),
            ("contract", &the_contract),
            ("object", &object),
            ("month", &month),
            ("how", &how),
            ("way", way),
            ("price", &price),
        ];
        f.linked(word, &values, cites)
    });
    let claims: Vec<Claim> = claims.collect();
    let fitting = claims.iter().find(|claim| f.fits(&claim.text));
    fitting.or(claims.last()).cloned()
}

/// Nobody understands a price that is more than the project costs: it may be of other works, too.
fn is_above_all(f: &Facts<'_>, base: Cents) -> bool {
    money::whole(f).is_some_and(|(_, whole, ..)| base > whole)
}

fn tasks_of(contract: &Contract<'_>) -> BTreeSet<Task> {
    let tasks = contract.rows.iter().flat_map(|t| t.tasks.iter());
    tasks.copied().collect()
}

/// What all of these contracts are for, where each says it and it is little.
fn told_with(contracts: &[&Contract<'_>]) -> Option<BTreeSet<Task>> {
    let each: Vec<BTreeSet<Task>> = contracts.iter().map(|c| tasks_of(c)).collect();
    let all: BTreeSet<Task> = each.iter().flatten().copied().collect();
    let known = !each.is_empty() && each.iter().all(|tasks| !tasks.is_empty());
    (known && all.len() <= MOST_OTHER_TASKS && !all.contains(&Task::Works)).then_some(all)
}

/// Other contracts that went to persons, or to firms whose name may be a person's; whether what they
/// are for is told with them.
fn persons(f: &Facts<'_>, contracts: &[&Contract<'_>], also: bool) -> Option<(Claim, bool)> {
    let tasks = told_with(contracts).unwrap_or_default();
    let words: Vec<&str> = tasks.iter().map(|task| f.lang.say(task_word(*task))).collect();
    let object = match words.as_slice() {
        [] => String::new(),
        words => format!(
            " {}",
            f.lang
                .fill(w::SAY_OBJECT_TASKS, &[("tasks", &list(words, f.lang))])
        ),
    };
    let word = match (contracts.len(), also) {
        (0, _) => return None,
        (1, true) => w::SAY_WHO_OTHER_OF,
        (1, false) => w::SAY_WHO_ONE_OF,
        (_, true) => w::SAY_WHO_OTHERS_OF,
        (_, false) => w::SAY_WHO_MANY_OF,
    };
    let awards: Vec<&Award> = contracts.iter().flat_map(|c| c.unnamed.iter().copied()).collect();
    let count = integer(contracts.len() as i64, f.lang);
    let tell = |object: &str| {
        let sources = contracts
            .iter()
            .flat_map(|c| c.rows.iter().filter_map(|t| t.source));
        let objects = sources
            .map(|source| cite(source, TextColumn::TenderObject.column()))
            .filter(|_| !object.is_empty());
        let cites = contracts.iter().flat_map(|c| cites_of(c)).chain(objects);
        let mut cites: Vec<Cite> = cites.collect();
        // Several contracts of one whom nobody names may be of several.
        let whom = match (contracts.len(), awards.as_slice()) {
            (1, awards) => unnamed::whom(f, awards, &mut cites),
            (_, awards) => unnamed::whom(f, &[awards, awards].concat(), &mut cites),
        };
        let values = [("count", count.as_str()), ("object", object), ("whom", &whom)];
        f.linked(word, &values, cites)
    };
    let full = tell(&object);
    Some(match f.fits(&full.text) {
        true => (full, !object.is_empty()),
        false => (tell(""), false),
    })
}

/// Tasks told of contracts of which little else is known.
const MOST_OTHER_TASKS: usize = 3;

/// "Altri contratti sono per indagini e rilievi e la sicurezza del cantiere": what those are for that
/// have no sentence of their own.
fn tasks(f: &Facts<'_>, rest: &[&Contract<'_>], known: &BTreeSet<Task>, others: bool) -> Option<Claim> {
    // A contract for design and works is one for works.
    let is_of_works = |contract: &Contract<'_>| contract.object() == Object::Works;
    // Those that serve other works, too, are counted apart.
    let rest: Vec<&&Contract<'_>> = rest
        .iter()
        .filter(|c| !c.is_shared() && !is_of_works(c))
        .collect();
    let open: BTreeSet<Task> = rest.iter().flat_map(|c| tasks_of(c)).collect();
    // The works go without saying.
    let open: Vec<Task> = open
        .into_iter()
        .filter(|task| *task != Task::Works && !known.contains(task))
        .take(MOST_OTHER_TASKS)
        .collect();
    let words: Vec<&str> = open.iter().map(|task| f.lang.say(task_word(*task))).collect();
    let of_them = |contract: &&&Contract<'_>| tasks_of(contract).iter().any(|task| open.contains(task));
    let contracts: Vec<&&Contract<'_>> = rest.into_iter().filter(of_them).collect();
    let cites = contracts
        .iter()
        .flat_map(|c| c.rows.iter().filter_map(|t| t.source))
        .map(|source| cite(source, TextColumn::TenderObject.column()))
        .collect();
    let word = match (others, contracts.len()) {
        (false, 1) => w::SAY_WHO_TASKS_OF_ONE,
        (false, _) => w::SAY_WHO_TASKS,
        (true, 1) => w::SAY_WHO_OTHER_TASKS_OF_ONE,
        (true, _) => w::SAY_WHO_OTHER_TASKS,
    };
    (!words.is_empty()).then(|| f.linked(word, &[("tasks", &list(&words, f.lang))], cites))
}
