use super::*;
use rstest::rstest;

#[rstest]
#[case("TEATRO ALFA*VIA ROMA 1*EFFICIENTAMENTO ENERGETICO", "Teatro Alfa")]
#[case(
    "TEATRO COMUNALE G.ALFA*PIAZZA ROMA*RESTAURO",
    "Teatro comunale G. Alfa"
)]
#[case("ASILO NIDO 'IL GRILLO'*VIA ROMA*AMPLIAMENTO", "Asilo nido Il Grillo")]
#[case(
    "ASILO NIDO \"L'AQUILONE\"*VIA ROMA*AMPLIAMENTO",
    "Asilo nido L'Aquilone"
)]
#[case("RESTAURO DI VILLA ALFA A BETANIA*VIA ROMA*RESTAURO", "Villa Alfa")]
#[case(
    "MESSA IN SICUREZZA DELLA SCUOLA PRIMARIA DON BETA*X*Y",
    "Scuola primaria Don Beta"
)]
#[case(
    "RADIODIAGNOSTICA - P.O. SAN GAMMA - BETANIA*VIA ROMA*TAC",
    "Presidio ospedaliero San Gamma"
)]
#[case("OSPEDALE SAN GAMMA DI BETANIA*VIA ROMA*TAC", "Ospedale San Gamma")]
#[case("CASTELLO DI BETANIA*VIA ROMA*RESTAURO", "Castello di Betania")]
#[case(
    "VILLA MEDICEA DI BETANIA*VIA ROMA*RESTAURO",
    "Villa Medicea di Betania"
)]
#[case(
    "CASA DELLA COMUNIT DI BORGO DELTA*VIA ROMA*LAVORI",
    "Casa della Comunità di Borgo Delta"
)]
#[case(
    "EX CONVENTO DELLE ALFIERE*VIA ROMA*ALLOGGI",
    "Ex Convento delle Alfiere"
)]
#[case(
    "SCUOLA DELL'INFANZIA LA GIOSTRA VIA ROMA 3*VIA ROMA*LAVORI",
    "Scuola dell'infanzia La Giostra"
)]
#[case(
    "PIAZZA VITTORIO EMANUELE II*CENTRO*RINNOVO",
    "Piazza Vittorio Emanuele II"
)]
#[case(
    "LICEO CLASSICO NICCOL ALFANI*VIA ROMA*LAVORI",
    "Liceo classico Niccolò Alfani"
)]
#[case(
    "STAZIONE FERROVIARIA DI BETANIA*VIA ROMA*LAVORI",
    "Stazione ferroviaria di Betania"
)]
fn buildings_are_named(#[case] summary: &str, #[case] wanted: &str) {
    assert_eq!(site("", summary, &["BETANIA"]).as_deref(), Some(wanted));
}

#[rstest]
#[case::generic("EDIFICIO SCOLASTICO*VIA ROMA 1*MESSA IN SICUREZZA")]
#[case::territory("TERRITORIO COMUNALE*VIA ROMA*LAVORI")]
#[case::comune("COMUNE DI BETANIA*VIA ROMA*SERVIZI")]
#[case::works("REALIZZAZIONE DI NUOVA SCUOLA*VIA ROMA*COSTRUZIONE")]
#[case::service_of_the_comune("CASA DELLA COMUNITA' DI BETANIA*VIA ROMA*LAVORI")]
#[case::school_of_the_comune("SCUOLA PRIMARIA DI BETANIA*VIA ROMA*LAVORI")]
#[case::firm("VILLA ALFA SRL*FINANZIAMENTI*VIA ROMA 2")]
#[case::sole_trader("NIDO ALFA DI ROSSI MARIO*VIA ROMA*ACQUISTO ARREDI")]
#[case::person("ROSSI MARIO*VIA ROMA*FARMACIA RURALE")]
#[case::pharmacy("FARMACIA ALFA*VIA ROMA*SERVIZI")]
#[case::description("SCUOLA CON MENSA ANNESSA*VIA ROMA*LAVORI")]
#[case::body_on_a_list("SU00999 - ISTITUTO ALFA*Betania*PROGETTO")]
#[case::address("PIAZZA ROMA 12*VIA ROMA*LAVORI")]
#[case::cut_name("OSPEDALE ALFABETAGAMMADELTA DI SANTA EPS")]
#[case::lost_letter("CONVENTO VERR*VIA ROMA*LAVORI")]
#[case::acronym("SCUOLA ABCD*VIA ROMA*LAVORI")]
#[case::nothing("")]
fn what_is_no_name_is_refused(#[case] summary: &str) {
    assert_eq!(site("", summary, &["BETANIA"]), None);
}

#[test]
fn a_comune_that_begins_like_a_building_is_no_building() {
    assert_eq!(
        site("", "BORGO SAN GAMMA*VIA ROMA*LAVORI", &["BORGO SAN GAMMA"]),
        None
    );
}

#[test]
fn a_title_written_for_people_comes_first() {
    assert_eq!(
        site("Teatro Beta", "TEATRO DI ALFA*VIA ROMA*LAVORI", &[]).as_deref(),
        Some("Teatro Beta")
    );
}

#[test]
fn a_name_is_short() {
    let long = "TEATRO ALFA BETA GAMMA DELTA ETA TETA IOTA CAPPA*X*Y";
    assert_eq!(site("", long, &[]), None);
}
