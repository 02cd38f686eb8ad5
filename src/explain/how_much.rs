//! How much, and how much is paid so far. Funding, tender, award and payment are four different
//! things and never take each other's name.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::wording::{amount, the_percent};
use super::{body, funds, tenders};
use crate::lang::{Lang, w};
use crate::model::{AmountKind, Cents, Comune, Fund, LabelKind, Observed, Project, SourceId};
use crate::text::number::{euro, integer};

/// More funds than this stand in the table of the sheet only.
const MOST_FUNDS: usize = 3;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = funding(f);
    out.extend(per_head(f));
    out.extend(payments(f));
    out.extend(tenders::how_much(f));
    out
}

/// The whole funding of the project: an amount, its source and its column. Where no total is
/// published, what the plan gives stands for it and is called by its own name.
pub(super) fn whole(f: &Facts<'_>) -> Option<(Fund, Cents, SourceId, &'static str)> {
    let of = |fund: Fund| {
        let amount = f.project.amount(AmountKind::Funding, fund)?;
        (amount.value.0 > 0).then_some((fund, amount.value, amount.source, fund.column()))
    };
    of(Fund::Total)
        .or_else(|| of(Fund::Pnrr))
        .or_else(|| of(Fund::Pnc))
        .or_else(|| {
            let granted = f
                .project
                .candidatures
                .iter()
                .find(|c| c.amount.is_some_and(|a| a.0 > 0))?;
            Some((
                Fund::Pnrr,
                granted.amount?,
                granted.source,
                "importo_finanziamento",
            ))
        })
}

fn funding(f: &Facts<'_>) -> Vec<Claim> {
    let Some((fund, value, source, column)) = whole(f) else {
        let columns = [
            Fund::Total.column(),
            Fund::Pnrr.column(),
            Fund::Pnc.column(),
            "importo_finanziamento",
        ];
        return vec![f.missing(&columns, w::SAY_MUCH_UNPUBLISHED, w::SAY_MUCH_ABSENT)];
    };
    let said = amount(value, f.lang);
    let cites = vec![cite(source, column)];
    let word = match fund {
        Fund::Total => w::SAY_MUCH_TOTAL,
        Fund::Pnc => w::SAY_MUCH_ONLY_PNC,
        _ => w::SAY_MUCH_ONLY_PNRR,
    };
    let mut out = vec![f.observed(word, &[("amount", &said)], cites.clone())];
    if f.table(source).is_some_and(|table| !table.is_official()) {
        out.push(f.observed(w::SAY_MUCH_COPIED, &[], cites));
    }
    if fund == Fund::Total {
        out.extend(parts(f, value, source));
    }
    out.extend(to_find(f));
    out
}

/// What each fund puts in, the largest first. A part that only an older table has is said with its
/// day: beside a newer total it may be too much or too little.
fn parts(f: &Facts<'_>, total: Cents, of: SourceId) -> Vec<Claim> {
    let mut parts: Vec<(Fund, &Observed<Cents>)> = f
        .project
        .amounts
        .iter()
        .filter(|(kind, fund, a)| {
            *kind == AmountKind::Funding && a.value.0 > 0 && funds::word(*fund).is_some()
        })
        .map(|(_, fund, amount)| (*fund, amount))
        .collect();
    parts.sort_by_key(|(fund, a)| (std::cmp::Reverse(a.value), *fund));
    if let [(fund, a)] = parts.as_slice()
        && a.value == total
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
            if f.is_older(a.source, of) {
                let at = f.at_source(a.source);
                let word = if many {
                    w::SAY_MUCH_FUNDS_THEN
                } else {
                    w::SAY_MUCH_FUND_THEN
                };
                return Some(f.observed(word, &[("at", &at), ("fund", name), ("amount", &exact)], cites));
            }
            Some(match the_percent(a.value, total, f.lang) {
                Some(share) if matches!(fund, Fund::Pnrr | Fund::Pnc) => f.observed(
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
    if missing.value.0 <= 0 {
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
    let size = head_size(each, f.lang);
    let at = f.at_source(comune.source);
    let residents = cite(comune.source, "Popolazione");
    vec![
        f.derived(
            w::SAY_MUCH_PER_HEAD,
            &[("amount", &size), ("comune", &comune.name)],
            vec![cite(source, column), residents.clone()],
        ),
        f.linked(
            w::SAY_MUCH_PEOPLE,
            &[
                ("comune", &comune.name),
                ("people", &integer(i64::from(people), f.lang)),
                ("at", &at),
            ],
            vec![residents],
        ),
    ]
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

/// The payments so far: the total, or those of the plan when only they are published.
pub fn paid(project: &Project) -> Option<(Fund, Cents, SourceId)> {
    [Fund::Total, Fund::Pnrr, Fund::Pnc].into_iter().find_map(|fund| {
        let paid = project.amount(AmountKind::Payment, fund)?;
        (paid.value.0 > 0).then_some((fund, paid.value, paid.source))
    })
}

fn payments(f: &Facts<'_>) -> Vec<Claim> {
    let Some((fund, value, source)) = paid(f.project) else {
        let columns = [
            funds::column(AmountKind::Payment, Fund::Total),
            funds::column(AmountKind::Payment, Fund::Pnrr),
        ];
        return vec![f.missing(&columns, w::SAY_MUCH_UNPAID, w::SAY_MUCH_PAID_ABSENT)];
    };
    let column = funds::column(AmountKind::Payment, fund);
    let (said, at) = (amount(value, f.lang), f.at_source(source));
    let word = if fund == Fund::Total {
        w::SAY_MUCH_PAID
    } else {
        w::SAY_MUCH_PAID_PLAN
    };
    let paid = f.observed(
        word,
        &[("amount", &said), ("at", &at)],
        vec![cite(source, column)],
    );
    let mut out = vec![paid];
    let base = f.project.amount(AmountKind::Funding, fund);
    if let Some(base) = base.filter(|b| b.value.0 > 0)
        && let Some(share) = the_percent(value, base.value, f.lang)
    {
        let word = if fund == Fund::Total {
            w::SAY_MUCH_PAID_SHARE
        } else {
            w::SAY_MUCH_PAID_SHARE_PLAN
        };
        let cites = vec![cite(source, column), cite(base.source, fund.column())];
        out.push(f.derived(word, &[("share", &share)], cites));
    }
    out
}
