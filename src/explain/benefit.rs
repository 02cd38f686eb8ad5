//! Whom it serves and what changes for me.

use super::claim::Claim;
use super::facts::Facts;
use crate::lang::w;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let Some(card) = f.card_text() else {
        return vec![without_card(f)];
    };
    let mut out = f.written(card.who);
    out.extend(f.written(card.change));
    out
}

/// A measure that has no words of ours: its mission says for whom it is.
fn without_card(f: &Facts<'_>) -> Claim {
    let name = f.measure.and_then(|m| m.mission_name.as_deref());
    match name {
        Some(name) => f.linked(
            w::SAY_BENEFIT_MISSION,
            &[("mission", name)],
            f.cite_measure("Descrizione Missione"),
        ),
        None => f.own_words(w::SAY_BENEFIT_UNKNOWN, &[]),
    }
}
