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
