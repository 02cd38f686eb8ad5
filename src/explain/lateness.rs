//! On time or late: only from dates that stand in the data, and always with the date of the data.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::{phases, state, when};
use crate::lang::{Lang, Word, w};
use crate::model::{ProjectDate, ProjectDateKind};
use crate::text::grammar::counted;
use crate::text::number;
use jiff::civil::Date;

/// What is told of it alone and behind the state, and the day on which it held, unless it holds
/// for good.
struct Told {
    alone: Claim,
    behind: Word,
    span: String,
    seen: Option<Date>,
}

/// What has been told of the state, with what there is to tell of time behind it.
pub(super) fn behind(f: &Facts<'_>, mut state: Vec<Claim>) -> Vec<Claim> {
    let Some(told) = told(f) else {
        return state;
    };
    let same_day = |state: &Claim| {
        told.seen
            .is_none_or(|seen| state.text.contains(&number::date(seen, f.lang)))
    };
    match state.first() {
        Some(first) if same_day(first) => {
            let first = state.remove(0);
            let both = f.join(first, told.behind, &[("span", &told.span)], told.alone);
            state.splice(0..0, both);
        }
        _ => state.push(told.alone),
    }
    state
}

fn told(f: &Facts<'_>) -> Option<Told> {
    // What is built and tested waits for papers.
    if phases::is_tested(f) {
        return None;
    }
    let end_planned = f.project.date(ProjectDateKind::EndPlanned);
    match (end_planned, when::ended(f)) {
        (Some(planned), Some(actual)) => after_the_end(f, planned, actual),
        (Some(planned), None) if !state::is_over(f) => before_the_end(f, planned),
        (None, None) if !state::is_over(f) => late_start(f),
        _ => None,
    }
}

fn cites(dates: &[&ProjectDate]) -> Vec<Cite> {
    dates.iter().map(|d| cite(d.source, d.kind.column())).collect()
}

/// Of an end that lies before its own start nothing is told but that it does.
fn after_the_end(f: &Facts<'_>, planned: &ProjectDate, actual: &ProjectDate) -> Option<Told> {
    let start = f.project.date(ProjectDateKind::StartActual);
    if start.is_some_and(|start| actual.value < start.value) {
        return None;
    }
    let span = span(planned.value, actual.value, f.lang);
    let (alone, behind) = match actual.value <= planned.value {
        true => (w::SAY_PROGRESS_ENDED_IN_TIME, w::SAY_PROGRESS_AND_ENDED_IN_TIME),
        false => (w::SAY_PROGRESS_ENDED_LATE, w::SAY_PROGRESS_AND_ENDED_LATE),
    };
    Some(Told {
        alone: f.derived(alone, &[("span", &span)], cites(&[planned, actual])),
        behind,
        span,
        seen: None,
    })
}

/// Nothing is said when the table declares no date: the day of today proves nothing about it. Nor
/// where the planned day has gone by since the table was made: "when" says that.
fn before_the_end(f: &Facts<'_>, planned: &ProjectDate) -> Option<Told> {
    let seen = f.date_of(planned.source)?;
    let started = f.project.date(ProjectDateKind::StartActual).is_some();
    let (alone, behind) = match (planned.value < seen, started) {
        (true, _) => (w::SAY_PROGRESS_LATE, w::SAY_PROGRESS_AND_LATE),
        (false, true) if planned.value >= f.today => (w::SAY_PROGRESS_IN_TIME, w::SAY_PROGRESS_AND_IN_TIME),
        (false, true) => return None,
        (false, false) => return late_start(f),
    };
    Some(at(f, seen, planned, alone, behind))
}

fn at(f: &Facts<'_>, seen: Date, date: &ProjectDate, alone: Word, behind: Word) -> Told {
    let at = f.at(Some(seen));
    Told {
        alone: f.derived(alone, &[("at", &at)], cites(&[date])),
        behind,
        span: String::new(),
        seen: Some(seen),
    }
}

fn late_start(f: &Facts<'_>) -> Option<Told> {
    if f.project.date(ProjectDateKind::StartActual).is_some() {
        return None;
    }
    let planned = f.project.date(ProjectDateKind::StartPlanned)?;
    let seen = f.date_of(planned.source)?;
    let (alone, behind) = (w::SAY_PROGRESS_LATE_START, w::SAY_PROGRESS_AND_LATE_START);
    (planned.value < seen).then(|| at(f, seen, planned, alone, behind))
}

/// "20 giorni", "3 mesi": days up to two months, then months.
fn span(from: Date, to: Date, lang: Lang) -> String {
    let days = i64::from(from.until(to).map_or(0, |s| s.get_days()));
    let (n, one, many) = match (days < 60, lang) {
        (true, Lang::It) => (days, "giorno", "giorni"),
        (true, Lang::En) => (days, "day", "days"),
        (false, Lang::It) => ((days + 15) / 30, "mese", "mesi"),
        (false, Lang::En) => ((days + 15) / 30, "month", "months"),
    };
    counted(n, one, many, lang)
}
