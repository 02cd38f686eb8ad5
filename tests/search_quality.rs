//! How often the right project is found: queries as citizens put them at the desk, clean and with
//! typing errors, on the bundled region.
//!
//! `search_quality/queries.csv` was written from the register before anything was searched: a query
//! has one right project, or all projects of a measure in a comune are right. What is as right as
//! these stands in `search_quality/equally_right.csv`, with the reason. The errors are made by rule (`search_quality/typos.rs`). The figures and the misses are printed with
//! `cargo test --test search_quality -- --nocapture`.

#![allow(clippy::unwrap_used)]

#[path = "search_quality/spoken.rs"]
mod spoken;
#[path = "search_quality/truth.rs"]
mod truth;
#[path = "search_quality/typos.rs"]
mod typos;

use sportello::model::{Brief, ProjectId};
use sportello::search::{Field, Hit, Index, Query, Results, Settings};
use sportello::snapshot::{Catalogue, Snapshot};
use sportello::text::fold::fold;
use sportello::title;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let snapshot = Snapshot::embedded().unwrap();
    let catalogue = Arc::new(snapshot.catalogue().unwrap());
    Index::open(&snapshot, catalogue).unwrap()
});

struct Written {
    words: String,
    /// More than one only where the rule is a measure and a comune.
    right: BTreeSet<ProjectId>,
    single: bool,
}

static WRITTEN: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let catalogue = INDEX.catalogue();
    let mut reader = csv::Reader::from_reader(include_str!("search_quality/queries.csv").as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| written(catalogue, &row.unwrap())).collect()
});

/// Words of a query, and a project that answers them as well as those that it was written for.
static EQUALLY_RIGHT: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let text = include_str!("search_quality/equally_right.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<(String, String, String)>();
    rows.map(|row| row.map(|(words, project, _)| (words, project)).unwrap())
        .collect()
});

fn written(catalogue: &Catalogue, row: &BTreeMap<String, String>) -> Written {
    let single = !row["project"].is_empty();
    let is_right = |brief: &&Brief| {
        let measure = catalogue.measure_of(brief).unwrap().code.to_string();
        let mut comuni = brief
            .places
            .iter()
            .filter_map(|p| catalogue.comune_name(p.comune?));
        match single {
            true => brief.id.to_string() == row["project"],
            false => measure.starts_with(&row["measure"]) && comuni.any(|name| name == row["comune"]),
        }
    };
    let words = row["words"].clone();
    let also = |brief: &&Brief| {
        EQUALLY_RIGHT
            .iter()
            .any(|(of, id)| *of == words && brief.id.as_str() == id)
    };
    let right = catalogue.projects.iter().filter(|b| is_right(b) || also(b));
    let right: BTreeSet<ProjectId> = right.map(|brief| brief.id).collect();
    assert!(!right.is_empty(), "{words}: nothing is right");
    Written { words, right, single }
}

/// Shares of searches, in percent, whose first result, one of the first three or one of the first
/// ten is right.
#[derive(Debug)]
struct Figures {
    searches: usize,
    first: f64,
    three: f64,
    ten: f64,
}

/// What a person sees: all that have every word, then those that have most of them.
fn shown(results: &Results) -> Vec<&Hit> {
    let near = results.near.hits.iter().map(|near| &near.hit);
    results.hits.iter().chain(near).collect()
}

/// Searches what `typed` makes of every written query, and prints the figures and the misses.
fn measure(kind: &str, typed: impl Fn(&str) -> Vec<String>) -> Figures {
    let mut ranks = Vec::new();
    let mut misses = String::new();
    let search = |text: &str| INDEX.search(&Query::parse(text), &Settings::default(), 10);
    for written in WRITTEN.iter() {
        let is_right = |hit: &Hit| written.right.contains(&hit.id);
        for text in typed(&written.words) {
            let results = search(&text);
            let corrected: Vec<bool> = results.hits.iter().map(|h| h.corrected).collect();
            let all_must_be_there = results.words.iter().all(|word| !word.optional);
            assert!(
                corrected.is_sorted() || !all_must_be_there,
                "{text}: a corrected match stands above an exact one"
            );
            let rank = shown(&results).iter().position(|hit| is_right(hit));
            if rank.is_none_or(|rank| rank > 0) {
                let rank = rank.map_or("-".to_owned(), |rank| (rank + 1).to_string());
                misses += &format!("  {rank:>2}  {text}  ({})\n", written.words);
            }
            ranks.push(rank);
        }
    }
    let share = |within: usize| {
        let found = ranks.iter().flatten().filter(|rank| **rank < within).count();
        100.0 * found as f64 / ranks.len() as f64
    };
    let figures = Figures {
        searches: ranks.len(),
        first: share(1),
        three: share(3),
        ten: share(10),
    };
    let Figures {
        searches,
        first,
        three,
        ten,
    } = &figures;
    println!(
        "{kind}: {searches} searches, first {first:.1}, top 3 {three:.1}, top 10 {ten:.1}; not first:\n{misses}"
    );
    figures
}

#[test]
fn the_queries_are_many_and_most_have_one_right_project() {
    let single = WRITTEN.iter().filter(|w| w.single).count();
    assert!(WRITTEN.len() >= 200, "{}", WRITTEN.len());
    assert!(single >= 150, "{single}");
    let different: BTreeSet<&str> = WRITTEN.iter().map(|w| w.words.as_str()).collect();
    assert_eq!(different.len(), WRITTEN.len());
}

#[test]
fn clean() {
    let figures = measure("clean", |query| vec![query.to_owned()]);
    assert!(figures.three >= 95.0, "{figures:?}");
    assert!(figures.first >= 99.5, "{figures:?}");
}

#[test]
fn one_error() {
    let figures = measure("one error", typos::one);
    assert!(figures.ten >= 99.0, "{figures:?}");
    assert!(figures.first >= 99.0, "{figures:?}");
}

#[test]
fn two_errors_in_a_long_word() {
    let figures = measure("two errors in a long word", typos::two_in_a_long_word);
    assert!(figures.ten >= 95.0, "{figures:?}");
}

#[test]
fn two_errors_in_two_words() {
    let figures = measure("two errors in two words", typos::two_in_two_words);
    assert!(figures.ten >= 95.0, "{figures:?}");
}

#[test]
fn words_run_together() {
    let figures = measure("run together", typos::run_together);
    assert!(figures.ten >= 95.0, "{figures:?}");
}

#[test]
fn words_split() {
    let figures = measure("split", typos::split);
    assert!(figures.ten >= 95.0, "{figures:?}");
}

#[test]
fn words_of_four_letters() {
    let figures = measure("four letters", typos::four_letters);
    assert!(figures.ten >= 95.0, "{figures:?}");
}

/// What has nothing to do with the archive finds nothing, not even nearly.
#[test]
fn nonsense_finds_nothing() {
    for text in [
        "qwertyuiop",
        "qwertyuiop asdfghjkl zxcvbnm",
        "asilo qwertyuiop zxcvbnm",
        "qwertyuiop asdfghjkl prato",
        "xkcd jklm nopq rstu",
    ] {
        let results = INDEX.search(&Query::parse(text), &Settings::default(), 10);
        assert_eq!((results.hits.len(), results.near.hits.len()), (0, 0), "{text}");
    }
}

/// The exact name of a comune stands over a part of a longer one; a phrase of the synonyms is no
/// correction though no project has one of its words.
#[test]
fn names_and_synonyms_are_no_corrections() {
    let search = |text: &str| INDEX.search(&Query::parse(text), &Settings::default(), 10);
    let results = search("nido siena");
    let brief = &INDEX.catalogue().projects[results.hits[0].project as usize];
    let comune = brief.places.first().and_then(|p| p.comune).unwrap();
    assert_eq!(INDEX.catalogue().comune_name(comune), Some("Siena"));
    let results = search("banda ultralarga");
    assert!(!results.hits.is_empty());
    assert_eq!(results.corrected, None);
}

/// "4.0" is part of a name, "posti" shuts nothing out, and of two places of one name that of the
/// region is meant.
#[test]
fn figures_in_a_name_count_and_places_elsewhere_do_not() {
    let first = |text: &str| {
        let results = INDEX.search(&Query::parse(text), &Settings::default(), 1);
        let hit = shown(&results).first().map(|hit| hit.project as usize);
        hit.map(|project| &INDEX.catalogue().projects[project]).unwrap()
    };
    let measure = |brief: &Brief| INDEX.catalogue().measure_of(brief).unwrap().code.to_string();
    assert!(measure(first("scuola 4.0 empoli")).starts_with("M4C1I3.02"));
    assert_eq!(
        first("posti al nido foiano della chiana").id.to_string(),
        "1nn71nxr"
    );
    let cittadella = "cittadella firenze tribunale";
    assert!(
        title::compose(INDEX.catalogue(), first(cittadella), sportello::lang::Lang::It).contains("Tribunale")
    );
}

/// A word is not bent into one that only looks like it: all that "asilo" gives is about the
/// youngest children.
#[test]
fn places_answer_to_their_english_names() {
    for (english, italian) in [
        ("nursery florence", "nursery firenze"),
        ("hospital leghorn", "hospital livorno"),
        ("comune:Florence", "comune:Firenze"),
        ("provincia:leghorn", "provincia:livorno"),
    ] {
        let found = |query: &str| INDEX.search(&Query::parse(query), &Settings::default(), 5).totals;
        assert!(found(english).projects > 0, "{english}");
        assert_eq!(found(english), found(italian), "{english}");
    }
}

#[test]
fn asilo_gives_nurseries_first() {
    let index = &*INDEX;
    let catalogue = index.catalogue();
    let results = index.search(&Query::parse("asilo"), &Settings::default(), usize::MAX);
    assert!(results.hits.len() > 100, "{}", results.hits.len());
    assert_eq!(results.hits.len(), results.totals.projects);
    let mut others = 0;
    for hit in &results.hits {
        let brief = &catalogue.projects[hit.project as usize];
        let title = fold(&title::compose(catalogue, brief, sportello::lang::Lang::It));
        let body = catalogue
            .body_of(brief)
            .map_or(String::new(), |body| fold(&body.name));
        let about = ["asil", "nid", "infanzia", "matern"];
        let card = title::card_of(catalogue, brief).map_or(String::new(), |card| fold(card.it.title));
        let said = [&title, &body, &card];
        let is_about = about.iter().any(|w| said.iter().any(|text| text.contains(w)));
        // Others have the word in their texts, and stand behind.
        let by_text = hit
            .fields
            .iter()
            .any(|field| matches!(field, Field::Word | Field::Beside | Field::Site | Field::Thing));
        assert!(is_about || by_text, "{title}");
        assert!(
            !is_about || others == 0 || by_text,
            "{title} stands behind {others} others"
        );
        others += usize::from(!is_about && !hit.fields.contains(Field::Thing));
        assert!(!hit.corrected, "{title}");
    }
}

/// Whoever asks for a school at Zeri is shown what is at Zeri, typed or asked, whatever else the
/// name of the comune may mean; a school elsewhere is none.
#[test]
fn a_thing_at_a_comune_is_looked_for_there() {
    let catalogue = INDEX.catalogue();
    let here = |code: &sportello::model::ComuneCode| {
        let province = catalogue.comuni[code].province;
        Some(catalogue.provinces[&province].region) == catalogue.region
    };
    let comuni: Vec<_> = catalogue.comuni.values().filter(|c| here(&c.code)).collect();
    assert_eq!(comuni.len(), 273);
    let mut wrong = Vec::new();
    for comune in comuni {
        for said in ["scuola a", "school in"] {
            let text = format!("{said} {}", comune.name);
            for query in [Query::parse(&text), Query::whole(&text)] {
                let results = INDEX.search(&query, &Settings::default(), 50);
                let near = results.near.hits.iter().map(|near| &near.hit);
                let mut all = results.hits.iter().chain(near).peekable();
                let elsewhere = |hit: &Hit| {
                    let brief = &catalogue.projects[hit.project as usize];
                    brief.places.iter().all(|place| place.comune != Some(comune.code))
                };
                if all.peek().is_none() || all.any(elsewhere) {
                    wrong.push(text.clone());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A place that the archive is not about is called so; a street, a saint or a school that bears its
/// name is none.
#[test]
fn a_place_beyond_the_region_is_called_so() {
    let beyond = |text: &str| {
        let results = INDEX.search(&Query::whole(text), &Settings::default(), 50);
        results.beyond.map(|place| place.name)
    };
    for (text, name) in [
        ("scuola a milano", Some("Milano")),
        ("piscina a Roma", Some("Roma")),
        ("ospedale di la spezia", Some("La Spezia")),
        ("scuola in via Roma", None),
        ("scuola Don Milani", None),
        ("scuola a Prato", None),
        ("Bagni di Lucca", None),
    ] {
        assert_eq!(beyond(text).as_deref(), name, "{text}");
    }
}
