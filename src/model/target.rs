//! What a project must reach, and which of its numbers say that it is done.

use super::SourceId;

/// A number that the project must reach, and what it reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub indicator: String,
    /// Official name of the indicator, in ordinary case.
    pub name: String,
    pub unit: Option<String>,
    pub planned: Option<f64>,
    pub achieved: Option<f64>,
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    pub source: SourceId,
}

/// Indicators that count works or projects as finished, and houses as open.
const ENDS: [&str; 24] = [
    "T0061", "T0064", "T0105", "T0106", "T0124", "T0144", "T0146", "T0147", "T0148", "T0153", "T0154",
    "T0156", "T0157", "T0162", "T0171", "T0197", "T0199", "T0221", "T0265", "T0266", "T0267", "T0273",
    "T0332", "T0360",
];

/// Indicators of a tender, a contract, an agreement: steps to something else.
pub const STEPS: [&str; 9] = [
    "T0073", "T0115", "T0155", "T0200", "T0201", "T0276", "T0277", "T0278", "T0279",
];

/// Indicators of a beginning, and of help that was granted: no ends.
const STARTS: [&str; 14] = [
    "T0060", "T0063", "T0116", "T0127", "T0130", "T0132", "T0136", "T0138", "T0191", "T0194", "T0195",
    "T0203", "T0205", "T0307",
];

/// An indicator, what is planned of it and what is reported.
pub type IndicatorRow<'a> = (&'a str, Option<f64>, Option<f64>);

/// Whether an indicator counts the end of the project, and not one of its effects.
pub fn is_end(indicator: &str) -> bool {
    ENDS.contains(&indicator)
}

/// Whether an indicator counts only a step on the way.
pub fn is_step(indicator: &str) -> bool {
    STEPS.contains(&indicator) || STARTS.contains(&indicator)
}

/// Whether all that is to be reached is reported as reached, an end among it: the project is done.
/// Rows of one indicator follow one another.
pub fn is_done<'a>(rows: impl IntoIterator<Item = IndicatorRow<'a>>) -> bool {
    let mut all: Vec<(&str, f64, f64)> = Vec::new();
    for (indicator, planned, achieved) in rows {
        let (planned, achieved) = (planned.unwrap_or(0.0), achieved.unwrap_or(0.0));
        match all.last_mut().filter(|(known, ..)| *known == indicator) {
            Some((_, most_planned, most)) => {
                *most_planned = most_planned.max(planned);
                *most = most.max(achieved);
            }
            None => all.push((indicator, planned, achieved)),
        }
    }
    all.retain(|(indicator, ..)| !is_step(indicator));
    let has_end = all
        .iter()
        .any(|(indicator, _, achieved)| is_end(indicator) && *achieved > 0.0);
    has_end && all.iter().all(|(_, planned, achieved)| achieved >= planned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_done_when_all_that_it_must_reach_is_reached() {
        let works = ("T0061", Some(1.0), Some(1.0));
        assert!(is_done([works]));
        // A later row without a result takes nothing back.
        assert!(is_done([works, ("T0061", Some(1.0), None)]));
        assert!(is_done([("T0060", Some(1.0), None), works]));
        for more in [("T0013", Some(340.0), None), ("T0013", Some(340.0), Some(12.0))] {
            assert!(!is_done([works, more]), "{more:?}");
        }
        assert!(!is_done([("T0061", Some(1.0), Some(0.0))]));
        assert!(
            !is_done([("T0060", Some(1.0), Some(1.0))]),
            "a beginning is no end"
        );
        assert!(!is_done([]));
    }
}
