//! A folder of made-up tables in the official layouts, and what an import makes of it.

use sportello::import::{ImportError, Options, RegionChoice, Report, Silent, run};
use sportello::model::Project;
use sportello::snapshot::Snapshot;
use std::path::Path;
use std::sync::Arc;

pub const SUB: &str = "M4C1I1.01.00";
pub const CUP: &str = "J11B22000010006";

pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A table of `;`-separated lines with a byte order mark and CRLF, as the publisher writes it.
    pub fn table(&self, name: &str, lines: &[&str]) -> &Folder {
        self.bytes(name, format!("\u{feff}{}\r\n", lines.join("\r\n")).as_bytes())
    }

    pub fn bytes(&self, name: &str, bytes: &[u8]) -> &Folder {
        std::fs::write(self.path().join(name), bytes).unwrap();
        self
    }

    pub fn options(&self) -> Options {
        Options {
            inputs: vec![self.path().to_owned()],
            region: RegionChoice::parse("toscana"),
            out: self.path().join("out.sqlite"),
            observed: Vec::new(),
            removals: Vec::new(),
            cancel: Arc::default(),
        }
    }

    pub fn import(&self) -> (Imported, Report) {
        self.import_with(&self.options())
    }

    pub fn import_with(&self, options: &Options) -> (Imported, Report) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("t.sqlite");
        let options = Options {
            out: out.clone(),
            ..options.clone()
        };
        let report = run(&options, &mut Silent).unwrap();
        (Imported(Snapshot::open(&out).unwrap()), report)
    }

    pub fn refused(&self) -> ImportError {
        run(&self.options(), &mut Silent).unwrap_err()
    }

    /// Places of one project in Firenze, in today's layout.
    pub fn places(&self) -> &Folder {
        self.table(
            "places.csv",
            &[
                PLACES,
                &place(CUP, "NIDO-1", "09;TOSCANA;048;FIRENZE;017;FIRENZE", "31/12/2026"),
            ],
        )
    }
}

pub struct Imported(pub Snapshot);

impl Imported {
    pub fn all(&self) -> Vec<Project> {
        let briefs = self.0.catalogue().unwrap().projects;
        briefs
            .iter()
            .map(|b| self.0.project(b.id).unwrap().unwrap())
            .collect()
    }

    pub fn only(&self) -> Project {
        let mut all = self.all();
        assert_eq!(all.len(), 1, "{all:#?}");
        all.remove(0)
    }
}

pub const PLACES: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Percentuale di Localizzazione;Data di Estrazione";

pub fn place(cup: &str, local: &str, place: &str, day: &str) -> String {
    format!("{SUB};Misura di prova;{cup};{local};{place};VIA DI PROVA 3;50100;37,5;{day}")
}

/// Today's 63 columns of PNRR_Progetti.
pub const PROJECTS: &str = "Programma;Missione;Descrizione Missione;Componente;Descrizione Componente;ID Misura;Codice Univoco Misura;Descrizione Misura;ID Submisura;Codice CID;Codice Univoco Submisura;Descrizione Submisura;Amministrazione Titolare;Codice Identificativo Procedura di Attivazione;Titolo Procedura;Tipologia Procedura di Attivazione;CUP;Codice Locale Progetto;Stato CUP;Stato Avanzamento Progetto;CUP Codice Natura;CUP Descrizione Natura;CUP Codice Tipologia;CUP Descrizione Tipologia;CUP Codice Settore;CUP Descrizione Settore;CUP Codice Sottosettore;CUP Descrizione Sottosettore;CUP Codice Categoria;CUP Descrizione Categoria;Titolo Progetto;Sintesi Progetto;Descrizione Tipo Aiuto;Finanziamento - Stato;Finanziamento Stato - Bilancio;Finanziamento Stato - FOI;Finanziamento Prosecuzione Opere Pubbliche - FPOP;Finanziamento UE (Diverso da PNRR);Finanziamento Regione;Finanziamento Provincia;Finanziamento Comune;Finanziamento Altro Pubblico;Finanziamento Privato;Finanziamento da Reperire;Finanziamento PNRR;Finanziamento PNC;Altri Fondi;Finanziamento Totale;Finanziamento Totale Pubblico;Finanziamento Totale Pubblico Netto;Soggetto Attuatore;Codice Fiscale Soggetto Attuatore;Flag Progetti in Essere;Data Inizio Progetto Prevista;Data Inizio Progetto Effettiva;Data Fine Progetto Prevista;Data Fine Progetto Effettiva;Data di Estrazione;Data Ultima Validazione;Esito Ultima Validazione;Codice Fase Iter di Progetto;Descrizione Fase Iter di Progetto;Stato Fase Iter di Progetto";

/// A row of PNRR_Progetti with some columns filled.
pub fn project(cells: &[(&str, &str)]) -> String {
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

pub fn key_cells<'a>(local: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
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
