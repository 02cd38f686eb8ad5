//! From comune to comune by the arrows.

use sportello::model::ComuneCode;
use sportello::tui::widget::map::{Direction, comuni, step};
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
