//! Who and where: bodies, persons, offices, places.

use super::*;

#[test]
fn a_natural_person_is_not_named() {
    let who = text(&it(&full()), Question::Who);
    says(
        &who,
        "un professionista o piccola ditta che non nominiamo hanno avuto l'unico contratto noto",
    );
    let mut p = full();
    p.tenders = ["A04AA69961", "A04AA69962"]
        .map(|cig| bare_contract(cig, &[None]))
        .to_vec();
    says(&text(&it(&p), Question::Who), "sono andati 2 contratti.");
}

/// A contract of which only the winners are known.
fn bare_contract(cig: &str, firms: &[Option<&str>]) -> Tender {
    let won = |firm: &Option<&str>| Award {
        body: firm.map(body),
        unnamed: Unnamed::Person,
        trade: None,
        subcontractor: false,
        role: None,
        source: WINNERS,
    };
    Tender {
        cig: cig.into(),
        source: Some(TENDERS),
        winners: firms.iter().map(won).collect(),
        ..Tender::default()
    }
}

#[test]
fn firms_with_a_contract_each_are_told_so() {
    let mut p = full();
    let (alfa, beta) = (Some("Alfa Costruzioni S.r.l."), Some("Beta Impianti S.p.A."));
    p.tenders = vec![
        bare_contract("A04AA69960", &[alfa]),
        bare_contract("A04AA69961", &[beta]),
    ];
    says(
        &text(&it(&p), Question::Who),
        "Alfa Costruzioni S.r.l. e Beta Impianti S.p.A. hanno avuto un contratto a testa",
    );
}

/// Five firms are named in two sentences, who builds before who plans.
#[test]
fn five_firms_are_all_named() {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Nature);
    let names = [
        "Alfa Progetti e Disegni Societa di Ingegneria S.r.l.",
        "Beta Impianti e Manutenzioni Generali S.p.A.",
        "Gamma Scavi e Movimenti di Terra S.r.l.",
        "Delta Ponteggi e Noleggi di Cantiere S.r.l.",
        "Epsilon Costruzioni Edili e Stradali S.r.l.",
    ];
    let cig = |i: usize| format!("A04AA6996{i}");
    p.tenders = names
        .iter()
        .enumerate()
        .map(|(i, name)| bare_contract(&cig(i), &[Some(name)]))
        .collect();
    let trade = |code: &str| Trade {
        code: code.into(),
        source: WINNERS,
    };
    p.tenders[4].winners[0].body.as_mut().unwrap().trade = Some(trade("41.20.00"));
    let who = text(&it(&p), Question::Who);
    says(
        &who,
        "Epsilon Costruzioni Edili e Stradali S.r.l. (edilizia), Alfa",
    );
    says(
        &who,
        "Anche Gamma Scavi e Movimenti di Terra S.r.l. e Delta Ponteggi",
    );
    says_not(&who, "tra cui");
}

#[test]
fn subcontractors_are_counted_as_they_are() {
    let mut p = full();
    let under = |firm: Option<&str>| Award {
        body: firm.map(body),
        unnamed: Unnamed::Person,
        trade: None,
        subcontractor: true,
        role: None,
        source: WINNERS,
    };
    let who = |p: &Project| text(&it(p), Question::Who);
    p.tenders = vec![bare_contract("A04AA69960", &[Some("Alfa Costruzioni S.r.l.")])];
    p.tenders[0].winners.push(under(None));
    says(
        &who(&p),
        "Un professionista o piccola ditta che non nominiamo lavora in subappalto per Alfa Costruzioni S.r.l.",
    );
    p.tenders[0].winners.push(under(Some("Beta Impianti S.p.A.")));
    says(
        &who(&p),
        "Beta Impianti S.p.A. e un professionista o piccola ditta che non nominiamo lavorano in subappalto per Alfa Costruzioni S.r.l.",
    );
    p.tenders[0].winners.push(under(None));
    p.tenders[0].winners.remove(2);
    says(
        &who(&p),
        "Professionisti o piccole ditte che non nominiamo lavorano in subappalto per Alfa Costruzioni S.r.l.",
    );
    // It is the tables that have no name for them, or for some of them.
    let untold = || Award {
        unnamed: Unnamed::Untold,
        ..under(None)
    };
    p.tenders[0].winners.truncate(1);
    p.tenders[0]
        .winners
        .extend([under(Some("Beta Impianti S.p.A.")), untold(), untold()]);
    says(
        &who(&p),
        "Beta Impianti S.p.A. e altri che le tabelle non nominano lavorano in subappalto per Alfa Costruzioni S.r.l.",
    );
    p.tenders[0].winners.push(under(None));
    says(
        &who(&p),
        "Beta Impianti S.p.A. e altri che qui non hanno nome lavorano in subappalto per Alfa Costruzioni S.r.l.",
    );
    let firms = ["Gamma S.r.l.", "Delta S.r.l.", "Epsilon S.r.l."];
    p.tenders[0].winners.extend(firms.map(|firm| under(Some(firm))));
    says(
        &who(&p),
        "In subappalto per Alfa Costruzioni S.r.l. lavorano 4 imprese e altri che qui non hanno nome; tra loro",
    );
    p.tenders[0].winners.retain(|a| a.body.is_some());
    p.tenders[0].winners.push(under(None));
    says(
        &who(&p),
        "lavorano 4 imprese e un professionista o piccola ditta che non nominiamo; tra loro",
    );
    p.tenders[0].winners.truncate(1);
    p.tenders[0].winners.extend([untold(), under(None)]);
    says(
        &who(&p),
        "Professionisti o imprese che qui non hanno nome lavorano in subappalto per Alfa Costruzioni S.r.l.",
    );
}

/// A company under the names of its partners is no person, and a name that no table gives is neither.
#[test]
fn who_has_no_name_is_told_by_what_it_is() {
    let mut p = full();
    p.tenders = vec![bare_contract("A04AA69960", &[None])];
    let who = |p: &Project| text(&it(p), Question::Who);
    p.tenders[0].winners[0].unnamed = Unnamed::Company;
    says(
        &who(&p),
        "un'impresa che non nominiamo ha avuto l'unico contratto noto.",
    );
    p.tenders[0].winners[0].trade = Trade::read("41.20.00", WINNERS);
    says(&who(&p), "un'impresa (edilizia) che non nominiamo ha avuto");
    p.tenders[0].winners[0].unnamed = Unnamed::Untold;
    says(
        &who(&p),
        "un'impresa (edilizia) di cui le tabelle non danno il nome ha avuto",
    );
    p.tenders[0] = bare_contract("A04AA69960", &[Some("Alfa Costruzioni S.r.l."), None]);
    p.tenders[0].winners[1].unnamed = Unnamed::Company;
    says(
        &who(&p),
        "Alfa Costruzioni S.r.l. e un'altra impresa che non nominiamo hanno avuto",
    );
}

/// A firm's trade is told by the whole of its code.
#[test]
fn a_trade_is_told_by_its_whole_code() {
    for (code, said) in [
        ("43.11.00", "(demolizioni)"),
        ("43.12.00", "(scavi e movimento di terra)"),
        ("43.39.01", "(lavori da muratore)"),
        ("43.39.09", "(finiture degli edifici)"),
        ("46.47.10", "(commercio di mobili)"),
    ] {
        let mut p = full();
        p.tenders = vec![bare_contract("A04AA69960", &[Some("Alfa S.r.l.")])];
        let firm = p.tenders[0].winners[0].body.as_mut().unwrap();
        firm.trade = Trade::read(code, WINNERS);
        says(&text(&it(&p), Question::Who), &format!("Alfa S.r.l. {said}"));
    }
}

/// Who runs a project is said to be unknown beside those who have a contract, and asked of somebody.
#[test]
fn who_runs_it_is_said_to_be_unknown_beside_its_contracts() {
    let mut p = full();
    p.bodies.clear();
    let (who, ask) = (text(&it(&p), Question::Who), text(&it(&p), Question::Contact));
    says(&who, "Non si sa quale ente realizza il progetto.");
    says(
        &ask,
        "Chiedete all'ufficio scuola del comune di Seravezza chi realizza il progetto",
    );
    p.tenders.clear();
    says(
        &text(&it(&p), Question::Who),
        "Non si sa chi realizza il progetto.",
    );
}

/// The leader of a group is told where it has no name, and who stands alone follows nobody.
#[test]
fn a_group_is_told_with_its_leader_and_apart_from_who_stands_alone() {
    let mut p = full();
    let (alfa, beta) = (Some("Alfa Costruzioni S.r.l."), Some("Beta Impianti S.p.A."));
    let who = |p: &Project| text(&it(p), Question::Who);
    let give = |p: &mut Project, roles: &[&str]| {
        for (award, role) in p.tenders[0].winners.iter_mut().zip(roles) {
            award.role = Some((*role).into());
        }
    };
    p.tenders = vec![bare_contract("A04AA69960", &[alfa, beta, None])];
    give(&mut p, &["Mandante", "Mandante", "Mandataria"]);
    says(
        &who(&p),
        "Un gruppo guidato da un professionista o piccola ditta, con Alfa Costruzioni S.r.l. e Beta Impianti S.p.A., ha avuto",
    );
    p.tenders[0].winners[2].unnamed = Unnamed::Company;
    p.tenders[0].winners[2].trade = Trade::read("42.11.00", WINNERS);
    says(
        &who(&p),
        "Un gruppo guidato da un'impresa (strade) che non nominiamo, con Alfa",
    );
    give(&mut p, &["Mandataria", "Impresa singola", "Mandante"]);
    p.tenders[0].winners[2].unnamed = Unnamed::Person;
    says(
        &who(&p),
        "Beta Impianti S.p.A. e un gruppo guidato da Alfa Costruzioni S.r.l., con una piccola ditta (strade) che non nominiamo, hanno avuto",
    );
    // Those who build stand before a group of others.
    p.tenders = vec![
        bare_contract("A04AA69960", &[alfa, None]),
        bare_contract("A04AA69961", &[beta]),
    ];
    give(&mut p, &["Mandante", "Mandataria"]);
    let firm = |p: &mut Project, at: usize, code: &str| {
        let body = p.tenders[at].winners[0].body.as_mut().unwrap();
        body.trade = Trade::read(code, WINNERS);
    };
    firm(&mut p, 0, "71.12.10");
    firm(&mut p, 1, "41.20.00");
    let told = who(&p);
    let (builder, group) = (told.find("Beta"), told.find("guidato"));
    assert!(builder < group, "{told}");
    firm(&mut p, 0, "41.20.00");
    let told = who(&p);
    assert!(told.find("guidato") < told.find("Beta"), "{told}");
}

/// A group that has two contracts is not told to have one, nor are lots that read alike.
#[test]
fn contracts_that_read_alike_are_counted() {
    let mut p = full();
    p.tenders = ["A04AA69960", "A04AA69961"]
        .map(|cig| bare_contract(cig, &[Some("Alfa Costruzioni S.r.l."), None]))
        .to_vec();
    for tender in &mut p.tenders {
        tender.winners[0].role = Some("Mandataria".into());
    }
    let who = |p: &Project| text(&it(p), Question::Who);
    says(&who(&p), "ha avuto 2 contratti.");
    for tender in &mut p.tenders {
        tender.winners.remove(0);
        tender.procedure = Some("Affidamento diretto".into());
        tender.tasks = vec![Task::Design];
    }
    says(
        &who(&p),
        "professionisti o piccole ditte che non nominiamo hanno avuto 2 contratti per il progetto dei lavori, senza gara.",
    );
    let lot = |cig: &str| Tender {
        cig: cig.into(),
        object_kind: Some("Lavori".into()),
        procedure: Some("Procedura aperta".into()),
        award: Some(Cents(500_000_000)),
        base: Some(Cents(500_000_000)),
        awarded: Some(date(2022, 9, 7)),
        source: Some(TENDERS),
        ..Tender::default()
    };
    p.tenders = ["A04AA69960", "A04AA69961", "A04AA69962", "A04AA69963"]
        .map(lot)
        .to_vec();
    says(
        &who(&p),
        "4 contratti per i lavori sono stati assegnati, con una gara aperta a tutti, per 5.000.000 euro ciascuno: non si sa a chi.",
    );
}

/// One firm that has two contracts beside one that has one: each is told its own.
#[test]
fn each_firm_is_told_how_many_it_has() {
    let mut p = full();
    let (alfa, beta) = (Some("Alfa Costruzioni S.r.l."), Some("Beta Impianti S.p.A."));
    let who = |p: &Project| text(&it(p), Question::Who);
    p.tenders = [alfa, alfa, beta]
        .iter()
        .zip(["A04AA69960", "A04AA69961", "A04AA69962"])
        .map(|(firm, cig)| bare_contract(cig, &[*firm]))
        .collect();
    says(
        &who(&p),
        "Alfa Costruzioni S.r.l. ha avuto 2 contratti e Beta Impianti S.p.A. uno.",
    );
    p.tenders.push(bare_contract("A04AA69963", &[beta]));
    says(
        &who(&p),
        "Alfa Costruzioni S.r.l. e Beta Impianti S.p.A. hanno avuto 2 contratti a testa.",
    );
    // Two that share both have two in all.
    p.tenders = ["A04AA69960", "A04AA69961"]
        .map(|cig| bare_contract(cig, &[alfa, beta]))
        .to_vec();
    says(&who(&p), "hanno avuto in tutto 2 contratti.");
}

/// Where something is built and no contract may be for it, who builds is said to be unknown.
#[test]
fn who_builds_is_missing_where_all_contracts_are_of_the_desk() {
    let mut p = full();
    let who = |p: &Project| text(&it(p), Question::Who);
    let unknown = "Chi fa i lavori, le tabelle non lo dicono.";
    says_not(&who(&p), unknown);
    p.tenders = vec![bare_contract("A04AA69960", &[None, Some("Alfa Progetti S.r.l.")])];
    says_not(&who(&p), unknown);
    let trade = |code: &str| Trade::read(code, WINNERS);
    let set = |p: &mut Project, code: &str| {
        p.tenders[0].winners[1].body.as_mut().unwrap().trade = trade(code);
    };
    set(&mut p, "71.12.10");
    says(&who(&p), unknown);
    set(&mut p, "41.20.00");
    says_not(&who(&p), unknown);
    set(&mut p, "71.12.10");
    p.tenders[0].object_kind = Some("Lavori".into());
    says_not(&who(&p), unknown);
    p.tenders.clear();
    says(&who(&p), unknown);
}

/// A course that other projects buy, too, is not this building's.
#[test]
fn a_course_for_many_is_told_as_one() {
    let mut p = full();
    p.tenders = vec![bare_contract("A04AA69960", &[Some("Alfa Formazione S.r.l.")])];
    p.tenders[0].winners[0].body.as_mut().unwrap().trade = Trade::read("85.42.00", WINNERS);
    p.tenders[0].framework = true;
    says(
        &text(&it(&p), Question::Who),
        "Alfa Formazione S.r.l. ha avuto un contratto che serve anche altri progetti.",
    );
}

/// What the contracts of persons are for is told with them, and not once more.
#[test]
fn the_contracts_of_persons_say_what_they_are_for() {
    let mut p = full();
    p.tenders = vec![
        bare_contract("A04AA69960", &[None]),
        bare_contract("A04AA69961", &[None]),
    ];
    for tender in &mut p.tenders {
        tender.tasks = vec![Task::Design];
    }
    let who = text(&it(&p), Question::Who);
    says(&who, "sono andati 2 contratti per il progetto dei lavori");
    says_not(&who, "Alcuni contratti sono per");
}

/// A second contract of a firm that was told is not counted among those of the others.
#[test]
fn a_second_contract_of_one_is_none_of_the_others() {
    let mut p = full();
    let (alfa, beta) = (Some("Alfa Costruzioni S.r.l."), Some("Beta Impianti S.p.A."));
    p.tenders = vec![
        bare_contract("A04AA69960", &[alfa]),
        bare_contract("A04AA69961", &[alfa]),
        bare_contract("A04AA69962", &[beta]),
    ];
    p.tenders[0].award = Some(Cents(90_000_000));
    p.tenders[0].awarded = Some(date(2023, 4, 1));
    let who = text(&it(&p), Question::Who);
    says(&who, "Anche Beta Impianti S.p.A. ha avuto un contratto.");
}

#[test]
fn a_project_known_by_its_street_says_the_comune_too() {
    let mut p = full();
    p.facts = vec![Fact {
        kind: FactKind::Street,
        value: "Via Alfa 3".into(),
        number: None,
        source: PROJECTS,
        column: crate::model::TextColumn::Address,
    }];
    p.labels.retain(|l| l.kind != LabelKind::Type);
    says(
        &text(&it(&p), Question::What),
        "Il progetto a Seravezza, in via Alfa 3, ",
    );
}

#[test]
fn a_digital_service_is_where_its_body_is() {
    let mut p = full();
    p.places[0].address = None;
    p.facts = vec![Fact {
        kind: FactKind::Seat,
        value: "Via Alfa 3".into(),
        number: None,
        source: PROJECTS,
        column: crate::model::TextColumn::Summary,
    }];
    let it = it(&p);
    says(
        &text(&it, Question::Where),
        "a Seravezza, in provincia di Lucca, in via Alfa 3.",
    );
    assert!(!text(&it, Question::What).contains("Alfa 3"));
}

/// One tender code in two rows, and one award told of two codes: each is one contract.
#[test]
fn a_contract_is_told_once_with_all_who_won_it() {
    let who = |p: &Project| text(&it(p), Question::Who);
    let mut p = full();
    let (alfa, beta) = (Some("Alfa Costruzioni S.r.l."), Some("Beta Impianti S.p.A."));
    p.tenders = vec![
        bare_contract("A04AA69960", &[alfa]),
        bare_contract("A04AA69960", &[beta, None]),
    ];
    says(
        &who(&p),
        "Alfa Costruzioni S.r.l., Beta Impianti S.p.A. e un professionista o piccola ditta che non nominiamo hanno avuto l'unico contratto noto.",
    );
    p.tenders[1].cig = "A04AA69961".into();
    for tender in &mut p.tenders {
        tender.winners.truncate(1);
        tender.award = Some(Cents(9_071_732));
        tender.awarded = Some(date(2023, 10, 10));
    }
    says(
        &who(&p),
        "Alfa Costruzioni S.r.l. e Beta Impianti S.p.A. hanno avuto l'unico contratto noto a ottobre 2023.",
    );
    says(
        &text(&it(&p), Question::HowMuch),
        "Il contratto vale 90.717,32 euro.",
    );
    // Another day is another contract.
    p.tenders[1].awarded = Some(date(2023, 11, 10));
    says(
        &who(&p),
        "Beta Impianti S.p.A. ha avuto un contratto a novembre 2023, per 90.717,32 euro.",
    );
    says(
        &text(&it(&p), Question::HowMuch),
        "I 2 contratti valgono in tutto 181.434,64 euro.",
    );
}

#[test]
fn places_of_every_width() {
    let mut p = bare("M6C1I1.01.00", &[PLACES]);
    let at = |p: &Project| text(&it(p), Question::Where);
    assert_eq!(at(&p), "Il progetto è a Prato.");
    p.places = ["100005", "046028", "048014"].map(place).to_vec();
    assert_eq!(at(&p), "Il progetto è in 3 comuni: Prato, Seravezza ed Empoli.");
    p.places.truncate(2);
    assert_eq!(at(&p), "Il progetto è in 2 comuni: Prato e Seravezza.");
    p.places.push(place("048014"));
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
    p.places = vec![wide.clone()];
    assert_eq!(
        at(&p),
        "Il progetto riguarda tutta l'Italia, e non un solo comune."
    );
    // A pharmacy in a village, with a second row that names no place.
    p.places = vec![place("046028"), wide];
    says_not(&at(&p), "Italia");
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
        "Potete chiedere alla segreteria dell'Istituto Comprensivo Don Milani a che punto è oggi, con il codice",
    );
    says(
        &contact("Azienda USL Toscana Centro"),
        "(URP) dell'Azienda USL Toscana Centro a che punto è oggi, con il codice",
    );
    says(
        &contact("Rete Ferroviaria Italiana S.p.A."),
        "Potete chiedere a Rete Ferroviaria Italiana S.p.A. a che punto è oggi, con il codice (CUP)",
    );
    says(
        &contact("MIMIT - Ministero delle Imprese e del Made in Italy"),
        "(URP) del Ministero delle Imprese e del Made in Italy a che punto è oggi, con il codice",
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

#[test]
fn works_services_and_goods_are_told_apart() {
    let mut p = full();
    p.tenders[0].object_kind = Some("Lavori".into());
    p.tenders[0].winners.truncate(1);
    let mut other = p.tenders[0].clone();
    other.cig = "A04AA69961".into();
    other.award = Some(Cents(2_000_000));
    other.object_kind = Some("Servizi".into());
    other.winners[0].body = Some(body("Beta Progetti S.r.l."));
    p.tenders.push(other);
    let who = text(&it(&p), Question::Who);
    says(
        &who,
        "Alfa Costruzioni S.r.l. ha avuto un contratto per i lavori ad aprile 2023, con una gara aperta a tutti, per 880.000 euro.",
    );
    says(
        &who,
        "Beta Progetti S.r.l. ha avuto un contratto per dei servizi ad aprile 2023",
    );
}

#[test]
fn a_ministry_has_its_english_name_in_english() {
    let mut p = full();
    p.bodies[0].1 = body("Ministero della Cultura");
    let e = project(&catalogue(), &p, Lang::En, TODAY);
    says(
        &text(&e, Question::Who),
        "The Ministry of Culture runs the project",
    );
    says(
        &text(&e, Question::Contact),
        "(URP) of the Ministry of Culture how far along it is today, with the code",
    );
}

#[test]
fn contracts_of_which_little_is_known_say_what_they_are_for() {
    let mut p = full();
    p.tenders = vec![
        bare_contract("A04AA69960", &[None]),
        bare_contract("A04AA69961", &[None]),
    ];
    p.tenders[0].tasks = vec![Task::Surveys, Task::Works];
    p.tenders[1].tasks = vec![Task::Inspection];
    let who = |p: &Project| text(&it(p), Question::Who);
    says(
        &who(&p),
        "Alcuni contratti sono per i controlli di collaudo e indagini e rilievi.",
    );
    p.tenders[1].tasks.clear();
    says(&who(&p), "Un contratto è per indagini e rilievi.");
}

/// What is asked at a desk closes the aside that says what the desk does.
#[test]
fn an_aside_on_a_desk_is_closed() {
    let mut p = full();
    p.submeasure = Submeasure::parse("M2C2I4.04.02").unwrap();
    p.bodies.clear();
    says(
        &text(&it(&p), Question::Contact),
        "della Regione Toscana, che compra il servizio dei treni, chi realizza il progetto",
    );
}

#[test]
fn a_desk_has_the_name_of_its_place() {
    let asked = |measure: &str, town: &str, lang: Lang| {
        let mut p = bare(measure, &[PLACES]);
        p.places = vec![place(town)];
        text(&project(&catalogue(), &p, lang, TODAY), Question::Contact)
    };
    says(
        &asked("M5C2I1.01.01", "046028", Lang::It),
        "del comune di Seravezza",
    );
    says(&asked("M5C2I1.01.01", "046028", Lang::En), "of Seravezza");
    let squares = asked("M5C2I2.02.03", "046028", Lang::It);
    says(&squares, "Potete chiedere alla Provincia di Lucca.");
    says(
        &asked("M1C3I2.02.00", "046028", Lang::It),
        "della Regione Toscana",
    );
    // Schools of a small comune can all be asked.
    let school = |town| asked("M4C1I3.02.00", town, Lang::It);
    says(
        &school("046028"),
        "Alle scuole di Seravezza chiedete di chi è il codice (CUP) J57H22001230006.",
    );
    says(&school("100005"), "Sul sito OpenCUP, con il codice (CUP)");
    // The code is shown once.
    for lang in [Lang::It, Lang::En] {
        for town in ["046028", "100005"] {
            let asked = asked("M4C1I3.02.00", town, lang);
            assert_eq!(asked.matches("J57H22001230006").count(), 1, "{asked}");
        }
    }
}

/// Where there is no room for what all of a group do, there is room for all their names.
#[test]
fn a_group_of_three_is_told_with_all_its_names() {
    let mut p = full();
    let names = [
        "Alfa Costruzioni S.r.l.",
        "Beta Servizi di Toscana S.n.c.",
        "Gamma Impianti S.r.l.",
    ];
    p.tenders = vec![bare_contract("A04AA69960", &names.map(Some))];
    let given = [
        ("Mandataria", "41.20.00"),
        ("Mandante", "43.21.01"),
        ("Mandante", "43.22.01"),
    ];
    for (award, (role, code)) in p.tenders[0].winners.iter_mut().zip(given) {
        award.role = Some(role.into());
        award.body.as_mut().unwrap().trade = Trade::read(code, WINNERS);
    }
    says(
        &text(&it(&p), Question::Who),
        "con Beta Servizi di Toscana S.n.c. e Gamma Impianti S.r.l., ha avuto",
    );
}
