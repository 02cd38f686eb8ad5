//! The search, letter by letter: every query of `queries.txt` typed as a person types it, on the
//! bundle and, where `SPORTELLO_NAZIONE` names a snapshot of the nation, on that and on ten times
//! that. For each keystroke: correction, 50 results, exact count, sums, seven facets.
//!
//! Beside it, on the same texts and in the same run, what others do with the same keystrokes:
//! each does less, as the table says. Slow ones get every n-th keystroke only. The time of a
//! keystroke is the least of three, so that what else the machine does counts little. `--alone`
//! leaves the others out; `--short` takes every sixtieth keystroke.

#[path = "search/peers.rs"]
mod peers;

use peers::Peer;
use sportello::model::{Brief, ProjectId};
use sportello::search::{Index, Query, Settings};
use sportello::snapshot::{Catalogue, Snapshot};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const QUERIES: &str = include_str!("queries.txt");
const LIMIT: usize = 50;
/// Of a short run: each so many keystrokes one.
const SHORT: usize = 60;
/// A peer may take so long for an archive.
const PATIENCE: Duration = Duration::from_secs(20);

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let peers = !std::env::args().any(|a| a == "--alone");
    let short = std::env::args().any(|a| a == "--short");
    let keys: Vec<&str> = keystrokes()
        .into_iter()
        .step_by(if short { SHORT } else { 1 })
        .collect();
    println!("{} keystrokes of {} queries\n", keys.len(), queries().count());
    if cfg!(debug_assertions) {
        println!("no release: tantivy is compiled without optimisation here, its times measure nothing\n");
    }
    let mut curve = vec![run("bundle", Snapshot::embedded()?, 1, &keys, peers)?];
    if let Ok(path) = std::env::var("SPORTELLO_NAZIONE") {
        let nation = || Snapshot::open(path.as_ref());
        curve.push(run("nation", nation()?, 1, &keys, peers)?);
        curve.push(run("three nations", nation()?, 3, &keys, false)?);
        curve.push(run("ten nations", nation()?, 10, &keys, false)?);
    }
    println!(
        "{:>9} {:>9} {:>9} {:>12}",
        "projects", "p50 ms", "p99 ms", "p99 µs/1000"
    );
    for (projects, p50, p99) in curve {
        let each = p99 * 1e6 / projects as f64;
        println!("{projects:>9} {p50:>9.3} {p99:>9.3} {each:>12.1}");
    }
    Ok(())
}

fn queries() -> impl Iterator<Item = &'static str> {
    QUERIES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn keystrokes() -> Vec<&'static str> {
    let ends = |query: &'static str| {
        let ends = query.char_indices().map(|(i, c)| i + c.len_utf8());
        ends.map(move |end| &query[..end])
    };
    queries().flat_map(ends).collect()
}

/// Number of projects, median and 99th percentile.
type Point = (usize, f64, f64);

fn run(
    name: &str,
    snapshot: Snapshot,
    times: usize,
    keys: &[&str],
    with_peers: bool,
) -> Result<Point, Error> {
    let start = Instant::now();
    let mut catalogue = snapshot.catalogue()?;
    let loaded = start.elapsed();
    multiply(&mut catalogue, times);
    let catalogue = Arc::new(catalogue);
    let start = Instant::now();
    let index = Index::open(&snapshot, catalogue.clone())?;
    let built = start.elapsed();
    index.warm(Default::default());
    println!(
        "{name}: {} projects, {} words; catalogue {:.0} ms, index {:.1} ms and {:.1} MB; peak {:.0} MB",
        index.len(),
        index.words(),
        millis(loaded),
        millis(built),
        index.bytes() as f64 / 1e6,
        peak_mb(),
    );
    // As the screen asks: rows that are alike are one.
    let settings = Settings {
        fold: true,
        ..Settings::default()
    };
    let own = measure(keys, |text| {
        black_box(index.search(&Query::parse(text), &settings, LIMIT));
    });
    println!(
        "  {:<46} {:>8} {:>9} {:>9} {:>7}",
        "", "keys", "p50 ms", "p99 ms", "ratio"
    );
    let p99 = line("sportello: corrections, count, sums, 7 facets", &own, None);
    if with_peers {
        let texts = peers::texts(&catalogue);
        for make in peers::ALL {
            let peer: Box<dyn Peer> = make(&texts)?;
            let times = measure(keys, |text| peer.search(text, LIMIT));
            line(peer.name(), &times, Some(p99));
        }
    }
    println!();
    Ok((index.len(), millis(at(&own, 50)), p99))
}

/// Several times the projects, each copy with codes of its own.
fn multiply(catalogue: &mut Catalogue, times: usize) {
    let once = std::mem::take(&mut catalogue.projects);
    let mut all: Vec<Brief> = Vec::with_capacity(once.len() * times);
    for copy in 0..times {
        for brief in &once {
            let mut brief = brief.clone();
            if copy > 0 {
                brief.id = ProjectId::of(brief.id.as_str(), &copy.to_string(), "", 0);
                let kept = brief.cup.len().saturating_sub(3);
                brief.cup = format!("{}{copy:03}", brief.cup.get(..kept).unwrap_or_default()).into();
            }
            all.push(brief);
        }
    }
    all.sort_by_key(|b| b.id);
    catalogue.projects = all.into();
}

/// Runs of a keystroke, of which the quickest counts.
const RUNS: usize = 3;

/// Times of the keystrokes, as many of them as patience allows, evenly chosen.
fn measure(keys: &[&str], mut search: impl FnMut(&str)) -> Vec<Duration> {
    let probe = Instant::now();
    let sample: Vec<&str> = keys.iter().step_by(keys.len().div_ceil(16)).copied().collect();
    sample.iter().for_each(|text| search(text));
    let all = probe.elapsed() * (keys.len() / sample.len().max(1)) as u32;
    let step = 1 + (all.as_millis() * RUNS as u128 / PATIENCE.as_millis().max(1)) as usize;
    let mut out = Vec::new();
    for text in keys.iter().step_by(step) {
        let once = |_| {
            let start = Instant::now();
            search(text);
            start.elapsed()
        };
        out.extend((0..RUNS).map(once).min());
    }
    out.sort_unstable();
    out
}

fn line(name: &str, times: &[Duration], own: Option<f64>) -> f64 {
    let p99 = millis(at(times, 99));
    let ratio = own.map_or("1".to_owned(), |own| format!("{:.1}", p99 / own));
    println!(
        "  {name:<46} {:>8} {:>9.3} {:>9.3} {:>7}",
        times.len(),
        millis(at(times, 50)),
        p99,
        ratio
    );
    p99
}

/// A percentile of sorted times.
fn at(times: &[Duration], share: usize) -> Duration {
    times.get(times.len() * share / 100).copied().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Peak resident memory so far, where the system tells; 0 elsewhere.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1e3
}
