//! Count and sums of some projects: of a comune, or beside the others.

use crate::model::{Brief, Cents, Status};

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
