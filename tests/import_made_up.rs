//! Rows made up in the official layouts, through the whole import: today's headers, and each
//! quirk that the tables are known for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiff::civil::date;
use sportello::import::{
    ImportError, Options, Problem, Progress, RegionChoice, Report, Silent, Usage, build, run,
};
use sportello::model::{AmountKind, Cents, Fund, LabelKind, Project, ProjectDateKind, Role, Status, Table};
use sportello::snapshot::{Snapshot, save};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const SUB: &str = "M4C1I1.01.00";
const CUP: &str = "J11B22000010006";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// A table of `;`-separated lines with a byte order mark and CRLF, as the publisher writes it.
    fn table(&self, name: &str, lines: &[&str]) -> &Folder {
        self.bytes(name, format!("\u{feff}{}\r\n", lines.join("\r\n")).as_bytes())
    }

    fn bytes(&self, name: &str, bytes: &[u8]) -> &Folder {
        std::fs::write(self.path().join(name), bytes).unwrap();
        self
    }

    fn options(&self) -> Options {
        Options {
            inputs: vec![self.path().to_owned()],
            region: RegionChoice::parse("toscana"),
            out: self.path().join("out.sqlite"),
            observed: Vec::new(),
            cancel: Arc::default(),
        }
    }

    fn import(&self) -> (Imported, Report) {
        self.import_with(&self.options())
    }

    fn import_with(&self, options: &Options) -> (Imported, Report) {
        let (bytes, report) = build(options, &mut Silent).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.sqlite");
        save(&path, &bytes).unwrap();
        (Imported(Snapshot::open(&path).unwrap()), report)
    }

    fn refused(&self) -> ImportError {
        build(&self.options(), &mut Silent).unwrap_err()
    }

    /// Places of one project in Firenze, in today's layout.
    fn places(&self) -> &Folder {
        self.table(
            "places.csv",
            &[
                PLACES,
                &place(CUP, "NIDO-1", "09;TOSCANA;048;FIRENZE;017;FIRENZE", "31/12/2026"),
            ],
        )
    }
}

struct Imported(Snapshot);

impl Imported {
    fn all(&self) -> Vec<Project> {
        let briefs = self.0.catalogue().unwrap().projects;
        briefs
            .iter()
            .map(|b| self.0.project(b.id).unwrap().unwrap())
            .collect()
    }

    fn only(&self) -> Project {
        let mut all = self.all();
        assert_eq!(all.len(), 1, "{all:#?}");
        all.remove(0)
    }
}

const PLACES: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Percentuale di Localizzazione;Data di Estrazione";

fn place(cup: &str, local: &str, place: &str, day: &str) -> String {
    format!("{SUB};Misura di prova;{cup};{local};{place};VIA DI PROVA 3;50100;37,5;{day}")
}

/// Today's 63 columns of PNRR_Progetti.
const PROJECTS: &str = "Programma;Missione;Descrizione Missione;Componente;Descrizione Componente;ID Misura;Codice Univoco Misura;Descrizione Misura;ID Submisura;Codice CID;Codice Univoco Submisura;Descrizione Submisura;Amministrazione Titolare;Codice Identificativo Procedura di Attivazione;Titolo Procedura;Tipologia Procedura di Attivazione;CUP;Codice Locale Progetto;Stato CUP;Stato Avanzamento Progetto;CUP Codice Natura;CUP Descrizione Natura;CUP Codice Tipologia;CUP Descrizione Tipologia;CUP Codice Settore;CUP Descrizione Settore;CUP Codice Sottosettore;CUP Descrizione Sottosettore;CUP Codice Categoria;CUP Descrizione Categoria;Titolo Progetto;Sintesi Progetto;Descrizione Tipo Aiuto;Finanziamento - Stato;Finanziamento Stato - Bilancio;Finanziamento Stato - FOI;Finanziamento Prosecuzione Opere Pubbliche - FPOP;Finanziamento UE (Diverso da PNRR);Finanziamento Regione;Finanziamento Provincia;Finanziamento Comune;Finanziamento Altro Pubblico;Finanziamento Privato;Finanziamento da Reperire;Finanziamento PNRR;Finanziamento PNC;Altri Fondi;Finanziamento Totale;Finanziamento Totale Pubblico;Finanziamento Totale Pubblico Netto;Soggetto Attuatore;Codice Fiscale Soggetto Attuatore;Flag Progetti in Essere;Data Inizio Progetto Prevista;Data Inizio Progetto Effettiva;Data Fine Progetto Prevista;Data Fine Progetto Effettiva;Data di Estrazione;Data Ultima Validazione;Esito Ultima Validazione;Codice Fase Iter di Progetto;Descrizione Fase Iter di Progetto;Stato Fase Iter di Progetto";

/// A row of PNRR_Progetti with some columns filled.
fn project(cells: &[(&str, &str)]) -> String {
    let mut known = 0;
    let row: Vec<&str> = PROJECTS
        .split(';')
        .map(|column| {
            let cell = cells.iter().find(|(name, _)| *name == column);
            known += usize::from(cell.is_some());
            cell.map_or("", |(_, value)| *value)
        })
        .collect();
    assert_eq!((row.len(), known), (63, cells.len()), "a column is misspelt");
    row.join(";")
}

fn key_cells<'a>(local: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut cells = vec![
        ("Codice Univoco Submisura", SUB),
        ("Descrizione Submisura", "Misura di prova"),
        ("CUP", CUP),
        ("Codice Locale Progetto", local),
        ("Data di Estrazione", "31/12/2026"),
    ];
    cells.extend_from_slice(more);
    cells
}

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
        ("nido 1", ["NIDO-1".to_owned()].as_slice())
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
    let p = imported.only();
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
        (2, 1, 2)
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
fn keys_respelt_and_places_elsewhere() {
    let folder = Folder::new();
    let florence = "9;TOSCANA;48;FIRENZE;17;FIRENZE";
    let rome = "12;LAZIO;058;ROMA;091;ROMA";
    folder.table(
        "a.csv",
        &[
            PLACES,
            // One project, respelt in the later release.
            &place("J51B22000050006", "2.2_Borgo-Uno", florence, "01/03/2023"),
            &place("J51B22000050006", "22 BORGO PRIMO", florence, "31/12/2026"),
            // One CUP, a project here and a project there.
            &place("J61B22000060006", "QUI", florence, "31/12/2026"),
            &place("J61B22000060006", "LA", rome, "31/12/2026"),
            // One project in two regions.
            &place("J71B22000070006", "DUE", florence, "31/12/2026"),
            &place("J71B22000070006", "DUE", rome, "31/12/2026"),
            // A comune that merged, the whole region, and nothing that we know.
            &place(
                "J81B22000080006",
                "A",
                "09;TOSCANA;048;FIRENZE;003;EX",
                "31/12/2026",
            ),
            &place("J81B22000080006", "A", "09;TOSCANA;00;x;0;x", "31/12/2026"),
            &place("J81B22000080006", "A", "09;TOSCANA;048;x;999;x", "31/12/2026"),
            // A row without a CUP, and one that is cut.
            &place("", "B", florence, "31/12/2026"),
            "M4C1I1.01.00;x;J91",
        ],
    );
    let (imported, report) = folder.import();
    let all = imported.all();
    assert_eq!(
        (all.len(), report.respelt_keys, report.shared_projects),
        (4, 1, 1)
    );
    let respelt = all.iter().find(|p| p.cup == "J51B22000050006").unwrap();
    assert_eq!(
        (respelt.local_code.as_str(), respelt.aliases.len()),
        ("2.2_Borgo-Uno", 1)
    );
    let here = all.iter().find(|p| p.cup == "J61B22000060006").unwrap();
    assert_eq!((here.local_code.as_str(), here.places.len()), ("QUI", 1));
    let shared = all.iter().find(|p| p.cup == "J71B22000070006").unwrap();
    assert_eq!(shared.places[0].region.unwrap().as_str(), "09");
    assert_eq!((report.old_istat_codes, report.unknown_istat_codes), (1, 1));
    let left: u64 = report.files[0].left_out.values().sum();
    assert_eq!((report.files[0].rows, report.files[0].kept + left), (11, 11));
    let reasons: Vec<Problem> = report.examples.iter().map(|e| e.reason).collect();
    assert!(
        reasons.contains(&Problem::FieldCount) && reasons.contains(&Problem::UnknownIstatCode),
        "{reasons:?}"
    );
}

#[test]
fn newer_wins_unless_blank_or_zero_and_the_other_is_noted() {
    let folder = Folder::new();
    folder.places();
    let old = project(&[
        ("Codice Univoco Submisura", SUB),
        ("CUP", CUP),
        ("Codice Locale Progetto", "NIDO-1"),
        ("Finanziamento PNRR", "1000"),
        ("Finanziamento Totale", "134198,91"),
        ("Titolo Progetto", "VECCHIO"),
        ("Data di Estrazione", "01/01/2025"),
        ("Stato CUP", "Attivo"),
    ]);
    let new = project(&key_cells(
        "NIDO-1",
        &[
            ("Finanziamento PNRR", "2000"),
            ("Finanziamento Totale", "0"),
            ("Stato CUP", "ATTIVO"),
            ("Finanziamento Comune", "tanti"),
        ],
    ));
    // The same row twice, and both releases in one file.
    folder.table("p.csv", &[PROJECTS, &new, &old, &new]);
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Pnrr).unwrap().value,
        Cents(200_000)
    );
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Total).unwrap().value,
        Cents(13_419_891)
    );
    assert_eq!(p.official_title.as_ref().unwrap().value, "VECCHIO");
    assert_eq!(p.disagreements.len(), 1);
    let note = &p.disagreements[0];
    assert_eq!(
        (note.field.as_str(), note.kept.as_str(), note.other.as_str()),
        ("funding.pnrr", "2000.00", "1000.00")
    );
    assert_eq!(
        (report.duplicate_rows, report.bad_numbers, p.seen.len()),
        (1, 1, 3)
    );
    let bad = &report.examples[0];
    assert_eq!(
        (bad.column.as_str(), bad.value.as_str(), bad.line),
        ("Finanziamento Comune", "tanti", 2)
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
            &format!("x;{CUP};nido1;02;DESTINATARIO FINALE;98765432;PROVA SRL;11;Società a responsabilità limitata;;21/02/2023"),
            &format!("x;{CUP};altro;02;DESTINATARIO FINALE;09876543211;GAMMA SRL;11;;;21/02/2023"),
            &format!("x;{CUP};nido1;02;DESTINATARIO FINALE;09876543212;FARMACIA DR. BETA;;;;21/02/2023"),
        ],
    );
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(p.bodies.len(), 1);
    assert_eq!(
        (p.bodies[0].0, p.bodies[0].1.id.0.as_str()),
        (Role::Recipient, "00098765432")
    );
    assert_eq!((report.unmatched["subjects"], report.natural_persons), (1, 1));
}

#[test]
fn foreign_files_are_named_and_known_ones_without_use_are_said() {
    let folder = Folder::new();
    folder.places();
    folder.table(
        "csr.csv",
        &[
            "Codice Univoco Submisura;Descrizione Submisura;CSR",
            "M1C1I1.01.00;x;y",
        ],
    );
    folder.bytes("note.txt", b"nothing of ours");
    let (_, report) = folder.import();
    let csr = report
        .files
        .iter()
        .find(|f| f.table == "recommendations")
        .unwrap();
    assert_eq!(csr.usage, Usage::RecognisedNotUsed);
    folder.table("spesa.csv", &["CUP;Regione;Provincia;Colore", "a;b;c;d"]);
    let error = folder.refused();
    let ImportError::Unknown { nearest, missing, .. } = &error else {
        panic!("{error}")
    };
    assert!(*nearest == Table::Places && missing.contains(&"Comune"));
    assert!(error.to_string().contains("Colore"), "{error}");
    let mut options = folder.options();
    options.inputs = vec![folder.path().join("note.txt")];
    assert!(build(&options, &mut Silent).is_err());
    options.inputs = vec![folder.path().join("none.csv")];
    assert!(matches!(
        build(&options, &mut Silent),
        Err(ImportError::Read { .. })
    ));
}

#[test]
fn an_open_quote_does_not_eat_the_memory() {
    let folder = Folder::new();
    let mut bytes = format!("{PLACES}\r\nM4C1I1.01.00;\"").into_bytes();
    bytes.resize(20 << 20, b'x');
    folder.bytes("p.csv", &bytes);
    assert!(matches!(folder.refused(), ImportError::RecordTooLong { .. }));
}

/// Asks to stop as soon as rows are read.
struct Impatient(Arc<AtomicBool>);

impl Progress for Impatient {
    fn start(&mut self, total_bytes: u64) {
        assert!(total_bytes > 0);
    }
    fn file(&mut self, _: &str) {}
    fn advance(&mut self, _: u64, _: u64) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn old_snapshot(folder: &Folder) -> (PathBuf, Vec<u8>) {
    folder.places();
    let out = folder.path().join("out.sqlite");
    run(&folder.options(), &mut Silent).unwrap();
    let bytes = std::fs::read(&out).unwrap();
    (out, bytes)
}

#[test]
fn a_cancelled_import_leaves_the_old_file() {
    let folder = Folder::new();
    let (out, before) = old_snapshot(&folder);
    let rows: Vec<String> = (0..9000)
        .map(|i| place(&format!("J11B22{i:05}0006"), "L", "9;x;48;x;17;x", "31/12/2026"))
        .collect();
    let mut lines = vec![PLACES];
    lines.extend(rows.iter().map(String::as_str));
    folder.table("many.csv", &lines);
    let options = folder.options();
    let mut impatient = Impatient(Arc::clone(&options.cancel));
    assert!(matches!(
        run(&options, &mut impatient),
        Err(ImportError::Cancelled)
    ));
    assert_eq!(std::fs::read(&out).unwrap(), before);
    let parts = std::fs::read_dir(folder.path()).unwrap().filter(|f| {
        f.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".part")
    });
    assert_eq!(parts.count(), 0);
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let folder = Folder::new();
    let (out, before) = old_snapshot(&folder);
    let mut options = folder.options();
    // A folder stands where the file should go.
    options.out = folder.path().join("busy");
    std::fs::create_dir(&options.out).unwrap();
    assert!(matches!(run(&options, &mut Silent), Err(ImportError::Write(_))));
    options.out = folder.path().join("missing/out.sqlite");
    assert!(matches!(run(&options, &mut Silent), Err(ImportError::Write(_))));
    assert_eq!(std::fs::read(&out).unwrap(), before);
    assert!(Snapshot::open(&out).is_ok());
}

/// Only where the user is not root, whom no permission stops.
#[cfg(unix)]
#[test]
fn a_read_only_folder_leaves_the_old_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.places();
    let locked = tempfile::tempdir().unwrap();
    let mut options = folder.options();
    options.out = locked.path().join("out.sqlite");
    run(&options, &mut Silent).unwrap();
    let before = std::fs::read(&options.out).unwrap();
    let set = |mode| std::fs::set_permissions(locked.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    let stops = std::fs::write(locked.path().join("probe"), "").is_err();
    let result = run(&options, &mut Silent);
    set(0o755);
    assert_eq!(result.is_err(), stops);
    assert_eq!(std::fs::read(&options.out).unwrap(), before);
}
