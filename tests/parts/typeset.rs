//! A page set in lines.

use sportello::explain::Claim;
use sportello::lang::Lang;
use sportello::model::Evidence;
use sportello::sheet::{Block, Page};
use sportello::sheet::{Link, Note, Part, PartId, Subject, Table, Told};
use sportello::tui::screen::read::typeset::{Fold, Item, Kind, Line, Shown, Typeset, left, typeset};
use sportello::tui::widget::width;
use std::collections::BTreeSet;

fn page() -> Page {
    let claim = |text: &str| {
        Block::Claim(Told {
            claim: Claim {
                text: text.into(),
                evidence: Evidence::Observed,
                cites: Vec::new(),
                missing: None,
            },
            notes: Vec::new(),
            why: vec!["Lo dice una tabella.".into()],
            ways: vec![Link::new("PNRR_Progetti", Subject::Data)],
        })
    };
    let mut page = Page::new("Un titolo piuttosto lungo che va a capo", Lang::It);
    page.under = vec![Note::Line("Borgo".into())];
    page.parts = vec![
        Part::new(PartId::Answer, "Che cos'è, in due o tre parole").with(vec![
            claim("È un asilo."),
            claim("Nasce in centro, dove prima c'era una scuola vuota da anni."),
        ]),
        Part::new(PartId::Money, "Soldi").with(vec![Block::Pairs(vec![(
            "Fondi del PNRR".into(),
            "1.000 euro".into(),
        )])]),
    ];
    page
}

fn shown(open: Option<usize>) -> Shown<'static> {
    Shown {
        open,
        ..Shown::default()
    }
}

#[test]
fn a_folded_answer_shows_its_first_sentence_and_how_many_follow() {
    let none = BTreeSet::new();
    let fold = |fold| {
        typeset(
            &page(),
            80,
            Shown {
                fold,
                ..Shown::default()
            },
        )
    };
    let folded = fold(Fold::AllBut(&none));
    let blocks = |set: &Typeset| set.items.iter().map(|i| i.block).collect::<Vec<_>>();
    assert_eq!(blocks(&folded), [0, 2]);
    assert!(folded.lines.iter().any(|l| l.text == "È un asilo. (+1)"));
    assert_eq!(blocks(&fold(Fold::AllBut(&BTreeSet::from([1])))), [0, 1, 2]);
}

#[test]
fn no_line_is_wider_than_the_page_and_every_item_has_one() {
    for columns in 4..100 {
        for open in [None, Some(0), Some(1)] {
            let lines = typeset(&page(), columns, shown(open)).lines;
            for item in 0..3 {
                assert!(lines.iter().any(|l| l.item == Some(item)), "{columns}");
            }
            let room = columns.saturating_sub(left(columns));
            let fits =
                |l: &Line| width(&l.text) <= room.max(2) || matches!(l.kind, Kind::Title | Kind::Quiet);
            assert!(lines.iter().all(fits), "{columns}");
        }
    }
}

#[test]
fn reasons_show_when_they_are_asked_for() {
    let has = |open| {
        let lines = typeset(&page(), 80, shown(open)).lines;
        lines.iter().any(|l| l.kind == Kind::Why)
    };
    assert!(!has(None) && has(Some(0)));
}

#[test]
fn the_ways_of_an_open_sentence_can_be_chosen() {
    let set = typeset(&page(), 80, shown(Some(0)));
    let way = Item {
        block: 0,
        way: Some(0),
    };
    assert_eq!(set.items.get(1), Some(&way));
    let lines: Vec<&Line> = set.lines.iter().filter(|l| l.item == Some(1)).collect();
    assert!(matches!(lines.as_slice(), [line] if line.kind == Kind::Way && line.text == "PNRR_Progetti"));
}

#[test]
fn a_heading_stands_beside_its_sentences_when_there_is_room() {
    let lines = typeset(&page(), 80, shown(None)).lines;
    let beside: Vec<&str> = lines
        .iter()
        .map(|l| l.side.as_str())
        .filter(|s| !s.is_empty())
        .collect();
    assert_eq!(beside, ["Che cos'è, in due o", "tre parole", "Soldi"]);
}

#[test]
fn a_table_that_does_not_fit_is_told_row_by_row() {
    let strings = |cells: [&str; 2]| cells.map(String::from).to_vec();
    let mut page = Page::new("Soldi", Lang::It);
    let table = Table {
        head: strings(["Da dove", "Euro"]),
        rows: vec![strings(["PNRR", "1.000"])],
        right: vec![false, true],
    };
    page.parts = vec![Part::new(PartId::Money, "").with(vec![Block::Table(table)])];
    let told = |columns| {
        let lines = typeset(&page, columns, shown(None)).lines;
        lines.into_iter().skip(1).map(|l| l.text).collect::<Vec<_>>()
    };
    assert_eq!(told(22), ["Da dove   Euro", "PNRR     1.000"]);
    assert_eq!(told(14), ["PNRR", "  Euro:", "  1.000"]);
}
