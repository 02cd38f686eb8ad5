//! What the project must deliver and what it reports: numbers that mean something to a person.
//! Numbers that an office counts ("1 contratto firmato") are told as what they stand for once they
//! are reached, and not before.

mod fitting;

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::money;
use super::wording::in_month;
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, FactKind, Fund, STEPS, Target, is_end, is_half_paid, is_step, is_whole};
use crate::text::grammar::list;
use crate::text::number::{decimal, euro};
use crate::text::repair::{calm, is_known_acronym};
use crate::title::at_comune;
use fitting::{is_loss, word};

/// Indicators told in sentences; all of them stand in the sheet's table.
const MOST_TARGETS: usize = 3;
/// Indicators told as what a project is to bring.
const MOST_GOALS: usize = 2;
/// An official name with more words than this is left to the table.
const LONGEST_NAME: usize = 9;

const PLANNED: &str = "Valore Programmato";
pub(super) const ACHIEVED: &str = "Valore Realizzato";

/// What is reported, and what is planned unless the project is known to be over: a newer table says it.
pub(super) fn claims(f: &Facts<'_>, is_over: bool) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    let mut done: Vec<Done> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for indicator in indicators(&f.project.targets) {
        if out.len() + done.len() + open.len() == MOST_TARGETS {
            break;
        }
        match one(f, &indicator) {
            // Two indicators can have one name: it is told once.
            Some(Told::Target(claim)) if out.iter().all(|o| o.text != claim.text) => out.push(claim),
            Some(Told::Done(one)) => match done.iter_mut().find(|d| d.what == one.what) {
                Some(told) if one.when < told.when => *told = one,
                Some(_) => {}
                None => done.push(one),
            },
            Some(Told::Open(one)) if open.iter().all(|o| o.thing != one.thing) => open.push(one),
            _ => {}
        }
    }
    // Beside a result the thing that has none is named.
    let is_all = done.is_empty() && out.is_empty();
    if !is_over {
        out.extend(planned(f, &open, is_all));
    }
    // "I lavori risultavano finiti" beside half of their square metres.
    if indicators(&f.project.targets).iter().any(Indicator::is_partial) {
        done.retain(|d| d.is_step);
    }
    // What is open has been tendered before.
    if done.iter().any(|d| !d.is_step) {
        done.retain(|d| !d.is_step);
    }
    done.sort_by_key(|d| std::cmp::Reverse(d.when));
    let all = (1..=done.len())
        .rev()
        .filter_map(|n| Some(told(f, done.get(..n)?)));
    let fitting = all.into_iter().find(|claim| f.fits(&claim.text));
    fitting.into_iter().chain(out).collect()
}

/// What an indicator stands for, once it is reached: of two of one meaning the earlier.
struct Done {
    what: &'static str,
    said: String,
    is_step: bool,
    when: (Option<i16>, Option<i8>),
    cite: Cite,
}

/// What is planned and has no result yet.
struct Open {
    thing: String,
    cite: Cite,
}

enum Told {
    Target(Claim),
    Done(Done),
    Open(Open),
}

/// "In programma: 18 posti di nido e 12 nella scuola dell'infanzia; nessun risultato comunicato…": together
/// where there is room, else one by one; what "what" has told is not told again.
fn planned(f: &Facts<'_>, open: &[Open], is_all: bool) -> Vec<Claim> {
    let tell = |some: &[Open]| {
        let things: Vec<&str> = some.iter().map(|o| o.thing.as_str()).collect();
        let newest = some.iter().filter_map(|o| f.date_of(o.cite.source)).max();
        let (thing, at) = (list(&things, f.lang), f.at(newest));
        let cites = some.iter().map(|o| o.cite.clone()).collect();
        let word = match is_all && are_told(f, &things) {
            true => w::SAY_TARGET_NOTHING_YET,
            false => w::SAY_TARGET_PLANNED,
        };
        f.observed(word, &[("thing", &thing), ("at", &at)], cites)
    };
    if open.is_empty() {
        return Vec::new();
    }
    let all = tell(open);
    match f.fits(&all.text) {
        true => vec![all],
        false => open.chunks(1).map(tell).collect(),
    }
}

/// "Il contratto risultava firmato a settembre 2023."
fn told(f: &Facts<'_>, done: &[Done]) -> Claim {
    let mut done: Vec<&Done> = done.iter().collect();
    done.sort_by_key(|d| d.when);
    let said: Vec<&str> = done.iter().map(|d| d.said.as_str()).collect();
    let cites: Vec<Cite> = done.iter().map(|d| d.cite.clone()).collect();
    f.observed(w::SAY_TARGET_DONE, &[("done", &list(&said, f.lang))], cites)
}

/// One indicator: the row of its newest month that has a planned value, and that of its newest
/// reported value.
struct Indicator<'a> {
    first: &'a Target,
    planned: Option<(f64, &'a Target)>,
    achieved: Option<(f64, &'a Target)>,
}

impl Indicator<'_> {
    fn is_partial(&self) -> bool {
        let both = self.planned.zip(self.achieved);
        let code = &self.first.indicator;
        !is_loss(code) && both.is_some_and(|((planned, _), (achieved, _))| !is_whole(code, planned, achieved))
    }
}

fn indicators(targets: &[Target]) -> Vec<Indicator<'_>> {
    let mut rows: Vec<&Target> = targets.iter().collect();
    rows.sort_by_key(|t| (t.indicator.as_str(), t.year, t.month));
    let mut out: Vec<Indicator<'_>> = Vec::new();
    for row in rows {
        if out.last().is_none_or(|i| i.first.indicator != row.indicator) {
            out.push(Indicator {
                first: row,
                planned: None,
                achieved: None,
            });
        }
        if let Some(indicator) = out.last_mut() {
            indicator.planned = row
                .planned
                .filter(|n| *n > 0.0)
                .map(|n| (n, row))
                .or(indicator.planned);
            indicator.achieved = row
                .achieved
                .filter(|n| *n > 0.0)
                .map(|n| (n, row))
                .or(indicator.achieved);
        }
    }
    out
}

/// That a contract is signed.
const SIGNED: &str = "T0115";

/// Whether a table reports a contract as signed: its month says more than the day of another.
pub(super) fn is_signed(f: &Facts<'_>) -> bool {
    let signed = |t: &Target| t.indicator == SIGNED && t.achieved.is_some_and(|n| n > 0.0);
    f.project.targets.iter().any(signed)
}

/// That the project has done what it had to, where a table reports it: "a marzo 2024 i lavori
/// risultavano finiti".
pub(super) fn reached(f: &Facts<'_>) -> Option<Claim> {
    let all = indicators(&f.project.targets);
    if all.iter().any(Indicator::is_partial) {
        return None;
    }
    let ends = all.iter().filter(|i| !is_step(&i.first.indicator));
    let done = ends.filter_map(|i| match one(f, i)? {
        Told::Done(done) => Some(done),
        Told::Target(_) | Told::Open(_) => None,
    });
    if let Some(last) = done.max_by_key(|d| d.when) {
        return Some(f.observed(w::SAY_TARGET_DONE, &[("done", &last.said)], vec![last.cite]));
    }
    let row = made(f)?;
    let (month, cites) = (month(f, row), vec![cite(row.source, ACHIEVED)]);
    Some(f.observed(w::SAY_TARGET_MADE, &[("month", &month)], cites))
}

/// Whether all that the project had to reach is reported as reached, its end or the thing itself too.
pub(super) fn is_done(f: &Facts<'_>) -> bool {
    let of = |kind| f.project.amount(kind, Fund::Total).map(|a| a.value);
    let rows = f.project.targets.iter();
    let rows = rows.map(|t| (t.indicator.as_str(), t.planned, t.achieved));
    let is_half_paid = is_half_paid(of(AmountKind::Funding), of(AmountKind::Payment));
    crate::model::is_done(rows, is_half_paid)
}

/// The newest row of what is built, bought or in use, where with it the project is done.
pub(super) fn made<'a>(f: &Facts<'a>) -> Option<&'a Target> {
    last_of_all(f).filter(|_| is_done(f) && end(f).is_none())
}

/// What the project does, where its indicators all say one thing of those that its measure may pay for.
pub(super) fn does(f: &Facts<'_>) -> Option<&'static str> {
    let of = |t: &Target| keyed("does", &t.indicator).map(|word| f.lang.say(word));
    let mut said = f.project.targets.iter().filter_map(of);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// What the project is to bring, where its indicators count it: "766 metri quadrati di lavori";
/// nothing of steps, of beginnings and of money.
pub(super) fn goal(f: &Facts<'_>) -> Option<(String, Vec<Cite>)> {
    let (said, cites) = goals(f);
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    (!said.is_empty()).then(|| (list(&said, f.lang), cites))
}

/// Whether "what" says each of them: it does where the texts give no quantity.
fn are_told(f: &Facts<'_>, things: &[&str]) -> bool {
    let goals = goals(f).0;
    f.project.fact(FactKind::Quantity).is_none()
        && things.iter().all(|thing| goals.iter().any(|goal| goal == thing))
}

fn goals(f: &Facts<'_>) -> (Vec<String>, Vec<Cite>) {
    let all = indicators(&f.project.targets);
    let counted = all.iter().filter_map(|i| {
        let code = i.first.indicator.as_str();
        let unit = i.first.unit.as_deref();
        // What is reached "how far" tells.
        let is_open = |(n, _): &(f64, _)| {
            i.achieved
                .is_none_or(|(achieved, _)| !is_whole(code, *n, achieved))
        };
        let (n, row) = i
            .planned
            .filter(|(n, _)| *n > 1.0 && !is_step(code) && !is_loss(code))
            .filter(is_open)?;
        let said = thing(f, i.first, n).filter(|_| !matches!(unit, Some("Euro" | "%")))?;
        Some((said, cite(row.source, PLANNED)))
    });
    counted.take(MOST_GOALS).unzip()
}

/// Indicators that count scholarships: given to somebody, they are not yet paid to the end.
const GRANTS: &[&str] = &["T0097", "T0098", "T0099", "T0100", "T0102", "T0103", "T0237"];
/// Those of doctorates.
const SCHOLARSHIPS: &[&str] = &["T0097", "T0098", "T0099", "T0100"];

/// How many scholarships the project is to pay by its indicators, where they say one number.
pub(super) fn scholarships(f: &Facts<'_>) -> Option<(f64, Cite)> {
    let of = |t: &&Target| SCHOLARSHIPS.contains(&t.indicator.as_str());
    let mut planned = f
        .project
        .targets
        .iter()
        .filter(of)
        .filter_map(|t| Some((t.planned?, t)));
    let (n, row) = planned.next().filter(|(n, _)| *n >= 1.0)?;
    planned
        .all(|(other, _)| other == n)
        .then(|| (n, cite(row.source, PLANNED)))
}

/// An end that a table reports as not reached, with the day of the table: "la Casa della Comunità
/// non risultava ancora aperta".
fn not_yet<'a>(f: &Facts<'a>) -> Option<(&'static str, &'a Target)> {
    let all = indicators(&f.project.targets);
    let ends = all.iter().filter(|i| i.achieved.is_none());
    let mut ends = ends.filter(|i| i.planned.is_some_and(|(n, _)| n == 1.0));
    ends.find_map(|i| {
        let yet = word(f, "yet", &i.first.indicator)?;
        let code = &i.first.indicator;
        let zero = |t: &&Target| t.indicator == *code && t.achieved == Some(0.0);
        let row = f
            .project
            .targets
            .iter()
            .filter(zero)
            .max_by_key(|t| (f.date_of(t.source), t.year, t.month))?;
        Some((f.lang.say(yet), row))
    })
}

/// The newest row of those that report all that the project had to give; nothing where something is
/// open.
pub(super) fn last_of_all<'a>(f: &Facts<'a>) -> Option<&'a Target> {
    let all = indicators(&f.project.targets);
    let due = all
        .iter()
        .filter(|i| i.planned.is_some() && !is_step(&i.first.indicator));
    let reached: Option<Vec<&Target>> = due
        .map(|i| {
            let ((planned, _), (achieved, row)) = i.planned.zip(i.achieved)?;
            is_whole(&i.first.indicator, planned, achieved).then_some(row)
        })
        .collect();
    reached?.into_iter().max_by_key(|t| (t.year, t.month))
}

/// The newest row that reports the end of the project.
pub(super) fn end<'a>(f: &Facts<'a>) -> Option<&'a Target> {
    let reports = |t: &&Target| is_end(&t.indicator) && t.achieved.is_some_and(|n| n > 0.0);
    f.project
        .targets
        .iter()
        .filter(reports)
        .max_by_key(|t| (t.year, t.month))
}

/// The same in words, when and in which cell: what is not yet done was not on the day of the table.
pub(super) fn yet(f: &Facts<'_>) -> Option<(&'static str, String, Cite)> {
    let (yet, row) = not_yet(f)?;
    Some((yet, f.at_source(row.source), cite(row.source, ACHIEVED)))
}

/// The same as a sentence of its own, and behind another.
pub(super) fn behind(f: &Facts<'_>, mut out: Vec<Claim>) -> Vec<Claim> {
    let Some((yet, at, cell)) = yet(f) else {
        return out;
    };
    let cites = vec![cell];
    let alone = match f.only_comune() {
        Some(comune) => {
            let place = at_comune(&comune.name, f.lang);
            f.observed(
                w::SAY_TARGET_YET_AT,
                &[("place", &place), ("at", &at), ("yet", yet)],
                cites,
            )
        }
        None => f.observed(w::SAY_TARGET_YET, &[("at", &at), ("yet", yet)], cites),
    };
    // "Al 31 marzo 2025 il progetto era in corso, …; la Casa non risultava ancora aperta."
    let same_day = |claim: &Claim| claim.text.to_lowercase().starts_with(&at.to_lowercase());
    match out.last().is_some_and(same_day) {
        true => {
            let last = out.split_off(out.len() - 1);
            for first in last {
                out.extend(f.join(first, w::SAY_TARGET_YET_BEHIND, &[("yet", yet)], alone.clone()));
            }
        }
        false => out.push(alone),
    }
    out
}

fn one(f: &Facts<'_>, i: &Indicator<'_>) -> Option<Told> {
    let planned = i.planned.map(|(n, _)| n);
    if let Some(done) = word(f, "done", &i.first.indicator)
        && planned.is_none_or(|n| n == 1.0)
    {
        let (n, row) = i.achieved?;
        let reached = n >= planned.unwrap_or(1.0);
        return reached.then(|| {
            Told::Done(Done {
                what: f.lang.say(done),
                said: format!("{} {}", f.lang.say(done), month(f, row)),
                is_step: STEPS.contains(&i.first.indicator.as_str()),
                when: (row.year, row.month),
                cite: cite(row.source, ACHIEVED),
            })
        });
    }
    let claim = match (i.planned, i.achieved) {
        (Some((n, row)), achieved) => return promised(f, i.first, n, row, achieved),
        (None, Some((n, row))) => {
            let values = [("month", month(f, row)), ("thing", thing(f, i.first, n)?)];
            let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
            let cites = vec![cite(row.source, ACHIEVED)];
            Some(f.observed(w::SAY_TARGET_ONLY_REPORTED, &values, cites))
        }
        (None, None) => None,
    };
    claim.map(Told::Target)
}

/// The promise and what has come of it, in one sentence.
fn promised(
    f: &Facts<'_>,
    first: &Target,
    n: f64,
    row: &Target,
    achieved: Option<(f64, &Target)>,
) -> Option<Told> {
    let mut cites = vec![cite(row.source, PLANNED)];
    let thing = match thing(f, first, n) {
        Some(thing) => thing,
        None => {
            let name = plain_name(&first.name)?;
            let figure = figure(n, f.lang).filter(|_| n >= 1.0)?;
            let values = [("name", name.as_str()), ("planned", figure.as_str())];
            f.lang.fill(w::SAY_TARGET_OTHER, &values)
        }
    };
    let Some((reached, row)) = achieved else {
        // How much is paid tells more than that nobody reported it.
        if first.unit.as_deref() == Some("Euro") && money::paid(f.project).is_some() {
            return None;
        }
        if is_loss(&first.indicator) {
            let values = [("thing", thing.as_str()), ("at", &f.at_source(row.source))];
            return Some(Told::Target(f.observed(
                w::SAY_TARGET_LOSS_PLANNED,
                &values,
                cites,
            )));
        }
        return Some(Told::Open(Open {
            thing,
            cite: cite(row.source, PLANNED),
        }));
    };
    cites.push(cite(row.source, ACHIEVED));
    if is_loss(&first.indicator) {
        let values = [
            ("thing", thing),
            ("achieved", figure(reached, f.lang)?),
            ("month", month(f, row)),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        return Some(Told::Target(f.observed(w::SAY_TARGET_LOSS, &values, cites)));
    }
    let [all, one, more, some] = match GRANTS.contains(&first.indicator.as_str()) {
        true => [
            w::SAY_TARGET_ALL_GRANTED,
            w::SAY_TARGET_GRANTED,
            w::SAY_TARGET_MORE_GRANTED,
            w::SAY_TARGET_SOME_GRANTED,
        ],
        false => [
            w::SAY_TARGET_ALL_REACHED,
            w::SAY_TARGET_REACHED,
            w::SAY_TARGET_SURPASSED,
            w::SAY_TARGET_REPORTED,
        ],
    };
    let word = match reached {
        // "1 su 1" where the table has 1,02.
        r if figure(r, f.lang) == figure(n, f.lang) && n > 1.0 => all,
        r if figure(r, f.lang) == figure(n, f.lang) => one,
        r if r > n => more,
        _ => some,
    };
    let (unit, factor) = spoken_unit(first, n);
    let achieved = match unit {
        Some(_) => figure((reached * factor).round(), f.lang)?,
        None if reached < 1.0 => f.lang.say(w::SAY_LESS_THAN_ONE).to_owned(),
        None => figure(reached, f.lang)?,
    };
    let values = [("thing", thing), ("month", month(f, row)), ("achieved", achieved)];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(Told::Target(f.observed(word, &values, cites)))
}

/// The month that a reported number speaks of; where the row has none, the day of the table.
pub(super) fn month(f: &Facts<'_>, row: &Target) -> String {
    let own = row.month.zip(row.year);
    own.and_then(|(month, year)| in_month(month, year, f.lang))
        .unwrap_or_else(|| f.at_source(row.source))
}

fn keyed(group: &str, indicator: &str) -> Option<Word> {
    Word::from_key(&format!("{group}.{}", indicator.to_lowercase()))
}

/// Two figures behind the comma at most, none above a hundred.
fn figure(n: f64, lang: Lang) -> Option<String> {
    let digits = match n {
        n if n >= 100.0 => 0,
        n if n >= 1.0 => 1,
        _ => 2,
    };
    (n > 0.0).then(|| decimal(n, digits, lang))
}

/// A unit that people use, and how many of them make one of the table's: metres for what is below a
/// kilometre, tonnes for less than thousands of them, hectares of fields.
fn spoken_unit(target: &Target, n: f64) -> (Option<Word>, f64) {
    let unit = target.unit.as_deref().unwrap_or_default();
    match unit {
        "KTEP/Anno" if n < 1.0 => (Some(w::UNIT_TEP), 1_000.0),
        "Chilometri" if n < 1.0 => (keyed("unit", &target.indicator), 1_000.0),
        "Metri quadrati" if n >= 10_000.0 => (keyed("unit", &target.indicator), 0.000_1),
        _ => (None, 1.0),
    }
}

/// "60 posti di nido": the indicator in our words, singular or plural. Nothing below one.
fn thing(f: &Facts<'_>, target: &Target, n: f64) -> Option<String> {
    if target.unit.as_deref() == Some("%") && !is_loss(&target.indicator) {
        let name = plain_name(&target.name)?;
        let share = figure(n, f.lang)?;
        let values = [("name", name.as_str()), ("share", share.as_str())];
        return Some(f.lang.fill(w::SAY_TARGET_SHARE, &values));
    }
    let (unit, factor) = spoken_unit(target, n);
    let word = match unit {
        Some(word) => word,
        None => self::word(f, "indicator", &target.indicator)?,
    };
    let n = match unit {
        Some(_) => (n * factor).round(),
        None => n,
    };
    if n < 1.0 {
        return None;
    }
    let (one, many) = f.lang.say(word).split_once('|')?;
    let figure = match target.unit.as_deref() {
        Some("Euro") => euro((n * 100.0).round() as i64, f.lang),
        _ => figure(n, f.lang)?,
    };
    let noun = if figure == "1" { one } else { many };
    Some(format!("{figure} {noun}"))
}

/// The official name without its "number of", with a small first letter, when it is short enough.
fn plain_name(name: &str) -> Option<String> {
    let counts = ["numero di ", "nr. di ", "nr di ", "nr. ", "nr ", "n. di ", "n. "];
    let rest = counts
        .iter()
        .find_map(|p| {
            let head = name.get(..p.len())?;
            head.eq_ignore_ascii_case(p).then(|| &name[p.len()..])
        })
        .unwrap_or(name);
    let simple = !rest.contains(['(', ')', '/', '"']);
    let words = rest.split(' ').filter(|w| !w.is_empty()).count();
    let mut chars = rest.chars();
    let first = chars.next()?;
    let small: String = match rest.split_once(' ') {
        Some(("MQ" | "Mq" | "mq", rest)) => format!("metri quadrati {rest}"),
        Some(("KM" | "Km" | "km", rest)) => format!("chilometri {rest}"),
        Some(("KW" | "Kw" | "kW", rest)) => format!("kilowatt {rest}"),
        Some(("MW", rest)) => format!("megawatt {rest}"),
        Some((word, _)) if is_known_acronym(word) => rest.to_owned(),
        _ => first.to_lowercase().chain(chars).collect(),
    };
    (simple && words <= LONGEST_NAME).then(|| calm(&small).into_owned())
}
