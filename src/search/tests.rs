//! The rules of the search, on a small archive that is made up.

#![allow(clippy::unwrap_used)]

mod archive;
mod rank;
mod stored;
mod words;

use super::*;
use archive::{Made, archive};
use rstest::rstest;

fn search(text: &str) -> Made {
    search_with(text, &Settings::default())
}

fn search_with(text: &str, settings: &Settings) -> Made {
    let index = archive();
    let results = index.search(&Query::parse(text), settings, 50);
    Made { index, results }
}

/// Filters, facets, sums, hints.

#[rstest]
#[case("comune:prato", 3)]
#[case("comune:100005", 3)]
#[case("comune:\"san giuliano terme\"", 1)]
#[case("comune:mont", 1)]
#[case("comune:prato comune:montemurlo", 4)]
#[case("-comune:prato", 6)]
#[case("provincia:PO", 4)]
#[case("provincia:lucca", 2)]
#[case("regione:toscana", 9)]
#[case("missione:4", 3)]
#[case("misura:M4C1I1.1", 3)]
#[case("misura:M4C1I1.01 comune:prato", 1)]
#[case("stato:concluso", 1)]
#[case("-stato:concluso", 8)]
#[case("ente:comune", 6)]
#[case("ente:asl", 2)]
#[case("ente:\"toscana centro\"", 2)]
#[case("importo>1000000", 2)]
#[case("importo>=1000000", 3)]
#[case("importo<=1000000 importo>=500000", 3)]
#[case("importo:assente", 2)]
#[case("-importo:assente", 7)]
#[case("entro:2025", 1)]
#[case("anno:2026", 1)]
#[case("-anno:2026", 8)]
#[case("asilo importo>600000", 2)]
fn filters_let_through(#[case] text: &str, #[case] projects: usize) {
    let made = search(text);
    let dated = Hint::Dated { known: 2, all: 9 };
    assert!(made.results.hints.iter().all(|hint| *hint == dated), "{text}");
    let asks_end = text.contains("entro:") || text.contains("anno:");
    assert_eq!(made.results.hints.len(), usize::from(asks_end), "{text}");
    assert_eq!(made.results.totals.projects, projects, "{text}");
    assert_eq!(made.results.hits.len(), projects, "{text}");
}

#[test]
fn facets_and_sums_are_exact() {
    let made = search("comune:prato");
    let facet = |kind| {
        let facets = &made.results.facets;
        facets.iter().find(|f| f.kind == kind).unwrap().clone()
    };
    let names = |kind| -> Vec<(String, u32)> {
        let filter = |value: &Value| value.filter(made.index.catalogue()).to_string();
        let values = facet(kind).values;
        values.iter().map(|(v, n)| (filter(v), *n)).collect()
    };
    assert_eq!(names(FacetKind::Comune), [("comune:Prato".to_owned(), 3)]);
    assert_eq!(names(FacetKind::Province), [("provincia:PO".to_owned(), 3)]);
    let missions: u32 = names(FacetKind::Mission).iter().map(|(_, n)| n).sum();
    assert_eq!(missions, 3);
    assert_eq!(
        names(FacetKind::Amount),
        [
            ("importo:assente".to_owned(), 1),
            ("importo:200000..<1000000".to_owned(), 1),
            ("importo:1000000..<5000000".to_owned(), 1),
        ]
    );
    let totals = made.results.totals;
    assert_eq!(totals.total.to_string(), "2400000.00");
    assert_eq!(totals.without_amount, 1);
}

/// Every value of every facet, chosen as a filter, finds as many projects as it says.
#[test]
fn a_facet_counts_what_its_filter_finds() {
    for text in ["", "asilo", "comune", "-asilo"] {
        let made = search(text);
        for (value, count) in made.results.facets.iter().flat_map(|f| &f.values) {
            let mut query = Query::parse(text);
            query.toggle(value.filter(made.index.catalogue()));
            let found = made.index.search(&query, &Settings::default(), 1).totals.projects;
            assert_eq!(found as u32, *count, "{query}");
        }
    }
}

#[test]
fn an_error_is_a_hint_and_the_rest_holds() {
    let made = search("nido importo:");
    assert_eq!(
        made.results.totals.projects,
        search("nido").results.totals.projects
    );
    assert_eq!(made.results.hints.len(), 1);
}

#[rstest]
#[case("comune:pratto", "comune:prato", "comune:Prato")]
#[case("comune:seravv", "comune:seravezza", "comune:Seravezza")]
#[case("provincia:luca", "provincia:LU", "provincia:Lucca")]
#[case(
    "ente:\"comune di pratto\"",
    "ente:\"comune di prato\"",
    "ente:\"comune di prato\""
)]
#[case("stato:concuso", "stato:concluso", "stato:concluso")]
fn a_filter_is_mended_and_says_so(#[case] typed: &str, #[case] meant: &str, #[case] read: &str) {
    let made = search(typed);
    let found = made.results.totals.projects;
    assert!(found > 0, "{typed}");
    assert_eq!(found, search(meant).results.totals.projects);
    assert!(made.results.hints.iter().any(Hint::mends), "{typed}");
    assert_eq!(made.results.corrected.as_deref(), Some(read));
    assert_eq!(made.results.query.to_string(), read);
    let refused = Settings {
        correct: false,
        ..Settings::default()
    };
    let refused = search_with(typed, &refused);
    assert_eq!(refused.results.totals.projects, 0, "{typed}");
    assert!(!refused.results.hits.iter().any(|hit| hit.corrected));
}

#[rstest]
#[case("comune:qwertyuiop")]
#[case("misura:M9C9")]
#[case("ente:qwertyuiop")]
#[case("missione:7")]
#[case("stato:boh")]
#[case("importo>abc")]
fn a_filter_that_names_nothing_finds_nothing_and_says_so(#[case] text: &str) {
    let made = search(text);
    assert_eq!(made.results.totals.projects, 0, "{text}");
    let wrong = |t: &Trouble| matches!(t, Trouble::UnknownValue { .. } | Trouble::BadValue { .. });
    let said = |hint: &Hint| matches!(hint, Hint::Notice(notice) if wrong(&notice.trouble));
    assert!(made.results.hints.iter().any(said), "{text}");
    assert!(made.results.hints.contains(&Hint::WithoutFilters { projects: 9 }));
    // To leave out what is not there leaves out nothing.
    assert_eq!(search(&format!("-{text}")).results.totals.projects, 9, "{text}");
}

#[test]
fn most_of_the_words_is_near_and_says_what_is_missing() {
    let made = search("asilo infantile seravezza");
    assert_eq!(made.results.totals.projects, 0);
    let near = &made.results.near;
    assert_eq!((near.total, near.hits.len()), (2, 2));
    assert!(near.hits.iter().all(|near| near.missing == ["infantile"]));
    // The comune weighs more than the rest.
    assert_eq!(search("asilo nido viareggio").results.near.total, 0);
    // Of two words one that nobody has leaves what has the other, and is said.
    let made = search("asilo qwertyuiop ");
    assert_eq!((made.results.totals.projects, made.results.near.total), (0, 4));
    assert_eq!(made.results.absent, ["qwertyuiop"]);
    assert_eq!(search("asilo qwertyuiop zxcvbnm").results.near.total, 0);
    assert_eq!(search("\"asilo infantile\" nido seravezza").results.near.total, 0);
    // Where something has all the words, nothing is only near.
    assert_eq!(search("asilo nido seravezza").results.near.total, 0);
}

#[rstest]
#[case("cosa fanno all'asilo di seravezza")]
#[case("vorrei sapere quando finisce l'asilo a seravezza")]
#[case("mi può dire dove faranno questo asilo di seravezza grazie")]
#[case("could you tell me when they will finish the nursery in seravezza")]
fn the_words_of_a_question_force_nothing(#[case] text: &str) {
    let found = search(text).results.totals.projects;
    assert_eq!(found, search("asilo seravezza").results.totals.projects, "{text}");
    assert_eq!(
        search(&format!("\"cosa fanno\" {text}")).results.totals.projects,
        0
    );
}

#[test]
fn nothing_found_says_what_to_drop() {
    let made = search("asilo seravezza zzyzx ");
    assert_eq!(made.results.totals.projects, 0);
    let word = "zzyzx".to_owned();
    let drop = Hint::WithoutWord {
        word,
        span: 16..21,
        projects: 2,
    };
    assert!(made.results.hints.contains(&drop), "{:?}", made.results.hints);
    let seravezza = crate::model::ComuneCode::parse("046028").unwrap();
    assert!(made.results.hints.contains(&Hint::Comune(seravezza)));
    let made = search("asilo seravezza stato:concluso");
    assert!(made.results.hints.contains(&Hint::WithoutFilters { projects: 2 }));
}

#[test]
fn an_unknown_word_has_near_ones() {
    let made = search("seravitta prato ");
    let near = made.results.hints.iter().find_map(|h| match h {
        Hint::NearWords { word, near, .. } if word == "seravitta" => Some(near.clone()),
        _ => None,
    });
    assert_eq!(near.unwrap_or_default(), ["seravezza"]);
}

#[test]
fn an_empty_archive_and_an_empty_query() {
    let empty = Index::build(std::sync::Arc::default(), &[], &[]);
    for text in ["", "asilo", "comune:prato", "\"a b\"", "j57h22001230006"] {
        assert_eq!(
            empty.search(&Query::parse(text), &Settings::default(), 9).hits,
            []
        );
    }
    assert_eq!(search("").titles().len(), 9);
    assert!(!search("di").results.hits.is_empty());
}

#[test]
fn the_limit_bounds_the_hits_not_the_counts() {
    let index = archive();
    let results = index.search(&Query::parse("asilo"), &Settings::default(), 2);
    assert_eq!((results.hits.len(), results.totals.projects), (2, 4));
    let none = index.search(&Query::parse("asilo"), &Settings::default(), 0);
    assert_eq!((none.hits.len(), none.totals.projects), (0, 4));
}
