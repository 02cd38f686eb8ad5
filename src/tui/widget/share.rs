//! How much of the money has been paid: one bar, its per cent, and a sentence.
//!
//! ```text
//! ████████████▍░░░░░░░░░░░░░░░░░░░░  38%
//! Pagati circa 1,3 milioni di euro su 3,4 milioni di euro
//! ```
//! Above a hundred per cent the bar shows where the funding ended: `█████████│▓▓▓▓  140%`.

use super::pen::Pen;
use super::{Look, width};
use crate::lang::{Lang, w};
use crate::sheet::Table;
use crate::sheet::picture::Share;
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows that the whole picture takes: bar and sentence.
pub const HEIGHT: usize = 2;

fn per_cent(share: &Share, lang: Lang) -> String {
    number::percent_short(share.paid.0, share.funded.0, lang).unwrap_or_default()
}

/// The same in sentences, the longest first.
fn sentences(share: &Share, lang: Lang) -> [String; 3] {
    let long = match share.paid > share.funded {
        true => w::PICTURE_PAID_OVER,
        false => w::PICTURE_PAID_OF,
    };
    let fill = |word, say: fn(i64, Lang) -> String| {
        let (paid, funded) = (say(share.paid.0, lang), say(share.funded.0, lang));
        lang.fill(word, &[("paid", &paid), ("funded", &funded)])
    };
    [
        fill(long, number::euro_words),
        fill(w::PICTURE_PAID_OF, number::euro_words),
        fill(w::PICTURE_PAID_OF, number::euro_short),
    ]
}

/// The bar, and below it the sentence in the longest form that fits.
pub fn draw(share: &Share, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let (paid, funded) = (share.paid.0, share.funded.0);
    let per_cent = per_cent(share, look.lang);
    let cells = pen.area.width.saturating_sub(width(&per_cent) + 1);
    pen.text_right(0, 0, pen.area.width, &per_cent, look.theme.title);
    let filled = pen.bar(0, 0, cells, paid, paid.max(funded), look.theme.heading);
    pen.fill(filled, 0, cells - filled, look.sign("░", "."), look.theme.quiet);
    if paid > funded && cells > 0 {
        let end = i128::from(funded) * i128::from(cells) / i128::from(paid);
        let end = u16::try_from(end).unwrap_or(0).min(cells - 1);
        pen.text(end, 0, look.sign("│", "|"), look.theme.key);
        let over = look.sign("▓", "+");
        pen.fill(end + 1, 0, cells - end - 1, over, look.theme.heading);
    }
    let sentences = sentences(share, look.lang);
    let fits = sentences.iter().find(|text| width(text) <= pen.area.width);
    pen.text(0, 1, fits.unwrap_or(&sentences[2]), look.theme.text);
}

/// The same figures as a table: paid, funded, per cent.
pub fn table(share: &Share, lang: Lang) -> Table {
    let [paid, funded] = [share.paid, share.funded].map(|amount| number::euro(amount.0, lang));
    let head = [w::PICTURE_PAID, w::PICTURE_FUNDED, w::PICTURE_SHARE];
    Table::of(head, [true; 3], [vec![paid, funded, per_cent(share, lang)]], lang)
}
