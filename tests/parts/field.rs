//! A line to type in.

use sportello::tui::action::Action;
use sportello::tui::field::{Field, MAX};

#[test]
fn a_paste_is_cleaned_and_bounded() {
    let mut field = Field::default();
    field.paste("asilo\u{1b}[31m\nnido");
    assert_eq!(field.text(), "asilo [31m nido".replace(" [31m", "[31m"));
    field.paste(&"x".repeat(1_000_000));
    assert_eq!(field.text().chars().count(), MAX);
    field.type_char('y');
    assert_eq!(field.text().chars().count(), MAX);
}

#[test]
fn the_cursor_stays_in_the_window() {
    let mut field = Field::default();
    for width in 0..20 {
        field.set("città d'arte 漢字 e altre parole");
        for _ in 0..40 {
            let (_, at) = field.window(width);
            assert!(at == 0 || at < width);
            field.act(Action::CursorLeft);
        }
    }
}
