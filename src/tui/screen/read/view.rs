//! Draws a page.

use super::Read;
use super::layout::{beside, column, page};
use super::typeset::{self, Chosen, Kind};
use crate::lang::w;
use crate::sheet::Block;
use crate::tui::widget::{Canvas, row};
use ratatui::layout::Rect;

/// Draws the page.
pub fn draw(canvas: &mut Canvas<'_>, read: &Read, body: Rect) {
    let column = column(body);
    let Some(shown) = &read.page else {
        let waiting = canvas.lang.say(w::SCREEN_READ_LOADING);
        let says = read.failed.as_deref().unwrap_or(waiting);
        canvas.paragraph(column, 0, says, canvas.theme.text);
        return;
    };
    let lines = page(read, body).lines;
    for (y, line) in (0..column.height).zip(lines.iter().skip(read.scroll)) {
        let begins = line.first || y == 0;
        let chosen = match line.item == Some(read.selected) {
            true if begins => Chosen::Begins,
            true => Chosen::Within,
            false => Chosen::Not,
        };
        typeset::draw(canvas, row(column, y), line, chosen);
        if let Kind::Picture { block, row } = line.kind
            && begins
            && let Some(Block::Picture(picture)) = shown.block(block)
        {
            let below = Rect::new(column.x, column.y + y, column.width, column.height - y);
            typeset::picture(canvas, below, beside(body), picture, row);
        }
    }
    canvas.scroll_mark(body, read.scroll, usize::from(body.height), lines.len());
}
