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
use crate::sheet::picture::Amount;
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    pub label: &'a str,
    pub amount: Amount,
}

/// Bars in the order given.
#[derive(Clone, Copy, Debug)]
pub struct Bars<'a> {
    pub rows: &'a [Bar<'a>],
    /// What the shares are shares of; without it, the sum of what is known.
    pub whole: Option<Cents>,
}

impl Bars<'_> {
    fn whole(&self) -> Cents {
        let known = || self.rows.iter().filter_map(|row| row.amount.known()).sum();
        self.whole.unwrap_or_else(known)
    }

    fn share(&self, Cents(part): Cents, lang: Lang) -> String {
        number::percent_short(part, self.whole().0, lang).unwrap_or_default()
    }
}

/// Rows that the whole picture takes.
pub fn height(bars: &Bars<'_>) -> u16 {
    u16::try_from(bars.rows.len()).unwrap_or(u16::MAX)
}

/// Draws as many bars as there are rows; the last row says how many are left out.
pub fn draw(bars: &Bars<'_>, area: Rect, buf: &mut Buffer, look: &Look) {
    let lang = look.lang;
    let lines: Vec<Row<'_>> = bars
        .rows
        .iter()
        .map(|bar| Row {
            label: bar.label,
            bar: bar
                .amount
                .known()
                .map(|Cents(c)| c)
                .ok_or(bar.amount.silence(lang)),
            figures: match bar.amount.known() {
                Some(cents) => [number::euro_short(cents.0, lang), bars.share(cents, lang)],
                None => Default::default(),
            },
            marked: false,
        })
        .collect();
    rows::draw(&lines, w::PICTURE_MORE, &mut Pen::new(area, buf, look));
}

/// The same figures as a table with its heading: label, exact amount, share.
pub fn table(bars: &Bars<'_>, lang: Lang) -> Vec<[String; 3]> {
    let head = [w::PICTURE_ITEM, w::PICTURE_AMOUNT, w::PICTURE_SHARE].map(|word| lang.say(word).to_owned());
    let rows = bars.rows.iter().map(|bar| {
        let share = bar.amount.known().map(|c| bars.share(c, lang));
        [
            bar.label.to_owned(),
            bar.amount.exact(lang),
            share.unwrap_or_default(),
        ]
    });
    std::iter::once(head).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::testing::{buffer, holds, lines};
    use ratatui::style::Modifier;

    const ROWS: [Bar<'static>; 5] = [
        bar("PNRR", Amount::Known(Cents(340_000_000))),
        bar(
            "Fondo per le opere indifferibili",
            Amount::Known(Cents(81_234_500)),
        ),
        bar("Regione", Amount::Known(Cents::ZERO)),
        bar("Privati", Amount::NotPublished),
        bar("Provincia", Amount::Known(Cents(120_000))),
    ];
    const BARS: Bars<'static> = Bars {
        rows: &ROWS,
        whole: None,
    };

    const fn bar(label: &'static str, amount: Amount) -> Bar<'static> {
        Bar { label, amount }
    }

    fn shown(columns: u16, rows: u16, ascii: bool) -> Vec<String> {
        let look = Look::plain(Lang::It, ascii);
        lines(columns, rows, |area, buf| draw(&BARS, area, buf, &look))
    }

    #[test]
    fn forty_columns() {
        let wanted = [
            "PNRR              █████████  3,4 mln 81%",
            "Fondo per le ope… ██▏       810 mila 19%",
            "Regione                            0  0%",
            "Privati           non pubblicato",
            "Provincia         ▏            1.200 <1%",
        ];
        assert_eq!(shown(40, 5, false), wanted);
    }

    #[test]
    fn eighty_columns_in_ascii() {
        let wanted = [
            "PNRR                             ##################################  3,4 mln 81%",
            "Fondo per le opere indifferibili ########                           810 mila 19%",
            "Regione                                                                    0  0%",
            "Privati                          non pubblicato",
            "Provincia                        #                                     1.200 <1%",
        ];
        assert_eq!(shown(80, 5, true), wanted);
    }

    #[test]
    fn a_hundred_and_twenty_columns_and_too_few_rows() {
        let found = shown(120, 3, false);
        assert_eq!(found[0].matches('█').count(), 74);
        assert!(found[0].ends_with("3,4 mln 81%"));
        assert_eq!(found[2], "e altre 3 righe");
    }

    #[test]
    fn without_room_for_bars_the_figures_stay() {
        assert_eq!(shown(24, 5, false)[0], "PNRR             3,4 mln");
    }

    #[test]
    fn what_is_missing_looks_missing_without_its_words_too() {
        let look = Look::plain(Lang::It, false);
        let buf = buffer(80, 5, |area, buf| draw(&BARS, area, buf, &look));
        let italic = |x, y| buf[(x, y)].modifier.contains(Modifier::ITALIC);
        assert!(italic(33, 3) && !italic(33, 0) && !italic(68, 2));
    }

    #[test]
    fn any_size() {
        holds(|area, buf, look| draw(&BARS, area, buf, look));
    }

    #[test]
    fn as_a_table() {
        let table = table(
            &Bars {
                whole: Some(Cents(680_000_000)),
                ..BARS
            },
            Lang::It,
        );
        assert_eq!(table[0], ["Voce", "Importo", "Quota"]);
        assert_eq!(table[1], ["PNRR", "3.400.000 euro", "50%"]);
        assert_eq!(table[4], ["Privati", "non pubblicato", ""]);
    }
}
