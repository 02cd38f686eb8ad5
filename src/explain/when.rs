//! When: the end first, then the start, the phases, what PA digitale decided, the contracts.

use super::called::with_name;
use super::claim::Claim;
use super::contracts::contracts;
use super::facts::{Facts, cite};
use super::gaps::{self, Kind};
use super::wording::{day, finish};
use super::{phases, stage, state, targets, tenders};
use crate::lang::{Lang, Word, w};
use crate::model::{LabelKind, Milestone, ProjectDate, ProjectDateKind, Stated, Status};
use crate::text::number::month;
use jiff::civil::Date;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let end = end(f);
    let unknown = end.is_none() && (!state::is_over(f) || state::is_reached(f));
    let mut out = with_start(f, end);
    out.extend(phases::when(f));
    if state::is_paid_out(f) && out.is_empty() {
        out.extend(paid_out(f));
    }
    out.extend(candidature(f));
    // What was reached says more than the day of a contract.
    if unknown && let Some(reached) = targets::reached(f) {
        let reached = end_is_not_known(f, &reached);
        return std::iter::once(reached).chain(out).chain(existing(f)).collect();
    }
    // The day of a contract says something where no other day does.
    if out.is_empty() && !targets::is_signed(f) {
        out.extend(tenders::when(f, &contracts(f)));
    }
    out.extend(existing(f));
    if unknown || out.is_empty() {
        out.insert(0, gaps::alone(f, Kind::End));
    }
    out
}

/// "I lavori risultavano finiti a settembre 2023: il giorno della fine del progetto a Prato non si
/// sa.".
fn end_is_not_known(f: &Facts<'_>, reached: &Claim) -> Claim {
    let rest = reached.text.trim_end_matches('.');
    with_name(f, |project| {
        let values = [("project", project), ("rest", rest)];
        Claim {
            text: finish(f.lang.fill(w::SAY_WHEN_REACHED, &values)),
            ..reached.clone()
        }
    })
}

/// The start behind the end, in one sentence where there is room.
fn with_start(f: &Facts<'_>, end: Option<Claim>) -> Vec<Claim> {
    let Some((word, behind, date, text)) = start(f) else {
        return end.into_iter().collect();
    };
    let alone = dated(f, date, word, &text);
    match end {
        None => vec![alone],
        Some(end) => f.join(end, behind, &[("day", &text)], alone),
    }
}

/// A project that began before the plan.
fn existing(f: &Facts<'_>) -> Option<Claim> {
    // Beside the day on which it began it would deny it.
    let has_begun = f.project.date(ProjectDateKind::StartActual).is_some();
    let label = f.project.label(LabelKind::Existing).filter(|_| !has_begun)?;
    let yes = ["yes", "sì", "si"].contains(&label.value.to_lowercase().as_str());
    let cites = vec![cite(label.source, LabelKind::Existing.column())];
    yes.then(|| f.observed(w::SAY_WHEN_EXISTING, &[], cites))
}

/// The actual end, when it was one on the day of its table and no table says that the project is
/// still under way.
pub(super) fn ended<'a>(f: &Facts<'a>) -> Option<&'a ProjectDate> {
    let end = f.project.date(ProjectDateKind::EndActual)?;
    let come = f.date_of(end.source).is_none_or(|seen| end.value <= seen);
    (come && !said_under_way(f)).then_some(end)
}

/// Whether a table says in so many words that the project is not over.
pub(super) fn said_under_way(f: &Facts<'_>) -> bool {
    let label = f.project.label(LabelKind::Progress);
    let said = label.and_then(|l| Stated::of(&l.value));
    let paid_out = state::status(f) == Status::Completed;
    matches!(said, Some(Stated::Ongoing | Stated::Waiting)) && !paid_out
}

/// The actual start, when it was one on the day of its table.
fn started<'a>(f: &Facts<'a>) -> Option<&'a ProjectDate> {
    let start = f.project.date(ProjectDateKind::StartActual)?;
    let come = f.date_of(start.source).is_none_or(|seen| start.value <= seen);
    come.then_some(start)
}

/// The words of the start alone and behind the end, and its day.
fn start<'a>(f: &Facts<'a>) -> Option<(Word, Word, &'a ProjectDate, String)> {
    if let Some(date) = started(f) {
        let on = day(date.value, f.lang).on();
        return Some((w::SAY_WHEN_STARTED, w::SAY_WHEN_AND_STARTED, date, on));
    }
    let date = f.project.date(ProjectDateKind::StartPlanned)?;
    let (word, behind) = match date.value < f.today {
        true => (w::SAY_WHEN_START_WAS_PLANNED, w::SAY_WHEN_AND_START_WAS_PLANNED),
        false => (w::SAY_WHEN_START_PLANNED, w::SAY_WHEN_AND_START_PLANNED),
    };
    Some((word, behind, date, day(date.value, f.lang).for_()))
}

/// The end, actual and planned; a planned day that has gone by since the table was made is told
/// with the day of the table.
fn end(f: &Facts<'_>) -> Option<Claim> {
    let ended = ended(f).map(|date| dated(f, date, w::SAY_WHEN_ENDED, &day(date.value, f.lang).on()));
    let Some(date) = f.project.date(ProjectDateKind::EndPlanned) else {
        return ended;
    };
    let text = day(date.value, f.lang).for_();
    let planned = |word| dated(f, date, word, &text);
    if let Some(ended) = ended {
        let planned = planned(w::SAY_WHEN_END_WAS_PLANNED);
        let both = f.join(ended, w::SAY_WHEN_AND_END_WAS_PLANNED, &[("day", &text)], planned);
        return both.into_iter().next();
    }
    let seen = f.date_of(date.source);
    let gone_by = date.value < f.today;
    Some(match (gone_by, seen.filter(|seen| *seen <= date.value)) {
        (false, _) if !state::is_over(f) => planned(w::SAY_WHEN_END_PLANNED),
        (true, Some(seen)) if !state::is_over(f) => {
            let at = f.at(Some(seen));
            let cites = vec![cite(date.source, date.kind.column())];
            let on = day(date.value, f.lang).on();
            f.derived(w::SAY_WHEN_END_GONE_BY, &[("day", &on), ("at", &at)], cites)
        }
        _ => planned(w::SAY_WHEN_END_WAS_PLANNED),
    })
}

fn dated(f: &Facts<'_>, date: &ProjectDate, word: Word, text: &str) -> Claim {
    let cites = vec![cite(date.source, date.kind.column())];
    f.observed(word, &[("day", text)], cites)
}

/// PA digitale pays when a project is done: it was by that day.
fn paid_out(f: &Facts<'_>) -> Option<Claim> {
    let c = f.project.candidatures.iter().rev().find(|c| c.status.is_some())?;
    let state = cite(c.source, "stato_candidatura");
    Some(match c.status_date {
        None => f.observed(w::SAY_WHEN_PAID_OUT, &[], vec![state]),
        Some(date) => {
            let on = day(date, f.lang).on();
            let cites = vec![state, cite(c.source, "data_stato_candidatura")];
            with_name(f, |project| {
                let values = [("day", on.as_str()), ("project", project)];
                f.derived(w::SAY_WHEN_PAID_OUT_BY, &values, cites.clone())
            })
        }
    })
}

/// PA digitale: the day of the request and that of the decree; of several requests, the last.
fn candidature(f: &Facts<'_>) -> Option<Claim> {
    let c = f.project.candidatures.last()?;
    // What was given up is another than what was paid.
    if c.status == Some('R') && state::status(f) != Status::Withdrawn {
        return None;
    }
    let word = match (c.sent.is_some(), c.funded.is_some()) {
        (true, true) => w::SAY_WHEN_SENT_AND_FUNDED,
        (true, false) => w::SAY_WHEN_SENT,
        (false, true) => w::SAY_WHEN_FUNDED,
        (false, false) => return None,
    };
    let on = |date: Option<Date>| date.map(|d| day(d, f.lang).on()).unwrap_or_default();
    let (sent, funded) = (on(c.sent), on(c.funded));
    let sent_cite = c.sent.map(|_| cite(c.source, "data_invio_candidatura"));
    let funded_cite = c.funded.map(|_| cite(c.source, "data_finanziamento"));
    // English stays short.
    let amount = c.amount.filter(|_| f.lang == Lang::It);
    let tells_amount = word == w::SAY_WHEN_SENT_AND_FUNDED && amount.is_some();
    let amount = stage::the_amount(f, amount);
    let amount_cite = tells_amount.then(|| cite(c.source, "importo_finanziamento"));
    let cites = sent_cite
        .into_iter()
        .chain(funded_cite)
        .chain(amount_cite)
        .collect();
    let values = [("amount", amount.as_str()), ("sent", &sent), ("funded", &funded)];
    Some(f.observed(word, &values, cites))
}

/// "giugno 2026": the last month of the quarter.
pub(super) fn term(milestone: &Milestone, lang: Lang) -> Option<String> {
    let name = month(milestone.quarter?.checked_mul(3)?, lang);
    (!name.is_empty()).then_some(())?;
    Some(format!("{name} {}", milestone.year?))
}
