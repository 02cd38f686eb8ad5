//! What the desk remembers, from the command line: reports, exports put together, questions, the end.

use super::sportello;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn run(home: &Path, args: &[&str]) -> (i32, String, String) {
    let output = sportello(home).arg("banco").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn serve(home: &Path, times: usize) {
    for n in 0..times {
        let minutes = (n + 1).to_string();
        let (code, _, err) = run(
            home,
            &[
                "segna",
                "comune",
                "--richiesta",
                "soldi",
                "--minuti",
                &minutes,
                "--fogli",
                "1",
            ],
        );
        assert_eq!(code, 0, "{err}");
    }
    assert_eq!(run(home, &["segna", "--senza-risposta"]).0, 0);
}

#[test]
fn the_report_is_a_table_csv_json_and_a_page_to_print() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(run(home.path(), &["rapporto"]).0, 1);
    serve(home.path(), 3);
    let (code, text, _) = run(home.path(), &["rapporto", "mese"]);
    assert!(
        code == 0 && text.contains("2026-12") && text.contains("In tutto"),
        "{text}"
    );
    let (_, csv, _) = run(home.path(), &["report", "request", "--csv"]);
    assert_eq!(
        csv,
        "request,people,minutes,sheets,unanswered\nsoldi,3,6,3,0\n,1,0,0,1\n"
    );
    let (_, json, _) = run(home.path(), &["rapporto", "--per", "tema", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["rows"][0]["key"], &json["all"]["people"]),
        (&"comune".into(), &4.into())
    );
    let (_, html, _) = run(home.path(), &["rapporto", "settimana", "--formato", "html"]);
    assert!(html.contains("<table") && html.contains("2026-11-30"), "{html}");
    // A PDF goes into the file that is named, or beside the person under a name of its own.
    let file = home.path().join("r.pdf");
    let pdf = [
        "rapporto",
        "mese",
        "--formato",
        "pdf",
        "--uscita",
        file.to_str().unwrap(),
    ];
    let (code, out, err) = run(home.path(), &pdf);
    assert!(code == 0 && out.is_empty() && err.contains("r.pdf"), "{err}");
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    let own = sportello(home.path())
        .args(["banco", "rapporto", "settimana", "--formato", "pdf"])
        .current_dir(home.path())
        .output();
    assert!(own.unwrap().status.success());
    assert!(home.path().join("sportello-rendiconto-settimana.pdf").exists());
    let (code, _, err) = run(home.path(), &["rapporto", "luna"]);
    assert!(code == 2 && err.contains("settimana"), "{err}");
    // What the notes refuse is refused here too.
    for request in ["333 1234567", "per Maria", "a@b.it"] {
        assert_eq!(
            run(home.path(), &["segna", "--richiesta", request]).0,
            2,
            "{request}"
        );
    }
}

#[test]
fn three_desks_merged_twice_give_the_same_sums() {
    let homes = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let out = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (n, home) in homes.iter().enumerate() {
        for turn in 0..2 {
            serve(home.path(), n + 1);
            let (code, lines, _) = run(home.path(), &["esporta"]);
            assert_eq!(code, 0);
            let file = out.path().join(format!("{n}-{turn}.jsonl"));
            fs::write(&file, lines).unwrap();
            files.push(file.to_str().unwrap().to_owned());
        }
    }
    let merge = |files: &[&String], more: &[&str]| {
        let mut args = vec!["unisci"];
        args.extend(files.iter().map(|file| file.as_str()));
        args.extend(more);
        let (code, text, err) = run(out.path(), &args);
        assert_eq!(code, 0, "{err}");
        text
    };
    let all: Vec<&String> = files.iter().collect();
    let once = merge(&all, &["--json", "--per", "banco"]);
    let mut twice: Vec<&String> = all.iter().rev().copied().collect();
    twice.extend(&all);
    assert_eq!(once, merge(&twice, &["--json", "--per", "banco"]));
    let json: Value = serde_json::from_str(&once).unwrap();
    assert_eq!(json["all"]["people"], 2 * (2 + 3 + 4));
    assert_eq!(json["rows"].as_array().unwrap().len(), 3);
    // What was merged can be merged again.
    let merged = out.path().join("all.jsonl");
    fs::write(&merged, merge(&all, &["--formato", "jsonl"])).unwrap();
    let merged = merged.to_str().unwrap().to_owned();
    assert_eq!(once, merge(&[&merged, &files[0]], &["--json", "--per", "banco"]));
    // A broken line is counted and left out.
    let broken = out.path().join("broken.jsonl");
    fs::write(&broken, "{\"desk\":\"x\"}\nMaria Rossi\n").unwrap();
    let (_, _, err) = run(out.path(), &["unisci", &files[0], broken.to_str().unwrap()]);
    assert!(err.contains("Righe non riconosciute: 2"), "{err}");
    assert_eq!(run(out.path(), &["unisci", "no.jsonl"]).0, 3);
}

/// Who was counted by mistake and taken away after an export is taken out of that export too, whatever
/// file comes first; what was amended counts as it was told last.
#[test]
fn who_was_taken_away_after_an_export_is_not_counted_in_any_order() {
    let homes = [(); 3].map(|()| tempfile::tempdir().unwrap());
    let out = tempfile::tempdir().unwrap();
    let export = |n: usize, turn: usize| {
        let (_, lines, _) = run(homes[n].path(), &["esporta"]);
        let file = out.path().join(format!("{n}-{turn}.jsonl"));
        fs::write(&file, lines).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let talk = |n: usize, lines: &str| {
        let done = sportello(homes[n].path())
            .arg("semplice")
            .write_stdin(lines.to_owned())
            .output()
            .unwrap();
        assert!(done.status.success());
    };
    let mut files = Vec::new();
    for (n, home) in homes.iter().enumerate() {
        serve(home.path(), n + 1);
        files.push(export(n, 0));
        talk(n, "togli il segno\ntogli il segno\n");
        files.push(export(n, 1));
        serve(home.path(), 1);
        talk(
            n,
            "segna\nrichiesta documenti\nrichiesta bandi\nrichiesta non ha avuto risposta\n",
        );
        files.push(export(n, 2));
    }
    let merge = |files: &[&String]| {
        let mut args = vec!["unisci"];
        args.extend(files.iter().map(|file| file.as_str()));
        args.extend(["--json", "--per", "banco"]);
        let (code, text, err) = run(out.path(), &args);
        assert!(code == 0 && err.contains("non riconosciute: 0"), "{err}");
        text
    };
    let newest: Vec<&String> = files.iter().skip(2).step_by(3).collect();
    let right = merge(&newest);
    let all: Value = serde_json::from_str(&right).unwrap();
    // Two, three, four, less the one taken away; two more, and one with an amended request.
    assert_eq!(all["all"]["people"], (1 + 2 + 3) + 3 * 3, "{right}");
    let mut order: Vec<&String> = files.iter().collect();
    for turn in 0..files.len() {
        order.rotate_left(turn);
        assert_eq!(right, merge(&order), "{order:?}");
        order.reverse();
        assert_eq!(right, merge(&order), "{order:?}");
        let twice = [&order[..], &order[..]].concat();
        assert_eq!(right, merge(&twice), "{order:?}");
    }
    // An export of before the mistake was mended still counts it: nothing else is known there.
    let old: Vec<&String> = files.iter().step_by(3).collect();
    let old: Value = serde_json::from_str(&merge(&old)).unwrap();
    assert_eq!(old["all"]["people"], 2 + 3 + 4);
}

#[test]
fn questions_without_an_answer_are_kept_only_when_it_is_turned_on_and_can_be_forgotten() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let talk = |lines: &str| {
        let done = sportello(home)
            .arg("semplice")
            .write_stdin(lines.to_owned())
            .output()
            .unwrap();
        assert!(done.status.success());
    };
    talk("piscina zzkwq di Maria Rossi\nsignora Qwrtz monopattino xxyyk\n");
    assert_eq!(run(home, &["senza-risposta"]).0, 1);
    fs::write(home.join("impostazioni.toml"), "senza_risposta = true\n").unwrap();
    talk("monopattino zzkwq di Maria Rossi\nmonopattino zzkwq di Maria Rossi\nsignora Qwrtz xyzzyk plughk\n");
    let (code, csv, _) = run(home, &["senza-risposta", "--csv"]);
    assert_eq!(code, 0, "{csv}");
    assert!(csv.contains("monopattino zzkwq di,2,2026-12-01"), "{csv}");
    assert!(
        !csv.to_lowercase().contains("maria") && !csv.contains("rossi") && !csv.contains("qwrtz"),
        "{csv}"
    );
    assert!(run(home, &["senza-risposta"]).1.starts_with("1. monopattino"));
    assert_eq!(run(home, &["senza-risposta", "togli", "9"]).0, 2);
    assert_eq!(run(home, &["senza-risposta", "togli", "1"]).0, 0);
    assert!(!run(home, &["senza-risposta", "--json"]).1.contains("monopattino"));
    assert_eq!(run(home, &["senza-risposta", "togli", "tutte"]).0, 0);
    assert_eq!(run(home, &["senza-risposta"]).0, 1);
}

/// Who does not see the list hears all of it, a few at a time, and deletes one or all, asked twice.
#[test]
fn in_the_simple_mode_all_questions_are_heard_and_deleted() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let talk = |lines: &[&str]| {
        let done = sportello(home)
            .arg("semplice")
            .write_stdin(lines.join("\n") + "\n")
            .output()
            .unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    let said = talk(&["dimentica"]);
    assert!(said.contains("non si tengono"), "{said}");
    let said = talk(&["impostazioni", "4", "dimentica"]);
    assert!(said.contains("Da ora il banco tiene le sole parole"), "{said}");
    assert!(said.contains("Nessuna domanda senza risposta."), "{said}");
    let asked = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"].map(|n| format!("xyzzyk {n}plughk"));
    let mut lines: Vec<&str> = asked.iter().map(String::as_str).collect();
    lines.extend(["banco", "1", "altri", "altri", "altri"]);
    let said = talk(&lines);
    assert!(said.contains("1. Domande senza risposta: 8"), "{said}");
    for words in &asked {
        assert!(said.contains(&format!("{words} (volte: 1")), "{words}: {said}");
    }
    let left = || {
        let (_, json, _) = run(home, &["senza-risposta", "--json"]);
        serde_json::from_str::<Value>(&json)
            .unwrap()
            .as_array()
            .unwrap()
            .len()
    };
    let said = talk(&["segna", "banco", "stampa"]);
    assert!(said.contains("sportello-rendiconto-mese.pdf"), "{said}");
    let pdf = fs::read(home.join("sportello-rendiconto-mese.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    // Once is not enough, and another number asks again.
    let said = talk(&["dimentica", "dimentica 2", "dimentica 3", "aiuto", "dimentica 3"]);
    assert!(said.contains("ancora una volta «dimentica 2»"), "{said}");
    assert_eq!(left(), 8, "{said}");
    let said = talk(&["dimentica", "dimentica due", "dimentica 2"]);
    assert!(said.contains("cancellato dal banco") && left() == 7, "{said}");
    let said = talk(&["dimentica", "3", "dimentica"]);
    assert_eq!(left(), 6, "{said}");
    let said = talk(&[
        "dimentica",
        "dimentica 99",
        "dimentica tutte",
        "dimentica 1",
        "dimentica tutte",
    ]);
    assert!(said.contains("Dite quale") && left() == 6, "{said}");
    let said = talk(&["dimentica", "dimentica tutte", "dimentica tutte", "banco"]);
    assert_eq!(left(), 0, "{said}");
}

/// The command keeps what a person asked in words and did not find; what a program asks for is no
/// question of a citizen.
#[test]
fn the_command_keeps_what_was_not_found_but_not_for_programs() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let find = |args: &[&str]| {
        let output = sportello(home).arg("cerca").args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
    };
    find(&["xyzzyk", "plughk"]);
    assert_eq!(run(home, &["senza-risposta"]).0, 1, "it is off");
    assert!(!home.join("banco.db").exists());
    fs::write(home.join("impostazioni.toml"), "senza_risposta = true\n").unwrap();
    find(&["xyzzyk", "plughk", "di", "Maria", "Rossi"]);
    find(&["xyzzyk", "qwertk", "--json"]);
    find(&["xyzzyk", "qwertk", "--csv"]);
    find(&["333", "1234567", "xyzzyk"]);
    let (_, csv, _) = run(home, &["senza-risposta", "--csv"]);
    assert_eq!(csv, "words,times,last\nxyzzyk plughk di,1,2026-12-01\n");
}

#[test]
fn one_command_exports_all_and_one_erases_all() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    serve(home, 2);
    let json: Value = serde_json::from_str(&run(home, &["--json"]).1).unwrap();
    assert_eq!(json["served"].as_array().unwrap().len(), 3);
    assert_eq!(json["served"][0]["request"], "soldi");
    let (code, _, err) = run(home, &["cancella"]);
    assert!(code == 2 && err.contains("cancella tutto"), "{err}");
    assert!(home.join("banco.db").exists());
    assert_eq!(run(home, &["cancella", "tutto"]).0, 0);
    assert!(!home.join("banco.db").exists());
    assert_eq!(run(home, &["rapporto"]).0, 1);
}
