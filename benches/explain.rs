//! Explaining every project of a snapshot, beside loading that snapshot.
//!
//! `cargo bench --bench explain`; `SPORTELLO_ARCHIVIO` names another snapshot than the bundle, and
//! `-- --short` runs everything once.

#![allow(clippy::unwrap_used)]

use sportello::explain;
use sportello::lang::Lang;
use sportello::model::Project;
use sportello::snapshot::{Catalogue, Snapshot};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds; the fastest counts, because only noise makes a round slower.
const ROUNDS: usize = 7;

fn rounds() -> usize {
    if std::env::args().any(|a| a == "--short") {
        1
    } else {
        ROUNDS
    }
}

fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut once = || {
        let start = Instant::now();
        let out = run();
        (start.elapsed(), out)
    };
    let mut best = once();
    for _ in 1..rounds() {
        let next = once();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

fn open() -> Snapshot {
    match std::env::var_os("SPORTELLO_ARCHIVIO") {
        Some(file) => Snapshot::open(file.as_ref()).unwrap(),
        None => Snapshot::embedded().unwrap(),
    }
}

fn projects(snapshot: &Snapshot, catalogue: &Catalogue) -> Vec<Project> {
    let ids = catalogue.projects.iter().map(|b| b.id);
    ids.map(|id| snapshot.project(id).unwrap().unwrap()).collect()
}

fn main() {
    let (opening, snapshot) = best(open);
    let (lists, catalogue) = best(|| snapshot.catalogue().unwrap());
    let (details, all) = best(|| projects(&snapshot, &catalogue));
    println!("{} projects of {}", all.len(), catalogue.region_name);
    println!("open                    {opening:>10.1?}");
    println!("load the catalogue      {lists:>10.1?}");
    println!("load all the projects   {details:>10.1?}");
    println!("load the whole          {:>10.1?}", opening + lists + details);
    let today = catalogue.dates().1.unwrap();
    for lang in Lang::ALL {
        let explain_all = || {
            let explained = all.iter().map(|p| explain::project(&catalogue, p, lang, today));
            explained.map(|e| black_box(e).claims().count()).sum::<usize>()
        };
        let (time, claims) = best(explain_all);
        let each = time.as_nanos() as f64 / 1_000.0 / all.len().max(1) as f64;
        let share = time.as_secs_f64() / (opening + lists + details).as_secs_f64();
        println!(
            "explain all, {lang}         {time:>10.1?}  {claims} claims, {each:.1} µs a project, {share:.2} of loading the whole"
        );
    }
}
