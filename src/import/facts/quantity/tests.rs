#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("COMUNE DI ALFA*VIA BETA 3*N. 14 SERVIZI DA MIGRARE", Unit::Services, 14.0)]
#[case("Realizzazione di 20,9 km di pista", Unit::Kilometres, 20.9)]
#[case("palestra di mq 1.181", Unit::SquareMetres, 1181.0)]
#[case("una sala di 92 MQ LORDI", Unit::SquareMetres, 92.0)]
#[case("costruzione di 60 alloggi", Unit::Flats, 60.0)]
#[case("n.3 (tre) nuove aule", Unit::Classrooms, 3.0)]
#[case("asilo da 41 posti", Unit::Places, 41.0)]
#[case("reparto con 20 posti letto", Unit::Beds, 20.0)]
#[case("fotovoltaico da 100 kW", Unit::Kilowatts, 100.0)]
#[case("impianto di potenza 12.5 kWp", Unit::Kilowatts, 12.5)]
#[case("posa di 350 punti luce", Unit::Lamps, 350.0)]
#[case("fornitura di 60mq di pavimento", Unit::SquareMetres, 60.0)]
#[case("tubi per km 3,2", Unit::Kilometres, 3.2)]
#[case("piantumazione di 1.500 alberi", Unit::Trees, 1500.0)]
fn a_number_beside_its_unit(#[case] text: &str, #[case] unit: Unit, #[case] number: f64) {
    assert_eq!(read(text), [(unit, number)], "{text}");
}

#[rstest]
#[case("Via Alfa 12 alloggi comunali")]
#[case("lotto 2 alloggi popolari")]
#[case("legge n. 240 posti")]
#[case("SP 12 km 3,400")]
#[case("SS 12 al km 12+300")]
#[case("dal km 3 al km 7")]
#[case("D.M. 351 borse")]
#[case("anno 2022 servizi digitali")]
#[case("EURO 1.000 servizi")]
#[case("scuola n. 012 aule")]
#[case("12A alloggi")]
#[case("3,5 alloggi")]
#[case("ALFA*VIA BETA N. 4 POSTI LETTO*ALTRO")]
#[case("8 servizi e 90.000 posteggi")]
#[case("")]
fn what_is_no_quantity(#[case] text: &str) {
    let found = read(text);
    assert!(
        found.is_empty(),
        "{text}: {:?}",
        found.first().map(|(u, n)| (u.code(), *n))
    );
}

#[test]
fn numbers_are_written_in_a_few_ways() {
    for (text, wanted) in [
        ("1.181", Some(1181.0)),
        ("20,9", Some(20.9)),
        ("1.500,50", Some(1500.5)),
        ("12.5", Some(12.5)),
        ("1.2.3", None),
        ("007", None),
        (",5", None),
        ("0,5", Some(0.5)),
    ] {
        assert_eq!(number(text), wanted, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        prop_assert!(read(&text).iter().all(|(_, n)| *n > 0.0 && n.is_finite()));
    }

    #[test]
    fn figures_in_any_order_are_read(text in "([0-9.,]{1,6} ?(km|mq|alloggi|n\\.|posti)? ?){0,6}") {
        let _ = read(&text);
    }
}
