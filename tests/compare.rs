//! What changed between two archives: nothing between one and itself, each kind of change where it
//! is one, and on the publishers' tables the same as another way of counting.

#![allow(clippy::unwrap_used)]

#[path = "compare/counted.rs"]
mod counted;
#[path = "import_made_up/folder.rs"]
#[allow(dead_code)]
mod folder;
#[path = "support/official.rs"]
#[allow(dead_code)]
mod official;

use folder::PROJECTS;
use sportello::compare::{Comparison, Fate, Side, Which, compare};
use sportello::import::{self, Options, RegionChoice, Silent};
use sportello::lang::Lang;
use sportello::model::ComuneCode;
use sportello::sheet::changes::{changes, changes_json, rows, sentence};
use sportello::snapshot::{Catalogue, Snapshot};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An archive and what it holds.
struct Read {
    snapshot: Snapshot,
    catalogue: Catalogue,
}

impl Read {
    fn new(snapshot: Snapshot) -> Read {
        let catalogue = snapshot.catalogue().unwrap();
        Read { snapshot, catalogue }
    }

    fn side(&self) -> Side<'_> {
        Side {
            snapshot: &self.snapshot,
            catalogue: &self.catalogue,
        }
    }
}

fn imported(inputs: &[PathBuf], region: &str, out: &Path) -> Read {
    let options = Options {
        inputs: inputs.to_vec(),
        region: RegionChoice::parse(region),
        out: out.to_owned(),
        observed: Vec::new(),
        removals: Vec::new(),
        cancel: Arc::default(),
    };
    import::run(&options, &mut Silent).unwrap();
    Read::new(Snapshot::open(out).unwrap())
}

const PLACES: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\n";
const PAYMENTS: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Finanziamento PNRR;Pagamento Totale;Pagamento PNRR;Data di Estrazione\r\n";
const TENDERS: &str = "Codice Univoco Submisura;Descrizione Submisura;Descrizione Procedura di Aggiudicazione;CUP;Codice Locale Progetto;CIG;CIG Accordo Quadro;Codice Procedura Utente;Modalità di Realizzazione;Codice Interno PDA;Oggetto Principale del Contratto;Oggetto Gara;Data Pubblicazione del CIG;Codice Motivo Assenza CIG;Descrizione Motivo Assenza CIG;Importo Complessivo Gara;Importo Aggiudicazione;Data Aggiudicazione Definitiva;Data di Estrazione\r\n";
const WINNERS: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;Codice Fiscale/P.IVA;Denominazione Aggiudicatario;Ruolo Soggetto;Descrizione Ruolo Soggetto;Forma Giuridica Aggiudicatario;Descrizione Forma Giuridica Aggiudicatario;Codice ATECO Aggiudicatario;Codice Procedura Utente;Data di Estrazione\r\n";

/// A project: local code, comune, funding, payments, winner.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const PRATO: &str = "100;PRATO;005;PRATO";
const MONTAIONE: &str = "048;FIRENZE;027;MONTAIONE";

fn archive(folder: &Path, name: &str, day: &str, projects: &[(usize, Row)]) -> Read {
    let (mut places, mut payments) = (PLACES.to_owned(), PAYMENTS.to_owned());
    let (mut tenders, mut winners) = (TENDERS.to_owned(), WINNERS.to_owned());
    for (i, (local, place, funding, paid, winner)) in projects {
        let cup = format!("J57H22{i:05}0006");
        let key = format!("M4C1I1.01.00;Nidi;{cup};{local}");
        places += &format!("{key};09;TOSCANA;{place};;59100;{day}\r\n");
        payments += &format!("{key};{funding};{funding};{paid};{paid};{day}\r\n");
        if !winner.is_empty() {
            let cig = format!("93268{i:02}1E7");
            tenders += &format!(
                "M4C1I1.01.00;Nidi;;{cup};{local};{cig};;;;5000{i};Lavori;;;;;1000,00;900,00;01/02/2024;{day}\r\n"
            );
            winners += &format!("{key};{cig};5000{i};{winner};;;;;;;{day}\r\n");
        }
    }
    let tables = folder.join(name);
    fs::create_dir(&tables).unwrap();
    for (file, text) in [("a", places), ("b", payments), ("c", tenders), ("d", winners)] {
        fs::write(tables.join(format!("{file}.csv")), text).unwrap();
    }
    imported(&[tables], "toscana", &folder.join(format!("{name}.sqlite")))
}

fn between(old: &Read, new: &Read) -> Comparison {
    compare(old.side(), new.side(), &Which::default()).unwrap()
}

#[test]
fn between_an_archive_and_itself_nothing() {
    let read = Read::new(Snapshot::embedded().unwrap());
    let told = between(&read, &read);
    assert!(told.changes.is_empty() && told.comuni.is_empty() && told.new_tables.is_empty());
    assert_eq!(told.both, read.catalogue.regional().count());
    assert_eq!(told.all, Default::default());
    let sides = [&read.catalogue, &read.catalogue];
    let page = format!("{:?}", changes(&told, sides, &[], Lang::It));
    assert!(page.contains("in Toscana non è cambiato niente"), "{page}");
    assert!(rows(&told, sides, Lang::It).is_empty());
    assert_eq!(
        changes_json(&told, sides, Lang::It)["projects"]
            .as_array()
            .map(Vec::len),
        Some(0)
    );
}

#[test]
fn each_kind_of_change_is_told_and_a_change_of_spelling_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let alfa = "01234567897;ALFA SRL";
    let old = archive(
        folder.path(),
        "old",
        "31/03/2025",
        &[
            // The same but for its spelling, the noise of floats and the name of who won.
            (1, ("2.2_PRATO_CroceRossa", PRATO, "134198,91", "100,00", alfa)),
            (2, ("NIDO-2", MONTAIONE, "500000,00", "80000,00", "")),
            (3, ("NIDO-3", MONTAIONE, "1000,00", "200,00", ";Beta S.r.l.")),
            (4, ("NIDO-4", PRATO, "1000,00", "", "")),
        ],
    );
    let new = archive(
        folder.path(),
        "new",
        "30/06/2025",
        &[
            (
                1,
                (
                    "22 PRATO CROCEROSSA",
                    PRATO,
                    "134198,92",
                    "100,00",
                    "01234567897;Alfa S.r.l.",
                ),
            ),
            (2, ("NIDO-2", MONTAIONE, "520000,00", "200000,00", "")),
            (3, ("NIDO-3", MONTAIONE, "1000,00", "1000,00", ";Gamma S.p.A.")),
            (5, ("NIDO-5", MONTAIONE, "7000,00", "", "")),
            // Another spelling altogether: one of its measure and CUP on either side.
            (4, ("INFANZ-4444", PRATO, "1000,00", "300,00", "")),
        ],
    );
    let told = between(&old, &new);
    let fates: Vec<Fate> = told.changes.iter().map(|change| change.fate).collect();
    let many = |fate| fates.iter().filter(|own| **own == fate).count();
    assert_eq!(
        (told.both, many(Fate::New), many(Fate::Gone), many(Fate::Changed)),
        (4, 1, 0, 3)
    );
    let montaione = ComuneCode::parse("048027").unwrap();
    let sums = told.comuni[&montaione];
    let says = sentence(&sums, told.old, "a Montaione", Lang::It);
    assert_eq!(
        says,
        "Dal 31 marzo 2025 a Montaione: un progetto nuovo, uno pagato per intero, 120.800 euro pagati in più, \
         20.000 euro di finanziamento in più e chi ha vinto le gare di un progetto."
    );
    assert_eq!((sums.new_eur.0, sums.changed), (700_000, 2));
    let prato = told.comuni[&ComuneCode::parse("100005").unwrap()];
    assert_eq!(
        (prato.changed, prato.payments_known, prato.payments_known_eur.0),
        (1, 1, 30_000)
    );
    assert_eq!((prato.payments, prato.ongoing), (0, 1));
    let sides = [&old.catalogue, &new.catalogue];
    let json = changes_json(&told, sides, Lang::It).to_string();
    for name in [
        "\"old\":\"Beta S.r.l.\",\"new\":null",
        "\"old\":null,\"new\":\"Gamma S.p.A.\"",
    ] {
        assert!(json.contains(name), "{name}: {json}");
    }
    assert!(!json.contains("Alfa"), "{json}");
    // The other way round what was new is gone.
    let back = between(&new, &old);
    assert_eq!((back.all.new, back.all.gone, back.all.changed), (0, 1, 3));
    assert_eq!(back.all.payments_eur.0, -told.all.payments_eur.0);
    // One comune, one measure.
    let of = |which: Which| compare(old.side(), new.side(), &which).unwrap();
    let one = of(Which {
        comune: Some(montaione),
        measure: None,
    });
    assert_eq!((one.all, one.comuni.len(), one.changes.len()), (sums, 1, 3));
    let none = of(Which {
        comune: None,
        measure: Some("M6".to_owned()),
    });
    assert!(none.changes.is_empty());
}

#[test]
fn dates_and_states_of_a_project() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, state: &str, end: &str, day: &str| {
        let tables = folder.path().join(name);
        fs::create_dir(&tables).unwrap();
        let key = "M4C1I1.01.00;Nidi;J57H22000010006;NIDO-1";
        let places = format!("{PLACES}{key};09;TOSCANA;{PRATO};;59100;{day}\r\n");
        let known = [
            ("Codice Univoco Submisura", "M4C1I1.01.00"),
            ("CUP", "J57H22000010006"),
            ("Codice Locale Progetto", "NIDO-1"),
            ("Stato Avanzamento Progetto", state),
            ("Data Fine Progetto Prevista", end),
            ("Data di Estrazione", day),
        ];
        let cell = |column: &str| {
            known
                .iter()
                .find(|(own, _)| *own == column)
                .map_or("", |(_, cell)| cell)
        };
        let cells: Vec<&str> = PROJECTS.split(';').map(cell).collect();
        let row = format!("{PROJECTS}\r\n{}\r\n", cells.join(";"));
        fs::write(tables.join("a.csv"), places).unwrap();
        fs::write(tables.join("b.csv"), row).unwrap();
        imported(
            &[tables],
            "toscana",
            &folder.path().join(format!("{name}.sqlite")),
        )
    };
    let old = of("old", "In corso", "31/12/2025", "31/03/2025");
    let same = of("same", "IN CORSO", "31/12/2025", "30/06/2025");
    let new = of("new", "Concluso", "30/06/2026", "30/06/2025");
    assert!(between(&old, &same).changes.is_empty());
    let told = between(&old, &new);
    assert_eq!((told.all.completed, told.all.dates, told.all.changed), (1, 1, 1));
    let page = changes(&told, [&old.catalogue, &new.catalogue], &[], Lang::It);
    let text = format!("{page:?}");
    assert!(text.contains("da «in corso» a «concluso»"), "{text}");
    assert!(text.contains("dal 31 dicembre 2025 al 30 giugno 2026"), "{text}");
}
