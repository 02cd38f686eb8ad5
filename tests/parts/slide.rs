//! A slide set in pages.

use proptest::prelude::*;
use sportello::model::Evidence;
use sportello::tui::screen::slide::{Item, Kind, Slide, pages};

fn any_slide() -> impl Strategy<Value = Slide> {
    let kinds = vec![
        Kind::Say,
        Kind::Strong,
        Kind::Point,
        Kind::Choice(true),
        Kind::Field,
        Kind::Live,
    ];
    let item = (proptest::sample::select(kinds), "[a-zà ]{0,120}", any::<bool>())
        .prop_map(|(kind, text, glued)| Item { kind, text, glued });
    (
        "[A-Za-z ']{0,80}",
        prop::collection::vec(item, 0..8),
        any::<bool>(),
    )
        .prop_map(|(heading, items, double)| Slide {
            heading,
            items,
            double,
        })
}

proptest! {
    #[test]
    fn every_word_stands_on_a_page_in_its_place(
        slide in any_slide(),
        columns in 10u16..130,
        rows in 1u16..45,
    ) {
        let pages = pages(&slide, columns, rows);
        for page in &pages {
            prop_assert!(page.heading <= rows);
            for pair in page.lines.windows(2) {
                prop_assert!(pair[0].y < pair[1].y);
            }
            for line in &page.lines {
                prop_assert!(line.y >= page.heading && line.y < rows);
            }
            if let Some((y, height)) = page.live {
                prop_assert!(y + height <= rows && page.lines.iter().all(|l| l.y < y));
            }
        }
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for (at, item) in slide.items.iter().enumerate() {
            if item.kind == Kind::Live {
                continue;
            }
            let lines = pages.iter().flat_map(|p| &p.lines).filter(|l| l.item == Some(at));
            let set: String = lines.map(|l| l.text.clone() + " ").collect();
            let letters = |words: Vec<String>| words.concat();
            prop_assert_eq!(letters(words(&set)), letters(words(&item.text)));
        }
    }
}

#[test]
fn what_is_shown_live_has_a_page_of_its_own_where_it_must() {
    let slide = Slide {
        heading: "Una prova".into(),
        items: vec![
            Item::new(Kind::Say, "Una frase che prende più di una riga sola."),
            Item::new(Kind::Live, ""),
        ],
        double: false,
    };
    let small = pages(&slide, 38, 9);
    assert_eq!(small.len(), 2);
    assert_eq!((small[0].live, small[1].live), (None, Some((2, 7))));
    let large = pages(&slide, 100, 36);
    assert_eq!(large.len(), 1);
    assert_eq!((large[0].heading, large[0].live), (4, Some((7, 29))));
}

#[test]
fn the_first_sentence_of_an_answer_is_large_where_it_fits() {
    let claim = |text: &str| Item::new(Kind::Claim(Evidence::Observed), text);
    let slide = Slide {
        heading: "Quando".into(),
        items: vec![
            claim("Non si sa quando finisce il progetto."),
            claim("È in corso."),
        ],
        double: true,
    };
    let large = |columns, rows| {
        let pages = pages(&slide, columns, rows);
        let lines = pages.iter().flat_map(|page| &page.lines);
        lines.filter_map(|line| line.large).collect::<Vec<u16>>()
    };
    assert_eq!(large(108, 34), [8]);
    assert_eq!(large(74, 20), [12]);
    assert_eq!(large(38, 9), [] as [u16; 0]);
    let lesson = Slide {
        double: false,
        ..slide.clone()
    };
    assert!(
        pages(&lesson, 108, 34)
            .iter()
            .flat_map(|page| &page.lines)
            .all(|line| line.large.is_none())
    );
}
