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
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Ten thousand, a hundred thousand, one and ten millions of euro.
pub const LIMITS: [Cents; 4] = [
    Cents(1_000_000),
    Cents(10_000_000),
    Cents(100_000_000),
    Cents(1_000_000_000),
];

/// Projects by size.
#[derive(Clone, Copy, Debug)]
pub struct Histogram<'a> {
    /// Where one band ends and the next begins, ascending; a limit belongs to the upper band.
    pub limits: &'a [Cents],
    /// Projects in each band, one more than there are limits, as [`count`] gives them.
    pub counts: &'a [u32],
    /// Projects without a published amount.
    pub unknown: u32,
    /// The amount of the project at hand, whose band is marked.
    pub current: Option<Cents>,
}

/// The band that an amount falls in.
pub fn band(amount: Cents, limits: &[Cents]) -> usize {
    limits.partition_point(|limit| *limit <= amount)
}

/// Counts amounts by band.
pub fn count(amounts: impl IntoIterator<Item = Cents>, limits: &[Cents]) -> Vec<u32> {
    let mut counts = vec![0; limits.len() + 1];
    for amount in amounts {
        counts[band(amount, limits)] += 1;
    }
    counts
}

/// Rows that the whole picture takes.
pub fn height(histogram: &Histogram<'_>) -> u16 {
    let legend = usize::from(histogram.current.is_some());
    let rows = histogram.counts.len() + usize::from(histogram.unknown > 0) + legend;
    u16::try_from(rows).unwrap_or(u16::MAX)
}

fn label(limits: &[Cents], band: usize, lang: Lang) -> String {
    let say = |at: usize| limits.get(at).map(|c| number::euro_short(c.0, lang));
    match (band.checked_sub(1).and_then(say), say(band)) {
        (None, Some(to)) => lang.fill(w::PICTURE_BELOW, &[("to", &to)]),
        (Some(from), Some(to)) => {
            // "10 - 100 mila": a unit that both have is said once.
            let unit = to.trim_start_matches(|c: char| !c.is_alphabetic() && c != ' ');
            let from = from.strip_suffix(unit).unwrap_or(&from);
            lang.fill(w::PICTURE_BETWEEN, &[("from", from), ("to", &to)])
        }
        (Some(from), None) => lang.fill(w::PICTURE_FROM, &[("from", &from)]),
        (None, None) => lang.say(w::PICTURE_ANY).to_owned(),
    }
}

/// Each band with its name, its count and whether the current project is in it; then those
/// without an amount.
fn bands(histogram: &Histogram<'_>, lang: Lang) -> Vec<(String, u32, bool)> {
    let limits = histogram.limits;
    let current = histogram.current.map(|amount| band(amount, limits));
    let mut bands: Vec<_> = (0..)
        .zip(histogram.counts)
        .map(|(i, count)| (label(limits, i, lang), *count, current == Some(i)))
        .collect();
    if histogram.unknown > 0 {
        let name = lang.say(w::PICTURE_NO_AMOUNT).to_owned();
        bands.push((name, histogram.unknown, false));
    }
    bands
}

/// Draws the bands, those without an amount, and what the mark before a band means.
pub fn draw(histogram: &Histogram<'_>, area: Rect, buf: &mut Buffer, look: &Look) {
    let lang = look.lang;
    let bands = bands(histogram, lang);
    let lines: Vec<Row<'_>> = bands
        .iter()
        .map(|(label, count, marked)| Row {
            label,
            bar: Ok(i64::from(*count)),
            figures: [number::integer(i64::from(*count), lang), String::new()],
            marked: *marked,
        })
        .collect();
    rows::draw(&lines, w::PICTURE_MORE, &mut Pen::new(area, buf, look));
    let below = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    if lines.iter().any(|line| line.marked) && below < area.height {
        let mut pen = Pen::new(area, buf, look);
        let all = pen.width();
        pen.sign(0, below, look.sign("▸", ">"), look.mark);
        pen.text(2, below, all, lang.say(w::PICTURE_OWN_BAND), look.mark);
    }
}

/// The same figures as a table with its heading: band, projects, whether the current one is in it.
pub fn table(histogram: &Histogram<'_>, lang: Lang) -> Vec<[String; 3]> {
    let head = [
        lang.say(w::PICTURE_BAND),
        lang.say(w::PICTURE_PROJECTS),
        lang.say(w::PICTURE_OWN),
    ];
    let rows = bands(histogram, lang).into_iter().map(|(name, count, own)| {
        let own = if own { lang.say(w::PICTURE_OWN_BAND) } else { "" };
        [name, number::integer(i64::from(count), lang), own.to_owned()]
    });
    std::iter::once(head.map(str::to_owned)).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::testing::{buffer, holds, lines};
    use ratatui::style::Modifier;

    const COUNTS: [u32; 5] = [41, 1_312, 2_490, 711, 0];

    fn histogram() -> Histogram<'static> {
        Histogram {
            limits: &LIMITS,
            counts: &COUNTS,
            unknown: 3_800,
            current: Some(Cents(34_000_000)),
        }
    }

    fn shown(columns: u16, ascii: bool, lang: Lang) -> Vec<String> {
        let look = Look::plain(lang, ascii);
        let histogram = histogram();
        lines(columns, height(&histogram), |area, buf| {
            draw(&histogram, area, buf, &look)
        })
    }

    #[test]
    fn forty_columns() {
        let wanted = [
            "  sotto 10 mila    ▏                  41",
            "  10 - 100 mila    █████▏          1.312",
            "▸ 100 mila - 1 mln █████████▉      2.490",
            "  1 - 10 mln       ██▊               711",
            "  da 10 mln in su                      0",
            "  senza importo    ███████████████ 3.800",
            "▸ qui c'è questo progetto",
        ];
        assert_eq!(shown(40, false, Lang::It), wanted);
    }

    #[test]
    fn eighty_columns_in_ascii_and_a_hundred_and_twenty() {
        let found = shown(80, true, Lang::En);
        assert_eq!(
            found[1].trim_start_matches("  10 - 100K   "),
            format!("{:61}1,312", "#".repeat(21))
        );
        assert_eq!(found[6], "> this project is here");
        let found = shown(120, false, Lang::It);
        assert!(found[5].contains(&"█".repeat(90)) && found[5].ends_with(" 3.800"));
    }

    #[test]
    fn the_own_band_stands_out() {
        let (look, histogram) = (Look::plain(Lang::It, false), histogram());
        let buf = buffer(60, 7, |area, buf| draw(&histogram, area, buf, &look));
        let bold = |y| buf[(2, y)].modifier.contains(Modifier::BOLD);
        assert!(bold(2) && bold(6) && !bold(1));
    }

    #[test]
    fn a_limit_belongs_to_the_upper_band() {
        let amounts = [0, 999_999, 1_000_000, 99_999_999, 1_000_000_000].map(Cents);
        assert_eq!(count(amounts, &LIMITS), [2, 1, 1, 0, 1]);
        assert_eq!(count(amounts, &[]), [5]);
    }

    #[test]
    fn any_size() {
        holds(|area, buf, look| draw(&histogram(), area, buf, look));
        let odd = Histogram {
            limits: &[],
            counts: &COUNTS,
            ..histogram()
        };
        holds(|area, buf, look| draw(&odd, area, buf, look));
    }

    #[test]
    fn as_a_table() {
        let table = table(&histogram(), Lang::It);
        assert_eq!(table[0], ["Euro", "Progetti", "Questo progetto"]);
        assert_eq!(table[3], ["100 mila - 1 mln", "2.490", "qui c'è questo progetto"]);
        assert_eq!(table[6], ["senza importo", "3.800", ""]);
    }
}
