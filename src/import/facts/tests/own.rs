//! What makes a page speak of this one building: its name wherever it stands, several places behind
//! one comune, a part that is no whole, a new building only where the text says so.

use super::*;

#[rstest]
#[case::behind_works(
    "RIMOZIONE DEI TERMOCONVETTORI DELLA SCUOLA PRIMARIA ALFANI",
    "Scuola primaria Alfani"
)]
#[case::at(
    "LAVORI DI ANTISFONDELLAMENTO PRESSO LA SCUOLA MEDIA 'ALFANI'",
    "Scuola media Alfani"
)]
#[case::behind_who_does_it(
    "INCARICO PROFESSIONALE PER IL COLLAUDO DI FINE OPERA DEI LAVORI AL TEATRO ALFINI",
    "Teatro Alfini"
)]
#[case::of_a_hamlet(
    "RIFACIMENTO SUPERFICI OPACHE DELLA SCUOLA PRIMARIA DI ALFETTO",
    "Scuola primaria di Alfetto"
)]
#[case::annex("REALIZZAZIONE DI UNA SUCCURSALE DEL LICEO ALFANI DI BETANIA", "Liceo Alfani")]
#[case::kitchen(
    "AMPLIAMENTO PER REALIZZAZIONE CUCINA NIDO D'INFANZIA ALFALDA",
    "Nido d'infanzia Alfalda"
)]
#[case::hall("SALA ALFEI*VIA ROMA*LUCI", "Sala Alfei")]
#[case::hall_of_a_body("SALA ALFEI CAMERA DI COMMERCIO*VIA ROMA*LUCI", "Sala Alfei")]
#[case::house_for_the_old("MESSA A NORMA DELLA RSA VILLA ALFEA", "Rsa Villa Alfea")]
#[case::open_theatre("ARENA ALFEI-BETONI*VIA ROMA*LUCI", "Arena Alfei-Betoni")]
#[case::court("TRIBUNALE BETO ALFEI*VIA ROMA*LUCI", "Tribunale Beto Alfei")]
#[case::district("DISTRETTO SANTA ALFEA*VIA ROMA*X", "Distretto Santa Alfea")]
#[case::castle(
    "SOFFITTO FACENTE PARTE DEL CASTELLO DEI VICARI DI ALFO",
    "Castello dei Vicari di Alfo"
)]
#[case::two_schools("INFISSI SCUOLA ALFANI E SCUOLA BETONI", "Scuola Alfani e scuola Betoni")]
#[case::of_the_capital("IMPIANTO TERMICO SCUOLA BETO ALFANI DEL CAPOLUOGO", "Scuola Beto Alfani")]
#[case::and_what_for("INFISSI DELLA SCUOLA ALFANI RELATIVAMENTE AL TETTO", "Scuola Alfani")]
#[case::state_school(
    "ISTITUTO TECNICO INDUSTRIALE STATALE ALFANI*VIA ROMA*X",
    "Istituto tecnico industriale Alfani"
)]
fn a_name_is_found_wherever_it_stands(#[case] summary: &str, #[case] wanted: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name), [wanted]);
}

#[rstest]
#[case::way_to_it("NUOVO PARCHEGGIO A SERVIZIO DELLA SCUOLA ALFANI")]
#[case::beside_it("EDIFICIO PROSPICIENTE IL PRESIDIO OSPEDALIERO ALFEI")]
#[case::road("COLLEGAMENTO CON L'OSPEDALE ALFEI")]
#[case::pipe("CONDOTTA DI ADDUZIONE DELLA DIGA DI ALFEA")]
#[case::no_name("NUOVO EDIFICIO ADIBITO AD ASILO NIDO SU UN'AREA LIBERA")]
#[case::purpose("EDIFICIO ADIBITO AD ASILO NIDO AI FINI DELLA LEGGE")]
#[case::use_of_a_hall("INFISSI DELLA SALA CONSILIARE")]
#[case::any_court("TRIBUNALE ORDINARIO*VIA ROMA*X")]
#[case::of_two_one("SICUREZZA DEGLI ASILI NIDO COMUNALE ALFA DEI BETI ED APE GAMMA")]
#[case::zone("CENTRALE OPERATIVA TERRITORIALE DISTRETTO ALFURA OVEST*VIA ROMA*X")]
#[case::street_alone("PALAZZO COMUNALE DI PIAZZA ALFEI")]
fn what_is_beside_or_no_name_is_not_said(#[case] summary: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name), [""; 0]);
}

#[rstest]
#[case::surer_first(
    &["TERMOCONVETTORI DELLA SCUOLA MEDIA BETONI", "RESTAURO DELLA SCUOLA PRIMARIA 'ALFANI'"],
    "Scuola primaria Alfani"
)]
#[case::of_another_house(&["TETTO DEL PALAZZO CIVICO", "TERMOCONVETTORI DELLA SCUOLA ALFANI"], "")]
#[case::of_the_same(&["SCUOLA: SAGGI", "TERMOCONVETTORI DELLA SCUOLA ALFANI"], "Scuola Alfani")]
fn of_many_tenders_the_first_says_which_house(#[case] tenders: &[&str], #[case] wanted: &str) {
    assert_eq!(values(&read("", "", tenders), FactKind::Name).join(" "), wanted);
}

#[test]
fn what_was_a_hospital_stays_an_old_one() {
    let found = read("", "PTE EX OSPEDALE ALFEI*VIA ROMA*TAC", &[]);
    assert_eq!(values(&found, FactKind::Name), ["Ex ospedale Alfei"]);
}

#[test]
fn a_comune_that_a_cut_left_without_its_apostrophe_is_no_name() {
    let title = "SICUREZZA ASILO NIDO ALFUZZINO DI CASTEL DELT";
    let found = read_at("Castel Deltino", "099003", title, "", &[]);
    assert_eq!(values(&found, FactKind::Name), ["Asilo nido Alfuzzino"]);
}

#[test]
fn several_places_behind_one_comune_are_told() {
    let known = known();
    let betania = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let spread = |submeasure, summary| {
        let found = of(&Texts {
            submeasure,
            comuni: &betania,
            ..texts(summary, &[], &known)
        });
        values(&found, FactKind::Spread).join(" ")
    };
    let (green, other) = ("M2C1I3.02.00", "M5C2I2.03.00");
    assert_eq!(spread(green, "INVASO ALFA*VARIE LOCALIT *INVASO"), "wider");
    assert_eq!(
        spread(other, "PARCO GIOCHI ALFA*VIA VARIE LOCALITA'*RINNOVO"),
        "spots"
    );
    assert_eq!(spread(other, "PISTE CICLABILI*VIE VARIE*PISTE"), "streets");
    assert_eq!(spread(other, "STRADE COMUNALI*VIE VARIE*ASFALTATURA"), "");
    assert_eq!(spread(other, "SCUOLE*TERRITORIO PROVINCIALE*ALLARMI"), "wider");
    assert_eq!(spread(other, "SCUOLA*VIA ADIGE 3*TETTO"), "");
    assert_eq!(spread(green, "CREDITI*VARIE LOCALITA'*CREDITI"), "");
}

#[test]
fn the_seat_of_an_authority_is_not_where_its_hospitals_are() {
    let known = known();
    let betania = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let read = |summary| {
        of(&Texts {
            nature: "01",
            comuni: &betania,
            ..texts(summary, &[], &known)
        })
    };
    let found = read("PARCO TECNOLOGICO - ASL ALFA CENTRO - OSPEDALE SAN GAMMA*VIA ADIGE 1*COMPUTER");
    assert_eq!(values(&found, FactKind::Spread), ["seat"]);
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
    let found = read("COT - INTERCONNESSIONE AZIENDALE - ASL ALFA*VIA ADIGE 1*COMPUTER");
    assert_eq!(values(&found, FactKind::Spread), ["wider"]);
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
    let found = read("TAC - P.O. SAN GAMMA - ASL ALFA*VIA ADIGE 1*TAC");
    assert_eq!(values(&found, FactKind::Spread), [""; 0]);
    assert_eq!(values(&found, FactKind::Street), ["Via Adige 1"]);
}

#[test]
fn a_road_by_its_number_is_no_street_too() {
    let found = read("", "ADDUZIONE ALFA - BETO*VIA SP64 DELLA ALFA*CONDOTTA", &[]);
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
}

#[rstest]
#[case("SCUOLA*VIA ROMA*BAGNI AL PIANO TERRA", &[], "piano terra")]
#[case("ISTITUTO*VIA ROMA*LAVORI NELL'ALA OVEST", &[], "ala ovest")]
#[case("PISTA CICLABILE ALFA*VIA ROMA*PRIMO LOTTO DEL TRATTO BETO", &[], "lotto 1")]
#[case("PISTA CICLABILE ALFA*VIA ROMA*TRATTO BETO", &[], "un tratto")]
#[case("", &["RIFACIMENTO DI PARTE DELLA COPERTURA DEL CIMITERO"], "una parte del tetto")]
#[case::of_one_of_many("", &["LAVORI AL CIMITERO", "LAVORI AL PIANO TERRA DEL CIMITERO"], "")]
fn a_part_is_told_as_one(#[case] summary: &str, #[case] tenders: &[&str], #[case] wanted: &str) {
    assert_eq!(
        values(&read("", summary, tenders), FactKind::Lot).join(" "),
        wanted
    );
}

#[rstest]
#[case::rooms_of_a_hospital("REALIZZAZIONE NUOVO OSPEDALE DI COMUNITA' BETANIA", &["creation"])]
#[case::house("REALIZZAZIONE DI UNA NUOVA STRUTTURA PER COT", &["new_building"])]
#[case::hospital("REALIZZAZIONE DEL NUOVO OSPEDALE SAN GAMMA", &["new_building"])]
fn new_is_what_the_text_calls_a_new_building(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

/// A digital service is in no street, but the body that gets it has one.
#[rstest]
#[case("SITO DELLA SCUOLA*VIA ADIGE N. 12*SITO NUOVO", &["Via Adige 12"])]
#[case("PIATTAFORMA*VIA PIAZZA GRANDE N.1*SITO NUOVO", &["Piazza Grande 1"])]
#[case("PIATTAFORMA*TERRITORIO NAZIONALE*SITO NUOVO", &[])]
#[case("PIATTAFORMA*VIA VARIE*SITO NUOVO", &[])]
fn a_digital_service_tells_where_its_body_is(#[case] summary: &str, #[case] seat: &[&str]) {
    let known = known();
    let comuni = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let found = of(&Texts {
        submeasure: "M1C1I1.04.01",
        nature: "02",
        comuni: &comuni,
        ..texts(summary, &[], &known)
    });
    assert_eq!(values(&found, FactKind::Seat), seat);
    assert!(values(&found, FactKind::Street).is_empty());
}

#[rstest]
#[case("PARCO DIGITALE - ASL ALFA - BETANIA*VIA ADIGE 1*CALCOLATORI", &["Ospedale di Betania"])]
#[case("PARCO DIGITALE - ASL ALFA - BETANIA SAN GAMMO*VIA ADIGE 1*CALCOLATORI", &["Ospedale San Gammo di Betania"])]
#[case("PARCO DIGITALE - ASL ALFA - DELTANO*VIA ADIGE 1*CALCOLATORI", &["Ospedale Deltano"])]
#[case("PARCO DIGITALE - ASL ALFA - AREA DELTA NORD*VIA ADIGE 1*CALCOLATORI", &[])]
#[case("PARCO DIGITALE - ASL ALFA*VIA ADIGE 1*CALCOLATORI", &[])]
#[case("PARCO DIGITALE - AOU DELTANI*VIA ADIGE 1*CALCOLATORI", &["Ospedale Deltani"])]
#[case("PARCO DIGITALE - AOU DELTANA*VIA ADIGE 1*CALCOLATORI", &[])]
fn a_hospital_stands_behind_its_health_body(#[case] summary: &str, #[case] name: &[&str]) {
    let known = known();
    let found = of(&texts(summary, &[], &known));
    assert_eq!(values(&found, FactKind::Name), name);
}

#[test]
fn civilian_service_names_its_body_and_what_it_is_for() {
    let known = known();
    let found = of(&Texts {
        submeasure: "M5C1I2.01.00",
        nature: "02",
        ..texts(
            "SU00001 - COMUNE DI BETANIA*Betania*RETE CONTRO LE DIPENDENZE",
            &[],
            &known,
        )
    });
    assert_eq!(values(&found, FactKind::Host), ["Comune di Betania"]);
    assert_eq!(values(&found, FactKind::Aim), ["addiction"]);
}

#[test]
fn a_corner_is_one_place() {
    let found = read(
        "",
        "SEDE ALFA*VIALE ALFA ANGOLO VIA BETA 17*REALIZZAZIONE OSPEDALE",
        &[],
    );
    assert_eq!(
        values(&found, FactKind::Street),
        ["Viale Alfa, angolo Via Beta 17"]
    );
}

#[test]
fn a_bridge_that_is_built_is_no_flood_defence() {
    let object = "SISTEMAZIONE IDRAULICA DEL RIO ALFA. REALIZZAZIONE DEL NUOVO PONTE SUL RIO ALFA";
    let found = read("", "", &[object]);
    assert_eq!(values(&found, FactKind::Thing), ["bridge"]);
    assert_eq!(values(&found, FactKind::Work), ["creation"]);
}

#[test]
fn a_public_building_becomes_what_the_title_names() {
    let summary = "COHOUSING BETA - ABITARE LA VALLE ALFA*VIA ROMA*RIQUALIFICAZIONE EDIFICIO PUBBLICO";
    let known = known();
    let found = of(&Texts {
        submeasure: "M5C2I2.03.01",
        ..texts(summary, &[], &known)
    });
    assert_eq!(values(&found, FactKind::Made), ["co_housing"]);
    assert_eq!(values(&found, FactKind::Within), ["public_building"]);
    assert_eq!(values(&found, FactKind::Programme), ["Abitare la Valle Alfa"]);
}

#[test]
fn a_space_is_told_with_what_it_is_for() {
    let known = known();
    let aims = |submeasure, summary: &str| {
        let found = of(&Texts {
            submeasure,
            ..texts(summary, &[], &known)
        });
        values(&found, FactKind::Aim).join(" ")
    };
    let summary =
        "SPAZI PER ATTIVITA RICREATIVE, SPORT E SALUTE ALFALDA*VIA ROMA*RIQUALIFICAZIONE SPAZIO PUBBLICO";
    assert_eq!(aims("M5C2I2.03.01", summary), "company sport health");
    assert_eq!(aims("M2C4I2.02.00", summary), "");
    assert_eq!(aims("M5C2I2.03.01", "GIOVANI E SPORT*VIA ROMA*ALLOGGI"), "");
}

#[test]
fn the_name_of_a_comune_far_away_is_a_name_here() {
    let found = read_at(
        "Betania",
        BETANIA,
        "",
        "SCUOLA PRIMARIA SANTA ALTROVE*VIA ROMA*TETTO",
        &[],
    );
    assert_eq!(values(&found, FactKind::Name), ["Scuola primaria Santa Altrove"]);
}
