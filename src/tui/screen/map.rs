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
    /// The beginning of a name that was typed.
    pub typed: String,
    /// The table is shown in place of the map.
    pub table: bool,
    /// First row of the table that is seen.
    pub scroll: usize,
    /// The highest first.
    pub rows: Vec<Row>,
    /// There is a map of this region; but the land would have no shape in the room that there is.
    pub drawn: bool,
    pub small: bool,
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
        self.table || !self.drawn || self.small
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
    pub fn make(&mut self, lists: &Arc<Lists>, home: Option<ComuneCode>) {
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
