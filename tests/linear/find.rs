//! Finding: results, filters, order, names, wrong numbers.

use super::*;

#[test]
fn results_go_on_and_their_numbers_with_them() {
    let altri = ["altri"; 6];
    let said = it(&[&["asilo nido"], &altri[..], &["15", "dove", "indietro", "dove"]].concat());
    for n in 1..=15 {
        assert!(said.iter().any(|l| number(l) == Some(n)), "{n}: {said:#?}");
    }
    has(&said, "15 di ");
    has(&said, "Eravate al 15: ");
}

#[test]
fn a_number_that_was_not_said_yet_opens_too() {
    let said = answer(&["asilo nido", "12"]);
    assert!(said[0].starts_with("12 di "), "{said:?}");
}

#[test]
fn filters_are_numbered_with_their_counts() {
    let said = it(&["asilo nido", "filtri", "1", "1", "dove"]);
    has(&said, "1. Comune: ");
    has(&said, "Risultati di «asilo nido comune:");
    let before = it(&["asilo nido", "filtri", "1"]);
    let value = before.iter().rfind(|l| number(l) == Some(1)).unwrap();
    let count = value.rsplit(' ').next().unwrap();
    has(
        &answer(&["asilo nido", "filtri", "1", "1"]),
        &format!("{count} progetti, "),
    );
    assert_eq!(answer(&["filtri"]).len(), 1);
}

#[test]
fn the_order_can_be_changed_and_words_taken_as_typed() {
    has(&answer(&["asilo nido", "ordina"]), "Ordine: prima i più grandi.");
    has(&answer(&["asillo nido", "alla lettera"]), "proprio come sono");
    has(&it(&["asillo nido seravezza"]), "Seravezza");
    assert_eq!(answer(&["ordina"]).len(), 1);
}

#[test]
fn what_may_be_meant_beside_projects_can_be_chosen() {
    let said = it(&["nuova scuola asciano", "vedi", "1"]);
    has(&said, "«Vedi» li elenca.");
    has(&said, "1. Con altri comuni: ");
    has(&said, "1 di 1: Con altri comuni: ");
    has(&answer(&["nuova scuola asciano", "vedi", "1", "dove"]), "oltre:");
    assert_eq!(answer(&["asilo pelago", "vedi"]), ["Da qui non si va altrove."]);
}

#[test]
fn choosing_up_and_down_is_spoken() {
    let said = it(&["asilo nido", "giù", "giù", "su", "apri", "giù"]);
    let chosen = said.iter().find_map(|l| l.strip_prefix("1 di ")).unwrap();
    let total = chosen.split(':').next().unwrap();
    let spoken: Vec<usize> = said
        .iter()
        .filter_map(|l| {
            l.split_once(&format!(" di {total}: "))
                .and_then(|(n, _)| n.parse().ok())
        })
        .collect();
    assert_eq!(spoken, [1, 2, 1, 1, 2], "{said:#?}");
}

#[test]
fn comune_and_measure_have_their_pages_and_projects() {
    let said = it(&["comune prato", "progetti", "1"]);
    has(&said, "I progetti che stanno solo a Prato");
    has(&said, "1 di 1");
    let said = it(&["misura M6C1I1.1.0", "comune", "altri", "montemur", "dove"]);
    has(&said, "Montemurlo.");
    let said = it(&["misura case della comunità", "progetti"]);
    has(&said, "Case della Comunità");
    let said = it(&["misura", "nido", "comune xyz scuola"]);
    has(&said, "asili nido".split(' ').next_back().unwrap());
    has(&answer(&["comune", "altri"]), "10. ");
}

#[test]
fn wrong_numbers_and_words_are_one_sentence() {
    for lines in [
        &["asilo nido", "9999"][..],
        &["asilo nido", "0"],
        &["casa comunità montemurlo", "1", "77"],
        &["9"],
        &["impostazioni", "8"],
        &["lezioni 1", "4"],
        &["d"],
        &["lingua klingon"],
        &["altri"],
        &["vedi"],
        &["suggerimento"],
        &["cerca"],
    ] {
        let said = answer(lines);
        assert_eq!(said.len(), 1, "{lines:?}: {said:?}");
        assert!(said[0].ends_with('.'), "{said:?}");
    }
}

#[test]
fn articles_numbers_and_thanks_are_understood() {
    assert_eq!(answer(&["un comune"]), answer(&["comune"]));
    assert_eq!(answer(&["le misure"]), answer(&["misure"]));
    for one in ["uno", "il primo", "numero uno"] {
        assert_eq!(
            answer(&["asilo nido", one]),
            answer(&["asilo nido", "1"]),
            "{one}"
        );
    }
    for thanks in ["grazie", "grazie mille", "Grazie!", "ok grazie"] {
        assert_eq!(answer(&["asilo nido", thanks]), ["Prego."], "{thanks}");
    }
}

#[test]
fn nothing_found_is_no_dead_end() {
    let said = it(&["asilo xyzzyq prato", "1"]);
    has(&said, "Nessun progetto qui parla di «xyzzyq».");
    assert!(
        !said.iter().any(|l| l.contains("Non ho trovato niente")),
        "{said:#?}"
    );
    has(&said, "1 di ");
    has(&it(&["xyzzyq"]), "Nessun progetto qui parla di «xyzzyq».");
    let said = it(&["D15F22000610003", "1"]);
    has(&said, "1 di 1: C'è D15");
    has(&said, "In breve:");
}

#[test]
fn the_map_is_a_list_of_comuni_by_a_figure() {
    let said = it(&["mappa", "1"]);
    has(&said, "Progetti, comune per comune.");
    has(&said, "1. Firenze (FI): ");
    has(&said, "1 di 273: Firenze (FI)");
    has(
        &it(&["map euro"]),
        "Contano solo i progetti che sono tutti nel comune.",
    );
    has(&it(&["mappa qualcosa"]), "Le altre cifre: «mappa progetti»");
}

#[test]
fn a_question_is_answered_where_it_is_asked() {
    let said = answer(&["quanto prende Montaione"]);
    has(&said, "Montaione.");
    has(&said, "1 di ");
    assert!(!said.iter().any(|line| line.starts_with("1. ")), "{said:#?}");
    let said = answer(&["quando finisce l'ospedale di comunità di Figline"]);
    has(&said, ": Quando.");
    // On the page a question that names nothing else, or what the title says, stays there.
    let opened = ["casa comunità montemurlo", "1"];
    let of = |question: &'static str| answer(&[&opened[..], &[question]].concat());
    has(&of("e quando finisce?"), ": Quando.");
    has(
        &of("quanto è costata questa casa"),
        ": Quanto costa e quanto è pagato.",
    );
    has(&of("dov'è"), ": Dove.");
    let said = answer(&["perché hanno chiuso la strada"]);
    has(&said, "Questo i dati non lo dicono");
    has(&answer(&["che cos'è il cup"]), "CUP.");
    has(&answer(&["fammi vedere la mappa"]), "comune per comune");
    has(&answer(&["zita"]), "Nessun progetto qui parla di «zita».");
}
