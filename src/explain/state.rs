//! How far a project is, in the one status that lists and filters show too, and the kind of fact that
//! tells it.

use super::facts::Facts;
use super::{money, targets};
use crate::model::{AmountKind, Fund, LabelKind, Project, ProjectDateKind, Sign, Signs, SourceId, Status};
use jiff::civil::Date;

pub(super) fn signs<'a>(f: &Facts<'a>) -> Signs<'a> {
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
        all_paid: is_all_paid(f.project),
        done: targets::is_done(f),
        funded: money::funded(f).is_some(),
    }
}

/// Total payments, as the lists sum them.
fn paid_total(f: &Facts<'_>) -> Option<()> {
    let paid = f.project.amount(AmountKind::Payment, Fund::Total)?;
    (paid.value.0 > 0).then_some(())
}

/// Whether the payments are the whole funding; where they are more, no table says why.
pub(super) fn is_all_paid(project: &Project) -> bool {
    let of = |kind| project.amount(kind, Fund::Total).map(|a| a.value);
    let (funding, paid) = (of(AmountKind::Funding), of(AmountKind::Payment));
    funding.is_some_and(|funding| funding.0 > 0 && paid == Some(funding))
}

/// The status that lists and filters show.
pub(super) fn status(f: &Facts<'_>) -> Status {
    signs(f).status()
}

/// Since when a status holds.
pub(super) enum Since {
    /// The day on which it came about.
    On(Date),
    /// The month in which it came about: "a giugno 2024".
    In(String),
    /// The day of the table that says it.
    Seen(Option<Date>),
}

/// The status that lists and filters show, what tells it and since when; `None` where no table does.
pub(super) fn since(f: &Facts<'_>) -> Option<(Status, Sign, Since)> {
    let (status, sign) = signs(f).told()?;
    let seen = |source| Since::Seen(f.date_of(source));
    let label = |kind| Some(seen(f.project.label(kind)?.source));
    let end = f.project.date(ProjectDateKind::EndActual).filter(|end| {
        let come = f.date_of(end.source).is_none_or(|seen| end.value <= seen);
        come && status == Status::Completed
    });
    let since = match sign {
        Sign::Progress | Sign::Cup if end.is_some() => end.map(|end| Since::On(end.value)),
        Sign::Progress => label(LabelKind::Progress),
        Sign::Cup => label(LabelKind::CupStatus),
        Sign::Candidature => {
            let last = f.project.candidatures.iter().rev().find(|c| c.status.is_some());
            // The money is still assigned on the day of the table.
            last.map(|c| match c.status_date.filter(|_| status != Status::Funded) {
                Some(day) => Since::Seen(Some(day)),
                None => seen(c.source),
            })
        }
        Sign::End => f
            .project
            .date(ProjectDateKind::EndActual)
            .map(|d| Since::On(d.value)),
        Sign::Reached => targets::end(f)
            .or_else(|| targets::made(f))
            .map(|t| Since::In(targets::month(f, t))),
        Sign::Start => f
            .project
            .date(ProjectDateKind::StartActual)
            .map(|d| seen(d.source)),
        Sign::Payment => money::paid(f.project).map(|(_, _, source)| seen(source)),
        Sign::Funding => money::funded(f).map(|(source, _)| seen(source)),
    };
    Some((status, sign, since.unwrap_or(Since::Seen(None))))
}

/// The newer list that has the project no more, where nothing tells how it ended and no later table
/// has it.
pub(super) fn dropped(f: &Facts<'_>) -> Option<SourceId> {
    let newer = f.project.label(LabelKind::Unlisted)?.source;
    let day = f.date_of(newer)?;
    let is_later = f.seen.iter().any(|s| s.date.is_some_and(|of| of > day));
    (!is_over(f) && !is_later).then_some(newer)
}

/// Whether nothing more is to come: the project has ended or was given up.
pub(super) fn is_over(f: &Facts<'_>) -> bool {
    matches!(status(f), Status::Completed | Status::Withdrawn)
}

/// Whether PA digitale has promised the money, which it pays when the project is done.
pub(super) fn is_assigned(f: &Facts<'_>) -> bool {
    let last = f.project.candidatures.iter().rev().find_map(|c| c.status);
    last == Some('A') && money::paid(f.project).is_none()
}

/// Whether PA digitale has paid after its checks: it says that the project is done.
pub(super) fn is_paid_out(f: &Facts<'_>) -> bool {
    signs(f).told() == Some((Status::Completed, Sign::Candidature))
}

/// Whether it is over only because a table reports its end as reached, without a day.
pub(super) fn is_reached(f: &Facts<'_>) -> bool {
    signs(f).told() == Some((Status::Completed, Sign::Reached))
}
