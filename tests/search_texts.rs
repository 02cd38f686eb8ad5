//! Questions about works, made by rule from the official texts of other regions: what it is, its
//! street or the end of its name, what is done, the comune. The texts are read where they stand
//! and never kept; the questions and their ranks are printed with
//! `cargo test --test search_texts -- --nocapture`.

#![allow(clippy::unwrap_used)]

#[path = "support/official.rs"]
mod official;

use sportello::import::{self, Options, RegionChoice, Silent};
use sportello::search::{Index, Query, Settings};
use sportello::snapshot::Snapshot;
use sportello::text::fold::fold;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// Name and code of the regions asked, and the questions of each.
const REGIONS: [(&str, &str); 4] = [
    ("lombardia", "03"),
    ("marche", "11"),
    ("lazio", "12"),
    ("sicilia", "19"),
];
const EACH: usize = 25;
/// Words that nobody would put into a question, or that say nothing alone.
const EMPTY: &[&str] = &[
    "alla",
    "alle",
    "allo",
    "anche",
    "comunale",
    "comune",
    "dalla",
    "degli",
    "della",
    "delle",
    "dello",
    "interventi",
    "intervento",
    "lavori",
    "mediante",
    "nella",
    "nelle",
    "nuova",
    "nuovo",
    "opere",
    "presso",
    "progetto",
    "realizzazione",
    "relativi",
    "relativo",
    "sito",
    "snc",
    "territorio",
    "varie",
    "verso",
];

struct Question {
    text: String,
    cup: String,
}

type Row = HashMap<String, String>;

fn rows(folder: &Path, name: &str) -> Vec<Row> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(b';');
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned();
    let mut reader = builder.from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn words(text: &str) -> Vec<String> {
    let told = |word: &&str| word.len() >= 4 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let folded = fold(text);
    let words = folded.split(' ').filter(told).filter(|w| !EMPTY.contains(w));
    words.map(str::to_owned).collect()
}

/// "via spaventa", or the last word of the name of the thing.
fn whereabouts(name: &[String], street: &str) -> Option<String> {
    let folded = fold(street);
    let mut parts = folded.split(' ');
    let kind = parts.next()?;
    if ["via", "viale", "piazza", "corso", "localita"].contains(&kind) {
        let own: Vec<&str> = parts
            .filter(|w| w.len() > 2 && *w != "snc" && !w.bytes().any(|b| b.is_ascii_digit()))
            .collect();
        if let (Some(last), true) = (own.last(), own.len() < 4) {
            return Some(format!("{kind} {last}"));
        }
    }
    (name.len() > 2).then(|| name.last().cloned()).flatten()
}

/// A question about a row, when its text follows the template of three parts.
fn ask(row: &Row, comune: &str) -> Option<Question> {
    let text = row.get("Sintesi progetto")?;
    let [name, street, works] = text.split('*').collect::<Vec<_>>().try_into().ok()?;
    // A last word may be cut.
    let mut done = words(works);
    if text.len() >= 250 {
        done.pop();
    }
    let name = words(name);
    let what = name.first()?.clone();
    let place = whereabouts(&name, street)?;
    let work = done
        .into_iter()
        .filter(|w| *w != what && !place.ends_with(w.as_str()))
        .max_by_key(String::len)?;
    let text = format!("{what} {place} {work} {}", fold(comune));
    let cup = row["CUP"].clone();
    Some(Question { text, cup })
}

/// The questions of a region, spread evenly over its works.
fn questions(projects: &[Row], comuni: &BTreeMap<String, String>) -> Vec<Question> {
    let mut seen = HashSet::new();
    let all: Vec<Question> = projects
        .iter()
        .filter(|row| row["CUP Codice Natura"].trim_start_matches('0') == "3")
        .filter_map(|row| ask(row, comuni.get(&row["CUP"])?))
        .filter(|q| seen.insert(q.cup.clone()))
        .collect();
    let step = (all.len() / EACH).max(1);
    all.into_iter().step_by(step).take(EACH).collect()
}

/// Comune of each CUP that lies in a single one, of the region of a code.
fn comuni(places: &[Row], region: &str) -> BTreeMap<String, String> {
    let mut out: BTreeMap<String, Option<String>> = BTreeMap::new();
    for row in places {
        let name = &row["Descrizione Comune"];
        let here = row["Codice Regione"] == region && !name.is_empty();
        let one = out
            .entry(row["CUP"].clone())
            .or_insert_with(|| here.then(|| name.clone()));
        if one.as_ref() != Some(name) || !here {
            *one = None;
        }
    }
    out.into_iter()
        .filter_map(|(cup, name)| Some((cup, name?)))
        .collect()
}

fn index(folder: &Path, region: &str) -> Index {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("region.sqlite");
    let options = Options {
        inputs: vec![folder.to_owned()],
        region: RegionChoice::parse(region),
        out: file.clone(),
        observed: Vec::new(),
        removals: Vec::new(),
        cancel: Default::default(),
    };
    import::run(&options, &mut Silent).unwrap();
    let snapshot = Snapshot::open(&file).unwrap();
    let catalogue = Arc::new(snapshot.catalogue().unwrap());
    Index::open(&snapshot, catalogue).unwrap()
}

#[test]
fn works_are_found_by_the_words_of_their_texts() {
    let Some(data) = official::tables() else {
        return;
    };
    let folder = data.join("italiadomani-2023-02-validati");
    let projects = rows(&folder, "PNRR_Progetti_Dati_Validati.csv");
    let places = rows(&folder, "PNRR_Localizzazione-Dati_Validati.csv");
    let mut ranks: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for (region, code) in REGIONS {
        let index = index(&folder, region);
        let catalogue = index.catalogue();
        for question in questions(&projects, &comuni(&places, code)) {
            let results = index.search(&Query::parse(&question.text), &Settings::default(), 10);
            let is_it = |project: u32| *catalogue.projects[project as usize].cup == *question.cup;
            let full = results.hits.iter().position(|hit| is_it(hit.project));
            let near = results.near.hits.iter().position(|near| is_it(near.hit.project));
            if full != Some(0) {
                println!(
                    "{region} {:>3} {:>3}  {}  {}",
                    told(full),
                    told(near),
                    question.cup,
                    question.text
                );
            }
            ranks.push((full, full.or(near.map(|n| n + results.hits.len()))));
        }
    }
    let share =
        |within: usize| 100 * ranks.iter().filter(|r| r.0.is_some_and(|r| r < within)).count() / ranks.len();
    let with_near = 100 * ranks.iter().filter(|r| r.1.is_some_and(|r| r < 10)).count() / ranks.len();
    let (first, three, ten) = (share(1), share(3), share(10));
    println!(
        "{} questions: first {first} %, three {three} %, ten {ten} %; with near {with_near} %",
        ranks.len()
    );
    assert_eq!(ranks.len(), REGIONS.len() * EACH);
    assert!(ten >= 95, "{ten} % in ten");
    assert!(with_near >= 99, "{with_near} % in ten with near");
}

fn told(rank: Option<usize>) -> String {
    rank.map_or_else(|| "-".to_owned(), |rank| (rank + 1).to_string())
}
