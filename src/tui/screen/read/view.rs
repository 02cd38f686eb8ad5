//! Draws a page.

use super::Read;
use super::layout::{beside, column, page};
use super::typeset::{self, Chosen, Kind, Typeset, left};
use crate::lang::w;
use crate::sheet::{Block, Subject};
use crate::tui::state::State;
use crate::tui::widget::{Canvas, indent, row};
use ratatui::layout::Rect;

/// Draws the page.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, read: &Read, body: Rect) {
    let column = column(body);
    let Some(shown) = &read.page else {
        let waiting = canvas.lang.say(w::SCREEN_READ_LOADING);
        let says = read.failed.as_deref().unwrap_or(waiting);
        canvas.paragraph(column, 0, says, canvas.theme.text);
        return;
    };
    let Typeset { lines, items } = page(read, body);
    let block = |line: &typeset::Line| shown.block(items.get(line.item.filter(|_| line.first)?)?.block);
    for (y, line) in (0..column.height).zip(lines.iter().skip(read.scroll)) {
        let begins = line.first || y == 0;
        let chosen = match line.item == Some(read.selected) {
            true if begins => Chosen::Begins,
            true => Chosen::Within,
            false => Chosen::Not,
        };
        typeset::draw(canvas, row(column, y), line, chosen);
        // The sign of a gathered project stands in the place of the arrow.
        if let (Kind::Link, Some(Block::Link(link))) = (&line.kind, block(line))
            && !matches!(read.subject, Subject::Gathered(_))
        {
            let role = match chosen {
                Chosen::Not => canvas.theme.key,
                _ => canvas.theme.selected,
            };
            let text = indent(row(column, y), left(column.width) + 2);
            canvas.text(text, &state.sign(&link.to), role);
        }
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
