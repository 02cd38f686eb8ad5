//! All of it and nothing beside it: several schools, what is built for whom, where water comes from, whose
//! street it is.

use super::*;

#[rstest]
#[case("MESSA IN SICUREZZA SCUOLE DEL COMUNE DI BETANIA", &["schools"])]
#[case("SCUOLA ALFA E ALTRI EDIFICI SCOLASTICI*VIA ROMA 3*TETTO", &["schools"])]
#[case("EDIFICIO SCOLASTICO*VIA ROMA*MANUTENZIONE DELLE SCUOLE", &["school"])]
#[case("SCUOLE COMUNALI*VIA ROMA*COSTRUZIONE DI UN NUOVO EDIFICIO", &["school"])]
#[case("SCUOLE ELEMENTARI*VIA ROMA*TETTO", &["primary_school"])]
#[case("APPROVVIGIONAMENTO IDROPOTABILE DALL INVASO DI ALFA", &[])]
#[case("CONDOTTA IDRICA DAL SERBATOIO ALFA AL POZZO BETA", &["aqueduct"])]
#[case("RISORSA IDRICA DA POZZO ALFA", &[])]
#[case("IMMOBILE OCCUPATO DAL NIDO COMUNALE", &["nursery"])]
#[case("INVASO ALFA*VIA ROMA*NUOVO ACQUEDOTTO", &["aqueduct"])]
#[case("CENTRO DIURNO PER DISABILI*VIA ROMA*X", &["disability_centre"])]
fn as_many_as_there_are_and_no_source(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Thing), wanted);
}

#[rstest]
#[case("SCUOLA*VIA ROMA*RINFORZO STRUTTURALE DEI SOLAI", &["floors"])]
#[case("SCUOLA*VIA ROMA*RIFACIMENTO DEI SOLAI DI COPERTURA", &["roof"])]
#[case("CASA*VIA ROMA*RISTRUTTURAZIONE DI IMMOBILE ESISTENTE E COSTRUZIONE DI NUOVO EDIFICIO", &["second_building", "renovation"])]
#[case("APPROVVIGIONAMENTO IDROPOTABILE DALL INVASO DI ALFA", &["drinking_water"])]
fn works_are_told_whole(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

#[test]
fn water_comes_from_where_it_is() {
    let found = read("", "APPROVVIGIONAMENTO IDROPOTABILE DALL INVASO DI ALFALDA", &[]);
    assert_eq!(values(&found, FactKind::Water), ["Invaso di Alfalda"]);
}

#[rstest]
#[case("NIDO DI VIA ROSSIA BETANIA SCALO", &[], &["Betania Scalo"])]
#[case("NIDO DI VIA ROSSI A BETANIA SCALO", &["Via Rossi"], &["Betania Scalo"])]
#[case("NIDO*VIA BETANIA SCALO*TETTO", &["Via Betania Scalo"], &[])]
fn a_street_ends_where_the_village_begins(
    #[case] summary: &str,
    #[case] streets: &[&str],
    #[case] villages: &[&str],
) {
    let found = read("", summary, &[]);
    assert_eq!(values(&found, FactKind::Street), streets);
    assert_eq!(values(&found, FactKind::Locality), villages);
}

#[test]
fn a_house_built_for_somebody_is_one_more() {
    let known = known();
    let summary = "CASA DELLA COMUNITA*VIA ROMA*COSTRUZIONE DI NUOVO EDIFICIO PER CENTRO DIURNO DISABILI";
    let found = of(&Texts {
        submeasure: "M6C1I1.01.00",
        ..texts(summary, &[], &known)
    });
    assert_eq!(
        values(&found, FactKind::Made),
        ["health_house", "disability_centre"]
    );
}

#[test]
fn a_country_pharmacy_is_told_by_its_village() {
    let known = known();
    let comuni = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let named = |title| {
        let found = of(&Texts {
            title,
            comuni: &comuni,
            submeasure: "M5C3I1.01.02",
            nature: "07",
            ..texts("", &[], &known)
        });
        let all = |kind| values(&found, kind).join(" ");
        (all(FactKind::Name), all(FactKind::Locality))
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        named("ALFA COOPERATIVA SOCIALE (Farmacia comunale di ZETINO)"),
        pair("Farmacia comunale di Zetino", "Zetino")
    );
    assert_eq!(
        named("ALFA COOPERATIVA SOCIALE (Farmacia comunale di BETANIA)"),
        pair("Farmacia comunale di Betania", "")
    );
    assert_eq!(named("Farmacia Rossi Mario"), pair("", ""));
}

#[test]
fn the_type_of_the_works_says_what_the_texts_do_not() {
    let known = known();
    let works = |type_name, summary| {
        let found = of(&Texts {
            type_name,
            ..texts(summary, &[], &known)
        });
        values(&found, FactKind::Work).join(" ")
    };
    let saves = "Manutenzione straordinaria con efficientamento energetico";
    assert_eq!(
        works(saves, "ALLOGGI*VIA ROMA*MANUTENZIONE"),
        "energy_saving maintenance"
    );
    assert_eq!(works(saves, "ALLOGGI*VIA ROMA*CAPPOTTO"), "insulation");
    assert_eq!(
        works(saves, "RETE IDRICA*VIA ROMA*RISTRUTTURAZIONE"),
        "renovation"
    );
    assert_eq!(works("Recupero", "ALLOGGI*VIA ROMA*MANUTENZIONE"), "maintenance");
}

#[rstest]
#[case(
    "EDIFICI PUBBLICI*VIA ROMA*INTERVENTO PILOTA DI RIQUALIFICAZIONE ENERGETICA",
    "intervento pilota"
)]
#[case("EDIFICI PUBBLICI*VIA ROMA*LOTTO 2 INTERVENTO PILOTA", "lotto 2")]
fn what_is_tried_out_first(#[case] summary: &str, #[case] lot: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Lot), [lot]);
}

#[test]
fn a_lot_is_told_with_the_part_of_the_house() {
    let lots = |summary| values(&read("", summary, &[]), FactKind::Lot).join(", ");
    assert_eq!(
        lots("LICEO ALFANI LOTTO 2*VIA ROMA*ADEGUAMENTO BLOCCO A"),
        "lotto 2, blocco A"
    );
    assert_eq!(
        lots("LICEO ALFANI LOTTO 2*VIA ROMA*ADEGUAMENTO BLOCCO A E BLOCCO B"),
        "lotto 2"
    );
}

#[test]
fn for_whom_stands_where_the_form_asks_for_a_street() {
    let known = known();
    let summary = "ORIENTAMENTO*RIVOLTO A CHI SCEGLIE GLI STUDI MUSICALI*X";
    let found = of(&Texts {
        submeasure: "M4C1I1.06.00",
        nature: "02",
        ..texts(summary, &[], &known)
    });
    assert_eq!(values(&found, FactKind::Work), ["music_guidance"]);
}

#[test]
fn new_rooms_in_a_school_are_told() {
    let works = |summary| values(&read("", summary, &[]), FactKind::Work).join(" ");
    assert_eq!(
        works("SCUOLA DI BETANIA NUOVI SPAZI FUNZIONALI ALLA DIDATTICA"),
        "new_spaces"
    );
    assert_eq!(works("SCUOLA DI BETANIA NUOVI SPAZI VERDI"), "");
}

#[test]
fn research_is_about_what_its_last_part_says() {
    let known = known();
    let found = of(&Texts {
        submeasure: "M4C2I1.01.00",
        nature: "07",
        ..texts(
            "DIPARTIMENTO DI SCIENZE DELLA TERRA*XXX*TUTELA DEL TERRITORIO*XXX",
            &[],
            &known,
        )
    });
    assert_eq!(values(&found, FactKind::Study), ["land"]);
}
