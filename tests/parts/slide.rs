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
        .prop_map(|(heading, items, talk)| Slide { heading, items, talk })
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
        talk: false,
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
        talk: true,
    };
    let large = |columns, rows| {
        let pages = pages(&slide, columns, rows);
        let lines = pages.iter().flat_map(|page| &page.lines);
        lines.filter_map(|line| line.large).collect::<Vec<u16>>()
    };
    assert_eq!(large(188, 56), [16]);
    assert_eq!(large(74, 20), [12]);
    assert_eq!(large(38, 9), [] as [u16; 0]);
    let lesson = Slide {
        talk: false,
        ..slide.clone()
    };
    assert!(
        pages(&lesson, 108, 34)
            .iter()
            .flat_map(|page| &page.lines)
            .all(|line| line.large.is_none())
    );
}

/// Whatever the size: what is read first is never smaller than its heading, and where it is plain its
/// heading is too.
#[test]
fn a_heading_is_never_larger_than_its_answer() {
    let headings = [
        "Quando",
        "Quanto costa e quanto è pagato",
        "A chi serve e che cosa cambia per me",
    ];
    let answers = [
        "È in corso.",
        "Il Comune di Seravezza ha 1.975.000 euro, di cui 1.250.000 dal PNRR (il 63 per cento).",
    ];
    for (heading, answer) in headings.into_iter().flat_map(|h| answers.map(|a| (h, a))) {
        let slide = Slide {
            heading: heading.into(),
            items: vec![Item::new(Kind::Claim(Evidence::Observed), answer)],
            talk: true,
        };
        for (columns, rows) in [(28, 5), (38, 9), (74, 20), (108, 36), (188, 56)] {
            let page = &pages(&slide, columns, rows)[0];
            let plain = sportello::tui::widget::wrap(heading, columns).len() as u16;
            let large = page.lines.first().is_some_and(|line| line.large.is_some());
            assert!(
                large || page.heading <= plain,
                "{heading} {answer} {columns}x{rows}"
            );
        }
    }
}

/// A question and its field stand on one page, however small it is.
#[test]
fn an_exercise_is_not_torn() {
    let slide = Slide {
        heading: "Quanti sono?".into(),
        items: vec![
            Item::new(Kind::Say, "Guardate bene lo schermo."),
            Item::new(
                Kind::Strong,
                "Quanti progetti trova il programma con le parole asilo nido?",
            ),
            Item::new(Kind::Field, "").glued(),
        ],
        talk: false,
    };
    let small = pages(&slide, 28, 5);
    let of = |item| {
        small
            .iter()
            .position(|page| page.lines.iter().any(|line| line.item == Some(item)))
    };
    assert_eq!((of(0), of(1), of(2)), (Some(0), Some(1), Some(1)));
    let least = pages(&slide, 28, 4);
    assert_eq!(
        (least[1].heading, least[1].lines.len()),
        (0, 4),
        "the heading gives way"
    );
}
