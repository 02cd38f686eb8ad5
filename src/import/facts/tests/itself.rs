//! The thing itself and not a word beside it: old pipes or new ones, whose gym it is, what is made in a
//! house that the title names, which houses a list has.

use super::*;

#[rstest]
#[case::replaced("ACQUEDOTTO*VIA ROMA*SOSTITUZIONE ADDUZIONI ALFA", &["pipes_replaced"])]
#[case::stronger(
    "ACQUEDOTTO*VIA ROMA*SOSTITUZIONE CON POTENZIAMENTO DELLE RETI DI ADDUZIONE",
    &["pipes_replaced", "upgrade"]
)]
#[case::new("NUOVA ADDUTTRICE ALFA*VIA ROMA*X", &["new_pipes"])]
#[case::laid("ACQUEDOTTO*VIA ROMA*POSA DI CONDOTTA E RIFACIMENTO DELLA CONDOTTA ALFA", &["new_pipes", "pipes_replaced"])]
#[case::improved("ACQUEDOTTO*VIA ROMA*POTENZIAMENTO RETE DI ADDUZIONE", &["pipes", "upgrade"])]
#[case::quake_proof("OSPEDALE*VIA ROMA*REALIZZAZIONE DI STRUTTURE ANTISISMICHE", &["quake_proof", "creation"])]
#[case::one_house("RICOSTRUZIONE DI UN UNICO PLESSO*VIA ROMA*X", &["reconstruction", "merging"])]
#[case::no_bearing_wall("SCUOLA*VIA ROMA*MESSA IN SICUREZZA PARETI NON STRUTTURALI", &["safety"])]
fn works_say_what_they_make(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

#[rstest]
#[case("PISTA CICLOPEDONALE*VIA ROMA*X", &["foot_cycle_path"])]
#[case("PERCORSO PEDONALE E CICLABILE", &["foot_cycle_path"])]
#[case("CICLOVIA ALFA*VIA ROMA*TRATTO DI PISTA CICLOPEDONALE", &["foot_cycle_path"])]
#[case("PISTA CICLABILE*VIA ROMA*X", &["cycle_path"])]
#[case("REALIZZAZIONE IMPIANTI FOTOVOLTAICI", &["solar_plants"])]
#[case("REALIZZAZIONE IMPIANTO FOTOVOLTAICO", &["solar_plant"])]
fn who_goes_there_and_how_many_there_are(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Thing), wanted);
}

#[test]
fn plants_are_put_on_public_buildings() {
    let found = read(
        "",
        "EDIFICI PUBBLICI*VIA ROMA*REALIZZAZIONE DI IMPIANTI FOTOVOLTAICI",
        &[],
    );
    assert_eq!(values(&found, FactKind::Thing), ["solar_plants"]);
    assert_eq!(values(&found, FactKind::Within), ["public_buildings"]);
}

#[test]
fn what_the_measure_makes_stands_in_the_tenders() {
    let known = known();
    let tenders = ["LAVORI PER LA REALIZZAZIONE DELLA CENTRALE OPERATIVA TERRITORIALE DI ALFA"];
    let found = of(&Texts {
        submeasure: "M6C1I1.02.02",
        ..texts(
            "CASA DELLA SALUTE ALFANI*VIA ROMA*MANUTENZIONE STRAORDINARIA EDIFICI",
            &tenders,
            &known,
        )
    });
    assert_eq!(values(&found, FactKind::Thing), ["care_coordination_centre"]);
    assert_eq!(values(&found, FactKind::Made), ["care_coordination_centre"]);
    assert_eq!(values(&found, FactKind::Within), ["health_house"]);
    assert_eq!(values(&found, FactKind::Name), ["Casa della salute Alfani"]);
}

#[test]
fn homes_that_are_counted_are_the_thing() {
    let known = known();
    let things = |category: &str, indicators: &[&str]| {
        let found = of(&Texts {
            category,
            indicators,
            ..texts(
                "NUOVO CENTRO*VIA ROMA*PROGETTO PER LE AREE URBANE DI ALFA",
                &[],
                &known,
            )
        });
        values(&found, FactKind::Thing).join(" ")
    };
    let homes = "NUMERO UNITÀ ABITATIVE ERP OGGETTO D'INTERVENTO";
    assert_eq!(
        things("FABBRICATI RESIDENZIALI URBANI", &[homes]),
        "housing public_space"
    );
    assert_eq!(things("FABBRICATI RESIDENZIALI URBANI", &[]), "public_space");
    assert_eq!(things("PIAZZE", &[homes]), "public_space");
}

#[rstest]
#[case::kind("ISTITUTO ALFANI*VIA ROMA*TETTO", "TETTO DEL LICEO G. ALFANI", "Liceo Alfani")]
#[case::no_kind(
    "ISTITUTO ALFANI*VIA ROMA*TETTO",
    "TETTO DELL'ISTITUTO SCOLASTICO ALFANI",
    "Istituto Alfani"
)]
#[case::two_kinds(
    "SCUOLA ALFANI*VIA ROMA*TETTO",
    "TETTO SCUOLA PRIMARIA ALFANI E SCUOLA MEDIA ALFANI",
    "Scuola Alfani"
)]
#[case::gym(
    "PALESTRA ALFANI*VIA ROMA*X",
    "PALESTRA PRESSO L'ISTITUTO SUPERIORE ALFANI",
    "Palestra dell'Istituto superiore Alfani"
)]
#[case::gym_of_its_own("PALESTRA ALFANI*VIA ROMA*X", "TETTO DELLA SCUOLA BETONI", "Palestra Alfani")]
fn other_texts_say_more_of_a_name(#[case] summary: &str, #[case] tender: &str, #[case] wanted: &str) {
    assert_eq!(values(&read("", summary, &[tender]), FactKind::Name), [wanted]);
}

#[test]
fn a_bastion_is_no_fortress() {
    let found = read("", "BASTIONE FORTEZZA ALFERA*VIA ROMA*RESTAURO", &[]);
    assert_eq!(values(&found, FactKind::Name), ["Bastione della Fortezza Alfera"]);
}

#[test]
fn a_list_of_houses_names_each() {
    let list = "RIGENERAZIONE DEL BORGO TRAMITE IL RESTAURO CASA NATALE DI SAN ALFO ALLESTIMENTO MUSEO DI \
                BETUNDO RIQUALIFICAZIONE PIAZZA GAMMOTTI";
    let found = read("", &format!("BETANIA CAPOLUOGO*TERRITORIO COMUNALE*{list}"), &[]);
    assert_eq!(values(&found, FactKind::Name), [""; 0]);
    assert_eq!(
        values(&found, FactKind::Part),
        ["Casa natale di San Alfo", "Museo di Betundo", "Piazza Gammotti"]
    );
    assert_eq!(
        values(&read("", "TEATRO ALFEI*VIA ROMA*X", &[]), FactKind::Part),
        [""; 0]
    );
}

#[rstest]
#[case::which("MANUTENZIONE STRAORDINARIA", &["MANUTENZIONE DELLA COPERTURA"], &["roof_care", "maintenance"])]
#[case::nothing_anew("MANUTENZIONE STRAORDINARIA", &["RICOSTRUZIONE DELLE SPONDE"], &["maintenance"])]
#[case::said("RIFACIMENTO DEI BAGNI", &["MANUTENZIONE DELLA COPERTURA"], &["sanitary"])]
fn tenders_say_what_is_maintained(#[case] works: &str, #[case] tenders: &[&str], #[case] wanted: &[&str]) {
    let found = read("", &format!("ISTITUTO ALFANI*VIA ROMA*{works}"), tenders);
    assert_eq!(values(&found, FactKind::Work), wanted);
}

#[test]
fn a_name_that_several_tenders_have_is_the_projects() {
    let tenders = [
        "SOSTITUZIONE DEGLI INFISSI ESTERNI",
        "VERIFICA DEL PROGETTO SUCCURSALE ALFANI",
        "PROGETTO PER L'INTERVENTO DENOMINATO 'LICEO ALFANI - VIA BETO'",
    ];
    assert_eq!(values(&read("", "", &tenders), FactKind::Name), ["Liceo Alfani"]);
}

#[rstest]
#[case::sports("CAMPO ALFA*VIA ROMA*ADEGUAMENTO DELL'IMPIANTO SPORTIVO", &["upgrade"])]
#[case::plant("DEPURATORE*VIA ROMA*ADEGUAMENTO IMPIANTO DEPURAZIONE", &["upgrade"])]
#[case::pipes("SCUOLA*VIA ROMA*ADEGUAMENTO DEGLI IMPIANTI ELETTRICI", &["wiring", "systems"])]
#[case::rooms("SCUOLA*VIA ROMA*RIFUNZIONALIZZAZIONE", &["adaptation"])]
#[case::no_rooms("STRADA COMUNALE*VIA ROMA*RIFUNZIONALIZZAZIONE DELLA STRADA", &["tidying"])]
#[case::call("COSTRUZIONE RIQUALIFICAZIONE E MESSA IN SICUREZZA SCUOLE INFANZIA RECUPERO NIDO ALFA", &["recovery"])]
fn half_a_word_is_no_work(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

#[rstest]
#[case("PRESIDIO SANITARIO TERRITORIALE*VIA ROMA*AMPLIAMENTO CASA DELLA COMUNITA'", &[])]
#[case("CASA DELLA COMUNITA'*VIA ROMA*AMPLIAMENTO STRUTTURA ESISTENTE", &["health_house"])]
fn what_grows_is_there(#[case] summary: &str, #[case] made: &[&str]) {
    let known = known();
    let found = of(&Texts {
        submeasure: "M6C1I1.01.00",
        ..texts(summary, &[], &known)
    });
    assert_eq!(values(&found, FactKind::Made), made);
}

#[test]
fn the_list_of_a_call_says_what_a_house_becomes() {
    let known = known();
    let of_list = |local_code: &str| {
        of(&Texts {
            submeasure: "M4C1I1.01.00",
            local_code,
            ..texts("RICONVERSIONE PARZIALE DELL'EDIFICIO", &[], &known)
        })
    };
    let found = of_list("NGNUOASILI-ALFA-1");
    assert_eq!(values(&found, FactKind::Thing), ["nursery"]);
    assert_eq!(values(&found, FactKind::Made), ["nursery"]);
    assert!(values(&of_list("ALFA-1"), FactKind::Thing).is_empty());
}
