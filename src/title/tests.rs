#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::{
    Body, BodyId, BriefFact, BriefPlace, Comune, ComuneCode, Measure, ProjectId, Province, ProvinceCode,
    Region, RegionCode, Service, SourceId, Submeasure, Thing, Unit, Work,
};

fn measure(code: &str, name: &str) -> Measure {
    Measure::named(Submeasure::parse(code).unwrap(), name.into(), SourceId(1))
}

fn catalogue() -> Catalogue {
    let mut out = Catalogue {
        region: RegionCode::parse("09"),
        ..Catalogue::default()
    };
    let region = RegionCode::parse("09").unwrap();
    let province = ProvinceCode::parse("100").unwrap();
    let named = |s: &str| s.to_owned();
    out.regions.insert(
        region,
        Region {
            code: region,
            name: named("Toscana"),
            in_it: named("in Toscana"),
            of_it: named("della Toscana"),
        },
    );
    out.provinces.insert(
        province,
        Province {
            code: province,
            sigla: named("PO"),
            name: named("Prato"),
            region,
        },
    );
    for (code, name) in [
        ("100005", "Prato"),
        ("100003", "Montemurlo"),
        ("051002", "Arezzo"),
    ] {
        let code = ComuneCode::parse(code).unwrap();
        let province = code.province().unwrap();
        out.comuni.insert(
            code,
            Comune {
                code,
                name: named(name),
                province,
                population: None,
                source: SourceId(1),
            },
        );
    }
    out.measures = vec![
        measure("M1C1I1.04.03", "pagoPA"),
        measure("M6C1I1.01.00", "Case"),
        measure("M9C9I9.01.00", "Prova"),
    ];
    out.bodies = vec![Body {
        id: BodyId("1".into()),
        name: "Comune di Prato".into(),
        tax_code: None,
        form: None,
        trade: None,
    }]
    .into();
    out
}

fn at(comune: &str) -> BriefPlace {
    let comune = ComuneCode::parse(comune).unwrap();
    BriefPlace {
        region: RegionCode::parse("09"),
        province: comune.province(),
        comune: Some(comune),
        ..BriefPlace::default()
    }
}

fn brief(measure: u16, places: Vec<BriefPlace>) -> Brief {
    Brief {
        places,
        ..Brief::new(ProjectId::of("x", "y", "z", 0), measure)
    }
}

fn titles(brief: &Brief) -> (String, String) {
    let catalogue = catalogue();
    (
        compose(&catalogue, brief, Lang::It),
        compose(&catalogue, brief, Lang::En),
    )
}

#[test]
fn what_and_where() {
    let (it, en) = titles(&brief(1, vec![at("100003")]));
    assert_eq!(it, "Casa della Comunità a Montemurlo");
    assert!(en.ends_with(" in Montemurlo"), "{en}");
    assert_eq!(
        titles(&brief(1, vec![at("051002")])).0,
        "Casa della Comunità ad Arezzo"
    );
    assert_eq!(
        titles(&brief(1, vec![at("100003"), at("051002")])).0,
        "Casa della Comunità a Montemurlo e ad Arezzo"
    );
    let three = brief(1, vec![at("100003"), at("051002"), at("100005"), at("100005")]);
    assert_eq!(
        titles(&three).0,
        "Casa della Comunità a Montemurlo e in altri 2 comuni"
    );
}

#[test]
fn what_lies_in_other_regions_too_is_not_only_in_the_one_comune() {
    let mut elsewhere = at("100003");
    elsewhere.region = RegionCode::parse("10");
    elsewhere.province = None;
    elsewhere.comune = ComuneCode::parse("054039");
    let both = brief(1, vec![at("100003"), elsewhere.clone()]);
    assert_eq!(titles(&both).0, "Casa della Comunità a Montemurlo e altrove");
    let english = whereabouts(&catalogue(), &both, Lang::En);
    assert_eq!(english.as_deref(), Some("in Montemurlo and elsewhere"));
    // What lies there alone has no place here to go on from.
    let (it, _) = titles(&brief(1, vec![elsewhere]));
    assert!(!it.contains("altrove"), "{it}");
}

#[test]
fn whole_provinces_regions_and_the_nation() {
    let mut place = at("100003");
    place.comune = None;
    assert_eq!(
        titles(&brief(1, vec![place.clone()])).0,
        "Casa della Comunità in provincia di Prato"
    );
    place.province = None;
    assert_eq!(
        titles(&brief(1, vec![place.clone()])).0,
        "Casa della Comunità in Toscana"
    );
    place.region = None;
    assert_eq!(
        titles(&brief(1, vec![place])).0,
        "Casa della Comunità in tutta Italia"
    );
    assert_eq!(titles(&brief(1, vec![])).0, "Casa della Comunità");
}

#[test]
fn the_house_stands_before_its_measure_and_the_machine_before_the_ward() {
    let told = |site: Option<&str>, things: &[Thing]| {
        let mut b = brief(1, vec![at("100005")]);
        b.site = site.map(Into::into);
        b.facts = things
            .iter()
            .map(|thing| BriefFact {
                kind: FactKind::Thing,
                value: thing.code(),
                number: None,
            })
            .collect();
        titles(&b).0
    };
    assert_eq!(
        told(Some("Stazione Alfa"), &[Thing::Interchange]),
        "Stazione Alfa a Prato: Casa della Comunità"
    );
    assert_eq!(
        told(None, &[Thing::HospitalWard, Thing::Ultrasound]),
        "Ecografo a Prato"
    );
    assert_eq!(
        told(Some("Villa Alfa"), &[Thing::Garden, Thing::Villa]),
        "Giardino, Villa Alfa a Prato"
    );
}

#[test]
fn a_building_is_named() {
    let mut b = brief(1, vec![at("100003")]);
    b.site = Some("Ex caserma Umberto I".into());
    assert_eq!(
        titles(&b).0,
        "Casa della Comunità: Ex caserma Umberto I a Montemurlo"
    );
    b.site = Some("Casa della Comunità Le Fornaci".into());
    assert_eq!(titles(&b).0, "Casa della Comunità Le Fornaci a Montemurlo");
    b.site = Some("Casa della Comunità di Montemurlo".into());
    assert_eq!(titles(&b).0, "Casa della Comunità di Montemurlo");
}

#[test]
fn an_address_tells_two_alike_apart() {
    let mut b = brief(1, vec![at("100003")]);
    b.places[0].address = Some("via Milano 1".into());
    assert_eq!(titles(&b).0, "Casa della Comunità a Montemurlo, via Milano 1");
}

#[test]
fn digital_projects_name_the_body() {
    let mut b = brief(0, vec![at("100005")]);
    b.body = Some(0);
    assert!(titles(&b).0.ends_with(": Comune di Prato"));
}

#[test]
fn without_a_card_the_official_name_stands() {
    assert_eq!(titles(&brief(2, vec![at("100005")])).0, "Prova a Prato");
}

/// Facts of a brief, without numbers.
fn facts(all: &[(FactKind, &'static str)]) -> crate::model::BriefFacts {
    let fact = |(kind, value): &(FactKind, &'static str)| BriefFact {
        kind: *kind,
        value,
        number: None,
    };
    all.iter().map(fact).collect()
}

#[test]
fn facts_of_the_texts_make_the_title() {
    let told = |told: &[(FactKind, &'static str)]| {
        let mut b = brief(1, vec![at("100003")]);
        b.facts = facts(told);
        titles(&b)
    };
    let (it, en) = told(&[(FactKind::Thing, "primary_school"), (FactKind::Work, "roof")]);
    assert_eq!(
        (it.as_str(), en.as_str()),
        (
            "Scuola primaria a Montemurlo: tetto",
            "Primary school in Montemurlo: roof"
        )
    );
    let (it, _) = told(&[
        (FactKind::Beneficiary, "Alfa S.r.l."),
        (FactKind::Work, "firm_digital"),
    ]);
    assert_eq!(it, "Alfa S.r.l. (Montemurlo): digitale");
    let (it, _) = told(&[
        (FactKind::Thing, "gym"),
        (FactKind::Street, "Via Roma 1"),
        (FactKind::Work, "creation"),
    ]);
    assert_eq!(it, "Palestra a Montemurlo, Via Roma 1");
}

#[test]
fn a_lot_without_texts_is_called_as_the_whole() {
    let whole = Brief {
        id: ProjectId::of("x", "y", "whole", 0),
        cup: "C1".into(),
        facts: facts(&[(FactKind::Thing, "aqueduct"), (FactKind::Work, "new_pipes")]),
        ..brief(1, vec![at("100003")])
    };
    let lot = |code: &str, cup: &str| Brief {
        cup: cup.into(),
        local_code: code.into(),
        ..brief(1, vec![at("100003")])
    };
    let catalogue = Catalogue {
        projects: vec![whole].into(),
        ..catalogue()
    };
    let title = |brief: &Brief, lang| compose(&catalogue, brief, lang);
    let second = lot("A2-22 Lotto 2", "C1");
    assert_eq!(title(&second, Lang::It), "Acquedotto a Montemurlo: lotto 2");
    assert_eq!(title(&second, Lang::En), "Water main in Montemurlo: lot 2");
    let other = title(&lot("A2-22 Lotto 2", "C2"), Lang::It);
    assert_ne!(other, "Acquedotto a Montemurlo: lotto 2");
}

#[test]
fn works_have_a_short_word_where_a_title_has_no_room() {
    let title = |name: &str, told: &[(FactKind, &'static str)]| {
        let mut b = brief(1, vec![at("100003")]);
        b.site = Some(name.into());
        b.facts = facts(told);
        titles(&b).0
    };
    let works = [(FactKind::Thing, "school"), (FactKind::Work, "energy_saving")];
    assert_eq!(
        title("Scuola Alfa", &works),
        "Scuola Alfa a Montemurlo: meno consumi di energia"
    );
    assert_eq!(
        title("Scuola Alfa Beta Gamma Delta Epsilon Zeta", &works),
        "Scuola Alfa Beta Gamma Delta Epsilon Zeta a Montemurlo: meno consumi"
    );
    let space = [
        (FactKind::Thing, "park"),
        (FactKind::Work, "renewal"),
        (FactKind::Aim, "everyone"),
    ];
    assert_eq!(
        title("Parco Alfa", &space),
        "Parco Alfa a Montemurlo: rinnovo per tutti"
    );
    assert_eq!(
        title("Parco Alfa Beta Gamma Delta Epsilon Zeta Eta Teta", &space),
        "Parco Alfa Beta Gamma Delta Epsilon Zeta Eta Teta a Montemurlo: rinnovo"
    );
    let completed = [
        (FactKind::Thing, "school"),
        (FactKind::Work, "fire_safety"),
        (FactKind::Lot, "completamento dei lavori"),
    ];
    assert_eq!(
        title("Scuola Alfa Beta Gamma", &completed),
        "Scuola Alfa Beta Gamma a Montemurlo: sicurezza antincendio"
    );
}

#[test]
fn a_part_does_not_say_its_work_twice() {
    for (work, part, both) in [
        ("tetto", "lotto 2", "tetto, lotto 2"),
        ("tetto", "una parte del tetto", "una parte del tetto"),
        (
            "corrente per le navi",
            "navi da crociera",
            "corrente per le navi da crociera",
        ),
        ("borse di studio", "9 borse di studio", "9 borse di studio"),
    ] {
        assert_eq!(told::with_part(Some(work), part), both);
    }
}

#[test]
fn every_code_of_a_fact_has_its_words() {
    let words = |group: &str, codes: Vec<&'static str>| {
        for (code, lang) in codes
            .into_iter()
            .flat_map(|code| Lang::ALL.map(|lang| (code, lang)))
        {
            assert!(say(group, code, lang).is_some(), "{group}.{code}");
        }
    };
    words("thing", Thing::ALL.iter().map(|t| t.code()).collect());
    words("work", Work::ALL.iter().map(|t| t.code()).collect());
    words("does", Work::ALL.iter().map(|t| t.code()).collect());
    words("service", Service::ALL.iter().map(|t| t.code()).collect());
    words("unit-one", Unit::ALL.iter().map(|t| t.code()).collect());
    words("unit-many", Unit::ALL.iter().map(|t| t.code()).collect());
    assert_eq!(
        [
            bare("un'area giochi"),
            bare("una scuola"),
            bare("l'illuminazione")
        ],
        ["area giochi", "scuola", "illuminazione"]
    );
}
