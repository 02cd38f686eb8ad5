//! The cells that hold a project's money: the whole of its funding, and its payments.

use super::facts::Facts;
use super::updates;
use crate::model::{AmountKind, Cents, Fund, Project, SourceId};

/// The whole funding of the project: an amount, its source and its column. Where no total is
/// published, what the plan gives stands for it and is called by its own name.
pub(super) fn whole(f: &Facts<'_>) -> Option<(Fund, Cents, SourceId, &'static str)> {
    let of = |fund: Fund| {
        let amount = f.project.amount(AmountKind::Funding, fund)?;
        let column = f.amount_column(amount.source, AmountKind::Funding, fund);
        (amount.value.0 > 0).then_some((fund, amount.value, amount.source, column))
    };
    of(Fund::Total)
        .or_else(|| of(Fund::Pnrr))
        .or_else(|| of(Fund::Pnc))
        .or_else(|| {
            let granted = f
                .project
                .candidatures
                .iter()
                .rfind(|c| c.amount.is_some_and(|a| a.0 > 0))?;
            Some((
                Fund::Pnrr,
                granted.amount?,
                granted.source,
                "importo_finanziamento",
            ))
        })
}

/// The cell that the lists take the funding from, when it is above zero.
pub(super) fn funded(f: &Facts<'_>) -> Option<(SourceId, &'static str)> {
    let (fund, amount) = [Fund::Total, Fund::Pnrr, Fund::Pnc]
        .into_iter()
        .find_map(|fund| Some((fund, f.project.amount(AmountKind::Funding, fund)?)))?;
    let column = f.amount_column(amount.source, AmountKind::Funding, fund);
    (amount.value.0 > 0).then_some((amount.source, column))
}

/// The funding that a payment is a part of: what it was on the day of its table.
pub(super) fn base(f: &Facts<'_>, fund: Fund, paid: SourceId) -> Option<Cents> {
    updates::on_the_day_of(f, fund, paid).or_else(|| Some(f.project.amount(AmountKind::Funding, fund)?.value))
}

/// The payments so far: the total, or those of the plan when only they are published.
pub fn paid(project: &Project) -> Option<(Fund, Cents, SourceId)> {
    [Fund::Total, Fund::Pnrr, Fund::Pnc].into_iter().find_map(|fund| {
        let paid = project.amount(AmountKind::Payment, fund)?;
        (paid.value.0 > 0).then_some((fund, paid.value, paid.source))
    })
}
