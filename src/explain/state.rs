//! How far a project is, in the one status that lists and filters show too, and the fact that
//! tells it.

use super::Evidence;
use super::called::calling;
use super::claim::Claim;
use super::facts::{Facts, cite};
use super::wording::day;
use super::{funds, money, phases, tenders};
use crate::lang::w;
use crate::model::{AmountKind, Candidature, LabelKind, ProjectDateKind, Sign, Signs, Stated, Status};
use jiff::civil::Date;

/// Letters of a name that "who" says and that is not said again.
const LONGEST_NAME: usize = 60;

fn signs<'a>(f: &Facts<'a>) -> Signs<'a> {
    let p = f.project;
    let label = |kind| p.label(kind).map(|l| l.value.as_str());
    let (start, end) = (
        p.date(ProjectDateKind::StartActual),
        p.date(ProjectDateKind::EndActual),
    );
    Signs {
        progress: label(LabelKind::Progress),
        cup_status: label(LabelKind::CupStatus),
        candidature: p.candidatures.iter().rev().find_map(|c| c.status),
        start_actual: start.map(|d| d.value),
        start_seen: start.and_then(|d| f.date_of(d.source)),
        end_actual: end.map(|d| d.value),
        seen: end.and_then(|d| f.date_of(d.source)),
        paid: paid_total(f).is_some(),
        funded: money::funded(f).is_some(),
    }
}

/// Total payments, as the lists sum them.
fn paid_total(f: &Facts<'_>) -> Option<()> {
    let paid = f.project.amount(AmountKind::Payment, crate::model::Fund::Total)?;
    (paid.value.0 > 0).then_some(())
}

/// The status that lists and filters show.
pub(super) fn status(f: &Facts<'_>) -> Status {
    signs(f).status()
}

/// Since when a status holds.
pub(super) enum Since {
    /// The day on which it came about.
    On(Date),
    /// The day of the table that says it.
    Seen(Option<Date>),
}

/// The status that lists and filters show, and since when; `None` where no table tells one.
pub(super) fn since(f: &Facts<'_>) -> Option<(Status, Since)> {
    let (status, sign) = signs(f).told()?;
    let seen = |source| Since::Seen(f.date_of(source));
    let label = |kind| Some(seen(f.project.label(kind)?.source));
    let since = match sign {
        Sign::Progress => label(LabelKind::Progress),
        Sign::Cup => label(LabelKind::CupStatus),
        Sign::Candidature => {
            let last = f.project.candidatures.iter().rev().find(|c| c.status.is_some());
            last.map(|c| c.status_date.map_or_else(|| seen(c.source), Since::On))
        }
        Sign::End => f
            .project
            .date(ProjectDateKind::EndActual)
            .map(|d| Since::On(d.value)),
        Sign::Start => f
            .project
            .date(ProjectDateKind::StartActual)
            .map(|d| seen(d.source)),
        Sign::Payment => money::paid(f.project).map(|(_, _, source)| seen(source)),
        Sign::Funding => money::funded(f).map(|(source, _)| seen(source)),
    };
    Some((status, since.unwrap_or(Since::Seen(None))))
}

/// Whether nothing more is to come: the project has ended or was given up.
pub(super) fn is_over(f: &Facts<'_>) -> bool {
    matches!(status(f), Status::Completed | Status::Withdrawn)
}

/// The status and what tells it, then the other words that a table has for it.
pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let told = signs(f).told();
    let sign = told.map(|(_, sign)| sign);
    let mut out = Vec::new();
    if sign == Some(Sign::Candidature) {
        out.extend(candidature(f));
        out.extend(renounced_before(f));
    }
    out.extend(stated(f));
    match sign {
        Some(Sign::End) => out.extend(dated(f, ProjectDateKind::EndActual)),
        Some(Sign::Start) => out.extend(dated(f, ProjectDateKind::StartActual)),
        Some(Sign::Payment) => out.extend(payments(f)),
        Some(Sign::Funding) => out.extend(funding(f)),
        _ => {}
    }
    out.extend(cup(f));
    out
}

/// *Stato Avanzamento Progetto*: in our words where we know its word, else as it stands there.
fn stated(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::Progress)?;
    let word = match Stated::of(&label.value) {
        Some(Stated::Withdrawn) => w::SAY_PROGRESS_GONE,
        Some(Stated::Completed) => w::SAY_PROGRESS_DONE,
        Some(Stated::Waiting) => w::SAY_PROGRESS_WAITING,
        Some(Stated::Ongoing) => w::SAY_PROGRESS_ONGOING,
        None => w::SAY_PROGRESS_STATED,
    };
    let at = f.at_aged(f.date_of(label.source));
    let mut cites = vec![cite(label.source, LabelKind::Progress.column())];
    if let Some((phase, of)) = phases::ongoing(f).filter(|_| word == w::SAY_PROGRESS_ONGOING) {
        cites.extend(of);
        let values = [("at", at.as_str()), ("phase", &phase)];
        return Some(calling(
            f,
            Evidence::Observed,
            w::SAY_PROGRESS_ONGOING_PHASE,
            &values,
            cites,
        ));
    }
    Some(calling(
        f,
        Evidence::Observed,
        word,
        &[("at", &at), ("state", &label.value)],
        cites,
    ))
}

/// PA digitale's three letters; of several requests, the last that has one.
fn candidature(f: &Facts<'_>) -> Option<Claim> {
    let c: &Candidature = f.project.candidatures.iter().rev().find(|c| c.status.is_some())?;
    let mut cites = vec![cite(c.source, "stato_candidatura")];
    let word = match (c.status?, c.status_date.is_some()) {
        ('E', true) => w::SAY_PROGRESS_PAID_OUT,
        ('E', false) => w::SAY_PROGRESS_PAID_OUT_UNDATED,
        ('R', true) => w::SAY_PROGRESS_RENOUNCED,
        ('R', false) => w::SAY_PROGRESS_RENOUNCED_UNDATED,
        ('A', _) => w::SAY_PROGRESS_ASSIGNED,
        _ => return None,
    };
    let on = c.status_date.map(|d| day(d, f.lang).on()).unwrap_or_default();
    if c.status_date.is_some() {
        cites.push(cite(c.source, "data_stato_candidatura"));
    }
    let at = f.at_aged(f.date_of(c.source));
    let body = f
        .lead()
        .filter(|(_, body, _)| body.name.chars().count() <= LONGEST_NAME);
    let body = body.map(|(_, body, _)| f.the(&body.name));
    let body = body.unwrap_or_else(|| f.lang.say(w::SAY_WHAT_THIS_BODY).to_owned());
    let values = [("on", on.as_str()), ("at", &at), ("body", &body)];
    Some(calling(f, Evidence::Observed, word, &values, cites))
}

/// A request that the body renounced before it came back in a later window.
fn renounced_before(f: &Facts<'_>) -> Option<Claim> {
    let (last, earlier) = f.project.candidatures.split_last()?;
    let gone = earlier.iter().rev().find(|c| c.status == Some('R'))?;
    if last.status == Some('R') || !last.is_later_window_of(gone) {
        return None;
    }
    let on = day(gone.status_date?, f.lang).on();
    let cites = vec![
        cite(gone.source, "stato_candidatura"),
        cite(gone.source, "data_stato_candidatura"),
    ];
    Some(f.observed(w::SAY_PROGRESS_RENOUNCED_BEFORE, &[("on", &on)], cites))
}

/// An actual end or start, where no table says the status itself.
fn dated(f: &Facts<'_>, kind: ProjectDateKind) -> Option<Claim> {
    let date = f.project.date(kind)?;
    let word = match kind {
        ProjectDateKind::EndActual => w::SAY_PROGRESS_ENDED,
        _ => w::SAY_PROGRESS_STARTED,
    };
    let on = day(date.value, f.lang).on();
    let cites = vec![cite(date.source, kind.column())];
    Some(calling(f, Evidence::Derived, word, &[("on", &on)], cites))
}

/// Money that went out is a sign, and no more than a sign.
fn payments(f: &Facts<'_>) -> Option<Claim> {
    let (fund, paid, source) = money::paid(f.project)?;
    let column = funds::column(AmountKind::Payment, fund);
    let funding = f.project.amount(AmountKind::Funding, fund);
    let all = funding.is_some_and(|f| f.value.0 > 0 && paid >= f.value);
    let word = if all {
        w::SAY_PROGRESS_ALL_PAID
    } else {
        w::SAY_PROGRESS_PAYMENTS
    };
    let at = f.at_aged(f.date_of(source));
    Some(calling(
        f,
        Evidence::Derived,
        word,
        &[("at", &at)],
        vec![cite(source, column)],
    ))
}

/// Money that was assigned; where contracts are given they say more.
fn funding(f: &Facts<'_>) -> Option<Claim> {
    let (source, column) = money::funded(f)?;
    let at = f.at_aged(f.date_of(source));
    let cites = vec![cite(source, column)];
    let word = match tenders::progress(f) {
        Some(_) => w::SAY_PROGRESS_FUNDED_AND_GIVEN,
        None => w::SAY_PROGRESS_FUNDED,
    };
    Some(calling(f, Evidence::Derived, word, &[("at", &at)], cites))
}

/// *Stato CUP*: a closed or revoked code says something; an active one nothing.
fn cup(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::CupStatus)?;
    let word = match Stated::of(&label.value)? {
        Stated::Completed => w::SAY_PROGRESS_CUP_CLOSED,
        Stated::Withdrawn => w::SAY_PROGRESS_CUP_REVOKED,
        Stated::Waiting | Stated::Ongoing => return None,
    };
    let at = f.at_aged(f.date_of(label.source));
    let cites = vec![cite(label.source, LabelKind::CupStatus.column())];
    Some(calling(f, Evidence::Observed, word, &[("at", &at)], cites))
}
