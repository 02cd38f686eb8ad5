//! Tables that join the projects of Italia Domani: PA digitale, the PNC, the soggetti.

use crate::folder::{CUP, Folder, SUB};
use jiff::civil::date;
use sportello::model::{AmountKind, Cents, Fund, LabelKind, Role};

#[test]
fn pa_digitale_is_read_once_and_joins_by_cup() {
    let folder = Folder::new();
    let header = "codice_ipa,ente,tipologia_ente,comune,cod_comune,provincia,cod_provincia,regione,cod_regione,importo_finanziamento,avviso,data_invio_candidatura,data_finanziamento,codice_cup,numero_finestra_temporale,numero_di_protocollo,decreto_finanziamento,stato_candidatura,data_stato_candidatura";
    let row = |cup: &str, comune: &str| {
        format!(
            "c_x,Comune di Prova,Comuni,Firenze,{comune},FI,048,Toscana,09,14000.0,\"1.4.3 Prova, maggio\",2022-09-21T09:35:39.000+0000,2023-01-03,{cup},1,1,D,E,2200-01-01"
        )
    };
    let two = [row("J31F22000030006", "048017"), row(CUP, "N/D")].join("\n");
    folder.bytes(
        "candidature_altrienti.csv",
        format!("{header}\n{two}\n").as_bytes(),
    );
    let again = format!(
        "{header},misura\n{},1.4.3 Prova\n",
        row("J31F22000030006", "048017")
    );
    folder.bytes("candidature_143.csv", again.as_bytes());
    folder.bytes(
        "avvisi.csv",
        b"titolo,misura,data_inizio_bando,data_fine_bando,stato,totale_importo_stanziato,totale_importo_misura,soggetti_destinatari\n\"1.4.3 Prova, maggio\",1.4.3 Prova,2022-05-01,2022-09-30,TERMINATO,100.000,1000000.0,\"Comuni;Scuole\"\n",
    );
    folder.places();
    let (imported, report) = folder.import();
    assert_eq!(
        (report.projects, report.duplicate_rows, report.placeholder_dates),
        (2, 1, 3)
    );
    let all = imported.all();
    let alone = all.iter().find(|p| p.cup == "J31F22000030006").unwrap();
    assert_eq!(alone.submeasure.as_str(), "M1C1I1.04.03");
    let candidature = &alone.candidatures[0];
    assert_eq!(
        (candidature.amount, candidature.status),
        (Some(Cents(1_400_000)), Some('E'))
    );
    assert_eq!(candidature.sent, Some(date(2022, 9, 21)));
    let call = candidature.call.as_ref().unwrap();
    assert_eq!(
        (call.amount, call.audience.as_deref()),
        (Some(Cents(10_000)), Some("Comuni; Scuole"))
    );
    assert_eq!(alone.body(Role::Applicant).unwrap().0.name, "Comune di Prova");
    let joined = all.iter().find(|p| p.cup == CUP).unwrap();
    assert_eq!((joined.submeasure.as_str(), joined.candidatures.len()), (SUB, 1));
}

#[test]
fn pnc_joins_the_project_that_alone_has_its_cup() {
    let folder = Folder::new();
    folder.places();
    folder.table(
        "pnc_places.csv",
        &[
            "Codice Intervento;Intervento;CUP;Codice Regione;Regione;Codice Provincia;Provincia;Codice Comune;Comune;Data di Estrazione",
            &format!("E.2.0.0;PROVA;{CUP};9;TOSCANA;048;FIRENZE;017;FIRENZE;07/03/2024"),
            "E.2.0.0;PROVA;J41B22000040006;9;TOSCANA;048;FIRENZE;000;TUTTI;07/03/2024",
        ],
    );
    folder.table(
        "pnc.csv",
        &[
            "Piano;Codice Programma;Programma;Codice Intervento;Intervento;CUP;Stato Cup;Codice Categoria Intervento Investimento;Titolo Unita di Rilevazione;Soggetto Attuatore;Codice Fiscale Soggetto Attuatore;Finanziamento Pnc;Data di Estrazione",
            &format!("PNC;E.2;PROVA;E.2.0.0;OSPEDALE DI PROVA;{CUP};ATTIVO;0530__111_;PROVA;REGIONE TOSCANA;01386030488;5000;07/03/2024"),
            "PNC;E.2;PROVA;E.2.0.0;OSPEDALE DI PROVA;J41B22000040006;ATTIVO;0530__111_;PROVA;REGIONE TOSCANA;01386030488;7000;07/03/2024",
        ],
    );
    let (imported, report) = folder.import();
    assert_eq!((report.projects, report.by_origin["pnc"]), (2, 1));
    let all = imported.all();
    let joined = all.iter().find(|p| p.cup == CUP).unwrap();
    assert_eq!(
        joined.amount(AmountKind::Funding, Fund::Pnc).unwrap().value,
        Cents(500_000)
    );
    let own = all.iter().find(|p| p.cup != CUP).unwrap();
    assert_eq!(
        (own.submeasure.as_str(), own.local_code.as_str()),
        ("E.2.0.0", "")
    );
    assert_eq!(own.label(LabelKind::Category).unwrap().value, "05.30.111");
    assert_eq!(
        (own.places[0].comune, own.places[0].province.unwrap().as_str()),
        (None, "048")
    );
}

#[test]
fn soggetti_without_a_submeasure_join_by_cup_and_local_code() {
    let folder = Folder::new();
    folder.places();
    folder.table(
        "soggetti.csv",
        &[
            "Descrizione Submisura;CUP;Codice Locale Progetto;Ruolo soggetto;Descrizione del ruolo del soggetto;Codice fiscale soggetto;Denominazione;Forma giuridica;Descrizione forma giuridica;Codice ATECO;Data di aggiornamento",
            &format!("x;{CUP};nido1;02;DESTINATARIO FINALE;98765432;PROVA SRL;11;Società a responsabilità limitata;152010;21/02/2023"),
            &format!("x;{CUP};altro;02;DESTINATARIO FINALE;09876543211;GAMMA SRL;11;;;21/02/2023"),
            &format!("x;{CUP};nido1;02;DESTINATARIO FINALE;09876543212;FARMACIA DR. BETA;;;;21/02/2023"),
        ],
    );
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(p.bodies.len(), 1);
    assert_eq!(
        (p.bodies[0].0, p.bodies[0].1.id.0.as_ref()),
        (Role::Recipient, "00098765432")
    );
    let trade = p.bodies[0].1.trade.as_ref().unwrap();
    assert_eq!(trade.code, "15.20.10");
    assert_eq!(Some(trade.source), p.bodies.first().map(|(.., source)| *source));
    assert_eq!((report.unmatched["subjects"], report.natural_persons), (1, 1));
}
