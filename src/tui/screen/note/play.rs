//! ```text
//! what it is about
//! field
//! what may stand in it
//! ```

use super::Note;
use crate::app::DeskAsk;
use crate::desk::note;
use crate::lang::{Lang, w};
use crate::sheet::Subject;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::field;
use crate::tui::then::Then;
use crate::tui::widget::{Canvas, indent, stack};
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
    if let Subject::Gathered(list) = &it.subject {
        let name = match note::check_name(it.field.text()) {
            Ok(name) if name.is_empty() => return Then::Say(lang.say(w::GATHERED_NAME_NONE).to_owned()),
            Ok(name) => name,
            Err(why) => return Then::Say(why.say(lang).to_owned()),
        };
        let ask = DeskAsk::KeepList(list.clone().named(name));
        return Then::Leave(Some(Effect::Desk { ask, lang }));
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

/// Name, field, and what may stand in it. The field is as tall as the body allows, not what is left
/// of it.
fn areas(body: Rect) -> [Rect; 3] {
    stack(indent(body, 1), [1, field(body).0.height, body.height])
}

/// Where the terminal's cursor stands on the field of a note.
pub fn cursor(note: &Note, body: Rect) -> Option<Position> {
    Some(note.field.cursor(areas(body)[1]))
}

/// Draws the field of a note.
pub fn draw(canvas: &mut Canvas<'_>, note: &Note, body: Rect) {
    let [title, field, rule] = areas(body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    canvas.text(title, &note.name, theme.title);
    let [name, hint, what] = note.words().map(|word| lang.say(word));
    canvas.named_field(field, name, &note.field, hint, theme.focus);
    canvas.paragraph(rule, 0, what, theme.text);
}
