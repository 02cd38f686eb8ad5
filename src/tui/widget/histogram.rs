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
use crate::sheet::picture::{Band, Sizes};
use crate::text::number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows that the whole picture takes.
pub fn height(sizes: &Sizes) -> u16 {
    let legend = usize::from(sizes.current.is_some());
    let rows = sizes.counts.len() + usize::from(sizes.unknown > 0) + legend;
    u16::try_from(rows).unwrap_or(u16::MAX)
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

/// Each band with its name, its count and whether the current project is in it; then those
/// without an amount.
fn bands(sizes: &Sizes, lang: Lang) -> Vec<(String, u32, bool)> {
    let named = |band: Band| (label(band, lang), band.count, band.own);
    let mut bands: Vec<_> = sizes.bands().map(named).collect();
    if sizes.unknown > 0 {
        let name = lang.say(w::PICTURE_NO_AMOUNT).to_owned();
        bands.push((name, sizes.unknown, false));
    }
    bands
}

/// Draws the bands, those without an amount, and what the mark before a band means.
pub fn draw(sizes: &Sizes, area: Rect, buf: &mut Buffer, look: &Look) {
    let lang = look.lang;
    let bands = bands(sizes, lang);
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
        pen.sign(0, below, look.sign("▸", ">"), look.theme.key);
        pen.text(2, below, all, lang.say(w::PICTURE_OWN_BAND), look.theme.key);
    }
}

/// The same figures as a table with its heading: band, projects, whether the current one is in it.
pub fn table(sizes: &Sizes, lang: Lang) -> Vec<[String; 3]> {
    let head = [
        lang.say(w::PICTURE_BAND),
        lang.say(w::PICTURE_PROJECTS),
        lang.say(w::PICTURE_OWN),
    ];
    let rows = bands(sizes, lang).into_iter().map(|(name, count, own)| {
        let own = if own { lang.say(w::PICTURE_OWN_BAND) } else { "" };
        [name, number::integer(i64::from(count), lang), own.to_owned()]
    });
    std::iter::once(head.map(str::to_owned)).chain(rows).collect()
}
