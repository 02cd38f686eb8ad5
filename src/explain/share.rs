//! Count and sums of some projects: of a comune, or beside the others.

use crate::model::{Brief, Cents};

/// Count and sums of some projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub projects: usize,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Projects without any published funding.
    pub without_amount: usize,
}

impl Share {
    /// Counts one more.
    pub(super) fn add_brief(&mut self, brief: &Brief) {
        self.projects += 1;
        self.total += brief.total.unwrap_or_default();
        self.pnrr += brief.pnrr.unwrap_or_default();
        self.paid += brief.paid.unwrap_or_default();
        self.without_amount += usize::from(brief.total.is_none() && brief.pnrr.is_none());
    }
}
