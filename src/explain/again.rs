//! The body asked for the money again, under the same CUP or under another: what it wanted did not end
//! with the request that it gave up.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::twin;
use crate::lang::w;
use crate::model::{Brief, FactKind, Status};
use std::cmp::Reverse;

/// That there is another request, how far it is and by which code it is known.
pub(super) fn claim(f: &Facts<'_>) -> Option<Claim> {
    let other = other(f)?;
    let same_cup = other.cup.as_ref() == f.project.cup;
    let word = match (same_cup, other.status) {
        (true, Status::Completed) => w::SAY_BENEFIT_OTHER_DONE,
        (true, Status::Paid) => w::SAY_BENEFIT_OTHER_PAID,
        (true, _) => w::SAY_BENEFIT_OTHER,
        (false, Status::Completed) => w::SAY_BENEFIT_OTHER_OF_BODY_DONE,
        (false, Status::Paid) => w::SAY_BENEFIT_OTHER_OF_BODY_PAID,
        (false, _) => w::SAY_BENEFIT_OTHER_OF_BODY,
    };
    let cites = match same_cup {
        true => twin::cites(f),
        false => {
            let lead = f.lead().map(|(role, _, s)| cite(s, f.body_column(s, role)));
            lead.into_iter().collect()
        }
    };
    Some(f.linked(word, &[("cup", other.cup.as_ref())], cites))
}

/// The request that lives: one of the same CUP before those of others, what is done before what is
/// paid, and this before what is open.
pub(super) fn other<'a>(f: &Facts<'a>) -> Option<&'a Brief> {
    let lives = |brief: &&Brief| rank(brief).is_some();
    let best = |brief: &&Brief| (rank(brief), Reverse(brief.id));
    twin::twins(f).filter(lives).max_by_key(best).or_else(|| {
        let all = f.catalogue.projects.iter().filter(lives);
        all.filter(|b| !b.cup.is_empty() && asks_again(f, b))
            .max_by_key(best)
    })
}

fn rank(brief: &Brief) -> Option<u8> {
    match brief.status {
        Status::Completed => Some(2),
        Status::Paid => Some(1),
        Status::Funded | Status::Ongoing => Some(0),
        Status::Withdrawn | Status::Unknown => None,
    }
}

/// Whether a project is of the same body, measure and services.
fn asks_again(f: &Facts<'_>, other: &Brief) -> bool {
    let Some(own) = f.brief.filter(|own| own.id != other.id && own.body.is_some()) else {
        return false;
    };
    let services = |brief: &Brief| {
        let mut all: Vec<String> = brief.facts.of(FactKind::Service).map(str::to_owned).collect();
        all.sort_unstable();
        all
    };
    (own.measure, own.body) == (other.measure, other.body)
        && !services(own).is_empty()
        && services(own) == services(other)
}
