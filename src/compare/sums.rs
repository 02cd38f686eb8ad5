//! What changed, added up. The money is that of projects which lie wholly in the place: of one that
//! lies in several comuni no table says how much is whose.

use super::{Change, Fate, Item};
use crate::model::{AmountKind, Brief, Cents, Fund, Status};
use serde::Serialize;

/// Counts and sums over changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    pub new: usize,
    /// What the new ones have been given, as far as it is published.
    pub new_eur: Cents,
    pub gone: usize,
    pub changed: usize,
    /// Projects that are finished, under way, paid in full, withdrawn since; and those whose state is
    /// another one in any other way.
    pub completed: usize,
    pub ongoing: usize,
    pub paid: usize,
    pub withdrawn: usize,
    pub other_status: usize,
    /// Where both archives have the amount: what is more, less where it is negative.
    pub funding: usize,
    pub funding_eur: Cents,
    pub payments: usize,
    pub payments_eur: Cents,
    /// Where the new archive alone has it.
    pub funding_known: usize,
    pub funding_known_eur: Cents,
    pub payments_known: usize,
    pub payments_known_eur: Cents,
    /// Projects of which a date or a winner is another one.
    pub dates: usize,
    pub winners: usize,
}

impl Sums {
    /// Adds a project; its money where it is all of this place.
    pub(super) fn add(&mut self, change: &Change, brief: &Brief, money: bool) {
        match change.fate {
            Fate::New => {
                self.new += 1;
                self.new_eur += brief.total.filter(|_| money).unwrap_or_default();
            }
            Fate::Gone => self.gone += 1,
            Fate::Changed => self.changed += 1,
        }
        for item in &change.items {
            match item {
                Item::Status(_, to) => {
                    *match to {
                        Status::Completed => &mut self.completed,
                        Status::Ongoing => &mut self.ongoing,
                        Status::Paid => &mut self.paid,
                        Status::Withdrawn => &mut self.withdrawn,
                        Status::Funded | Status::Unknown => &mut self.other_status,
                    } += 1;
                }
                Item::Amount(kind, Fund::Total, from, Some(to)) if money => {
                    let (count, sum) = match (kind, from) {
                        (AmountKind::Funding, Some(_)) => (&mut self.funding, &mut self.funding_eur),
                        (AmountKind::Payment, Some(_)) => (&mut self.payments, &mut self.payments_eur),
                        (AmountKind::Funding, None) => (&mut self.funding_known, &mut self.funding_known_eur),
                        (AmountKind::Payment, None) => {
                            (&mut self.payments_known, &mut self.payments_known_eur)
                        }
                        (AmountKind::OfCup, _) => continue,
                    };
                    *count += 1;
                    *sum += *to - from.unwrap_or_default();
                }
                _ => {}
            }
        }
        let has = |of: fn(&&Item) -> bool| usize::from(change.items.iter().any(|item| of(&item)));
        self.dates += has(|item| matches!(item, Item::Date(..)));
        self.winners += has(|item| matches!(item, Item::Winner(..)));
    }
}
