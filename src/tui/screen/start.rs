//! The first screen: the search field, four doors, which region, how old the data are. The line
//! on the data is a way to them, like a fifth door.

pub mod layout;
pub mod update;
pub mod view;

use super::pick::{Go, PickKind};
use crate::lang::{Word, w};
use crate::sheet::Subject;

#[derive(Clone, Debug, Default)]
pub struct Start {
    /// `None` while the field has the focus; past the doors, the line on the data.
    pub door: Option<usize>,
}

/// A way in for those who would rather look than search.
#[derive(Clone, Debug)]
pub struct Door {
    pub name: Word,
    pub says: Word,
    pub go: Go,
}

pub const DOORS: &[Door] = &[
    Door {
        name: w::SCREEN_START_COMUNE,
        says: w::SCREEN_START_COMUNE_SAYS,
        go: Go::List(PickKind::Comuni),
    },
    Door {
        name: w::SCREEN_START_MEASURES,
        says: w::SCREEN_START_MEASURES_SAYS,
        go: Go::List(PickKind::Measures),
    },
    Door {
        name: w::SCREEN_START_LEARN,
        says: w::SCREEN_START_LEARN_SAYS,
        go: Go::List(PickKind::Learn),
    },
    Door {
        name: w::SCREEN_START_DESK,
        says: w::SCREEN_START_DESK_SAYS,
        go: Go::Open(Subject::Desk),
    },
];

/// Where a door leads; below the doors is the line on how old the data are.
pub fn door(index: usize) -> Go {
    DOORS
        .get(index)
        .map_or(Go::Open(Subject::Data), |door| door.go.clone())
}
