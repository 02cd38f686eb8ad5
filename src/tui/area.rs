//! Parts of an area.

use ratatui::layout::{Margin, Position, Rect};

/// Line `row` of an area, empty where there is none.
pub fn row(area: Rect, row: u16) -> Rect {
    if row >= area.height {
        return Rect::new(area.x, area.y, 0, 0);
    }
    Rect::new(area.x, area.y + row, area.width, 1)
}

/// Parts of so many rows one below the other, as far as there are rows.
pub fn stack<const N: usize>(area: Rect, rows: [u16; N]) -> [Rect; N] {
    let mut y = area.y;
    rows.map(|height| {
        let height = height.min(area.bottom() - y);
        let part = Rect { y, height, ..area };
        y += height;
        part
    })
}

/// An area without its first `n` columns.
pub fn indent(area: Rect, n: u16) -> Rect {
    let n = n.min(area.width);
    Rect::new(area.x + n, area.y, area.width - n, area.height)
}

/// An area without its last column: that of the scroll mark.
pub fn but_last(area: Rect) -> Rect {
    Rect {
        width: area.width.saturating_sub(1),
        ..area
    }
}

/// An area without its frame.
pub fn inside(area: Rect) -> Rect {
    area.inner(Margin::new(1, 1))
}

/// Where the cursor stands on a line of a list, of which the first seen is `scroll`.
pub fn on_line(list: Rect, line: usize, scroll: usize) -> Position {
    let last = list.height.saturating_sub(1);
    let y = u16::try_from(line.saturating_sub(scroll)).unwrap_or(last);
    Position::new(list.x, list.y + y.min(last))
}

/// The line of a list at a place.
pub fn line_at(list: Rect, scroll: usize, at: Position) -> Option<usize> {
    list.contains(at).then(|| scroll + usize::from(at.y - list.y))
}

/// The part of a field's area that holds its text: in its frame, or behind a sign.
pub fn field_text(area: Rect) -> Rect {
    let text = match area.height {
        3.. => area.inner(Margin::new(2, 1)),
        _ => but_last(indent(area, 2)),
    };
    row(text, 0)
}
