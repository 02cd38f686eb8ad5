//! The same amount in two releases of different days is news, not a contradiction: it grew or it
//! shrank. What two tables of the same day say differently stands among the oddities.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::funds;
use super::wording::day;
use crate::lang::w;
use crate::model::{AmountKind, Cents, Disagreement, DisagreementKind, Fund, SourceId};
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
    Some((fund, d, cents(&d.kept)?, cents(&d.other)?))
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
    let plan = if *fund == Fund::Pnc { "PNC" } else { "PNRR" };
    let values = [
        ("from", euro(other.0, f.lang)),
        ("to", euro(kept.0, f.lang)),
        ("by", euro((*kept - *other).0.abs(), f.lang)),
        ("then", f.at_source(d.other_source)),
        ("plan", plan.to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let column = funds::column(AmountKind::Funding, *fund);
    let then = f.amount_column(d.other_source, AmountKind::Funding, *fund);
    let cites = vec![cite(d.kept_source, column), cite(d.other_source, then)];
    f.derived(word, &values, cites)
}

/// "Una nuova domanda, del 15 dicembre 2022, ha avuto 41.883 euro.": where the table of projects
/// still has the sum of an application that was given up.
pub(super) fn asked_again(f: &Facts<'_>) -> Option<Claim> {
    let all = &f.project.candidatures;
    let last = all.last().filter(|c| c.status != Some('R'))?;
    let (amount, sent) = (last.amount?, last.sent?);
    let total = f.project.amount(AmountKind::Funding, Fund::Total)?;
    let given_up = |c: &&crate::model::Candidature| c.status == Some('R') && c.amount == Some(total.value);
    all.iter().find(given_up).filter(|_| amount != total.value)?;
    let values = [("of", day(sent, f.lang).of()), ("amount", euro(amount.0, f.lang))];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(f.observed(
        w::SAY_MUCH_ASKED_AGAIN,
        &values,
        vec![cite(last.source, "importo_finanziamento")],
    ))
}

/// "1934350.00", as an amount prints itself.
pub(super) fn cents(raw: &str) -> Option<Cents> {
    let (euro, rest) = raw.split_once('.').unwrap_or((raw, "0"));
    let rest: i64 = format!("{rest:0<2}").get(..2)?.parse().ok()?;
    let euro: i64 = euro.parse().ok()?;
    Some(Cents(euro.checked_mul(100)?.checked_add(rest)?))
}
