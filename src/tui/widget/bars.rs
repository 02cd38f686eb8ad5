//! Amounts as horizontal bars, in the order given: whose money it is, which mission it serves.
//!
//! ```text
//! PNRR             ████████████████  3,4 mln  68%
//! Comune           ███████▌          1,6 mln  32%
//! Regione                                  0   0%
//! ```
//! A zero has a figure and no bar.

use super::Look;
use super::rows::{self, Row};
use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::sheet::Table;
use crate::sheet::picture::Parts;
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What an amount is of the whole; where none is told, of the sum.
fn share(parts: &Parts, Cents(part): Cents, lang: Lang) -> String {
    let sum = || parts.rows.iter().map(|(_, amount)| *amount).sum();
    let whole = parts.whole.unwrap_or_else(sum);
    number::percent_short(part, whole.0, lang).unwrap_or_default()
}

/// Draws as many bars as there are rows; the last row says how many are left out.
pub fn draw(bars: &Parts, area: Rect, buf: &mut Buffer, look: &Look) {
    let line = |(label, amount): &(String, Cents)| Row {
        label: label.clone(),
        length: amount.0,
        figures: [
            number::euro_short(amount.0, look.lang),
            share(bars, *amount, look.lang),
        ],
        marked: false,
    };
    let lines: Vec<Row> = bars.rows.iter().map(line).collect();
    rows::draw(&lines, area, buf, look);
}

/// The same for how many there are of each.
pub fn counts(counts: &[(String, u64)], area: Rect, buf: &mut Buffer, look: &Look) {
    let line = |(label, count): &(String, u64)| Row {
        label: label.clone(),
        length: i64::try_from(*count).unwrap_or(i64::MAX),
        figures: [count.to_string(), String::new()],
        marked: false,
    };
    rows::draw(&counts.iter().map(line).collect::<Vec<_>>(), area, buf, look);
}

/// How many there are of each, as a table.
pub fn counted(counts: &[(String, u64)], lang: Lang) -> Table {
    let rows = counts
        .iter()
        .map(|(label, count)| vec![label.clone(), count.to_string()]);
    Table::of([w::PICTURE_ITEM, w::REPORT_PEOPLE], [false, true], rows, lang)
}

/// The same figures as a table: label, exact amount, share.
pub fn table(bars: &Parts, lang: Lang) -> Table {
    let row = |(label, amount): &(String, Cents)| {
        let share = share(bars, *amount, lang);
        vec![label.clone(), number::euro(amount.0, lang), share]
    };
    let head = [w::PICTURE_ITEM, w::PICTURE_AMOUNT, w::PICTURE_SHARE];
    let rows = bars.rows.iter().map(row);
    Table::of(head, [false, true, true], rows, lang)
}
