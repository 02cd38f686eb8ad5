//! How much, and how much is paid so far. Funding, tender, award and payment are four different
//! things and never take each other's name.

use super::Evidence;
use super::claim::{Cite, Claim};
use super::contracts::contracts;
use super::facts::{Facts, cite};
use super::gaps::{self, Kind};
use super::money::whole;
use super::plain::is_plural;
use super::rest::{self, LEAST, Part, name};
use super::wording::{by, the_percent};
use super::{body, funds, rank, state, tenders, twin, updates, winners};
use crate::lang::{Lang, w};
use crate::model::{AmountKind, Cents, FactKind, Fund, LabelKind, Observed, SourceId, Status};
use crate::text::grammar::list;
use crate::text::number::{euro, integer};

/// More funds than this stand in the table of the sheet only.
const MOST_FUNDS: usize = 3;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = funding(f);
    let payments = payments(f);
    match (out.as_slice(), payments.as_slice()) {
        // "…; al 31 marzo 2025 erano tutti pagati".
        ([_], [paid]) => out = in_short(f, out.remove(0), paid.clone()),
        _ => out.extend(payments),
    }
    out.extend(per_head(f));
    out.extend(rank::claim(f));
    let contracts = contracts(f);
    // "Who" tells from which price the only one started.
    let told = !out.is_empty() && matches!(contracts.as_slice(), [one] if winners::says_start(f, one));
    let tenders = match told {
        true => Vec::new(),
        false => tenders::how_much(f, &contracts),
    };
    match tenders.split_first() {
        // What the contracts are worth is not what the project costs.
        Some((first, rest)) if out.is_empty() => {
            let joined = f.behind(w::SAY_MUCH_UNKNOWN_BUT, first.clone());
            match f.fits(&joined.text) {
                true => out.push(joined),
                false => out.extend([gaps::alone(f, Kind::Cost), first.clone()]),
            }
            out.extend_from_slice(rest);
        }
        _ => out.extend(tenders),
    }
    if out.is_empty() {
        out.push(gaps::alone(f, Kind::Cost));
    }
    if gaps::is_open(f, Kind::Cost) && f.project.amount(AmountKind::OfCup, Fund::Total).is_none() {
        out.extend(twin::how_much(f));
    }
    out
}

fn funding(f: &Facts<'_>) -> Vec<Claim> {
    let Some((fund, value, source, column)) = whole(f) else {
        return of_cup(f).into_iter().collect();
    };
    let parts = match fund {
        Fund::Total => parts(f),
        _ => Vec::new(),
    };
    let alone = parts
        .iter()
        .find(|(_, a)| a.value == value)
        .map(|(fund, a)| (*fund, *a));
    let sum = sum(f, (fund, value, source, column), alone);
    let mut out = match alone {
        Some(_) => vec![sum],
        None => with_payers(f, sum, value, source, &parts),
    };
    out.extend(updates::claims(f));
    out.extend(updates::given_up(f));
    out.extend(larger_copy(f, fund));
    out.extend(to_find(f));
    out
}

/// What the unofficial copy gives to the CUP of this project and of others.
fn of_cup(f: &Facts<'_>) -> Option<Claim> {
    let amount = f.project.amount(AmountKind::OfCup, Fund::Total)?;
    let said = euro(amount.value.0, f.lang);
    let others = f.project.siblings.len();
    // The same contracts under each of the codes: no sum to be shared.
    let is_one = others > 0 && f.project.doubles.len() == others;
    let count = integer((others + usize::from(is_one)) as i64, f.lang);
    let word = match others {
        _ if is_one => w::SAY_MUCH_OF_DOUBLES,
        0 | 1 => w::SAY_MUCH_OF_CUP,
        _ => w::SAY_MUCH_OF_MANY_CUP,
    };
    let column = f.amount_column(amount.source, AmountKind::OfCup, Fund::Total);
    let cites = vec![cite(amount.source, column)];
    Some(f.observed(word, &[("amount", &said), ("count", &count)], cites))
}

/// The whole that the copy gives beside the complement's part, which is all that official tables have.
fn larger_copy(f: &Facts<'_>, fund: Fund) -> Option<Claim> {
    let amount = f.project.amount(AmountKind::OfCup, Fund::Total)?;
    let column = f.amount_column(amount.source, AmountKind::OfCup, Fund::Total);
    let said = euro(amount.value.0, f.lang);
    let cites = vec![cite(amount.source, column)];
    (fund == Fund::Pnc).then(|| f.observed(w::SAY_MUCH_COPY_LARGER, &[("amount", &said)], cites))
}

/// The sum, who has it, and who pays it when one fund pays it all.
fn sum(
    f: &Facts<'_>,
    (fund, value, source, column): (Fund, Cents, SourceId, &'static str),
    alone: Option<(Fund, &Observed<Cents>)>,
) -> Claim {
    let mut cites = vec![cite(source, column)];
    let copied = f.table(source).is_some_and(|table| !table.is_official());
    let said = euro(value.0, f.lang);
    let from = match (fund, alone) {
        (Fund::Total, None) => String::new(),
        (Fund::Total, Some((fund, of))) => {
            cites.push(cite(
                of.source,
                f.amount_column(of.source, AmountKind::Funding, fund),
            ));
            let word = match f.has_left().is_some() && fund == Fund::Pnrr {
                true => w::SAY_MUCH_ALL_FROM_THEN,
                false => w::SAY_MUCH_ALL_FROM,
            };
            f.lang
                .fill(word, &[("fund", &funds::from(name(f, fund), f.lang))])
        }
        (fund, _) => format!(" {}", funds::from(name(f, fund), f.lang)),
    };
    let at = f.at_source(source);
    let lead = f.lead();
    let lead = lead
        .filter(|(_, body, _)| body::is_own(&body.name) && body.name.chars().count() <= LONGEST_NAME)
        .filter(|(_, body, _)| alone.is_some() || !pays_itself(f, &body.name));
    let beneficiary = f.project.fact(FactKind::Beneficiary);
    let to = match (beneficiary, lead) {
        // "Ad Alfa S.r.l. vanno…"; "Alfa S.r.l. gets…".
        (Some(firm), _) if f.lang == Lang::En && !copied => firm.value.clone(),
        (Some(firm), _) => f.to(&firm.value),
        (None, Some((_, body, _))) => f.to(&body.name),
        (None, None) => f.lang.say(w::SAY_MUCH_TO_PROJECT).to_owned(),
    };
    let body = lead.map(|(_, body, _)| f.the(&body.name)).unwrap_or_default();
    let is_gone = state::status(f) == Status::Withdrawn || state::dropped(f).is_some();
    let word = if copied && lead.is_none() && beneficiary.is_none() {
        w::SAY_MUCH_COPIED_ALONE
    } else if copied {
        w::SAY_MUCH_COPIED
    } else if fund == Fund::Pnrr && f.has_left().is_some() {
        w::SAY_MUCH_ONLY_PNRR_THEN
    } else {
        match (beneficiary, lead) {
            // A newer list has it no more.
            (Some(_), _) if is_gone => w::SAY_MUCH_GO_THEN,
            (Some(_), _) => w::SAY_MUCH_GO,
            // Money that was given up, or has not come yet.
            (None, Some(_)) if state::status(f) == Status::Withdrawn => w::SAY_MUCH_ASSIGNED_THEN,
            (None, None) if state::status(f) == Status::Withdrawn => w::SAY_MUCH_TOTAL_THEN,
            (None, Some(_)) if state::is_assigned(f) => w::SAY_MUCH_ASSIGNED,
            (None, Some((_, body, _))) if is_plural(&body.name) => w::SAY_MUCH_HAVE,
            (None, Some(_)) => w::SAY_MUCH_HAS,
            (None, None) => w::SAY_MUCH_TOTAL,
        }
    };
    let values = [
        ("amount", said.as_str()),
        ("at", &at),
        ("from", &from),
        ("to", &to),
        ("body", &body),
    ];
    f.observed(word, &values, cites)
}

/// A comune that puts in a part has no money from itself.
fn pays_itself(f: &Facts<'_>, body: &str) -> bool {
    let own = f.project.amount(AmountKind::Funding, Fund::Comune);
    body::Kind::of(body) == body::Kind::Comune && own.is_some_and(|own| own.value >= LEAST)
}

/// A name of more letters makes a sentence heavy.
const LONGEST_NAME: usize = 38;

/// What each fund puts in, the largest first. The State's two columns are parts of the third, where
/// that has a sum.
fn parts<'a>(f: &Facts<'a>) -> Vec<Part<'a>> {
    let state = f.project.amount(AmountKind::Funding, Fund::State);
    let has_state = state.is_some_and(|a| a.value >= LEAST);
    let is_in_state = |fund: Fund| has_state && matches!(fund, Fund::StateBudget | Fund::StateFoi);
    let funding = f.project.amounts.iter().filter(|(kind, fund, a)| {
        *kind == AmountKind::Funding
            && a.value >= LEAST
            && funds::word(*fund).is_some()
            && !is_in_state(*fund)
    });
    let mut parts: Vec<Part<'_>> = funding.map(|(_, fund, amount)| (*fund, amount)).collect();
    parts.sort_by_key(|(fund, a)| (std::cmp::Reverse(a.value), *fund));
    parts
}

/// The sum and who pays it, in one sentence where there is room. A part that only an older table
/// has is said with its day: beside a newer total it may be too much or too little.
fn with_payers(f: &Facts<'_>, sum: Claim, total: Cents, of: SourceId, parts: &[Part<'_>]) -> Vec<Claim> {
    let is_then =
        |(fund, a): &&Part<'_>| f.is_older(a.source, of) || f.has_left().is_some() && *fund == Fund::Pnrr;
    let few = parts.iter().take(MOST_FUNDS);
    let (then, now): (Vec<&Part<'_>>, Vec<&Part<'_>>) = few.partition(is_then);
    let mut out = match now.as_slice() {
        [] => vec![sum],
        now => {
            let each: Vec<Claim> = now.iter().map(|part| pays(f, part, total)).collect();
            let said: Vec<String> = now.iter().map(|part| of_which(f, part, total)).collect();
            let cites = now
                .iter()
                .map(|(fund, a)| cite(a.source, fund.column()))
                .collect();
            let parts = list(&said, f.lang);
            let values = [("parts", parts.as_str())];
            let other = f.derived(w::SAY_MUCH_OF_WHICH, &values, cites);
            match f.join(sum.clone(), w::SAY_MUCH_OF_WHICH, &values, other) {
                joined if joined.len() == 1 => joined,
                _ => [vec![sum], each].concat(),
            }
        }
    };
    let today: Vec<Part<'_>> = parts.iter().copied().filter(|part| !is_then(&part)).collect();
    let alone = match then.as_slice() {
        [(fund, a)] if today.iter().all(|(now, _)| now != fund) => {
            let known: Cents = today.iter().map(|(_, a)| a.value).sum();
            (total - known == a.value && !today.is_empty()).then_some((*fund, *a))
        }
        _ => None,
    };
    // What is missing today is what one fund put in then.
    if let Some((fund, a)) = alone {
        let word = match funds::is_many(fund) {
            true => w::SAY_MUCH_REST_WERE,
            false => w::SAY_MUCH_REST_WAS,
        };
        let (at, exact) = (f.at_source(a.source), euro(a.value.0, f.lang));
        let values = [("at", at.as_str()), ("fund", name(f, fund)), ("amount", &exact)];
        let cites = vec![cite(of, Fund::Total.column()), cite(a.source, fund.column())];
        out.push(f.derived(word, &values, cites));
        return out;
    }
    // Beside what each pays now the table has what each paid then.
    let then: Vec<&Part<'_>> = then
        .into_iter()
        .filter(|(fund, _)| now.iter().all(|(of, _)| of != fund))
        .collect();
    // What others paid, where it is more than the rest, is told with what is paid above the whole.
    let by_others: Cents = rest::payers(f).0.iter().map(|(_, sum)| *sum).sum();
    let left = rest::rest(f, total, of, &today)
        .filter(|(left, _)| by_others <= *left + LEAST || !is_above_by_others(f));
    // What a fund was to put in says more than the smaller sum that was paid.
    let larger = |(fund, a): &Part<'_>| {
        let paid = || rest::paid_by_others(f);
        a.value > paid().map(|(_, paid)| paid.value).sum() && paid().any(|(of, _)| of == *fund)
    };
    if let Some((left, unknown)) = &left
        && let [part] = then.as_slice()
        && larger(part)
        && let Some(told) = rest::partly(f, *left, unknown, part)
    {
        out.push(told);
        return out;
    }
    if let Some((left, unknown)) = &left
        && let Some(told) = rest::paid(f, *left, unknown, &then)
    {
        out.extend(told);
        return out;
    }
    if let Some((left, unknown)) = &left {
        let told = match then.as_slice() {
            [] => None,
            [part] => rest::partly(f, *left, unknown, part),
            many => rest::partly_by_many(f, *left, unknown, many),
        };
        if let Some(told) = told {
            out.push(told);
            return out;
        }
    }
    let then_in_all: Cents = then.iter().map(|(_, a)| a.value).sum();
    let mut open = None;
    // Of a whole that has shrunk, what each paid then is no part any more.
    if let Some((left, rest)) = left
        && then_in_all != left
    {
        if then_in_all > left {
            out.push(match then.as_slice() {
                [part] => rest::of_larger(f, part, rest),
                _ => rest,
            });
            return out;
        }
        match then.is_empty() {
            true => out.push(rest),
            false => open = Some(rest::still_open(f, left, rest)),
        }
    }
    out.extend(then.into_iter().map(|part| rest::put_in(f, part)));
    out.extend(open);
    out
}

/// The share of the plan in a total that is not below it.
fn share(f: &Facts<'_>, (fund, a): &Part<'_>, total: Cents) -> Option<String> {
    let of_plan = matches!(fund, Fund::Pnrr | Fund::Pnc) && a.value <= total;
    the_percent(a.value, total, f.lang).filter(|_| of_plan)
}

/// "Il PNRR mette 55.000 euro, cioè il 61 per cento."
fn pays(f: &Facts<'_>, part: &Part<'_>, total: Cents) -> Claim {
    let (fund, a) = *part;
    let exact = euro(a.value.0, f.lang);
    let share = share(f, part, total);
    let word = match (&share, funds::is_many(fund)) {
        (Some(_), _) => w::SAY_MUCH_FUND_SHARE,
        (None, true) => w::SAY_MUCH_FUNDS,
        (None, false) => w::SAY_MUCH_FUND,
    };
    let share = share.unwrap_or_default();
    let values = [
        ("fund", name(f, fund)),
        ("amount", exact.as_str()),
        ("share", &share),
    ];
    f.observed(word, &values, vec![cite(a.source, fund.column())])
}

/// "55.000 dal PNRR (il 61 per cento)"; "€55,000 from the PNRR (61 per cent)".
fn of_which(f: &Facts<'_>, part: &Part<'_>, total: Cents) -> String {
    let from = funds::from(name(f, part.0), f.lang);
    let figure = rest::figure(f, part.1.value);
    let said = format!("{figure} {from}");
    match share(f, part, total) {
        Some(share) => format!("{said} ({share})"),
        None => said,
    }
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

/// Less than this for each inhabitant tells nobody anything.
const LEAST_EACH: Cents = Cents(200);

/// Euro for every inhabitant, for works and services of one comune; help to firms is not a work
/// of its comune.
fn per_head(f: &Facts<'_>) -> Vec<Claim> {
    let local = || {
        let comune = f.only_comune()?;
        let (_, value, source, column) = whole(f)?;
        let people = comune.population.filter(|n| *n > 0)?;
        let nature = f.project.label(LabelKind::Nature);
        let works = nature.is_none_or(|n| ["01", "02", "03"].contains(&n.value.as_str()));
        let public = f
            .lead()
            .is_some_and(|(_, lead, _)| body::Kind::of(&lead.name).is_local());
        // Of money that was given up nobody has a part.
        let goes_on = state::status(f) != Status::Withdrawn;
        (works && public && goes_on).then_some((comune, people, value, source, column))
    };
    let Some((comune, people, value, source, column)) = local() else {
        return Vec::new();
    };
    let each = Cents(value.0 / i64::from(people));
    if each < LEAST_EACH {
        return Vec::new();
    }
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

/// The sum and that all or nothing of it is paid, in one sentence where there is room.
fn in_short(f: &Facts<'_>, sum: Claim, paid: Claim) -> Vec<Claim> {
    let Some((fund, of)) = published(f) else {
        return vec![sum, paid];
    };
    let base = f
        .project
        .amount(AmountKind::Funding, fund)
        .map_or(0, |b| b.value.0);
    let word = match of.value.0 {
        0 => w::SAY_MUCH_AND_UNPAID,
        all if all > 0 && (all - base).abs() <= 100 && fund == Fund::Total => w::SAY_MUCH_AND_ALL_PAID,
        _ => return vec![sum, paid],
    };
    let at = by(&f.at_aged(f.date_of(of.source)), f.lang);
    f.join(sum, word, &[("at", &at)], paid)
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
    let at = by(&f.at_aged(f.date_of(paid.source)), f.lang);
    let cites = vec![cite(paid.source, column)];
    match paid.value.0 {
        0 => {
            let values = [("at", at.as_str())];
            return vec![f.observed(w::SAY_MUCH_UNPAID, &values, cites)];
        }
        ..0 => {
            let said = euro(-paid.value.0, f.lang);
            return vec![f.observed(w::SAY_MUCH_NEGATIVE, &[("at", &at), ("amount", &said)], cites)];
        }
        _ => {}
    }
    let said = euro(paid.value.0, f.lang);
    let base = f
        .project
        .amount(AmountKind::Funding, fund)
        .filter(|b| b.value.0 > 0);
    let plan = fund != Fund::Total;
    let word = if plan {
        w::SAY_MUCH_PAID_PLAN
    } else {
        w::SAY_MUCH_PAID
    };
    let tell = |share: &str, cites: Vec<Cite>, evidence: Evidence| {
        let values = [("amount", said.as_str()), ("at", &at), ("share", share)];
        f.claim(evidence, word, &values, cites)
    };
    let Some(base) = base else {
        return vec![tell("", cites, Evidence::Observed)];
    };
    let both = [cites.clone(), vec![cite(base.source, fund.column())]].concat();
    if paid.value.0 > base.value.0 + 100 {
        let paid_claim = tell("", cites, Evidence::Observed);
        return vec![paid_claim, above(f, base, paid.source, both)];
    }
    let then = updates::on_the_day_of(f, fund, paid.source).filter(|then| *then > paid.value);
    let whole = then.unwrap_or(base.value);
    let share = match (
        whole.0 - paid.value.0 <= 100,
        the_percent(paid.value, whole, f.lang),
    ) {
        (true, _) => f.lang.say(w::SAY_MUCH_PAID_ALL).to_owned(),
        (false, Some(share)) => {
            let word = if plan {
                w::SAY_MUCH_PAID_SHARE_PLAN
            } else if then.is_some() {
                w::SAY_MUCH_PAID_SHARE_THEN
            } else {
                w::SAY_MUCH_PAID_SHARE
            };
            f.lang.fill(word, &[("share", &share)])
        }
        (false, None) => return vec![tell("", cites, Evidence::Observed)],
    };
    let told = tell(&share, both, Evidence::Derived);
    if is_all_by_the_plan(f, fund, paid) {
        let plan = funds::column(AmountKind::Payment, Fund::Pnrr);
        let alone = f.observed(w::SAY_MUCH_PLAN_PAID_ALL, &[], vec![cite(paid.source, plan)]);
        let from = funds::from(name(f, Fund::Pnrr), f.lang);
        return f.join(told, w::SAY_MUCH_ALL_FROM, &[("fund", &from)], alone);
    }
    match by_the_plan(f, fund, paid) {
        Some((_, plan)) if others_are_unknown(f, paid) => vec![told, plan],
        Some((figure, plan)) => {
            let parts = format!("{figure} {}", funds::from(name(f, Fund::Pnrr), f.lang));
            f.join(told, w::SAY_MUCH_OF_WHICH, &[("parts", &parts)], plan)
        }
        None => vec![told],
    }
}

/// Whether the plan paid all that is paid of a whole that others fund, too.
fn is_all_by_the_plan(f: &Facts<'_>, fund: Fund, paid: &Observed<Cents>) -> bool {
    let of = |kind, fund| f.project.amount(kind, fund);
    let is_paid = of(AmountKind::Payment, Fund::Pnrr)
        .is_some_and(|plan| plan.source == paid.source && plan.value == paid.value);
    let whole = of(AmountKind::Funding, Fund::Total).map(|a| a.value);
    let part = of(AmountKind::Funding, Fund::Pnrr).map(|a| a.value);
    fund == Fund::Total && is_paid && part.is_some() && part != whole
}

/// How much of what is paid the plan paid, and the sentence that says it.
fn by_the_plan(f: &Facts<'_>, fund: Fund, paid: &Observed<Cents>) -> Option<(String, Claim)> {
    let plan = f.project.amount(AmountKind::Payment, Fund::Pnrr)?;
    let is_part = plan.value >= LEAST && plan.value + LEAST < paid.value;
    if fund != Fund::Total || plan.source != paid.source || !is_part {
        return None;
    }
    let figure = rest::figure(f, plan.value);
    let cites = vec![cite(plan.source, funds::column(AmountKind::Payment, Fund::Pnrr))];
    let word = match others_are_unknown(f, paid) {
        true => w::SAY_MUCH_PLAN_PAID_REST,
        false => w::SAY_MUCH_PLAN_PAID,
    };
    let rest = rest::figure(f, paid.value - plan.value);
    let values = [("amount", figure.as_str()), ("rest", &rest)];
    let alone = f.observed(word, &values, cites);
    Some((figure, alone))
}

/// Whether no fund has what was paid beside the plan's part.
fn others_are_unknown(f: &Facts<'_>, paid: &Observed<Cents>) -> bool {
    rest::paid_by_others(f).all(|(_, a)| a.source != paid.source)
}

/// More paid than funded: the funding may be of an earlier day; else no table says why.
fn above(f: &Facts<'_>, base: &Observed<Cents>, paid: SourceId, cites: Vec<Cite>) -> Claim {
    if f.is_older(base.source, paid) {
        let at = f.at_source(base.source);
        return f.derived(w::SAY_MUCH_PAID_ABOVE_OLD, &[("at", &at)], cites);
    }
    if let Some(told) = above_by_others(f, base, paid, &cites) {
        return told;
    }
    f.derived(w::SAY_MUCH_PAID_ABOVE, &[], cites)
}

/// Who paid what the plan did not, where another fund did: "È più del finanziamento: 91.628,65 euro li
/// ha pagati il Comune".
fn above_by_others(f: &Facts<'_>, base: &Observed<Cents>, paid: SourceId, cites: &[Cite]) -> Option<Claim> {
    let total = f.project.amount(AmountKind::Payment, Fund::Total)?;
    let others: Vec<Part<'_>> = rest::paid_by_others(f)
        .filter(|(_, a)| a.source == paid)
        .collect();
    let [(fund, a)] = others.as_slice() else {
        return above_by_many(f, total.value - base.value, cites);
    };
    // It explains at least what is above.
    if a.value < total.value - base.value {
        return None;
    }
    let values = [
        ("amount", euro(a.value.0, f.lang)),
        ("fund", name(f, *fund).to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let word = match funds::is_many(*fund) {
        true => w::SAY_MUCH_PAID_ABOVE_BY_MANY,
        false => w::SAY_MUCH_PAID_ABOVE_BY,
    };
    let cites = [
        cites,
        &[cite(a.source, funds::column(AmountKind::Payment, *fund))],
    ]
    .concat();
    Some(f.derived(word, &values, cites))
}

/// "È più del finanziamento: 629.596,91 vengono dallo Stato e 51.278,53 dal Comune", where what others
/// paid explains at least what is above.
fn above_by_many(f: &Facts<'_>, above: Cents, cites: &[Cite]) -> Option<Claim> {
    let (payers, of_payers) = rest::payers(f);
    let in_all: Cents = payers.iter().map(|(_, sum)| *sum).sum();
    if payers.len() < 2 || in_all < above {
        return None;
    }
    let said = rest::paid_from(f, &payers);
    let values = [("payers", list(&said, f.lang))];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let cites = [cites, &of_payers].concat();
    Some(f.derived(w::SAY_MUCH_PAID_ABOVE_BY_ALL, &values, cites)).filter(|told| f.fits(&told.text))
}

/// Whether others than the plan have paid more than is left of the funding, and "how much" says it of
/// what is paid above the whole.
fn is_above_by_others(f: &Facts<'_>) -> bool {
    let of = |kind| f.project.amount(kind, Fund::Total);
    let (Some(base), Some(paid)) = (of(AmountKind::Funding), of(AmountKind::Payment)) else {
        return false;
    };
    let is_above = paid.value.0 > base.value.0 + 100 && !f.is_older(base.source, paid.source);
    is_above && above_by_others(f, base, paid.source, &[]).is_some()
}
