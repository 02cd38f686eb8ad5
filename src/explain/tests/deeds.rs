//! What is done there, and what each contract is for.

use super::*;

fn fact(kind: FactKind, value: &str) -> Fact {
    Fact {
        kind,
        value: value.into(),
        number: None,
        source: PROJECTS,
        column: TextColumn::Title,
    }
}

fn what(facts: &[(FactKind, &str)]) -> String {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Type);
    p.facts = facts.iter().map(|(kind, value)| fact(*kind, value)).collect();
    text(&it(&p), Question::What)
}

#[test]
fn what_is_made_is_told_as_made_and_with_what_is_made_beside_it() {
    use FactKind::*;
    let made = what(&[
        (Thing, "nursery"),
        (Thing, "canteen"),
        (Made, "nursery"),
        (Made, "canteen"),
        (Work, "creation"),
    ]);
    says(&made, "Si realizzano un asilo nido e una mensa");
    says(
        &what(&[(Thing, "nursery")]),
        "Si fanno lavori per un asilo nido, con l'obiettivo di 60 posti di nido.",
    );
    let named = what(&[
        (Name, "Ciclovia Alfa"),
        (Thing, "cycle_path"),
        (Made, "cycle_path"),
        (Lot, "lotto 2 B"),
    ]);
    says(&named, "Si realizza un tratto della Ciclovia Alfa");
    says(&named, "(lotto 2 B)");
}

/// "Rifunzionalizzazione" puts rooms in order.
#[test]
fn rooms_are_put_in_order() {
    use FactKind::*;
    let rooms = what(&[
        (Name, "Asilo nido Alfa"),
        (Thing, "nursery"),
        (Work, "adaptation"),
    ]);
    says(&rooms, "Nell'Asilo nido Alfa");
    says(&rooms, "si sistemano gli spazi");
    let both = what(&[(Thing, "school"), (Work, "refit"), (Work, "adaptation")]);
    says(&both, "Si mette a norma una scuola");
    says(&both, ": si sistemano gli spazi");
    let outside = what(&[(Thing, "school"), (Work, "outdoors"), (Work, "adaptation")]);
    says(&outside, "si sistemano gli spazi esterni");
    assert!(!outside.contains(" e si sistemano"), "{outside}");
}

/// Where nothing says what is done, it is not called a thing that the project "is about".
#[test]
fn money_for_a_thing_is_told_as_such() {
    let mut p = full();
    p.labels
        .retain(|l| !matches!(l.kind, LabelKind::Type | LabelKind::Nature));
    p.facts = vec![fact(FactKind::Thing, "nursery")];
    says(&text(&it(&p), Question::What), "I soldi sono per un asilo nido");
}

#[test]
fn english_says_what_is_done_to_a_thing_and_where() {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Type);
    p.facts = vec![
        fact(FactKind::Name, "Villa Alfa"),
        fact(FactKind::Work, "restoration"),
        fact(FactKind::Work, "roof"),
    ];
    let english = |p: &Project| text(&project(&catalogue(), p, Lang::En, TODAY), Question::What);
    says(&english(&p), "Villa Alfa");
    says(&english(&p), " is restored: the roof is redone");
    p.facts.remove(1);
    says(&english(&p), "At the Villa Alfa, the roof is redone");
}

#[test]
fn a_machine_is_bought_for_its_hospital() {
    use FactKind::*;
    let bought = what(&[(Thing, "mammograph"), (Name, "Ospedale Beta"), (Work, "machines")]);
    says(&bought, "Si compra un mammografo per l'Ospedale Beta");
}

#[test]
fn what_is_made_in_a_house_says_what_is_done_to_the_house() {
    use FactKind::*;
    let made = what(&[
        (Thing, "nursery"),
        (Made, "nursery"),
        (Work, "roof"),
        (Work, "extension"),
    ]);
    says(&made, "Si realizza un asilo nido");
    says(&made, "si rifà il tetto e si ingrandisce l'edificio");
    let new = what(&[(Thing, "nursery"), (Made, "nursery"), (Work, "new_building")]);
    says(&new, "Si costruisce da zero un asilo nido");
    let within = what(&[
        (Name, "Ex Macelli"),
        (Thing, "housing"),
        (Thing, "market"),
        (Made, "housing"),
    ]);
    says(&within, "Si realizzano delle case popolari negli ex Macelli");
    let kitchen = what(&[(Thing, "nursery"), (Thing, "kitchen"), (Made, "kitchen")]);
    says(&kitchen, "Si realizza una cucina per un asilo nido");
    let shared = what(&[
        (Thing, "infant_school"),
        (Thing, "community_centre"),
        (Made, "community_centre"),
    ]);
    says(
        &shared,
        "Si realizza un centro per la comunità in una scuola dell'infanzia",
    );
    let former = what(&[(Name, "Ex Complesso Alfa"), (Thing, "housing"), (Made, "housing")]);
    says(
        &former,
        "Si realizzano delle case popolari nell'ex Complesso Alfa",
    );
    let grown = what(&[
        (Name, "Scuola dell'infanzia Alfa"),
        (Thing, "infant_school"),
        (Thing, "childhood_centre"),
        (Made, "childhood_centre"),
        (Work, "rebuilding"),
    ]);
    says(
        &grown,
        "Si demolisce e si ricostruisce la Scuola dell'infanzia Alfa",
    );
    let station = what(&[
        (Name, "Stazione ferroviaria di Alfa"),
        (Thing, "interchange"),
        (Made, "interchange"),
    ]);
    says(
        &station,
        "un punto di scambio tra treno, bus e auto nella Stazione ferroviaria di Alfa",
    );
    let centre = what(&[
        (Thing, "care_coordination_centre"),
        (Made, "care_coordination_centre"),
        (Within, "health_house"),
    ]);
    says(
        &centre,
        "una centrale operativa territoriale in una Casa della Comunità",
    );
}

#[test]
fn several_things_have_their_verb() {
    use FactKind::*;
    let roads = what(&[(Thing, "roads"), (Work, "safety"), (Work, "repair")]);
    says(&roads, "Si mettono in sicurezza e si riparano delle strade");
    let numbered = what(&[
        (Thing, "road"),
        (Road, "SP 1"),
        (Road, "SP 2 Alfa"),
        (Work, "safety"),
    ]);
    says(
        &numbered,
        "Si mettono in sicurezza le strade provinciali SP 1 e SP 2 Alfa",
    );
    let signs = what(&[(Thing, "road"), (Road, "SP 1"), (Road, "SR 2"), (Work, "signs")]);
    says(&signs, "Sulle strade SP 1 e SR 2");
    let space = what(&[(Thing, "public_space"), (Work, "urban_renewal")]);
    says(&space, "Si rinnova uno spazio pubblico");
}

#[test]
fn a_firm_does_something_with_its_help() {
    use FactKind::*;
    let firm = [
        (Beneficiary, "Alfa S.r.l."),
        (Work, "firm_green"),
        (Work, "firm_digital"),
    ];
    says(&what(&firm), "Alfa S.r.l. investe");
    says(&what(&firm), "investe nel digitale e per inquinare meno");
    says(&what(&firm[..1]), "I soldi vanno ad Alfa S.r.l.");
}

#[test]
fn a_contract_says_which_services_it_is_for() {
    let mut p = full();
    p.tenders[0].object_kind = Some("Servizi".into());
    p.tenders[0].tasks = vec![Task::Design, Task::Supervision];
    p.tenders[0].procedure = None;
    let who = |p: &Project| text(&it(p), Question::Who);
    says(
        &who(&p),
        "il contratto per il progetto dei lavori e la direzione del cantiere",
    );
    p.tenders[0].object_kind = Some("Lavori".into());
    p.tenders[0].tasks = vec![Task::Design, Task::Works];
    says(&who(&p), "il contratto per il progetto dei lavori e il cantiere");
    p.tenders[0].tasks = vec![Task::Design];
    says_not(&who(&p), "il cantiere");
    p.tenders[0].tasks.clear();
    says(&who(&p), "il contratto per i lavori");
}

/// Six firms of one group are six, and of several groups nobody says which works here.
#[test]
fn a_group_counts_all_of_its_firms() {
    let mut p = full();
    let won = p.tenders[0].winners[0].clone();
    let firm = |n: usize, role: &str| {
        let mut award = won.clone();
        let name = format!("Beta Costruzioni Generali {n} S.r.l.");
        award.body = award.body.map(|body| crate::model::Body {
            id: crate::model::BodyId(format!("n:{n}").into()),
            name,
            ..body
        });
        award.role = Some(role.into());
        award
    };
    p.tenders[0].winners = (1..7)
        .map(|n| firm(n, if n == 1 { "Mandataria" } else { "Mandante" }))
        .collect();
    says(
        &text(&it(&p), Question::Who),
        "Un gruppo guidato da Beta Costruzioni Generali 1 S.r.l., con Beta Costruzioni Generali 2 S.r.l., Beta Costruzioni Generali 3 S.r.l. e altre 3 imprese",
    );
    p.tenders[0].winners = (1..7)
        .map(|n| firm(n, if n < 3 { "Mandataria" } else { "Mandante" }))
        .collect();
    says(
        &text(&it(&p), Question::Who),
        "è andato a 2 gruppi, 6 imprese in tutto: le tabelle non dicono quale lavora qui",
    );
}

#[test]
fn an_end_that_is_not_reached_is_told() {
    let mut p = full();
    let target = p.targets[0].clone();
    p.targets = vec![crate::model::Target {
        indicator: "T0105".into(),
        planned: Some(1.0),
        achieved: Some(0.0),
        ..target
    }];
    says(
        &text(&it(&p), Question::Progress),
        "la Casa della Comunità non risultava ancora aperta",
    );
    // What is not yet done was not on the day of the table, whatever month the row is of.
    (p.targets[0].month, p.targets[0].year) = (Some(5), Some(2023));
    says(
        &text(&it(&p), Question::Progress),
        "la Casa della Comunità non risultava ancora aperta",
    );
    says_not(&text(&it(&p), Question::Progress), "maggio 2023");
    p.targets[0].achieved = None;
    says_not(&text(&it(&p), Question::Progress), "non risultava ancora");
}

/// Where one list says that all is checked and paid and another table that it is not yet done.
#[test]
fn paid_out_and_not_yet_done_is_odd() {
    let mut p = crate::explain::fixture::digital();
    says_not(&odd(&p), "Un'altra tabella dice però");
    p.targets = vec![crate::model::Target {
        indicator: "T0076".into(),
        planned: Some(1.0),
        achieved: Some(0.0),
        ..full().targets[0].clone()
    }];
    says(
        &odd(&p),
        "Un'altra tabella dice però che al 31 marzo 2025 l'ente non risultava ancora su pagoPA.",
    );
}

/// Where a table says that the project goes on and another that all of it is reached, that is odd.
#[test]
fn under_way_with_all_that_was_promised_is_odd() {
    let mut p = full();
    says_not(&odd(&p), "ha già dato tutto");
    p.targets[0].achieved = p.targets[0].planned;
    says(&odd(&p), "ha già dato tutto quello che doveva dare");
}

/// Of a group of which only members are known, none has the contract alone.
/// A small purchase under a code of its own kind and once more under an ordinary one is one contract.
#[test]
fn a_contract_of_two_codes_is_counted_once() {
    let mut p = full();
    let tender = |cig: &str, base: i64| Tender {
        cig: cig.into(),
        base: Some(Cents(base)),
        procedure: Some("Affidamento diretto".into()),
        winners: Vec::new(),
        ..full().tenders[0].clone()
    };
    let bare = |cig: &str, base: i64| Tender {
        award: None,
        awarded: None,
        ..tender(cig, base)
    };
    let who = |p: &Project| text(&it(p), Question::Who);
    p.tenders = vec![bare("8994501109", 2_000_000), bare("ZC732F51E6", 2_000_000)];
    says_not(&who(&p), "due contratti");
    says(&who(&p), "20.000 euro");
    // With and without what is put on top.
    p.tenders[1].base = Some(Cents(1_639_344));
    says_not(&who(&p), "due contratti");
    for other in ["8994501110", "ZC732F51E6"] {
        p.tenders[1] = bare(other, 1_800_000);
        says(&who(&p), "due contratti");
    }
    p.tenders[1] = bare("8994501110", 2_000_000);
    says(&who(&p), "due contratti");
}

/// A change of a contract is told with its worth, and is no contract of its own.
#[test]
fn a_change_of_a_contract_is_no_further_contract() {
    let mut p = full();
    p.tenders.truncate(1);
    let alone = text(&it(&p), Question::Who);
    let change = Tender {
        cig: "A04AA69979".into(),
        base: Some(Cents(1_325_417)),
        award: None,
        awarded: None,
        tasks: vec![Task::Change],
        ..p.tenders[0].clone()
    };
    p.tenders.push(change.clone());
    let both = text(&it(&p), Question::Who);
    says(&both, &alone);
    says(
        &both,
        "Poi un contratto è cambiato: la modifica («variante») vale 13.254,17 euro.",
    );
    p.tenders.push(Tender {
        cig: "A04AA69978".into(),
        tasks: Vec::new(),
        procedure: Some("Affidamento diretto per modifiche contrattuali o varianti".into()),
        ..change
    });
    says(
        &text(&it(&p), Question::Who),
        "Poi ci sono state 2 modifiche ai contratti («varianti»), per 26.508,34 euro in tutto.",
    );
    p.tenders.remove(0);
    says_not(&text(&it(&p), Question::Who), "Poi ");
}

#[test]
fn a_member_of_a_group_did_not_win_alone() {
    let mut p = full();
    let award = p.tenders[0].winners[0].clone();
    p.tenders.truncate(1);
    p.tenders[0].winners = vec![award];
    p.tenders[0].winners[0].role = Some("Mandante".into());
    says(&text(&it(&p), Question::Who), "Un gruppo con ");
    p.tenders[0].winners[0].role = Some("Impresa singola".into());
    says_not(&text(&it(&p), Question::Who), "Un gruppo con ");
}

/// Works that a table reports as finished are not under way because some money is still to be paid.
#[test]
fn an_end_that_is_reached_is_the_status() {
    let mut p = full();
    let told = [LabelKind::Progress, LabelKind::Phase, LabelKind::PhaseStatus];
    p.labels.retain(|l| !told.contains(&l.kind));
    p.dates.clear();
    let target = p.targets[0].clone();
    p.targets = vec![crate::model::Target {
        indicator: "T0061".into(),
        planned: Some(1.0),
        achieved: Some(1.0),
        year: Some(2024),
        month: Some(6),
        ..target
    }];
    let e = it(&p);
    says(&e.line.join(" · "), "pronto a giugno 2024");
    let progress = text(&e, Question::Progress);
    says(&progress, "I lavori risultavano finiti a giugno 2024");
    says(
        &text(&it(&p), Question::When),
        "I lavori risultavano finiti a giugno 2024: il giorno della fine del progetto",
    );
    says_not(&progress, "in corso");
    p.targets[0].achieved = None;
    says(&it(&p).line.join(" · "), "in corso");
}

/// What is built or bought is there, though not all of its money has been paid out; a grant that is given is not done.
#[test]
fn a_thing_that_is_there_is_done() {
    let mut p = full();
    let told = [LabelKind::Progress, LabelKind::Phase, LabelKind::PhaseStatus];
    p.labels.retain(|l| !told.contains(&l.kind));
    p.dates.clear();
    let target = p.targets[0].clone();
    let reports = |indicator: &str, planned: f64, achieved: f64| crate::model::Target {
        indicator: indicator.into(),
        planned: Some(planned),
        achieved: Some(achieved),
        year: Some(2023),
        month: Some(4),
        ..target.clone()
    };
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Payment, Fund::Total) {
            amount.value = Cents(1);
        }
    }
    p.targets = vec![reports("T0018", 1.46, 1.47)];
    says(&it(&p).line.join(" · "), "in corso");
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Payment, Fund::Total) {
            amount.value = Cents(110_000_000);
        }
    }
    let e = it(&p);
    says(&e.line.join(" · "), "pronto ad aprile 2023");
    says(
        &text(&e, Question::When),
        "Tutto risultava fatto ad aprile 2023: il giorno della fine",
    );
    says_not(&text(&e, Question::Progress), "in corso");
    says(&text(&e, Question::Contact), "se è già in uso");
    let e = en(&p);
    says(
        &text(&e, Question::When),
        "All of it was reported as done in April 2023: the day",
    );
    p.targets = vec![reports("T0099", 3.0, 3.0)];
    let e = it(&p);
    says(&e.line.join(" · "), "in corso");
    says(
        &text(&e, Question::Progress),
        "Assegnate tutte le 3 borse di dottorato, ad aprile 2023",
    );
    says(
        &text(&en(&p), Question::Progress),
        "All 3 PhD grants awarded, in April 2023",
    );
}

/// A result that an older table does not have yet is no news of a project that a newer one calls over.
#[test]
fn of_what_is_over_nothing_is_planned() {
    let mut p = full();
    for label in &mut p.labels {
        if label.kind == LabelKind::Progress {
            label.value = "Concluso".into();
        }
    }
    for target in &mut p.targets {
        target.achieved = None;
    }
    let progress = text(&it(&p), Question::Progress);
    says_not(&progress, "Nessun risultato");
    says_not(&progress, "nessun risultato");
    says_not(&progress, "In programma");
}

/// A price above all that the project costs is of other works, too; taxes on a price are no oddity.
#[test]
fn prices_that_explain_nothing_are_not_told() {
    let mut p = full();
    let lone = p.tenders[0].clone();
    p.tenders.push(Tender {
        cig: "B04AA69961".into(),
        award: None,
        awarded: None,
        ..lone.clone()
    });
    says(
        &text(&it(&p), Question::Who),
        "prezzo di partenza di 1.000.000 euro",
    );
    p.tenders[1].base = Some(Cents(900_000_000));
    says_not(&text(&it(&p), Question::Who), "prezzo di partenza");
    p.tenders = vec![Tender {
        base: Some(Cents(12_150_000)),
        award: Some(Cents(12_636_000)),
        ..lone.clone()
    }];
    says_not(&odd(&p), "prezzo di partenza");
    p.tenders[0].award = Some(Cents(12_700_000));
    says(&odd(&p), "prezzo di partenza");
}

/// A firm of which one contract is told keeps its other.
#[test]
fn another_contract_of_a_firm_that_is_told_is_told() {
    let mut p = full();
    let lone = p.tenders[0].clone();
    let other = Tender {
        cig: "B04AA69961".into(),
        winners: vec![lone.winners[0].clone()],
        source: Some(TENDERS),
        ..Tender::default()
    };
    p.tenders.push(other);
    says(
        &text(&it(&p), Question::Who),
        "Alfa Costruzioni S.r.l. ha avuto anche un altro contratto.",
    );
    says(
        &text(&en(&p), Question::Who),
        "Alfa Costruzioni S.r.l. got another contract, too.",
    );
}

/// The table of those who work under winners lists winners, too.
#[test]
fn who_won_is_no_subcontractor() {
    let mut p = full();
    let mut again = p.tenders[0].winners[0].clone();
    again.subcontractor = true;
    p.tenders[0].winners.push(again);
    says_not(&text(&it(&p), Question::Who), "subappalto");
}

#[test]
fn what_no_fund_puts_in_is_told() {
    let mut p = full();
    p.amounts
        .retain(|(kind, fund, _)| (*kind, *fund) != (AmountKind::Funding, Fund::Comune));
    says(
        &text(&it(&p), Question::HowMuch),
        "Chi mette gli altri 250.340,50 euro, le tabelle non lo dicono.",
    );
    says_not(&text(&it(&full()), Question::HowMuch), "Chi mette gli altri");
    // Who has paid of it is known.
    p.amounts.extend([
        money(AmountKind::Payment, Fund::Comune, 11_781_787),
        money(AmountKind::Payment, Fund::StateBudget, 2_000_000),
        money(AmountKind::Payment, Fund::StateFoi, 500_050),
    ]);
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "Degli altri 250.340,50 euro al 31 marzo 2025 erano pagati 117.817,87 dal Comune e 25.000,50 dallo Stato.",
    );
    says_not(&much, "Chi mette gli altri");
    says_not(&much, "del resto non si sa");
    // What nobody has paid of it stays open.
    p.amounts.pop();
    let much = text(&it(&p), Question::HowMuch);
    says(&much, "20.000 dallo Stato. Chi mette il resto, non si sa.");
    says(
        &text(&en(&p), Question::HowMuch),
        "Who pays what is left is not known.",
    );
}

/// Payers who find no room in one sentence are told in two, and what they paid above the whole is told
/// as such: nobody says that no table knows them.
#[test]
fn many_payers_of_the_rest_are_all_told() {
    let mut p = full();
    p.amounts
        .retain(|(kind, fund, _)| (*kind, *fund) != (AmountKind::Funding, Fund::Comune));
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Funding, Fund::Total) {
            amount.value = Cents(422_500_000);
        }
    }
    p.amounts.extend([
        money(AmountKind::Payment, Fund::Comune, 141_374_059),
        money(AmountKind::Payment, Fund::State, 30_810_119),
        money(AmountKind::Payment, Fund::Region, 29_257_462),
    ]);
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "erano pagati 1.413.740,59 dal Comune e 308.101,19 dallo Stato. Ne erano pagati anche 292.574,62 dalla Regione. Chi mette il resto, non si sa.",
    );
    says_not(&much, "Chi mette gli altri");
    says(
        &text(&en(&p), Question::HowMuch),
        "Also paid were €308,101.19 from the state and €292,574.62 from the region.",
    );
    let mut p = full();
    p.amounts
        .retain(|(kind, fund, _)| (*kind, *fund) != (AmountKind::Funding, Fund::Comune));
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Payment, Fund::Total) {
            amount.value = Cents(200_000_000);
        }
    }
    p.amounts.extend([
        money(AmountKind::Payment, Fund::Comune, 60_000_000),
        money(AmountKind::Payment, Fund::State, 40_000_000),
    ]);
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "È più del finanziamento: ne vengono 600.000 dal Comune e 400.000 dallo Stato.",
    );
    says_not(&much, "Chi mette gli altri");
}

/// What a fund put in once is a part of what no table says today.
#[test]
fn a_part_that_only_an_older_table_has_is_told_of_the_rest() {
    let mut p = full();
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Funding, Fund::Comune) {
            amount.value = Cents(1_000_000);
            amount.source = OLD_PROJECTS;
        }
    }
    let much = text(&it(&p), Question::HowMuch);
    says(&much, "Degli altri 250.340,50 euro il Comune ");
    says(&much, " metteva 10.000 euro: del resto non si sa.");
    says_not(&much, "Chi mette gli altri");
    // Cents are nobody's part.
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Funding, Fund::Comune) {
            amount.value = Cents(25_034_040);
        }
    }
    says_not(&text(&it(&p), Question::HowMuch), "del resto non si sa");
    // It was a part of a larger whole.
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Funding, Fund::Comune) {
            amount.value = Cents(40_000_000);
        }
    }
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "con un totale più alto, il resto lo metteva il Comune (400.000).",
    );
    says_not(&much, "Chi mette gli altri");
}

#[test]
fn a_study_that_has_only_italy_for_a_place_is_told_at_its_body() {
    let mut p = full();
    p.submeasure = Submeasure::parse("M4C2I1.01.00").unwrap();
    p.labels.clear();
    for (_, body, _) in &mut p.bodies {
        body.name = "Università di Alfa".into();
    }
    for place in &mut p.places {
        (place.region, place.province, place.comune) = (None, None, None);
    }
    p.facts = vec![
        fact(FactKind::Work, "research"),
        fact(FactKind::Programme, "Dipartimento di Chimica"),
    ];
    let what = text(&it(&p), Question::What);
    says(&what, "All'Università di Alfa si fa ricerca");
    says(&what, "Se ne occupa il Dipartimento di Chimica.");
}

/// That all is paid does not say that all is done.
#[test]
fn a_project_that_is_paid_in_full_is_not_called_under_way() {
    let mut p = full();
    p.labels.retain(|l| {
        !matches!(
            l.kind,
            LabelKind::Progress | LabelKind::Phase | LabelKind::PhaseStatus
        )
    });
    p.dates.clear();
    p.targets.clear();
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Payment, Fund::Total) {
            amount.value = Cents(125_034_050);
        }
    }
    let e = it(&p);
    says(
        &text(&e, Question::Progress),
        "risultavano pagati tutti i 1.250.340,50 euro; non si sa se il progetto è finito.",
    );
    says_not(&text(&e, Question::Progress), "in corso");
    assert!(e.line.iter().any(|piece| piece.starts_with("tutto pagato")));
}

/// Of two contracts without a price the larger comes first, by what it started from.
#[test]
fn the_larger_contract_is_told_first() {
    let mut p = full();
    let works = |cig: &str, base: i64| {
        let mut tender = p.tenders[0].clone();
        tender.cig = cig.into();
        tender.object_kind = Some("Lavori".into());
        tender.winners.truncate(1);
        (tender.base, tender.award, tender.awarded) = (Some(Cents(base)), None, None);
        tender
    };
    p.tenders = vec![works("A04AA69961", 10_000_000), works("A04AA69962", 90_000_000)];
    let who = text(&it(&p), Question::Who);
    let (first, second) = (who.find("900.000 euro"), who.find("100.000 euro"));
    assert!(first.is_some() && first < second, "{who}");
}

/// Help to a firm is what the firm does with it, and two counts of one deed are one.
#[test]
fn a_ministry_that_gives_help_does_not_do_the_works() {
    let mut p = full();
    p.bodies[0].1 = body("Ministero delle Imprese e del Made in Italy");
    says(&text(&it(&p), Question::Who), "realizza il progetto");
    label_of(&mut p, LabelKind::Nature).value = "07".into();
    says(
        &text(&it(&p), Question::Who),
        "dà i soldi a chi realizza il progetto",
    );
    let granted = |indicator: &str, month| crate::model::Target {
        indicator: indicator.into(),
        planned: Some(1.0),
        achieved: Some(1.0),
        year: Some(2023),
        month: Some(month),
        ..full().targets[0].clone()
    };
    p.targets = vec![granted("T0136", 2), granted("T0130", 1)];
    let told = text(&it(&p), Question::Progress);
    says(&told, "l'aiuto risultava concesso a gennaio 2023");
    says_not(&told, "febbraio 2023");
}

/// Who has the house knows more of it than the whole Region.
#[test]
fn the_body_that_has_the_house_is_asked() {
    let mut p = full();
    p.bodies[0].1 = body("Regione Toscana");
    p.facts = vec![fact(FactKind::Owner, "Azienda USL Toscana Centro")];
    says(
        &text(&it(&p), Question::Contact),
        "(URP) dell'Azienda USL Toscana Centro",
    );
    p.facts.clear();
    says(&text(&it(&p), Question::Contact), "(URP) della Regione Toscana");
}

#[test]
fn services_of_a_request_that_was_given_up_are_not_counted_for_the_one_that_lives() {
    let mut p = digital();
    let services = Fact {
        number: Some(7.0),
        ..fact(FactKind::Quantity, "services")
    };
    p.facts = vec![fact(FactKind::Service, "cloud"), services];
    says(&text(&it(&p), Question::What), "7 servizi");
    let mut given_up = p.candidatures[0].clone();
    given_up.status = Some('R');
    p.candidatures.insert(0, given_up);
    says(&text(&it(&p), Question::What), "7 servizi");
    p.candidatures[0].amount = Some(Cents(1_000_000));
    says_not(&text(&it(&p), Question::What), "7 servizi");
}
