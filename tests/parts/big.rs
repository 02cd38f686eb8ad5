//! Large letters.

use crate::support::{buffer, holds, lines};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use sportello::lang::Lang;
use sportello::tui::widget::big::{ANSWER, HEADING, draw, large};
use sportello::tui::widget::{Canvas, Look, wrap};

/// Rows of a heading: those of large letters, else of plain ones.
fn height(text: &str, columns: u16, rows: u16) -> u16 {
    large(text, columns, rows, HEADING).unwrap_or_else(|| wrap(text, columns).len() as u16)
}

fn title(text: &str, area: Rect, buf: &mut Buffer, look: Look) {
    draw(text, area, HEADING, &mut Canvas { buf, look }, look.theme.title);
}

fn shown(text: &str, columns: u16, rows: u16, ascii: bool) -> Vec<String> {
    let look = Look::plain(Lang::It, ascii);
    lines(columns, rows, |area, buf| title(text, area, buf, look))
}

#[test]
fn accents_and_tails() {
    let wanted = [
        "▀▀▀                       ▀▀    ▀▀▀",
        "▀██▀▀▀          ▄█▀▀▄█▀  ▀██     ▀▀▀█▄",
        " ██▀▀           ▀█▄▄██    ██    ▄█▀▀██",
        "▀▀▀▀▀▀          ▄▄▄▄█▀   ▀▀▀▀    ▀▀▀▀▀▀",
        "",
    ];
    assert_eq!(shown("È già", 40, 5, false), wanted);
}

#[test]
fn ascii() {
    let wanted = [
        " _#\"\"#_ ##  ##  \"##\"\"#_",
        "##      ##  ##   ##__#\"",
        "\"#_  __ ##  ##   ##",
        "  \"\"\"\"  \"\"\"\"\"\"  \"\"\"\"",
    ];
    assert_eq!(shown("CUP", 40, 4, true), wanted);
    let quarters = shown("CUP", 12, 4, true).concat();
    assert!(quarters.is_ascii() && quarters.contains('#'), "{quarters}");
}

#[test]
fn words_wrap_and_what_does_not_fit_is_plain_and_bold() {
    let text = "Che cos'è il CUP?";
    assert_eq!([140, 80, 40].map(|columns| height(text, columns, 40)), [4, 4, 8]);
    assert_eq!(height(text, 40, 7), 1);
    assert_eq!(shown(text, 40, 7, false)[0], text);
    assert_eq!(shown(text, 12, 40, false)[..2], ["Che cos'è il", "CUP?"]);
    assert_eq!(shown("漢字", 80, 5, false)[0].replace(' ', ""), "漢字");
    let look = Look::plain(Lang::It, false);
    let buf = buffer(12, 2, |area, buf| title(text, area, buf, look));
    assert!(buf[(0, 0)].modifier.contains(Modifier::BOLD));
}

/// An answer grows with its room, and is never narrower than what stands above it.
#[test]
fn an_answer_is_as_large_as_it_has_room() {
    let rows = |columns, rows| large("Non si sa quando finisce.", columns, rows, ANSWER);
    assert_eq!(rows(188, 56), Some(16));
    assert_eq!(rows(188, 12), Some(8));
    assert_eq!(rows(74, 20), Some(12));
    assert_eq!(rows(74, 9), Some(8));
    assert_eq!(rows(74, 7), None);
}

#[test]
fn every_letter_that_headings_need_is_there() {
    let letters = ('A'..='Z').chain('a'..='z').chain('0'..='9');
    let accents = "àèéìòùâêîôûäëïöüñçÀÈÉÌÒÙÂÊÎÔÛÄËÏÖÜÑÇ".chars();
    let signs = ".,:;!?'’\"“”-–—()/%&#+=«»º°·…".chars();
    let mut drawn: Vec<Vec<String>> = Vec::new();
    for c in letters.chain(accents) {
        let text = c.to_string();
        assert_eq!(height(&text, 40, 5), 4, "{c}");
        let picture = shown(&text, 40, 5, false);
        assert!(!drawn.contains(&picture), "{c} looks like another letter");
        drawn.push(picture);
    }
    for c in signs {
        assert_eq!(height(&c.to_string(), 40, 5), 4, "{c}");
    }
}

#[test]
fn any_size() {
    for text in [
        "Che cos'e il CUP?",
        "",
        "   ",
        "x\u{300}\u{301}y \u{300}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        holds(|area, buf, look| {
            if text.is_ascii() || !look.ascii() {
                title(text, area, buf, *look);
            }
        });
        for columns in 0..50 {
            assert!(large(text, columns, 7, HEADING).unwrap_or(0) <= 7);
        }
    }
}
