//! The comuni of the region by a figure: on the map where there is one, or in a table, the
//! highest first. Arrows walk from comune to comune; Enter opens the page of one.

pub mod layout;
pub mod update;
pub mod view;

use crate::app::Lists;
use crate::app::ranking::{Figure, Row, rows};
use crate::model::{ComuneCode, RegionCode};
use std::sync::Arc;

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
    /// The map at a comune.
    pub fn new(selected: Option<ComuneCode>) -> Map {
        Map {
            selected,
            ..Map::default()
        }
    }

    /// Whether the table is seen in place of the map.
    pub fn is_table(&self) -> bool {
        self.table || !self.drawn
    }

    /// The place of the selected comune in the table.
    pub fn at(&self) -> Option<usize> {
        self.rows.iter().position(|row| Some(row.code) == self.selected)
    }

    /// The selected comune among the others.
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::app::ComuneItem;
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
