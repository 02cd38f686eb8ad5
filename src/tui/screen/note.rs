//! The field of a note: one line on a project, a comune or a measure.

pub mod play;

use crate::app::Kept;
use crate::desk::{Gathered, Item};
use crate::lang::{Lang, Word, w};
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
    /// The field with the name that a list is kept under.
    pub fn of_list(list: Gathered, lang: Lang) -> Note {
        let mut field = Field::default();
        let kept = list.name.clone().unwrap_or_default();
        field.set(&kept);
        Note {
            name: list.title(lang),
            subject: Subject::Gathered(list),
            item: None,
            field,
            kept,
        }
    }

    /// What the field is called, what stands in it while it is empty, what may stand in it.
    pub fn words(&self) -> [Word; 3] {
        match self.subject {
            Subject::Gathered(_) => [
                w::GATHERED_NAME_FIELD,
                w::GATHERED_NAME_HINT,
                w::GATHERED_NAME_RULE,
            ],
            _ => [w::DESK_NOTE_FIELD, w::DESK_NOTE_EMPTY, w::DESK_NOTE_RULE],
        }
    }

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
