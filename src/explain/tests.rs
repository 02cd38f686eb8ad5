#![allow(clippy::unwrap_used)]

use super::fixture::*;
use super::*;
use crate::model::*;
use crate::snapshot::Catalogue;
use jiff::civil::date;

fn text(explanation: &Explanation, question: Question) -> String {
    let texts: Vec<&str> = explanation
        .answer(question)
        .claims
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    texts.join(" ")
}

fn it(p: &Project) -> Explanation {
    project(&catalogue(), p, Lang::It)
}

fn odd(p: &Project) -> String {
    let texts: Vec<String> = it(p).oddities.into_iter().map(|c| c.text).collect();
    texts.join(" ")
}

fn missing_of(e: &Explanation, question: Question) -> Vec<Missing> {
    e.answer(question)
        .claims
        .iter()
        .filter_map(|c| c.missing)
        .collect()
}

#[track_caller]
fn says(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "no {wanted:?} in {text:?}");
}

#[track_caller]
fn says_not(text: &str, unwanted: &str) {
    assert!(!text.contains(unwanted), "{unwanted:?} in {text:?}");
}

#[test]
fn all_eight_questions_of_a_full_project() {
    let e = it(&full());
    assert_eq!(e.answers.each_ref().map(|a| a.question), Question::ALL);
    assert!(e.answers.iter().all(Answer::is_answered));
    assert!(e.oddities.is_empty(), "{:?}", e.oddities);
    let what = text(&e, Question::What);
    says(&what, "Il progetto riguarda l'Asilo nido Il Girasole.");
    says(&what, "I lavori costruiscono un'opera nuova.");
    says(&what, "L'opera è di questo tipo: asili nido.");
    let who = text(&e, Question::Who);
    says(&who, "Il Comune di Seravezza realizza il progetto.");
    says(
        &who,
        "Alfa Costruzioni S.r.l. ha avuto un contratto per questo progetto.",
    );
    says(&who, "con una gara aperta a tutte le imprese.");
    says(&who, "Mette soldi anche il Comune.");
    says(&who, "Il Ministero dell'Istruzione e del Merito guida la misura");
    let place = text(&e, Question::Where);
    assert_eq!(
        place,
        "Il progetto è a Seravezza, in provincia di Lucca. L'indirizzo è questo: via Roma 1."
    );
    let contact = text(&e, Question::Contact);
    says(
        &contact,
        "Potete chiedere all'Ufficio relazioni con il pubblico (URP) del Comune di Seravezza.",
    );
    says(&contact, "J57H22001230006");
}

#[test]
fn four_kinds_of_money_keep_their_names() {
    let much = text(&it(&full()), Question::HowMuch);
    says(
        &much,
        "Il progetto ha un finanziamento totale di 1.250.340,50 euro, cioè circa 1,3 milioni di euro.",
    );
    says(&much, "Il PNRR mette 1.000.000 euro, cioè l'80 per cento.");
    says(&much, "Al 31 marzo 2025 i pagamenti arrivavano a 300.000 euro.");
    says(&much, "È il 24 per cento del finanziamento totale.");
    says(
        &much,
        "La gara partiva da 1.000.000 euro, cioè 1 milione di euro.",
    );
    says(&much, "Il contratto vale 880.000 euro.");
    says(&much, "Lo sconto sul prezzo di partenza è del 12 per cento.");
    says(
        &much,
        "La somma fa circa 100 euro per ogni abitante di Seravezza.",
    );
    says(
        &much,
        "Gli abitanti di Seravezza erano 12.500 al 1º gennaio 2023, secondo l'ISTAT.",
    );
}

#[test]
fn a_natural_person_is_not_named() {
    let who = text(&it(&full()), Question::Who);
    says(&who, "Ha avuto un contratto anche una persona che non nominiamo.");
}

#[test]
fn an_award_above_its_base_is_odd_and_no_discount() {
    let mut p = full();
    p.tenders[0].award = Some(Cents(120_000_000));
    says_not(&text(&it(&p), Question::HowMuch), "sconto");
    says(
        &odd(&p),
        "Un contratto vale più del prezzo di partenza della gara.",
    );
}

#[test]
fn late_only_from_dates_and_with_their_day() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(
        &progress(&p),
        "Al 13 giugno 2026 il progetto era in ritardo sulla data prevista.",
    );
    p.dates[2].value = date(2026, 9, 30);
    says(&progress(&p), "Al 13 giugno 2026 il progetto non era in ritardo");
    says(
        &text(&it(&p), Question::When),
        "La fine è prevista per il 30 settembre 2026.",
    );
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 6, 1)));
    says(&progress(&p), "Il progetto è finito entro la data prevista.");
    p.dates[2].value = date(2026, 3, 31);
    says(
        &progress(&p),
        "Il progetto è finito 2 mesi dopo la data prevista.",
    );
    // No dates: nothing about lateness but that it is not known.
    p.dates.clear();
    says_not(&progress(&p), "ritardo");
    let bare = bare("M6C1I1.01.00", &[OLD_PLACES]);
    says(
        &progress(&bare),
        "non è in questo archivio, che arriva al 1º marzo 2023",
    );
}

#[test]
fn an_end_after_the_table_is_no_end() {
    let mut p = full();
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 12, 31)));
    says_not(&text(&it(&p), Question::When), "è finito");
    says(
        &odd(&p),
        "La tabella segna già la fine, del 31 dicembre 2026, ma quel giorno doveva ancora venire al 13 giugno 2026.",
    );
}

#[test]
fn phases_differ_by_nature() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(
        &progress(&p),
        "Al 13 giugno 2026 la fase dei lavori in cantiere era in corso.",
    );
    p.labels[0].value = "01".into();
    says(&progress(&p), "la fase della consegna dei beni era in corso.");
    p.labels[6].value = "Conclusa".into();
    says(&progress(&p), "la fase della consegna dei beni era finita.");
    p.phases = vec![Phase {
        code: "10".into(),
        name: Some("Collaudo".into()),
        start_planned: None,
        start_actual: None,
        end_planned: Some(date(2026, 8, 11)),
        end_actual: None,
        source: PROJECTS,
    }];
    says(
        &text(&it(&p), Question::When),
        "La fine della fase del collaudo, cioè del controllo finale, è prevista per l'11 agosto 2026.",
    );
}

#[test]
fn not_published_and_not_in_the_archive_are_told_apart() {
    // Today's table has the columns, and its cells are empty.
    let e = it(&bare("M6C1I1.01.00", &[PROJECTS, PLACES]));
    assert_eq!(missing_of(&e, Question::When), [Missing::NotPublished]);
    says(
        &text(&e, Question::When),
        "Le date di inizio e di fine non sono pubblicate al 13 giugno 2026",
    );
    // The table of 2023 did not have them yet.
    let old = it(&bare("M6C1I1.01.00", &[OLD_PROJECTS, OLD_PLACES]));
    assert_eq!(missing_of(&old, Question::When), [Missing::NotInArchive]);
    assert!(missing_of(&old, Question::HowMuch).contains(&Missing::NotPublished));
    // Only a table of places: nothing is held that could say it.
    let places = it(&bare("M6C1I1.01.00", &[OLD_PLACES]));
    for question in [
        Question::Who,
        Question::HowMuch,
        Question::When,
        Question::Progress,
    ] {
        let missing = missing_of(&places, question);
        assert!(!missing.is_empty() && missing.iter().all(|m| *m == Missing::NotInArchive));
        says_not(&text(&places, question), "pubblicat");
    }
    for claim in places.claims().filter(|c| c.missing.is_some()) {
        assert_eq!(claim.evidence, Evidence::Missing);
    }
}

#[test]
fn what_where_benefit_and_contact_are_never_missing() {
    let mut p = bare("M6C1I1.01.00", &[]);
    p.places.clear();
    p.cup.clear();
    let mut unknown = p.clone();
    unknown.submeasure = Submeasure::parse("M9C9I9.99.00").unwrap();
    for p in [p, unknown] {
        for lang in Lang::ALL {
            let e = project(&Catalogue::default(), &p, lang);
            for question in [
                Question::What,
                Question::Where,
                Question::Benefit,
                Question::Contact,
            ] {
                assert!(e.answer(question).is_answered(), "{question:?}");
            }
            assert!(e.answers.iter().all(|a| !a.claims.is_empty()));
        }
    }
}

#[test]
fn pa_digitale_tells_its_decisions() {
    let e = it(&digital());
    let when = text(&e, Question::When);
    says(&when, "La domanda per i soldi è partita l'8 giugno 2022.");
    says(&when, "I soldi sono stati assegnati l'11 settembre 2022.");
    says(
        &when,
        "Le domande si potevano fare dal 4 aprile 2022 al 2 settembre 2022.",
    );
    says(
        &text(&e, Question::Progress),
        "i soldi sono stati versati il 1º febbraio 2024.",
    );
    says(&text(&e, Question::HowMuch), "Il PNRR dà al progetto 25.246 euro");
    let mut p = digital();
    p.candidatures[0].status = Some('R');
    says(
        &text(&it(&p), Question::Progress),
        "L'ente ha rinunciato ai soldi il 1º febbraio 2024.",
    );
    p.candidatures[0].status = Some('A');
    says(
        &text(&it(&p), Question::Progress),
        "i soldi erano assegnati ma non ancora versati",
    );
}

#[test]
fn targets_are_told_with_the_day_of_the_table() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(&progress(&p), "Il progetto prevede 60 posti nei nidi.");
    says(&progress(&p), "Al 31 marzo 2025 il conto era a 0 su 60.");
    p.targets[0].planned = Some(1.0);
    p.targets[0].achieved = Some(1.0);
    says(&progress(&p), "Il progetto prevede 1 posto nei nidi.");
    says(
        &progress(&p),
        "Al 31 marzo 2025 l'obiettivo era raggiunto, con 1 su 1.",
    );
    p.targets[0].indicator = "T9999".into();
    p.targets[0].name = "Nr. di alberi piantati".into();
    says(
        &progress(&p),
        "Per l'obiettivo chiamato alberi piantati il numero previsto è 1.",
    );
}

#[test]
fn places_of_every_width() {
    let mut p = bare("M6C1I1.01.00", &[PLACES]);
    let at = |p: &Project| text(&it(p), Question::Where);
    assert_eq!(at(&p), "Il progetto è a Prato.");
    p.places = ["100005", "046028", "048014"].map(place).to_vec();
    assert_eq!(at(&p), "Il progetto è in 3 comuni: Prato, Seravezza ed Empoli.");
    for (place, share) in p.places.iter_mut().zip([5_000, 3_000, 2_000]) {
        place.share = Some(share);
    }
    says(&at(&p), "La parte che sta a Seravezza è il 30 per cento.");
    p.places[0].share = Some(9_000);
    says(
        &odd(&p),
        "Le parti dei luoghi sommate fanno 140 per cento, non 100.",
    );
    let mut wide = place("046028");
    wide.comune = None;
    p.places = vec![wide.clone()];
    assert_eq!(at(&p), "Il progetto riguarda tutta la provincia di Lucca.");
    wide.province = None;
    p.places = vec![wide.clone()];
    assert_eq!(at(&p), "Il progetto riguarda tutta la Toscana.");
    let mut other = wide.clone();
    other.region = RegionCode::parse("10");
    p.places = vec![wide.clone(), other];
    says(&at(&p), "Il progetto tocca anche un'altra regione: Umbria.");
    says(&at(&p), "non per una sola regione.");
    wide.region = None;
    p.places = vec![wide];
    assert_eq!(
        at(&p),
        "Il progetto riguarda tutta l'Italia. Non è quindi il progetto di un solo comune."
    );
}

#[test]
fn an_amount_for_each_inhabitant_only_for_works_of_one_comune() {
    let each = |p: &Project| text(&it(p), Question::HowMuch).contains("per ogni abitante");
    let mut p = full();
    assert!(each(&p));
    p.places.push(place("100005"));
    assert!(!each(&p), "two comuni");
    let mut p = full();
    p.bodies[0].1 = body("Azienda USL Toscana Nord Ovest");
    assert!(!each(&p), "a hospital serves more than its comune");
    let mut p = full();
    p.labels[0].value = "07".into();
    assert!(!each(&p), "help to a firm");
}

#[test]
fn oddities_are_told() {
    let mut p = full();
    p.amounts[3].2.value = Cents(126_034_050);
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
    says(&odd(&p), "Lo stesso CUP compare anche in un'altra misura.");
    says(
        &odd(&p),
        "Altri 2 progetti della stessa misura hanno lo stesso CUP.",
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
            field: "funding.total".into(),
            kept: "1250340.50".into(),
            kept_source: PROJECTS,
            other: "1200000.00".into(),
            other_source: OLD_PROJECTS,
        },
        Disagreement {
            field: "label.cup_status".into(),
            kept: "closed".into(),
            kept_source: PROJECTS,
            other: "active".into(),
            other_source: OLD_PROJECTS,
        },
    ];
    let odd = odd(&p);
    says(&odd, "Due tabelle non danno un finanziamento totale uguale");
    says(
        &odd,
        "Al 13 giugno 2026 il valore era 1.250.340,50 euro, al 28 febbraio 2023 era 1.200.000 euro.",
    );
    says(&odd, "Due tabelle non danno uno stato del CUP uguale");
    says_not(&odd, "closed");
}

#[test]
fn a_project_that_a_newer_list_lacks_is_marked() {
    let p = bare("M6C1I1.01.00", &[OLD_PROJECTS, OLD_PLACES]);
    says(
        &odd(&p),
        "Un elenco più nuovo non ha più questo progetto: c'era al 1º marzo 2023, manca al 13 giugno 2026.",
    );
    says_not(&odd(&bare("M6C1I1.01.00", &[OLD_PROJECTS, PLACES])), "elenco");
    // A list that is much shorter is a part, and proves nothing.
    let mut catalogue = catalogue();
    catalogue.sources[10].rows = 1_000;
    let e = project(&catalogue, &p, Lang::It);
    assert!(e.oddities.is_empty());
}

#[test]
fn the_plan_pays_all_only_when_the_figures_agree() {
    let mut p = full();
    p.amounts = vec![money(AmountKind::Funding, Fund::Pnrr, 100_000)];
    says(&text(&it(&p), Question::Who), "I soldi vengono dal PNRR.");
    p.amounts.push(money(AmountKind::Funding, Fund::Total, 200_000));
    says(
        &text(&it(&p), Question::Who),
        "Una parte dei soldi viene dal PNRR.",
    );
    says_not(&text(&it(&p), Question::HowMuch), "Paga tutto");
}

#[test]
fn a_changed_fact_changes_its_sentence_only() {
    let one = it(&full());
    assert_eq!(one, it(&full()));
    let mut p = full();
    p.tenders[0].awarded = Some(date(2023, 4, 2));
    let other = it(&p);
    let changed: Vec<(&Claim, &Claim)> = one.claims().zip(other.claims()).filter(|(a, b)| a != b).collect();
    assert_eq!(one.claims().count(), other.claims().count());
    assert_eq!(changed.len(), 1);
    assert_eq!(
        changed[0].1.text,
        "Il contratto è stato assegnato il 2 aprile 2023."
    );
}

#[test]
fn every_claim_has_its_table_and_why_names_it() {
    let catalogue = catalogue();
    for p in [full(), digital(), bare("E.2.0.0", &[PROJECTS])] {
        for lang in Lang::ALL {
            let e = project(&catalogue, &p, lang);
            for claim in e.claims() {
                let why = why(claim, &catalogue, lang);
                let tables = claim.cites.len() + 1 + usize::from(claim.missing.is_some());
                assert_eq!(why.len(), tables, "{}", claim.text);
                assert!(
                    claim.missing.is_some() || !claim.cites.is_empty(),
                    "{}",
                    claim.text
                );
            }
        }
    }
    let e = it(&full());
    let claim = &e.answer(Question::HowMuch).claims[0];
    assert_eq!(
        why(claim, &catalogue, Lang::It),
        [
            "Questa frase è osservata: il dato sta scritto in una tabella.",
            "La tabella è PNRR_Progetti, colonna Finanziamento Totale, di Italia Domani, con i dati del 13 giugno 2026."
        ]
    );
}

#[test]
fn schools_firms_and_ministries_have_their_own_office() {
    let contact = |name: &str| {
        let mut p = full();
        p.bodies[0].1 = body(name);
        text(&it(&p), Question::Contact)
    };
    says(
        &contact("Istituto Comprensivo Don Milani"),
        "Potete chiedere alla segreteria dell'Istituto Comprensivo Don Milani.",
    );
    says(
        &contact("Azienda USL Toscana Centro"),
        "(URP) dell'Azienda USL Toscana Centro.",
    );
    says(
        &contact("Rete Ferroviaria Italiana S.p.A."),
        "Potete chiedere a Rete Ferroviaria Italiana S.p.A., che segue il progetto.",
    );
    says(
        &contact("MIMIT - Ministero delle Imprese e del Made in Italy"),
        "(URP) del Ministero delle Imprese e del Made in Italy.",
    );
    assert!(!contact("Comune di Prato").chars().any(|c| c == '@' || c == '+'));
}

#[test]
fn a_name_in_capitals_is_calmed_in_a_sentence() {
    let mut p = full();
    p.bodies[0].1 = body("ALFA Costruzioni SRL");
    says(
        &text(&it(&p), Question::Who),
        "Alfa Costruzioni S.r.l. realizza il progetto.",
    );
}

#[test]
fn what_a_table_left_behind_in_a_name_is_dropped() {
    let who = |name: &str| {
        let mut p = full();
        p.bodies[0].1 = body(name);
        text(&it(&p), Question::Who)
    };
    says(
        &who("Società Alfa Beta ("),
        "La Società Alfa Beta realizza il progetto.",
    );
    says(
        &who("Ist. Comprensivo di Prato"),
        "L'Istituto Comprensivo di Prato realizza il progetto.",
    );
    says(
        &who("Tecnologie *T.A. S.r.l."),
        "Tecnologie T.A. S.r.l. realizza il progetto.",
    );
}
