//! The thing and the works that are told go together: what is only joined, tested, studied or named
//! beside is no object, and works of another house under the same CUP are not told of this one.

use super::*;
use crate::model::FactKind::{Area, Made, Street, Study, Thing, Work};

fn tender(objects: &[&str]) -> Vec<Found> {
    read("", "", objects)
}

#[rstest]
#[case::joined(
    "ALLACCIO ALL'ACQUEDOTTO E AL SISTEMA FOGNARIO PER L'INTERVENTO MURA URBANE: RESTAURO",
    &["walls"], &["restoration"]
)]
#[case::tested("ANALISI DELLE TERRE DA LABORATORIO REALIZZAZIONE NUOVO MARCIAPIEDE", &["road"], &["new_sidewalks", "creation"])]
#[case::laboratory("RIFACIMENTO TETTO DEL LABORATORIO COMUNALE", &["laboratory"], &["roof"])]
#[case::around("MESSA IN SICUREZZA DEL TERRAPIENO DELL'AREA CIRCOSTANTE LA ROCCA", &[], &["safety"])]
#[case::village_of_a_parish("INTERVENTI A PIEVE DI ALFA: NUOVI MARCIAPIEDI", &["road"], &["new_sidewalks"])]
#[case::panels_on_a_roof(
    "REALIZZAZIONE IMPIANTO FOTOVOLTAICO SULLA COPERTURA DELLA SCUOLA ELEMENTARE",
    &["primary_school"], &["solar_panels", "creation"]
)]
#[case::panels_on_a_new_hall(
    "IMPIANTO FOTOVOLTAICO SULLA COPERTURA DEL NUOVO PALAZZETTO DELLO SPORT",
    &["sports_hall"], &["solar_panels"]
)]
#[case::locality("REALIZZAZIONE DI PAVIMENTAZIONE IN PIETRA LOC. CASALE", &[], &["paving", "creation"])]
#[case::meters("SERVIZIO DI AMMODERNAMENTO PARCO CONTATORI", &[], &["upgrade"])]
#[case::only_panels("REALIZZAZIONE DI IMPIANTO FOTOVOLTAICO", &["solar_plant"], &["creation"])]
#[case::panels_and_more(
    "EFFICIENTAMENTO ENERGETICO: IMPIANTI FOTOVOLTAICI E NUOVA CALDAIA",
    &[], &["solar_panels", "heating", "energy_saving"]
)]
#[case::charging("INSTALLAZIONE DI COLONNINE DI RICARICA", &[], &["charging"])]
#[case::pipes_under_a_square("SISTEMA FOGNARIO E RIQUALIFICAZIONE DEL QUARTIERE ALFA", &[], &["urban_renewal"])]
#[case::bridge_of_a_stream(
    "RISCHIO IDRAULICO DEL RIO ALFA: DEMOLIZIONE DELLE BRIGLIE",
    &["river_bank"], &["flood_defence"]
)]
#[case::square_with_windows(
    "RIFACIMENTO INFISSI NEGLI EDIFICI SCOLASTICI DI PIAZZA ALFA (SCUOLA MEDIA)", &["lower_secondary_school"], &["windows"]
)]
#[case::sign_of_a_stadium("DEMOLIZIONE TABELLONE SEGNAPUNTI DELLO STADIO ALFEO", &["stadium"], &[])]
#[case::wires("AMPLIAMENTO DELL'IMPIANTO ELETTRICO DEL PALAZZETTO DELLO SPORT", &["sports_hall"], &["wiring"])]
#[case::workshops("COMPLETAMENTO OFFICINE DELL'ISTITUTO TECNICO", &["upper_secondary_school"], &[])]
#[case::lamps_beside_a_house(
    "EFFICIENTAMENTO ENERGETICO DELLA SCUOLA MEDIA E MIGLIORAMENTO DELLA PUBBLICA ILLUMINAZIONE",
    &["lower_secondary_school", "street_lamps"], &["energy_saving"]
)]
#[case::from_a_bridge("MANUTENZIONE MARCIAPIEDI DAL PONTE SUL RIO", &["road", "river_bank"], &["sidewalks_redone", "maintenance"])]
#[case::way_of_a_programme("RIGENERAZIONE URBANA: PISTE CICLABILI", &["cycle_path"], &[])]
#[case::line_to_a_port("TRATTA ALFA DARSENA: BINARIO DI COLLEGAMENTO", &["rail_line"], &[])]
#[case::of_streets("LAVORI DI MESSA IN SICUREZZA STRADALE", &["roads"], &["safety"])]
#[case::of_one_street("RIFACIMENTO DELLE PAVIMENTAZIONI STRADALI SULLA SP 7", &["road"], &["road_surface"])]
#[case::of_the_comune("INFISSI DEGLI EDIFICI DI PROPRIETÀ COMUNALE", &["public_buildings"], &["windows"])]
#[case::near_a_church("CEDIMENTI DEL CORPO STRADALE IN PROSSIMITÀ DELLA CHIESA", &["road"], &[])]
#[case::light_of_a_museum("EFFICIENTAMENTO ILLUMINAZIONE MUSEALE", &["museum"], &["lighting", "energy_saving"])]
#[case::dining_room("NUOVO LOCALE REFEZIONE SU FABBRICATO ADIBITO A SCUOLA PRIMARIA", &["canteen", "primary_school"], &[])]
fn thing_and_works_go_together(#[case] object: &str, #[case] things: &[&str], #[case] works: &[&str]) {
    let found = tender(&[object]);
    assert_eq!(values(&found, Thing), things);
    assert_eq!(values(&found, Work), works);
}

#[test]
fn works_of_another_house_are_not_told() {
    let found = tender(&[
        "MANUTENZIONE STRAORDINARIA DELL'ASILO NIDO",
        "EFFICIENTAMENTO DELL'ILLUMINAZIONE DEL CAMPO SPORTIVO",
        "NUOVA CALDAIA IN VIA PALAZZETTO",
    ]);
    assert_eq!(values(&found, Work), ["heating", "maintenance"]);
    // A school and its gym are one.
    let found = tender(&[
        "RIFACIMENTO TETTO SCUOLA PRIMARIA",
        "NUOVI INFISSI DELLA PALESTRA",
    ]);
    assert_eq!(values(&found, Work), ["roof", "windows"]);
}

#[test]
fn a_pavement_that_is_made_makes_no_street() {
    let found = tender(&["REALIZZAZIONE DI MARCIAPIEDE IN VIA ADIGE"]);
    assert_eq!(values(&found, Thing), ["road"]);
    assert_eq!(values(&found, Made), [""; 0]);
}

#[test]
fn a_study_builds_nothing() {
    for summary in [
        "INVASI DEL TERRITORIO*VARIE*STUDIO DI RICOGNIZIONE DEGLI INVASI IRRIGUI",
        "UNIONE ALFA*VIA ADIGE*CREAZIONE DI MAPPA DEI RISCHI DI DISSESTO",
    ] {
        let found = read("", summary, &[]);
        assert_eq!(values(&found, Thing), [""; 0], "{summary}");
        assert_eq!(values(&found, Work), ["design"], "{summary}");
    }
    let found = read(
        "",
        "SR 12*SR 12*PROGETTAZIONE PER IL MIGLIORAMENTO DELLA STRADA",
        &[],
    );
    assert_eq!(values(&found, Thing), ["road"]);
    assert_eq!(values(&found, Work), ["design"]);
    let found = read("", "SP 12*VIA ADIGE*PROGETTAZIONE E LAVORI DI MANUTENZIONE", &[]);
    assert_eq!(values(&found, Work), ["maintenance"]);
}

#[test]
fn a_village_is_renewed_by_what_is_done_in_it() {
    let known = known();
    let comuni = [("Betania", ComuneCode::parse(BETANIA).unwrap())];
    let found = of(&Texts {
        submeasure: "M1C3I2.01.00",
        comuni: &comuni,
        ..texts(
            "RIGENERAZIONE DEL BORGO DI BETANIA: RESTAURO CASA ALFA, RIQUALIFICAZIONE PIAZZA DUOMO",
            &[],
            &known,
        )
    });
    assert_eq!(values(&found, Thing).first(), Some(&"village"));
    assert!(!values(&found, Work).contains(&"restoration"));
    assert_eq!(values(&found, Street), [""; 0]);
}

#[test]
fn houses_of_one_province_are_told_there() {
    let known = known();
    let in_the_region = |objects: &[&str]| {
        let found = of(&Texts {
            submeasure: "C.13.0.0",
            ..texts("CASE POPOLARI*VARI INDIRIZZI*MANUTENZIONE", objects, &known)
        });
        values(&found, Area).join(", ")
    };
    let first = "ALLOGGI UBICATI NELLA PROVINCIA DI BETANIA COMUNE ALFA";
    assert_eq!(in_the_region(&[first, first]), "della provincia di Betania");
    assert_eq!(
        in_the_region(&[first, "ALLOGGI SITI NELLA PROVINCIA DI ALTROVE"]),
        ""
    );
}

#[test]
fn a_field_that_stands_by_the_way_is_no_study() {
    let known = known();
    let found = of(&Texts {
        submeasure: "M4C2I1.01.00",
        nature: "02",
        ..texts(
            "ALFA S.P.A. SOCIETA AGRICOLA*VIA ADIGE*FUTURO DELLA BIODIVERSITA",
            &[],
            &known,
        )
    });
    assert_eq!(values(&found, Study), [""; 0]);
}
