//! The figures that the full screen draws, as sentences: one line a bar.

use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::sheet::picture::{Band, Picture, Share, Sizes};
use crate::sheet::{PartId, projects_said};
use crate::text::number::euro_words;

/// What a picture says that no sentence or table of its part does.
pub fn lines(part: PartId, picture: &Picture, lang: Lang) -> Vec<String> {
    match picture {
        Picture::Share(share) if part == PartId::Paid => vec![paid(share, lang)],
        Picture::Sizes(it) => sizes(it, lang),
        _ => Vec::new(),
    }
}

fn paid(share: &Share, lang: Lang) -> String {
    let values = [
        ("paid", &*euro_words(share.paid.0, lang)),
        ("funded", &euro_words(share.funded.0, lang)),
    ];
    lang.fill(w::LINEAR_FIGURES_PAID, &values)
}

/// How many projects there are of each size, and where the one at hand stands.
fn sizes(sizes: &Sizes, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = sizes.bands().map(|band| line(band, lang)).collect();
    if sizes.unknown > 0 {
        let count = projects_said(sizes.unknown as usize, lang);
        lines.push(lang.fill(w::LINEAR_FIGURES_UNKNOWN, &[("count", &count)]));
    }
    lines
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
