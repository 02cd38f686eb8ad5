//! Draws one line of a page, and the pictures across their lines.

use super::line::{Kind, Line, left};
use crate::model::Evidence;
use crate::sheet::picture::Picture;
use crate::sheet::{Marks, mark};
use crate::tui::widget::{Canvas, indent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Whether a line belongs to what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Not,
    Within,
    /// The first of its lines that is seen.
    Begins,
}

/// Rows of a picture, from the `first` on, as many as the area has, also in the columns beside it.
pub fn picture(canvas: &mut Canvas<'_>, area: Rect, beside: u16, picture: &Picture, first: u16) {
    let mut area = indent(area, left(area.width) + 2);
    area.width += beside;
    let look = canvas.look;
    let whole = Rect::new(0, 0, area.width, picture.height(area.width, canvas.lang));
    let mut drawn = Buffer::empty(whole);
    drawn.set_style(whole, canvas.theme.text);
    picture.draw(whole, &mut drawn, &look);
    let seen = area.intersection(*canvas.buf.area());
    for y in 0..seen.height.min(whole.height.saturating_sub(first)) {
        for x in 0..seen.width {
            canvas.buf[(seen.x + x, seen.y + y)] = drawn[(x, first + y)].clone();
        }
    }
}

/// Draws one line.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, line: &Line, chosen: Chosen) {
    let selected = chosen != Chosen::Not;
    let (theme, glyphs, lang) = (canvas.theme, canvas.glyphs, canvas.lang);
    let whole = match line.kind {
        Kind::Title => Some(theme.title),
        Kind::Quiet | Kind::Blank => Some(theme.text),
        Kind::Heading => Some(theme.heading),
        _ => None,
    };
    if let Some(role) = whole {
        canvas.text(area, &line.text, role);
        return;
    }
    canvas.text(area, &line.side, theme.heading);
    let area = indent(area, left(area.width));
    let role = |own| if selected { theme.selected } else { own };
    let text = indent(area, 2);
    // A picture keeps its own colours: a line along it says that it is selected.
    let drawn = matches!(line.kind, Kind::Picture { .. } | Kind::FigureHead | Kind::Figure);
    if selected && !drawn {
        canvas.fill(text, theme.selected);
    }
    if chosen == Chosen::Begins {
        canvas.text(area, glyphs.selected, theme.focus);
    } else if selected && drawn {
        canvas.text(area, glyphs.frame[5], theme.focus);
    }
    match &line.kind {
        Kind::Claim(evidence) => {
            let own = match evidence {
                Evidence::Missing => theme.missing,
                _ => theme.text,
            };
            if line.first {
                canvas.text(text, glyphs.evidence(*evidence), role(theme.quiet));
            }
            canvas.text(indent(text, 2), &line.text, role(own));
        }
        Kind::Picture { .. } => {}
        Kind::Figure => _ = canvas.text(text, &line.text, theme.text),
        Kind::FigureHead | Kind::TableHead => _ = canvas.text(text, &line.text, theme.heading),
        Kind::Why => _ = canvas.text(indent(text, 4), &line.text, role(theme.quiet)),
        Kind::Pair(columns, name) => {
            canvas.text(text, name, role(theme.quiet));
            canvas.text(indent(text, columns + 2), &line.text, role(theme.figure));
        }
        Kind::Way | Kind::Link => {
            let below = if line.kind == Kind::Way { 4 } else { 0 };
            let text = indent(text, below);
            if line.first {
                canvas.text(text, glyphs.link, role(theme.key));
            }
            canvas.text(indent(text, 2), &line.text, role(theme.key));
        }
        Kind::Legend(first, second) => {
            let mut rest = text;
            for evidence in [Some(*first), *second].into_iter().flatten() {
                let word = mark(evidence, Marks::Words, lang);
                canvas.text(rest, glyphs.evidence(evidence), theme.quiet);
                canvas.text(indent(rest, 2), word, theme.quiet);
                rest = indent(rest, LEGEND);
            }
        }
        _ => _ = canvas.text(text, &line.text, role(theme.text)),
    }
}

/// Columns of one mark and its word.
const LEGEND: u16 = 14;
