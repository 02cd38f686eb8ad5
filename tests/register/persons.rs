//! Persons whom the tables name (a name beside a masked or a personal code) stand neither in a
//! fact nor, with all words of their name, in a set of words.

use super::{is_personal_code, official, table};
use sportello::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

/// Tables that name subjects, with the beginnings of their columns of the code and of the name.
const TABLES: &[(&str, &str, &str)] = &[
    (
        "italiadomani-2023-02-validati/PNRR_Gare_Aggiudicatari-Dati_Validati.csv",
        "codice fiscale p iva",
        "denominazione",
    ),
    (
        "italiadomani-2023-02-validati/PNRR_Soggetti-Dati_Validati.csv",
        "codice fiscale soggetto",
        "denominazione",
    ),
    (
        "italiadomani-2023-03-universo/PNRR_Gare_Aggiudicatari-Universo_REGIS.csv",
        "codice fiscale p iva",
        "denominazione",
    ),
    (
        "italiadomani-2025-03/PNRR_Aggiudicatari_Gare.csv",
        "codice fiscale p iva",
        "denominazione",
    ),
    (
        "italiadomani-2025-03/PNRR_Subappaltatori_Gare.csv",
        "codice fiscalepiva",
        "denominazione",
    ),
];

/// The words of a name that tell whose it is; fewer than two tell nobody.
fn telling(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let words = folded.split(' ').filter(|w| w.len() > 2);
    let words = words.filter(|w| w.chars().all(char::is_alphabetic));
    words.map(str::to_owned).collect()
}

fn is_person(code: &str) -> bool {
    code.contains("***") || is_personal_code(code.trim())
}

fn known(file: &Path, code: &str, name: &str, out: &mut HashSet<BTreeSet<String>>) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_path(file)
        .unwrap();
    let header = reader.byte_headers().unwrap().clone();
    let column = |beginning: &str| {
        let begins = |h: &[u8]| fold(&String::from_utf8_lossy(h)).starts_with(beginning);
        header.iter().position(begins).unwrap()
    };
    let (code, name) = (column(code), column(name));
    for record in reader.byte_records() {
        let record = record.unwrap();
        let cell = |at: usize| String::from_utf8_lossy(record.get(at).unwrap_or_default()).into_owned();
        if is_person(&cell(code)) {
            out.insert(telling(&cell(name)));
        }
    }
}

/// The telling words of every person whom the tables name.
fn persons(data: &Path) -> Vec<BTreeSet<String>> {
    let mut out = HashSet::new();
    for (file, code, name) in TABLES {
        known(&data.join(file), code, name, &mut out);
    }
    out.into_iter().filter(|words| words.len() > 1).collect()
}

/// Persons by the first of their words.
type Index<'a> = HashMap<&'a str, Vec<&'a BTreeSet<String>>>;

fn index(persons: &[BTreeSet<String>]) -> Index<'_> {
    let mut out = Index::new();
    for words in persons {
        if let Some(first) = words.first() {
            out.entry(first).or_default().push(words);
        }
    }
    out
}

/// The first person all of whose words stand among these and not all among those that a project
/// may have: buildings and streets are named after people, and so are firms and bodies.
fn betrayed<'a>(
    words: &BTreeSet<&str>,
    allowed: &BTreeSet<String>,
    persons: &Index<'a>,
) -> Option<&'a BTreeSet<String>> {
    let beginnings = words.iter().filter_map(|w| persons.get(w));
    let whole = |name: &&&BTreeSet<String>| name.iter().all(|w| words.contains(w.as_str()));
    let strange = |name: &&&BTreeSet<String>| !name.iter().all(|w| allowed.contains(w));
    beginnings.flatten().filter(whole).find(strange).copied()
}

/// By project: the words of its names, streets and localities, and of its bodies.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |project: &str, text: &str| {
        let words = fold(text);
        let of = out.entry(project.to_owned()).or_default();
        of.extend(words.split(' ').map(str::to_owned));
    };
    for fact in table("fact") {
        if ["name", "street", "locality"].contains(&fact["kind"].as_str()) {
            add(&fact["project"], &fact["value"]);
        }
    }
    for place in table("place") {
        add(&place["project"], &place["address"]);
    }
    let bodies = table("body").into_iter();
    let bodies: HashMap<String, String> = bodies.map(|b| (b["id"].clone(), b["name"].clone())).collect();
    for row in table("role").into_iter().chain(table("winner")) {
        if let Some(name) = bodies.get(&row["body"]) {
            add(&row["project"], name);
        }
    }
    out
}

#[test]
fn a_name_among_words_is_seen() {
    let persons = [telling("TIZIO SEMPRONIO"), telling("Caia Mevia, studio")];
    let index = index(&persons);
    let words = |text: &'static str| text.split(' ').collect::<BTreeSet<&str>>();
    let none = BTreeSet::new();
    let found = |text, allowed: &BTreeSet<String>| betrayed(&words(text), allowed, &index).is_some();
    assert!(found("incarico nuovo sempronio tizio", &none));
    assert!(!found("incarico nuovo scuola tizio", &none));
    let school = telling("Scuola Tizio Sempronio");
    assert!(!found("nuovo scuola sempronio tizio", &school));
    assert!(found("caia mevia studio", &school));
    assert!(is_person("****************") && !is_person("01234567890"));
}

#[test]
fn no_set_of_words_holds_the_name_of_a_person() {
    let Some(data) = official::tables() else { return };
    let persons = persons(&data);
    assert!(persons.len() > 500, "{}", persons.len());
    let (index, allowed, none) = (index(&persons), allowed(), BTreeSet::new());
    for row in table("words") {
        let project = &row["project"];
        let words: BTreeSet<&str> = row["words"].split(' ').collect();
        let found = betrayed(&words, allowed.get(project).unwrap_or(&none), &index);
        assert_eq!(found, None, "{project}");
    }
}

#[test]
fn no_fact_is_the_name_of_a_person() {
    let Some(data) = official::tables() else { return };
    let persons: HashSet<BTreeSet<String>> = persons(&data).into_iter().collect();
    for fact in table("fact") {
        // What is named after somebody is no longer somebody.
        if !["name", "street", "locality"].contains(&fact["kind"].as_str()) {
            assert!(!persons.contains(&telling(&fact["value"])), "{fact:?}");
        }
    }
}
