//! The import on the publishers' own files, where they stand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/official.rs"]
mod official;

use sportello::import::{Options, RegionChoice, Report, Silent, build};
use sportello::model::Cents;
use sportello::snapshot::{Snapshot, save};
use sportello::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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

fn open(bytes: &[u8]) -> Snapshot {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.sqlite");
    save(&path, bytes).unwrap();
    Snapshot::open(&path).unwrap()
}

const VALIDATI: &str = "italiadomani-2023-02-validati";

/// Some columns of a table read by the bare `csv` crate.
fn table<const N: usize>(path: &Path, columns: [&str; N]) -> Vec<[String; N]> {
    let bytes = std::fs::read(path).unwrap();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let at = columns.map(|c| headers.iter().position(|h| h.trim() == c).unwrap());
    let row = |r: csv::StringRecord| at.map(|i| r[i].to_owned());
    reader.records().map(|r| row(r.unwrap())).collect()
}

type Key = [String; 3];

const SUB: &str = "Codice Univoco Submisura";
const LOCAL: &str = "Codice Locale Progetto";

/// Euro cents of a decimal comma.
fn cents(text: &str) -> i64 {
    let (whole, part) = text.split_once(',').unwrap_or((text, ""));
    let part: String = format!("{part}00").chars().take(2).collect();
    whole.parse::<i64>().unwrap_or(0) * 100 + part.parse::<i64>().unwrap_or(0)
}

/// Projects, their PNRR money, shared projects and theirs: counted without the importer.
struct Count {
    regions: BTreeMap<Key, BTreeSet<String>>,
    pnrr: BTreeMap<Key, i64>,
}

impl Count {
    fn of(folder: &Path) -> Count {
        let mut regions: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
        let places = folder.join("PNRR_Localizzazione-Dati_Validati.csv");
        for [sub, cup, local, region] in table(&places, [SUB, "CUP", LOCAL, "Codice Regione"]) {
            regions.entry([sub, cup, local]).or_default().insert(region);
        }
        let projects = folder.join("PNRR_Progetti_Dati_Validati.csv");
        let rows = table(&projects, [SUB, "CUP", LOCAL, "Finanziamento PNRR"]);
        let pnrr = rows
            .into_iter()
            .map(|[sub, cup, local, euro]| ([sub, cup, local], cents(&euro)))
            .collect();
        Count { regions, pnrr }
    }

    fn region(&self, code: &str) -> (u64, i64, u64, i64) {
        let mut out = (0, 0, 0, 0);
        for (key, regions) in self.regions.iter().filter(|(_, r)| r.contains(code)) {
            let pnrr = self.pnrr.get(key).copied().unwrap_or(0);
            out.0 += 1;
            out.1 += pnrr;
            if regions.len() > 1 {
                out.2 += 1;
                out.3 += pnrr;
            }
        }
        out
    }
}

#[test]
fn regions_agree_with_an_independent_count() {
    let Some(data) = official::tables() else { return };
    let folder = data.join(VALIDATI);
    let count = Count::of(&folder);
    let (projects, pnrr, shared, shared_pnrr) = count.region("09");
    assert_eq!((projects, pnrr / 100), (2_770, 2_433_815_960));
    assert_eq!((shared, shared_pnrr / 100), (72, 427_926_831));
    for (name, code) in [
        ("toscana", "09"),
        ("Valle d'Aosta/Vallée d'Aoste", "02"),
        ("trentino-alto adige", "04"),
        ("6", "06"),
        ("SARDEGNA", "20"),
    ] {
        let (_, report) = import(std::slice::from_ref(&folder), name);
        let ours = (
            report.projects,
            report.pnrr_eur,
            report.shared_projects,
            report.shared_pnrr_eur,
        );
        let (projects, pnrr, shared, shared_pnrr) = count.region(code);
        assert!(projects > 100);
        assert_eq!(report.region, code);
        assert_eq!(
            ours,
            (projects, Cents(pnrr), shared, Cents(shared_pnrr)),
            "{name}"
        );
    }
}

#[test]
fn all_folders_give_the_whole_of_toscana() {
    let Some(data) = official::tables() else { return };
    let (bytes, report) = import(&[data], "9");
    assert!((7_900..8_300).contains(&report.projects), "{}", report.projects);
    assert_eq!(report.by_origin["pnc"], 220);
    assert!((780..=801).contains(&report.by_origin["pa_digitale"]));
    assert!(report.by_origin["italia_domani"] >= 6_991);
    assert_eq!(report.comuni, 273);
    assert!(report.respelt_keys > 0 && report.disagreements > 0 && report.old_istat_codes > 0);
    assert!(report.natural_persons > 1_000 && report.paid_above_funding > 0);
    let snapshot = open(&bytes);
    let overview = snapshot.catalogue().unwrap();
    assert_eq!(overview.totals().projects, report.projects as usize);
    assert_eq!(overview.totals().comuni, 273);
}

#[test]
fn the_order_of_files_does_not_matter_and_bytes_are_the_same() {
    let Some(data) = official::tables() else { return };
    let mut folders: Vec<PathBuf> = [VALIDATI, "italiadomani-2023-03-universo", "italiadomani-2022-raw"]
        .map(|f| data.join(f))
        .to_vec();
    let (first, _) = import(&folders, "umbria");
    folders.reverse();
    let (second, _) = import(&folders, "Umbria");
    assert!(first == second, "two imports of the same files differ");
}

#[test]
fn tables_without_places_are_refused_by_name() {
    let Some(data) = official::tables() else { return };
    let options = options(&[data.join("italiadomani-2025-03")], "toscana");
    let error = build(&options, &mut Silent).unwrap_err();
    assert!(error.to_string().contains("PNRR_Localizzazione"), "{error}");
}

/// Names that stand beside a masked or personal code in any table of winners or subjects.
fn persons(data: &Path) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (file, code, name) in [
        (
            "italiadomani-2025-03/PNRR_Aggiudicatari_Gare.csv",
            "Codice Fiscale/P.IVA",
            "Denominazione Aggiudicatario",
        ),
        (
            "italiadomani-2025-03/PNRR_Subappaltatori_Gare.csv",
            "Codice Fiscalepiva Subappaltatore",
            "Denominazione Subappaltatore",
        ),
    ] {
        for [code, name] in table(&data.join(file), [code, name]) {
            if (code.contains('*') || code.len() == 16) && !name.contains('*') {
                out.insert(fold(&name));
            }
        }
    }
    assert!(out.len() > 500, "the persons were not found");
    out
}

#[test]
fn no_person_is_in_the_output() {
    let Some(data) = official::tables() else { return };
    let persons = persons(&data);
    let (bytes, _) = import(&[data], "toscana");
    let catalogue = open(&bytes).catalogue().unwrap();
    assert!(catalogue.bodies.len() > 1_000);
    let mut found = Vec::new();
    for body in &catalogue.bodies {
        let code = body.tax_code.as_deref().unwrap_or_default();
        let folded = fold(&body.name);
        let company = [" s r l", " s p a", " srl", " spa", " cooperativa", " l l c"]
            .iter()
            .any(|w| folded.contains(w));
        if code.len() == 16 || code.contains('*') || (persons.contains(&folded) && !company) {
            found.push(body.name.clone());
        }
    }
    assert!(found.is_empty(), "{found:?}");
}
