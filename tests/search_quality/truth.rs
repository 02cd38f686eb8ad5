//! Corrections that never lie, topics, and rows that are alike: what the lists beside this file
//! ask for, measured on the bundled region. They were written before anything was tuned.

use super::INDEX;
use super::typos::Dice;
use sportello::lang::Lang;
use sportello::model::FactKind;
use sportello::search::{Query, Results, Settings};
use sportello::title;
use std::collections::{BTreeMap, BTreeSet};

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn search(text: &str, correct: bool) -> Results {
    let settings = Settings {
        correct,
        fold: true,
        ..Settings::default()
    };
    INDEX.search(&Query::whole(text), &settings, 10)
}

/// What the archive lacks, of a list.
fn lacked(file: &'static str) -> Vec<&'static str> {
    let lacks = |text: &&str| search(text, false).totals.projects == 0;
    lines(file).filter(lacks).collect()
}

/// How many are rewritten, and how many of these have rows shown as found.
fn rewritten(kind: &str, all: &[&str]) -> (usize, usize) {
    let (mut changed, mut shown) = (0, 0);
    for text in all {
        let results = search(text, true);
        let has_rows = results.totals.projects > 0;
        if results.corrected.is_some() || has_rows {
            println!(
                "  {text}: {:?}, {} projects",
                results.corrected, results.totals.projects
            );
        }
        changed += usize::from(results.corrected.is_some());
        shown += usize::from(has_rows);
    }
    println!("{kind}: {changed} of {} rewritten, {shown} with rows", all.len());
    (changed, shown)
}

#[test]
fn names_and_words_that_the_archive_lacks_are_left_alone() {
    let names = lacked(include_str!("names.txt"));
    let words = lacked(include_str!("common.txt"));
    let names = &names[..names.len().min(100)];
    let words = &words[..words.len().min(60)];
    assert!(
        names.len() >= 80 && words.len() >= 55,
        "{} {}",
        names.len(),
        words.len()
    );
    left_alone(names, words);
    let names = lacked(include_str!("names_other.txt"));
    let words = lacked(include_str!("common_other.txt"));
    assert!(
        names.len() >= 20 && words.len() >= 40,
        "{} {}",
        names.len(),
        words.len()
    );
    left_alone(&names, &words);
}

fn left_alone(names: &[&str], words: &[&str]) {
    let (one, shown) = rewritten("names", names);
    let (other, also) = rewritten("common words", words);
    assert!(one + other <= 2, "{one} names and {other} words are rewritten");
    assert_eq!(shown + also, 0, "rows are shown as found");
}

/// Phrases, each before the names of ten comuni.
fn right(phrases: &'static str) -> Vec<String> {
    let comuni: Vec<&str> = INDEX
        .catalogue()
        .comuni
        .values()
        .map(|c| c.name.as_str())
        .collect();
    let in_region: Vec<&str> = comuni
        .into_iter()
        .filter(|name| search(&format!("comune:\"{name}\""), false).totals.projects > 0)
        .collect();
    let mut out = Vec::new();
    for phrase in lines(phrases) {
        let mut dice = Dice::of(phrase);
        for _ in 0..10 {
            let comune = in_region[dice.between(0, in_region.len())];
            out.push(format!("{phrase} {}", comune.to_lowercase()));
        }
    }
    out
}

#[test]
fn right_queries_are_left_alone() {
    are_left_alone(&right(include_str!("phrases.txt")));
    are_left_alone(&right(include_str!("phrases_other.txt")));
}

fn are_left_alone(all: &[String]) {
    assert!(all.len() >= 400);
    let (mut changed, mut without) = (0, 0);
    for text in all {
        let results = search(text, true);
        if results.corrected.is_some() {
            println!("  {text}: {:?}", results.corrected);
            changed += 1;
        }
        without += usize::from(results.totals.projects == 0);
    }
    println!(
        "right queries: {changed} of {} rewritten, {without} without a full match",
        all.len()
    );
    assert!(
        changed * 100 <= all.len(),
        "{changed} of {} are rewritten",
        all.len()
    );
}

/// Whether a row of `topics.csv` is about a project.
fn is_about(row: &BTreeMap<String, String>, project: u32) -> bool {
    let catalogue = INDEX.catalogue();
    let brief = &catalogue.projects[project as usize];
    let one_of = |column: &str, value: &str| row[column].split('|').any(|one| one == value);
    let code = catalogue
        .measure_of(brief)
        .map_or(String::new(), |m| m.code.to_string());
    let begins = row["measure"]
        .split('|')
        .any(|one| !one.is_empty() && code.starts_with(one));
    let mut things = brief.facts.of(FactKind::Thing);
    let mut works = brief.facts.of(FactKind::Work);
    begins || things.any(|code| one_of("thing", code)) || works.any(|code| one_of("work", code))
}

const TOPICS: &str = include_str!("topics.csv");
const OTHER_TOPICS: &str = include_str!("topics_other.csv");

fn topics(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_first_five_are_about_the_topic() {
    about_the_topic(TOPICS);
    about_the_topic(OTHER_TOPICS);
}

fn about_the_topic(file: &str) {
    let (mut right, mut all) = (0, 0);
    for row in topics(file) {
        // Of what the archive hardly has nothing can be asked.
        let projects = 0..INDEX.catalogue().projects.len() as u32;
        if projects.filter(|project| is_about(&row, *project)).count() < 5 {
            continue;
        }
        let results = search(&row["words"], true);
        let five = results.hits.iter().take(5);
        let own = five.clone().filter(|hit| is_about(&row, hit.project)).count();
        let seen = five.count();
        if own < seen || seen < 5 {
            println!("  {}: {own} of {seen}", row["words"]);
        }
        right += own;
        all += seen;
    }
    println!("topics: precision at 5 is {:.3}", right as f64 / all as f64);
    assert!(right * 10 >= all * 9, "{right} of {all}");
}

#[test]
fn rows_that_are_alike_are_one() {
    alike_are_one(TOPICS);
    alike_are_one(OTHER_TOPICS);
}

fn alike_are_one(file: &str) {
    let catalogue = INDEX.catalogue();
    let (mut twins, mut all) = (0, 0);
    for row in topics(file) {
        let results = search(&row["words"], true);
        let key = |project: u32| {
            let brief = &catalogue.projects[project as usize];
            let comuni: BTreeSet<_> = brief.places.iter().filter_map(|p| p.comune).collect();
            (title::compose(catalogue, brief, Lang::It), comuni)
        };
        let keys: Vec<_> = results.hits.iter().map(|hit| key(hit.project)).collect();
        let own = keys
            .iter()
            .filter(|key| keys.iter().filter(|k| k == key).count() > 1)
            .count();
        twins += own;
        all += keys.len();
    }
    println!("rows that share title and comune with another: {twins} of {all}");
    assert!(twins * 20 <= all, "{twins} of {all}");
}
