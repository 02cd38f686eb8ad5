//! One result of a search.

use super::field::Fields;
use crate::model::{Cents, ProjectId};

/// A project that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index into the catalogue's projects.
    pub project: u32,
    pub id: ProjectId,
    /// Where the typed words were found.
    pub fields: Fields,
    /// A typed word matches only with a correction.
    pub corrected: bool,
    /// How many projects of this title, in the same comuni, the row stands for; itself included.
    pub alike: u32,
    /// Their funding.
    pub funding: Cents,
}
