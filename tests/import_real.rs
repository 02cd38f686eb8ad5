//! The import on the publishers' own files, where they stand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/official.rs"]
mod official;

use jiff::civil::Date;
use sportello::import::{Options, RegionChoice, Report, Silent, run};
use sportello::model::{AmountKind, Brief, Cents, Fund, LabelKind, ProjectDateKind, Status};
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
        removals: Vec::new(),
        cancel: Default::default(),
    }
}

fn import(inputs: &[PathBuf], region: &str) -> (Vec<u8>, Report) {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        out: folder.path().join("t.sqlite"),
        ..options(inputs, region)
    };
    let report = run(&options, &mut Silent).unwrap();
    (std::fs::read(&options.out).unwrap(), report)
}

fn open(bytes: &[u8]) -> Snapshot {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.sqlite");
    save(&path, bytes).unwrap();
    Snapshot::open(&path).unwrap()
}

const VALIDATI: &str = "italiadomani-2023-02-validati";

/// The folders that the bundled register is made of, in the order of its README.
const FOLDERS: [&str; 6] = [
    "italiadomani-2022-raw",
    VALIDATI,
    "italiadomani-2023-03-universo",
    "italiadomani-2024-03-pnc",
    "italiadomani-2025-03",
    "padigitale-2026-08",
];
/// Those that stand in `data-more` beside them.
const NURSERIES: &str = "italiadomani-2026-06-nidi";
const HISTORY: &str = "padigitale-history";
const COPY: &str = "openpnrr-toscana-2023";

fn folders(data: &Path) -> Vec<PathBuf> {
    FOLDERS.map(|name| data.join(name)).to_vec()
}

/// All that the register is made of; `None`, said aloud, where `data-more` is not at hand.
fn all_folders(data: &Path) -> Option<Vec<PathBuf>> {
    let more = data.parent()?.join("data-more");
    if !more.is_dir() {
        println!("skipped: no {} beside the official tables", more.display());
        return None;
    }
    let more = [NURSERIES, HISTORY, COPY].map(|name| more.join(name));
    Some(folders(data).into_iter().chain(more).collect())
}

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
    let Some(all) = all_folders(&data) else { return };
    let (bytes, report) = import(&all, "9");
    let origins = ["italia_domani", "pnc", "pa_digitale"].map(|origin| report.by_origin[origin]);
    assert_eq!((report.projects, origins), (9_097, [7_093, 220, 1_784]));
    assert_eq!(report.comuni, 273);
    assert!(report.respelt_keys > 0 && report.disagreements > 0 && report.old_istat_codes > 0);
    assert!(report.natural_persons > 1_000 && report.paid_above_funding > 0);
    let snapshot = open(&bytes);
    let catalogue = snapshot.catalogue().unwrap();
    let totals = catalogue.totals();
    assert_eq!((totals.projects, totals.comuni), (9_097, 273));
    // Of those without an amount in an official table the copy knows most.
    assert_eq!((totals.without_amount, totals.copied), (3_100, 1_847));
    assert_eq!(totals.copied_total, Cents(47_839_384_626));
    let without = |brief: &&Brief| brief.body.is_none();
    assert_eq!(catalogue.projects.iter().filter(without).count(), 3_529);
}

#[test]
fn the_older_folders_alone_lack_what_the_newer_add() {
    let Some(data) = official::tables() else { return };
    let (bytes, report) = import(&folders(&data), "9");
    assert_eq!(report.projects, 8_108);
    let totals = open(&bytes).catalogue().unwrap().totals();
    assert_eq!(totals.without_amount, 3_105);
}

/// Day, or none, of a cell `13/06/2026`.
fn day(cell: &str) -> Option<Date> {
    let parts: Vec<i16> = cell.split('/').filter_map(|part| part.parse().ok()).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Date::new(*year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()
}

#[test]
fn nurseries_have_the_dates_of_their_table_to_the_day() {
    let Some(data) = official::tables() else { return };
    let Some(all) = all_folders(&data) else { return };
    let file = data
        .join("../data-more")
        .join(NURSERIES)
        .join("PNRR_Progetti.csv");
    let rows = table(
        &file,
        [
            SUB,
            "CUP",
            "Data Inizio Progetto Prevista",
            "Data Inizio Progetto Effettiva",
            "Data Fine Progetto Prevista",
            "Data Fine Progetto Effettiva",
            "Stato Avanzamento Progetto",
            "Finanziamento PNRR",
        ],
    );
    assert_eq!(rows.len(), 122);
    let snapshot = open(&import(&all, "9").0);
    let catalogue = snapshot.catalogue().unwrap();
    let mut ended = 0;
    for [sub, cup, start_planned, start, end_planned, end, progress, pnrr] in rows {
        let measure = |b: &Brief| catalogue.measure_of(b).map(|m| m.code.to_string());
        let same = |b: &&Brief| *b.cup == *cup && measure(b).as_ref() == Some(&sub);
        let briefs: Vec<&Brief> = catalogue.projects.iter().filter(same).collect();
        // Five local codes are other than in 2025, and the projects the same.
        let [brief] = briefs.as_slice() else {
            panic!("{cup}: {} projects", briefs.len());
        };
        let p = snapshot.project(brief.id).unwrap().unwrap();
        let of = |kind| p.date(kind).map(|d| d.value);
        assert_eq!(
            [
                of(ProjectDateKind::StartPlanned),
                of(ProjectDateKind::StartActual),
                of(ProjectDateKind::EndPlanned),
                of(ProjectDateKind::EndActual)
            ],
            [&start_planned, &start, &end_planned, &end].map(|cell| day(cell)),
            "{cup}"
        );
        assert_eq!(brief.end, day(&end).or(day(&end_planned)), "{cup}");
        assert_eq!(brief.status == Status::Completed, progress == "Concluso", "{cup}");
        ended += usize::from(brief.status == Status::Completed);
        let funding = p.amount(AmountKind::Funding, Fund::Pnrr).map(|a| a.value);
        assert_eq!(
            funding,
            Some(Cents(cents(&pnrr))).filter(|c| !c.is_zero()),
            "{cup}"
        );
    }
    assert_eq!(ended, 14);
    let nurseries = catalogue.projects.iter().filter(|b| {
        let code = catalogue.measure_of(b).map(|m| m.code.as_str());
        code == Some("M4C1I1.01.00")
    });
    let gone = nurseries.filter(|b| {
        let p = snapshot.project(b.id).unwrap().unwrap();
        p.label(LabelKind::Unlisted)
            .is_some_and(|l| l.value == "2026-06-13")
    });
    assert_eq!(gone.count(), 19);
}

#[test]
fn a_candidature_that_was_renounced_and_paid_later_is_paid() {
    let Some(data) = official::tables() else { return };
    let Some(all) = all_folders(&data) else { return };
    let snapshot = open(&import(&all, "9").0);
    let catalogue = snapshot.catalogue().unwrap();
    let brief = catalogue
        .projects
        .iter()
        .find(|b| *b.cup == *"B91F22005050006")
        .unwrap();
    assert_eq!(brief.status, Status::Completed);
    let p = snapshot.project(brief.id).unwrap().unwrap();
    let states: Vec<_> = p
        .candidatures
        .iter()
        .map(|c| (c.window, c.status, c.status_date))
        .collect();
    let day = |year, month, day| Date::new(year, month, day).ok();
    assert_eq!(
        states,
        [
            (Some(3), Some('R'), day(2024, 11, 26)),
            (Some(4), Some('E'), day(2026, 4, 9))
        ]
    );
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
    let error = run(&options, &mut Silent).unwrap_err();
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
    let (bytes, _) = import(&folders(&data), "toscana");
    let catalogue = open(&bytes).catalogue().unwrap();
    assert!(catalogue.bodies.len() > 1_000);
    let mut found = Vec::new();
    for body in &catalogue.bodies {
        let code = body.tax_code.as_deref().unwrap_or_default();
        let folded = fold(&body.name);
        let company = [
            " s r l",
            " s p a",
            " srl",
            " spa",
            " cooperativa",
            " coop",
            " l l c",
        ]
        .iter()
        .any(|w| folded.contains(w));
        if code.len() == 16 || code.contains('*') || (persons.contains(&folded) && !company) {
            found.push(body.name.clone());
        }
    }
    assert!(found.is_empty(), "{found:?}");
}
