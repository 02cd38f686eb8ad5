//! The desk from a script.

use super::sportello;
use serde_json::Value;
use std::fs;

#[test]
fn the_desk_counts_and_exports_what_was_counted() {
    let home = tempfile::tempdir().unwrap();
    let desk = |args: &[&str]| {
        let output = sportello(home.path()).arg("banco").args(args).output().unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, out, _) = desk(&[]);
    assert_eq!(code, 1, "nothing is kept yet");
    assert!(out.contains("Persone servite: 0 oggi"), "{out}");
    assert_eq!(
        fs::read_dir(home.path()).unwrap().count(),
        0,
        "reading makes no file"
    );
    assert_eq!(desk(&["segna", "progetto"]).0, 0);
    assert_eq!(desk(&["segna", "progetto"]).0, 0);
    assert!(desk(&["segna"]).1.contains("Persone servite: 3 oggi"));
    let (code, csv, _) = desk(&["--formato", "csv"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "day,theme,mission,people");
    assert!(
        lines[1].ends_with(",altro,altro,1") && lines[2].ends_with(",progetto,altro,2"),
        "{csv}"
    );
    let json: Value = serde_json::from_str(&desk(&["--formato", "json"]).1).unwrap();
    assert_eq!(
        (json["today"].as_u64(), json["month"].as_u64()),
        (Some(3), Some(3))
    );
    let (code, _, err) = desk(&["segna", "sport"]);
    assert!(code == 2 && err.contains("«sport» non è un tema"), "{err}");
    assert_eq!(desk(&["togli"]).0, 2);
}

#[test]
fn a_desk_of_a_newer_program_is_told_and_the_rest_works() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| sportello(home.path()).args(args).output().unwrap();
    run(&["banco", "segna"]);
    let path = home.path().join("banco.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    let output = run(&["banco", "segna"]);
    assert_eq!(output.status.code(), Some(3));
    let says = String::from_utf8(output.stderr).unwrap();
    assert!(says.contains("versione più nuova"), "{says}");
    let talk = sportello(home.path())
        .arg("semplice")
        .write_stdin("segna\nglossario CUP\nesci\n")
        .output()
        .unwrap();
    let said = String::from_utf8(talk.stdout).unwrap();
    assert!(
        said.contains("Il resto del programma funziona.") && said.contains("Arrivederci."),
        "{said}"
    );
}
