//! Where land, legend and caption stand in an area: one place for drawing and mouse.
//!
//! ```text
//! land land   legend        land land
//! land land                 legend
//! caption                   caption
//! ```

use super::atlas::Atlas;
use super::raster::rows_to_hundred;
use ratatui::layout::Rect;

/// Columns and rows of the legend: its heading, five classes, what is not known.
const LEGEND: (u16, u16) = (20, 7);
/// Columns between land and legend.
const GAP: u16 = 2;
/// From this height on the caption has a third line.
const HIGH: u16 = 16;
/// Fewest rows in which the land still has a shape.
const LEAST: u16 = 5;

pub(super) struct Frame {
    pub land: Option<Rect>,
    pub legend: Option<Rect>,
    pub caption: Rect,
}

impl Frame {
    pub fn of(area: Rect) -> Frame {
        let lines = if area.height >= HIGH { 3 } else { 2 }.min(area.height);
        let above = area.height - lines;
        let caption = Rect::new(area.x, area.y.saturating_add(above), area.width, lines);
        let beside = land(area.width.saturating_sub(LEGEND.0 + GAP), above);
        let over = land(area.width, above.saturating_sub(LEGEND.1));
        let alone = land(area.width, above);
        let at = |(columns, rows)| Rect::new(area.x, area.y, columns, rows);
        let rest = |x: u16, y: u16| {
            let (x, y) = (x.min(area.width), y.min(above));
            Rect::new(
                area.x.saturating_add(x),
                area.y.saturating_add(y),
                (area.width - x).min(LEGEND.0),
                (above - y).min(LEGEND.1),
            )
        };
        let (land, legend) = match (beside, over, alone) {
            (Some(beside), over, _) if over.is_none_or(|over| over.1 <= beside.1) => {
                (Some(at(beside)), Some(rest(beside.0 + GAP, 0)))
            }
            (_, Some(over), _) => (Some(at(over)), Some(rest(0, over.1))),
            (_, _, alone) => (alone.map(at), None),
        };
        Frame {
            land,
            legend,
            caption,
        }
    }
}

/// The largest land in its true shape, in columns and rows.
fn land(columns: u16, rows: u16) -> Option<(u16, u16)> {
    let ratio = u32::from(rows_to_hundred(Atlas::get())).max(1);
    let rows_for =
        |columns: u16| u16::try_from((u32::from(columns) * ratio).div_ceil(100)).unwrap_or(u16::MAX);
    let rows = rows.min(rows_for(columns));
    let columns_for = u16::try_from(u32::from(rows) * 100 / ratio).unwrap_or(u16::MAX);
    (rows >= LEAST).then_some((columns.min(columns_for), rows))
}
