//! How much, and how much is paid so far. Funding, tender, award and payment are four different
//! things and never take each other's name.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::gaps::{self, Kind};
use super::money::whole;
use super::wording::{amount, the_percent};
use super::{body, funds, tenders, updates};
use crate::lang::{Lang, w};
use crate::model::{AmountKind, Cents, Comune, Fund, LabelKind, Observed, SourceId};
use crate::text::number::{euro, integer};

/// More funds than this stand in the table of the sheet only.
const MOST_FUNDS: usize = 3;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = funding(f);
    out.extend(payments(f));
    out.extend(per_head(f));
    out.extend(tenders::how_much(f));
    if out.is_empty() {
        out.push(gaps::alone(f, Kind::Cost));
    }
    out
}

fn funding(f: &Facts<'_>) -> Vec<Claim> {
    let Some((fund, value, source, column)) = whole(f) else {
        return Vec::new();
    };
    let said = amount(value, f.lang);
    let cites = vec![cite(source, column)];
    let word = match fund {
        Fund::Total => w::SAY_MUCH_TOTAL,
        Fund::Pnrr if f.has_left().is_some() => w::SAY_MUCH_ONLY_PNRR_THEN,
        Fund::Pnc => w::SAY_MUCH_ONLY_PNC,
        _ => w::SAY_MUCH_ONLY_PNRR,
    };
    let at = f.at_source(source);
    let mut out = vec![f.observed(word, &[("amount", &said), ("at", &at)], cites.clone())];
    if f.table(source).is_some_and(|table| !table.is_official()) {
        out.push(f.observed(w::SAY_MUCH_COPIED, &[], cites));
    }
    if fund == Fund::Total {
        out.extend(parts(f, value, source));
    }
    out.extend(updates::claims(f));
    out.extend(to_find(f));
    out
}

/// Smaller amounts are what is left of a rounding: nobody pays them.
const LEAST: Cents = Cents(10_000);

/// What each fund puts in, the largest first. A part that only an older table has is said with its
/// day: beside a newer total it may be too much or too little.
fn parts(f: &Facts<'_>, total: Cents, of: SourceId) -> Vec<Claim> {
    let mut parts: Vec<(Fund, &Observed<Cents>)> = f
        .project
        .amounts
        .iter()
        .filter(|(kind, fund, a)| {
            *kind == AmountKind::Funding && a.value >= LEAST && funds::word(*fund).is_some()
        })
        .map(|(_, fund, amount)| (*fund, amount))
        .collect();
    parts.sort_by_key(|(fund, a)| (std::cmp::Reverse(a.value), *fund));
    if let [(fund, a)] = parts.as_slice()
        && a.value == total
        && f.has_left().is_none()
    {
        let name = funds::word(*fund).map_or("", |word| f.lang.say(word));
        return vec![f.observed(
            w::SAY_MUCH_ALL,
            &[("fund", name)],
            vec![cite(a.source, fund.column())],
        )];
    }
    parts
        .into_iter()
        .take(MOST_FUNDS)
        .filter_map(|(fund, a)| {
            let name = f.lang.say(funds::word(fund)?);
            let exact = euro(a.value.0, f.lang);
            let cites = vec![cite(a.source, fund.column())];
            let many = funds::is_many(fund);
            if f.is_older(a.source, of) || f.has_left().is_some() && fund == Fund::Pnrr {
                let at = f.at_source(a.source);
                let word = if many {
                    w::SAY_MUCH_FUNDS_THEN
                } else {
                    w::SAY_MUCH_FUND_THEN
                };
                return Some(f.observed(word, &[("at", &at), ("fund", name), ("amount", &exact)], cites));
            }
            Some(match the_percent(a.value, total, f.lang) {
                Some(share) if matches!(fund, Fund::Pnrr | Fund::Pnc) && a.value <= total => f.observed(
                    w::SAY_MUCH_FUND_SHARE,
                    &[("fund", name), ("amount", &exact), ("share", &share)],
                    cites,
                ),
                _ => f.observed(
                    if many { w::SAY_MUCH_FUNDS } else { w::SAY_MUCH_FUND },
                    &[("fund", name), ("amount", &exact)],
                    cites,
                ),
            })
        })
        .collect()
}

fn to_find(f: &Facts<'_>) -> Option<Claim> {
    let missing = f.project.amount(AmountKind::Funding, Fund::ToFind)?;
    if missing.value < LEAST {
        return None;
    }
    let (said, at) = (euro(missing.value.0, f.lang), f.at_source(missing.source));
    let cites = vec![cite(missing.source, Fund::ToFind.column())];
    Some(f.observed(w::SAY_MUCH_TO_FIND, &[("amount", &said), ("at", &at)], cites))
}

/// The one comune in which all of the project lies.
pub(super) fn only_comune<'a>(f: &Facts<'a>) -> Option<&'a Comune> {
    let places = &f.project.places;
    let first = places.first()?.comune?;
    places
        .iter()
        .all(|p| p.comune == Some(first))
        .then(|| f.catalogue.comuni.get(&first))?
}

/// Euro for every inhabitant, for works and services of one comune; help to firms is not a work
/// of its comune.
fn per_head(f: &Facts<'_>) -> Vec<Claim> {
    let local = || {
        let comune = only_comune(f)?;
        let (_, value, source, column) = whole(f)?;
        let people = comune.population.filter(|n| *n > 0)?;
        let nature = f.project.label(LabelKind::Nature);
        let works = nature.is_none_or(|n| ["01", "02", "03"].contains(&n.value.as_str()));
        let public = f
            .lead()
            .is_some_and(|(_, lead, _)| body::Kind::of(&lead.name).is_local());
        (works && public).then_some((comune, people, value, source, column))
    };
    let Some((comune, people, value, source, column)) = local() else {
        return Vec::new();
    };
    let each = Cents(value.0 / i64::from(people));
    let values = [
        ("amount", head_size(each, f.lang)),
        ("comune", comune.name.clone()),
        ("people", integer(i64::from(people), f.lang)),
        (
            "year",
            f.date_of(comune.source)
                .map_or_else(String::new, |d| d.year().to_string()),
        ),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    vec![f.derived(
        w::SAY_MUCH_PER_HEAD,
        &values,
        vec![cite(source, column), cite(comune.source, "Popolazione")],
    )]
}

/// Whole euro; under one euro, "less than one euro".
pub(super) fn head_size(each: Cents, lang: Lang) -> String {
    let whole = (each.0 + 50) / 100;
    if each.0 < 100 {
        return lang.say(w::SAY_LESS_THAN_A_EURO).to_owned();
    }
    let exact = euro(whole * 100, lang);
    match lang {
        Lang::It => format!("circa {exact}"),
        Lang::En => format!("about {exact}"),
    }
}

/// A payments cell that holds a value: above zero, at zero, or below it.
fn published<'a>(f: &Facts<'a>) -> Option<(Fund, &'a Observed<Cents>)> {
    let of = |fund: Fund| Some((fund, f.project.amount(AmountKind::Payment, fund)?));
    let all = || [Fund::Total, Fund::Pnrr, Fund::Pnc].into_iter().filter_map(of);
    all()
        .find(|(_, a)| a.value.0 > 0)
        .or_else(|| all().find(|(_, a)| a.value.0 < 0))
        .or_else(|| all().next())
}

fn payments(f: &Facts<'_>) -> Vec<Claim> {
    let Some((fund, paid)) = published(f) else {
        return Vec::new();
    };
    let column = funds::column(AmountKind::Payment, fund);
    let at = f.at_aged(f.date_of(paid.source));
    let cites = vec![cite(paid.source, column)];
    match paid.value.0 {
        0 => return vec![f.observed(w::SAY_MUCH_UNPAID, &[("at", &at)], cites)],
        ..0 => {
            let said = euro(-paid.value.0, f.lang);
            return vec![f.observed(w::SAY_MUCH_NEGATIVE, &[("at", &at), ("amount", &said)], cites)];
        }
        _ => {}
    }
    let said = amount(paid.value, f.lang);
    let base = f.project.amount(AmountKind::Funding, fund);
    let base = base.filter(|b| b.value.0 > 0);
    let plan = fund != Fund::Total;
    let word = if plan {
        w::SAY_MUCH_PAID_PLAN
    } else {
        w::SAY_MUCH_PAID
    };
    let mut out = vec![f.observed(word, &[("amount", &said), ("at", &at)], cites.clone())];
    let Some(base) = base else {
        return out;
    };
    let both = || [cites.clone(), vec![cite(base.source, fund.column())]].concat();
    if paid.value.0 > base.value.0 + 100 {
        out.push(above(f, base, paid.source, both()));
    } else if let Some(share) = the_percent(paid.value.min(base.value), base.value, f.lang) {
        let word = if plan {
            w::SAY_MUCH_PAID_SHARE_PLAN
        } else {
            w::SAY_MUCH_PAID_SHARE
        };
        out.push(f.derived(word, &[("share", &share)], both()));
    }
    out
}

/// More paid than funded: the funding may be of an earlier day; else no table says why.
fn above(f: &Facts<'_>, base: &Observed<Cents>, paid: SourceId, cites: Vec<super::Cite>) -> Claim {
    if f.is_older(base.source, paid) {
        let at = f.at_source(base.source);
        return f.derived(w::SAY_MUCH_PAID_ABOVE_OLD, &[("at", &at)], cites);
    }
    f.derived(w::SAY_MUCH_PAID_ABOVE, &[], cites)
}
