//! From comune to comune by the arrows.

use sportello::model::ComuneCode;
use sportello::tui::action::Action;
use sportello::tui::widget::map::{comuni, step};
use std::collections::HashSet;

const ARROWS: [Action; 4] = [Action::Up, Action::Down, Action::West, Action::East];

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
        .flat_map(|from| ARROWS.map(|arrow| (from, step(from, arrow))))
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
    assert_eq!(step(code("048017"), Action::Down), code("048022"));
    // Nothing lies west of Capraia Isola; what is not of Toscana stays where it is.
    assert_eq!(step(code("049005"), Action::West), code("049005"));
    assert_eq!(step(code("001001"), Action::Up), code("001001"));
}
