//! The command line as a person and a script meet it: words in, words and an exit code out.

#![allow(clippy::unwrap_used)]

#[path = "cli/accessibility.rs"]
mod accessibility;
#[path = "support/archive.rs"]
mod archive;
#[path = "cli/desk.rs"]
mod desk;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/forms.rs"]
mod forms;
#[path = "cli/gathered.rs"]
mod gathered;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "support/made_up.rs"]
#[allow(dead_code)]
mod made_up;
#[path = "cli/many.rs"]
mod many;
#[path = "support/official.rs"]
mod official;
#[path = "cli/paper.rs"]
mod paper;
#[path = "cli/printed.rs"]
mod printed;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/socket.rs"]
mod socket;
#[path = "cli/tally.rs"]
mod tally;
#[path = "cli/texts.rs"]
mod texts;
#[path = "cli/untrusted.rs"]
mod untrusted;
#[path = "cli/usage.rs"]
mod usage;

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The program with folders of its own, so that nobody's settings or snapshots get in.
fn sportello(home: &Path) -> Command {
    let mut command = Command::cargo_bin("sportello").unwrap();
    command.env("SPORTELLO_CASA", home);
    command.env("SPORTELLO_OGGI", "2026-12-01");
    command
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn say(args: &[&str]) -> Said {
    say_to(args, "")
}

/// With this text on standard input.
fn say_to(args: &[&str], input: &str) -> Said {
    let home = tempfile::tempdir().unwrap();
    let mut command = sportello(home.path());
    let output = command.args(args).write_stdin(input).output().unwrap();
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
