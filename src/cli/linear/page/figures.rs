//! The figures that the full screen draws, as sentences: one line a bar.

use super::{Page, Part, Said};
use crate::lang::{Lang, Word, w};
use crate::model::{Brief, Cents};
use crate::sheet::picture::{Band, Paid, Sizes};
use crate::sheet::projects_said;
use crate::text::number::euro_words;

/// What is paid of the projects of a page, and how many there are of each size; they stand
/// before the small print, as on the screen.
pub fn add<'a>(page: &mut Page, briefs: impl Iterator<Item = &'a Brief> + Clone, lang: Lang) {
    if let Some(paid) = Paid::of(briefs.clone()) {
        let values = [
            ("paid", &*euro_words(paid.paid.0, lang)),
            ("funded", &euro_words(paid.funded.0, lang)),
        ];
        let lines = vec![lang.fill(w::LINEAR_FIGURES_PAID, &values), paid.counted(lang)];
        part(page, w::SHEET_PICTURE_PAID, lines, lang);
    }
    if let Some(sizes) = Sizes::of(briefs, None) {
        add_sizes(page, w::SHEET_PICTURE_SIZES, &sizes, lang);
    }
}

/// How many projects there are of each size, and where the one at hand stands.
pub fn add_sizes(page: &mut Page, heading: Word, sizes: &Sizes, lang: Lang) {
    let mut lines: Vec<String> = sizes.bands().map(|band| line(band, lang)).collect();
    if sizes.unknown > 0 {
        let count = projects_said(sizes.unknown as usize, lang);
        lines.push(lang.fill(w::LINEAR_FIGURES_UNKNOWN, &[("count", &count)]));
    }
    part(page, heading, lines, lang);
}

/// "Da 10 mila euro a 100 mila euro: 312 progetti."
fn line(band: Band, lang: Lang) -> String {
    let say = |cents: Option<Cents>| cents.map_or_else(String::new, |c| euro_words(c.0, lang));
    let word = match (band.from, band.to) {
        (None, _) => w::LINEAR_FIGURES_BELOW,
        (Some(_), Some(_)) => w::LINEAR_FIGURES_BETWEEN,
        (Some(_), None) => w::LINEAR_FIGURES_FROM,
    };
    let (from, to) = (say(band.from), say(band.to));
    let count = projects_said(band.count as usize, lang);
    let line = lang.fill(word, &[("from", &from), ("to", &to), ("count", &count)]);
    match band.own {
        true => format!("{line} {}", lang.say(w::LINEAR_FIGURES_OWN)),
        false => line,
    }
}

fn part(page: &mut Page, heading: Word, lines: Vec<String>, lang: Lang) {
    let small = [w::SHEET_KNOWN, w::SHEET_SOURCES];
    let end = page.parts.len();
    let at = small.iter().filter_map(|word| page.part(&[*word], lang)).min();
    let part = Part {
        heading: lang.say(heading).to_owned(),
        lines: lines.into_iter().map(Said::table).collect(),
    };
    page.parts.insert(at.unwrap_or(end), part);
}
