//! What does not add up in the data.

use super::*;

#[test]
fn an_award_above_its_base_is_odd_and_no_discount() {
    let mut p = full();
    p.tenders[0].award = Some(Cents(120_000_000));
    says_not(&text(&it(&p), Question::HowMuch), "sconto");
    says(
        &odd(&p),
        "Un contratto vale 1.200.000 euro, più del prezzo di partenza, che era di 1.000.000 euro.",
    );
}

#[test]
fn oddities_are_told() {
    let mut p = full();
    p.amounts[3].2.value = Cents(126_034_050);
    p.amounts[3].2.source = PROJECTS;
    says(&odd(&p), "I pagamenti superano il finanziamento di 10.000 euro.");
    let mut p = full();
    p.dates[2].value = date(2023, 4, 1);
    says(
        &odd(&p),
        "La fine prevista, del 1º aprile 2023, viene prima dell'inizio previsto, del 1º maggio 2023.",
    );
    let mut p = full();
    p.cup = "157H22001230006".into();
    says(
        &odd(&p),
        "Il codice CUP non segue le regole: il carattere numero 1 non va bene.",
    );
    p.cup = "Z57H22001230006".into();
    says(&odd(&p), "Il codice CUP ha una forma diversa");
    p.cup.clear();
    says(&odd(&p), "Il progetto non ha il codice CUP nei dati.");
    let mut p = full();
    let other = ProjectId::of("a", "b", "c", 0);
    p.siblings = vec![
        (other, Submeasure::parse("M5C2I2.01.00").unwrap()),
        (other, p.submeasure.clone()),
        (other, p.submeasure.clone()),
    ];
    says(
        &odd(&p),
        "Lo stesso codice (CUP J57H22001230006) sta anche in un'altra scheda: «Recupero di edifici e spazi pubblici».",
    );
    says(
        &odd(&p),
        "Altri 2 progetti della stessa misura hanno lo stesso CUP",
    );
    let mut p = full();
    p.places[0].comune = ComuneCode::parse("046016");
    says(&odd(&p), "Un comune è scritto con un codice che oggi non esiste.");
}

#[test]
fn disagreements_show_both_values() {
    let mut p = full();
    p.disagreements = vec![
        Disagreement {
            kind: DisagreementKind::Contradiction,
            field: "funding.total".into(),
            kept: "1250340.50".into(),
            kept_source: PROJECTS,
            other: "1200000.00".into(),
            other_source: PLACES,
        },
        Disagreement {
            kind: DisagreementKind::Contradiction,
            field: "label.cup_status".into(),
            kept: "closed".into(),
            kept_source: PROJECTS,
            other: "active".into(),
            other_source: PLACES,
        },
    ];
    let odd = odd(&p);
    says(
        &odd,
        "Due tabelle non danno un finanziamento totale uguale: 1.250.340,50 euro al 13 giugno 2026, 1.200.000 euro al 13 giugno 2026.",
    );
    says(&odd, "Due tabelle non danno uno stato del CUP uguale");
    says_not(&odd, "closed");
}

#[test]
fn a_project_that_a_newer_list_lacks_is_marked() {
    let mut p = bare("M6C1I1.01.00", &[OLD_PROJECTS, OLD_PLACES]);
    says_not(&odd(&p), "elenco");
    p.labels.push(Label {
        kind: LabelKind::Unlisted,
        value: "2026-06-13".into(),
        name: None,
        source: PLACES,
    });
    says(
        &odd(&p),
        "Un elenco più nuovo non ha più questo progetto: c'era al 1º marzo 2023, manca al 13 giugno 2026.",
    );
    // It is not told as one that goes on.
    says(
        &text(&it(&p), Question::Progress),
        "Nell'elenco del 13 giugno 2026 il progetto non c'è più.",
    );
    says(&text(&it(&p), Question::Contact), "se il progetto c'è ancora");
    says(
        &text(&it(&p), Question::Contact),
        "l'elenco del 13 giugno 2026 non lo ha più.",
    );
    says_not(&text(&it(&p), Question::Contact), "i dati si fermano");
    says(
        &text(&en(&p), Question::Progress),
        "The list of 13 June 2026 no longer has the project.",
    );
    // A project that has ended, and one that a later table has, are not asked for so.
    p.seen.push(CANDIDATURES);
    says_not(&text(&it(&p), Question::Progress), "non c'è più");
}

/// Contracts of this project alone that are worth more than it costs; a cost with its taxes is no
/// oddity.
#[test]
fn contracts_above_the_cost_are_odd() {
    let mut p = full();
    p.siblings.clear();
    says_not(&odd(&p), "più del costo");
    p.tenders[0].award = Some(Cents(160_000_000));
    p.tenders[0].base = Some(Cents(170_000_000));
    says(
        &odd(&p),
        "Il contratto vale 1.600.000 euro, più del costo che conosciamo, di 1.250.340,50 euro: nessuna tabella dice perché.",
    );
    let told = |p: &Project| {
        let cite = it(p).oddities[0].cites[0].clone();
        let cell = cell(&catalogue(), p, &cite, Lang::It, TODAY);
        cell.map(|cell| (cell.row, cell.value))
    };
    let cig = &p.tenders[0].cig;
    assert_eq!(
        told(&p),
        Some((Some(format!("riga del CIG {cig}")), "1.600.000".to_owned()))
    );
    p.tenders[0].award = Some(Cents(137_537_455));
    says_not(&odd(&p), "più del costo");
    p.tenders[0].award = Some(Cents(160_000_000));
    p.tenders[0].framework = true;
    says_not(&odd(&p), "più del costo");
}

#[test]
fn the_same_pair_is_told_once() {
    let mut p = full();
    let pair = |field: &str| Disagreement {
        kind: DisagreementKind::Contradiction,
        field: field.into(),
        kept: "1250340.50".into(),
        kept_source: PROJECTS,
        other: "1200000.00".into(),
        other_source: PLACES,
    };
    p.disagreements = vec![pair("funding.total"), pair("funding.pnrr")];
    assert_eq!(it(&p).oddities.len(), 1);
}

#[test]
fn what_is_marked_as_done_before_its_day_is_odd() {
    let mut p = full();
    p.dates[1].value = date(2027, 1, 1);
    says(
        &odd(&p),
        "La tabella segna già l'inizio, del 1º gennaio 2027, ma quel giorno doveva ancora venire al 13 giugno 2026.",
    );
    says_not(&text(&it(&p), Question::When), "è iniziato");
    let mut p = full();
    p.phases = vec![Phase {
        code: "10".into(),
        name: Some("Collaudo".into()),
        start_planned: None,
        start_actual: None,
        end_planned: None,
        end_actual: Some(date(2026, 7, 1)),
        source: PROJECTS,
    }];
    says(
        &odd(&p),
        "è segnato come fatto un giorno che doveva ancora venire",
    );
    says_not(&text(&it(&p), Question::When), "collaudo");
    let mut p = full();
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 5, 1)));
    says(
        &odd(&p),
        "La tabella segna la fine il 1º maggio 2026, ma descrive ancora il progetto così: «In corso».",
    );
    says_not(&text(&it(&p), Question::When), "è finito");
}

#[test]
fn an_end_before_its_start_is_never_in_time() {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Progress);
    p.dates.push(on(ProjectDateKind::EndActual, date(2023, 1, 1)));
    says_not(&text(&it(&p), Question::Progress), "entro la data prevista");
    says(&odd(&p), "viene prima dell'inizio");
}

/// One application that two lists have under two bodies is told as one.
#[test]
fn an_application_under_another_body_is_the_same_one() {
    let mut p = full();
    let mut catalogue = catalogue();
    let mut other = Brief::new(ProjectId::of("M4C1I1.01.00", "X", "2", 0), 0);
    other.body = Some(0);
    let id = other.id;
    catalogue.projects = vec![other].into();
    catalogue.bodies = vec![p.bodies[0].1.clone()].into();
    p.siblings = vec![(id, p.submeasure.clone())];
    let odd = |p: &Project| {
        let claims = project(&catalogue, p, Lang::It, TODAY).oddities;
        let texts: Vec<String> = claims.into_iter().map(|c| c.text).collect();
        texts.join(" ")
    };
    says(&odd(&p), "Un altro progetto della stessa misura");
    p.moved = Some((id, true));
    says(
        &odd(&p),
        "Un elenco più nuovo mette questa stessa domanda, con lo stesso CUP, sotto",
    );
    says_not(&odd(&p), "Un altro progetto della stessa misura");
    p.moved = Some((id, false));
    says(&odd(&p), "Un elenco più vecchio metteva questa stessa domanda");
}
