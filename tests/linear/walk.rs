//! Walking: where, repeat, back, forward, links.

use super::*;

#[test]
fn a_project_leads_to_its_comune_its_measure_and_back() {
    let said = answer(&["casa comunità montemurlo", "1", "comune"]);
    assert_eq!(said[0], "Montemurlo.");
    let said = answer(&["casa comunità montemurlo", "1", "misura"]);
    assert_eq!(said[0], "Case della Comunità.");
    let said = answer(&["casa comunità montemurlo", "1", "vedi", "1", "indietro"]);
    assert_eq!(
        said[0],
        "Scheda: Casa della Comunità a Montemurlo, Via Sandro Pertini: costruzione nuova."
    );
}

#[test]
fn where_repeat_and_back_work_everywhere() {
    for place in [
        &[][..],
        &["asilo nido"],
        &["asilo nido", "filtri"],
        &["casa comunità montemurlo", "1"],
        &["comune prato"],
        &["misura M6C1I1.1.0"],
        &["glossario cup"],
        &["domande"],
        &["lezioni 2"],
        &["dati"],
        &["impostazioni"],
        &["comandi"],
    ] {
        let with = |word| {
            let mut lines = place.to_vec();
            lines.push(word);
            answer(&lines)
        };
        let here = with("dove");
        assert!((1..=4).contains(&here.len()), "{place:?}: {here:?}");
        let first = match place.split_last() {
            Some(_) => answer(place),
            None => it(&[]),
        };
        let repeated = it(&[place, &["ripeti"]].concat());
        assert_eq!(repeated[repeated.len() - first.len()..], first, "{place:?}");
        let back = with("indietro");
        assert!(!back.is_empty() && back.len() <= 7, "{place:?}: {back:?}");
        assert!(with("aiuto").len() > 4, "{place:?}");
    }
}

#[test]
fn forward_goes_where_one_came_back_from() {
    let said = answer(&["asilo nido", "comune prato", "indietro", "avanti"]);
    assert_eq!(said[0], "Scheda: Prato.");
    assert_eq!(answer(&["avanti"]).len(), 1);
}

#[test]
fn the_sheet_to_take_home_is_written_and_named() {
    let said = it(&["stampa", "nido seravezza", "1", "stampa"]);
    has(&said, "Aprite prima un progetto");
    let file = said
        .iter()
        .find_map(|line| line.strip_prefix("Ho scritto il foglio in "));
    assert!(file.is_some_and(|file| file.ends_with(".pdf")), "{said:?}");
}
