//! Where land, legend and caption stand in an area: one place for drawing and mouse.
//!
//! ```text
//! land land   legend        land land
//! land land                 legend
//! caption                   caption
//! ```

use crate::sheet::picture::atlas::Atlas;
use crate::sheet::picture::raster::rows_to_hundred;
use crate::tui::widget::stack;
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
        let lines = if area.height >= HIGH { 3 } else { 2 };
        let [above, caption] = stack(area, [area.height.saturating_sub(lines), lines]);
        let beside = land(above.width.saturating_sub(LEGEND.0 + GAP), above.height);
        let over = land(above.width, above.height.saturating_sub(LEGEND.1));
        let alone = land(above.width, above.height);
        let at = |(width, height): (u16, u16)| Rect {
            width,
            height,
            ..above
        };
        let legend = |x: u16, y: u16| {
            let place = Rect::new(above.x + x, above.y + y, LEGEND.0, LEGEND.1);
            Some(place.intersection(above))
        };
        let (land, legend) = match (beside, over, alone) {
            (Some(beside), over, _) if over.is_none_or(|over| over.1 <= beside.1) => {
                (Some(at(beside)), legend(beside.0 + GAP, 0))
            }
            (_, Some(over), _) => (Some(at(over)), legend(0, over.1)),
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
    let high = (u32::from(columns) * ratio).div_ceil(100);
    let rows = rows.min(u16::try_from(high).unwrap_or(u16::MAX));
    let wide = u16::try_from(u32::from(rows) * 100 / ratio).unwrap_or(u16::MAX);
    (rows >= LEAST).then_some((columns.min(wide), rows))
}
