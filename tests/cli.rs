//! The command line as a person and a script meet it: words in, words and an exit code out.

#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The program with folders of its own, so that nobody's settings or snapshots get in.
fn sportello(home: &Path) -> Command {
    let mut command = Command::cargo_bin("sportello").unwrap();
    command.env("SPORTELLO_CASA", home);
    command
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn say(args: &[&str]) -> Said {
    let home = tempfile::tempdir().unwrap();
    let output = sportello(home.path()).args(args).output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(args: &[&str]) -> Value {
    let said = say(args);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn the_data_say_what_they_are_and_how_old() {
    let data = json(&["dati", "--json"]);
    assert_eq!(data["region"], "Toscana");
    assert!(data["projects"].as_u64().unwrap() > 7_500, "{}", data["projects"]);
    assert_eq!(data["comuni"].as_u64().unwrap(), 273);
    assert!(data["oldest"].as_str().unwrap() < data["newest"].as_str().unwrap());
    for field in [
        "cups",
        "measures",
        "shared_projects",
        "pnrr_eur",
        "total_eur",
        "paid_eur",
        "shared_pnrr_eur",
    ] {
        assert!(data[field].as_f64().unwrap() > 0.0, "{field}");
    }
    for source in data["sources"].as_array().unwrap() {
        for field in ["table", "publisher", "licence"] {
            assert!(!source[field].as_str().unwrap().is_empty(), "{source}");
        }
    }
    let text = say(&["dati"]).out;
    assert!(
        text.contains("Regione: Toscana") && text.contains("Il dato più vecchio è del"),
        "{text}"
    );
    assert!(say(&["data", "--language", "en"]).out.contains("Region: Toscana"));
}

#[test]
fn a_sheet_can_be_printed() {
    let text = say(&["scheda", "J44E21001030001", "--formato", "html"]).out;
    assert!(text.starts_with("<!DOCTYPE html>") && text.contains("J44E21001030001"));
}

#[test]
fn money_in_json_has_two_decimals() {
    let text = say(&["dati", "--json"]).out;
    let line = text.lines().find(|l| l.contains("\"pnrr_eur\"")).unwrap();
    let decimals = line.trim_end_matches(',').rsplit_once('.').unwrap().1;
    assert_eq!(decimals.len(), 2, "{line}");
}

#[test]
fn a_register_of_the_bundle_is_the_register_it_came_from() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("registro");
    sportello(home.path())
        .args(["registro", "--uscita"])
        .arg(&out)
        .assert()
        .success();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/toscana");
    let mut files = 0;
    for entry in fs::read_dir(&kept).unwrap() {
        let path = entry.unwrap().path();
        let again = out.join(path.file_name().unwrap());
        assert!(
            fs::read(&path).unwrap() == fs::read(&again).unwrap(),
            "{}",
            path.display()
        );
        files += 1;
    }
    assert_eq!(files, fs::read_dir(&out).unwrap().count());
}

#[test]
fn codes_are_checked_and_the_position_named() {
    let good = say(&["verifica", "J57H22001230006"]);
    assert_eq!(good.code, 0);
    assert!(good.out.contains("è scritto bene"));
    let bad = say(&["verifica", "J577220012300060"]);
    assert_eq!(bad.code, 1);
    assert!(bad.out.contains("Al posto 4 ci vuole una lettera"), "{}", bad.out);
    let found = json(&["check", "9326801FA7", "--json"]);
    assert_eq!(
        (found[0]["kind"].as_str(), found[0]["valid"].as_bool()),
        (Some("CIG"), Some(true))
    );
}

#[test]
fn wrong_use_is_one_sentence_and_code_two() {
    for (args, word) in [
        (&["pippo"][..], "pippo"),
        (&["dati", "--pippo"], "--pippo"),
        (&["verifica"], "CODICI"),
        (&["cerca", "nido", "--limite", "tanti"], "tanti"),
        (&["esporta", "--formato", "pdf"], "pdf"),
        (&["importa", "x.csv", "--regione"], "--regione"),
    ] {
        let said = say(args);
        assert_eq!(said.code, 2, "{args:?}: {}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{args:?}: {}", said.err);
        assert!(
            said.err.starts_with("sportello: ") && said.err.contains(word),
            "{args:?}: {}",
            said.err
        );
        assert!(said.out.is_empty());
    }
    let english = say(&["pippo", "--lingua", "en"]);
    assert!(english.err.contains("there is no command"), "{}", english.err);
}

#[test]
fn a_file_that_is_no_snapshot_is_told_which_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("x.sqlite");
    fs::write(&foreign, "ciao").unwrap();
    let said = say(&["dati", "--archivio", foreign.to_str().unwrap()]);
    assert_eq!(said.code, 3);
    assert!(
        said.err.contains("non è un archivio di Sportello"),
        "{}",
        said.err
    );
    let absent = folder.path().join("y.sqlite");
    let said = say(&["dati", "--archivio", absent.to_str().unwrap()]);
    assert_eq!(said.code, 3);
    assert!(said.err.contains("non c'è"), "{}", said.err);
}

#[test]
fn a_bad_file_in_the_data_folder_is_told_and_the_bundle_answers() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("rovinato.sqlite"), "SQLite format 3\0...").unwrap();
    let output = sportello(home.path()).args(["dati"]).output().unwrap();
    assert!(output.status.success());
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("rovinato.sqlite")
    );
    assert!(String::from_utf8(output.stdout).unwrap().contains("Toscana"));
}

#[test]
fn help_manual_and_completions_speak_both_languages() {
    assert!(say(&["--aiuto"]).out.contains("Comandi:"));
    assert!(say(&["--help", "--lingua", "en"]).out.contains("Commands:"));
    let manual = say(&["manuale"]).out;
    for word in ["osservato", "Codici di uscita", "official_title", "--archivio"] {
        assert!(manual.contains(word), "{word}");
    }
    assert!(say(&["manual", "--language", "en"]).out.contains("Exit codes"));
    assert!(say(&["manuale", "--man"]).out.starts_with(".ie"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(say(&["completamenti", shell]).out.contains("verifica"), "{shell}");
    }
}

#[test]
fn a_chapter_of_the_manual_is_shown_by_its_title() {
    let said = say(&["manuale", "accessibilita"]);
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("# Accessibilità") && said.out.contains("- 11.8.5 "));
    assert!(!said.out.contains("Codici di uscita"));
    let said = say(&["manual", "simple", "mode", "--language", "en"]);
    assert!(said.out.starts_with("# Simple mode"), "{}", said.out);
    let said = say(&["manuale", "xyz"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("- Modo semplice"), "{}", said.out);
}

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
