//! How far it is: what the tables state of the project's way, its phase, its targets; late or not.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::wording::day;
use super::{funds, how_much, lateness, phases, targets, tenders};
use crate::lang::w;
use crate::model::{AmountKind, Candidature, LabelKind, ProjectDateKind};
use crate::text::fold::fold;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let (stated, finished) = stated(f);
    let mut out: Vec<Claim> = stated.into_iter().collect();
    out.extend(phases::current(f));
    out.extend(lateness::claim(f, finished));
    out.extend(
        f.project
            .candidatures
            .iter()
            .take(2)
            .filter_map(|c| candidature(f, c)),
    );
    out.extend(targets::claims(f));
    out.extend(tenders::progress(f));
    out.extend(payments(f));
    out.extend(cup_status(f, out.is_empty()));
    if !knows(f) {
        out.push(f.missing(
            &[
                LabelKind::Progress.column(),
                LabelKind::Phase.column(),
                ProjectDateKind::EndPlanned.column(),
                "stato_candidatura",
            ],
            w::SAY_PROGRESS_UNPUBLISHED,
            w::SAY_PROGRESS_ABSENT,
        ));
    }
    out
}

/// Whether a table says itself how far the project is.
fn knows(f: &Facts<'_>) -> bool {
    f.project.label(LabelKind::Progress).is_some()
        || f.project.label(LabelKind::Phase).is_some()
        || f.project.candidatures.iter().any(|c| c.status.is_some())
        || f.project
            .dates
            .iter()
            .any(|d| d.kind != ProjectDateKind::LastValidation)
}

/// *Stato Avanzamento Progetto*, and whether it says that the project is over.
fn stated(f: &Facts<'_>) -> (Option<Claim>, bool) {
    let Some(label) = f.project.label(LabelKind::Progress) else {
        return (None, false);
    };
    let value = fold(&label.value);
    let has = |roots: &[&str]| roots.iter().any(|r| value.contains(r));
    let gone = has(&["revoc", "rinunc", "annull", "cancell"]);
    let done = has(&["conclus", "complet", "chius"]);
    let word = if gone {
        w::SAY_PROGRESS_GONE
    } else if done {
        w::SAY_PROGRESS_DONE
    } else if has(&["non avviat", "da avviare"]) {
        w::SAY_PROGRESS_WAITING
    } else if has(&["corso", "avviat"]) {
        w::SAY_PROGRESS_ONGOING
    } else {
        w::SAY_PROGRESS_STATED
    };
    let (at, lower) = (f.at_source(label.source), label.value.to_lowercase());
    let cites = vec![cite(label.source, LabelKind::Progress.column())];
    let claim = f.observed(word, &[("at", &at), ("state", &lower)], cites);
    (Some(claim), gone || done)
}

/// PA digitale's three letters.
fn candidature(f: &Facts<'_>, c: &Candidature) -> Option<Claim> {
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
    let at = f.at_source(c.source);
    Some(f.observed(word, &[("on", &on), ("at", &at)], cites))
}

/// Money that went out is a sign, and no more than a sign.
fn payments(f: &Facts<'_>) -> Option<Claim> {
    let (fund, paid, source) = how_much::paid(f.project)?;
    let column = funds::column(AmountKind::Payment, fund);
    let funding = f.project.amount(AmountKind::Funding, fund);
    let all = funding.is_some_and(|f| f.value.0 > 0 && paid >= f.value);
    let word = if all {
        w::SAY_PROGRESS_ALL_PAID
    } else {
        w::SAY_PROGRESS_PAYMENTS
    };
    Some(f.derived(word, &[], vec![cite(source, column)]))
}

/// *Stato CUP*: a closed or revoked code says something; an active one only when nothing else does.
fn cup_status(f: &Facts<'_>, alone: bool) -> Option<Claim> {
    let label = f.project.label(LabelKind::CupStatus)?;
    let value = fold(&label.value);
    let word = if ["clos", "chius"].iter().any(|r| value.contains(r)) {
        w::SAY_PROGRESS_CUP_CLOSED
    } else if ["revo", "cancel"].iter().any(|r| value.contains(r)) {
        w::SAY_PROGRESS_CUP_REVOKED
    } else if alone {
        w::SAY_PROGRESS_CUP_ACTIVE
    } else {
        return None;
    };
    let at = f.at_source(label.source);
    let cites = vec![cite(label.source, LabelKind::CupStatus.column())];
    Some(f.observed(word, &[("at", &at)], cites))
}
