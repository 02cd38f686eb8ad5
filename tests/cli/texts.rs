//! Texts that were written to harm, in an archive that anyone can make: no form of any answer hands
//! them on as a command, a mark-up, a formula or a sign that hides.

use super::hostile::seal;
use super::untrusted::wild;
use super::{archive, sportello};
use rusqlite::Connection;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "'><img src=x onerror=alert(1)>",
    "</title></pre><b>&lt;",
    "=cmd|'/c calc'!A1",
    "+1+1;2",
    "-1+cmd|'x'!A1",
    "@SUM(A1)",
    "\t=1+1",
    "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\0",
    "\u{202e}odain\u{2066}\u{2069}",
    "\u{e001}\u{f8ff}\u{e0041}\u{fffd}",
    "zero\u{200b}\u{ad}\u{feff}\u{2060}wide",
    "a\r\nb\u{2028}c\u{85}d",
    "](javascript:alert(1)) `x` **b** # h | c",
    "{\"a\": \"\\u001b\"} %s %n {0}",
];

/// An archive in which every name that a table has is one of them.
fn harmful(folder: &Path) -> String {
    let path = folder.join("testi.sqlite");
    fs::write(&path, archive::bytes()).unwrap();
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA journal_mode = OFF").unwrap();
    let columns = [
        ("fact", "value", "kind = 'name'"),
        ("place", "address", "true"),
        ("body", "name", "true"),
        ("project", "local_code", "true"),
        ("comune", "name", "code <> '100005'"),
        ("measure", "name", "true"),
        ("source", "name", "true"),
        ("source", "publisher", "true"),
        ("source", "url", "true"),
        ("source", "licence", "true"),
        ("meta", "value", "key = 'region_name'"),
    ];
    for (table, column, of) in columns {
        let key = if table == "source" || table == "body" || table == "project" {
            "id"
        } else {
            "1"
        };
        for (i, text) in TEXTS.iter().enumerate() {
            // Each text in some rows, told apart by the sum of what stands in the key.
            let all = TEXTS.len();
            let turn = format!("abs(random()) % {all} = {i} OR {key} = {}", i + 1);
            let sql = format!("UPDATE OR IGNORE \"{table}\" SET \"{column}\" = ?1 WHERE {of} AND ({turn})");
            db.execute(&sql, [format!("{text} {i}")]).unwrap();
        }
    }
    for (i, text) in TEXTS.iter().enumerate() {
        let sql = "INSERT OR IGNORE INTO official_text (project, kind, value, source)
                   SELECT id, 'title', ?1, 1 FROM project ORDER BY id LIMIT 1 OFFSET ?2";
        db.execute(sql, rusqlite::params![text, i]).unwrap();
    }
    drop(db);
    let mut bytes = fs::read(&path).unwrap();
    seal(&mut bytes);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn check(what: &str, text: &str) {
    assert_eq!(wild(text), None, "{what}: {text}");
    if what.contains("html") {
        for tag in text.split('<').skip(1) {
            let name: String = tag
                .chars()
                .take_while(|c| c.is_alphanumeric() || "!/".contains(*c))
                .collect();
            assert!(
                !["script", "img", "b", "iframe"].contains(&name.trim_start_matches('/')),
                "{what}: <{tag}"
            );
            // A quote that a text brought would end an attribute.
            let inside = tag.split('>').next().unwrap_or_default();
            assert!(!inside.contains("onmouseover="), "{what}: <{tag}");
        }
        assert!(!text.contains("href=\"javascript:"), "{what}");
    }
    if what.contains("json") && !what.contains("jsonl") {
        serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{what}: {error}"));
    }
    if what.contains("jsonl") {
        for line in text.lines() {
            serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{what}: {error}"));
        }
    }
    if what.contains("excel") {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .flexible(true)
            .from_reader(text.as_bytes());
        for record in reader.records() {
            for field in record.unwrap().iter() {
                let digits = |f: &str| f.chars().all(|c| c.is_ascii_digit() || "-.,".contains(c));
                let code = field.strip_prefix("=\"").and_then(|f| f.strip_suffix('"'));
                let safe = !field.starts_with(['=', '+', '-', '@', '\t', '\r'])
                    || digits(field)
                    || code.is_some_and(|code| code.chars().all(|c| c.is_ascii_alphanumeric()));
                assert!(safe, "{what}: {field}");
            }
        }
    }
}

fn text(output: &Output) -> String {
    // A byte order mark is how Excel learns the encoding, and its lines end as Windows has it.
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    out.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

#[test]
fn texts_that_were_written_to_harm_are_only_texts_in_every_form() {
    let home = tempfile::tempdir().unwrap();
    let archive = harmful(home.path());
    let run = |args: &[&str]| {
        let mut command = sportello(home.path());
        let output = command
            .args(args)
            .args(["--archivio", &archive])
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(
            output.status.code().is_some_and(|code| code <= 1),
            "{args:?}: {err}"
        );
        check(&args.join(" "), &text(&output));
        check("stderr", &err);
        output
    };
    let found: Value = serde_json::from_slice(&run(&["cerca", "prato", "--json"]).stdout).unwrap();
    let ids: Vec<&str> = found["results"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|r| r["id"].as_str())
        .collect();
    assert!(ids.len() > 5, "{found}");
    for id in &ids {
        run(&["scheda", "--formato", "html", id]);
    }
    for form in ["txt", "md", "json", "jsonl"] {
        let scheda = [&["scheda", "--formato", form][..], &ids[..]].concat();
        run(&scheda);
    }
    for form in ["txt", "md", "html", "json"] {
        for page in [&["comune", "prato"][..], &["misura", "M4C1I1.01.00"], &["dati"]] {
            run(&[page, &["--formato", form]].concat());
        }
    }
    for list in [&["cerca", "prato"][..], &["esporta"]] {
        for form in [&["--csv"][..], &["--excel"], &["--formato", "jsonl"]] {
            run(&[list, form].concat());
        }
    }
    run(&["esporta", "--schede", "--formato", "jsonl"]);
    // What is written into files.
    let folder = home.path().join("registro");
    run(&["registro", "--uscita", folder.to_str().unwrap()]);
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        check(&path.display().to_string(), &fs::read_to_string(&path).unwrap());
    }
    for (i, id) in ids.iter().enumerate() {
        for form in ["html", "md", "txt", "pdf"] {
            let file = home.path().join(format!("foglio-{i}.{form}"));
            let to = file.to_str().unwrap();
            run(&["stampa", "--formato", form, "--uscita", to, id]);
            let read = |tool: &str| std::process::Command::new(tool).args([to, "-"]).output();
            let said = match form {
                "pdf" => read("pdftotext").map(|out| text(&out)),
                _ => fs::read_to_string(&file),
            };
            match said {
                // A new page is a form feed there.
                Ok(said) => check(&format!("stampa {form}"), &said.replace('\u{c}', "\n")),
                Err(error) => assert!(std::env::var("CI").is_err(), "pdftotext: {error}"),
            }
            let raw = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
            let active = ["/JavaScript", "/URI(javascript", "/Launch", "/OpenAction"];
            assert!(form != "pdf" || !active.iter().any(|word| raw.contains(word)));
        }
    }
    let mut voice = sportello(home.path());
    voice.args(["semplice", "--archivio", &archive]);
    let lines = format!(
        "prato\n1\nvedi\naltri\n{}\ncomune prato\nmappa\ndati\nfonti\n",
        ids[0]
    );
    let said = voice.write_stdin(lines).output().unwrap();
    check("semplice", &text(&said));
}
