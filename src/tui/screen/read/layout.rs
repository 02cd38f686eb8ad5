//! A page fills the body; on a wide screen it stays in a column that the eye can follow.

use super::Read;
use super::typeset::{Line, Typeset, left, typeset};
use crate::sheet::{Block, Page, PartId, Subject};

use crate::tui::frame::Target;
use crate::tui::widget::scroll_to;
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
    page.map_or_else(Typeset::default, |page| typeset(page, columns, read.shown()))
}

/// A part's number among those with a heading, as lines count them.
pub fn part_number(page: &Page, id: PartId) -> Option<usize> {
    let at = page.parts.iter().position(|part| part.id == id)?;
    let headed = page
        .parts
        .iter()
        .take(at + 1)
        .filter(|part| !part.heading.is_empty());
    Some(headed.count())
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

/// First and last line of an item.
pub fn span(lines: &[Line], item: usize) -> Option<(usize, usize)> {
    let first = lines.iter().position(|l| l.item == Some(item))?;
    let last = lines.iter().rposition(|l| l.item == Some(item))?;
    Some((first, last))
}

/// How much of the page has been seen.
pub fn percent(read: &Read, body: Rect) -> Option<usize> {
    let all = page(read, body).lines.len();
    let seen = (read.scroll + usize::from(body.height)).min(all);
    (all > 0).then(|| seen * 100 / all)
}

/// What of the page stands at a place.
pub fn target(read: &Read, body: Rect, at: Position) -> Option<Target> {
    let column = column(body);
    if !column.contains(at) {
        return None;
    }
    let line = read.scroll + usize::from(at.y - column.y);
    page(read, body).lines.get(line)?.item.map(Target::Item)
}

/// Where the terminal's cursor stands on the page.
pub fn cursor(read: &Read, body: Rect) -> Option<Position> {
    let column = column(body);
    let lines = page(read, body).lines;
    let line = span(&lines, read.selected).map_or(0, |(first, _)| first.max(read.scroll));
    let y = line.saturating_sub(read.scroll) as u16;
    Some(Position::new(
        column.x + left(column.width),
        column.y + y.min(column.height.saturating_sub(1)),
    ))
}

/// Keeps the selected item in sight: all of it when it fits, else some part that fills the screen.
pub fn settle(read: &mut Read, body: Rect) {
    let Some(at) = read
        .page
        .as_ref()
        .map(|page| read.at.and_then(|at| part_number(page, at)))
    else {
        return;
    };
    read.at = None;
    if let Some(part) = at {
        read.unfolded.insert(part);
        let lines = page(read, body).lines;
        let first = lines.iter().find(|l| l.part == part && l.item.is_some());
        read.selected = first.and_then(|l| l.item).unwrap_or(read.selected);
    }
    let Typeset { lines, items } = page(read, body);
    let count = items.len();
    read.selected = read.selected.min(count.saturating_sub(1));
    let height = usize::from(body.height);
    let Some((first, last)) = span(&lines, read.selected) else {
        read.scroll = read.scroll.min(lines.len().saturating_sub(height));
        return;
    };
    if last - first >= height {
        let highest = if first < height && read.selected == 0 {
            0
        } else {
            first
        };
        let lowest = match read.selected + 1 == count {
            true => last.min(lines.len() - height),
            false => last + 1 - height,
        };
        read.scroll = read.scroll.clamp(highest, lowest.max(highest));
        return;
    }
    // What stands above the first item and below the last belongs to them.
    let first = if read.selected == 0 { 0 } else { first };
    let last = if read.selected + 1 == count {
        lines.len() - 1
    } else {
        last
    };
    read.scroll = scroll_to(read.scroll, last, height, lines.len());
    read.scroll = scroll_to(read.scroll, first, height, lines.len());
}
