#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::*;
use jiff::civil::date;
use std::path::PathBuf;

fn source(id: u16, table: Table) -> Source {
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
    }
}

fn project() -> Project {
    let s = SourceId(1);
    let body = Body {
        id: BodyId("00012345678".into()),
        name: "Comune di Borgo".into(),
        tax_code: Some("00012345678".into()),
        form: None,
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
        aliases: vec!["nido1".into()],
        seen: vec![s],
        labels: vec![
            Label {
                kind: LabelKind::Category,
                value: "05.30.150".into(),
                name: Some("Asili".into()),
                source: s,
            },
            Label {
                kind: LabelKind::Site,
                value: "Asilo Il Sole".into(),
                name: None,
                source: s,
            },
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
                province: None,
                comune: None,
                address: None,
                cap: None,
                share: None,
                source: s,
            },
            Place {
                region: RegionCode::parse("09"),
                province: ProvinceCode::parse("048"),
                comune: ComuneCode::parse("048017"),
                address: Some("via Roma 1".into()),
                cap: Some("50100".into()),
                share: Some(5000),
                source: s,
            },
        ],
        bodies: vec![(Role::Implementer, body.clone(), s)],
        tenders: vec![Tender {
            cig: "A04AA69960".into(),
            pda: "5".into(),
            base: Some(Cents(10)),
            award: Some(Cents(8)),
            source: Some(s),
            winners: vec![
                Award {
                    body: Some(body),
                    subcontractor: false,
                    role: None,
                    source: s,
                },
                Award {
                    body: None,
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
            amount: None,
            sent: None,
            funded: Some(date(2023, 1, 3)),
            status: Some('E'),
            status_date: None,
            source: s,
        }],
        call: None,
        disagreements: vec![Disagreement {
            field: "funding.total".into(),
            kept: "1".into(),
            kept_source: s,
            other: "2".into(),
            other_source: s,
        }],
        official_title: Some(Observed {
            value: "ASILO*VIA ROMA 1".into(),
            source: s,
        }),
        official_summary: None,
        siblings: vec![],
    }
}

fn bytes() -> Vec<u8> {
    let writer = Writer::new(RegionCode::parse("09"), "Toscana").unwrap();
    writer.source(&source(1, Table::Projects)).unwrap();
    writer.measure(&measure()).unwrap();
    writer.class("category", "05.30.150", "Asili").unwrap();
    writer.project(&project()).unwrap();
    writer.finish().unwrap()
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
    assert!(brief.shared);
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
    let mut damaged = good.clone();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    assert!(matches!(check::check(&damaged), Err(OpenError::Damaged)));
}

#[test]
fn the_newest_valid_file_of_a_folder_is_taken() {
    let (folder, _) = file("good.sqlite", &bytes());
    save(&folder.path().join("zz.sqlite"), b"not a snapshot").unwrap();
    save(&folder.path().join("notes.txt"), b"ignored").unwrap();
    let (found, refused) = Snapshot::newest(folder.path());
    assert_eq!(
        found.unwrap().origin,
        Origin::File(folder.path().join("good.sqlite"))
    );
    assert_eq!(refused.len(), 1);
    assert!(Snapshot::newest(&folder.path().join("none")).0.is_none());
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
        place.contains(",1,09,048,048017,via Roma 1,50100,5000,1\n"),
        "{place}"
    );
}

#[test]
fn the_bundled_region_opens() {
    let snapshot = Snapshot::embedded().unwrap();
    assert_eq!(snapshot.origin, Origin::Embedded);
    snapshot.catalogue().unwrap();
}
