//! Words of an indicator that fit the work: one counts homes that are built or mended, and a roof
//! makes no new school.

use super::super::facts::Facts;
use crate::lang::Word;
use crate::model::{FactKind, LabelKind, Target, Work};

/// School buildings that are renewed.
const BUILDINGS: &str = "T0124";

/// What the works make of that which an indicator counts.
enum Made {
    New,
    Mended,
}

/// The word of a group for an indicator, of those for what is new or mended the one that fits.
pub(super) fn word(f: &Facts<'_>, group: &str, indicator: &str) -> Option<Word> {
    let code = indicator.to_lowercase();
    let fit = match made(f) {
        Some(Made::New) => Word::from_key(&format!("{group}.{code}_new")),
        Some(Made::Mended) => Word::from_key(&format!("{group}.{code}_mended")),
        None => None,
    };
    fit.or_else(|| Word::from_key(&format!("{group}.{code}")))
}

/// Whether the works build anew or mend what is there; of a part of a work it is not said that all is
/// new.
fn made(f: &Facts<'_>) -> Option<Made> {
    let built = [Work::NewBuilding, Work::Rebuilding].map(Work::code);
    let mut works = f.project.facts_of(FactKind::Work);
    let is_part = f.project.fact(FactKind::Lot).is_some();
    if works.any(|work| built.contains(&work.value.as_str())) {
        // Who counts many buildings where one is built counts those that are renewed.
        let many = |t: &Target| t.indicator == BUILDINGS && t.planned.is_some_and(|n| n > 1.0);
        let is_of_many = f.project.targets.iter().any(many);
        return (!is_part && !is_of_many).then_some(Made::New);
    }
    match f.project.label(LabelKind::Type)?.value.as_str() {
        "03.01" => f
            .project
            .facts_of(FactKind::Work)
            .all(|work| work.value == Work::Creation.code())
            .then_some(Made::New),
        "03.02" | "03.58" => None,
        _ => Some(Made::Mended),
    }
}

/// Water that gets lost: the less of it, the better.
pub(super) fn is_loss(indicator: &str) -> bool {
    ["T0028", "T0029"].contains(&indicator)
}
