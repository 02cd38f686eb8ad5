//! Text that is cut and wrapped, and nothing outside of its area.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sportello::lang::Lang;
use sportello::tui::widget::{Canvas, Look, fit, scroll_to, width, wrap};

#[test]
fn the_selected_item_is_always_seen() {
    for all in 0..12 {
        for seen in 0..5 {
            for selected in 0..all {
                for first in 0..14 {
                    let at = scroll_to(first, selected, seen, all);
                    assert!(at <= selected && selected < at + seen.max(1));
                }
            }
        }
    }
}

#[test]
fn wide_letters_are_not_cut_in_half() {
    assert_eq!(fit("漢字漢字", 5, "…"), "漢字…");
    assert_eq!(fit("漢字漢字", 4, "…"), "漢…");
    assert_eq!(fit("abc", 0, "…"), "");
    assert_eq!(fit("abc", 3, "…"), "abc");
}

#[test]
fn nothing_is_drawn_outside() {
    let mut buf = Buffer::filled(Rect::new(0, 0, 3, 2), ratatui::buffer::Cell::new("!"));
    let mut canvas = Canvas {
        buf: &mut buf,
        look: Look::plain(Lang::It, true),
    };
    let theme = canvas.theme;
    for area in [
        Rect::new(2, 1, 90, 90),
        Rect::new(50, 50, 5, 5),
        Rect::new(0, 0, 0, 0),
    ] {
        canvas.frame(area, "title", theme.frame);
        canvas.text(area, "text", theme.text);
        canvas.text_right(area, "text", theme.text);
        canvas.scroll_mark(area, 5, 2, 9);
        let past_the_end = [3..90, 95..99];
        canvas.marked(area, "città", &past_the_end, theme.text, theme.matched);
        canvas.fill(area, theme.bar);
    }
    let touched: Vec<_> = buf
        .area
        .positions()
        .filter(|at| buf[*at].symbol() != "!")
        .collect();
    assert_eq!(touched, [(2, 1).into()]);
}

#[test]
fn no_line_is_too_wide() {
    let text = "Il Comune di Pisa ha ricevuto 1.200.000 euro. Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 漢字漢字漢字";
    for columns in 2..50 {
        assert!(
            wrap(text, columns).iter().all(|line| width(line) <= columns),
            "{columns}"
        );
    }
    assert!(!wrap(text, 0).is_empty());
}
