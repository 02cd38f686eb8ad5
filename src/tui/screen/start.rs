//! The first screen: the search field, four doors, which region, how old the data are. The line
//! on the data is a way to them, like a fifth door.

pub mod layout;
pub mod update;
pub mod view;

use super::pick::PickKind;
use crate::lang::{Word, w};
use crate::sheet::Subject;

use crate::tui::screen::Screen;

#[derive(Clone, Debug, Default)]
pub struct Start {
    /// `None` while the field has the focus; past the doors, the line on the data.
    pub door: Option<usize>,
}

/// A way in for those who would rather look than search.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    pub name: Word,
    pub says: Word,
}

pub const DOORS: &[Door] = &[
    Door {
        name: w::SCREEN_START_COMUNE,
        says: w::SCREEN_START_COMUNE_SAYS,
    },
    Door {
        name: w::SCREEN_START_MEASURES,
        says: w::SCREEN_START_MEASURES_SAYS,
    },
    Door {
        name: w::SCREEN_START_LEARN,
        says: w::SCREEN_START_LEARN_SAYS,
    },
    Door {
        name: w::SCREEN_START_DESK,
        says: w::SCREEN_START_DESK_SAYS,
    },
];

impl Door {
    /// Where a door leads.
    pub fn screen(index: usize) -> Screen {
        match index {
            0 => Screen::pick(PickKind::Comuni),
            1 => Screen::pick(PickKind::Measures),
            2 => Screen::pick(PickKind::Learn),
            3 => Screen::read(Subject::Desk),
            // The line below the doors, on how old the data are.
            _ => Screen::read(Subject::Data),
        }
    }
}
