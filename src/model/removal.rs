//! A name that is not to be shown, told by the place of its row and never by itself.

use serde::{Deserialize, Serialize};

/// Which row of the official tables names who asked not to be named: of its table, of those with this
/// CUP and this role, the one at this place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removal {
    /// Code of the official table.
    pub table: String,
    pub cup: String,
    /// A [`super::Role`], `winner`, `subcontractor` or `beneficiary`.
    pub role: String,
    /// From 1.
    pub position: u32,
    /// Of so many: where a later release has another number, none of them is shown, for nobody knows
    /// any more which it is.
    pub of: u32,
}

impl Removal {
    /// Whether another is of the same table, CUP and role.
    pub fn is_like(&self, other: &Removal) -> bool {
        (&self.table, &self.cup, &self.role) == (&other.table, &other.cup, &other.role)
    }
}
