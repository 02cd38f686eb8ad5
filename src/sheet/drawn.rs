//! The pictures of a project. A picture stands only where there are figures for it: what is missing
//! is said by the sentences.

use super::picture::{Parts, Passages, Period, Picture, Share};
use crate::explain;
use crate::lang::{Lang, Word};
use crate::model::{AmountKind, Cents, Fund, Phase, Project, ProjectDateKind};
use crate::snapshot::Catalogue;
use crate::text::clean;
use jiff::civil::Date;

/// Whose money it is, where several give some.
pub fn funding(project: &Project, lang: Lang) -> Option<Picture> {
    let of = |fund: Fund| {
        let amount = project.amount(AmountKind::Funding, fund)?.value;
        (amount.0 > 0).then_some(amount)
    };
    let state = of(Fund::State).is_some();
    let mut parts: Vec<(Cents, String)> = Fund::ALL
        .iter()
        .filter(|fund| !(fund.is_total() || fund.is_part() && state))
        .filter_map(|fund| {
            let name = Word::from_key(&format!("sheet.funds.{}", fund.code()))?;
            Some((of(*fund)?, lang.say(name).to_owned()))
        })
        .collect();
    parts.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    let rows: Vec<(String, Cents)> = parts.into_iter().map(|(amount, name)| (name, amount)).collect();
    let whole = of(Fund::Total);
    (rows.len() > 1).then_some(Picture::Bars(Parts { rows, whole }))
}

/// What is paid, of the funding of the same column.
pub fn paid(project: &Project) -> Option<Picture> {
    let (fund, paid, _) = explain::paid(project)?;
    let funded = project.amount(AmountKind::Funding, fund)?.value;
    (paid.0 >= 0 && funded.0 > 0).then_some(Picture::Share(Share { paid, funded }))
}

/// Planned and actual dates of the project and of its phases, when there are any.
pub fn timeline(catalogue: &Catalogue, project: &Project, today: Date) -> Option<Picture> {
    use ProjectDateKind::{EndActual, EndPlanned, StartActual, StartPlanned};
    let period = |start, end| Period {
        start: project.date(start).map(|d| d.value),
        end: project.date(end).map(|d| d.value),
    };
    let whole = (
        String::new(),
        period(StartPlanned, EndPlanned),
        period(StartActual, EndActual),
    );
    let phase = |phase: &Phase| {
        let name = phase.name.as_deref().unwrap_or(&phase.code);
        let (planned, actual) = (
            Period {
                start: phase.start_planned,
                end: phase.end_planned,
            },
            Period {
                start: phase.start_actual,
                end: phase.end_actual,
            },
        );
        (clean::line(name), planned, actual)
    };
    let steps: Vec<(String, Period, Period)> = std::iter::once(whole)
        .chain(project.phases.iter().map(phase))
        .collect();
    let unknown = Period::default();
    if steps
        .iter()
        .all(|(_, planned, actual)| (*planned, *actual) == (unknown, unknown))
    {
        return None;
    }
    let dated = project.dates.iter().map(|d| d.source);
    let sources = dated.chain(project.phases.iter().map(|p| p.source));
    let data = sources
        .filter_map(|id| catalogue.source(id).and_then(|s| s.date))
        .max();
    Some(Picture::Timeline(Passages { steps, today, data }))
}
