//! The field of a note: one line on a project, a comune or a measure.

pub mod play;

use crate::app::Kept;
use crate::desk::Item;
use crate::sheet::Subject;
use crate::tui::field::Field;

#[derive(Clone, Debug)]
pub struct Note {
    pub subject: Subject,
    pub name: String,
    /// The note that is there, under the name that it was kept by.
    pub item: Option<Item>,
    pub field: Field,
    /// What the note says as it is kept.
    pub kept: String,
}

impl Note {
    /// The field with the note that is there.
    pub fn new(subject: Subject, name: String, there: Option<&Kept>) -> Note {
        let mut field = Field::default();
        let kept = there.map_or("", |kept| kept.text.as_str()).to_owned();
        field.set(&kept);
        Note {
            subject,
            name,
            item: there.map(|kept| kept.item.clone()),
            field,
            kept,
        }
    }
}
