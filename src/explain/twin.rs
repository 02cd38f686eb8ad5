//! Another project of the same measure and CUP, where that one has what no table says of this one.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use crate::lang::w;
use crate::model::{Body, Brief};
use crate::text::number::euro;

/// The other projects of the measure under its CUP.
pub(super) fn twins<'a>(f: &Facts<'a>) -> impl Iterator<Item = &'a Brief> {
    let siblings = f.project.siblings.iter();
    let own = siblings.filter(|(_, measure)| *measure == f.project.submeasure);
    own.filter_map(|(id, _)| f.catalogue.brief(*id))
}

/// The cell of the CUP, in the newest table.
pub(super) fn cites(f: &Facts<'_>) -> Vec<Cite> {
    f.seen.first().map(|s| cite(s.id, "CUP")).into_iter().collect()
}

/// "Un altro progetto con lo stesso codice (CUP) ha 1.680.000 euro, di cui 840.000 euro già pagati."
pub(super) fn how_much(f: &Facts<'_>) -> Option<Claim> {
    let twin = twins(f).max_by_key(|brief| brief.total)?;
    let amount = euro(twin.total?.0, f.lang);
    let paid = twin.paid.filter(|paid| paid.0 > 0).map(|paid| {
        let values = [("amount", euro(paid.0, f.lang))];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        f.lang.fill(w::SAY_MUCH_TWIN_PAID, &values)
    });
    let paid = paid.unwrap_or_default();
    let values = [("amount", amount.as_str()), ("paid", &paid)];
    Some(f.linked(w::SAY_MUCH_TWIN, &values, cites(f)))
}

/// The one body that has the others.
pub(super) fn who(f: &Facts<'_>) -> Option<Claim> {
    let bodies: Vec<&Body> = twins(f).filter_map(|brief| f.catalogue.body_of(brief)).collect();
    let first = bodies.first()?;
    if bodies.iter().any(|body| body.id != first.id) {
        return None;
    }
    let the = f.the(&first.name);
    Some(f.linked(w::SAY_WHO_TWIN, &[("body", &the)], cites(f)))
}
