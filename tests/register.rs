//! The register of the bundled region holds facts only, and nothing about natural persons.

#![allow(clippy::unwrap_used)]

#[path = "support/official.rs"]
mod official;
#[path = "register/persons.rs"]
mod persons;
#[path = "register/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

type Row = BTreeMap<String, String>;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/toscana")
}

fn table(name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder().join(format!("{name}.csv"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// Every cell of every table, with the table and the column that it stands in.
fn cells() -> Vec<(String, String, String)> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "csv") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for row in table(&name) {
            out.extend(row.into_iter().map(|(column, cell)| (name.clone(), column, cell)));
        }
    }
    out
}

/// Six letters, two of a year, a month's letter, two of a day, a letter and three of a place, a
/// check letter; the digits may be letters where two persons would share a code.
fn is_personal_code(word: &str) -> bool {
    const SHAPE: &str = "AAAAAA99A99A999A";
    let digit = |c: char| c.is_ascii_digit() || "LMNPQRSTUV".contains(c);
    word.len() == SHAPE.len()
        && word
            .to_ascii_uppercase()
            .chars()
            .zip(SHAPE.chars())
            .all(|(c, shape)| match shape {
                'A' => c.is_ascii_uppercase(),
                _ => digit(c),
            })
}

#[test]
fn a_personal_code_is_seen() {
    assert!(is_personal_code("rssmra80a01h501u") && is_personal_code("RSSMRAULAL1H50MU"));
    assert!(!is_personal_code("J57H22001230006") && !is_personal_code("01234567890"));
}

/// Of post; "Digit@le" is none.
fn is_address(word: &str) -> bool {
    let parted = word.split_once('@');
    parted.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[test]
fn an_address_of_post_is_seen() {
    assert!(is_address("ufficio@comune.alfa.it") && !is_address("Digit@le"));
}

#[test]
fn no_personal_code_and_no_mask() {
    let all = cells();
    assert!(all.len() > 100_000, "{}", all.len());
    for (table, column, cell) in all {
        let at = format!("{table}.{column}: {cell}");
        assert!(!cell.contains("***"), "{at}");
        assert!(
            !cell.split(|c: char| !c.is_alphanumeric()).any(is_personal_code),
            "{at}"
        );
        assert!(!cell.split_whitespace().any(is_address), "{at}");
    }
}

#[test]
fn no_natural_person_among_the_bodies() {
    const FORMS: &[&str] = &[
        "individual",
        "persona fisica",
        "persone fisiche",
        "libero professionista",
        "lavoratore autonomo",
        "autonomo",
    ];
    const BEGINNINGS: &[&str] = &[
        "dott ",
        "dr ",
        "ing ",
        "arch ",
        "geom ",
        "avv ",
        "prof ",
        "ditta ",
        "sig ",
        "studio dott",
        "farmacia dott",
        "farmacia dr",
    ];
    let bodies = table("body");
    assert!(bodies.len() > 1_000);
    for body in bodies {
        let form = body["form"].to_lowercase();
        assert!(!FORMS.iter().any(|f| form.contains(f)), "{body:?}");
        let name = body["name"].to_lowercase().replace(['.', ','], " ");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            !form.is_empty() || !BEGINNINGS.iter().any(|b| name.starts_with(b)),
            "{body:?}"
        );
        // "Alfa associazione professionale di A. Beta".
        let is_initial = |word: &&str| word.len() == 1 && !matches!(*word, "a" | "e" | "&");
        let glued = body["name"]
            .to_lowercase()
            .replace(". ", " ")
            .replace(['-', ':'], " ");
        assert!(
            !form.contains("profess") || !glued.split_whitespace().any(|w| is_initial(&w)),
            "{body:?}"
        );
        let code = &body["tax_code"];
        assert!(code.len() != 16 && !is_personal_code(code), "{body:?}");
    }
}

#[test]
fn sites_are_names_of_at_most_eight_words() {
    const WORKS: &[&str] = &[
        "realizzazione",
        "riqualificazione",
        "manutenzione",
        "efficientamento",
        "adeguamento",
        "ristrutturazione",
        "demolizione",
        "lavori",
        "intervento",
        "interventi",
        "progetto",
    ];
    let sites: Vec<Row> = table("fact")
        .into_iter()
        .filter(|f| f["kind"] == "name")
        .collect();
    assert!(sites.len() > 50);
    for site in sites {
        let name = &site["value"];
        assert!(name.split_whitespace().count() <= 8, "{name}");
        assert!(name.chars().any(char::is_lowercase), "{name}");
        let lower = name.to_lowercase();
        assert!(
            !WORKS
                .iter()
                .any(|w| lower.split_whitespace().any(|word| word == *w)),
            "{name}"
        );
    }
}

/// Facts are codes or few words, and so is what could not be read. Legal names of firms and names
/// of university courses may be longer than those of places.
#[test]
fn facts_are_no_sentences() {
    let words = |text: &str| text.split_whitespace().count();
    let few = |text: &str| words(text) <= 8;
    for fact in table("fact") {
        let most = match fact["kind"].as_str() {
            "beneficiary" | "programme" => 12,
            // The numbers of three old houses and of the new one.
            "lot" => 9,
            _ => 8,
        };
        assert!(words(&fact["value"]) <= most, "{fact:?}");
    }
    for cell in table("unread") {
        assert!(cell["value"].chars().count() <= 40, "{cell:?}");
    }
    for place in table("place") {
        assert!(few(&place["named"]), "{place:?}");
    }
}

#[test]
fn official_texts_have_no_column() {
    let package = fs::read_to_string(folder().join("datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert!(resources.len() > 20);
    for resource in resources {
        let path = folder().join(resource["path"].as_str().unwrap());
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f["name"].as_str().unwrap())
            .collect();
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let header: Vec<&str> = reader.headers().unwrap().iter().collect();
        assert_eq!(fields, header, "{}", path.display());
        assert!(
            !fields
                .iter()
                .any(|f| ["title", "summary", "object", "description"].contains(f)),
            "{fields:?}"
        );
    }
}

/// The parts of official titles and summaries, folded, long enough to be sentences.
fn official_phrases(data: &std::path::Path) -> std::collections::HashSet<String> {
    let mut out = std::collections::HashSet::new();
    let file = data.join("italiadomani-2023-02-validati/PNRR_Progetti_Dati_Validati.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(file).unwrap();
    let header = reader.byte_headers().unwrap().clone();
    let columns: Vec<usize> = header
        .iter()
        .enumerate()
        .filter(|(_, name)| {
            matches!(
                name.to_ascii_lowercase().as_slice(),
                b"titolo progetto" | b"sintesi progetto"
            )
        })
        .map(|(i, _)| i)
        .collect();
    assert_eq!(columns.len(), 2);
    for record in reader.byte_records() {
        let record = record.unwrap();
        for column in &columns {
            let text = String::from_utf8_lossy(&record[*column]);
            for part in text.split('*') {
                let folded = sportello::text::fold::fold(part);
                if folded.split(' ').count() > 8 {
                    out.insert(folded);
                }
            }
        }
    }
    out
}

#[test]
fn no_official_sentence_is_carried_over() {
    let Some(data) = official::tables() else { return };
    let official = official_phrases(&data);
    assert!(official.len() > 10_000);
    // Official names of measures, classifications and bodies are facts.
    let is_name = |table: &str, column: &str| {
        ["class", "measure"].contains(&table) || ["name", "issuer"].contains(&column)
    };
    for (table, column, cell) in cells() {
        if is_name(&table, &column) {
            continue;
        }
        let folded = sportello::text::fold::fold(&cell);
        assert!(!official.contains(&folded), "{table}.{column}: {cell}");
    }
}
