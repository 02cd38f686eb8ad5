//! Count and sums of some projects: of a comune, or beside the others.

use crate::model::{Brief, Cents, ProjectId, Status};
use std::cmp::Reverse;

/// Count and sums of some projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub projects: usize,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Projects without any published funding.
    pub without_amount: usize,
    /// Those that were withdrawn, and their part of the total.
    pub withdrawn: usize,
    pub withdrawn_total: Cents,
    /// Of those without, those whose funding an unofficial copy tells, and how much: in no other sum.
    pub copied: usize,
    pub copied_total: Cents,
}

impl Share {
    /// Counts one more.
    pub(super) fn add_brief(&mut self, brief: &Brief) {
        self.projects += 1;
        self.total += brief.total.unwrap_or_default();
        self.pnrr += brief.pnrr.unwrap_or_default();
        self.paid += brief.paid.unwrap_or_default();
        let without = brief.total.is_none() && brief.pnrr.is_none();
        self.without_amount += usize::from(without);
        if brief.status == Status::Withdrawn {
            self.withdrawn += 1;
            self.withdrawn_total += brief.total.unwrap_or_default();
        }
        if let Some(copied) = brief.copied.filter(|_| without) {
            self.copied += 1;
            self.copied_total += copied;
        }
    }
}

/// The largest first; then those whose amount a copy alone tells, the largest first; then the rest.
pub(super) fn largest_first(brief: &Brief) -> (Reverse<Option<Cents>>, Reverse<Option<Cents>>, ProjectId) {
    (Reverse(brief.total), Reverse(brief.copied), brief.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_known_amounts_come_those_of_a_copy() {
        let brief = |cup: &str, total: Option<i64>, copied: Option<i64>| Brief {
            total: total.map(Cents),
            copied: copied.map(Cents),
            ..Brief::new(ProjectId::of("M2C4I2.02.00", cup, "", 0), 0)
        };
        let mut all = [
            brief("unknown", None, None),
            brief("small copy", None, Some(5)),
            brief("small", Some(1), None),
            brief("large copy", None, Some(900)),
            brief("large", Some(20), None),
        ]
        .map(|b| (largest_first(&b), b.total, b.copied));
        all.sort_by_key(|(key, ..)| *key);
        let amounts = all.map(|(_, total, copied)| (total.map(|c| c.0), copied.map(|c| c.0)));
        let wanted = [
            (Some(20), None),
            (Some(1), None),
            (None, Some(900)),
            (None, Some(5)),
            (None, None),
        ];
        assert_eq!(amounts, wanted);
    }
}
