//! Which measures a filter means.

use crate::model::Measure;
use crate::search::codes::{submeasure, tidy};

/// Whether a measure is of a mission, or of the complementary plan.
pub(super) fn of_mission(measure: &Measure, code: &str) -> bool {
    measure.code.mission() == code || code == "PNC" && measure.code.is_pnc()
}

/// Whether a measure's code begins as it was typed.
pub(super) fn of_measure(measure: &Measure, typed: &str) -> bool {
    let own = submeasure(measure.code.as_str());
    [submeasure(typed), tidy(typed)]
        .iter()
        .any(|wanted| own.starts_with(wanted.as_str()))
}
