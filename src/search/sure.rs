//! When a word that was typed may be taken for another without asking.

use super::index::Index;
use super::plain;
use super::understand::{BEGUN, Correction, ONE_ERROR, Reading, Slot, Stand, Tier};

/// Shorter words are near to too many.
const SHORT: usize = 5;
/// From here on the first letter may be the error.
const FAIR: usize = 7;
/// From here on there may be two errors.
const LONG: usize = 9;
/// Projects that have a common word, in a large archive.
const COMMON: usize = 8;
/// Projects that have the words of a beginning that may stand for all of them.
const MANY: u32 = 50;

/// Projects that make a word common here.
pub(super) fn common(index: &Index) -> usize {
    COMMON.min(1 + index.len() / 1_000)
}

/// Whether a word may be taken for another, with so many others beside it that were typed rightly.
pub(super) fn corrected(index: &Index, slot: &Slot, meant: &Correction, beside: usize) -> bool {
    let typed = slot.as_typed();
    let letters = typed.len();
    let same = typed.as_bytes().first() == meant.word.as_bytes().first();
    let known = meant.projects as usize >= common(index) || beside > 0 && meant.projects > 1 || beside > 1;
    let by_one = meant.grade == ONE_ERROR || slot.unfinished && meant.grade >= BEGUN;
    // "Csuola": two letters swapped are still both there.
    let swapped = typed
        .as_bytes()
        .iter()
        .take(2)
        .rev()
        .eq(meant.word.as_bytes().iter().take(2));
    let begins = same || letters >= FAIR && beside > 0 || swapped && beside > 1;
    let one = by_one && letters >= SHORT && begins;
    known && (one || letters >= LONG && same && beside > 1)
}

impl Slot {
    /// Whether it is being typed, or the beginning of so much that it may stand for it.
    pub(super) fn is_begun(&self, index: &Index) -> bool {
        let begun = self.sources.iter().filter_map(|source| match &source.stand {
            Stand::Terms(terms) if source.tier == Tier::Beginning => Some(terms.clone()),
            _ => None,
        });
        let projects = begun.flatten().map(|term| index.projects_of(term));
        self.unfinished || !self.right && projects.sum::<u32>() >= MANY
    }

    /// Whether it is half of a word that was read as two, neither an article.
    pub(super) fn is_cut(&self) -> bool {
        matches!(&self.reading, Reading::Split(one, _) if !plain::is_joiner(one))
    }

    /// Whether a word that was read as two is one of those that people run together: an article or
    /// a preposition stands before, never behind.
    pub(super) fn is_well_cut(&self) -> bool {
        match &self.reading {
            Reading::Split(one, other) => {
                !plain::is_stop(other) && (plain::is_joiner(one) || !plain::is_stop(one))
            }
            _ => true,
        }
    }
}
