//! The layouts of Italia Domani, of today and of the first releases, and the quirks that they are known for.

use crate::folder::{CUP, Folder, PROJECTS, SUB, key_cells, project};
use jiff::civil::date;
use sportello::import::{Problem, RegionChoice};
use sportello::model::{AmountKind, Cents, Fund, LabelKind, ProjectDateKind, Role, Status};

#[test]
fn todays_layout_with_dates_progress_and_phases() {
    let folder = Folder::new();
    let row = project(&key_cells(
        "nido 1",
        &[
            ("Stato CUP", "ATTIVO"),
            ("Stato Avanzamento Progetto", "In corso"),
            ("CUP Codice Natura", "3"),
            (
                "CUP Descrizione Natura",
                "REALIZZAZIONE DI LAVORI PUBBLICI (OPERE ED IMPIANTISTICA)",
            ),
            ("CUP Codice Tipologia", "1"),
            ("CUP Codice Settore", "5"),
            ("CUP Codice Sottosettore", "30"),
            ("CUP Codice Categoria", "150"),
            ("CUP Descrizione Categoria", "ASILI DI PROVA"),
            ("Titolo Progetto", "\"ASILO; \"\"PROVA\"\"\r\nSECONDA RIGA\""),
            ("Finanziamento PNRR", "1.200.000,50"),
            ("Finanziamento Totale", "1500000"),
            ("Finanziamento Stato - FOI", "0"),
            ("Soggetto Attuatore", "COMUNE DI PROVA"),
            ("Codice Fiscale Soggetto Attuatore", "1234567890"),
            ("Codice Identificativo Procedura di Attivazione", "1000009999"),
            ("Data Inizio Progetto Prevista", "01/02/2024"),
            ("Data Inizio Progetto Effettiva", "15/03/2024"),
            ("Data Fine Progetto Prevista", "30/06/2026"),
            ("Data Fine Progetto Effettiva", "31/12/9999"),
            ("Descrizione Fase Iter di Progetto", "ESECUZIONE LAVORI"),
            ("Stato Fase Iter di Progetto", "In corso"),
            ("Esito Ultima Validazione", "Positivo"),
            ("Data Ultima Validazione", "30/11/2026"),
        ],
    ));
    folder.places();
    folder.table("progetti.csv", &[PROJECTS, &row]);
    folder.table(
        "iter.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;Codice Fase;Descrizione Fase;Data Inizio Prevista;Data Inizio Effettiva;Data Fine Prevista;Data Fine Effettiva;Data di Estrazione",
            &format!("{SUB};{CUP};NIDO-1;0102;ESECUZIONE LAVORI;01/02/2024;15/03/2024;30/06/2026;;31/12/2026"),
        ],
    );
    folder.table(
        "pagamenti.csv",
        &[
            "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Finanziamento PNRR;Pagamento Totale;Pagamento PNRR;Pagamento - Stato;Data di Estrazione",
            &format!("{SUB};x;{CUP};NIDO-1;1500000;0;800000,25;700000;0;31/12/2026"),
        ],
    );
    folder.table(
        "gare.csv",
        &[
            "Codice Univoco Submisura;Descrizione Submisura;Descrizione Procedura di Aggiudicazione;CUP;Codice Locale Progetto;CIG;CIG Accordo Quadro;Codice Procedura Utente;Modalità di Realizzazione;Codice Interno PDA;Oggetto Principale del Contratto;Oggetto Gara;Data Pubblicazione del CIG;Codice Motivo Assenza CIG;Descrizione Motivo Assenza CIG;Importo Complessivo Gara;Importo Aggiudicazione;Data Aggiudicazione Definitiva;Data di Estrazione",
            &format!("{SUB};x;PROCEDURA APERTA;{CUP};NIDO-1;A04AA69960;;;;5001;LAVORI;PROVA;01/04/2024;000;;900000;0;;31/12/2026"),
        ],
    );
    folder.table(
        "aggiudicatari.csv",
        &[
            "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;Codice Fiscale/P.IVA;Denominazione Aggiudicatario;Ruolo Soggetto;Descrizione Ruolo Soggetto;Forma Giuridica Aggiudicatario;Descrizione Forma Giuridica Aggiudicatario;Codice ATECO Aggiudicatario;Codice Procedura Utente;Data di Estrazione",
            &format!("{SUB};x;{CUP};NIDO-1;A04AA69960;5001;123456789;PROVA COSTRUZIONI S.R.L.;1;MANDATARIA;11;Società a responsabilità limitata;;;31/12/2026"),
            &format!("{SUB};x;{CUP};NIDO-1;A04AA69960;5001;****************;BETA LUCIA;2;MANDANTE;;;;;31/12/2026"),
            &format!("{SUB};x;{CUP};NIDO-1;A04AA6996;5002;01234567891;ALFA S.P.A.;2;;;;;;31/12/2026"),
        ],
    );
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(
        (p.local_code.as_str(), p.aliases.as_slice()),
        ("nido 1", [].as_slice())
    );
    let amount = |kind, fund| p.amount(kind, fund).map(|o| o.value);
    assert_eq!(amount(AmountKind::Funding, Fund::Pnrr), Some(Cents(120_000_050)));
    assert_eq!(amount(AmountKind::Payment, Fund::Total), Some(Cents(80_000_025)));
    assert_eq!(amount(AmountKind::Funding, Fund::StateFoi), None);
    let label = |kind| p.label(kind).map(|l| l.value.clone());
    assert_eq!(label(LabelKind::Progress).as_deref(), Some("In corso"));
    assert_eq!(label(LabelKind::CupStatus).as_deref(), Some("active"));
    assert_eq!(label(LabelKind::Category).as_deref(), Some("05.30.150"));
    assert_eq!(label(LabelKind::Type).as_deref(), Some("03.01"));
    assert_eq!(
        p.label(LabelKind::Category).unwrap().name.as_deref(),
        Some("Asili di prova")
    );
    assert_eq!(label(LabelKind::Phase).as_deref(), Some("Esecuzione lavori"));
    assert_eq!(
        p.call.as_ref().and_then(|c| c.code.as_deref()),
        Some("1000009999")
    );
    let day = |kind| p.date(kind).map(|d| d.value);
    assert_eq!(day(ProjectDateKind::EndPlanned), Some(date(2026, 6, 30)));
    assert_eq!(day(ProjectDateKind::EndActual), None);
    assert_eq!(p.phases[0].start_actual, Some(date(2024, 3, 15)));
    assert_eq!(p.places[0].share, Some(3750));
    assert_eq!(p.places[0].address.as_deref(), Some("Via di Prova 3"));
    let (body, _) = p.body(Role::Implementer).unwrap();
    assert_eq!(
        (body.name.as_str(), body.tax_code.as_deref()),
        ("Comune di Prova", Some("01234567890"))
    );
    assert_eq!(p.tenders.len(), 2);
    let tender = p.tenders.iter().find(|t| t.cig == "A04AA69960").unwrap();
    assert_eq!((tender.base, tender.award), (Some(Cents(90_000_000)), None));
    let won: Vec<Option<&str>> = tender
        .winners
        .iter()
        .map(|w| w.body.as_ref().map(|b| b.name.as_str()))
        .collect();
    assert_eq!(won, [Some("Prova Costruzioni S.r.l."), None]);
    assert_eq!(
        p.official_title.as_ref().unwrap().value,
        "ASILO; \"PROVA\" SECONDA RIGA"
    );
    assert_eq!(
        imported.0.catalogue().unwrap().projects[0].status,
        Status::Ongoing
    );
    let source = imported.0.overview().unwrap();
    assert_eq!(source.newest, Some(date(2026, 12, 31)));
    assert_eq!(
        (
            report.placeholder_dates,
            report.invalid_cig,
            report.natural_persons
        ),
        (1, 1, 1)
    );
    assert_eq!(report.examples[0].reason, Problem::InvalidCig);
    assert_eq!(
        (report.examples[0].line, report.examples[0].column.as_str()),
        (4, "CIG")
    );
}

/// The layout of the first releases: no local code in the places, capital headers with trailing
/// blanks, points between thousands.
#[test]
fn first_releases_join_by_submeasure_and_cup() {
    let folder = Folder::new();
    folder.table(
        "PNRR_Localizzazione.csv",
        &[
            "Codice Univoco submisura;CUP ;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;Cap",
            &format!("{SUB};{CUP};9;TOSCANA;48;FIRENZE;17;FIRENZE;N/D;00000"),
            &format!("{SUB};J21B22000020006;000;AMBITO NAZIONALE;000;AMBITO NAZIONALE;000;AMBITO NAZIONALE;N/D;00000"),
        ],
    );
    folder.table(
        "x.csv",
        &[
            "Codice Univoco submisura;CUP ;Codice Locale Progetto ;Titolo progetto ;FINANZIAMENTO _UE;FINANZIAMENTO_PNRR;FINANZ_TOTALE ",
            &format!("{SUB};{CUP};80001/FF;PROVA;N/D;100.000; 80.000.000,00 "),
            &format!("{SUB};J21B22000020006;80002/FF;PROVA;N/D;100.000;ca 2.000.000.000 €"),
        ],
    );
    let mut options = folder.options();
    let (imported, report) = folder.import_with(&options);
    assert_eq!((report.projects, report.national_projects), (1, 1));
    let all = imported.all();
    let p = all.iter().find(|p| p.cup == CUP).unwrap();
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Pnrr).unwrap().value,
        Cents(10_000_000)
    );
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Total).unwrap().value,
        Cents(8_000_000_000)
    );
    assert_eq!(
        (p.local_code.as_str(), p.places[0].comune.unwrap().as_str()),
        ("80001/FF", "048017")
    );
    assert_eq!(
        (p.places[0].address.clone(), p.places[0].cap.clone()),
        (None, None)
    );
    assert_eq!((report.projects, report.bad_numbers), (1, 0));
    options.observed = vec![(folder.path().to_owned(), date(2022, 3, 1))];
    let (stated, _) = folder.import_with(&options);
    assert_eq!(stated.0.overview().unwrap().oldest, Some(date(2022, 3, 1)));
    options.region = RegionChoice::Nation;
    let (nation, report) = folder.import_with(&options);
    assert_eq!((nation.all().len(), report.shared_projects), (2, 0));
}

#[test]
fn windows_1252_and_control_characters() {
    let folder = Folder::new();
    let mut bytes =
        b"Codice Univoco Submisura;CUP;Codice Locale Progetto;Regione;Provincia;Comune;Indirizzo;CAP\r\n"
            .to_vec();
    bytes.extend_from_slice(b"M4C1I1.01.00;J11B22000010006;A;9;48;17;VIA DELL\x92ABBAD\xccA 1;50100\r\n");
    folder.bytes("p.csv", &bytes);
    let (imported, _) = folder.import();
    assert_eq!(
        imported.only().places[0].address.as_deref(),
        Some("Via dell'Abbadìa 1")
    );
}
