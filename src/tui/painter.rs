//! From one picture of the screen to the next in the fewest bytes, written at once.

use super::dispatch::cursor;
use super::state::State;
use super::view::view;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::io;

#[derive(Default)]
pub struct Painter {
    /// What the terminal shows.
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    bytes: Vec<u8>,
    /// The terminal's content is not known: everything is drawn again.
    lost: bool,
}

impl Painter {
    /// A painter that has painted nothing yet.
    pub fn new() -> Painter {
        Painter {
            lost: true,
            ..Painter::default()
        }
    }

    /// Someone else wrote on the terminal.
    pub fn forget(&mut self) {
        self.lost = true;
    }

    /// The bytes that turn what is shown into the picture of the state; none when it is the same.
    ///
    /// # Errors
    /// When the bytes cannot be put together.
    pub fn paint(&mut self, state: &State) -> io::Result<&[u8]> {
        self.bytes.clear();
        let area = state.size;
        self.next.resize(area);
        self.next.reset();
        view(state, area, &mut self.next);
        let cursor = cursor(state, area).filter(|at| area.contains(*at));
        let whole = self.lost || *self.shown.area() != area;
        if whole {
            self.shown = Buffer::empty(area);
        }
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() && cursor == self.cursor && !whole {
            return Ok(&self.bytes);
        }
        queue!(self.bytes, BeginSynchronizedUpdate, Hide)?;
        if whole {
            queue!(self.bytes, Clear(ClearType::All))?;
        }
        CrosstermBackend::new(&mut self.bytes).draw(changes.into_iter())?;
        if let Some(at) = cursor {
            queue!(self.bytes, MoveTo(at.x, at.y), Show)?;
        }
        queue!(self.bytes, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        (self.cursor, self.lost) = (cursor, false);
        Ok(&self.bytes)
    }

    pub fn area(&self) -> Rect {
        *self.shown.area()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::event::Event;
    use crate::tui::keymap::Keymap;
    use crate::tui::state::Setup;
    use crate::tui::update::update;
    use std::num::NonZero;

    fn state(width: u16, height: u16) -> State {
        let setup = Setup {
            width,
            height,
            ..Setup::default()
        };
        State::new(setup, Keymap::new(None).unwrap())
    }

    fn vt100(width: u16, height: u16) -> vt100::Parser {
        let some = |n: u16| NonZero::new(n.max(1)).unwrap();
        vt100::Parser::new(some(height), some(width), 0)
    }

    #[test]
    fn the_terminal_shows_the_picture() {
        let mut state = state(60, 20);
        let mut painter = Painter::new();
        let mut terminal = vt100(60, 20);
        for letter in ["a", "città", "漢字", "\u{1b}[2J\u{202e}x"] {
            terminal.process(painter.paint(&state).unwrap());
            update(&mut state, Event::Paste(letter.into()));
        }
        terminal.process(painter.paint(&state).unwrap());
        let shown = terminal.screen().contents();
        assert!(shown.contains("acittà漢字[2Jx"), "{shown}");
        let at = cursor(&state, state.size).unwrap();
        assert_eq!(terminal.screen().cursor_position(), (at.y, at.x));
    }

    #[test]
    fn nothing_changed_is_nothing_written() {
        let state = state(60, 20);
        let mut painter = Painter::new();
        assert!(!painter.paint(&state).unwrap().is_empty());
        assert!(painter.paint(&state).unwrap().is_empty());
        painter.forget();
        assert!(!painter.paint(&state).unwrap().is_empty());
    }

    #[test]
    fn a_new_size_is_drawn_whole() {
        let mut state = state(60, 20);
        let mut painter = Painter::new();
        painter.paint(&state).unwrap();
        for (width, height) in [(0, 0), (1, 1), (300, 3), (41, 13)] {
            update(&mut state, Event::Resize { width, height });
            let mut terminal = vt100(width, height);
            terminal.process(painter.paint(&state).unwrap());
            assert_eq!(painter.area(), Rect::new(0, 0, width, height));
        }
    }
}
