//! When: the planned and actual dates, else what time there is: the call, the candidature's
//! days, the contracts, the plan's own terms.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::wording::day;
use super::{phases, tenders};
use crate::lang::{Lang, Word, w};
use crate::model::{Call, Milestone, ProjectDateKind, Table};
use crate::text::number::month;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = start(f).into_iter().collect();
    out.extend(end(f));
    let dated = !out.is_empty();
    out.extend(phases::when(f));
    out.extend(candidature(f));
    out.extend(call(f));
    out.extend(tenders::when(f));
    out.extend(target_month(f));
    out.extend(milestone(f));
    if !dated {
        let columns = ProjectDateKind::ALL
            .iter()
            .filter(|k| **k != ProjectDateKind::LastValidation)
            .map(|k| k.column());
        let columns: Vec<&'static str> = columns.collect();
        out.push(f.missing(&columns, w::SAY_WHEN_UNPUBLISHED, w::SAY_WHEN_ABSENT));
    }
    out
}

fn start(f: &Facts<'_>) -> Option<Claim> {
    let (actual, planned) = (ProjectDateKind::StartActual, ProjectDateKind::StartPlanned);
    if let Some(date) = f.project.date(actual) {
        return Some(dated(
            f,
            actual,
            w::SAY_WHEN_STARTED,
            &day(date.value, f.lang).on(),
        ));
    }
    let date = f.project.date(planned)?;
    let past = f.date_of(date.source).is_some_and(|seen| date.value <= seen);
    let word = if past {
        w::SAY_WHEN_START_WAS_PLANNED
    } else {
        w::SAY_WHEN_START_PLANNED
    };
    Some(dated(f, planned, word, &day(date.value, f.lang).for_()))
}

fn end(f: &Facts<'_>) -> Vec<Claim> {
    let (actual, planned) = (ProjectDateKind::EndActual, ProjectDateKind::EndPlanned);
    let mut out = Vec::new();
    if let Some(date) = f.project.date(actual) {
        let ended = f.date_of(date.source).is_none_or(|seen| date.value <= seen);
        if ended {
            out.push(dated(f, actual, w::SAY_WHEN_ENDED, &day(date.value, f.lang).on()));
        }
    }
    if let Some(date) = f.project.date(planned) {
        let past = f.date_of(date.source).is_some_and(|seen| date.value <= seen);
        let word = if past || !out.is_empty() {
            w::SAY_WHEN_END_WAS_PLANNED
        } else {
            w::SAY_WHEN_END_PLANNED
        };
        out.push(dated(f, planned, word, &day(date.value, f.lang).for_()));
    }
    out
}

fn dated(f: &Facts<'_>, kind: ProjectDateKind, word: Word, text: &str) -> Claim {
    let source = f.project.date(kind).map(|d| cite(d.source, kind.column()));
    f.observed(word, &[("day", text)], source.into_iter().collect())
}

/// PA digitale: the day of the request and the day of the decree.
fn candidature(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    for c in f.project.candidatures.iter().take(2) {
        if let Some(date) = c.sent {
            let on = day(date, f.lang).on();
            out.push(f.observed(
                w::SAY_WHEN_SENT,
                &[("day", &on)],
                vec![cite(c.source, "data_invio_candidatura")],
            ));
        }
        if let Some(date) = c.funded {
            let on = day(date, f.lang).on();
            out.push(f.observed(
                w::SAY_WHEN_FUNDED,
                &[("day", &on)],
                vec![cite(c.source, "data_finanziamento")],
            ));
        }
    }
    out
}

/// The days between which one could apply.
fn call(f: &Facts<'_>) -> Option<Claim> {
    let of_candidature = f.project.candidatures.iter().find_map(|c| c.call.as_ref());
    let call: &Call = of_candidature.or(f.project.call.as_ref())?;
    let (opened, closed) = match f.table(call.source) {
        Some(Table::Calls) => ("data_inizio_bando", "data_fine_bando"),
        _ => ("Data apertura bando", "Data chiusura effettiva bando"),
    };
    let from = call.opened.map(|d| day(d, f.lang).from());
    match (call.opened, call.closed) {
        (Some(_), Some(end)) => {
            let until = day(end, f.lang).at_end();
            Some(f.linked(
                w::SAY_WHEN_CALL,
                &[("from", from.as_deref().unwrap_or_default()), ("to", &until)],
                vec![cite(call.source, opened), cite(call.source, closed)],
            ))
        }
        (Some(_), None) => Some(f.linked(
            w::SAY_WHEN_CALL_OPENED,
            &[("from", from.as_deref().unwrap_or_default())],
            vec![cite(call.source, opened)],
        )),
        (None, Some(end)) => {
            let by = day(end, f.lang).by();
            Some(f.linked(
                w::SAY_WHEN_CALL_CLOSED,
                &[("by", &by)],
                vec![cite(call.source, closed)],
            ))
        }
        (None, None) => None,
    }
}

/// The month that the newest figure on the project's targets speaks of.
fn target_month(f: &Facts<'_>) -> Option<Claim> {
    let newest = f
        .project
        .targets
        .iter()
        .filter_map(|t| Some((t.year?, t.month?, t.source)))
        .max()?;
    let (year, number, source) = newest;
    let name = month(number, f.lang);
    let month = format!("{name} {year}");
    (!name.is_empty()).then(|| {
        f.observed(
            w::SAY_WHEN_TARGET_MONTH,
            &[("month", &month)],
            vec![cite(source, "Mese"), cite(source, "Anno")],
        )
    })
}

/// The last term that Italy has agreed with Europe for the measure.
fn milestone(f: &Facts<'_>) -> Option<Claim> {
    let all = f.catalogue.milestones.get(&f.project.submeasure)?;
    let last = all
        .iter()
        .filter(|m| m.european)
        .filter_map(|m| Some((m.year?, m.quarter?, m)))
        .max_by_key(|(year, quarter, _)| (*year, *quarter))?;
    let term = term(last.2, f.lang)?;
    Some(f.linked(
        w::SAY_WHEN_MILESTONE,
        &[("term", &term)],
        vec![
            cite(last.2.source, "Anno di Conseguimento"),
            cite(last.2.source, "Trimestre di Conseguimento"),
        ],
    ))
}

/// "giugno 2026": the last month of the quarter.
pub(super) fn term(milestone: &Milestone, lang: Lang) -> Option<String> {
    let name = month(milestone.quarter?.checked_mul(3)?, lang);
    (!name.is_empty()).then_some(())?;
    Some(format!("{name} {}", milestone.year?))
}
