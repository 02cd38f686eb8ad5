//! ```text
//! field
//! list | what is said of the selected item (from 80 columns)
//! ```

use super::Pick;
use crate::tui::frame::{Target, field};
use crate::tui::widget::{line_at, on_line, scroll_to};
use ratatui::layout::{Position, Rect};

pub struct Areas {
    pub field: Rect,
    pub list: Rect,
    pub says: Rect,
}

/// Where the parts of the list stand.
pub fn areas(body: Rect) -> Areas {
    let (field, rest) = field(body);
    let list = match body.width {
        110.. => rest.width / 2,
        80.. => rest.width * 55 / 100,
        _ => rest.width,
    };
    let gap = if list < rest.width { 2 } else { 0 };
    Areas {
        field,
        list: Rect::new(rest.x, rest.y, list, rest.height),
        says: Rect::new(rest.x + list + gap, rest.y, rest.width - list - gap, rest.height),
    }
}

/// What of the list stands at a place.
pub fn target(pick: &Pick, body: Rect, at: Position) -> Option<Target> {
    let areas = areas(body);
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    let line = line_at(areas.list, pick.scroll, at)?;
    (line < pick.shown.len()).then_some(Target::Item(line))
}

/// Where the terminal's cursor stands on the list.
pub fn cursor(pick: &Pick, body: Rect) -> Option<Position> {
    let areas = areas(body);
    if pick.selected == 0 || pick.shown.is_empty() {
        return Some(pick.field.cursor(areas.field));
    }
    Some(on_line(areas.list, pick.selected, pick.scroll))
}

/// Keeps what is selected on the list in sight.
pub fn settle(pick: &mut Pick, body: Rect) {
    let count = pick.shown.len();
    pick.selected = pick.selected.min(count.saturating_sub(1));
    let height = usize::from(areas(body).list.height);
    pick.scroll = scroll_to(pick.scroll, pick.selected, height, count);
}
