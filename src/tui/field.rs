//! A line of text to type in: tui-input with a bound, whole clean text only.

use super::action::Action;
use super::area::field_text;
use crate::text::clean;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

/// Most letters that a field takes; a longer paste is cut.
pub const MAX: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    /// All of the text is chosen: what is typed or deleted takes its place.
    chosen: bool,
}

impl Field {
    /// What stands in the field.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Puts another text in its place, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        let text: String = clean::clean(text).chars().take(MAX).collect();
        self.input = Input::new(text);
        self.chosen = false;
    }

    /// Chooses all of the text.
    pub fn choose(&mut self) {
        self.chosen = !self.is_empty();
    }

    /// Whether the next letter takes the place of the text.
    pub fn is_chosen(&self) -> bool {
        self.chosen
    }

    fn replace_chosen(&mut self) {
        if std::mem::take(&mut self.chosen) {
            self.set("");
        }
    }

    /// A letter that was typed.
    pub fn type_char(&mut self, c: char) {
        self.replace_chosen();
        if self.text().chars().count() < MAX {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// Pasted text at the cursor, on one line, cut to what still fits.
    pub fn paste(&mut self, text: &str) {
        self.replace_chosen();
        let room = MAX.saturating_sub(self.text().chars().count());
        // Far more than fits is not worth reading: cleaning may drop most of it, not all.
        let start: String = text.chars().take(20 * MAX).collect();
        for c in clean::clean(&start).chars().take(room) {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// Does what an action of the context `field` asks; whether the text changed.
    pub fn act(&mut self, action: Action) -> bool {
        let Some((request, deletes)) = request(action) else {
            return false;
        };
        if deletes && self.chosen {
            self.replace_chosen();
            return true;
        }
        self.chosen = false;
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Columns hidden at the left so that the cursor shows in `width`, and the cursor's column
    /// within it.
    pub fn window(&self, width: u16) -> (usize, u16) {
        if width == 0 {
            return (0, 0);
        }
        let hidden = self.input.visual_scroll(usize::from(width) - 1);
        let at = self.input.visual_cursor().saturating_sub(hidden);
        (hidden, u16::try_from(at).unwrap_or(0).min(width - 1))
    }

    /// Where the cursor stands, in the area of the field.
    pub fn cursor(&self, area: Rect) -> Position {
        let text = field_text(area);
        let (_, at) = self.window(text.width);
        Position::new(text.x + at, text.y)
    }
}

/// What an action asks of a field, and whether it deletes.
pub fn request(action: Action) -> Option<(InputRequest, bool)> {
    Some(match action {
        Action::CursorLeft => (InputRequest::GoToPrevChar, false),
        Action::CursorRight => (InputRequest::GoToNextChar, false),
        Action::WordLeft => (InputRequest::GoToPrevWord, false),
        Action::WordRight => (InputRequest::GoToNextWord, false),
        Action::CursorStart => (InputRequest::GoToStart, false),
        Action::CursorEnd => (InputRequest::GoToEnd, false),
        Action::DeleteBack => (InputRequest::DeletePrevChar, true),
        Action::DeleteForward => (InputRequest::DeleteNextChar, true),
        Action::DeleteWord => (InputRequest::DeletePrevWord, true),
        Action::Clear => (InputRequest::DeleteLine, true),
        _ => return None,
    })
}
