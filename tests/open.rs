//! The open data of a region: whole, joined, and without what has no declared licence.

#![allow(clippy::unwrap_used)]

#[path = "support/made_up.rs"]
#[allow(dead_code)]
mod made_up;

use sportello::snapshot::Snapshot;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn sportello(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sportello"))
        .args(args)
        .current_dir(home)
        .env("SPORTELLO_CASA", home)
        .env("SPORTELLO_OGGI", "2026-11-30")
        .output()
        .unwrap()
}

const HOLDER: [&str; 6] = [
    "--titolare",
    "Regione \"Prova\"",
    "--ipa",
    "r_prova",
    "--indirizzo",
    "https://dati.example.it/pnrr/",
];

/// An archive of four projects of Prato, in a home.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    made_up::tables(&home.path().join("tables"), 4);
    let args = [
        "importa",
        "tables",
        "--regione",
        "toscana",
        "--uscita",
        "a.sqlite",
    ];
    assert!(sportello(home.path(), &args).status.success());
    home
}

fn publish(home: &Path, more: &[&str]) -> Output {
    let args = ["pubblica", "aperti", "--dati-aperti", "--archivio", "a.sqlite"];
    sportello(home, &[&args[..], more].concat())
}

#[test]
fn the_folder_has_register_explanations_catalogue_and_what_they_are() {
    let home = home();
    let said = publish(home.path(), &HOLDER);
    assert!(said.status.success(), "{said:?}");
    let folder = home.path().join("aperti/dati-aperti");
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let lines = read("schede.jsonl");
    assert_eq!(lines.lines().count(), 4);
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["answers"].as_array().map(Vec::len), Some(8));
    }
    let package: serde_json::Value = serde_json::from_str(&read("registro/datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    for resource in resources {
        assert!(
            folder
                .join("registro")
                .join(resource["path"].as_str().unwrap())
                .is_file()
        );
    }
    // What the profile demands of a catalogue, of each of its data sets, of each file.
    let catalogue = read("catalogo.ttl");
    let count = |what: &str| catalogue.matches(what).count();
    assert_eq!(
        (count("a dcatapit:Catalog,"), count("a dcatapit:Dataset,")),
        (1, 2)
    );
    for demanded in [
        "dct:identifier \"r_prova:",
        "dcat:theme ",
        "dct:rightsHolder ",
        "dct:accrualPeriodicity ",
        "dcat:distribution ",
    ] {
        assert_eq!(count(demanded), 2, "{demanded}");
    }
    let files = resources.len() + 2;
    for demanded in [
        "a dcatapit:Distribution,",
        "dct:format ",
        "dcat:accessURL ",
        "dct:license ",
    ] {
        assert_eq!(count(demanded), files, "{demanded}");
    }
    assert!(
        catalogue.contains("<https://dati.example.it/pnrr/registro/amount.csv>"),
        "{catalogue}"
    );
    assert!(
        catalogue.contains("foaf:name \"Regione \\\"Prova\\\"\"@it"),
        "{catalogue}"
    );
    let told = read("LEGGIMI.md");
    assert!(
        told.contains("Toscana") && told.contains("PNRR_Pagamenti_di_Progetto"),
        "{told}"
    );
    // Made anew, and beside it a package more.
    assert!(publish(home.path(), &[]).status.success());
    assert_eq!(read("schede.jsonl"), lines);
    assert!(
        home.path()
            .join("aperti/sportello-09-2026-06-30-2.json")
            .is_file()
    );
}

#[test]
fn without_a_holder_there_is_no_catalogue_and_half_of_one_is_wrong_use() {
    let home = home();
    let said = publish(home.path(), &[]);
    assert!(String::from_utf8(said.stdout).unwrap().contains("--titolare"));
    assert!(!home.path().join("aperti/dati-aperti/catalogo.ttl").exists());
    for half in [
        &HOLDER[..2],
        &HOLDER[..4],
        &["--titolare", "A", "--ipa", "a b", "--indirizzo", "https://a.it"],
    ] {
        assert_eq!(publish(home.path(), half).status.code(), Some(2), "{half:?}");
    }
}

#[test]
fn what_somebody_else_wrote_stays() {
    let home = home();
    let folder = home.path().join("aperti/dati-aperti");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("LEGGIMI.md"), "mine").unwrap();
    let said = publish(home.path(), &HOLDER);
    assert_eq!(said.status.code(), Some(3), "{said:?}");
    assert_eq!(fs::read_to_string(folder.join("LEGGIMI.md")).unwrap(), "mine");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn what_has_no_declared_licence_is_left_out_and_the_rest_is_joined() {
    let bundled = Snapshot::embedded().unwrap();
    let open = bundled.licensed(1 << 30).unwrap();
    let (all, own) = (bundled.catalogue().unwrap(), open.catalogue().unwrap());
    assert!(all.sources.iter().any(|source| !source.is_official()));
    assert!(own.sources.iter().all(|source| source.is_official()));
    assert!(all.totals().copied > 100, "the copy tells amounts");
    assert_eq!((own.totals().copied, own.totals().total), (0, all.totals().total));
    assert_eq!(own.projects.len(), all.projects.len());
    // Every row names a source that is there.
    let folder = tempfile::tempdir().unwrap();
    open.write_register(folder.path()).unwrap();
    let rows = |name: &str| {
        let mut reader = csv::Reader::from_path(folder.path().join(name)).unwrap();
        let head = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        (head, rows)
    };
    let known: HashSet<String> = rows("source.csv").1.iter().map(|row| row[0].to_owned()).collect();
    for name in ["amount.csv", "seen.csv", "quality.csv", "place.csv", "label.csv"] {
        let (head, rows) = rows(name);
        let at = head.iter().position(|column| column == "source").unwrap();
        assert!(rows.iter().all(|row| known.contains(&row[at])), "{name}");
    }
}
