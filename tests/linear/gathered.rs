//! The projects gathered for one citizen, as they are heard.

use super::*;

#[test]
fn projects_are_gathered_by_number_and_on_their_page_then_walked() {
    let said = answer(&["asilo nido prato", "raccogli 2"]);
    assert_eq!(said, ["Raccolto: sono 1."]);
    let said = answer(&["asilo nido prato", "raccogli 2", "raccogli 2"]);
    assert_eq!(said, ["Tolto dalla raccolta: ne restano 0."]);
    let said = answer(&["asilo nido prato", "raccogli 2", "1", "raccogli", "raccolta"]);
    assert_eq!(said[0], "Progetti raccolti: 2 progetti");
    let said = answer(&[
        "asilo nido prato",
        "raccogli 2",
        "raccogli 1",
        "raccolta",
        "1",
        "giù",
    ]);
    assert!(said[0].starts_with("2 di 2:"), "{said:?}");
    let said = answer(&["raccogli"]);
    assert!(said[0].starts_with("Si raccoglie un progetto"), "{said:?}");
}

#[test]
fn the_list_is_kept_printed_written_out_and_ended() {
    let home = tempfile::tempdir().unwrap();
    let lines = [
        "asilo nido prato",
        "raccogli 1",
        "raccogli 2",
        "conserva per Maria",
        "conserva nidi di Prato",
        "raccolta",
        "stampa",
        "esporta",
        "inizio",
        "raccolta",
        "banco",
    ];
    let said = talk_at(home.path(), &["semplice"], &lines).join("\n");
    assert!(said.contains("contiene il nome di una persona"), "{said}");
    assert!(said.contains("Raccolta conservata: nidi di Prato"), "{said}");
    for file in [
        "sportello-raccolta.pdf",
        "sportello-raccolta.csv",
        "sportello-raccolta.json",
    ] {
        assert!(home.path().join(file).exists(), "{file}: {said}");
    }
    let ended = said.split("La raccolta è vuota.").nth(1).unwrap();
    assert!(ended.contains("Non c'è ancora nessun progetto"), "{said}");
    assert!(ended.contains("Raccolta: nidi di Prato: 2 progetti"), "{said}");
    let csv = std::fs::read_to_string(home.path().join("sportello-raccolta.csv")).unwrap();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    // What somebody may have worked on is not written over.
    talk_at(
        home.path(),
        &["semplice"],
        &["asilo nido prato", "raccogli 1", "esporta"],
    );
    assert_eq!(
        std::fs::read_to_string(home.path().join("sportello-raccolta.csv")).unwrap(),
        csv
    );
    assert!(home.path().join("sportello-raccolta-2.csv").exists());
}

/// A project that is gathered is called so in every list, but the list of the gathered itself.
#[test]
fn in_every_list_a_word_says_what_is_gathered_already() {
    let again = ["asilo nido prato", "raccogli 2", "indietro", "asilo nido prato"];
    let said = answer(&again).join("\n");
    assert_eq!(said.matches("; già raccolto").count(), 1, "{said}");
    assert!(said.contains("2. ") && !said.contains("1. 1; già"), "{said}");
    let said = answer(&["asilo nido prato", "1", "preferito", "raccogli", "banco"]).join("\n");
    assert!(
        said.contains("1. Preferito") && said.contains("; già raccolto"),
        "{said}"
    );
    let said = answer(&["asilo nido prato", "raccogli 2", "raccolta"]).join("\n");
    assert!(!said.contains("già raccolto"), "{said}");
}
