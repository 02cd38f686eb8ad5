//! The same amount in two releases of different days is news, not a contradiction: it grew or it
//! shrank. What two tables of the same day say differently stands among the oddities.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::funds;
use super::wording::day;
use crate::lang::w;
use crate::model::{AmountKind, Candidature, Cents, Disagreement, DisagreementKind, Fund, SourceId};
use crate::text::number::euro;

/// Whether two amounts differ by more than the rounding of the older releases, which had passed
/// through floating-point numbers.
pub(super) fn is_rounding(d: &Disagreement) -> bool {
    match (cents(&d.kept), cents(&d.other)) {
        (Some(kept), Some(other)) => {
            let apart = (kept.0 - other.0).abs();
            apart <= 100.max(kept.0.abs() / 1_000_000)
        }
        _ => false,
    }
}

/// "Il finanziamento è cresciuto di 32.000 euro": the total, and the plan's part where no total
/// changed or where it went the other way.
pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let total = changed(f, Fund::Total);
    let plan = changed(f, Fund::Pnrr).or_else(|| changed(f, Fund::Pnc));
    let grew = |(_, _, kept, other): &Change<'_>| kept > other;
    let plan = plan.filter(|plan| total.as_ref().is_none_or(|total| grew(total) != grew(plan)));
    total
        .iter()
        .chain(&plan)
        .map(|change| told(f, change, grew(change)))
        .collect()
}

/// A fund, the update of its amount, what it is now and what it was.
type Change<'a> = (Fund, &'a Disagreement, Cents, Cents);

/// What the amount was on the day of a table, where a later one has another.
pub(super) fn on_the_day_of(f: &Facts<'_>, fund: Fund, table: SourceId) -> Option<Cents> {
    let day = f.date_of(table)?;
    let mut all = updates(f, fund);
    let of_day = all.find(|d| f.date_of(d.other_source) == Some(day))?;
    cents(&of_day.other).filter(|then| then.0 > 0)
}

/// The news of an amount.
fn updates<'a>(f: &Facts<'a>, fund: Fund) -> impl Iterator<Item = &'a Disagreement> {
    let field = format!("funding.{}", fund.code());
    let is_news =
        move |d: &&Disagreement| d.field == field && d.kind == DisagreementKind::Update && !is_rounding(d);
    f.project.disagreements.iter().filter(is_news)
}

fn changed<'a>(f: &Facts<'a>, fund: Fund) -> Option<Change<'a>> {
    let d = updates(f, fund).next()?;
    let other = cents(&d.other)?;
    // The sum of another application is no earlier one of this.
    let is_gone = gone(f).is_some_and(|gone| gone.amount == Some(other));
    (!is_gone).then_some((fund, d, cents(&d.kept)?, other))
}

fn told(f: &Facts<'_>, (fund, d, kept, other): &Change<'_>, grew: bool) -> Claim {
    let of_copy = f.table(d.other_source).is_some_and(|table| !table.is_official());
    let word = match (fund, grew) {
        (Fund::Total, true) if of_copy => w::SAY_MUCH_GREW_SINCE_COPY,
        (Fund::Total, false) if of_copy => w::SAY_MUCH_SHRANK_SINCE_COPY,
        (_, true) if of_copy => w::SAY_MUCH_PLAN_GREW_SINCE_COPY,
        (_, false) if of_copy => w::SAY_MUCH_PLAN_SHRANK_SINCE_COPY,
        (Fund::Total, true) => w::SAY_MUCH_GREW,
        (Fund::Total, false) => w::SAY_MUCH_SHRANK,
        (_, true) => w::SAY_MUCH_PLAN_GREW,
        (_, false) => w::SAY_MUCH_PLAN_SHRANK,
    };
    // Older releases had passed through floating-point numbers: their whole is today's part of the plan,
    // and so the growth is the rest to the cent.
    let part = f.project.amount(AmountKind::Funding, Fund::Pnrr).map(|a| a.value);
    let then = part.filter(|part| *fund == Fund::Total && (*part - *other).0.abs() < 100);
    let by = (*kept - then.unwrap_or(*other)).0.abs();
    let plan = if *fund == Fund::Pnc { "PNC" } else { "PNRR" };
    let values = [
        ("from", euro(other.0, f.lang)),
        ("to", euro(kept.0, f.lang)),
        ("by", euro(by, f.lang)),
        ("then", f.at_source(d.other_source)),
        ("plan", plan.to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let column = funds::column(AmountKind::Funding, *fund);
    let then = f.amount_column(d.other_source, AmountKind::Funding, *fund);
    let cites = vec![cite(d.kept_source, column), cite(d.other_source, then)];
    f.derived(word, &values, cites)
}

/// "Una prima domanda, da 50.988 euro, è stata ritirata il 6 dicembre 2022.": another sum was asked for
/// and given up before.
pub(super) fn given_up(f: &Facts<'_>) -> Option<Claim> {
    let gone = gone(f)?;
    let (amount, on) = (gone.amount?, gone.status_date.map(|on| day(on, f.lang).on()));
    let on = on.map(|on| format!(" {on}")).unwrap_or_default();
    let mut cites = vec![
        cite(gone.source, "importo_finanziamento"),
        cite(gone.source, "stato_candidatura"),
    ];
    if gone.status_date.is_some() {
        cites.push(cite(gone.source, "data_stato_candidatura"));
    }
    let amount = euro(amount.0, f.lang);
    let values = [("amount", amount.as_str()), ("on", &on)];
    Some(f.observed(w::SAY_MUCH_GIVEN_UP, &values, cites))
}

/// The application of another sum that was given up before the one that lives.
fn gone<'a>(f: &Facts<'a>) -> Option<&'a Candidature> {
    let last = f.project.candidatures.last()?;
    let of = |kind| f.project.amount(kind, Fund::Total).map(|a| a.value);
    let whole = of(AmountKind::Funding).or(last.amount)?;
    let lives = last.status != Some('R') || of(AmountKind::Payment) == Some(whole);
    let is_gone = |c: &&Candidature| c.status == Some('R') && c.amount.is_some_and(|a| a.0 > 0 && a != whole);
    let gone = f.project.candidatures.iter().rev().find(is_gone)?;
    lives.then_some(gone)
}

/// "1934350.00", as an amount prints itself.
pub(super) fn cents(raw: &str) -> Option<Cents> {
    let (euro, rest) = raw.split_once('.').unwrap_or((raw, "0"));
    let rest: i64 = format!("{rest:0<2}").get(..2)?.parse().ok()?;
    let euro: i64 = euro.parse().ok()?;
    Some(Cents(euro.checked_mul(100)?.checked_add(rest)?))
}
