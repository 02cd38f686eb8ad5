//! From comune to comune by the arrows.

use crate::model::ComuneCode;
use crate::sheet::picture::atlas::{Atlas, KM, Shape};
use crate::tui::action::Action;

/// How much more a kilometre aside counts than one ahead.
const ASIDE: f32 = 3.0;

/// The nearest comune in the direction of an arrow, by centres and no more than 45° aside; the same
/// comune when there is none, or when it is not of Toscana. Every comune can be reached from every
/// other.
pub fn step(from: ComuneCode, arrow: Action) -> ComuneCode {
    let atlas = Atlas::get();
    let Some(here) = atlas.index(from).and_then(|i| atlas.shapes.get(i)) else {
        return from;
    };
    let far = |shape: &Shape| {
        let [east, north] = [0, 1].map(|axis| (shape.centre[axis] - here.centre[axis]) * KM[axis]);
        let (ahead, aside) = match arrow {
            Action::Up => (north, east),
            Action::Down => (-north, east),
            Action::West => (-east, north),
            Action::East => (east, north),
            _ => return None,
        };
        (ahead > 0.0 && aside.abs() <= ahead).then_some(ahead * ahead + ASIDE * aside * aside)
    };
    let ahead = atlas
        .shapes
        .iter()
        .filter_map(|shape| Some((far(shape)?, shape.code)));
    let nearest = ahead.min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map_or(from, |(_, code)| code)
}
