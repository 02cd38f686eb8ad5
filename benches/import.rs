//! The import of one region against the bare `csv` crate, which reads the same files into one
//! reused `ByteRecord` and throws it away: medians of several runs, in one process.
//!
//! `cargo bench --bench import`, on the tables of 2023-02 under `SPORTELLO_DATI` or
//! `../shared/data`; `-- --short` runs each once.

#![allow(clippy::unwrap_used)]

use sportello::import::{Options, RegionChoice, Silent, run};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const RUNS: usize = 9;

fn main() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let data = std::env::var_os("SPORTELLO_DATI").map_or(beside, PathBuf::from);
    let folder = data.join("italiadomani-2023-02-validati");
    if !folder.is_dir() {
        println!("skipped: no real data; set SPORTELLO_DATI");
        return;
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    let out = tempfile::tempdir().unwrap();
    let options = Options {
        inputs: vec![folder],
        region: RegionChoice::parse("toscana"),
        out: out.path().join("t.sqlite"),
        observed: Vec::new(),
        removals: Vec::new(),
        cancel: Default::default(),
    };
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    let short = std::env::args().any(|a| a == "--short");
    for _ in 0..if short { 1 } else { RUNS } {
        bare.push(timed(|| files.iter().map(|f| read(f)).sum()));
        ours.push(timed(|| run(&options, &mut Silent).unwrap().projects));
    }
    let (bare, ours) = (median(bare), median(ours));
    println!("bare csv  {bare:>10.1?}");
    println!("import    {ours:>10.1?}");
    println!("ratio     {:>10.2}", ours.as_secs_f64() / bare.as_secs_f64());
    println!("peak      {:>10}", peak().unwrap_or_else(|| "unknown".into()));
}

fn read(path: &Path) -> u64 {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_path(path)
        .unwrap();
    let mut record = csv::ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        rows += 1;
    }
    rows
}

fn timed(work: impl FnOnce() -> u64) -> Duration {
    let start = Instant::now();
    assert!(work() > 0);
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The most memory that this process held, where the system tells it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM"))?;
    Some(line.split_whitespace().skip(1).collect::<Vec<_>>().join(" "))
}
