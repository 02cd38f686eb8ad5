//! The figures that pages draw, counted once: for the picture, for its table, and for those who
//! hear them line by line.

pub mod atlas;
pub mod classes;
pub mod raster;
pub mod years;

use super::qr::Code;
use crate::explain;
use crate::lang::{Lang, w};
use crate::model::{Brief, Cents, ComuneCode, Submeasure};
use crate::snapshot::Catalogue;
use crate::text::number;
use jiff::civil::Date;

/// A picture of a page, as its figures: a screen draws them, and the same figures stand in a
/// table for those who cannot see the drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Bars(Parts),
    /// How many of each, by name.
    Counts(Vec<(String, u64)>),
    Share(Share),
    Timeline(Passages),
    Sizes(Sizes),
    /// A code to photograph.
    Code(Code),
}

/// Amounts side by side, by name; their shares are shares of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    pub rows: Vec<(String, Cents)>,
    pub whole: Option<Cents>,
}

/// What was paid, of what was set aside; neither is below nought, and something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub paid: Cents,
    pub funded: Cents,
}

/// From when to when; either end may be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub start: Option<Date>,
    pub end: Option<Date>,
}

/// The project first, then its phases, each with what was planned and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Passages {
    pub steps: Vec<(String, Period, Period)>,
    pub today: Date,
    /// The date of the data.
    pub data: Option<Date>,
}

/// Ten thousand, a hundred thousand, one and ten millions of euro: where one band ends and the
/// next begins. A limit belongs to the upper band.
pub const LIMITS: [Cents; 4] = [
    Cents(1_000_000),
    Cents(10_000_000),
    Cents(100_000_000),
    Cents(1_000_000_000),
];

/// Fewer amounts are a list and have no shape.
const LEAST_AMOUNTS: usize = 5;

/// Projects by size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Projects in each band.
    pub counts: [u32; LIMITS.len() + 1],
    /// Projects without a published amount.
    pub unknown: u32,
    /// The amount of the project at hand.
    pub current: Option<Cents>,
}

/// Projects from an amount on, up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub from: Option<Cents>,
    pub to: Option<Cents>,
    pub count: u32,
    /// The project at hand is one of them.
    pub own: bool,
}

impl Sizes {
    /// `None` where there are too few amounts.
    pub fn of<'a>(briefs: impl Iterator<Item = &'a Brief>, current: Option<Cents>) -> Option<Sizes> {
        let mut sizes = Sizes {
            current,
            ..Sizes::default()
        };
        let mut known = 0;
        for brief in briefs {
            match brief.total {
                Some(total) => {
                    (known, sizes.counts[band(total)]) = (known + 1, sizes.counts[band(total)] + 1)
                }
                None => sizes.unknown += 1,
            }
        }
        (known >= LEAST_AMOUNTS).then_some(sizes)
    }

    /// The bands from the smallest amounts to the greatest.
    pub fn bands(&self) -> impl Iterator<Item = Band> + '_ {
        let own = self.current.map(band);
        let limit = |at: Option<usize>| at.and_then(|at| LIMITS.get(at).copied());
        self.counts.iter().enumerate().map(move |(i, count)| Band {
            from: limit(i.checked_sub(1)),
            to: limit(Some(i)),
            count: *count,
            own: own == Some(i),
        })
    }
}

fn band(amount: Cents) -> usize {
    LIMITS.partition_point(|limit| *limit <= amount)
}

/// What is paid of the projects that publish both funding and payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    pub paid: Cents,
    pub funded: Cents,
    /// Projects whose payments are published.
    pub counted: usize,
    /// All of them.
    pub all: usize,
}

impl Paid {
    /// `None` where nothing is paid.
    pub fn of<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Option<Paid> {
        let mut sum = Paid {
            paid: Cents::ZERO,
            funded: Cents::ZERO,
            counted: 0,
            all: 0,
        };
        for brief in briefs {
            sum.all += 1;
            // The sums of a search and of the sentences: two shares of one comune are no answer.
            sum.paid += brief.paid.unwrap_or_default();
            sum.funded += brief.total.unwrap_or_default();
            sum.counted += usize::from(brief.paid.is_some());
        }
        (sum.paid.0 > 0).then_some(sum)
    }

    /// Of how many of the projects the payments are known, as a sentence.
    pub fn counted(&self, lang: Lang) -> String {
        let figure = |n: usize| number::count(n, lang);
        let (count, all) = (figure(self.counted), figure(self.all));
        lang.fill(w::SHEET_PICTURE_PAID_COUNTED, &[("count", &count), ("all", &all)])
    }
}

/// The projects of a comune alone.
pub fn own_projects(catalogue: &Catalogue, code: ComuneCode) -> impl Iterator<Item = &Brief> + Clone {
    let briefs = catalogue.regional();
    briefs.filter(move |brief| explain::is_own(brief, code))
}

/// The projects of a measure.
pub fn projects_of<'a>(
    catalogue: &'a Catalogue,
    code: &'a Submeasure,
) -> impl Iterator<Item = &'a Brief> + Clone + 'a {
    let of = move |brief: &&Brief| catalogue.measure_of(brief).is_some_and(|m| m.code == *code);
    catalogue.regional().filter(of)
}

/// A project among those of its measure; `None` where its own amount is not known.
pub fn among_fellows(catalogue: &Catalogue, brief: &Brief) -> Option<Sizes> {
    let current = brief.total?;
    let fellows = catalogue.regional();
    Sizes::of(fellows.filter(|b| b.measure == brief.measure), Some(current))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_belongs_to_the_upper_band() {
        let amounts = [0, 999_999, 1_000_000, 99_999_999, 1_000_000_000];
        assert_eq!(amounts.map(|a| band(Cents(a))), [0, 0, 1, 2, 4]);
    }

    #[test]
    fn bands_follow_one_another_and_one_is_our_own() {
        let sizes = Sizes {
            counts: [1, 2, 3, 4, 5],
            unknown: 9,
            current: Some(Cents(10_000_000)),
        };
        let bands: Vec<Band> = sizes.bands().collect();
        assert_eq!((bands[0].from, bands[4].to), (None, None));
        assert!(bands.windows(2).all(|two| two[0].to == two[1].from));
        assert_eq!(
            bands.iter().map(|b| b.own).collect::<Vec<_>>(),
            [false, false, true, false, false]
        );
    }
}
