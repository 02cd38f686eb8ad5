//! The import on the publishers' own files: the folder named by `SPORTELLO_DATI`, else
//! `../shared/data` beside the repository. Where neither stands the tests say so and pass, but
//! not in CI.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use sportello::import::{Options, RegionChoice, Report, Silent, build, run};
use sportello::model::Cents;
use std::path::{Path, PathBuf};

fn data() -> Option<PathBuf> {
    let named = std::env::var_os("SPORTELLO_DATI").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let found = named.or_else(|| beside.is_dir().then_some(beside));
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI needs the real data: set SPORTELLO_DATI"
        );
        println!("skipped: no real data; set SPORTELLO_DATI");
    }
    found
}

fn options(inputs: &[PathBuf], region: &str) -> Options {
    Options {
        inputs: inputs.to_vec(),
        region: RegionChoice::parse(region),
        out: PathBuf::from("unused.sqlite"),
        observed: Vec::new(),
        cancel: Default::default(),
    }
}

fn import(inputs: &[PathBuf], region: &str) -> (Vec<u8>, Report) {
    build(&options(inputs, region), &mut Silent).unwrap()
}

/// All folders for Toscana, with the figures and the time: run with `--ignored --nocapture`.
#[test]
#[ignore = "prints the figures of the whole import"]
fn everything() {
    let Some(data) = data() else { return };
    let start = std::time::Instant::now();
    let region = std::env::var("REGIONE").unwrap_or("toscana".into());
    let options = Options {
        out: std::env::temp_dir().join("sportello-everything.sqlite"),
        ..options(&[data], &region)
    };
    let report = run(&options, &mut Silent).unwrap();
    println!("{}", serde_json::to_string_pretty(&report).unwrap());
    println!("{:?}", start.elapsed());
    let _ = Cents::ZERO;
}
