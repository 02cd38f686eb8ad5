//! Draws a page.

use super::layout::{column, page};
use super::{Read, typeset};
use crate::lang::w;
use crate::tui::widget::{Canvas, row, wrap};
use ratatui::layout::Rect;

pub fn draw(canvas: &mut Canvas<'_>, read: &Read, body: Rect) {
    let column = column(body);
    if read.sheet.is_none() {
        let waiting = canvas.lang.say(w::SCREEN_READ_LOADING);
        let says = read.failed.as_deref().unwrap_or(waiting);
        for (y, line) in (0..).zip(wrap(says, column.width)) {
            canvas.text(row(column, y), &line, canvas.theme.text);
        }
        return;
    }
    let lines = page(read, body).lines;
    for (y, line) in (0..column.height).zip(lines.iter().skip(read.scroll)) {
        let selected = line.item == Some(read.selected);
        typeset::draw(canvas, row(column, y), line, selected);
    }
    canvas.scroll_mark(body, read.scroll, usize::from(body.height), lines.len());
}
