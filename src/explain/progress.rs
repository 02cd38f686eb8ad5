//! How far it is: the status, the phase, on time or late, the targets, the contracts.

use super::claim::Claim;
use super::facts::Facts;
use super::gaps::{self, Kind};
use super::{lateness, phases, state, targets, tenders};

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = state::claims(f);
    out.extend(phases::current(f));
    out.extend(lateness::claim(f));
    out.extend(targets::claims(f));
    out.extend(tenders::progress(f));
    if out.is_empty() {
        out.push(gaps::alone(f, Kind::State));
    }
    out
}
