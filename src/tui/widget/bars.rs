//! Amounts as horizontal bars, in the order given: whose money it is, which mission it serves.
//!
//! ```text
//! PNRR             ████████████████  3,4 mln  68%
//! Comune           ███████▌          1,6 mln  32%
//! Regione                                  0   0%
//! Privati          non pubblicato
//! ```
//! A zero has a figure and no bar; a missing amount has words in their place.

use super::Look;
use super::pen::Pen;
use super::rows::{self, Row};
use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::sheet::picture::Parts;
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What an amount is of the whole; where none is told, of the sum of what is known.
fn share(parts: &Parts, Cents(part): Cents, lang: Lang) -> String {
    let known = || parts.rows.iter().filter_map(|(_, amount)| amount.known()).sum();
    let whole = parts.whole.unwrap_or_else(known);
    number::percent_short(part, whole.0, lang).unwrap_or_default()
}

/// Rows that the whole picture takes.
pub fn height(bars: &Parts) -> u16 {
    u16::try_from(bars.rows.len()).unwrap_or(u16::MAX)
}

/// Draws as many bars as there are rows; the last row says how many are left out.
pub fn draw(bars: &Parts, area: Rect, buf: &mut Buffer, look: &Look) {
    let lang = look.lang;
    let lines: Vec<Row<'_>> = bars
        .rows
        .iter()
        .map(|(label, amount)| Row {
            label,
            bar: amount.known().map(|Cents(c)| c).ok_or(amount.silence(lang)),
            figures: match amount.known() {
                Some(cents) => [number::euro_short(cents.0, lang), share(bars, cents, lang)],
                None => Default::default(),
            },
            marked: false,
        })
        .collect();
    rows::draw(&lines, w::PICTURE_MORE, &mut Pen::new(area, buf, look));
}

/// The same figures as a table with its heading: label, exact amount, share.
pub fn table(bars: &Parts, lang: Lang) -> Vec<[String; 3]> {
    let head = [w::PICTURE_ITEM, w::PICTURE_AMOUNT, w::PICTURE_SHARE].map(|word| lang.say(word).to_owned());
    let rows = bars.rows.iter().map(|(label, amount)| {
        let share = amount.known().map(|cents| share(bars, cents, lang));
        [label.clone(), amount.exact(lang), share.unwrap_or_default()]
    });
    std::iter::once(head).chain(rows).collect()
}
