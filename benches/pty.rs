//! What a person waits for, in a real terminal: from the start to the first frame and to the first
//! results, from a key to the last byte that it paints (the sheet beside the results included),
//! and the memory of the whole program. On the bundle and, where `SPORTELLO_NAZIONE` names a
//! snapshot of the nation, on that. `--short` starts twice and types two queries.

#[path = "../tests/support/stage.rs"]
mod stage;

use stage::Stage;
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_sportello");
const QUERIES: &str = include_str!("queries.txt");
const PATIENCE: Duration = Duration::from_secs(20);
const QUIET: Duration = Duration::from_millis(40);
const CLEAR: &str = "\x15";
/// Every so many queries one is typed.
const STEP: usize = 3;
const STARTS: usize = 9;
/// Stands on the screen as soon as there are results, whatever they are.
const RESULTS: &str = "assegnati";

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let short = std::env::args().any(|a| a == "--short");
    run("bundle", &[], short)?;
    if let Ok(path) = std::env::var("SPORTELLO_NAZIONE") {
        run("nation", &["--archivio", &path], short)?;
    }
    Ok(())
}

fn run(name: &str, args: &[&str], short: bool) -> Result<(), Error> {
    let home = tempfile::tempdir()?;
    let open = || Stage::open(PROGRAM, args, home.path(), (80, 24));
    let (mut frames, mut results) = (Vec::new(), Vec::new());
    let starts = if short { 2 } else { STARTS };
    for _ in 0..starts {
        let mut stage = open()?;
        let frame = stage.wait("Sportello", PATIENCE)?;
        stage.send("asilo prato")?;
        results.push(frame + stage.wait(RESULTS, PATIENCE)?);
        frames.push(frame);
    }
    let mut stage = open()?;
    stage.wait("F1", PATIENCE)?;
    let mut keys = Vec::new();
    let queries = QUERIES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let most = if short { 2 } else { usize::MAX };
    for query in queries.step_by(STEP).take(most) {
        stage.send(CLEAR)?;
        stage.settle(QUIET * 5)?;
        for key in query.chars() {
            stage.send(&key.to_string())?;
            keys.push(stage.settle(QUIET)?);
        }
    }
    println!(
        "{name}: first frame {:.1} ms, first results {:.1} ms (medians of {starts}, best {:.1} and {:.1}); \
         key to last byte p50 {:.2} ms, p99 {:.2} ms (ratio {:.1}) of {} keys; peak {:.0} MB",
        at(&mut frames, 50),
        at(&mut results, 50),
        at(&mut frames, 0),
        at(&mut results, 0),
        at(&mut keys, 50),
        at(&mut keys, 99),
        at(&mut keys, 99) / at(&mut keys, 50),
        keys.len(),
        stage.peak_mb().unwrap_or_default(),
    );
    Ok(())
}

/// A percentile in milliseconds.
fn at(times: &mut [Duration], share: usize) -> f64 {
    times.sort_unstable();
    let time = times.get(times.len() * share / 100).copied().unwrap_or_default();
    time.as_secs_f64() * 1e3
}
