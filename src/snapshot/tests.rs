#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::*;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn source(id: u32, table: Table) -> Source {
    Source {
        id: SourceId(id),
        table,
        name: table.official_name().into(),
        publisher: "Italia Domani".into(),
        date: Some(date(2025, 3, 31)),
        rows: 1,
        licence: "CC BY 4.0".into(),
        url: "https://www.italiadomani.gov.it".into(),
        columns: vec!["CUP".into(), "Finanziamento PNRR".into()],
    }
}

fn measure() -> Measure {
    Measure {
        code: Submeasure::parse("M4C1I1.01.00").unwrap(),
        name: "Nidi".into(),
        measure: Some("M4C1I1.01".into()),
        measure_name: None,
        mission_name: None,
        component_name: None,
        loan_or_grant: Some("Prestito".into()),
        administration: Some("Ministero dell'istruzione".into()),
        total: Some(Cents(460_000_000_000)),
        source: SourceId(1),
        spending: Some(Spending {
            spent: Cents(12),
            source: SourceId(1),
        }),
        programme: Some(Programme {
            left: Some(date(2025, 3, 31)),
            follows: None,
            followed_by: Submeasure::parse("M4C1I1.10.00").ok(),
            source: SourceId(1),
        }),
    }
}

fn fact(kind: FactKind, value: &str, number: Option<f64>) -> Fact {
    Fact {
        kind,
        value: value.into(),
        number,
        source: SourceId(1),
        column: TextColumn::Title,
    }
}

fn words(words: &str) -> BTreeSet<String> {
    words.split(' ').map(str::to_owned).collect()
}

fn project() -> Project {
    let s = SourceId(1);
    let body = Body {
        id: BodyId("00012345678".into()),
        name: "Comune di Borgo".into(),
        tax_code: Some("00012345678".into()),
        form: None,
        trade: None,
    };
    let call = Call {
        id: "a1".into(),
        measure: None,
        kind: Some("bando".into()),
        code: Some("1000".into()),
        title: Some("Bando nidi".into()),
        issuer: None,
        audience: None,
        opened: Some(date(2022, 1, 1)),
        closed: None,
        status: None,
        amount: Some(Cents(9)),
        source: s,
    };
    Project {
        id: ProjectId::of("M4C1I1.01.00", "J57H22001230006", "nido1", 0),
        submeasure: Submeasure::parse("M4C1I1.01.00").unwrap(),
        cup: "J57H22001230006".into(),
        local_code: "NIDO-1".into(),
        aliases: vec![ProjectId::parse("n1d01abc").unwrap()],
        seen: vec![s],
        labels: vec![Label {
            kind: LabelKind::Category,
            value: "05.30.150".into(),
            name: Some("Asili".into()),
            source: s,
        }],
        facts: vec![
            fact(FactKind::Thing, "nursery", None),
            fact(FactKind::Name, "Asilo Il Sole", None),
            fact(FactKind::Name, "Asilo La Luna", None),
            fact(FactKind::Quantity, "place", Some(60.0)),
        ],
        amounts: vec![
            (
                AmountKind::Funding,
                Fund::Pnrr,
                Observed {
                    value: Cents(100_000),
                    source: s,
                },
            ),
            (
                AmountKind::Payment,
                Fund::Total,
                Observed {
                    value: Cents(50_000),
                    source: s,
                },
            ),
        ],
        dates: vec![ProjectDate {
            kind: ProjectDateKind::EndPlanned,
            value: date(2026, 6, 30),
            source: s,
        }],
        phases: vec![Phase {
            code: "01".into(),
            name: Some("Lavori".into()),
            start_planned: Some(date(2024, 1, 1)),
            start_actual: None,
            end_planned: None,
            end_actual: None,
            source: s,
        }],
        places: vec![
            Place {
                region: RegionCode::parse("12"),
                named: Some("Borgo che non c'è".into()),
                ..Place::nation(s)
            },
            Place {
                region: RegionCode::parse("09"),
                province: ProvinceCode::parse("048"),
                comune: ComuneCode::parse("048017"),
                address: Some("via Roma 1".into()),
                named: None,
                cap: Some("50100".into()),
                share: Some(5000),
                coordinates: Coordinates::new(43.77, 11.25),
                source: s,
            },
        ],
        bodies: vec![(Role::Implementer, body.clone(), s)],
        tenders: vec![Tender {
            cig: "A04AA69960".into(),
            pda: "5".into(),
            base: Some(Cents(10)),
            framework: true,
            award: Some(Cents(8)),
            source: Some(s),
            winners: vec![
                Award {
                    body: Some(body),
                    unnamed: Unnamed::Person,
                    trade: None,
                    subcontractor: false,
                    role: None,
                    source: s,
                },
                Award {
                    body: None,
                    unnamed: Unnamed::Company,
                    trade: Trade::read("41.20.00", s),
                    subcontractor: true,
                    role: Some("mandante".into()),
                    source: s,
                },
            ],
            ..Tender::default()
        }],
        targets: vec![Target {
            indicator: "T1".into(),
            name: "Posti".into(),
            unit: Some("Numero".into()),
            planned: Some(60.0),
            achieved: Some(0.0),
            year: Some(2026),
            month: Some(6),
            source: s,
        }],
        candidatures: vec![Candidature {
            ipa: "c_x".into(),
            call: Some(call),
            window: Some(2),
            amount: None,
            sent: None,
            funded: Some(date(2023, 1, 3)),
            status: Some('E'),
            status_date: None,
            source: s,
        }],
        call: None,
        disagreements: vec![Disagreement {
            kind: DisagreementKind::Contradiction,
            field: "funding.total".into(),
            kept: "1".into(),
            kept_source: s,
            other: "2".into(),
            other_source: s,
        }],
        unread: vec![Unread {
            field: "date.end_planned".into(),
            value: Some("31/13/2025".into()),
            source: s,
        }],
        official_title: Some(Observed {
            value: "ASILO*VIA ROMA 1".into(),
            source: s,
        }),
        official_summary: None,
        unnamed: 0,
        siblings: vec![],
        doubles: vec![],
        moved: None,
    }
}

fn bytes() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.sqlite");
    let writer = Writer::new(&path, RegionCode::parse("09"), "Toscana").unwrap();
    writer.source(&source(1, Table::Projects)).unwrap();
    writer.measure(&measure()).unwrap();
    writer.class("category", "05.30.150", "Asili").unwrap();
    writer.project(&project()).unwrap();
    writer
        .words(project().id, &words("sole nido asilo luna"))
        .unwrap();
    writer.finish().unwrap().name(&path).unwrap();
    std::fs::read(path).unwrap()
}

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    save(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn what_is_written_is_read_back() {
    let (_folder, path) = file("t.sqlite", &bytes());
    let snapshot = Snapshot::open(&path).unwrap();
    assert_eq!(snapshot.project(project().id).unwrap(), Some(project()));
    let catalogue = snapshot.catalogue().unwrap();
    let brief = catalogue.brief(project().id).unwrap();
    assert_eq!(brief.scope, Scope::Shared);
    assert_eq!(brief.places[1].named.as_deref(), Some("Borgo che non c'è"));
    let names: Vec<&str> = brief.facts.of(FactKind::Name).collect();
    assert_eq!(names, ["Asilo Il Sole", "Asilo La Luna"]);
    let quantity = brief.facts.iter().find(|f| f.kind == FactKind::Quantity).unwrap();
    assert_eq!((quantity.value, quantity.number), ("place", Some(60.0)));
    assert_eq!(brief.places[0].comune, ComuneCode::parse("048017"));
    assert_eq!(
        (brief.pnrr, brief.paid, brief.total),
        (Some(Cents(100_000)), Some(Cents(50_000)), Some(Cents(100_000)))
    );
    assert_eq!(brief.site.as_deref(), Some("Asilo Il Sole"));
    assert_eq!(brief.status, Status::Completed);
    assert_eq!(catalogue.measure_of(brief), Some(&measure()));
    assert_eq!(catalogue.body_of(brief).unwrap().name, "Comune di Borgo");
    let totals = catalogue.totals();
    assert_eq!(
        (totals.projects, totals.shared, totals.comuni, totals.measures),
        (1, 1, 1, 1)
    );
    assert_eq!(snapshot.projects_of_cig("A04AA69960").unwrap(), [project().id]);
    assert_eq!(snapshot.overview().unwrap().newest, Some(date(2025, 3, 31)));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    assert_eq!(bytes(), bytes());
}

#[test]
fn says_what_is_wrong_with_a_file() {
    let good = bytes();
    assert!(check::check(&good).is_ok());
    assert!(matches!(check::check(b"hello"), Err(OpenError::Foreign)));
    let mut other = good.clone();
    other[68] ^= 1;
    assert!(matches!(check::check(&other), Err(OpenError::Foreign)));
    let mut newer = good.clone();
    newer[63] = 9;
    assert!(matches!(
        check::check(&newer),
        Err(OpenError::Newer {
            found: 9,
            known: FORMAT
        })
    ));
    assert!(matches!(
        check::check(&good[..good.len() - 1]),
        Err(OpenError::Truncated { .. })
    ));
    let mut older = good.clone();
    older[63] = 1;
    assert!(matches!(
        check::check(&older),
        Err(OpenError::Older {
            found: 1,
            known: FORMAT
        })
    ));
    let mut damaged = good.clone();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    assert!(matches!(check::check(&damaged), Err(OpenError::Damaged)));
}

/// A file of before lacks a table or a column, and only its format says so.
#[test]
fn other_tables_are_another_format() {
    use sha2::{Digest, Sha256};
    let mut sha = Sha256::new();
    sha.update(schema::sql());
    let sum: String = sha
        .finalize()
        .iter()
        .take(8)
        .map(|b| format!("{b:02x}"))
        .collect();
    assert_eq!(
        (FORMAT, sum.as_str()),
        (7, "7f3f358e85d1b1fa"),
        "the tables changed: raise FORMAT, then write both here"
    );
}

#[test]
fn the_newest_valid_file_of_a_folder_is_taken() {
    let (folder, _) = file("good.sqlite", &bytes());
    save(&folder.path().join("zz.sqlite"), b"not a snapshot").unwrap();
    save(&folder.path().join("notes.txt"), b"ignored").unwrap();
    let (found, refused) = Snapshot::newest(folder.path(), None);
    assert_eq!(
        found.unwrap().origin,
        Origin::File(folder.path().join("good.sqlite"))
    );
    assert_eq!(refused.len(), 1);
    assert!(Snapshot::newest(&folder.path().join("none"), None).0.is_none());
}

#[test]
fn a_file_that_was_found_whole_is_looked_at_again_when_it_was_written_to() {
    let (folder, path) = file("t.sqlite", &bytes());
    let kept = folder.path().join("kept");
    let whole = || std::fs::read_dir(&kept).unwrap().count();
    for _ in 0..2 {
        let snapshot = Snapshot::open_kept(&path, Some(&kept)).unwrap();
        assert_eq!(snapshot.catalogue().unwrap().projects.len(), 1);
        assert_eq!(whole(), 1);
    }
    let mut damaged = bytes();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    std::fs::write(&path, &damaged).unwrap();
    assert!(matches!(
        Snapshot::open_kept(&path, Some(&kept)),
        Err(OpenError::Damaged)
    ));
    save(&path, &bytes()).unwrap();
    assert!(Snapshot::open_kept(&path, Some(&kept)).is_ok());
    assert_eq!(whole(), 2);
}

#[test]
fn a_file_may_have_any_name_and_be_replaced_while_it_is_in_use() {
    for name in ["à %41 b.sqlite", "c#d.sqlite", "%2e&=;.sqlite"] {
        let (_folder, path) = file(name, &bytes());
        let snapshot = Snapshot::open(&path).unwrap();
        #[cfg(unix)]
        save(&path, b"another").unwrap();
        assert_eq!(snapshot.catalogue().unwrap().projects.len(), 1, "{name}");
    }
    #[cfg(unix)]
    {
        let (_folder, path) = file("e?immutable=0.sqlite", &bytes());
        assert!(
            Snapshot::open(&path)
                .unwrap()
                .project(project().id)
                .unwrap()
                .is_some()
        );
    }
}

#[test]
fn a_register_holds_no_official_text() {
    let (folder, path) = file("t.sqlite", &bytes());
    let out = folder.path().join("register");
    Snapshot::open(&path).unwrap().write_register(&out).unwrap();
    assert!(!out.join("official_text.csv").exists());
    for entry in std::fs::read_dir(&out).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(!text.contains("VIA ROMA 1") && !text.contains("Bando nidi"));
    }
    let place = std::fs::read_to_string(out.join("place.csv")).unwrap();
    assert!(
        place.contains(",1,09,048,048017,,via Roma 1,50100,5000,43.77,11.25,1\n"),
        "{place}"
    );
}

#[test]
fn the_bundled_region_opens() {
    let snapshot = Snapshot::embedded().unwrap();
    assert_eq!(snapshot.origin, Origin::Embedded);
    snapshot.catalogue().unwrap();
}

#[test]
fn words_are_lent_in_the_order_of_projects() {
    let (_folder, path) = file("t.sqlite", &bytes());
    let mut all = Vec::new();
    let snapshot = Snapshot::open(&path).unwrap();
    snapshot
        .words(|id, words| all.push((id, words.to_owned())))
        .unwrap();
    assert_eq!(all, [(project().id, "asilo luna nido sole".to_owned())]);
}

#[test]
fn a_set_of_few_words_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.sqlite");
    let writer = Writer::new(&path, None, "Italia").unwrap();
    writer.words(project().id, &words("asilo nido sole")).unwrap();
    writer.finish().unwrap().name(&path).unwrap();
    let snapshot = Snapshot::open(&path).unwrap();
    snapshot.words(|_, words| panic!("{words}")).unwrap();
}

/// A snapshot as it was written, with a cell of it changed.
fn changed(sql: &str) -> Snapshot {
    let mut db = rusqlite::Connection::open_in_memory().unwrap();
    db.deserialize_bytes(rusqlite::MAIN_DB, Box::leak(bytes().into_boxed_slice()))
        .unwrap();
    let copy = db.serialize(rusqlite::MAIN_DB).unwrap().to_vec();
    db = rusqlite::Connection::open_in_memory().unwrap();
    let size = copy.len();
    db.deserialize_read_exact(rusqlite::MAIN_DB, copy.as_slice(), size, false)
        .unwrap();
    db.execute(sql, []).unwrap();
    Snapshot {
        is_unsigned: false,
        db,
        guard: None,
        origin: Origin::Embedded,
        site: None,
        kept: None,
    }
}

/// The bytes of an archive as it was written, changed by SQL, under a digest that is right again.
fn resealed(sql: &str) -> Vec<u8> {
    let mut snapshot = changed(sql);
    let bytes = snapshot.db.serialize(rusqlite::MAIN_DB).unwrap().to_vec();
    sealed_again(bytes)
}

fn sealed_again(mut bytes: Vec<u8>) -> Vec<u8> {
    check::seal(&mut bytes);
    bytes
}

#[test]
fn an_archive_has_the_tables_of_the_schema_and_no_others() {
    let opens = |sql: &str| {
        let (_folder, path) = file("t.sqlite", &resealed(sql));
        Snapshot::open(&path).map(|_| ())
    };
    assert!(opens("UPDATE measure SET name = 'x'").is_ok());
    for sql in [
        "CREATE TABLE more (a)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON project BEGIN SELECT 1; END",
        "CREATE INDEX more ON project (local_code)",
        "DROP INDEX tender_cig",
        "ALTER TABLE project RENAME COLUMN cup TO cap",
        "DROP TABLE phase",
    ] {
        assert!(matches!(opens(sql), Err(OpenError::Damaged)), "{sql}");
    }
}

/// Bytes that were changed anywhere, under a digest that is right: what is read is read, or refused,
/// and always soon.
#[test]
fn an_archive_with_a_right_digest_and_wrong_pages_takes_no_time() {
    let good = bytes();
    let mut seed = 7u64;
    let mut dice = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    let start = std::time::Instant::now();
    let mut refused = 0;
    for _ in 0..400 {
        let mut bad = good.clone();
        for _ in 0..1 + dice(8) {
            // Headers of pages and pointers between them most of all.
            let page = dice(good.len() / 4096) * 4096;
            let within = if dice(2) == 0 { 16 } else { 4096 };
            let at = (page + dice(within)).max(100);
            bad[at] = dice(256) as u8;
        }
        let (_folder, path) = file("t.sqlite", &sealed_again(bad));
        let read = Snapshot::open(&path).and_then(|snapshot| {
            snapshot.catalogue()?;
            snapshot.project(project().id)?;
            snapshot.words(|_, _| {})
        });
        refused += usize::from(read.is_err());
    }
    assert!(refused > 50, "{refused}");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn what_is_no_value_of_its_type_is_an_error_with_table_and_column() {
    let says = |sql: &str, table: &str, column: &str| {
        let snapshot = changed(sql);
        let whole = snapshot.project(project().id).map(|_| ());
        let error = whole.and_then(|()| snapshot.catalogue().map(|_| ())).unwrap_err();
        let OpenError::Malformed {
            table: t, column: c, ..
        } = &error
        else {
            panic!("{sql}: {error}");
        };
        assert_eq!((*t, *c), (table, column), "{error}");
    };
    says("UPDATE date SET value = '31/12/2024'", "date", "value");
    says("UPDATE label SET kind = 'colour'", "label", "kind");
    says("UPDATE place SET comune = 'N/D' WHERE seq = 1", "place", "comune");
    says("UPDATE fact SET \"column\" = 'novel'", "fact", "column");
    says("UPDATE measure SET code = 'X'", "measure", "code");
    says("UPDATE source SET \"table\" = 'novels'", "source", "table");
    says("UPDATE source SET date = 'yesterday'", "source", "date");
}
