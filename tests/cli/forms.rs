//! Every answer in every form that its command has, whole.

use super::{json, say};
use serde_json::Value;

/// The records of a text, the head apart.
fn records(csv: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(csv.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn nothing_is_cut_without_a_word() {
    let search = ["cerca", "scuola"];
    let with = |more: &[&str]| say(&[&search[..], more].concat());
    let all = json(&["cerca", "scuola", "--json"]);
    let total = all["total"].as_u64().unwrap() as usize;
    assert!(total > 500, "{total}");
    assert_eq!(all["results"].as_array().unwrap().len(), total);
    assert_eq!(all["shown"], total);
    assert_eq!(records(&with(&["--csv"]).out, b',').len(), total);
    assert_eq!(with(&["--formato", "jsonl"]).out.lines().count(), total);
    assert_eq!(records(&with(&["--csv", "--limite", "7"]).out, b',').len(), 7);
    let text = with(&[]).out;
    assert!(
        text.contains("Ecco i primi 20") && text.contains("--limite"),
        "{text}"
    );
    let few = say(&["cerca", "asilo", "seravezza"]).out;
    assert!(!few.contains("Ecco i primi"), "{few}");
}

#[test]
fn every_page_has_every_form() {
    let whole = |args: &[&str], form: &str| {
        let said = say(&[args, &["--formato", form]].concat());
        assert_eq!(said.code, 0, "{args:?} {form}: {}", said.err);
        said.out
    };
    for page in [
        &["scheda", "J44E21001030001"][..],
        &["comune", "prato"],
        &["misura", "M6C1I1.01.00"],
        &["glossario", "cup"],
        &["domande", "chi controlla"],
        &["dati"],
        &["novita"],
    ] {
        let [text, markdown, html] = ["txt", "md", "html"].map(|form| whole(page, form));
        assert!(
            text.lines().count() > 3 && !text.contains("\n# "),
            "{page:?}: {text}"
        );
        assert!(markdown.starts_with("# "), "{page:?}: {markdown}");
        assert!(html.starts_with("<!DOCTYPE html>"), "{page:?}");
        let title = markdown.lines().next().unwrap().trim_start_matches("# ");
        assert!(text.contains(title), "{page:?}: {title}");
        let value: Value = serde_json::from_str(&whole(page, "json")).unwrap();
        assert!(value.is_object(), "{page:?}");
        assert_eq!(whole(page, "testo"), text, "{page:?}");
        assert_eq!(say(page).out, text, "{page:?}");
        assert_eq!(whole(page, "text"), text, "{page:?}");
        assert_eq!(whole(page, "markdown"), markdown, "{page:?}");
    }
    let data = whole(&["dati"], "md");
    assert!(data.contains("Toscana") && data.contains("PNRR\\_Gare"), "{data}");
}

#[test]
fn sheets_are_no_table() {
    for args in [["--formato", "csv"].as_slice(), &["--csv"], &["--excel"]] {
        let said = say(&[&["esporta", "--schede"][..], args].concat());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.contains("jsonl"), "{}", said.err);
    }
}

#[test]
fn an_export_takes_the_filters_of_a_search() {
    for filters in [
        &["--comune", "seravezza"][..],
        &["--provincia", "siena", "--missione", "M2"],
        &["--stato", "concluso", "--importo-da", "1mln"],
        &["--misura", "M6C1", "--ente", "regione"],
    ] {
        let found = json(&[&["cerca", "--json"][..], filters].concat());
        let total = found["total"].as_u64().unwrap() as usize;
        let export = say(&[&["esporta"][..], filters].concat()).out;
        assert_eq!(records(&export, b',').len(), total, "{filters:?}");
        assert!(total > 0 && total < 5_000, "{filters:?}: {total}");
        let lines = say(&[&["esporta", "--formato", "jsonl"][..], filters].concat()).out;
        let mut ids: Vec<String> = lines
            .lines()
            .map(|line| {
                serde_json::from_str::<Value>(line).unwrap()["id"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let mut wanted: Vec<String> = found["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect();
        ids.sort();
        wanted.sort();
        assert_eq!(ids, wanted, "{filters:?}");
    }
    let sheets = say(&["esporta", "--schede", "--comune", "seravezza"]).out;
    let projects = say(&["esporta", "--comune", "seravezza"]).out;
    assert_eq!(sheets.lines().count(), records(&projects, b',').len());
}

#[test]
fn a_spreadsheet_opens_with_a_double_click() {
    let plain = say(&["esporta", "--comune", "seravezza"]).out;
    let excel = say(&["esporta", "--comune", "seravezza", "--excel"]).out;
    assert!(
        excel.starts_with("\u{feff}id;cup;") && excel.lines().next().unwrap().ends_with("shared;national")
    );
    assert!(excel.contains("\r\n"));
    let (plain, excel) = (
        records(&plain, b','),
        records(excel.trim_start_matches('\u{feff}'), b';'),
    );
    assert_eq!(plain.len(), excel.len());
    let (istat, total) = (6, 10);
    for (plain, excel) in plain.iter().zip(&excel) {
        assert_eq!(excel[total], plain[total].replace('.', ","));
        let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
        for (at, cell) in excel.iter().enumerate().filter(|(_, cell)| runs(cell)) {
            assert_eq!(
                cell,
                format!("=\"{}\"", &plain[at]),
                "only a code of digits is in a formula"
            );
        }
        if &plain[istat] == "046028" {
            assert_eq!(&excel[istat], "=\"046028\"");
        }
    }
    assert!(plain.iter().any(|row| &row[istat] == "046028"));
    assert!(plain.iter().any(|row| row[total].contains('.')));
}
