//! Any bytes as a table of any layout: the import comes to an end, and what it writes can be read.

use super::super::{file, folder, tame};
use sportello::import::{Options, RegionChoice, Silent, known, run};
use sportello::snapshot::Snapshot;
use std::sync::{Arc, LazyLock};

static HEADERS: LazyLock<Vec<String>> =
    LazyLock::new(|| known().iter().map(|(_, columns)| columns.join(";")).collect());

/// Where the project of the tables lies.
const PLACES: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\nM4C1I1.01.00;Nidi;J57H22000010006;NIDO-1;09;TOSCANA;100;PRATO;005;PRATO;;59100;30/06/2026\r\n";

/// The first byte chooses the table, the second the region; what follows are its rows, or the whole
/// file where there is no such table.
pub fn feed(data: &[u8]) {
    let [table, region, rows @ ..] = data else { return };
    let mut bytes = match HEADERS.get(usize::from(*table)) {
        Some(header) => format!("{header}\r\n").into_bytes(),
        None => Vec::new(),
    };
    bytes.extend_from_slice(rows);
    let folder = folder();
    file(&folder, "luoghi.csv", PLACES.as_bytes());
    file(&folder, "tabella.csv", &bytes);
    let options = Options {
        inputs: vec![folder.path().to_owned()],
        region: match region % 2 {
            0 => RegionChoice::One("toscana".to_owned()),
            _ => RegionChoice::Nation,
        },
        out: folder.path().join("nuovo.sqlite"),
        observed: Vec::new(),
        removals: Vec::new(),
        cancel: Arc::default(),
    };
    let Ok(report) = run(&options, &mut Silent) else {
        return;
    };
    for file in &report.files {
        let left_out: u64 = file.left_out.values().sum();
        assert_eq!(file.rows, file.kept + left_out, "{file:?}");
    }
    for bad in &report.examples {
        tame(&bad.value);
    }
    let snapshot = Snapshot::open(&options.out).unwrap();
    let catalogue = snapshot.catalogue().unwrap();
    for brief in catalogue.projects.iter() {
        let project = snapshot.project(brief.id).unwrap().unwrap();
        tame(&format!("{:?}", project.local_code).replace('\\', ""));
        project.facts.iter().for_each(|fact| tame(&fact.value));
        project.bodies.iter().for_each(|(_, body, _)| tame(&body.name));
    }
}
