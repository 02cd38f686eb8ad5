//! Who does it and who won the contracts. Who pays stands under "how much".

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::gaps::{self, Kind};
use super::plain::is_plural;
use super::{called, tenders, winners};
use crate::lang::w;
use crate::model::{FactKind, Role};

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = doer(f).into_iter().collect();
    out.extend(recipient(f));
    match winners::only(f) {
        Some(whole) => out.extend(whole),
        None => {
            out.extend(winners::claims(f));
            out.extend(tenders::choice(f));
        }
    }
    out.extend(winners::subcontractors(f));
    out.extend(tenders::without_cig(f));
    if out.is_empty() {
        out.push(gaps::alone(f, Kind::Doer));
    }
    out
}

/// The body that answers for the project.
fn doer(f: &Facts<'_>) -> Option<Claim> {
    let (role, body, source) = f.lead()?;
    let word = match role {
        Role::ContractingAuthority => w::SAY_WHO_AUTHORITY,
        Role::Applicant => w::SAY_WHO_APPLICANT,
        _ if is_plural(&body.name) => w::SAY_WHO_IMPLEMENTERS,
        _ => w::SAY_WHO_IMPLEMENTER,
    };
    let the = f.the(&body.name);
    let cites = vec![cite(source, f.body_column(source, role))];
    let project = called::behind(f, &body.name);
    Some(f.observed(word, &[("body", &the), ("project", &project)], cites))
}

fn recipient(f: &Facts<'_>) -> Option<Claim> {
    let (body, source) = f.project.body(Role::Recipient)?;
    if f.lead().is_some_and(|(_, lead, _)| lead.id == body.id) {
        return None;
    }
    // "What" has said so already.
    if f.project.fact(FactKind::Beneficiary).is_some() {
        return None;
    }
    let the = f.the(&body.name);
    let cites = vec![cite(source, f.body_column(source, Role::Recipient))];
    Some(f.observed(w::SAY_WHO_RECIPIENT, &[("body", &the)], cites))
}
