//! Invented rows in the official layout, and what must come out of them.

#![allow(clippy::unwrap_used)]

mod called;
mod done;
mod fit;
mod itself;
mod own;
mod whole;

use super::*;
use crate::model::{ComuneCode, TextColumn};
use proptest::prelude::*;
use rstest::rstest;

const BETANIA: &str = "099001";

fn known() -> ComuneNames {
    let code = |c| ComuneCode::parse(c).unwrap();
    ComuneNames::new([
        ("Betania", code(BETANIA)),
        ("Gammopoli", code("099002")),
        ("Castel Deltino", code("099003")),
        ("Altrove", code("098001")),
        ("Tortalì", code("099004")),
        ("Zetabria", code("099005")),
    ])
}

fn read(title: &str, summary: &str, tenders: &[&str]) -> Vec<Found> {
    read_at("Betania", BETANIA, title, summary, tenders)
}

fn read_at(comune: &str, code: &str, title: &str, summary: &str, tenders: &[&str]) -> Vec<Found> {
    let known = known();
    let comuni = [(comune, ComuneCode::parse(code).unwrap())];
    of(&Texts {
        title,
        comuni: &comuni,
        ..texts(summary, tenders, &known)
    })
}

fn texts<'a>(summary: &'a str, tender_objects: &'a [&'a str], known: &'a ComuneNames) -> Texts<'a> {
    Texts {
        title: "",
        summary,
        tender_objects,
        call_title: "",
        call_code: "",
        local_code: "",
        submeasure: "M6C2I1.01.00",
        indicators: &[],
        addresses: &[],
        comuni: &[],
        nature: "03",
        category: "",
        type_name: "",
        known,
    }
}

fn values(found: &[Found], kind: FactKind) -> Vec<&str> {
    found
        .iter()
        .filter(|f| f.kind == kind)
        .map(|f| f.value.as_str())
        .collect()
}

#[rstest]
#[case("SCUOLA*VIA ADIGE 12*TETTO", &["Via Adige 12"])]
#[case("SCUOLA*VIA ADIGE, N. 12/A*TETTO", &["Via Adige 12/A"])]
#[case("SCUOLA*VIA ADIGE SNC*TETTO", &["Via Adige"])]
#[case("SCUOLA*VIA ADIGE S.N.C.*TETTO", &["Via Adige"])]
#[case("SCUOLA*VIA ADIGE 12 - BETANIA*TETTO", &["Via Adige 12"])]
#[case("SCUOLA*VIA ADIGE 12 99100 BETANIA*TETTO", &["Via Adige 12"])]
#[case("SCUOLA*P.ZZA VITTORIO EMANUELE II*TETTO", &["Piazza Vittorio Emanuele II"])]
#[case("SCUOLA*VIA LARGO CROCE 3*TETTO", &["Largo Croce 3"])]
#[case("SCUOLA*VIA DELLA LIBERT 8*TETTO", &["Via della Libertà 8"])]
#[case("SCUOLA*VIA DELLA VERITA' 8*TETTO", &["Via della Verità 8"])]
#[case("SCUOLA*VIA DELL'OSPEDALE*TETTO", &["Via dell'Ospedale"])]
#[case("SCUOLA*VIA XXIV MAGGIO 5*TETTO", &["Via XXIV Maggio 5"])]
#[case("SCUOLA*VIA 4 NOVEMBRE*TETTO", &["Via 4 Novembre"])]
#[case("SCUOLA*VIA CIRCONVALLAZIONE 3*TETTO", &["Via Circonvallazione 3"])]
#[case("SCUOLA*VIA G.VERDI 6/8*TETTO", &["Via G. Verdi 6/8"])]
#[case("SCUOLA*VIA PUGLIA ANG. VIA CAGLIARI*TETTO", &["Via Puglia", "Via Cagliari"])]
#[case("LAVORI IN VIA ADIGE N. 4 A BETANIA*VIE VARIE*TETTO", &["Via Adige 4"])]
#[case("Lavori nella scuola di via Adige per il tetto", &["Via Adige"])]
#[case("SCUOLA*VIA PORTO DI BETANIA*TETTO", &["Via Porto di Betania"])]
#[case("SCUOLA*VIA CITTA' DI BETANIA*TETTO", &[])]
#[case("SCUOLA*VIA CITTA' DI ALTROVE*TETTO", &["Via Città di Altrove"])]
#[case("SCUOLA*VIA TERRITORIO COMUNALE*TETTO", &[])]
#[case("SCUOLA*VIALE PORTA NUOVA*TETTO", &["Viale Porta Nuova"])]
#[case("SCUOLA*PIAZZA CASA SANTA SNC*TETTO", &["Piazza Casa Santa"])]
#[case("SCUOLA*VIA CADUTI SUL LAVORO*TETTO", &["Via Caduti sul Lavoro"])]
#[case("SCUOLA*PIAZZA CADUTI PER LA PATRIA 1*TETTO", &["Piazza Caduti per la Patria 1"])]
#[case("SCUOLA*VIA POGGIO AL PINO 3*TETTO", &["Via Poggio al Pino 3"])]
#[case("SCUOLA*PIAZZA DON ALFIO VIALE 2*TETTO", &["Piazza Don Alfio Viale 2"])]
#[case("SCUOLA*VIA.LE ALFIERI*TETTO", &["Viale Alfieri"])]
#[case("SCUOLA*VIA LE ALFIERE*TETTO", &["Via Le Alfiere"])]
#[case("SCUOLA*VIA STRADA PER ALFERA*TETTO", &["Strada per Alfera"])]
#[case("SCUOLA*VIALE CIRCONVALLAZIONE ALFIA 8*TETTO", &["Circonvallazione Alfia 8"])]
#[case("SCUOLA*VIA ADIGE (EX PIAZZA ALFIERI) 1*TETTO", &["Via Adige"])]
#[case("SCUOLA*VIA ADIGE EX PO ALFIERI*TETTO", &["Via Adige"])]
#[case("SCUOLA*VIA ADIGE E NUOVO PARCO*TETTO", &["Via Adige"])]
#[case("SCUOLA*VIA G ALFIERI 2*TETTO", &["Via G. Alfieri 2"])]
#[case("SCUOLA*PIAZZA S GIUSEPPE LAVORATORE*TETTO", &["Piazza S. Giuseppe Lavoratore"])]
#[case("NIDO IN VIA A ALFIERI A BETANIA", &["Via A. Alfieri"])]
#[case("LAVORI IN VIA ADIGE FINANZIATO DAI FONDI", &["Via Adige"])]
#[case("LAVORI AL VIALE DELLE ALFIERE DI COLLEGAMENTO", &["Viale delle Alfiere"])]
fn streets_are_read(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Street), wanted);
}

#[rstest]
#[case("SCUOLA*VIA XXX*TETTO")]
#[case("SCUOLA*VIA VARIE*TETTO")]
#[case("SCUOLA*TERRITORIO COMUNALE*TETTO")]
#[case("SCUOLA*VIA DA DEFINIRE*TETTO")]
#[case("SCUOLA*VIA SEDI ISTITUTO*TETTO")]
#[case("SCUOLA*VIA BETANIA*TETTO")]
#[case("SCUOLA*VIA ADIGE 1 ALTROVE*TETTO")]
#[case::form_of_a_road("SP 12*VIA ADIGE 1*ASFALTO")]
#[case("Lavori in via sperimentale e per via telematica")]
#[case::lost_end("SCUOLA*VIA DEI BERT*TETTO")]
#[case::lost_accent("SCUOLA*LUNGADIGE SAN NICOL*TETTO")]
#[case::roads("SCUOLA*VIA VIABILITA' COMUNALE*TETTO")]
#[case::of_an_office("SCUOLA*VIA DISTRETTI SANITARI 4 5 6*TETTO")]
#[case::numeral("SCUOLA*VIA IV*TETTO")]
#[case::ends("TRAM*VIA DA PIAZZALE ALFIERI A FIERA*TRAM")]
#[case::list("SCUOLA*VIA ALFIO BETO GAMMO DELTO ZETO ETO*TETTO")]
#[case::at_sea("RETE IN MARE AL LARGO DI CAPO ALFERO PER LA RICERCA")]
#[case::family("SCUOLA MEDIA 'G.B. VICO' DI BETANIA")]
fn what_is_no_street_is_refused(#[case] summary: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Street), [""; 0]);
}

#[test]
fn a_comune_that_begins_like_a_street_is_none() {
    let found = read_at("Vico Betano", BETANIA, "Comune di Vico Betano", "", &[]);
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
}

#[test]
fn a_street_cut_with_its_title_is_not_said() {
    let title = "SCUOLA ELEMENTARE ALFA BET*VIA DELLA REP";
    assert_eq!(values(&read(title, "", &[]), FactKind::Street), [""; 0]);
}

#[rstest]
#[case("SCUOLA*LOC. PIAN DELLE ALFE*TETTO", &["Pian delle Alfe"])]
#[case("SCUOLA*VIA LOCALITA' LA MADONNELLA SNC*TETTO", &["La Madonnella"])]
#[case("SCUOLA*CONTRADA CICALA*TETTO", &["Contrada Cicala"])]
#[case("SCUOLA*C/DA CICALA*TETTO", &["Contrada Cicala"])]
#[case("SCUOLA*VIA ADIGE - FRAZIONE DI SAN BIAGIO*TETTO", &["San Biagio"])]
#[case("ALFETTA RINASCE*ALFETTA*RINASCITA DEL BORGO DI ALFETTA", &["Alfetta"])]
#[case("SCUOLA DI BETANIA MARINA*VIA STADIO*TETTO", &["Betania Marina"])]
#[case("SCUOLA*LOC. ZONA INDUSTRIALE*TETTO", &["Zona industriale"])]
#[case("NIDO NELLA FRAZIONE DE LE ALFIERE", &["Le Alfiere"])]
#[case("ILLUMINAZIONE IN LOC. CASTELLUCCIO ANNO 2022", &["Castelluccio"])]
#[case("PONTE SUL FOSSO ALFO IN LOCALITA' BETULA ALFINA", &["Betula Alfina"])]
#[case("PONTE IN LOC. BETULA ALFINA NEL COMUNE DI BETANIA", &["Betula Alfina"])]
#[case("SCUOLA IN LOC. SAN ALFIO IN BETULLA PIAZZA GAMMA", &["San Alfio in Betulla"])]
#[case("TETTO DELLA SCUOLA IN LOC. BETULA RIFACIMENTO", &["Betula"])]
#[case("SCUOLA*LOCALITA' VARIE*TETTO", &[])]
fn localities_are_read(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Locality), wanted);
}

#[rstest]
#[case("LAVORI SULLA S.P. N. 306 DAL KM 32+900 AL KM 33+100", &["SP 306, km 32,9–33,1"])]
#[case("LAVORI SULLA SP.37 ALFA*SP.37*ASFALTO", &["SP 37 Alfa"])]
#[case("SP 95 DEL BETUNNO DAL KM 6+000 AL KM 6+300", &["SP 95 del Betunno, km 6–6,3"])]
#[case("SP 37 CONSOLIDAMENTO DEL PIANO", &["SP 37"])]
#[case("ASFALTI SP 37 ALFA BETA GAMMA DELTA EPSILON", &["SP 37"])]
#[case("STRADA STATALE 14 KM 163.5*AREA*LAVORI", &["SS 14, km 163,5"])]
#[case("LAVORI SULLA SP12 BIS", &["SP 12 bis"])]
#[case("OSPEDALE SS COSMA E DAMIANO", &[])]
fn roads_are_read(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Road), wanted);
}

#[rstest]
#[case("ARGINI DEL TORRENTE ALFIERO IN COMUNE DI BETANIA", &["Torrente Alfiero"])]
#[case("ACQUE DEL LAGO DI ALFERA E DEL FIUME BETO", &["Lago di Alfera", "Fiume Beto"])]
#[case("SCUOLA*VIA FIUME 3*TETTO", &[])]
#[case("PULIZIA DEL TORRENTE NEL TERRITORIO", &[])]
fn waters_are_read(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Water), wanted);
}

#[rstest]
#[case("OSPEDALE DI GAMMOPOLI*VIA ROMA*TAC", &["099002"])]
#[case("LAVORI NEL COMUNE DI CASTEL DELTINO*VIA ROMA*TETTO", &["099003"])]
#[case::own_is_named("OSPEDALE DI GAMMOPOLI A BETANIA*VIA ROMA*TAC", &[])]
#[case::other_province("OSPEDALE DI ALTROVE*VIA ROMA*TAC", &[])]
#[case::street("LAVORI IN VIA DI GAMMOPOLI*VARIE*ASFALTO", &[])]
#[case::office("ASL DI GAMMOPOLI*VIA ROMA*TAC", &[])]
fn another_comune_is_an_oddity(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::OtherComune), wanted);
}

#[rstest]
#[case("SCUOLA PRIMARIA \"ALFANI\"*VIA ROMA*X", "Scuola primaria Alfani")]
#[case(
    "SCUOLA DELL'INFANZIA LA GIOSTRA VIA ROMA 3*VIA ROMA*X",
    "Scuola dell'infanzia La Giostra"
)]
#[case("TEATRO DEI RISORTI*VIA ROMA*LUCI", "Teatro dei Risorti")]
#[case("RESTAURO DI VILLA ALFA*VIA ROMA 1*RESTAURO", "Villa Alfa")]
#[case("P.O. SAN GAMMA DI BETANIA*VIA ROMA*TAC", "Presidio ospedaliero San Gamma")]
#[case("OSPEDALE BETANIA*VIA ROMA*TAC", "Ospedale di Betania")]
#[case("L.S. ALFANI SUCC.LE*VIA ROMA*TETTO", "Liceo scientifico Alfani")]
#[case("ISISS DA ALFO BETANIA*VIA ROMA*TETTO", "ISISS Da Alfo")]
#[case("EX CONVENTO DELLE ALFIERE*VIA ROMA*ALLOGGI", "Ex convento delle Alfiere")]
#[case(
    "COSTRUZIONE EX SCALO MERCI FERRIOVIARIO BETANIA*VIA ROMA*X",
    "Ex Scalo Merci"
)]
#[case(
    "TEATRO COMUNALE IL NUOVO DI BOSCO BETANIA*VIA ROMA*X",
    "Teatro comunale Il Nuovo di Bosco Betania"
)]
#[case("SANTUARIO DELLA PIETA'*VIA ROMA*TETTO", "Santuario della Pietà")]
#[case("CASTELLO DI BETANIA*VIA ROMA*RESTAURO", "Castello di Betania")]
#[case(
    "CASA DELLA COMUNIT DI BORGO DELTA*VIA ROMA*X",
    "Casa della comunità di Borgo Delta"
)]
#[case("PIAZZA VITTORIO EMANUELE II*CENTRO*RINNOVO", "Piazza Vittorio Emanuele II")]
#[case("LICEO CLASSICO NICCOL ALFANI*VIA ROMA*X", "Liceo classico Niccolò Alfani")]
#[case("VECCHIO OSPEDALE DI BETANIA*VIA ROMA 1*X", "Vecchio ospedale di Betania")]
#[case("Acquedotto del Roja: nuove condotte", "Acquedotto del Roja")]
#[case("SCUOLA DELL'INFANZIA G ALFANI*VIA ROMA*X", "Scuola dell'infanzia G. Alfani")]
#[case("IIS ALFANI - DI BETO*VIA ROMA*TETTO", "IIS Alfani-Di Beto")]
#[case("IIS ALFANI - BETANIA*VIA ROMA*TETTO", "IIS Alfani")]
#[case("IIS N. ALFANI - INDIRIZZO MECCANICO*VIA ROMA*TETTO", "IIS N. Alfani")]
#[case("ITC ALFANI ITG BETONI*VIA ROMA*TETTO", "ITC Alfani e ITG Betoni")]
#[case(
    "SCUOLA ALFANI SCUOLA BETELLO E PIAZZA ROMA*CENTRO*X",
    "Scuola Alfani e scuola Betello"
)]
#[case(
    "LAVORI DEL PADIGLIONE ALFO E DEL PADIGLIONE BETO*VIA ROMA*X",
    "Padiglione Alfo e padiglione Beto"
)]
#[case("POLICLINICO ALFERA PTV*VIA ROMA*X", "Policlinico Alfera")]
#[case("NUOVO NIDO MARINA DI BETANIA*VIA ROMA*X", "Nido Marina di Betania")]
#[case(
    "CASA DI COMUNITA' DI S.ALFIO IN BETONZIO*VIA ROMA*X",
    "Casa della comunità di S. Alfio in Betonzio"
)]
#[case("PALAZZO ALFERI ALLA DESTINAZIONE DI SCUOLA*VIA ROMA*X", "Palazzo Alferi")]
#[case("EX OSPEDALE ALFERI DA ADIBIRE A UFFICI*VIA ROMA*X", "Ex ospedale Alferi")]
#[case(
    "PRESIDIO OSPEDALIERO F.LLI ALFERI*VIA ROMA*X",
    "Presidio ospedaliero F.lli Alferi"
)]
#[case("RADDOPPIO FERROVIARIO BETANIA-GAMMOPOLI*VARIE*BINARI", "Betania–Gammopoli")]
fn things_are_named(#[case] summary: &str, #[case] wanted: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name), [wanted]);
}

#[test]
fn a_street_behind_a_name_is_no_part_of_it() {
    let summary = "PALAZZO ALFERI CANNAREGIO 351*CANNAREGIO 351*RESTAURO";
    let found = read_at("Venezia", "027042", "", summary, &[]);
    assert_eq!(values(&found, FactKind::Street), ["Cannaregio 351"]);
    assert_eq!(values(&found, FactKind::Name), ["Palazzo Alferi"]);
}

#[rstest]
#[case::kind_of_health_house("CASA DELLA COMUNITA HUB NELLO STABILE DI VIA ROMA*VIA ROMA*X")]
#[case::kind_of_health_house_of_another("CASA DI COMUNIT SPOKE ALFERIDI BETANIA*VIA ROMA*X")]
#[case::service_in_other_words("OSPEDALE DELLA COMUNIT BETANIA*VIA ROMA*X")]
#[case::generic("EDIFICIO SCOLASTICO*VIA ROMA 1*MESSA IN SICUREZZA")]
#[case::comune("COMUNE DI BETANIA*VIA ROMA*SERVIZI")]
#[case::service_of_the_comune("CASA DELLA COMUNITA' DI BETANIA*VIA ROMA*X")]
#[case::school_of_the_comune("SCUOLA PRIMARIA DI BETANIA*VIA ROMA*X")]
#[case::comune_with_a_letter_astray("SCUOLA PRIMARIA DI BETANNIA*VIA ROMA*X")]
#[case::firm("VILLA ALFA SRL*FINANZIAMENTI*VIA ROMA 2")]
#[case::sole_trader("NIDO ALFA DI ROSSI MARIO*VIA ROMA*ACQUISTO ARREDI")]
#[case::person("ROSSI MARIO*VIA ROMA*X")]
#[case::pharmacy("FARMACIA ALFA*VIA ROMA*SERVIZI")]
#[case::description("SCUOLA CON MENSA ANNESSA*VIA ROMA*X")]
#[case::programme("VERSO UN OSPEDALE SICURO E SOSTENIBILE*VIA ROMA*X")]
#[case::body_on_a_list("SU00999 - ISTITUTO ALFA*Betania*PROGETTO")]
#[case::address("PIAZZA ROMA 12*VIA ROMA*X")]
#[case::address_of_a_service("POLIAMBULATORIO CASSIA 472*VIA ROMA*X")]
#[case::lost_letter("CONVENTO VERR*VIA ROMA*X")]
#[case::acronym("SCUOLA ABCD*VIA ROMA*X")]
#[case::misspelt("PRESIDIO OESPDALIERA*VIA ROMA*X")]
#[case::two_spellings("POLIAMBULATORIO ALFIERETTO*VIA ROMA*LAVORI AL POLIAMBULATORIO ALFIERETO")]
#[case::village("PONTE ALFERA*VIA ROMA*CASA DELLA COMUNITA'")]
#[case::square_of_a_nursery("ASILO NIDO PIAZZA N.ALFANI*VIA ROMA*X")]
#[case::one_of_two("STAZIONE BETANIA - ALFERA*VIA ROMA*X")]
#[case::one_of_many("ITC ALFANI LICEO BETONI LICEO GAMMONI*VIA ROMA*TETTO")]
#[case::many_seats("ITC ALFANI*VIA SEDI ISTITUTO*TETTO")]
#[case::half_of_a_way("PISTA CICLABILE ALFERA - BETOLA*VIA ROMA*X")]
#[case::end_of_a_way("PISTA CICLABILE VIA ROMA - PARCO ALFERI*VIA ROMA*X")]
#[case::a_comune("CASE DELLA COMUNITA' - CASTEL DELTINO*VIA ROMA*X")]
#[case::hospital_of_another("POLICLINICO ALFERI DI ALTROVE - PRESIDIO*VIA ROMA*X")]
#[case::lost_apostrophe("OSPEDALE MARIA D ALFERI*VIA ROMA*X")]
#[case::of_what_was("ASILO NIDO DI EX CUCINA ALFERI*VIA ROMA*X")]
#[case::no_word("PADIGLIONE PE RLABORATORI ALFERI*VIA ROMA*X")]
#[case::glued_works("POLO DELL'INFANZIA ALFEREREALIZZAZIONE*VIA ROMA*X")]
#[case::street_of_a_school("POLO INFANZIA C.SO ALFIERI*VIA ROMA*X")]
#[case::two_things("PALAZZETTO DELLO SPORT DEI CAMPI DA TENNIS*VIA ROMA*X")]
#[case::two_spellings_of_five_letters("PRESIDIO OSPEDALIERO PAOLO ALFO*VIA ROMA*OSPEDALE PAOLO ALFI")]
#[case::nothing("")]
fn what_is_no_name_is_refused(#[case] summary: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name), [""; 0]);
}

#[test]
fn a_name_that_its_title_cut_is_completed_or_left_out() {
    let title = "CENTRALE OPERATIVA TERRITORIALE DI ALFER";
    assert_eq!(values(&read(title, "", &[]), FactKind::Name), [""; 0]);
    let summary = "CENTRALE OPERATIVA TERRITORIALE DI ALFERANZA*VIA ROMA*X";
    assert_eq!(
        values(&read(title, summary, &[]), FactKind::Name),
        ["Centrale operativa territoriale di Alferanza"]
    );
}

#[test]
fn a_letter_that_one_text_lost_another_has() {
    let found = read("Teatro Elios Aldò", "TEATRO ELIOS ALD *VIA ROMA*X", &[]);
    assert_eq!(values(&found, FactKind::Name), ["Teatro Elios Aldò"]);
    let found = read_at(
        "Tortalì",
        "099004",
        "",
        "POLIAMBULATORIO DI TORTAL *VIA ROMA*X",
        &[],
    );
    assert_eq!(values(&found, FactKind::Name), [""; 0]);
}

#[test]
fn tenders_name_what_no_title_names() {
    let found = read("", "", &["LAVORI NELLA SCUOLA PRIMARIA ALFANI IN VIA ADIGE"]);
    assert_eq!(values(&found, FactKind::Name), ["Scuola primaria Alfani"]);
    assert_eq!(values(&found, FactKind::Street), ["Via Adige"]);
    assert!(found.iter().all(|f| f.column == TextColumn::TenderObject));
}

#[rstest]
#[case("ASILO NIDO ALFA*VIA DEL MERCATO*TETTO", &["nursery"])]
#[case("SCUOLA MATERNA E PRIMARIA STATALE*VIA ROMA*TETTO", &["infant_school", "primary_school"])]
#[case("PO ALFA*VIA ROMA*TOMOGRAFO A RISONANZA MAGNETICA", &["hospital", "mri_scanner"])]
#[case("DORMITORIO DI PONTE RIO*VIA ROMA*X", &["shelter"])]
#[case("RESTAURO DI PONTE VECCHIO*VIA ROMA*X", &["bridge"])]
#[case("CASA DELLA COMUNIT DI BETANIA*VIA ROMA*X", &["health_house"])]
#[case("OSPEDALE SS COSMA E DAMIANO*VIA ROMA*X", &["hospital"])]
#[case("PARCO TECNOLOGICO*VIA ROMA*TAC", &["ct_scanner"])]
#[case("FABBRICATI ERP*VIA ROMA*X", &["housing"])]
#[case("GIARDINO ALFA*VIA ROMA*CABLAGGIO E LUCI", &["garden"])]
#[case("STRADE DELLA CITTA' METROPOLITANA DI BETANIA*VIA ROMA*X", &["roads"])]
#[case("EDIFICIO PUBBLICO ADIBITO A TEATRO*VIA ROMA*X", &["theatre"])]
#[case("EDIFICI COMUNALI*VIA ROMA*LUCI", &["public_buildings"])]
#[case("STAZIONI PER MONITORAGGIO DELL'ARIA*VIA ROMA*X", &[])]
#[case("OSPEDALE*VIA ROMA*TOMOGRAFO RISONANZA MAGNETICA", &["hospital", "mri_scanner"])]
#[case("RINNOVO FLOTTE BUS E TRENI VERDI*AREA*BUS ELETTRICI", &["electric_bus"])]
#[case("EDIFICI ADIACENTI AL PALAZZO COMUNALE*VIA ROMA*ALLOGGI", &["housing"])]
#[case("CONDOTTA ALFA - BETO - PONTE A MATTONE*VIA ROMA*X", &[])]
#[case("MESSA IN SICUREZZA PONTE ALLA LUCE*VIA ROMA*X", &["bridge"])]
#[case("LAVORI SULLA SP24 ALFA FONTANA BETA*VIA ROMA*X", &[])]
#[case("POLO D'INFANZIA*VIA ROMA*X", &["childhood_centre"])]
#[case("PERCORSO ACCESSIBILE*VIA ROMA*X", &["accessible_path"])]
#[case("PUNTO DI AGGREGAZIONE*VIA ROMA*X", &["meeting_place"])]
#[case("LAVORI DI MESSA IN SICUREZZA DI VIA ALFA", &["road"])]
#[case("MANUTENZIONE STRAORDINARIA VIA ALFA 12", &[])]
#[case("STAZIONE BIKE SHARING", &[])]
fn things_are_told(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Thing), wanted);
}

#[rstest]
#[case("M6C1I1.02.02", "NELLA CASA DELLA COMUNITA'*VIA ROMA*CENTRALE OPERATIVA TERRITORIALE", &["care_coordination_centre"])]
#[case("M6C1I1.01.00", "POLIAMBULATORIO*VIA ROMA*CASA DI COMUNITA'", &["health_house", "clinic"])]
#[case("M6C1I1.01.00", "CASA DI COMUNITA'*VIA ROMA*RISTRUTTURAZIONE EX SCUOLA", &["health_house"])]
#[case("M4C1I1.01.00", "PALAZZO ALFA*VIA ROMA*NUOVO ASILO NIDO", &["nursery", "palace"])]
#[case("M4C1I3.03.00", "EDIFICIO SCOLASTICO - SCUOLA PRIMARIA*VIA ROMA*X", &["primary_school"])]
#[case("M5C2I2.03.01", "RECUPERO DI ALLOGGI IN CENTRO STORICO*VIA ROMA*X", &["housing"])]
#[case("M2C3I1.01.00", "SCUOLA MEDIA (MUNICIPIO 9)*VIA ROMA*X", &["lower_secondary_school"])]
fn what_the_measure_makes_comes_first(#[case] measure: &str, #[case] summary: &str, #[case] wanted: &[&str]) {
    let known = known();
    let found = of(&Texts {
        submeasure: measure,
        ..texts(summary, &[], &known)
    });
    assert_eq!(values(&found, FactKind::Thing), wanted);
}

#[test]
fn a_line_has_no_house_number() {
    let known = known();
    let found = of(&Texts {
        submeasure: "M2C2I4.02.00",
        ..texts("LINEA DEL TRAM*VIA MUNICIPIO 1*PROGETTO", &[], &known)
    });
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
}

#[test]
fn a_text_that_was_cut_does_not_give_its_last_words() {
    let cut = |text: &str, length: usize| format!("{} {text}", "A".repeat(length - text.len() - 1));
    let summary = cut("SCUOLA*VIA ALFIERI", 246);
    assert_eq!(values(&read("", &summary, &[]), FactKind::Street), [""; 0]);
    let tender = cut("LAVORI IN VIA ALFIERI", 126);
    assert_eq!(values(&read("", "", &[&tender]), FactKind::Street), [""; 0]);
    let village = cut("TETTO DELLA SCUOLA DELL'INFANZIA DI ALFATALE", 126);
    assert_eq!(values(&read("", "", &[&village]), FactKind::Locality), [""; 0]);
    let whole = "EFFICIENTAMENTO E ABBATTIMENTO BARRIERE DELLA SCUOLA DELL'INFANZIA DI ALFATALE - 1";
    let whole = format!("LAVORI {}{whole}", "DI ".repeat((126 - 7 - whole.len()) / 3));
    let found = read("", "", &[&whole]);
    let told = [FactKind::Locality, FactKind::Name].map(|kind| values(&found, kind).join(" "));
    assert!(told.iter().any(|value| value.ends_with("Alfatale")), "{told:?}");
    let open = "LAVORI IN VIA MARTIRI DELL";
    assert_eq!(values(&read("", "", &[open]), FactKind::Street), [""; 0]);
}

#[test]
fn a_quotation_that_closes_is_no_accent() {
    let found = read(
        "",
        "",
        &[
            "RESTAURO IN VIA ALFIERO' PER IL CUP",
            "RESTAURO CINEMA ALFORA' - LOTTO 2",
        ],
    );
    assert_eq!(values(&found, FactKind::Street), ["Via Alfiero"]);
    let found = read("", "", &["RESTAURO CINEMA ALFORA' - LOTTO 2"]);
    assert_eq!(values(&found, FactKind::Name), ["Cinema Alforà"]);
}

#[test]
fn the_seat_of_an_office_elsewhere_is_no_street_of_the_nation() {
    let known = known();
    let found = of(&Texts {
        comuni: &[],
        ..texts("REGISTRO NAZIONALE*VIA ADIGE 21 - BETANIA*SVILUPPO", &[], &known)
    });
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
}

#[test]
fn the_name_of_the_measure_is_no_thing() {
    let found = read(
        "M4-C1-1.1: Asili nido-Scuole dell'infanzia",
        "NUOVO NIDO*VIA ROMA*X",
        &[],
    );
    assert_eq!(values(&found, FactKind::Thing), ["nursery"]);
}

#[test]
fn grants_and_digital_services_name_bodies_not_buildings() {
    let known = known();
    let texts = Texts {
        submeasure: "M1C2I5.01.01",
        nature: "07",
        ..texts("MULINO ALFA*VIA ROMA 2*FONDI", &[], &known)
    };
    assert_eq!(of(&texts), []);
}

#[test]
fn every_word_of_the_list_of_things_says_one_thing() {
    let mut seen = std::collections::HashMap::new();
    for (thing, phrases) in thing::PHRASES {
        for phrase in phrases.split('|') {
            assert_eq!(crate::text::fold::fold(phrase), *phrase);
            if let Some(other) = seen.insert(phrase, thing) {
                assert_eq!(other, thing, "{phrase}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_clean_facts(title in "\\PC{0,60}", summary in ".{0,120}") {
        check(&read(&title, &summary, &[&summary]));
    }

    #[test]
    fn texts_in_the_official_layout_give_clean_facts(
        words in prop::collection::vec(prop::sample::select(vec![
            "SCUOLA", "VIA", "*", "LOC.", "P.ZZA", "DELL'", "ALFA", "12", "SNC", "S.P.", "KM", "3+850", "EX", "DI", "BETANIA",
            "TORRENTE", "\"", "(", ")", "-", ",", "LIBERT", "PIETA'", "XXYYZZ00A00X000Y", "GAMMOPOLI", "N.", "A.", "II", "à",
        ]), 0..25),
    ) {
        let text = words.join(" ");
        check(&read(&text, &text, &[&text]));
    }
}

fn check(found: &[Found]) {
    for fact in found {
        assert!(
            !fact.value.is_empty() && fact.value.trim() == fact.value,
            "{fact:?}"
        );
        assert!(!fact.value.chars().any(char::is_control), "{fact:?}");
        assert!(
            !fact.value.contains("  ") && fact.value.chars().count() <= 120,
            "{fact:?}"
        );
        assert!(!crate::import::person::holds_code(&fact.value), "{fact:?}");
    }
}

#[rstest]
#[case("DEMOLIZIONE EDIFICIO ESISTENTE ADIBITO A SCUOLA E RICOSTRUZIONE DI UN ALTRO", &["rebuilding"])]
#[case("RIPRISTINO PARAPETTI PONTE", &["parapets", "repair"])]
#[case("RESTAURO DELLE COPERTURE", &["roof_care"])]
#[case("RIPARAZIONE A PARTE DI FACCIATA GRONDA E TETTO", &["roof_care", "facade", "repair"])]
#[case("STESA DI TAPPETO IN CONGLOMERATO BASALTICO", &["basalt_surface"])]
#[case("RIFACIMENTO DELLA SEGNALETICA ORIZZONTALE", &["road_markings"])]
#[case("SEGNALETICA ORIZZONTALE E VERTICALE", &["signs"])]
#[case("RIPRISTINO DI ALLOGGI SFITTI", &["vacant_homes", "repair"])]
#[case("LAVORI DI SISTEMAZIONE DEL PARCHEGGIO", &["tidying"])]
#[case("RIFACIMENTO DEL MURO DI CONTENIMENTO", &["retaining_wall"])]
#[case("REALIZZAZIONE IMPIANTO DI CONDIZIONAMENTO", &["new_cooling", "creation"])]
#[case("MESSA IN SICUREZZA DEI MARCIAPIEDI", &["sidewalks", "safety"])]
#[case("AUMENTO DEL VOLUME DEI SERBATOI", &["more_storage"])]
#[case("TRASFERIMENTO FUNZIONI EDIFICIO 3 NEL NUOVO 34", &["moving"])]
#[case("SOSTITUZIONE DI CHIUSURE TRASPARENTI ED ELEMENTI SCHERMANTI", &["windows", "shading"])]
#[case("RICERCA DI NUOVA RISORSA E REGOLARIZZAZIONE DELLE PRESSIONI", &["water_pressure", "more_water"])]
#[case("STESA TAPPETO DI USURA E RIFACIMENTO PAVIMENTAZIONE", &["road_surface"])]
#[case("SISTEMAZIONE TRATTO DI BARRIERE AMMALORATE", &["safety_barriers"])]
#[case("ABBATTIMENTO DELLE BARRIRE ARCHITETTONICHE", &["accessibility"])]
#[case("RIFACIMENTO IMPIANTO TERMICO", &["heating"])]
#[case("RIFACIMENTO IMPIANTI TERMICI E ADEGUAMENTO IMPIANTI VARI", &["heating", "systems"])]
#[case("POSA DI BARRIERE SALVA MOTOCICLISTI", &["safety_barriers"])]
#[case("NUOVE AULE IN STRUTTURA ANTISISMICA ESISTENTE", &["classrooms"])]
#[case("RIMOZIONE COMPLETA DELLA COPERTURA", &["roof"])]
#[case("CREAZIONE DI AREE DI SOSTA", &["rest_areas", "creation"])]
#[case("INTERCONNESSIONE DEI SISTEMI ACQUEDOTTISTICI", &["interconnection"])]
#[case("NUOVO PADIGLIONE DIDATTICO NIDO ALFA", &["new_wing"])]
fn works_of_one_text(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Work), wanted);
}

#[rstest]
#[case("REALIZZAZIONE COT N. 2*VIA ROMA*X", &["numero 2"])]
#[case("TRASFERIMENTO FUNZIONI EDIFICIO 3 NEL NUOVO 34*VIA ROMA*X", &["dall'edificio 3 al nuovo 34"])]
#[case("TRASFERIMENTO FUNZIONI DAGLI EDIFICI 3 E 4 NEL NUOVO 34*VIA ROMA*X", &["dagli edifici 3 e 4 al nuovo 34"])]
#[case("EDIFICIO 3*VIA ROMA*X", &[])]
#[case("COMPLETAMENTO DEI LAVORI DELL'ASILO*VIA ROMA*X", &["completamento dei lavori"])]
#[case("FABBRICATO ALFA 2° LOTTO*VIA ROMA*X", &["lotto 2"])]
#[case("OSPEDALE PAD. 5*VIA ROMA*X", &["padiglione 5"])]
#[case("BLOCCO B OSPEDALE*VIA ROMA*X", &["blocco B"])]
#[case("BLOCCO B, C, D*VIA ROMA*X", &[])]
#[case(r#"OSPEDALE PARTE "VECCHIA"*VIA ROMA*X"#, &["parte vecchia"])]
#[case("OSPEDALE*VIA ROMA*LAVORI NEL 1° SETTORE, FASE 2", &["settore 1, fase 2"])]
#[case("INVASO*VIA ROMA*TERZO INTERVENTO PILOTA", &["intervento 3"])]
#[case("COLD IRONING NEL PORTO - IMPIANTO DEDICATO A NAVI DA CROCIERA*VIA ROMA*X", &["navi da crociera"])]
#[case("BLOCCO OPERATORIO*VIA ROMA*X", &[])]
fn houses_and_centres_have_their_number(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Lot), wanted);
}

#[test]
fn a_measure_tells_what_a_text_does_not() {
    let known = known();
    let facts = |submeasure, summary| {
        of(&Texts {
            submeasure,
            ..texts(summary, &[], &known)
        })
    };
    let house = facts("M6C1I1.01.00", "CASA DI COMUNITA' ALFA*VIA ROMA 1*AMPLIAMENTO");
    assert_eq!(values(&house, FactKind::Made), ["health_house"]);
    let flats = facts("C.13.0.0", "CIVILE ABITAZIONE*VIA ROMA 1*MIGLIORAMENTO SISMICO");
    assert_eq!(values(&flats, FactKind::Thing), ["housing"]);
    let theatre = facts("M1C3I1.03.00", "TEATRO ALFA");
    assert_eq!(values(&theatre, FactKind::Work), ["energy_saving"]);
    assert!(values(&facts("M1C3I1.03.00", ""), FactKind::Work).is_empty());
    let named = facts("M4C1I1.01.00", "NIDO DI INFANZIA DENOMINATO LA FARFALLA");
    assert_eq!(values(&named, FactKind::Name), ["Nido d'infanzia La Farfalla"]);
    let ward = facts("E.2.0.0", "PAD. 11*VIA ROMA*RISTRUTTURAZIONE");
    assert_eq!(values(&ward, FactKind::Thing), ["hospital"]);
    let road = facts(
        "C.12.0.0",
        "REPARTO*VIA SP 1*STESA ASFALTO LUNGO LA STRADA PROVINCIALE 1",
    );
    assert_eq!(values(&road, FactKind::Thing), ["road"]);
    let centre = facts(
        "M6C1I1.02.02",
        "CASA DI COMUNITA' ALFA*VIA ROMA*REALIZZAZIONE COT",
    );
    assert_eq!(values(&centre, FactKind::Within), ["health_house"]);
}

#[rstest]
#[case(
    "MESSA IN SICUREZZA ASILO NIDO ALFETTO AD ALTA EFFICIENZA",
    "Asilo nido Alfetto"
)]
#[case(
    "DEMOLIZIONE IN SITU DEL NIDO DI INFANZIA LE ALFE NELLA FRAZIONE",
    "Nido d'infanzia Le Alfe"
)]
#[case(
    "ASILO NIDO IL BETO BETANIA BE VIA ROMA PROGETTO DI UN NUOVO NIDO",
    "Asilo nido Il Beto"
)]
#[case(
    "SICUREZZA DELL'ASILO NIDO COMUNALE NIDO DI ALFANZA IN VIA ROMA",
    "Asilo nido di Alfanza"
)]
#[case("PADIGLIONE C OSPEDALE CAMPO DI ALFEA*VIA ROMA*X", "Ospedale Campo di Alfea")]
#[case("LOTTO 2 - APPARTEMNTI PALAZZO ALFEO*VIA ROMA*X", "Palazzo Alfeo")]
#[case("RIQUALIFICAZIONE EX CERAMICHE ALFACCI*VIA ROMA*X", "Ex Ceramiche Alfacci")]
#[case(
    "LAVORI DELL'I.T. ALFOCCHI DI BETANIA*VIA ROMA*X",
    "Istituto tecnico Alfocchi"
)]
#[case("POLO INFANZIA 06 ALFERA", "Polo dell'infanzia Alfera")]
fn names_stand_behind_what_is_done(#[case] summary: &str, #[case] wanted: &str) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Name), [wanted]);
}

#[rstest]
#[case("NUOVO ASILO NIDO IN LOC ALFIANO", &["Alfiano"])]
#[case("NUOVO ASILO NIDO A ALFATALE", &["Alfatale"])]
#[case("LAVORI NEL CENTRO COMUNALE IN LOC. PONTE A BETO", &["Ponte a Beto"])]
#[case("NUOVO ASILO NIDO A TEMPO PIENO", &[])]
#[case("OSPEDALE PONTE A BETO", &[])]
fn a_village_stands_behind_the_thing(#[case] summary: &str, #[case] wanted: &[&str]) {
    assert_eq!(values(&read("", summary, &[]), FactKind::Locality), wanted);
}

#[test]
fn a_road_is_told_once_and_is_no_street() {
    let found = read(
        "",
        "SP 71 DI ALFA*VIA SP 71 DI ALFA*LAVORI LUNGO LA SP 71 ALFA DAL KM 1+000 AL KM 3+000",
        &[],
    );
    assert_eq!(values(&found, FactKind::Road), ["SP 71 Alfa, km 1–3"]);
    assert_eq!(values(&found, FactKind::Street), [""; 0]);
}

#[test]
fn industrial_research_names_its_firm_and_its_project() {
    let known = known();
    let found = of(&Texts {
        submeasure: "F.3.0.0",
        nature: "07",
        ..texts(
            "ALFANI S.R.L.*TITOLO PROGETTO ITALIANO: BETO  TECNICHE NUOVE PER ALFE*VIA VIA ROMA 15",
            &[],
            &known,
        )
    });
    assert_eq!(values(&found, FactKind::Beneficiary), ["Alfani S.r.l."]);
    assert_eq!(values(&found, FactKind::Programme), ["BETO"]);
    assert_eq!(values(&found, FactKind::Work), ["research"]);
    assert_eq!(values(&found, FactKind::Street), ["Via Roma 15"]);
}
