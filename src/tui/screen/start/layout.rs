//! ```text
//! question
//! field
//! hint
//!
//! doors, one a line
//!
//! how many, how old
//! ```

use super::{DOORS, Start};
use crate::tui::frame::{Target, field, field_text};
use ratatui::layout::{Position, Rect};

pub struct Areas {
    pub question: Rect,
    pub field: Rect,
    pub hint: Rect,
    pub doors: Rect,
    pub dates: Rect,
}

/// Where the parts of the first screen stand.
pub fn areas(body: Rect) -> Areas {
    let roomy = body.height >= 16;
    let side = if body.width >= 100 {
        (body.width - 84) / 2
    } else {
        2
    };
    let column = Rect::new(body.x + side, body.y, body.width - 2 * side, body.height);
    let mut y = column.y + if roomy { 1 } else { 0 };
    let mut take = |height: u16, gap: u16| {
        let height = height.min(column.bottom().saturating_sub(y));
        let area = Rect::new(column.x, y, column.width, height);
        y = (y + height + gap).min(column.bottom());
        area
    };
    let question = take(1, 0);
    let tall = field(Rect::new(0, 0, column.width, body.height)).0.height;
    let field = take(tall, 0);
    let hint = take(u16::from(roomy), 1);
    let count = DOORS.len() as u16;
    let doors = take(count, u16::from(body.height > count + tall + 4));
    let dates = take(u16::MAX, 0);
    Areas {
        question,
        field,
        hint,
        doors,
        dates,
    }
}

/// What of the first screen stands at a place.
pub fn target(body: Rect, at: Position) -> Option<Target> {
    let areas = areas(body);
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    if areas.dates.contains(at) {
        return Some(Target::Item(DOORS.len()));
    }
    areas
        .doors
        .contains(at)
        .then(|| Target::Item(usize::from(at.y - areas.doors.y)))
}

/// Where the terminal's cursor stands on the first screen.
pub fn cursor(start: &Start, body: Rect) -> Option<Position> {
    let areas = areas(body);
    match start.door {
        None => Some(field_text(areas.field).as_position()),
        Some(door) if door >= DOORS.len() && areas.dates.height > 0 => Some(areas.dates.as_position()),
        Some(door) => Some(Position::new(
            areas.doors.x,
            areas.doors.y
                + u16::try_from(door)
                    .unwrap_or(0)
                    .min(areas.doors.height.saturating_sub(1)),
        )),
    }
}
