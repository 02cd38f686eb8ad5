//! From comune to comune by the arrows.

use super::atlas::{Atlas, KM, Shape};
use crate::model::ComuneCode;

/// The four arrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    pub const ALL: [Direction; 4] = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
}

/// How much more a kilometre aside counts than one ahead.
const ASIDE: f32 = 3.0;

/// The nearest comune in a direction, by centres and no more than 45° aside; the same comune
/// when there is none, or when it is not of Toscana. Every comune can be reached from every other.
pub fn step(from: ComuneCode, direction: Direction) -> ComuneCode {
    let atlas = Atlas::get();
    let Some(here) = atlas.index(from).and_then(|i| atlas.shapes.get(i)) else {
        return from;
    };
    let far = |shape: &Shape| {
        let east = f32::from(shape.centre[0] - here.centre[0]) * KM[0];
        let north = f32::from(shape.centre[1] - here.centre[1]) * KM[1];
        let (ahead, aside) = match direction {
            Direction::Up => (north, east),
            Direction::Down => (-north, east),
            Direction::Left => (-east, north),
            Direction::Right => (east, north),
        };
        (ahead > 0.0 && aside.abs() <= ahead).then_some(ahead * ahead + ASIDE * aside * aside)
    };
    atlas
        .shapes
        .iter()
        .filter_map(|shape| Some((far(shape)?, shape.code)))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map_or(from, |(_, code)| code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::widget::map::comuni;
    use std::collections::HashSet;

    fn code(istat: &str) -> ComuneCode {
        ComuneCode::parse(istat).unwrap()
    }

    /// All that can be reached from a comune, by forward or by backward steps.
    fn reached(from: ComuneCode, next: impl Fn(ComuneCode) -> Vec<ComuneCode>) -> usize {
        let (mut seen, mut open) = (HashSet::from([from]), vec![from]);
        while let Some(here) = open.pop() {
            open.extend(next(here).into_iter().filter(|code| seen.insert(*code)));
        }
        seen.len()
    }

    #[test]
    fn every_comune_is_reached_from_every_other() {
        let steps: Vec<(ComuneCode, ComuneCode)> = comuni()
            .flat_map(|from| Direction::ALL.map(|direction| (from, step(from, direction))))
            .collect();
        let from = code("048017");
        let forth = |here| steps.iter().filter(|s| s.0 == here).map(|s| s.1).collect();
        let back = |here| steps.iter().filter(|s| s.1 == here).map(|s| s.0).collect();
        assert_eq!(reached(from, forth), 273);
        assert_eq!(reached(from, back), 273);
    }

    #[test]
    fn the_arrows_go_where_they_point() {
        // From Firenze: Fiesole lies north-east, Impruneta south, Scandicci south-west.
        assert_eq!(step(code("048017"), Direction::Down), code("048022"));
        // Nothing lies west of Capraia Isola; what is not of Toscana stays where it is.
        assert_eq!(step(code("049005"), Direction::Left), code("049005"));
        assert_eq!(step(code("001001"), Direction::Up), code("001001"));
    }
}
