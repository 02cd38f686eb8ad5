//! Lines of label, bar and figures, one below the other: the frame of bars and histogram.
//!
//! ```text
//! > Istruzione      ██████████▍        3,4 mln  34%
//! ```

use super::pen::Pen;
use super::width;
use crate::lang::{Lang, Word};
use ratatui::style::Style;

pub(super) struct Row<'a> {
    pub label: &'a str,
    /// Length, or the words that stand in the bar's place.
    pub bar: Result<i64, &'a str>,
    pub figures: [String; 2],
    /// Pointed at with a sign.
    pub marked: bool,
}

/// Fewest columns that still make a bar.
const LEAST_BAR: u16 = 4;

/// Columns of each part; nought where there is no room for it.
struct Columns {
    mark: u16,
    label: u16,
    bar: u16,
    figures: [u16; 2],
}

fn columns(rows: &[Row<'_>], all: u16) -> Columns {
    let widest = |of: &dyn Fn(&Row<'_>) -> u16| rows.iter().map(of).max().unwrap_or(0);
    let mark = if rows.iter().any(|r| r.marked) { 2 } else { 0 };
    let longest = widest(&|r| width(r.label));
    let label = longest.min((all * 2 / 5).max(17));
    let mut figures = [
        widest(&|r| width(&r.figures[0])),
        widest(&|r| width(&r.figures[1])),
    ];
    let left = |figures: [u16; 2], label: u16| {
        let behind: u16 = figures.iter().filter(|n| **n > 0).map(|n| n + 1).sum();
        all.saturating_sub(mark + label + 1 + behind)
    };
    if left(figures, label) < LEAST_BAR {
        figures[1] = 0;
    }
    let bar = left(figures, label);
    if bar >= LEAST_BAR {
        return Columns {
            mark,
            label,
            bar,
            figures,
        };
    }
    let label = longest.min(left(figures, 0) + 1);
    Columns {
        mark,
        label,
        bar: 0,
        figures,
    }
}

/// Draws as many rows as fit; when some do not, the last line says how many (`more`, with `{n}`).
pub(super) fn draw(rows: &[Row<'_>], more: Word, pen: &mut Pen<'_>) {
    let lang = pen.look.lang;
    let columns = columns(rows, pen.width());
    let scale = rows.iter().filter_map(|r| r.bar.ok()).max().unwrap_or(0);
    let room = usize::from(pen.height());
    let shown = if rows.len() > room {
        room.saturating_sub(1)
    } else {
        rows.len()
    };
    for (y, row) in (0..pen.height()).zip(&rows[..shown]) {
        line(row, y, &columns, scale, pen);
    }
    if shown < rows.len() && room > 0 {
        let text = more_of(rows.len() - shown, more, lang);
        let (all, style) = (pen.width(), pen.look.theme.quiet);
        pen.text(columns.mark, pen.height() - 1, all, &text, style);
    }
}

pub(super) fn more_of(n: usize, more: Word, lang: Lang) -> String {
    lang.fill(more, &[("n", &n.to_string())])
}

fn line(row: &Row<'_>, y: u16, columns: &Columns, scale: i64, pen: &mut Pen<'_>) {
    let look = pen.look;
    let style = if row.marked {
        look.theme.key
    } else {
        look.theme.text
    };
    if row.marked {
        pen.sign(0, y, look.sign("▸", ">"), look.theme.key);
    }
    pen.text(columns.mark, y, columns.label, row.label, style);
    let at = columns.mark + columns.label + 1;
    match row.bar {
        Ok(length) => {
            let style: Style = if row.marked {
                look.theme.heading.patch(look.theme.key)
            } else {
                look.theme.heading
            };
            pen.bar(at, y, columns.bar, length, scale, style);
            let mut x = at + columns.bar;
            for (figure, room) in row.figures.iter().zip(columns.figures) {
                let gap = u16::from(room > 0 && x > at);
                pen.text_right(x + gap, y, room, figure, style_of(row, pen));
                x += room + gap;
            }
        }
        Err(words) => {
            pen.text(at, y, u16::MAX, words, look.theme.missing);
        }
    }
}

fn style_of(row: &Row<'_>, pen: &Pen<'_>) -> Style {
    if row.marked {
        pen.look.theme.key
    } else {
        pen.look.theme.text
    }
}
