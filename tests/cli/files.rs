//! Files that cannot be read or written are told in our words.

use super::{say, sportello};
use std::fs;
use std::path::Path;

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
fn what_the_system_refuses_is_told_in_our_words() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().to_str().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "J57H22001230006").unwrap();
    let below = file.join("x").to_str().unwrap().to_owned();
    let absent = folder.path().join("assente.txt").to_str().unwrap().to_owned();
    for (args, it) in [
        (&["verifica", "--da", &absent][..], "non c'è"),
        (&["verifica", "--da", here], "è una cartella"),
        (&["registro", "--uscita", &below], "non è una cartella"),
        (&["manuale", "--man", "--uscita", &below], "non è una cartella"),
        (
            &["importa", &absent, "--regione", "toscana", "--uscita", "x"],
            "non c'è",
        ),
    ] {
        let said = say(args);
        assert_eq!(said.code, 3, "{args:?}: {}", said.err);
        assert!(said.err.contains(it), "{args:?}: {}", said.err);
        for english in ["os error", "No such", "directory", "denied"] {
            assert!(!said.err.contains(english), "{args:?}: {}", said.err);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_our_words() {
    let full = Path::new("/dev/full");
    assert!(full.exists(), "Linux has it");
    let home = tempfile::tempdir().unwrap();
    for args in [
        &["esporta"][..],
        &["dati", "--json"],
        &["manuale"],
        &["completamenti", "bash"],
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_sportello"))
            .args(args)
            .env("SPORTELLO_CASA", home.path())
            .stdout(fs::OpenOptions::new().write(true).open(full).unwrap())
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert_eq!(
            err, "sportello: non riesco a scrivere la risposta: il disco è pieno\n",
            "{args:?}"
        );
    }
}

#[test]
fn broken_settings_are_told_and_the_command_runs() {
    let home = tempfile::tempdir().unwrap();
    fs::write(
        home.path().join("impostazioni.toml"),
        "lingua = \"it\"\nmuose = true\n",
    )
    .unwrap();
    let output = sportello(home.path()).arg("dati").output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.contains("impostazioni.toml, riga 2: non capisco «muose = true»"),
        "{err}"
    );
    assert_eq!(err.lines().count(), 1, "{err}");
}
