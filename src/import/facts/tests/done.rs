//! What is done, and to what: a test of a wall builds none, the place of one work is not another.

use super::*;

#[rstest]
#[case::surveyed(
    &["INDAGINI E PROVE SU MURO DI SOSTEGNO OSPEDALE ALFA", "LAVORI DI MIGLIORAMENTO SISMICO OSPEDALE ALFA"],
    &["seismic"]
)]
#[case::of_the_ground(
    &["INDAGINI SISMICHE E RELAZIONE GEOLOGICA", "SISTEMAZIONE DEL DISSESTO IN LOCALITÀ ALFA"],
    &["landslide_works", "tidying"]
)]
#[case::checked(
    &["VERIFICA PRESENZA AMIANTO SCUOLA ALFA", "DEMOLIZIONE E RICOSTRUZIONE SCUOLA ALFA"],
    &["rebuilding"]
)]
#[case::for_what(&["INDAGINI PER I LAVORI DI RIFACIMENTO DELLA COPERTURA"], &["roof"])]
#[case::tested_when_made(&["COLLAUDO IMPIANTO DI ILLUMINAZIONE"], &["lighting"])]
fn what_is_only_tested_is_not_built(#[case] tenders: &[&str], #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", "", tenders), FactKind::Work), wanted);
}

#[rstest]
#[case::cabin("CABINA ELETTRICA ALFA*VIA ROMA*ADEGUAMENTO SISMICO CABINA ELETTRICA", &["seismic"])]
#[case::new_cabin("SCUOLA ALFA*VIA ROMA*RINNOVO DELLA CABINA ELETTRICA", &["wiring", "renewal"])]
#[case::beam("MUNICIPIO*VIA ROMA*RIPRISTINO DI TRAVE DI COPERTURA", &["repair"])]
#[case::roof("MUNICIPIO*VIA ROMA*RIPRISTINO DELLA COPERTURA", &["roof_care", "repair"])]
#[case::insulated("CASE*VIA ROMA*MANUTENZIONE STRAORDINARIA COIBENTAZIONE DELLA TERRAZZA DI COPERTURA", &["insulation", "maintenance"])]
#[case::insulated_only("CASE*VIA ROMA*ISOLAMENTO TERMICO DELLA COPERTURA", &["insulation"])]
#[case::both("CASE*VIA ROMA*RIFACIMENTO E COIBENTAZIONE DELLA COPERTURA", &["roof", "insulation"])]
#[case::coat("CASE*VIA ROMA*POSA DI SISTEMA A CAPPOTTO", &["insulation"])]
#[case::safe_windows("SCUOLA*VIA ROMA*MESSA IN SICUREZZA DEGLI INFISSI", &["safety"])]
#[case::new_windows("SCUOLA*VIA ROMA*SICUREZZA CON SOSTITUZIONE DI INFISSI", &["windows"])]
#[case::spare_house("OSPEDALE ALFA*VIA ROMA*REALIZZAZIONE EDIFICIO VOLANO AI FINI ADEGUAMENTO ANTISISMICO", &["swing_building", "seismic"])]
#[case::of_works("RIFUGIO*VIA ROMA*REALIZZAZIONE PRIMO INTERVENTO DI EFFICIENTAMENTO ENERGETICO", &["energy_saving"])]
fn a_work_is_of_what_it_is_done_to(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

#[test]
fn a_place_of_many_houses_is_not_the_houses() {
    let things = |summary: &str| values(&read("", summary, &[]), FactKind::Thing).join(" ");
    assert_eq!(
        things("COHOUSING ALFA*VIA ROMA*RIQUALIFICAZIONE SPAZIO PUBBLICO"),
        "public_space"
    );
    assert!(
        things("COHOUSING ALFA*VIA ROMA*RIQUALIFICAZIONE EDIFICI E SPAZI PUBBLICI").contains("co_housing")
    );
}

#[rstest]
#[case::of_another(&["ALIMENTAZIONE DI EMERGENZA DA 3 MW PRESSO LA CABINA DELLA DARSENA"], &[])]
#[case::of_the_work(&["ELETTRIFICAZIONE DELLE BANCHINE PER 3 MW"], &["mw"])]
#[case::of_each(&["ELETTRIFICAZIONE DELLE BANCHINE DA 3 MW CIASCUNA"], &[])]
#[case::of_a_lot(&["LOTTO 2 - ELETTRIFICAZIONE DELLE BANCHINE PER 3 MW"], &[])]
fn a_size_in_a_tender_is_of_its_work(#[case] tenders: &[&str], #[case] wanted: &[&str]) {
    let known = known();
    let found = of(&Texts {
        submeasure: "C.11.0.0",
        ..texts("PORTO*VIA ROMA*COLD IRONING NEL PORTO", tenders, &known)
    });
    assert_eq!(values(&found, FactKind::Quantity), wanted);
}
