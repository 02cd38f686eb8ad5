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
