//! What the plan does not pay of the whole: what no table explains, what one fund put in once, and
//! who has paid of it.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::funds;
use super::wording::by;
use crate::lang::{Lang, w};
use crate::model::{AmountKind, Cents, Fund, Observed, SourceId};
use crate::text::fold::fold;
use crate::text::grammar::list;
use crate::text::number::{self, euro};

/// Smaller amounts are what is left of a rounding: nobody pays them.
pub(super) const LEAST: Cents = Cents(10_000);

pub(super) type Part<'a> = (Fund, &'a Observed<Cents>);

/// A smaller part of the whole is a rounding.
const LEAST_REST: i64 = 100;

/// What no fund of the table puts in.
pub(super) fn rest(f: &Facts<'_>, total: Cents, of: SourceId, parts: &[Part<'_>]) -> Option<(Cents, Claim)> {
    let known: Cents = parts.iter().map(|(_, a)| a.value).sum();
    let rest = total - known;
    if parts.is_empty() || rest < LEAST || rest.0 < total.0 / LEAST_REST {
        return None;
    }
    let said = euro(rest.0, f.lang);
    let cites = vec![cite(of, Fund::Total.column())];
    Some((rest, f.derived(w::SAY_MUCH_REST, &[("amount", &said)], cites)))
}

/// What one fund put in then is a part of what no table explains today; nothing where it is more, or
/// there is no room.
pub(super) fn partly(f: &Facts<'_>, left: Cents, rest: &Claim, (fund, a): &Part<'_>) -> Option<Claim> {
    // What is left of a rounding nobody pays.
    let all = left - a.value < LEAST;
    let word = match (all, funds::is_many(*fund)) {
        (true, true) => w::SAY_MUCH_REST_WERE,
        (true, false) => w::SAY_MUCH_REST_WAS,
        (false, true) => w::SAY_MUCH_REST_PARTLY_MANY,
        (false, false) => w::SAY_MUCH_REST_PARTLY,
    };
    let values = [
        ("rest", euro(left.0, f.lang)),
        ("at", f.at_source(a.source)),
        ("fund", name(f, *fund).to_owned()),
        ("amount", euro(a.value.0, f.lang)),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let cites = [rest.cites.clone(), vec![cite(a.source, fund.column())]].concat();
    let told = f.derived(word, &values, cites);
    (a.value < left && f.fits(&told.text)).then_some(told)
}

/// The same of several funds: "Degli altri 2.148.327,35 euro al 20 febbraio 2023 mettevano una parte la
/// Regione (1.099.687) e il Comune (355.297)".
pub(super) fn partly_by_many(f: &Facts<'_>, left: Cents, rest: &Claim, then: &[&Part<'_>]) -> Option<Claim> {
    let (_, first) = then.first()?;
    let in_all: Cents = then.iter().map(|(_, a)| a.value).sum();
    if then.iter().any(|(_, a)| a.source != first.source) || left - in_all < LEAST {
        return None;
    }
    let said: Vec<String> = then
        .iter()
        .map(|(fund, a)| format!("{} ({})", name(f, *fund), figure(f, a.value)))
        .collect();
    let values = [
        ("rest", euro(left.0, f.lang)),
        ("at", f.at_source(first.source)),
        ("payers", list(&said, f.lang)),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let own = then.iter().map(|(fund, a)| cite(a.source, fund.column()));
    let cites = rest.cites.iter().cloned().chain(own).collect();
    Some(f.derived(w::SAY_MUCH_REST_PARTLY_ALL, &values, cites)).filter(|claim| f.fits(&claim.text))
}

/// What is left of the rest, behind those who put in a part of it then.
pub(super) fn still_open(f: &Facts<'_>, left: Cents, rest: Claim) -> Claim {
    let left = euro(left.0, f.lang);
    f.derived(w::SAY_MUCH_REST_OPEN, &[("amount", &left)], rest.cites)
}

/// Who put in the rest of a whole that was larger then.
pub(super) fn of_larger(f: &Facts<'_>, (fund, a): &Part<'_>, rest: Claim) -> Claim {
    let word = match funds::is_many(*fund) {
        true => w::SAY_MUCH_REST_OF_LARGER_MANY,
        false => w::SAY_MUCH_REST_OF_LARGER,
    };
    let (at, exact) = (f.at_source(a.source), figure(f, a.value));
    let values = [("at", at.as_str()), ("fund", name(f, *fund)), ("amount", &exact)];
    let cites = [rest.cites, vec![cite(a.source, fund.column())]].concat();
    f.derived(word, &values, cites)
}

/// The payments of other funds than the plan.
pub(super) fn paid_by_others<'a>(f: &Facts<'a>) -> impl Iterator<Item = Part<'a>> {
    // Beside money of the plan that of its complement is another's.
    let has_plan = f.project.amount(AmountKind::Funding, Fund::Pnrr).is_some();
    let others = f.project.amounts.iter().filter(move |(kind, fund, a)| {
        let is_plan = *fund == Fund::Pnrr || *fund == Fund::Pnc && !has_plan;
        *kind == AmountKind::Payment && a.value >= LEAST && !is_plan && funds::word(*fund).is_some()
    });
    others.map(|(_, fund, a)| (*fund, a))
}

/// Who has paid beside the plan, the largest sum first, and the cells. The State's funds are one payer.
pub(super) fn payers(f: &Facts<'_>) -> (Vec<(&'static str, Cents)>, Vec<Cite>) {
    let mut payers: Vec<(&'static str, Cents)> = Vec::new();
    let mut cites = Vec::new();
    for (fund, a) in paid_by_others(f) {
        let of_state = matches!(fund, Fund::StateBudget | Fund::StateFoi | Fund::Fpop);
        let payer = name(f, if of_state { Fund::State } else { fund });
        cites.push(cite(a.source, funds::column(AmountKind::Payment, fund)));
        match payers.iter_mut().find(|(known, _)| *known == payer) {
            Some((_, sum)) => *sum += a.value,
            None => payers.push((payer, a.value)),
        }
    }
    payers.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
    (payers, cites)
}

/// "292.574,62 dalla Regione", of each; what a fund is, behind a comma, is said of the last only.
pub(super) fn paid_from(f: &Facts<'_>, payers: &[(&'static str, Cents)]) -> Vec<String> {
    let last = payers.len().saturating_sub(1);
    let one = |(at, (payer, sum)): (usize, &(&'static str, Cents))| {
        let short = payer.split(", ").next().filter(|_| at < last);
        format!(
            "{} {}",
            figure(f, *sum),
            funds::from(short.unwrap_or(payer), f.lang)
        )
    };
    payers.iter().enumerate().map(one).collect()
}

/// "Per gli altri 372.907,76 euro al 31 marzo 2025 avevano pagato lo Stato (156.777,12) e il Comune
/// (117.817,87).": where no table tells who puts in the rest, but one who has paid of it.
pub(super) fn paid(f: &Facts<'_>, left: Cents, rest: &Claim, then: &[&Part<'_>]) -> Option<Vec<Claim>> {
    let (payers, of_payers) = payers(f);
    let cites = [rest.cites.clone(), of_payers].concat();
    let in_all: Cents = payers.iter().map(|(_, sum)| *sum).sum();
    if payers.is_empty() || in_all > left + LEAST {
        return None;
    }
    let said = paid_from(f, &payers);
    // What others put in then is another part, where both find room in the rest.
    let is_other = |(fund, _): &&&Part<'_>| payers.iter().all(|(payer, _)| *payer != name(f, *fund));
    let others: Vec<&Part<'_>> = then.iter().filter(is_other).copied().collect();
    let of_others: Cents = others.iter().map(|(_, a)| a.value).sum();
    let others = match in_all + of_others <= left + LEAST {
        true => others,
        false => Vec::new(),
    };
    let of_others: Cents = others.iter().map(|(_, a)| a.value).sum();
    // What is not paid yet, or by nobody who is named.
    let is_open = in_all + of_others + LEAST < left;
    let day = cites.last().map(|c| f.at_source(c.source)).unwrap_or_default();
    let day = by(&day, f.lang);
    let tell = |word, said: &[String]| {
        let values = [
            ("rest", euro(left.0, f.lang)),
            ("at", day.to_owned()),
            ("payers", list(said, f.lang)),
        ];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        Some(f.derived(word, &values, cites.clone())).filter(|claim| f.fits(&claim.text))
    };
    let in_one = tell(w::SAY_MUCH_REST_PAID_PARTLY, &said).filter(|_| is_open && others.is_empty());
    if let Some(told) = in_one {
        return Some(vec![told]);
    }
    let open = match others.is_empty() {
        true => f.derived(w::SAY_MUCH_REST_UNKNOWN, &[], rest.cites.clone()),
        false => still_open(f, left, rest.clone()),
    };
    let others = others.into_iter().map(|part| put_in(f, part));
    // Of many the largest, and those who find no room in a sentence of their own.
    let fitting = (1..=said.len()).rev().find_map(|n| {
        let (first, more) = said.split_at_checked(n)?;
        Some((tell(w::SAY_MUCH_REST_PAID, first)?, more))
    });
    let (paid, more) = fitting?;
    let more = (!more.is_empty()).then(|| {
        let values = [("payers", list(more, f.lang))];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        f.derived(w::SAY_MUCH_REST_PAID_MORE, &values, cites.clone())
    });
    let paid = std::iter::once(paid).chain(more);
    Some(paid.chain(others).chain(is_open.then_some(open)).collect())
}

/// "Al 22 febbraio 2023 altri fondi mettevano 50.000 euro."
pub(super) fn put_in(f: &Facts<'_>, (fund, a): &Part<'_>) -> Claim {
    let word = match funds::is_many(*fund) {
        true => w::SAY_MUCH_FUNDS_THEN,
        false => w::SAY_MUCH_FUND_THEN,
    };
    let (at, exact) = (f.at_source(a.source), euro(a.value.0, f.lang));
    let values = [("at", at.as_str()), ("fund", name(f, *fund)), ("amount", &exact)];
    f.observed(word, &values, vec![cite(a.source, fund.column())])
}

/// What a fund is called; where a metropolitan city has the project, the column of the province
/// holds its money.
pub(super) fn name(f: &Facts<'_>, fund: Fund) -> &'static str {
    let is_city = |name: &str| fold(name).starts_with("citta metropolitana");
    if fund == Fund::Province && f.lead().is_some_and(|(_, body, _)| is_city(&body.name)) {
        return f.lang.say(w::SAY_FUND_METROPOLITAN_CITY);
    }
    funds::word(fund).map_or("", |word| f.lang.say(word))
}

/// A sum behind another: "55.000"; in English "€55,000".
pub(super) fn figure(f: &Facts<'_>, cents: Cents) -> String {
    match f.lang {
        Lang::It => number::amount(cents.0, f.lang),
        Lang::En => euro(cents.0, f.lang),
    }
}
