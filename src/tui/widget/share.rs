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
use crate::model::Cents;
use crate::sheet::picture::{Amount, Share};
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows that the whole picture takes: bar and sentence.
pub const HEIGHT: u16 = 2;

impl Share {
    /// Both amounts, where they make a share.
    fn parts(&self) -> Option<(i64, i64)> {
        match (self.paid, self.funded) {
            (Amount::Known(Cents(paid)), Amount::Known(Cents(funded))) if paid >= 0 && funded > 0 => {
                Some((paid, funded))
            }
            _ => None,
        }
    }

    fn per_cent(&self, lang: Lang) -> String {
        let share = |(paid, funded)| number::percent_short(paid, funded, lang);
        self.parts().and_then(share).unwrap_or_default()
    }

    /// The same in sentences, the longest first.
    fn sentences(&self, (paid, funded): (i64, i64), lang: Lang) -> [String; 3] {
        let long = if paid > funded {
            w::PICTURE_PAID_OVER
        } else {
            w::PICTURE_PAID_OF
        };
        let fill = |word, say: fn(Amount, Lang) -> String| {
            let (paid, funded) = (say(self.paid, lang), say(self.funded, lang));
            lang.fill(word, &[("paid", &paid), ("funded", &funded)])
        };
        [
            fill(long, Amount::words),
            fill(w::PICTURE_PAID_OF, Amount::words),
            fill(w::PICTURE_PAID_OF, Amount::short),
        ]
    }
}

/// The bar, and below it the sentence in the longest form that fits. Where there is no share
/// there is no bar, so that nothing looks like nought: both amounts stand in words.
pub fn draw(share: &Share, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut pen = Pen::new(area, buf, look);
    let all = pen.width();
    let Some(parts) = share.parts() else {
        amounts(share, &mut pen);
        return;
    };
    bar(parts, &share.per_cent(look.lang), &mut pen);
    let sentences = share.sentences(parts, look.lang);
    let fits = sentences.iter().find(|text| width(text) <= all);
    pen.text(0, 1, all, fits.unwrap_or(&sentences[2]), look.theme.text);
}

fn amounts(share: &Share, pen: &mut Pen<'_>) {
    let (look, all) = (pen.look, pen.width());
    let rows = [(w::PICTURE_PAID, share.paid), (w::PICTURE_FUNDED, share.funded)];
    for (y, (name, amount)) in (0..).zip(rows) {
        let used = pen.text(0, y, all, look.lang.say(name), look.theme.text);
        let used = used + pen.text(used, y, all, ": ", look.theme.text);
        let style = if amount.known().is_some() {
            look.theme.text
        } else {
            look.theme.missing
        };
        pen.text(used, y, all, &amount.words(look.lang), style);
    }
}

fn bar((paid, funded): (i64, i64), per_cent: &str, pen: &mut Pen<'_>) {
    let (look, all) = (pen.look, pen.width());
    let cells = all.saturating_sub(width(per_cent) + 1);
    pen.text_right(0, 0, all, per_cent, look.theme.title);
    let filled = pen.bar(0, 0, cells, paid, paid.max(funded), look.theme.heading);
    pen.fill(filled, 0, cells - filled, look.sign("░", "."), look.theme.quiet);
    if paid > funded && cells > 0 {
        let end = i128::from(funded) * i128::from(cells) / i128::from(paid);
        let end = u16::try_from(end).unwrap_or(0).min(cells - 1);
        pen.sign(end, 0, look.sign("│", "|"), look.theme.key);
        pen.fill(
            end + 1,
            0,
            cells - end - 1,
            look.sign("▓", "+"),
            look.theme.heading,
        );
    }
}

/// The same figures as a table with its heading: paid, funded, per cent.
pub fn table(share: &Share, lang: Lang) -> Vec<[String; 3]> {
    let head = [w::PICTURE_PAID, w::PICTURE_FUNDED, w::PICTURE_SHARE].map(|word| lang.say(word).to_owned());
    let row = [
        share.paid.exact(lang),
        share.funded.exact(lang),
        share.per_cent(lang),
    ];
    vec![head, row]
}
