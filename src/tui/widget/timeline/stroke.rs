//! One period as a line from its start to its end.

use super::scale::{Scale, Spot};
use crate::sheet::picture::Period;
use crate::tui::widget::Look;
use crate::tui::widget::pen::Pen;
use ratatui::style::Style;

/// The signs of a period.
pub(super) struct Stroke {
    line: &'static str,
    ends: [&'static str; 2],
    one: &'static str,
    style: Style,
    /// Without an end it reaches as far as the data see; else it is only an arrow.
    grows: bool,
}

impl Stroke {
    /// The line of what was planned.
    pub fn planned(look: &Look) -> Stroke {
        Stroke {
            line: look.sign("─", "-"),
            ends: [look.sign("├", "["), look.sign("┤", "]")],
            one: look.sign("┼", "+"),
            style: look.theme.text,
            grows: false,
        }
    }

    /// The line of what was done.
    pub fn actual(look: &Look) -> Stroke {
        let full = look.sign("█", "#");
        Stroke {
            line: full,
            ends: [full, full],
            one: full,
            style: look.theme.heading,
            grows: true,
        }
    }

    /// Draws a period; a start without an end goes on with an arrow.
    pub fn draw(&self, period: Period, y: u16, at: u16, scale: &Scale, pen: &mut Pen<'_>) {
        let look = pen.look;
        let (on, behind) = (look.sign("▶", ">"), look.sign("◀", "<"));
        match (period.start, period.end) {
            (Some(start), Some(end)) if end < start => {
                // The table says that it ended before it began: both ends, and a doubt between.
                let (from, to) = (scale.cell(end), scale.cell(start));
                pen.fill(at + from, y, to - from, "?", look.theme.missing);
                pen.sign(at + from, y, self.ends[1], self.style);
                pen.sign(at + to, y, self.ends[0], self.style);
            }
            (Some(start), Some(end)) => {
                let (from, to) = (scale.cell(start), scale.cell(end));
                pen.fill(at + from, y, to - from, self.line, self.style);
                pen.sign(at + from, y, self.ends[0], self.style);
                pen.sign(
                    at + to,
                    y,
                    if from == to { self.one } else { self.ends[1] },
                    self.style,
                );
                for (spot, sign) in [(scale.spot(start), behind), (scale.spot(end), on)] {
                    if !matches!(spot, Spot::Within(_)) {
                        let cell = if sign == on { to } else { from };
                        pen.sign(at + cell, y, sign, self.style);
                    }
                }
            }
            (Some(start), None) => {
                let from = scale.cell(start);
                let to = if self.grows {
                    scale.known_until(start)
                } else {
                    from
                };
                let to = to.max(scale.after(from));
                pen.fill(at + from, y, to - from, self.line, self.style);
                pen.sign(at + from, y, self.ends[0], self.style);
                pen.sign(at + to, y, on, self.style);
            }
            (None, Some(end)) => {
                let to = scale.cell(end);
                pen.sign(at + to.saturating_sub(1), y, behind, self.style);
                pen.sign(at + to, y, self.ends[1], self.style);
            }
            (None, None) => {}
        }
    }
}
