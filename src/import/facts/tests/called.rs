//! Names that people go by, and the villages that they are in.

use super::*;

#[rstest]
#[case::by_street("POLIAMBULATORIO VIA ALFA*VIA ALFA*MAMMOGRAFO", "Poliambulatorio di via Alfa")]
#[case::initial(
    "SCUOLA SECONDARIA DI PRIMO GRADO E. ALFANI*VIA ROMA*TETTO",
    "Scuola secondaria di primo grado E. Alfani"
)]
#[case::zone(
    "COT ZONA ALTA VAL ALFA*LOCALITA BETO*X",
    "Centrale operativa territoriale Alta Val Alfa"
)]
#[case::of_its_town("COT ZONA ALFESE*VIA ROMA 3*X", "")]
#[case::line(
    "CICLOVIE 4 - BICIPOLITANA TRATTI DELLA LINEA VERDE*BICIPOLITANA*X",
    "Linea verde della Bicipolitana"
)]
#[case::lines("BICIPOLITANA LINEA VERDE E LINEA ROSSA*BICIPOLITANA*X", "")]
#[case::school_of_farming("ISTITUTO AGRARIO ALFANI*VIA ROMA*TETTO", "Istituto agrario Alfani")]
#[case::state_institute("TETTO DELL'ICS S. ALFANI", "Istituto comprensivo S. Alfani")]
#[case::said_twice(
    "OSPEDALE SAN GAMMO DI ALTROVE*VIA ROMA*TAC PER L OSPEDALE SAN GAMMO DI ALTROVE",
    "Ospedale San Gammo di Altrove"
)]
fn what_people_call_it(#[case] summary: &str, #[case] name: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name).join(" "), name);
}

#[rstest]
#[case::flats("LAVORI NEGLI APPARTAMENTI COMUNALI", "town_flats")]
#[case::social("LAVORI NEGLI APPARTAMENTI ERP DI VIA ALFA", "housing")]
#[case::hall("CALDAIA DELLA SALA POLIVALENTE", "common_room")]
#[case::school("CALDAIA DEL COMPLESSO EDILIZIO SCOLASTICO", "school")]
fn a_house_is_called_as_its_row_calls_it(#[case] object: &str, #[case] thing: &str) {
    assert_eq!(
        values(&read("", "", &[object]), FactKind::Thing).first(),
        Some(&thing)
    );
}

#[rstest]
#[case::another_work(
    &["RIFACIMENTO ASFALTO DELLE STRADE", "REGIMAZIONE PIOGGE INCROCIO VIA ALFA"],
    &[]
)]
#[case::same_thing(&["SOSTITUZIONE INFISSI SCUOLA", "PARETE NELLA SCUOLA DI VIA ALFA"], &["Via Alfa"])]
#[case::its_design(&["RIFACIMENTO ASFALTO", "PROGETTAZIONE VIA ALFA"], &["Via Alfa"])]
fn the_street_of_another_contract_is_not_told(#[case] objects: &[&str], #[case] streets: &[&str]) {
    assert_eq!(values(&read("", "", objects), FactKind::Street), streets);
}

#[test]
fn a_text_that_closes_its_quote_is_whole() {
    // As long as the table cuts texts.
    let whole = "LAVORI DI RISANAMENTO INTRADOSSO SOLAI MEDIANTE INTERVENTO DI ANTISFONDELLAMENTO PRESSO LA SCUOLA PRIMARIA 'ALFANIANI'";
    let open = "LAVORI DI RISANAMENTO INTRADOSSO SOLAI MEDIANTE INTERVENTO DI ANTISFONDELLAMENTO PRESSO LA SCUOLA PRIMARIA ALFANIANIAN";
    assert_eq!(whole.len(), open.len());
    let name = |object: &str| values(&read("", "", &[object]), FactKind::Name).join(" ");
    assert_eq!(name(whole), "Scuola primaria Alfaniani");
    assert_eq!(name(open), "");
}

#[test]
fn a_title_without_a_summary_is_not_cut() {
    let title = "AMPLIAMENTO DELL ASILO NIDO DI ALFETTINA";
    assert_eq!(title.len(), 40);
    let known = known();
    let comuni = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let found = of(&Texts {
        title,
        comuni: &comuni,
        submeasure: "M4C1I1.01.00",
        ..texts("", &[], &known)
    });
    assert_eq!(values(&found, FactKind::Name), ["Asilo nido di Alfettina"]);
}

#[rstest]
#[case(
    "COHOUSING DI PAESE ALFETTA - BETANIA - X*VIA ROMA*RIQUALIFICAZIONE",
    "Alfetta"
)]
#[case("COHOUSING DI PAESE PALAZZO ALFETTI - BETANIA*VIA ROMA*RIQUALIFICAZIONE", "")]
#[case(
    "AREA PER SPORT E SALUTE ALFETTA - COMUNE DI BETANIA*ALFETTA*SPAZIO PUBBLICO",
    "Alfetta"
)]
#[case("RIGENERAZIONE URBANA A ALFETTA LOTTO 2*VIA ROMA*X", "Alfetta")]
#[case("ADEGUAMENTO DELLA SCUOLA MATERNA DI ALFETTA", "")]
#[case("AMPLIAMENTO MENSA SCOLASTICA DI ALFETTA", "Alfetta")]
#[case("SCUOLA DI MUSICA", "")]
fn the_village_that_a_text_names(#[case] summary: &str, #[case] village: &str) {
    let found = read("", summary, &[]);
    assert_eq!(values(&found, FactKind::Locality).join(" "), village);
}

#[rstest]
#[case(
    "TETTO DELLE SCUOLE 'G.ALFANI' E 'LE BETTE'",
    "Scuola G. Alfani, Scuola Le Bette"
)]
#[case(
    "POMPE DI CALORE ASILI NIDO ALFANI E EX BETTINA",
    "Asilo nido Alfani, Asilo nido Ex Bettina"
)]
#[case("TETTO DELLE SCUOLE FALCONE E BORSELLINO", "")]
#[case("TETTO DELLE SCUOLE ALFANI BETTINI E GAMMONI E DELTINI", "")]
#[case("TETTO DELLE SCUOLE ELEMENTARI E MEDIE DI BETANIA", "")]
#[case("TETTO DELLE SCUOLE DI ALFETTA E BETTETTA", "")]
fn two_houses_behind_one_word(#[case] object: &str, #[case] parts: &str) {
    let found = read("", "", &[object]);
    assert_eq!(values(&found, FactKind::Part).join(", "), parts);
}

#[test]
fn volunteers_have_a_name_for_what_they_do() {
    let known = known();
    let programme = |summary| {
        let found = of(&Texts {
            submeasure: "M1C1I1.07.01",
            nature: "02",
            ..texts(summary, &[], &known)
        });
        assert!(values(&found, FactKind::Work).is_empty());
        values(&found, FactKind::Programme).join(" ")
    };
    assert_eq!(programme("ALFA APS*Betania*SCD - RETE VIVA"), "Rete Viva");
    assert_eq!(
        programme("ALFA APS*Betania*Digitalizzazione per tutti: il resto"),
        "Digitalizzazione per tutti"
    );
    assert_eq!(programme("ALFA APS*Betania"), "");
}
