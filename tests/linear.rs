//! The linear mode as a screen reader meets it: lines in, lines out, each task of the full screen
//! done through standard input.

#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

fn program(home: &Path) -> Command {
    let mut command = Command::cargo_bin("sportello").unwrap();
    command.env("SPORTELLO_CASA", home).env_remove("TERM");
    command
}

/// A talk in a fresh home, checked for what must hold of every line.
fn talk(args: &[&str], lines: &[&str]) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    talk_at(home.path(), args, lines)
}

fn talk_at(home: &Path, args: &[&str], lines: &[&str]) -> Vec<String> {
    let input: String = lines.iter().flat_map(|l| [l, "\n"]).collect();
    let output = program(home).args(args).write_stdin(input).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{lines:?}");
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.ends_with('\n'));
    assert!(
        !out.contains(|c: char| c.is_control() && c != '\n'),
        "{lines:?}: {out}"
    );
    for line in out.lines() {
        assert!(line.chars().count() <= 300, "{line}");
        assert!(!line.trim().is_empty(), "an empty line after {lines:?}");
        let drawn =
            |c: char| ('\u{2500}'..='\u{259f}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c);
        assert!(!line.contains(drawn), "{line}");
    }
    // Choices are numbered one after the other.
    let mut before = 0;
    for n in out.lines().filter_map(number) {
        assert!(n == before + 1 || n == 1, "{n} after {before}: {out}");
        before = n;
    }
    // A slow machine may be told to wait, once and first.
    let waited = usize::from(out.starts_with("Un momento…\n") || out.starts_with("One moment…\n"));
    assert!(out.lines().skip(waited).all(|l| !l.ends_with('…')), "{out}");
    out.lines().skip(waited).map(str::to_owned).collect()
}

/// "3. Casa della Comunità" is choice 3.
fn number(line: &str) -> Option<usize> {
    let (n, _) = line.split_once(". ")?;
    n.parse().ok()
}

/// A talk in Italian; one that was had before is remembered.
fn it(lines: &[&str]) -> Vec<String> {
    static HAD: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
    let key = lines.join("\n");
    if let Some(said) = HAD.lock().unwrap().get(&key) {
        return said.clone();
    }
    let said = talk(&["semplice"], lines);
    HAD.lock().unwrap().insert(key, said.clone());
    said
}

fn en(lines: &[&str]) -> Vec<String> {
    talk(&["linear", "--language", "en"], lines)
}

#[track_caller]
fn has(said: &[String], what: &str) {
    assert!(said.iter().any(|l| l.contains(what)), "«{what}» in {said:#?}");
}

/// What the last of the lines is answered.
fn answer(lines: &[&str]) -> Vec<String> {
    // A line whose answer is known marks where the last one begins.
    let (last, before) = lines.split_last().unwrap();
    let said = it(&[before, &["lettere zzqz", last]].concat());
    let mark = said.iter().position(|l| l == "Z, Z, Q, Z.").unwrap();
    said[mark + 1..].to_vec()
}

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
    has(&said, "1. Casa della Comunità a Montemurlo");
    let said = talk(&["--lingua", "en"], &["dove"]);
    has(&said, "Type what you look for");
}

#[test]
fn a_project_is_found_opened_and_read_question_by_question() {
    let said = it(&["casa comunità montemurlo", "1", "", "continua", "4", "fine"]);
    has(&said, "Un progetto.");
    has(&said, "1 di 1: Casa della Comunità a Montemurlo");
    for question in [
        "Che cos'è",
        "Chi lo fa e chi paga",
        "Quanto costa e quanto è pagato",
        "Dove",
    ] {
        let asked = |l: &String| l.contains(" di ") && l.ends_with(&format!(": {question}."));
        assert!(said.iter().any(asked), "{question}: {said:#?}");
    }
    has(&said, "La Regione Toscana realizza il progetto.");
    // The answer comes soon: within five lines of the choice.
    let at = said.iter().position(|l| l.starts_with("1 di 1: ")).unwrap();
    let first = said
        .iter()
        .position(|l| l.contains("luogo di cura vicino a casa"))
        .unwrap();
    assert!(first - at < 5, "{said:#?}");
}

#[test]
fn all_eight_answers_at_once_or_in_brief() {
    let all = answer(&["casa comunità montemurlo", "1", "tutto"]);
    let brief = answer(&["casa comunità montemurlo", "1", "breve"]);
    assert_eq!(brief.len(), 8, "{brief:#?}");
    for sentence in &brief {
        let bare = sentence.split(" (").next().unwrap();
        assert!(all.iter().any(|l| l.starts_with(bare)), "{sentence} in {all:#?}");
    }
    assert!(all.last().unwrap().contains("finita"));
}

#[test]
fn every_sentence_can_be_asked_for_its_proof() {
    let said = answer(&["casa comunità montemurlo", "1", "perché"]);
    assert!(said[0].starts_with("La frase è: "), "{said:?}");
    has(&said, "La tabella è ");
    let first = answer(&["casa comunità montemurlo", "1", "perché 1"]);
    has(&first, "luogo di cura");
    assert_eq!(answer(&["casa comunità montemurlo", "1", "perché 99"]).len(), 1);
    assert_eq!(answer(&["perché"]).len(), 1);
    let word = answer(&["glossario cup", "perché"]);
    has(&word, "l'abbiamo scritta noi");
}

#[test]
fn money_tenders_places_times_and_sources_by_name() {
    let of = |word| answer(&["casa comunità montemurlo", "1", word]);
    has(&of("soldi"), "PNRR, finanziamento: 1.000.000 euro");
    has(&of("gare"), "CIG 9440 587 AD6");
    has(&of("luoghi"), "Montemurlo");
    has(&of("tempi"), "Quando");
    has(&of("fonti"), "PNRR_Pagamenti_di_Progetto");
    has(&of("indice"), "1. Che cos'è");
    assert_eq!(answer(&["soldi"]).len(), 1);
}

#[test]
fn codes_are_said_in_groups_and_letter_by_letter() {
    let said = it(&["casa comunità montemurlo", "1", "cup", "lettere", "lettere ab 1"]);
    has(&said, "D15 F22 00061 0002");
    has(&said, "D, 1, 5, F, 2, 2, 0, 0, 0, 6, 1, 0, 0, 0, 2.");
    has(&said, "A, B, 1.");
    assert!(!said.iter().any(|l| l.contains("D15F22000610002")), "{said:#?}");
    assert_eq!(answer(&["cup"]).len(), 1);
}

#[test]
fn results_go_on_and_their_numbers_with_them() {
    let said = it(&["asilo nido", "altri", "altri", "15", "dove", "indietro", "dove"]);
    for n in 1..=15 {
        assert!(said.iter().any(|l| number(l) == Some(n)), "{n}: {said:#?}");
    }
    has(&said, "15 di ");
    has(&said, "Eravate al 15: ");
}

#[test]
fn a_number_that_was_not_said_yet_opens_too() {
    let said = answer(&["asilo nido", "12"]);
    assert!(said[0].starts_with("12 di "), "{said:?}");
}

#[test]
fn filters_are_numbered_with_their_counts() {
    let said = it(&["asilo nido", "filtri", "1", "1", "dove"]);
    has(&said, "1. Comune: ");
    has(&said, "Risultati di «asilo nido comune:");
    let before = it(&["asilo nido", "filtri", "1"]);
    let value = before.iter().rfind(|l| number(l) == Some(1)).unwrap();
    let count = value.rsplit(' ').next().unwrap();
    has(
        &answer(&["asilo nido", "filtri", "1", "1"]),
        &format!("{count} progetti, "),
    );
    assert_eq!(answer(&["filtri"]).len(), 1);
}

#[test]
fn the_order_can_be_changed_and_words_taken_as_typed() {
    has(&answer(&["asilo nido", "ordina"]), "Ordine: prima i più grandi.");
    has(&answer(&["asillo nido", "alla lettera"]), "proprio come sono");
    has(&it(&["asillo nido seravezza"]), "Seravezza");
    assert_eq!(answer(&["ordina"]).len(), 1);
}

#[test]
fn choosing_up_and_down_is_spoken() {
    let said = it(&["asilo nido", "giù", "giù", "su", "apri", "giù"]);
    let spoken: Vec<usize> = said
        .iter()
        .filter_map(|l| {
            l.split_once(" di ")
                .and_then(|(n, rest)| rest.contains("euro").then(|| n.parse().ok())?)
        })
        .collect();
    assert_eq!(spoken, [1, 2, 1, 1, 2], "{said:#?}");
}

#[test]
fn comune_and_measure_have_their_pages_and_projects() {
    let said = it(&["comune prato", "progetti", "1"]);
    has(&said, "I progetti che stanno solo a Prato");
    has(&said, "1 di 2");
    let said = it(&["misura M6C1I1.1.0", "comune", "altri", "montemur", "dove"]);
    has(&said, "Montemurlo.");
    let said = it(&["misura case della comunità", "progetti"]);
    has(&said, "Case della Comunità");
    let said = it(&["misura", "nido", "comune xyz scuola"]);
    has(&said, "asili nido".split(' ').next_back().unwrap());
    has(&answer(&["comune", "altri"]), "20. ");
}

#[test]
fn a_project_leads_to_its_comune_its_measure_and_back() {
    let said = answer(&["casa comunità montemurlo", "1", "comune"]);
    assert_eq!(said[0], "Montemurlo.");
    let said = answer(&["casa comunità montemurlo", "1", "misura"]);
    assert_eq!(said[0], "Case della Comunità.");
    let said = answer(&["casa comunità montemurlo", "1", "vedi", "1", "indietro"]);
    assert_eq!(said[0], "Scheda: Casa della Comunità a Montemurlo.");
}

#[test]
fn hard_words_and_questions_are_explained() {
    has(&it(&["glossario soggetto attuatore"]), "Vedi anche");
    let said = it(&["glossario", "cup", "1"]);
    has(&said, "Parole difficili.");
    has(&said, "CUP");
    has(
        &answer(&["casa comunità montemurlo", "1", "", "parole"]),
        "soggetto attuatore",
    );
    has(&it(&["domande", "1"]), "Il PNRR è il Piano nazionale");
    has(&it(&["imparare"]), "2. Domande sul PNRR");
}

#[test]
fn the_data_say_their_sources_and_dates() {
    let said = it(&["dati", "", ""]);
    has(&said, "Progetti: 8.");
    has(&said, "PNRR_Pagamenti_di_Progetto, di Italia Domani");
    has(&said, "31 marzo 2025");
    let sources = answer(&["dati", "fonti"]);
    assert!(sources.len() < 30, "{sources:#?}");
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
    has(&said, "Now I speak English.");
    let again = talk_at(home.path(), &["semplice"], &["settings"]);
    has(&again, "Your town: Montemurlo");
    has(&again, "Start in the simple mode: yes");
}

#[test]
fn a_lesson_is_heard_and_its_exercises_checked() {
    let said = it(&[
        "lezioni 1",
        "",
        "",
        "0",
        "suggerimento",
        "continua",
        "apri",
        "indietro",
    ]);
    has(&said, "Passo 1 di ");
    has(&said, "Non ancora. ");
    has(&said, "La risposta è: ");
    let count = said
        .iter()
        .find_map(|l| l.split_once("La risposta è: "))
        .map(|(_, n)| n.trim_end_matches('.').to_owned())
        .unwrap();
    has(&answer(&["lezioni 1", "", "", &count]), "Giusto");
    let shown = answer(&["lezioni 6", "tutto"]);
    has(&shown, "Passo 13 di 13");
}

#[test]
fn where_repeat_and_back_work_everywhere() {
    for place in [
        &[][..],
        &["asilo nido"],
        &["asilo nido", "filtri"],
        &["casa comunità montemurlo", "1"],
        &["comune prato"],
        &["misura M6C1I1.1.0"],
        &["glossario cup"],
        &["domande"],
        &["lezioni 2"],
        &["dati"],
        &["impostazioni"],
        &["comandi"],
    ] {
        let with = |word| {
            let mut lines = place.to_vec();
            lines.push(word);
            answer(&lines)
        };
        let here = with("dove");
        assert!((1..=4).contains(&here.len()), "{place:?}: {here:?}");
        let first = match place.split_last() {
            Some(_) => answer(place),
            None => it(&[]),
        };
        let repeated = it(&[place, &["ripeti"]].concat());
        assert_eq!(repeated[repeated.len() - first.len()..], first, "{place:?}");
        let back = with("indietro");
        assert!(!back.is_empty() && back.len() <= 7, "{place:?}: {back:?}");
        assert!(with("aiuto").len() > 4, "{place:?}");
    }
}

#[test]
fn forward_goes_where_one_came_back_from() {
    let said = answer(&["asilo nido", "comune prato", "indietro", "avanti"]);
    assert_eq!(said[0], "Scheda: Prato.");
    assert_eq!(answer(&["avanti"]).len(), 1);
}

#[test]
fn wrong_numbers_and_words_are_one_sentence() {
    for lines in [
        &["asilo nido", "9999"][..],
        &["asilo nido", "0"],
        &["casa comunità montemurlo", "1", "77"],
        &["9"],
        &["impostazioni", "8"],
        &["lezioni 1", "4"],
        &["d"],
        &["lingua klingon"],
        &["altri"],
        &["vedi"],
        &["suggerimento"],
        &["cerca"],
    ] {
        let said = answer(lines);
        assert_eq!(said.len(), 1, "{lines:?}: {said:?}");
        assert!(said[0].ends_with('.'), "{said:?}");
    }
}

#[test]
fn nothing_found_is_no_dead_end() {
    let said = it(&["asilo xyzzyq prato", "1"]);
    has(&said, "Non ho trovato niente");
    has(&said, "1 di ");
    let said = it(&["D15F22000610003", "1"]);
    has(&said, "1 di 1: Al posto di");
    has(&said, "In breve:");
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
    has(&said, "2 of 14: Who does it and who pays.");
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
fn on_a_terminal(term: &str, settings: &str) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("impostazioni.toml"), settings).unwrap();
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sportello"));
    command.env("SPORTELLO_CASA", home.path());
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
        let out = on_a_terminal(term, settings);
        assert!(out.contains("Sportello, modo semplice."), "{term}: {out}");
        assert!(out.contains("Arrivederci."), "{term}: {out}");
        assert!(!out.contains('\u{1b}'), "{term}: {out:?}");
    }
}
