//! The comuni of a region by a figure, the highest first: for the map, its table, and those who
//! hear them one by one.

use super::ComuneItem;
use crate::lang::{Lang, Word, w};
use crate::model::ComuneCode;
use crate::text::number;
use std::cmp::Reverse;

/// What is shown of each comune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// Its own projects, and those that it shares.
    #[default]
    Projects,
    /// Funding of its own projects.
    Euro,
    PerHead,
}

impl Figure {
    pub const ALL: [Figure; 3] = [Figure::Projects, Figure::Euro, Figure::PerHead];

    /// The figure that follows.
    pub fn next(self) -> Figure {
        match self {
            Figure::Projects => Figure::Euro,
            Figure::Euro => Figure::PerHead,
            Figure::PerHead => Figure::Projects,
        }
    }

    /// Its name.
    pub fn word(self) -> Word {
        match self {
            Figure::Projects => w::SCREEN_MAP_PROJECTS,
            Figure::Euro => w::SCREEN_MAP_EURO,
            Figure::PerHead => w::SCREEN_MAP_PER_HEAD,
        }
    }

    fn of(self, comune: &ComuneItem) -> Option<i64> {
        match self {
            Figure::Projects => i64::try_from(comune.projects).ok(),
            Figure::Euro => comune.euro.map(|c| c.0),
            // Whole euro, as the page of the comune says them.
            Figure::PerHead => comune.per_head.map(|c| (c.0 + 50) / 100 * 100),
        }
    }

    /// The figure in few letters: "12,3 mln".
    pub fn short(self, value: i64, lang: Lang) -> String {
        match self {
            Figure::Projects => number::integer(value, lang),
            Figure::Euro | Figure::PerHead => number::euro_short(value, lang),
        }
    }

    /// The figure in full: "12.345.678,90 euro".
    pub fn exact(self, value: Option<i64>, lang: Lang) -> String {
        match (value, self) {
            (None, _) => lang.say(w::PICTURE_NOT_PUBLISHED).to_owned(),
            (Some(value), Figure::Projects) => number::integer(value, lang),
            (Some(value), Figure::Euro | Figure::PerHead) => number::euro(value, lang),
        }
    }
}

/// One comune among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub code: ComuneCode,
    /// "Prato (PO)".
    pub name: String,
    pub value: Option<i64>,
    /// From 1, for the highest; comuni of the same figure share it. None without a figure.
    pub rank: Option<usize>,
    pub own: usize,
    pub shared: usize,
}

/// The comuni, the highest first, each with its rank.
pub fn rows(comuni: &[ComuneItem], figure: Figure) -> Vec<Row> {
    let row = |comune: &ComuneItem| Row {
        code: comune.code,
        name: match comune.province.as_str() {
            "" => comune.name.clone(),
            sigla => format!("{} ({sigla})", comune.name),
        },
        value: figure.of(comune),
        rank: None,
        own: comune.projects.saturating_sub(comune.shared),
        shared: comune.shared,
    };
    let mut rows: Vec<Row> = comuni.iter().map(row).collect();
    // The list comes in order of name, which decides between equals.
    rows.sort_by_key(|row| Reverse(row.value));
    let mut before: Option<(i64, usize)> = None;
    for (i, row) in rows.iter_mut().enumerate() {
        let Some(value) = row.value else { break };
        let rank = before
            .filter(|(same, _)| *same == value)
            .map_or(i + 1, |(_, rank)| rank);
        row.rank = Some(rank);
        before = Some((value, rank));
    }
    rows
}
