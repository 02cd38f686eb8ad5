//! Starting, settings, languages, and the ends of a talk.

use super::*;

#[test]
fn it_begins_with_the_region_and_the_age_of_the_data() {
    let said = it(&[]);
    assert!(said[0].contains("Toscana"), "{said:?}");
    assert!(
        said[1].starts_with("I dati vanno dal ") && said[1].contains("2026"),
        "{said:?}"
    );
    assert!(said.len() < 10, "{said:?}");
}

#[test]
fn without_a_terminal_the_program_speaks_line_by_line() {
    let said = talk(&[], &["casa comunità montemurlo"]);
    has(
        &said,
        "1. circa 4,5 milioni di euro, in corso: Casa della Comunità a Montemurlo",
    );
    let said = talk(&["--lingua", "en"], &["dove"]);
    has(&said, "Type what you are looking for");
}

#[test]
fn settings_are_kept_for_the_next_time() {
    let home = tempfile::tempdir().unwrap();
    let said = talk_at(
        home.path(),
        &["semplice"],
        &["impostazioni", "2", "montemurlo", "3", "1"],
    );
    has(&said, "Il vostro comune è Montemurlo.");
    has(&said, "parte nel modo semplice");
    has(&said, "English it is.");
    let again = talk_at(home.path(), &["semplice"], &["settings"]);
    has(&again, "Your town: Montemurlo");
    has(&again, "Start in the simple mode: yes");
}

#[test]
fn language_changes_in_place_and_commands_stay_in_both() {
    let said = it(&[
        "casa comunità montemurlo",
        "1",
        "2",
        "lingua",
        "indietro",
        "where",
        "1",
        "lingua it",
    ]);
    has(&said, "2 of 15: Who carries it out and who pays.");
    has(&said, "Results for");
    has(&said, "Ora parlo italiano.");
    let said = en(&[
        "casa comunità montemurlo",
        "open",
        "why",
        "back",
        "filters",
        "where",
        "quit",
    ]);
    has(&said, "1 of 1: Community health centre");
    has(&said, "The sentence is:");
    has(&said, "Goodbye.");
}

#[test]
fn english_does_the_same_tasks() {
    let said = en(&[
        "nursery seravezza",
        "1",
        "money",
        "more",
        "tenders",
        "sources",
        "town pisa",
        "projects",
        "more",
        "sort",
        "glossary cup",
        "questions",
        "1",
        "lessons 1",
        "data",
        "settings",
        "repeat",
        "commands",
    ]);
    for what in [
        "In brief:",
        "PNRR, funding:",
        "Pisa.",
        "Order: ",
        "Step 1 of",
        "Settings.",
        "Start in the simple mode: no",
    ] {
        has(&said, what);
    }
}

#[test]
fn the_end_of_the_input_and_quit_end_the_program() {
    let said = it(&["esci", "casa"]);
    assert_eq!(said.last().unwrap(), "Arrivederci.");
    // No line break at the end of the input.
    let home = tempfile::tempdir().unwrap();
    let output = program(home.path())
        .arg("semplice")
        .write_stdin("casa comunità montemurlo")
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("Un progetto."));
}

#[test]
fn hostile_lines_are_survived() {
    let long = "a".repeat(100_000);
    let said = it(&[
        &long,
        "\u{1b}[31mrosso",
        "\u{202e}asilo",
        "comune:\"",
        "-",
        "importo>molto",
        ":",
    ]);
    assert!(said.len() > 10);
    let home = tempfile::tempdir().unwrap();
    let output = program(home.path())
        .arg("semplice")
        .write_stdin(&b"\xff\xfe\x00\ncasa\n"[..])
        .output()
        .unwrap();
    assert!(output.status.success());
}

#[test]
fn a_bad_archive_is_told_and_the_bundled_one_answers() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("rovinato.sqlite"), "ciao").unwrap();
    let said = talk_at(home.path(), &["semplice"], &[]);
    assert!(said[0].contains("rovinato.sqlite"), "{said:?}");
    has(&said, "Toscana");
}

/// What the program, called without a command on a terminal, shows before it is told to go.
#[cfg(unix)]
fn on_a_terminal(term: &str, home: &std::path::Path) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sportello"));
    command.env("SPORTELLO_CASA", home);
    command.env("TERM", term);
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut writer = pty.master.take_writer().unwrap();
    let mut reader = pty.master.try_clone_reader().unwrap();
    writer.write_all(b"esci\r").unwrap();
    let mut out = Vec::new();
    // The terminal closes with an error when the program ends.
    _ = reader.read_to_end(&mut out);
    assert!(child.wait().unwrap().success());
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(unix)]
#[test]
fn a_dumb_terminal_and_a_setting_start_the_linear_mode() {
    for (term, settings) in [("dumb", ""), ("xterm-256color", "semplice = true\n")] {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("impostazioni.toml"), settings).unwrap();
        let out = on_a_terminal(term, home.path());
        assert!(!out.contains("È la prima volta"), "{term}: {out}");
        assert!(out.contains("Sportello, modo semplice."), "{term}: {out}");
        assert!(out.contains("Arrivederci."), "{term}: {out}");
        assert!(!out.contains('\u{1b}'), "{term}: {out:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_first_start_says_once_what_can_be_chosen() {
    let home = tempfile::tempdir().unwrap();
    let said =
        [(); 2].map(|()| on_a_terminal("dumb", home.path()).contains("È la prima volta: con «impostazioni»"));
    assert_eq!(said, [true, false]);
    let new = tempfile::tempdir().unwrap();
    let piped = talk_at(new.path(), &["semplice"], &[]);
    assert!(
        !piped.iter().any(|line| line.contains("prima volta")),
        "{piped:?}"
    );
    assert!(!new.path().join("impostazioni.toml").exists());
}
