//! What a project must reach, and which of its numbers say that it is done.

use super::{Cents, SourceId};

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

/// Indicators that count what is built, bought or in use: reached wholly, the thing is there.
const MADE: [&str; 35] = [
    "T0018", "T0020", "T0027", "T0036", "T0039", "T0040", "T0041", "T0042", "T0045", "T0091", "T0164",
    "T0165", "T0182", "T0183", "T0185", "T0233", "T0243", "T0248", "T0249", "T0250", "T0251", "T0252",
    "T0253", "T0254", "T0255", "T0256", "T0257", "T0286", "T0287", "T0288", "T0291", "T0303", "T0325",
    "T0326", "T0333",
];

/// Of square metres, kilowatts and kilometres the last hundredth is no work to come.
const NEARLY_ALL: f64 = 0.99;

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

/// Whether an indicator counts what is built, bought or in use.
pub fn is_made(indicator: &str) -> bool {
    MADE.contains(&indicator)
}

/// Whether what is reported of an indicator is all that was planned.
pub fn is_whole(indicator: &str, planned: f64, achieved: f64) -> bool {
    achieved >= planned || is_made(indicator) && achieved >= planned * NEARLY_ALL
}

/// Whether at least half of the money has gone out, as far as a table says how much.
pub fn is_half_paid(funding: Option<Cents>, paid: Option<Cents>) -> bool {
    funding
        .zip(paid)
        .is_none_or(|(funding, paid)| paid.0.saturating_mul(2) >= funding.0)
}

/// Whether all that is to be reached is reported as reached, an end or the thing itself among it: the
/// project is done. Of what is called made while most of its money has not gone out the table may
/// hold the plan. Rows of one indicator follow one another.
pub fn is_done<'a>(rows: impl IntoIterator<Item = IndicatorRow<'a>>, is_half_paid: bool) -> bool {
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
    let ends = |indicator: &str| is_end(indicator) || is_half_paid && is_made(indicator);
    let has_end = all
        .iter()
        .any(|(indicator, _, achieved)| ends(indicator) && *achieved > 0.0);
    has_end
        && all
            .iter()
            .all(|(indicator, planned, achieved)| is_whole(indicator, *planned, *achieved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_done_when_all_that_it_must_reach_is_reached() {
        let works = ("T0061", Some(1.0), Some(1.0));
        assert!(is_done([works], true));
        // A later row without a result takes nothing back.
        assert!(is_done([works, ("T0061", Some(1.0), None)], true));
        assert!(is_done([("T0060", Some(1.0), None), works], true));
        for more in [("T0013", Some(340.0), None), ("T0013", Some(340.0), Some(12.0))] {
            assert!(!is_done([works, more], true), "{more:?}");
        }
        assert!(!is_done([("T0061", Some(1.0), Some(0.0))], true));
        assert!(
            !is_done([("T0060", Some(1.0), Some(1.0))], true),
            "a beginning is no end"
        );
        assert!(!is_done([], true));
    }

    #[test]
    fn what_is_built_or_bought_is_there() {
        let scanner = ("T0253", Some(1.0), Some(1.0));
        assert!(is_done([scanner], true));
        assert!(!is_done([scanner], false), "the plan may stand in the table");
        // A canteen that takes pupils in is there as well.
        assert!(is_done([("T0233", Some(1.0), Some(1.0))], true));
        assert!(is_done([("T0027", Some(57.0), Some(56.8))], true));
        assert!(!is_done([("T0027", Some(57.0), Some(50.0))], true));
        assert!(
            !is_done([("T0099", Some(3.0), Some(3.0))], true),
            "granted, not done"
        );
        assert!(!is_done([scanner, ("T0099", Some(3.0), None)], true));
    }
}
