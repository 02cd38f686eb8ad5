//! What stands first.

use super::*;
use crate::model::ComuneCode;

#[test]
fn title_and_place_stand_over_body_and_body_over_category() {
    let titles = search("prato").titles();
    let own = titles.iter().position(|t| t.ends_with("a Prato")).unwrap();
    let province = titles.iter().position(|t| t.contains("Fornaci")).unwrap();
    let by_body = titles.iter().position(|t| t.contains("San Giuliano")).unwrap();
    assert!(own < province && province < by_body, "{titles:?}");
    let titles = search("asilo").titles();
    assert!(titles[..2].iter().all(|t| t.starts_with("Asilo")), "{titles:?}");
}

#[test]
fn whole_stands_over_beginning_over_correction() {
    // Whole in an address, the beginning of a comune in a title.
    let titles = search("via").titles();
    assert!(titles[0].contains("in Toscana"), "{titles:?}");
    assert!(titles[1].contains("Viareggio"), "{titles:?}");
    // Whole in a site; what stands in an address is only like it.
    let made = search("dante ");
    let corrected: Vec<bool> = made.results.hits.iter().map(|h| h.corrected).collect();
    assert_eq!(corrected, [false]);
    assert_eq!(made.results.corrected, None);
}

#[test]
fn a_word_stands_over_its_synonyms() {
    let made = search("medico");
    assert!(made.first().starts_with("Casa"));
    let titles = search("quartiere").titles();
    assert!(
        titles[0].starts_with("Recupero di case e quartieri"),
        "{titles:?}"
    );
}

#[test]
fn equals_stand_by_amount() {
    let amounts = |text: &str| -> Vec<i64> {
        let made = search(text);
        let projects = &made.index.catalogue().projects;
        let hits = made.results.hits.iter();
        hits.map(|h| projects[h.project as usize].total.unwrap_or_default().0)
            .collect()
    };
    assert_eq!(amounts("asilo infanzia"), [125_000_000, 90_000_000, 50_000_000]);
}

#[test]
fn own_stands_over_shared_over_wide() {
    let titles = search("seravezza").titles();
    assert!(titles[0].starts_with("Asilo"), "{titles:?}");
    let all = search("toscana").titles();
    let wide = all.iter().position(|t| t.contains("in Toscana")).unwrap();
    assert!(wide > 0, "{all:?}");
}

#[test]
fn home_and_its_neighbours_are_lifted() {
    let home = |code: &str| Settings {
        home: ComuneCode::parse(code),
        ..Settings::default()
    };
    assert!(search("asilo nido").first().ends_with("Seravezza"));
    assert!(
        search_with("asilo nido", &home("100005"))
            .first()
            .ends_with("Prato")
    );
    // Montemurlo borders on Prato.
    assert!(
        search_with("asilo nido", &home("100003"))
            .first()
            .ends_with("Prato")
    );
    assert!(
        search_with("asilo seravezza", &home("100005"))
            .first()
            .ends_with("Seravezza")
    );
}

#[test]
fn other_orders() {
    let sorted = |sort| {
        let settings = Settings {
            sort,
            ..Settings::default()
        };
        search_with("asilo infanzia", &settings).titles()
    };
    let ends = |titles: Vec<String>| -> Vec<String> {
        titles
            .iter()
            .map(|t| t.split(' ').next_back().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(ends(sorted(Sort::Amount)), ["Seravezza", "Prato", "Terme"]);
    assert_eq!(ends(sorted(Sort::SharePaid))[0], "Seravezza");
    assert_eq!(ends(sorted(Sort::EndDate))[..2], ["Prato", "Seravezza"]);
    let names = sorted(Sort::Name);
    assert!(names.is_sorted(), "{names:?}");
}
