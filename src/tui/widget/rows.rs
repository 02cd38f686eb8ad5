//! Lines of label, bar and figures, one below the other: the frame of bars and histogram.
//!
//! ```text
//! > Istruzione      ██████████▍        3,4 mln  34%
//! ```

use super::pen::Pen;
use super::{Look, width};
use crate::lang::{Lang, Word, w};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(super) struct Row {
    pub label: String,
    pub length: i64,
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

fn columns(rows: &[Row], all: u16) -> Columns {
    let widest = |of: &dyn Fn(&Row) -> u16| rows.iter().map(of).max().unwrap_or(0);
    let mark = if rows.iter().any(|r| r.marked) { 2 } else { 0 };
    let longest = widest(&|r| width(&r.label));
    // A name is seen whole where the bar then still has half of the line.
    let most = if all >= 70 { all / 2 } else { (all * 2 / 5).max(17) };
    let mut label = longest.min(most);
    let mut figures = [0, 1].map(|i| widest(&|r| width(&r.figures[i])));
    let left = |figures: [u16; 2], label: u16| {
        let behind: u16 = figures.iter().filter(|n| **n > 0).map(|n| n + 1).sum();
        all.saturating_sub(mark + label + 1 + behind)
    };
    if left(figures, label) < LEAST_BAR {
        figures[1] = 0;
    }
    let mut bar = left(figures, label);
    if bar < LEAST_BAR {
        (label, bar) = (longest.min(left(figures, 0) + 1), 0);
    }
    Columns {
        mark,
        label,
        bar,
        figures,
    }
}

/// Draws as many rows as fit; when some do not, the last line says how many.
pub(super) fn draw(rows: &[Row], area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let columns = columns(rows, pen.area.width);
    let scale = rows.iter().map(|row| row.length).max().unwrap_or(0);
    let mut shown = usize::from(pen.area.height);
    if shown < rows.len() {
        shown = shown.saturating_sub(1);
        let text = more_of(rows.len() - shown, w::PICTURE_MORE, look.lang);
        let last = pen.area.height.saturating_sub(1);
        pen.text(columns.mark, last, &text, look.theme.quiet);
    }
    for (y, row) in (0..pen.area.height).zip(rows.iter().take(shown)) {
        line(row, y, &columns, scale, &mut pen);
    }
}

/// How many are left out.
pub(super) fn more_of(n: usize, more: Word, lang: Lang) -> String {
    lang.fill(more, &[("n", &n.to_string())])
}

fn line(row: &Row, y: u16, columns: &Columns, scale: i64, pen: &mut Pen<'_>) {
    let theme = pen.look.theme;
    let (words, bar) = match row.marked {
        true => (theme.key, theme.heading.patch(theme.key)),
        false => (theme.text, theme.heading),
    };
    if row.marked {
        pen.text(0, y, pen.look.glyphs.selected, theme.key);
    }
    pen.text_in(columns.mark, y, columns.label, &row.label, words);
    let at = columns.mark + columns.label + 1;
    pen.bar(at, y, columns.bar, row.length, scale, bar);
    let mut x = at + columns.bar;
    for (figure, room) in row.figures.iter().zip(columns.figures) {
        let gap = u16::from(room > 0 && x > at);
        let role = if row.marked { words } else { theme.figure };
        pen.text_right(x + gap, y, room, figure, role);
        x += room + gap;
    }
}
