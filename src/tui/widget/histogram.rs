//! How many projects there are of each size, and where the one at hand stands.
//!
//! ```text
//!   sotto 10 mila        ██                     41
//!   10 - 100 mila        ████████████▌         312
//! ▸ 100 mila - 1 mln     ████████████████████  490
//! ```

use super::Look;
use super::pen::Pen;
use super::rows::{self, Row};
use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::sheet::Table;
use crate::sheet::picture::{Band, Sizes};
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows that the whole picture takes.
pub fn height(sizes: &Sizes) -> usize {
    sizes.counts.len() + usize::from(sizes.unknown > 0) + usize::from(sizes.current.is_some())
}

fn label(band: Band, lang: Lang) -> String {
    let say = |cents: Cents| number::euro_short(cents.0, lang);
    match (band.from.map(say), band.to.map(say)) {
        (None, to) => lang.fill(w::PICTURE_BELOW, &[("to", &to.unwrap_or_default())]),
        (Some(from), Some(to)) => {
            // "10 - 100 mila": a unit that both have is said once.
            let unit = to.trim_start_matches(|c: char| !c.is_alphabetic() && c != ' ');
            let from = from.strip_suffix(unit).unwrap_or(&from);
            lang.fill(w::PICTURE_BETWEEN, &[("from", from), ("to", &to)])
        }
        (Some(from), None) => lang.fill(w::PICTURE_FROM, &[("from", &from)]),
    }
}

/// The bands, that of the project at hand marked; then those without an amount.
fn bands(sizes: &Sizes, lang: Lang) -> Vec<Row> {
    let row = |label, count, marked| Row {
        label,
        length: i64::from(count),
        figures: [number::integer(i64::from(count), lang), String::new()],
        marked,
    };
    let bands = sizes.bands().map(|b| row(label(b, lang), b.count, b.own));
    let unknown = || row(lang.say(w::PICTURE_NO_AMOUNT).to_owned(), sizes.unknown, false);
    bands.chain((sizes.unknown > 0).then(unknown)).collect()
}

/// Draws the bands, those without an amount, and what the mark before a band means.
pub fn draw(sizes: &Sizes, area: Rect, buf: &mut Buffer, look: &Look) {
    let lines = bands(sizes, look.lang);
    rows::draw(&lines, area, buf, look);
    let below = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    if sizes.current.is_some() {
        let mut pen = Pen::new(area, buf, look);
        pen.text(0, below, look.glyphs.selected, look.theme.key);
        pen.text(2, below, look.lang.say(w::PICTURE_OWN_BAND), look.theme.key);
    }
}

/// The same figures as a table: band, projects and, where there is one, the mark of the project at
/// hand.
pub fn table(sizes: &Sizes, lang: Lang) -> Table {
    let rows = bands(sizes, lang).into_iter().map(|row| {
        let own = if row.marked {
            lang.say(w::PICTURE_OWN_BAND)
        } else {
            ""
        };
        let [count, _] = row.figures;
        vec![row.label, count, own.to_owned()]
    });
    let head = [w::PICTURE_BAND, w::PICTURE_PROJECTS, w::PICTURE_OWN];
    let mut table = Table::of(head, [false, true, false], rows, lang);
    if sizes.current.is_none() {
        let cells = std::iter::once(&mut table.head).chain(&mut table.rows);
        cells.for_each(|cells| cells.truncate(2));
        table.right.truncate(2);
    }
    table
}
