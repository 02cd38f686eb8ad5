//! The field of a note: one line on a project, a comune or a measure.
//!
//! ```text
//! what it is about
//! field
//! what may stand in it
//! ```

pub mod update;

use crate::app::Kept;
use crate::desk::Item;
use crate::lang::w;
use crate::sheet::Subject;
use crate::tui::field::Field;
use crate::tui::frame::{field, field_text};
use crate::tui::widget::{Canvas, indent};
use ratatui::layout::{Position, Rect};

#[derive(Clone, Debug)]
pub struct Note {
    pub subject: Subject,
    pub name: String,
    /// The note that is there, under the name that it was kept by.
    pub item: Option<Item>,
    pub field: Field,
}

impl Note {
    /// The field with the note that is there.
    pub fn new(subject: Subject, name: String, there: Option<&Kept>) -> Note {
        let mut field = Field::default();
        field.set(there.map_or("", |kept| kept.text.as_str()));
        Note {
            subject,
            name,
            item: there.map(|kept| kept.item.clone()),
            field,
        }
    }
}

struct Areas {
    name: Rect,
    field: Rect,
    rule: Rect,
}

fn areas(body: Rect) -> Areas {
    let column = indent(body, 1);
    let name = Rect::new(column.x, column.y, column.width, column.height.min(1));
    let rest = Rect::new(column.x, name.bottom(), column.width, column.height - name.height);
    // As tall as the body allows, not what is left of it.
    let tall = field(body).0.height.min(rest.height);
    Areas {
        name,
        field: Rect::new(rest.x, rest.y, rest.width, tall),
        rule: Rect::new(rest.x, rest.y + tall, rest.width, rest.height - tall),
    }
}

/// Where the terminal's cursor stands on the field of a note.
pub fn cursor(note: &Note, body: Rect) -> Option<Position> {
    let text = field_text(areas(body).field);
    let (_, at) = note.field.window(text.width);
    Some(Position::new(text.x + at, text.y))
}

/// Draws the field of a note.
pub fn draw(canvas: &mut Canvas<'_>, note: &Note, body: Rect) {
    let areas = areas(body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    canvas.text(areas.name, &note.name, theme.title);
    let (name, hint) = (lang.say(w::DESK_NOTE_FIELD), lang.say(w::DESK_NOTE_EMPTY));
    canvas.named_field(areas.field, name, &note.field, hint, theme.focus);
    canvas.paragraph(areas.rule, 0, lang.say(w::DESK_NOTE_RULE), theme.text);
}
