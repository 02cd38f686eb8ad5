//! The lines that a page is set in.

use crate::model::Evidence;
use std::collections::BTreeSet;

/// What of a page is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown<'a> {
    /// The block whose reasons are shown.
    pub open: Option<usize>,
    pub fold: Fold<'a>,
    /// Columns beside the text that pictures use too.
    pub beside: u16,
}

/// Which answers show only their first sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold<'a> {
    #[default]
    Nothing,
    Everything,
    /// All but these parts.
    AllBut(&'a BTreeSet<usize>),
}

/// Lines, and what each item stands for.
#[derive(Clone, Debug, Default)]
pub struct Typeset {
    pub lines: Vec<Line>,
    pub items: Vec<Item>,
}

impl Typeset {
    /// First and last line of an item.
    pub fn span(&self, item: usize) -> Option<(usize, usize)> {
        let of = |line: &Line| line.item == Some(item);
        let first = self.lines.iter().position(of)?;
        Some((first, self.lines.iter().rposition(of)?))
    }

    /// The part that an item stands in.
    pub fn part_of(&self, item: usize) -> usize {
        self.span(item).map_or(0, |(first, _)| self.lines[first].part)
    }

    /// The first item of a part.
    pub fn first_of(&self, part: usize) -> Option<usize> {
        let mut of_part = self.lines.iter().filter(|line| line.part == part);
        of_part.find_map(|line| line.item)
    }
}

/// A place where the selection stops: a block, or one of the ways below an open sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub block: usize,
    pub way: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The item that the line belongs to.
    pub item: Option<usize>,
    /// The first line of its item.
    pub first: bool,
    /// The part of the page, counted by headings.
    pub part: usize,
    /// Left column: a heading beside its sentences.
    pub side: String,
    pub kind: Kind,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Title,
    Quiet,
    Heading,
    /// A line of a sentence, and how it is known.
    Claim(Evidence),
    Why,
    Text,
    TableHead,
    /// A name (its column's width, itself) before its figure.
    Pair(u16, String),
    Link,
    /// A word or a table below an open sentence.
    Way,
    /// A row of the picture that a block holds.
    Picture {
        block: usize,
        row: u16,
    },
    /// A line of a picture's figures; the first is their head.
    FigureHead,
    Figure,
    /// What two marks mean.
    Legend(Evidence, Option<Evidence>),
    Blank,
}

/// From this width on headings stand beside their sentences.
const TWO_COLUMNS: u16 = 66;
pub(super) const SIDE: u16 = 21;

/// Columns that headings take at the left of the text.
pub fn left(columns: u16) -> u16 {
    if columns >= TWO_COLUMNS { SIDE } else { 0 }
}
