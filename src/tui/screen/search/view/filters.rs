//! Draws the filters of a search.

use crate::text::number;
use crate::tui::screen::search::layout::filter_line;
use crate::tui::screen::search::{FilterLine, Focus, Search};
use crate::tui::widget::{Canvas, but_last, indent, row};
use ratatui::layout::Rect;

/// Which lines of a pane are seen.
#[derive(Default)]
pub(super) struct Part {
    pub first: usize,
    pub seen: usize,
    pub all: usize,
}

/// The filters with their values, as many as the area has lines.
pub(super) fn filters(canvas: &mut Canvas<'_>, search: &Search, area: Rect) -> Part {
    let theme = canvas.theme;
    let lines = search.filter_lines();
    let selected = filter_line(search);
    let wide = but_last(area);
    let shown = lines.iter().enumerate().skip(search.filter_scroll);
    for (y, (i, line)) in (0..area.height).zip(shown) {
        let place = row(wide, y);
        match line {
            FilterLine::Name(name) => _ = canvas.text(place, name, theme.heading),
            FilterLine::Value { value, .. } => {
                let is_it = search.focus == Focus::Filters && i == selected;
                let role = canvas.choice(place, is_it, theme.text);
                let count = number::count(value.count, canvas.lang);
                let rest = canvas.text_right(indent(place, 2), &count, role);
                let sign = match value.on {
                    true => canvas.glyphs.on,
                    false => canvas.glyphs.off,
                };
                let rest = canvas.text(rest, sign, role);
                canvas.text(indent(but_last(rest), 1), &value.label, role);
            }
        }
    }
    Part {
        first: search.filter_scroll,
        seen: usize::from(area.height),
        all: lines.len(),
    }
}
