//! What a project is to bring, what firms do, what is studied.

use super::super::fixture::comune;
use super::*;

/// Of what a measure may pay for, the indicators say what this project does.
#[test]
fn an_indicator_decides_what_the_measure_leaves_open() {
    let mut p = bare("M6C2I1.01.01", &[PLACES, TARGETS]);
    let what = |p: &Project| text(&it(p), Question::What);
    says(&what(&p), "oppure letti");
    let target = full().targets.remove(0);
    let of = |indicator: &str| Target {
        indicator: indicator.into(),
        ..target.clone()
    };
    p.targets = vec![of("T0164"), of("T0165")];
    says(&what(&p), "letti nuovi per i malati più gravi");
    says_not(&what(&p), "oppure");
    p.targets.push(of("T0154"));
    says(&what(&p), "oppure letti");
}
use crate::model::BriefFact;

fn fact(kind: FactKind, value: &str, number: Option<f64>) -> Fact {
    Fact {
        kind,
        value: value.into(),
        number,
        source: PROJECTS,
        column: TextColumn::Summary,
    }
}

/// The explanation of a project at Prato.
fn placed(p: &Project) -> Explanation {
    let mut catalogue = catalogue();
    let mut brief = Brief::new(p.id, 0);
    brief.places = vec![BriefPlace {
        region: Some(region()),
        province: comune("100005").province(),
        comune: Some(comune("100005")),
        named: None,
        address: None,
    }];
    let facts = p.facts.iter().map(|fact| BriefFact {
        kind: fact.kind,
        value: &fact.value,
        number: fact.number,
    });
    brief.facts = facts.collect();
    catalogue.projects = vec![brief].into();
    project(&catalogue, p, Lang::It, TODAY)
}

fn trade(code: &str) -> Option<Trade> {
    Trade::read(code, WINNERS)
}

#[test]
fn a_code_of_an_activity_is_read_as_tables_write_it() {
    let code = |raw| trade(raw).map(|trade| trade.code);
    assert_eq!(code("41.20.00").as_deref(), Some("41.20.00"));
    assert_eq!(code("412000").as_deref(), Some("41.20.00"));
    assert_eq!(code("41.2").as_deref(), Some("41.2"));
    for none in ["", "00.00.00", "4", "Non disponibile"] {
        assert_eq!(code(none), None, "{none}");
    }
}

#[test]
fn a_winner_is_told_with_what_it_does() {
    let mut p = full();
    let award = &mut p.tenders[0].winners[0];
    award.body.as_mut().unwrap().trade = trade("41.20.00");
    let who = text(&it(&p), Question::Who);
    says(&who, "Alfa Costruzioni S.r.l. (edilizia) e un professionista");
    let cites = it(&p);
    let columns = cites.answer(Question::Who).claims.iter().flat_map(|c| &c.cites);
    assert!(
        columns
            .into_iter()
            .any(|c| c.column == "Codice ATECO Aggiudicatario")
    );
    // What the contract is for says it better.
    p.tenders[0].object_kind = Some("Lavori".into());
    says_not(&text(&it(&p), Question::Who), "(edilizia)");
}

#[test]
fn what_a_name_says_and_what_offices_do_is_not_told_again() {
    let mut p = full();
    let mut told = |name: &str, code: &str| {
        let body = p.tenders[0].winners[0].body.as_mut().unwrap();
        body.name = name.into();
        body.trade = trade(code);
        text(&it(&p), Question::Who)
    };
    says(&told("Beta S.r.l.", "49.41"), "Beta S.r.l. (trasporto di merci)");
    says_not(&told("Beta Tetti S.r.l.", "43.91"), "(");
    says_not(&told("Università degli Studi di Siena", "85.42"), "(");
    says_not(&told("Beta S.r.l.", "84.11"), "(");
    // In the list of 2002 this is building, in that of today it is cars.
    says(&told("Beta S.r.l.", "45.21.0"), "Beta S.r.l. (edilizia)");
    says_not(&told("Beta S.r.l.", "51.90.0"), "(");
    // A word that fits a group is told of no code that it does not fit.
    says(
        &told("Beta S.r.l.", "47.62.10"),
        "(vendita di giornali e riviste)",
    );
    says(
        &told("Beta S.r.l.", "46.49.50"),
        "(commercio di borse e articoli da viaggio)",
    );
    says(&told("Beta S.r.l.", "43.29.09"), "(lavori edili)");
}

#[test]
fn three_firms_of_one_trade_say_it_once() {
    let mut p = full();
    let won = p.tenders[0].winners[0].clone();
    let firm = |name: &str| {
        let mut award = won.clone();
        let body = award.body.as_mut().unwrap();
        (body.id, body.name) = (BodyId(format!("n:{name}").into()), name.into());
        body.trade = trade("31.01");
        award
    };
    p.tenders[0].winners = ["Alfa S.r.l.", "Beta S.r.l.", "Gamma S.r.l."].map(firm).to_vec();
    let who = text(&it(&p), Question::Who);
    says(
        &who,
        "Alfa S.r.l., Beta S.r.l. e Gamma S.r.l. (tutte: mobili) hanno avuto",
    );
}

#[test]
fn a_firm_with_help_says_what_it_does() {
    let mut p = full();
    p.facts = vec![
        fact(FactKind::Beneficiary, "Alfa S.r.l.", None),
        fact(FactKind::Work, "trade_fairs", None),
    ];
    let mut firm = body("Alfa S.r.l.");
    firm.trade = Trade::read("15.20.10", PROJECTS);
    p.bodies.push((Role::Recipient, firm, PROJECTS));
    let what = text(&it(&p), Question::What);
    says(&what, "Alfa S.r.l., che si occupa di scarpe,");
    says(&what, "partecipa a fiere");
}

#[test]
fn what_is_to_be_delivered_stands_in_the_first_sentence() {
    let mut p = full();
    // The texts say nothing: the indicator stands behind the words of the measure.
    p.facts.clear();
    p.labels.clear();
    let what = text(&it(&p), Question::What);
    says(
        &what,
        "un centro per le famiglie. Ha come obiettivo 60 posti di nido.",
    );
    // They do, and give no number.
    p.facts = vec![
        fact(FactKind::Thing, "nursery", None),
        fact(FactKind::Work, "roof", None),
    ];
    let what = text(&it(&p), Question::What);
    says(&what, "si rifà il tetto, con l'obiettivo di 60 posti di nido.");
    // They give one.
    p.facts.push(fact(FactKind::Quantity, "places", Some(41.0)));
    says_not(&text(&it(&p), Question::What), "obiettivo");
    // Of one there is nothing to count, and money is no aim.
    p.facts.pop();
    p.targets[0].planned = Some(1.0);
    says_not(&text(&it(&p), Question::What), "obiettivo");
}

#[test]
fn the_comune_of_a_row_may_not_be_all_of_it() {
    let mut p = full();
    p.places = vec![place("100005")];
    let told = |p: &mut Project, spread: &str| {
        p.facts = vec![
            fact(FactKind::Thing, "nursery", None),
            fact(FactKind::Work, "roof", None),
            fact(FactKind::Spread, spread, None),
        ];
        let e = placed(p);
        (
            e.title.clone(),
            text(&e, Question::What),
            text(&e, Question::Where),
        )
    };
    let (title, what, at) = told(&mut p, "wider");
    says(&title, "a Prato e altrove");
    says(&what, "a Prato e altrove");
    says(&at, "e in altri luoghi che i testi ufficiali non dicono.");
    let (title, what, at) = told(&mut p, "spots");
    says_not(&title, "altrove");
    says(&what, "a Prato, in più punti");
    says(&at, "a Prato, in più punti.");
    let (_, what, at) = told(&mut p, "streets");
    says(&what, "a Prato, in più strade");
    says(&at, "a Prato, in più strade.");
    // The seat of the office that buys says nothing of the hospital.
    let (title, what, at) = told(&mut p, "seat");
    says_not(&title, "Prato");
    says_not(&what, "Prato");
    says(&at, "La tabella dei luoghi mette il progetto a Prato");
    says(&at, "la sede dell'azienda sanitaria");
    p.facts.push(fact(FactKind::Name, "Ospedale San Gamma", None));
    let at = text(&placed(&p), Question::Where);
    says(&at, "mette l'Ospedale San Gamma a Prato");
}

#[test]
fn research_says_its_field_and_how_many_are_paid() {
    let what = |facts: &[(FactKind, &str, Option<f64>)]| {
        let mut p = bare("M4C2I1.01.00", &[PROJECTS]);
        p.facts = facts
            .iter()
            .map(|(kind, value, n)| fact(*kind, value, *n))
            .collect();
        text(&placed(&p), Question::What)
    };
    let doctorates = (FactKind::Work, "doctorates", None);
    let one = (FactKind::Quantity, "scholarships", Some(1.0));
    let two = (FactKind::Quantity, "scholarships", Some(2.0));
    let law = (FactKind::Study, "law", None);
    let brain = (FactKind::Study, "brain", None);
    assert_eq!(what(&[doctorates, one]), "A Prato si paga 1 borsa di dottorato.");
    assert_eq!(
        what(&[doctorates, two, law]),
        "A Prato si pagano 2 borse di dottorato in diritto."
    );
    assert_eq!(
        what(&[(FactKind::Work, "research", None), law, brain]),
        "A Prato si fa ricerca in diritto e sul cervello e sui nervi."
    );
    assert_eq!(
        what(&[(FactKind::Work, "hiring", None), law]),
        "A Prato si assume personale di ricerca in diritto."
    );
}

#[test]
fn research_serves_those_of_its_field() {
    let mut p = bare("M4C2I1.01.00", &[PROJECTS]);
    p.facts = vec![
        fact(FactKind::Study, "law", None),
        fact(FactKind::Work, "research", None),
    ];
    says(
        &text(&it(&p), Question::Benefit),
        "A Prato il progetto serve a chi fa ricerca in diritto e, con il tempo, a tutti.",
    );
    p.facts[1].value = "doctorates".into();
    says(
        &text(&it(&p), Question::Benefit),
        "A Prato il progetto serve ai laureati che vogliono fare ricerca in diritto.",
    );
}

/// What a work brings is told as far as the texts say it: new asphalt is no safety, a boiler no saving,
/// and changed pipes no water that was lost.
#[test]
fn works_bring_what_their_texts_say() {
    let goal = |thing: &str, works: &[&str]| {
        let mut p = bare("M2C4I2.02.00", &[PROJECTS]);
        p.facts = vec![fact(FactKind::Thing, thing, None)];
        p.facts
            .extend(works.iter().map(|work| fact(FactKind::Work, work, None)));
        text(&it(&p), Question::Benefit)
    };
    says(&goal("road", &["road_surface"]), "avere strade in buono stato.");
    says(
        &goal("road", &["road_surface", "safety_barriers"]),
        "avere strade più sicure.",
    );
    says_not(&goal("road", &["road_surface", "safety"]), "buono stato");
    says(
        &goal("school", &["energy_saving"]),
        "avere consumi di energia più bassi.",
    );
    says_not(&goal("school", &["heating"]), "obiettivo");
    says_not(&goal("aqueduct", &["pipes_replaced"]), "obiettivo");
}

/// Of a project that is finished the works are over.
#[test]
fn works_of_a_finished_project_are_told_as_done() {
    let what = |state: &str, works: &[&str]| {
        let mut p = bare("M1C3I1.03.00", &[PROJECTS]);
        p.facts = vec![fact(FactKind::Thing, "theatre", None)];
        p.facts
            .extend(works.iter().map(|work| fact(FactKind::Work, work, None)));
        p.labels.push(Label {
            kind: LabelKind::Progress,
            value: state.into(),
            name: None,
            source: PROJECTS,
        });
        text(&it(&p), Question::What)
    };
    says(&what("Concluso", &["windows"]), "si sono cambiate le finestre");
    says(&what("In corso", &["windows"]), "si cambiano le finestre");
    // One tense in a sentence.
    says(
        &what("Concluso", &["windows", "facade"]),
        "si cambiano le finestre",
    );
}

#[test]
fn a_road_and_its_kilometre_are_parted_from_the_comune() {
    let mut p = bare("C.12.0.0", &[PROJECTS]);
    p.facts = vec![
        fact(FactKind::Thing, "road", None),
        fact(FactKind::Road, "SP 12, km 3", None),
        fact(FactKind::Work, "road_surface", None),
    ];
    let what = text(&placed(&p), Question::What);
    says(
        &what,
        "Sulla strada provinciale SP 12, km 3, a Prato, si rifà l'asfalto",
    );
}

#[test]
fn what_is_made_in_a_house_that_is_there_says_so() {
    let mut p = full();
    p.facts = ["thing", "made"]
        .map(|kind| fact(FactKind::from_code(kind).unwrap(), "nursery", None))
        .to_vec();
    p.facts.push(fact(FactKind::Work, "creation", None));
    let mut what = |kind: &str| {
        label_of(&mut p, LabelKind::Type).value = kind.into();
        text(&it(&p), Question::What)
    };
    says(&what("03.04"), "si rifà un edificio per usarlo in modo nuovo");
    says(&what("03.07"), "si sistema un edificio che c'è già");
    says_not(&what("03.01"), "edificio");
}

/// A project with one indicator.
fn counted(indicator: &str, unit: &str, planned: f64, achieved: Option<f64>) -> Project {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Type);
    p.facts.clear();
    let target = &mut p.targets[0];
    (target.indicator, target.unit) = (indicator.into(), Some(unit.into()));
    (target.planned, target.achieved) = (Some(planned), achieved);
    p
}

/// The goal of a project that lies in other regions, too, is not of the comune here alone.
#[test]
fn a_goal_of_the_whole_is_not_of_the_places_here() {
    let mut p = counted("T0173", "Numero", 326.0, None);
    says_not(&text(&it(&p), Question::What), "altre regioni");
    p.places.push(Place {
        region: Some(RegionCode::parse("10").unwrap()),
        province: None,
        comune: None,
        ..place("100005")
    });
    says(
        &text(&it(&p), Question::What),
        "326 giovani nel servizio civile in tutto, anche in altre regioni.",
    );
    says(
        &text(&it(&p), Question::Where),
        "I soldi e gli obiettivi valgono per tutto il progetto, non per una sola regione.",
    );
}

#[test]
fn words_of_an_indicator_fit_the_work() {
    let what_for = |p: &Project| text(&it(p), Question::What);
    let mut school = counted("T0040", "Metri quadrati", 800.0, None);
    says(
        &what_for(&school),
        "800 metri quadrati di edifici toccati dai lavori",
    );
    school.facts = vec![fact(FactKind::Work, "new_building", None)];
    says(&what_for(&school), "800 metri quadrati di edifici nuovi");
    // Of many buildings that are renewed, one is built anew.
    let mut buildings = school.targets[0].clone();
    (buildings.indicator, buildings.unit) = ("T0124".into(), Some("Numero".into()));
    buildings.planned = Some(4.0);
    school.targets.push(buildings);
    says_not(&what_for(&school), "edifici nuovi");
    let mut homes = counted("T0286", "Numero", 7.0, None);
    says(&what_for(&homes), "7 case popolari nuove o rinnovate");
    let mut kind = full().labels.remove(0);
    (kind.kind, kind.value) = (LabelKind::Type, "03.07".into());
    homes.labels.push(kind.clone());
    says(&what_for(&homes), "7 case popolari sistemate");
    homes.labels.retain(|l| l.kind != LabelKind::Type);
    kind.value = "03.01".into();
    homes.labels.push(kind);
    says(&what_for(&homes), "7 case popolari nuove");
}

/// What "what" has told is not told again, unless it stands beside a result.
#[test]
fn a_goal_is_told_once() {
    let mut school = counted("T0040", "Metri quadrati", 800.0, None);
    let both = |p: &Project| [Question::What, Question::Progress].map(|question| text(&it(p), question));
    let [what, how_far] = both(&school);
    says(&what, "800 metri quadrati");
    says(&how_far, "nessun risultato comunicato");
    says_not(&how_far, "800");
    let mut other = school.targets[0].clone();
    (other.indicator, other.unit) = ("T0182".into(), Some("Numero".into()));
    (other.planned, other.achieved) = (Some(20.0), Some(20.0));
    school.targets.push(other);
    says(&both(&school)[1], "800 metri quadrati");
}

/// The number of scholarships is that of the indicator.
#[test]
fn scholarships_are_counted() {
    let mut p = bare("M4C2I1.01.00", &[PROJECTS]);
    p.targets = counted("T0099", "Numero", 1.0, None).targets;
    p.facts = vec![
        fact(FactKind::Work, "doctorates", None),
        fact(FactKind::Study, "law", None),
    ];
    let what = |p: &Project| text(&placed(p), Question::What);
    says(&what(&p), "si paga 1 borsa di dottorato in diritto");
    p.targets[0].planned = Some(3.0);
    says(&what(&p), "si pagano 3 borse di dottorato in diritto");
    says_not(&what(&p), "obiettivo");
}

#[test]
fn lost_water_has_its_unit_and_less_of_it_is_no_half_of_a_work() {
    let how_far = |p: &Project| text(&it(p), Question::Progress);
    let mut water = counted("T0029", "%", 36.6, None);
    says(
        &how_far(&water),
        "Si vuole scendere a 36,6 litri persi ogni 100 litri d'acqua",
    );
    says_not(&text(&it(&water), Question::What), "litri");
    water.targets[0].achieved = Some(30.0);
    says(&how_far(&water), "la tabella ne segna 30");
}

#[test]
fn whom_it_serves_is_said_of_what_is_made() {
    let whom = |p: &Project| text(&it(p), Question::Benefit);
    let mut centre = counted("T0106", "Numero", 1.0, None);
    centre.facts = vec![fact(FactKind::Thing, "clinic", None)];
    says(&whom(&centre), "chi esce dall'ospedale");
    let mut palace = counted("T0287", "Numero", 4.0, None);
    palace.facts = vec![fact(FactKind::Thing, "palace", None)];
    says(&whom(&palace), "a chi cerca una casa a basso costo");
    let mut path = counted("T0018", "Chilometri", 2.0, None);
    path.facts = vec![fact(FactKind::Thing, "foot_cycle_path", None)];
    says(&whom(&path), "a chi va in bicicletta e a chi va a piedi");
    let mut parts = counted("T0061", "Numero", 1.0, None);
    parts.facts = ["Casa Alfa", "Museo Beta"]
        .map(|name| fact(FactKind::Part, name, None))
        .to_vec();
    says(
        &text(&it(&parts), Question::What),
        "Il progetto riguarda la Casa Alfa e il Museo Beta.",
    );
}

/// What a table reports as done is there, and not only then to come.
#[test]
fn what_works_is_there() {
    let what = |p: &Project| text(&it(p), Question::What);
    let mut centre = counted("T0106", "Numero", 1.0, None);
    centre.facts = vec![
        fact(FactKind::Thing, "care_coordination_centre", None),
        fact(FactKind::Work, "creation", None),
        fact(FactKind::Made, "care_coordination_centre", None),
    ];
    says(&what(&centre), "Si realizza una centrale operativa territoriale");
    centre.targets[0].achieved = Some(1.0);
    says(&what(&centre), "Ora c'è una centrale operativa territoriale");
}

#[test]
fn what_has_no_name_is_called_by_its_thing_or_its_service() {
    let mut p = bare("M2C4I2.02.00", &[PROJECTS]);
    let when = |p: &Project| text(&placed(p), Question::When);
    assert_eq!(when(&p), "Non si sa quando finisce il progetto a Prato.");
    p.facts = vec![fact(FactKind::Thing, "gym", None)];
    assert_eq!(
        when(&p),
        "Non si sa quando finisce il progetto per una palestra a Prato."
    );
    p.facts.push(fact(FactKind::Name, "Palestra Calvino", None));
    assert_eq!(
        when(&p),
        "Non si sa quando finisce il progetto per la Palestra Calvino."
    );
    let mut p = digital();
    p.facts = vec![fact(FactKind::Service, "pagopa", None)];
    says(
        &text(&placed(&p), Question::Who),
        "ha chiesto i soldi per i pagamenti con pagoPA e ha realizzato il progetto.",
    );
}

#[test]
fn of_more_than_two_streets_the_first_is_named() {
    let mut p = bare("M4C1I1.01.00", &[PROJECTS]);
    let fact = |kind: FactKind, value: &str| Fact {
        kind,
        value: value.into(),
        number: None,
        source: PROJECTS,
        column: TextColumn::Summary,
    };
    p.facts = vec![fact(FactKind::Thing, "bridge"), fact(FactKind::Work, "safety")];
    for (street, told) in [
        ("Via Alfa 3", "in via Alfa 3"),
        ("Via Beta", "in via Alfa 3 e in via Beta"),
        ("Via Gamma", "in via Alfa 3 e altre vie"),
    ] {
        p.facts.push(fact(FactKind::Street, street));
        let what = text(&placed(&p), Question::What);
        says(&what, told);
    }
}
