//! A page set in lines of a width. The view draws these lines, the layout counts them.

mod draw;
mod page;
mod table;

pub use draw::{Chosen, draw, picture};

use crate::lang::Lang;
use crate::model::Evidence;
use crate::tui::backend::{Block, Sheet};
use crate::tui::widget::wrap;
use page::Page;
use std::collections::BTreeSet;

/// What of a page is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown<'a> {
    /// The block whose reasons are shown.
    pub open: Option<usize>,
    pub fold: Fold<'a>,
    /// Of the figures of a picture.
    pub lang: Lang,
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
    /// First line of a sentence, and how it is known.
    Claim(Evidence),
    /// Next lines of a sentence.
    Next(Evidence),
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
    Legend(Evidence, Evidence),
    Blank,
}

/// From this width on headings stand beside their sentences.
const TWO_COLUMNS: u16 = 66;
const SIDE: u16 = 21;

/// Columns that headings take at the left of the text.
pub fn left(columns: u16) -> u16 {
    if columns >= TWO_COLUMNS { SIDE } else { 0 }
}

pub fn typeset(sheet: &Sheet, columns: u16, shown: Shown<'_>) -> Typeset {
    let mut page = Page::new(columns, shown);
    for line in wrap(&sheet.title, columns) {
        page.push(None, Kind::Title, line);
    }
    if !sheet.subtitle.is_empty() {
        for line in wrap(&sheet.subtitle, columns) {
            page.push(None, Kind::Quiet, line);
        }
    }
    let blocks = &sheet.blocks;
    let is_heading = |b: &Block| matches!(b, Block::Heading(_));
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let heading = match block {
            Block::Heading(text) => Some(text.as_str()),
            _ => None,
        };
        let from = at + usize::from(heading.is_some());
        let own = blocks.iter().skip(from).take_while(|b| !is_heading(b)).count();
        let part = &blocks[from..from + own];
        let drawings = own > 0 && part.iter().all(|b| matches!(b, Block::Picture(_)));
        if !(drawings && shown.fold == Fold::Everything) {
            page.part(heading, part, from);
        }
        at = from + own;
    }
    page.end_side();
    let claims = blocks.iter().any(|b| matches!(b, Block::Claim { .. }));
    if claims && shown.fold != Fold::Everything {
        page.push(None, Kind::Blank, String::new());
        for (first, second) in [
            (Evidence::Observed, Evidence::Linked),
            (Evidence::Derived, Evidence::Missing),
        ] {
            page.push(None, Kind::Legend(first, second), String::new());
        }
    }
    Typeset {
        lines: page.lines,
        items: page.items,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::backend::{Subject, Way};
    use crate::tui::widget::width;

    fn sheet() -> Sheet {
        let claim = |text: &str| Block::Claim {
            text: text.into(),
            evidence: Evidence::Observed,
            why: vec!["Lo dice una tabella.".into()],
            ways: vec![Way {
                text: "PNRR_Progetti".into(),
                to: Subject::Data,
            }],
        };
        Sheet {
            title: "Un titolo piuttosto lungo che va a capo".into(),
            subtitle: "Borgo".into(),
            blocks: vec![
                Block::Heading("Che cos'è, in due o tre parole".into()),
                claim("È un asilo."),
                claim("Nasce in centro, dove prima c'era una scuola vuota da anni."),
                Block::Heading("Soldi".into()),
                Block::Pairs(vec![("Fondi del PNRR".into(), "1.000 euro".into())]),
            ],
        }
    }

    fn shown(open: Option<usize>) -> Shown<'static> {
        Shown {
            open,
            ..Shown::default()
        }
    }

    #[test]
    fn a_folded_answer_shows_its_first_sentence_and_how_many_follow() {
        let none = BTreeSet::new();
        let fold = |fold| {
            typeset(
                &sheet(),
                80,
                Shown {
                    fold,
                    ..Shown::default()
                },
            )
        };
        let folded = fold(Fold::AllBut(&none));
        let blocks = |set: &Typeset| set.items.iter().map(|i| i.block).collect::<Vec<_>>();
        assert_eq!(blocks(&folded), [1, 4]);
        assert!(folded.lines.iter().any(|l| l.text == "È un asilo. (+1)"));
        assert_eq!(blocks(&fold(Fold::AllBut(&BTreeSet::from([1])))), [1, 2, 4]);
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_every_item_has_one() {
        for columns in 4..100 {
            for open in [None, Some(1), Some(2)] {
                let lines = typeset(&sheet(), columns, shown(open)).lines;
                for item in 0..3 {
                    assert!(lines.iter().any(|l| l.item == Some(item)), "{columns}");
                }
                let room = columns.saturating_sub(left(columns));
                let fits =
                    |l: &Line| width(&l.text) <= room.max(2) || matches!(l.kind, Kind::Title | Kind::Quiet);
                assert!(lines.iter().all(fits), "{columns}");
            }
        }
    }

    #[test]
    fn reasons_show_when_they_are_asked_for() {
        let has = |open| {
            let lines = typeset(&sheet(), 80, shown(open)).lines;
            lines.iter().any(|l| l.kind == Kind::Why)
        };
        assert!(!has(None) && has(Some(1)));
    }

    #[test]
    fn the_ways_of_an_open_sentence_can_be_chosen() {
        let set = typeset(&sheet(), 80, shown(Some(1)));
        let way = Item {
            block: 1,
            way: Some(0),
        };
        assert_eq!(set.items.get(1), Some(&way));
        let lines: Vec<&Line> = set.lines.iter().filter(|l| l.item == Some(1)).collect();
        assert!(matches!(lines.as_slice(), [line] if line.kind == Kind::Way && line.text == "PNRR_Progetti"));
    }

    #[test]
    fn a_heading_stands_beside_its_sentences_when_there_is_room() {
        let lines = typeset(&sheet(), 80, shown(None)).lines;
        let beside: Vec<&str> = lines
            .iter()
            .map(|l| l.side.as_str())
            .filter(|s| !s.is_empty())
            .collect();
        assert_eq!(beside, ["Che cos'è, in due o", "tre parole", "Soldi"]);
    }
}
