//! Where the parts of every screen stand, and what of them can be clicked. It knows no screen.

use super::area::stack;
use crate::model::ComuneCode;
use ratatui::layout::Rect;

/// Below this, nothing useful fits.
pub const LEAST: (u16, u16) = (30, 8);

/// ```text
/// header   where one is, how old the data are
/// body     the screen
/// footer   a notice, or what can be pressed
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub header: Rect,
    pub body: Rect,
    pub footer: Rect,
}

/// `None` when the screen is too small.
pub fn frame(area: Rect) -> Option<Frame> {
    let [header, body, footer] = stack(area, [1, area.height.saturating_sub(2), 1]);
    let frame = Frame { header, body, footer };
    (area.width >= LEAST.0 && area.height >= LEAST.1).then_some(frame)
}

/// The body, as it decides how far a page is; while nothing can be shown, that of the least size.
pub fn body(area: Rect) -> Rect {
    frame(area).map_or(Rect::new(0, 1, LEAST.0, LEAST.1 - 2), |frame| frame.body)
}

/// What can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Field,
    /// The n-th door, result, item, filter.
    Item(usize),
    Filter(usize),
    Preview,
    /// A comune on the map.
    Place(ComuneCode),
}

/// A field in a frame where there is room, on one line where there is not; and what is below.
pub fn field(area: Rect) -> (Rect, Rect) {
    let height = if area.height >= 14 { 3 } else { 1 };
    stack(area, [height, area.height]).into()
}
