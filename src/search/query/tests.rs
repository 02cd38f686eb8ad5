#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::Cents;
use proptest::prelude::*;
use rstest::rstest;

fn filters(text: &str) -> Vec<Filter> {
    let query = Query::parse(text);
    assert_eq!(query.notices, [], "{text}");
    query.filters().map(|(_, f, _)| f.clone()).collect()
}

#[rstest]
#[case("comune:prato", "comune:prato")]
#[case("TOWN:\"San Giuliano Terme\"", "comune:\"San Giuliano Terme\"")]
#[case("comune:“Bagno a Ripoli”", "comune:\"Bagno a Ripoli\"")]
#[case("provincia:FI", "provincia:FI")]
#[case("missione:4", "missione:M4")]
#[case("misura:m4c1i1.01", "misura:M4C1I1.01")]
#[case("stato:finito", "stato:concluso")]
#[case("status:ongoing", "stato:\"in corso\"")]
#[case("ente:asl", "ente:asl")]
#[case("body:school", "ente:scuola")]
#[case("ente:\"Comune di Prato\"", "ente:\"Comune di Prato\"")]
#[case("importo>100.000", "importo>100000")]
#[case("importo>=1,5mln", "importo>=1500000")]
#[case("amount<300k", "importo<300000")]
#[case("importo:50000-200000", "importo:50000..200000")]
#[case("importo:50000..<200000", "importo:50000..<200000")]
#[case("importo:1234,50", "importo:1234.50")]
#[case("importo:assente", "importo:assente")]
#[case("entro:2026", "entro:2026")]
#[case("entro:06/2026", "entro:2026-06-30")]
#[case("by:30/06/2026", "entro:2026-06-30")]
#[case("anno:2025", "anno:2025")]
#[case("year>2024", "anno>=2025")]
fn filters_are_read_and_written(#[case] typed: &str, #[case] written: &str) {
    let query = Query::parse(typed);
    assert_eq!(query.notices, []);
    assert_eq!(query.filters().count(), 1);
    assert_eq!(query.to_string(), written);
    assert_eq!(filters(written), filters(typed));
}

#[test]
fn words_phrases_and_negations_keep_their_order() {
    let query = Query::parse("asilo -\"via Roma\" -nido comune:prato");
    let seen: Vec<_> = query.items.iter().map(|i| (i.what.clone(), i.negated)).collect();
    assert_eq!(
        seen,
        [
            (What::Word("asilo".into()), false),
            (What::Phrase("via Roma".into()), true),
            (What::Word("nido".into()), true),
            (What::Filter(Filter::Comune("prato".into())), false),
        ]
    );
    assert_eq!(query.items[0].span, 0..5);
    assert_eq!(query.to_string(), "asilo -\"via Roma\" -nido comune:prato");
    assert!(!query.unfinished);
}

#[test]
fn the_last_word_may_be_unfinished() {
    assert!(Query::parse("asilo serav").unfinished);
    assert!(!Query::parse("asilo serav ").unfinished);
    assert!(!Query::parse("\"asilo serav").unfinished);
    assert!(!Query::parse("asilo -ser").unfinished);
    assert!(!Query::parse("").unfinished);
}

#[test]
fn errors_are_notices_with_their_place() {
    let trouble = |text: &str| {
        let query = Query::parse(text);
        assert_eq!(query.notices.len(), 1, "{text}");
        (query.notices[0].span.clone(), query.notices[0].trouble.clone())
    };
    let near = Some(Key::Comune);
    let typed = "comne".to_owned();
    assert_eq!(
        trouble("asilo comne:prato"),
        (6..11, Trouble::UnknownKey { typed, near })
    );
    assert_eq!(trouble("comune:"), (0..7, Trouble::EmptyValue(Key::Comune)));
    let typed = "molto".to_owned();
    let key = Key::Amount;
    assert_eq!(
        trouble("importo>molto"),
        (0..13, Trouble::BadValue { key, typed })
    );
    let typed = "31/02/2026".to_owned();
    let key = Key::By;
    assert_eq!(
        trouble("entro:31/02/2026"),
        (0..16, Trouble::BadValue { key, typed })
    );
    assert_eq!(trouble("asilo \"via ro"), (6..13, Trouble::OpenQuote));
}

#[test]
fn a_value_that_cannot_be_one_is_kept_and_written_again() {
    for text in [
        "stato:boh",
        "missione:9",
        "importo>abc",
        "entro:presto",
        "importo:\"tanti soldi\"",
    ] {
        let query = Query::parse(text);
        assert!(
            matches!(query.filters().next(), Some((_, Filter::Bad { .. }, _))),
            "{text}"
        );
        assert_eq!(query.to_string(), text);
    }
}

#[test]
fn blanks_around_the_sign_are_forgiven_and_units_read() {
    let same = [
        ("comune: prato", "comune:prato"),
        ("comune : prato asilo", "comune:prato asilo"),
        ("importo > 100000", "importo>100000"),
        ("importo>1 milione", "importo>1000000"),
        (
            "asilo importo >= 1,5 milioni di euro prato",
            "asilo importo>=1500000 prato",
        ),
        ("importo<20 mila", "importo<20000"),
        ("importo>100000 mille", "importo>100000 mille"),
        ("comune -prato", "comune -prato"),
    ];
    for (typed, meant) in same {
        assert_eq!(Query::parse(typed).to_string(), meant, "{typed}");
    }
}

#[test]
fn a_filter_toggles() {
    let mut query = Query::parse("asilo comune:PRATO");
    let prato = Filter::Comune("Prato".into());
    assert!(query.has(&prato));
    query.toggle(prato.clone());
    assert_eq!(query.to_string(), "asilo");
    query.toggle(Filter::Comune("San Giuliano Terme".into()));
    query.toggle(prato);
    assert_eq!(
        query.to_string(),
        "asilo comune:\"San Giuliano Terme\" comune:Prato"
    );
    query.clear(Key::Comune);
    assert_eq!(query.to_string(), "asilo");
}

#[test]
fn signs_alone_are_no_words() {
    assert!(Query::parse(" - * ... \"\" ").is_empty());
}

proptest! {
    #[test]
    fn parsing_never_fails_and_what_is_written_means_the_same(text in "[a-c:\"<>= -]{0,20}|\\PC{0,30}") {
        let query = Query::parse(&text);
        for item in &query.items {
            prop_assert!(text.get(item.span.clone()).is_some());
        }
        for notice in &query.notices {
            prop_assert!(text.get(notice.span.clone()).is_some());
        }
    }

    #[test]
    fn amounts_survive_being_written(cents in 0i64..9_000_000_000_000) {
        let filter = Filter::Amount { min: Some(Cents(cents)), max: None };
        prop_assert_eq!(filters(&filter.to_string()), vec![filter]);
    }
}
