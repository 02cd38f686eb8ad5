//! On time or late: only from dates that stand in the data, and always with the date of the data.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::{state, when};
use crate::lang::{Lang, w};
use crate::model::{ProjectDate, ProjectDateKind};
use crate::text::grammar::counted;
use jiff::civil::Date;

pub(super) fn claim(f: &Facts<'_>) -> Option<Claim> {
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
fn after_the_end(f: &Facts<'_>, planned: &ProjectDate, actual: &ProjectDate) -> Option<Claim> {
    let start = f.project.date(ProjectDateKind::StartActual);
    if start.is_some_and(|start| actual.value < start.value) {
        return None;
    }
    let cites = cites(&[planned, actual]);
    if actual.value <= planned.value {
        return Some(f.derived(w::SAY_PROGRESS_ENDED_IN_TIME, &[], cites));
    }
    let span = span(planned.value, actual.value, f.lang);
    Some(f.derived(w::SAY_PROGRESS_ENDED_LATE, &[("span", &span)], cites))
}

/// Nothing is said when the table declares no date: the day of today proves nothing about it. Nor
/// where the planned day has gone by since the table was made: "when" says that.
fn before_the_end(f: &Facts<'_>, planned: &ProjectDate) -> Option<Claim> {
    let seen = f.date_of(planned.source)?;
    let at = f.at(Some(seen));
    let started = f.project.date(ProjectDateKind::StartActual).is_some();
    let word = match (planned.value < seen, started) {
        (true, _) => w::SAY_PROGRESS_LATE,
        (false, true) if planned.value >= f.today => w::SAY_PROGRESS_IN_TIME,
        (false, true) => return None,
        (false, false) => return late_start(f),
    };
    Some(f.derived(word, &[("at", &at)], cites(&[planned])))
}

fn late_start(f: &Facts<'_>) -> Option<Claim> {
    if f.project.date(ProjectDateKind::StartActual).is_some() {
        return None;
    }
    let planned = f.project.date(ProjectDateKind::StartPlanned)?;
    let seen = f.date_of(planned.source)?;
    let at = f.at(Some(seen));
    (planned.value < seen).then(|| f.derived(w::SAY_PROGRESS_LATE_START, &[("at", &at)], cites(&[planned])))
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
