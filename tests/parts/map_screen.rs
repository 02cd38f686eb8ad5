//! The screen of the map by itself.

use super::ranking::comune;
use sportello::app::Lists;
use sportello::model::ComuneCode;
use sportello::tui::screen::map::Map;
use std::sync::Arc;

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
