//! ```text
//! what it is about
//! field
//! what may stand in it
//! ```

use super::Note;
use crate::app::DeskAsk;
use crate::desk::note;
use crate::lang::{Lang, w};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::{field, field_text};
use crate::tui::then::Then;
use crate::tui::widget::{Canvas, indent};
use ratatui::layout::{Position, Rect};

/// What an action does on the field of a note: it is checked, and written at the desk.
pub fn act(it: &mut Note, action: Action, lang: Lang) -> Then {
    if action == Action::Back {
        return Then::Back;
    }
    if action != Action::SaveNote {
        it.field.act(action);
        return Then::Stay;
    }
    let text = match note::check(it.field.text()) {
        Ok(text) => text,
        Err(why) => return Then::Say(why.say(lang).to_owned()),
    };
    let ask = match it.item.take() {
        Some(item) => Some(DeskAsk::Rewrite(item, text)),
        None if text.is_empty() => None,
        None => Some(DeskAsk::Note(it.subject.clone(), text)),
    };
    Then::Leave(ask.map(|ask| Effect::Desk { ask, lang }))
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
