//! The comuni of the region by a figure: on the map where there is one, or in a table, the
//! highest first. Arrows walk from comune to comune; Enter opens the page of one.

pub mod layout;
pub mod update;
pub mod view;

use crate::lang::{Lang, Word, w};
use crate::model::{ComuneCode, RegionCode};
use crate::text::number;
use crate::tui::backend::{ComuneItem, Lists};
use crate::tui::widget::map::Unit;
use std::cmp::Reverse;
use std::sync::Arc;

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

    pub fn next(self) -> Figure {
        match self {
            Figure::Projects => Figure::Euro,
            Figure::Euro => Figure::PerHead,
            Figure::PerHead => Figure::Projects,
        }
    }

    pub fn word(self) -> Word {
        match self {
            Figure::Projects => w::SCREEN_MAP_PROJECTS,
            Figure::Euro => w::SCREEN_MAP_EURO,
            Figure::PerHead => w::SCREEN_MAP_PER_HEAD,
        }
    }

    pub fn unit(self) -> Unit {
        match self {
            Figure::Projects => Unit::Number,
            Figure::Euro | Figure::PerHead => Unit::Cents,
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

#[derive(Clone, Debug, Default)]
pub struct Map {
    pub figure: Figure,
    pub selected: Option<ComuneCode>,
    /// The table is shown in place of the map.
    pub table: bool,
    /// First row of the table that is seen.
    pub scroll: usize,
    /// The highest first.
    pub rows: Vec<Row>,
    /// There is a map of this region.
    pub drawn: bool,
    made: Option<(Figure, Arc<Lists>)>,
}

/// The region whose outlines the program holds.
const TOSCANA: &str = "09";

impl Map {
    pub fn new(selected: Option<ComuneCode>) -> Map {
        Map {
            selected,
            ..Map::default()
        }
    }

    pub fn is_table(&self) -> bool {
        self.table || !self.drawn
    }

    /// The place of the selected comune in the table.
    pub fn at(&self) -> Option<usize> {
        self.rows.iter().position(|row| Some(row.code) == self.selected)
    }

    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.at()?)
    }

    /// Makes the rows anew when figure or archive changed; something is always selected.
    fn make(&mut self, lists: &Arc<Lists>, home: Option<ComuneCode>) {
        let current =
            |(figure, made): &(Figure, Arc<Lists>)| *figure == self.figure && Arc::ptr_eq(made, lists);
        if !self.made.as_ref().is_some_and(current) {
            self.rows = rows(&lists.comuni, self.figure);
            self.drawn = lists.region.as_ref().map(RegionCode::as_str) == Some(TOSCANA);
            self.made = Some((self.figure, Arc::clone(lists)));
        }
        let known = |code: &ComuneCode| self.rows.iter().any(|row| row.code == *code);
        self.selected = self
            .selected
            .filter(known)
            .or(home.filter(known))
            .or(self.rows.first().map(|row| row.code));
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Cents;

    fn comune(code: &str, projects: usize, euro: Option<i64>) -> ComuneItem {
        ComuneItem {
            code: ComuneCode::parse(code).unwrap(),
            name: code.to_owned(),
            province: "XX".to_owned(),
            projects,
            shared: 1,
            euro: euro.map(Cents),
            per_head: None,
        }
    }

    #[test]
    fn equals_share_their_rank_and_the_unknown_stand_last_without_one() {
        let lists = Lists {
            comuni: vec![
                comune("050001", 3, None),
                comune("050002", 3, Some(7_00)),
                comune("050003", 9, Some(7_00)),
                comune("050004", 1, Some(2_00)),
            ],
            ..Lists::default()
        };
        let told = |figure| -> Vec<(String, Option<usize>)> {
            let rows = rows(&lists.comuni, figure).into_iter();
            rows.map(|row| (row.code.to_string(), row.rank)).collect()
        };
        let of = |code: &str, rank| (code.to_owned(), rank);
        let euro = [
            of("050002", Some(1)),
            of("050003", Some(1)),
            of("050004", Some(3)),
            of("050001", None),
        ];
        assert_eq!(told(Figure::Euro), euro);
        let projects = [
            of("050003", Some(1)),
            of("050001", Some(2)),
            of("050002", Some(2)),
            of("050004", Some(4)),
        ];
        assert_eq!(told(Figure::Projects), projects);
        assert!(told(Figure::PerHead).iter().all(|(_, rank)| rank.is_none()));
    }

    #[test]
    fn the_selection_stays_when_the_figure_changes() {
        let lists = Arc::new(Lists {
            comuni: vec![comune("050001", 3, None), comune("050002", 5, Some(7_00))],
            ..Lists::default()
        });
        let mut map = Map::new(None);
        map.make(&lists, None);
        assert_eq!(map.at(), Some(0));
        map.selected = ComuneCode::parse("050001");
        map.figure = map.figure.next();
        map.make(&lists, None);
        assert_eq!(map.row().unwrap().code.as_str(), "050001");
        assert!(map.is_table());
    }
}
