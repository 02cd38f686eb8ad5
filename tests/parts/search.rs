//! The search screen by itself: one End is the end, an empty pane gives its columns away.

use ratatui::layout::Rect;
use sportello::app::{Answer, Ask, Facet, FacetValue, Row};
use sportello::model::ProjectId;
use sportello::sheet::Subject;
use sportello::tui::action::Action;
use sportello::tui::screen::search::layout::areas;
use sportello::tui::screen::search::update::{act, found};
use sportello::tui::screen::search::{FIRST_ROWS, Search};

fn row(n: usize) -> Row {
    let id = ProjectId::of("M4C1I1.01.00", "", &n.to_string(), 0);
    Row {
        id,
        to: Subject::Project(id),
        title: format!("Asilo {n}"),
        place: String::new(),
        facts: Vec::new(),
        beside: None,
        apart: None,
        matched: Vec::new(),
        missing: None,
    }
}

fn answered(search: &mut Search, generation: u64, rows: usize, all: usize) {
    search.asked = Some((generation, Ask::default()));
    let answer = Answer {
        rows: (0..rows).map(row).collect(),
        total: all,
        lines: all,
        ..Answer::default()
    };
    found(search, generation, answer);
}

#[test]
fn one_end_is_the_end_though_its_row_is_still_to_be_asked_for() {
    let body = Rect::new(0, 1, 80, 22);
    let mut search = Search::new("asilo");
    answered(&mut search, 1, FIRST_ROWS, 2_639);
    act(&mut search, Action::Last, body);
    assert_eq!((search.all(), search.limit), (2_639, 2_639));
    answered(&mut search, 2, 2_639, 2_639);
    assert_eq!(search.selected, 2_638);
    act(&mut search, Action::First, body);
    answered(&mut search, 3, 2_639, 2_639);
    assert_eq!(search.selected, 0);
}

#[test]
fn an_empty_pane_of_filters_gives_its_columns_to_the_list() {
    let body = Rect::new(0, 1, 160, 40);
    let mut search = Search::new("asilo");
    assert!(!areas(&search, body).filters.is_empty());
    answered(&mut search, 1, 3, 3);
    let wide = areas(&search, body);
    assert!(wide.filters.is_empty());
    let value = FacetValue {
        label: "Prato".into(),
        count: 2,
        on: false,
        toggled: "asilo comune:prato".into(),
    };
    let (ask, mut answer) = search.answer.clone().map(|(ask, a)| (ask, (*a).clone())).unwrap();
    answer.facets = vec![Facet {
        name: "Comune".into(),
        values: vec![value],
    }];
    search.answer = Some((ask, answer.into()));
    let narrow = areas(&search, body);
    assert!(!narrow.filters.is_empty() && narrow.results.width < wide.results.width);
}
