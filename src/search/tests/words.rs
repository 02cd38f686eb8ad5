//! How words are understood.

use super::archive::{CIG, CUP};
use super::*;

fn reading(text: &str, word: &str) -> Reading {
    let made = search(text);
    let found = made.results.words.iter().find(|w| w.word == word);
    found
        .unwrap_or_else(|| panic!("{word} in {:?}", made.results.words))
        .reading
        .clone()
}

#[rstest]
#[case("asilo nido seravezza")]
#[case("ASILO a Seravezza")]
#[case("asillo nido serravezza")]
#[case("aislo seravezza")]
#[case("asili seravezza")]
#[case("nidi seravezza")]
#[case("nursery seravezza")]
#[case("asiloseravezza")]
#[case("asilo sera vezza")]
#[case("asilo in serav")]
#[case("asilo sreav")]
#[case("quanto costa l'asilo di seravezza")]
#[case("chi paga l'asilo di seravezza")]
#[case("quando apre l'asilo di seravezza")]
#[case("chi ha vinto la gara dell'asilo di seravezza")]
#[case("progetto asilo comune di seravezza")]
#[case("J57H 2200 1240 006")]
fn the_nursery_of_seravezza_comes_first(#[case] text: &str) {
    let first = search(text).first();
    assert!(
        first.starts_with("Asilo nido") && first.ends_with("Seravezza"),
        "{text}: {first}"
    );
}

#[test]
fn corrections_are_shown_and_can_be_refused() {
    let made = search("asillo serravezza");
    assert_eq!(made.results.corrected.as_deref(), Some("asilo seravezza"));
    assert!(made.results.hits[0].corrected);
    assert_eq!(search("asilo seravezza").results.corrected, None);
    let refused = Settings {
        correct: false,
        ..Settings::default()
    };
    assert_eq!(
        search_with("asillo serravezza", &refused).results.totals.projects,
        0
    );
    let split = search("asilonido -prato comune:seravezza");
    assert_eq!(
        split.results.corrected.as_deref(),
        Some("asilo nido -prato comune:seravezza")
    );
    let joined = search("asilo monte murlo");
    assert_eq!(joined.results.totals.projects, 0);
    assert_eq!(
        search("casa monte murlo").results.corrected.as_deref(),
        Some("casa montemurlo")
    );
}

#[test]
fn a_word_is_read_as_what_it_is() {
    assert_eq!(reading("asilo di prato ", "di"), Reading::Ignored);
    assert_eq!(reading("asilo di prato ", "asilo"), Reading::Whole);
    assert_eq!(reading("asilo pra", "pra"), Reading::Unfinished);
    assert_eq!(
        reading("seravvezza ", "seravvezza"),
        Reading::Corrected(vec!["seravezza".into()])
    );
    assert_eq!(reading("qwertyuiop ", "qwertyuiop"), Reading::Unknown);
    assert_eq!(reading("M4C1", "m4c1"), Reading::Code(CodeKind::Submeasure));
    assert_eq!(reading(CUP, &CUP.to_lowercase()), Reading::Code(CodeKind::Cup));
    assert_eq!(reading(CIG, &CIG.to_lowercase()), Reading::Code(CodeKind::Cig));
    assert!(matches!(reading("dottore ", "dottore"), Reading::Synonym(_)));
}

#[test]
fn asilo_is_not_basilica() {
    let made = search("asilo");
    assert_eq!(made.results.totals.projects, 4);
    for text in ["asillo", "asilp", "asilo", "asili"] {
        let made = search(text);
        let catalogue = made.index.catalogue();
        for hit in &made.results.hits {
            let brief = &catalogue.projects[hit.project as usize];
            let nursery = catalogue.measure_of(brief).unwrap().code.as_str() == "M4C1I1.01.00";
            assert!(nursery || brief.category.is_some(), "{text}");
        }
    }
    assert_eq!(search("basilica").results.totals.projects, 1);
}

#[test]
fn short_words_are_not_corrected() {
    assert_eq!(search("usk ").results.totals.projects, 0);
    assert_eq!(search("usl ").results.totals.projects, 2);
    assert_eq!(search("asl ").results.totals.projects, 2);
}

#[test]
fn spellings_stand_for_the_word() {
    for text in [
        "s. giuliano terme",
        "san giuliano terme",
        "s giuliano",
        "scuola dante s.giuliano",
    ] {
        let made = search(text);
        assert!(
            made.first().contains("San Giuliano"),
            "{text}: {:?}",
            made.titles()
        );
    }
}

#[test]
fn codes_match_whole_or_by_their_beginning_and_are_never_corrected() {
    assert_eq!(search("j57h2200123").results.totals.projects, 1);
    assert_eq!(search("J57H").results.totals.projects, 2);
    assert_eq!(search("m4c1i1.1").results.totals.projects, 3);
    assert_eq!(search("M4C1I1.01.00 seravezza").results.totals.projects, 1);
    assert_eq!(search("100003").results.totals.projects, 1);
    let id = search(CUP).results.hits[0].id;
    assert_eq!(search(id.as_str()).results.hits[0].id, id);
    let near = search("J57H22001230007");
    assert_eq!(near.results.totals.projects, 0);
    assert_eq!(near.results.corrected, None);
    let offered = near.results.hints.iter().find_map(|h| match h {
        Hint::NearCode { code, project, .. } => Some((code.as_str(), *project)),
        _ => None,
    });
    assert_eq!(offered, Some((CUP, id)));
}

#[test]
fn phrases_stand_side_by_side() {
    assert_eq!(search("\"casa della comunità\"").results.totals.projects, 2);
    assert_eq!(search("\"comunità della casa\"").results.totals.projects, 0);
    assert_eq!(search("\"a Seravezza\"").results.totals.projects, 2);
    assert_eq!(search("\"usl toscana\" prato").results.totals.projects, 2);
    assert_eq!(search("\"asillo\"").results.totals.projects, 0);
    assert_eq!(
        search("prato -\"casa della comunità\"").results.totals.projects,
        search("prato").results.totals.projects - 2
    );
}

#[test]
fn a_minus_leaves_out() {
    let all = search("asilo").results.totals.projects;
    assert_eq!(search("asilo -seravezza").results.totals.projects, all - 2);
    assert_eq!(search("asilo -asili").results.totals.projects, 0);
}

#[test]
fn highlighting_knows_corrections() {
    let made = search("asillo serav");
    let text = "Asilo nido a Seravezza";
    let marked: Vec<&str> = made
        .results
        .highlight
        .spans(text)
        .into_iter()
        .map(|r| &text[r])
        .collect();
    assert_eq!(marked, ["Asilo", "Serav"]);
}

#[rstest]
#[case("nio seravezza")]
#[case("asilo seaveza")]
#[case("nodo seravezza")]
fn what_is_not_sure_is_offered_with_its_rows(#[case] text: &str) {
    let made = search(text);
    assert_eq!(
        (made.results.totals.projects, made.results.corrected),
        (0, None),
        "{text}"
    );
    let offered = |hint: &Hint| matches!(hint, Hint::Offer { text } if text.ends_with("seravezza"));
    assert!(
        made.results.hints.iter().any(offered),
        "{text}: {:?}",
        made.results.hints
    );
    let near = &made.results.near.hits[0];
    let brief = &made.index.catalogue().projects[near.hit.project as usize];
    let title = crate::title::compose(made.index.catalogue(), brief, crate::lang::Lang::It);
    assert!(
        title.starts_with("Asilo nido") && title.ends_with("Seravezza"),
        "{text}: {title}"
    );
    assert_eq!(near.missing.len(), 1, "{text}: {:?}", near.missing);
}

#[rstest]
#[case("as ilo seravezza")]
#[case("asilo dells seravezza")]
#[case("nuovo asilo seravezza")]
#[case("asilo comue seravezza")]
#[case("asilo seravezza n. 12 55047")]
fn short_split_and_plain_words_are_forgiven_too(#[case] text: &str) {
    let first = search(text).first();
    assert!(
        first.starts_with("Asilo nido") && first.ends_with("Seravezza"),
        "{text}: {first}"
    );
}

#[test]
fn a_comune_is_first_of_all_the_comune() {
    // The hit of another comune with the name in its texts is none.
    let made = search("asilo a Prato");
    assert_eq!(made.results.hits.len(), 1, "{:?}", made.titles());
    assert_eq!(search("asilo a San Giuliano Terme").results.hits.len(), 1);
    // No other word is meant by the name of a comune, and what is not there is said.
    let made = search("palestra a Montemurlo");
    assert!(made.results.hits.is_empty());
    let made = search("casa a Montemurlo");
    assert_eq!(made.results.hits.len(), 1);
    assert_eq!(made.results.others, None);
}
