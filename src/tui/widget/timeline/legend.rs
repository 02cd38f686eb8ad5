//! What the marks of a time line mean, in one or more lines.

use crate::lang::w;
use crate::sheet::picture::{Passages, Period};
use crate::text::number::date_short;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::{Look, width};
use std::ops::Range;

pub(super) struct Legend {
    items: Vec<(&'static str, String)>,
    width: u16,
    /// Rows.
    pub height: u16,
}

impl Legend {
    pub fn new(timeline: &Passages, look: &Look, width: u16) -> Legend {
        let lang = look.lang;
        let on = |word, date| lang.fill(word, &[("date", &date_short(date))]);
        let mut items = vec![(look.sign("▼", "V"), on(w::PICTURE_TODAY, timeline.today))];
        items.extend(
            timeline
                .data
                .map(|date| (look.sign("◆", "*"), on(w::PICTURE_DATA_OF, date))),
        );
        let open = |p: &Period| p.start.is_some() && p.end.is_none();
        if timeline
            .steps
            .iter()
            .any(|(_, planned, actual)| open(planned) || open(actual))
        {
            items.push((look.sign("▶", ">"), lang.say(w::PICTURE_OPEN).to_owned()));
        }
        let mut legend = Legend {
            items,
            width,
            height: 0,
        };
        legend.height = legend.places().last().map_or(0, |(_, y)| y + 1);
        legend
    }

    /// Where each item goes: column and row.
    fn places(&self) -> Vec<(u16, u16)> {
        let (mut x, mut y) = (0, 0);
        let mut out = Vec::new();
        for (_, text) in &self.items {
            let size = 2 + width(text);
            if x > 0 && x + size > self.width {
                (x, y) = (0, y + 1);
            }
            out.push((x, y));
            x += size + 2;
        }
        out
    }

    /// Draws as many of its lines as there are rows.
    pub fn draw(&self, rows: Range<u16>, pen: &mut Pen<'_>) {
        let look = pen.look;
        for ((sign, text), (x, y)) in self.items.iter().zip(self.places()) {
            let y = rows.start + y;
            if rows.contains(&y) {
                pen.sign(x, y, sign, look.theme.key);
                pen.text(x + 2, y, u16::MAX, text, look.theme.text);
            }
        }
    }
}
