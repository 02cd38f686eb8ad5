//! What is written to the terminal.

use ratatui::layout::Rect;
use sportello::tui::dispatch::cursor;
use sportello::tui::event::Event;
use sportello::tui::keymap::Keymap;
use sportello::tui::painter::Painter;
use sportello::tui::state::State;
use sportello::tui::update::update;
use std::num::NonZero;

fn state(width: u16, height: u16) -> State {
    State {
        size: Rect::new(0, 0, width, height),
        keymap: Keymap::new(None).unwrap().into(),
        ..State::default()
    }
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
