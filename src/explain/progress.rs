//! How far along it is: the status, the phase, on time or late, what is paid, the targets.

use super::claim::Claim;
use super::facts::Facts;
use super::gaps::{self, Kind};
use super::{lateness, phases, stage, state, targets};
use crate::model::Status;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    if let Some(left) = stage::left_to_pay(f) {
        let mut out = targets::claims(f, false);
        if !out.is_empty() {
            out.push(left);
            out.extend(phases::current(f));
            return out;
        }
    }
    let mut out = stage::with_share(f, lateness::behind(f, stage::claims(f)));
    let mut yet = None;
    if !state::is_over(f) {
        let told = out.len();
        out = targets::behind(f, out);
        yet = (out.len() > told).then(|| out.pop()).flatten();
    }
    let mut targets = targets::claims(f, state::status(f) == Status::Completed);
    // What has begun comes before what is not yet done.
    let is_begun = targets
        .first()
        .is_some_and(|first| first.cites.iter().any(|c| c.column == targets::ACHIEVED));
    match yet {
        Some(yet) if is_begun => targets.insert(1, yet),
        yet => out.extend(yet),
    }
    out.extend(phases::current(f));
    if targets.is_empty() && state::status(f) == Status::Paid {
        out = out
            .into_iter()
            .flat_map(|paid| stage::with_doubt(f, paid))
            .collect();
    }
    if state::is_reached(f) {
        targets = stage::with_share(f, targets);
    }
    // What is reached tells more of a project than that it is under way.
    if out.len() == 1 && !targets.is_empty() {
        out = f.follow(out.remove(0), targets.remove(0));
    }
    out.extend(targets);
    out.extend(stage::unlisted(f));
    if out.is_empty() {
        out.push(stage::given(f).unwrap_or_else(|| gaps::alone(f, Kind::State)));
    }
    out
}
