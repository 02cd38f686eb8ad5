//! Several codes, codes from a file or another command, beginnings of codes.

use super::{json, say, say_to};
use serde_json::Value;
use std::fs;

const A: &str = "J44E21001030001";
const B: &str = "D15F22000610002";

#[test]
fn several_sheets_come_one_after_the_other() {
    let both = say(&["scheda", A, B]);
    assert_eq!(both.code, 0, "{}", both.err);
    let (a, b) = (say(&["scheda", A]).out, say(&["scheda", B]).out);
    assert_eq!(both.out, format!("{a}\n{b}"));
    let list = json(&["scheda", A, B, "--json"]);
    let cups: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["project"]["cup"].as_str().unwrap())
        .collect();
    assert_eq!(cups, [A, B]);
    assert!(json(&["scheda", A, "--json"]).is_object());
    let missing = say(&["scheda", "J44E21001030009", A]);
    assert_eq!(missing.code, 1);
    assert!(
        missing.out.contains(A) && missing.err.contains("J44E21001030009"),
        "{}",
        missing.err
    );
    assert_eq!(say(&["scheda", A, B, "--formato", "html"]).code, 2);
}

#[test]
fn a_letter_for_a_digit_in_a_code_is_told() {
    let typed = A.replacen('0', "O", 1);
    let said = say(&["verifica", &typed]).out;
    assert!(
        said.contains("la lettera O: forse è la cifra 0") && said.contains(A),
        "{said}"
    );
    // Such a code the rules allow: what is wrong is said first all the same.
    let typed = format!("{}O01", &A[..12]);
    let said = say(&["verifica", &typed]);
    assert!(said.out.starts_with(&format!(
        "CUP {typed}: forse è sbagliato. Al posto 13 c'è la lettera O"
    )));
    assert_eq!(said.code, 1);
    let printed: Value = serde_json::from_str(&say(&["verifica", &typed, A, "--json"]).out).unwrap();
    assert_eq!(
        (&printed[0]["meant"], &printed[1]["meant"]),
        (&Value::from(A), &Value::Null)
    );
}

#[test]
fn codes_come_from_a_file_or_another_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codici.txt");
    fs::write(&file, format!("# i nostri\n{A}\n{B}\n")).unwrap();
    let file = file.to_str().unwrap();
    for command in ["scheda", "verifica"] {
        let written = say(&[command, A, B]).out;
        assert_eq!(say(&[command, "--da", file]).out, written, "{command}");
        assert_eq!(
            say_to(&[command, "-"], &format!("{A}; {B}")).out,
            written,
            "{command}"
        );
        assert_eq!(say(&[command]).code, 2, "{command}");
    }
    let found = say(&["cerca", "--da", file, "--formato", "jsonl"]);
    assert_eq!(found.code, 0, "{}", found.err);
    let cups: Vec<String> = found
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["cup"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert!(
        cups.contains(&A.to_owned()) && cups.contains(&B.to_owned()),
        "{cups:?}"
    );
    let text = say_to(&["cerca", "-"], "asilo seravezza\nqzxwvk\n");
    assert_eq!(text.code, 1, "one of them found nothing");
    assert!(
        text.out.contains("«asilo seravezza»") && text.out.contains("«qzxwvk»"),
        "{}",
        text.out
    );
}

#[test]
fn the_beginning_of_a_code_lists_the_measures() {
    let list = json(&["misura", "m6c1", "--json"]);
    let list = list.as_array().unwrap();
    assert!(list.len() > 3);
    assert!(
        list.iter()
            .all(|m| m["submeasure"].as_str().unwrap().starts_with("M6C1"))
    );
    assert_eq!(say(&["misura", "M6C1"]).out.lines().count(), list.len());
    assert!(say(&["misura", "M6C1I1.01"]).out.contains("Case della Comunità"));
    let elsewhere = say(&["comune", "Roma"]).out;
    assert!(elsewhere.contains("un'altra regione (Toscana)"), "{elsewhere}");
    assert!(!elsewhere.contains("abitanti sono"), "{elsewhere}");
    // As signs have it.
    assert!(say(&["misura", "M6C1I1.1"]).out.contains("Case della Comunità"));
    let nothing = say(&["misura", "zzqqx"]);
    assert!(nothing.err.contains("niente di simile"), "{}", nothing.err);
}

#[test]
fn a_question_is_found_by_its_words() {
    let all = say(&["domande"]).out;
    let one = say(&["domande", "chi", "controlla"]);
    assert_eq!(one.code, 0);
    assert!(one.out.contains("Chi controlla come si spendono i soldi?") && one.out.len() < all.len() / 3);
    let none = say(&["domande", "xyzzy"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""));
    assert!(none.err.contains("Chi controlla"), "{}", none.err);
}
