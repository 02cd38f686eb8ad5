//! A page fills the body; on a wide screen it stays in a column that the eye can follow.

use super::Read;
use super::typeset::{Shown, Typeset, left, typeset};
use crate::sheet::{Block, Page, PartId, Subject};
use crate::tui::frame::Target;
use crate::tui::widget::{indent, line_at, on_line, scroll_to};
use ratatui::layout::{Position, Rect};

/// The column of text; the last column of the body is for the scroll mark.
pub fn column(body: Rect) -> Rect {
    let width = body.width.saturating_sub(3).min(100);
    let side = (body.width - width) / 2;
    Rect::new(body.x + side.max(1), body.y, width, body.height)
}

/// The page set for the body.
pub fn page(read: &Read, body: Rect) -> Typeset {
    let columns = column(body).width;
    let page = read.page.as_ref();
    let beside = beside(body);
    let shown = Shown {
        beside,
        ..read.shown()
    };
    page.map_or_else(Typeset::default, |page| typeset(page, columns, shown))
}

/// Columns beside the text of a wide screen, which pictures use too.
pub fn beside(body: Rect) -> u16 {
    let rest = (body.right() - column(body).right()).saturating_sub(2);
    if rest < 20 { 0 } else { rest }
}

/// A part's number among those with a heading, as lines count them.
pub fn part_number(page: &Page, id: PartId) -> Option<usize> {
    let at = page.parts.iter().position(|part| part.id == id)?;
    let until = page.parts.iter().take(at + 1);
    Some(until.filter(|part| !part.heading.is_empty()).count())
}

/// The block of the selected item.
pub fn selected_block(read: &Read, body: Rect) -> Option<(usize, &Block)> {
    let at = page(read, body).items.get(read.selected)?.block;
    Some((at, read.page.as_ref()?.block(at)?))
}

/// Where the selected word or table leads.
pub fn selected_way(read: &Read, body: Rect) -> Option<&Subject> {
    let item = *page(read, body).items.get(read.selected)?;
    let Block::Claim(told) = read.page.as_ref()?.block(item.block)? else {
        return None;
    };
    Some(&told.ways.get(item.way?)?.to)
}

/// How much of the page has been seen.
pub fn percent(read: &Read, body: Rect) -> Option<usize> {
    let all = page(read, body).lines.len();
    let seen = (read.scroll + usize::from(body.height)).min(all);
    (all > 0).then(|| seen * 100 / all)
}

/// What of the page stands at a place.
pub fn target(read: &Read, body: Rect, at: Position) -> Option<Target> {
    let line = line_at(column(body), read.scroll, at)?;
    page(read, body).lines.get(line)?.item.map(Target::Item)
}

/// Where the terminal's cursor stands on the page.
pub fn cursor(read: &Read, body: Rect) -> Option<Position> {
    let column = column(body);
    let span = page(read, body).span(read.selected);
    let line = span.map_or(0, |(first, _)| first.max(read.scroll));
    let text = indent(column, left(column.width));
    Some(on_line(text, line, read.scroll))
}

/// Keeps the selected item in sight: all of it when it fits, else some part that fills the screen.
pub fn settle(read: &mut Read, body: Rect) {
    let Some(whole) = &read.page else { return };
    if let Some(part) = read.at.take().and_then(|at| part_number(whole, at)) {
        read.unfolded.insert(part);
        let first = page(read, body).first_of(part);
        read.selected = first.unwrap_or(read.selected);
    }
    let set = page(read, body);
    let (height, all) = (usize::from(body.height), set.lines.len());
    read.selected = read.selected.min(set.items.len().saturating_sub(1));
    let Some((first, last)) = set.span(read.selected) else {
        read.scroll = read.scroll.min(all.saturating_sub(height));
        return;
    };
    // What stands above the first item and below the last belongs to them: a page opens at its top.
    let (is_first, is_last) = (read.selected == 0, read.selected + 1 == set.items.len());
    let first = if is_first { 0 } else { first };
    if last - first >= height {
        let lowest = match is_last {
            true => last.min(all - height),
            false => last + 1 - height,
        };
        read.scroll = read.scroll.clamp(first, lowest.max(first));
        return;
    }
    for end in [if is_last { all - 1 } else { last }, first] {
        read.scroll = scroll_to(read.scroll, end, height, all);
    }
}
