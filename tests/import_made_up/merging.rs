//! Rows of several releases that speak of one project.

use crate::folder::{CUP, Folder, PLACES, PROJECTS, SUB, key_cells, place, project};
use sportello::import::Problem;
use sportello::model::{AmountKind, Cents, DisagreementKind, Fund};

#[test]
fn keys_respelt_and_places_elsewhere() {
    let folder = Folder::new();
    let florence = "9;TOSCANA;48;FIRENZE;17;FIRENZE";
    let rome = "12;LAZIO;058;ROMA;091;ROMA";
    folder.table(
        "a.csv",
        &[
            PLACES,
            // One project, respelt in the later release.
            &place("J51B22000050006", "2.2_Borgo-Uno", florence, "01/03/2023"),
            &place("J51B22000050006", "22 BORGO PRIMO", florence, "31/12/2026"),
            // One CUP, a project here and a project there.
            &place("J61B22000060006", "QUI", florence, "31/12/2026"),
            &place("J61B22000060006", "LA", rome, "31/12/2026"),
            // One project in two regions.
            &place("J71B22000070006", "DUE", florence, "31/12/2026"),
            &place("J71B22000070006", "DUE", rome, "31/12/2026"),
            // A comune that merged, the whole region, and nothing that we know.
            &place(
                "J81B22000080006",
                "A",
                "09;TOSCANA;048;FIRENZE;003;EX",
                "31/12/2026",
            ),
            &place("J81B22000080006", "A", "09;TOSCANA;00;x;0;x", "31/12/2026"),
            &place("J81B22000080006", "A", "09;TOSCANA;048;x;999;x", "31/12/2026"),
            // A row without a CUP, and one that is cut.
            &place("", "B", florence, "31/12/2026"),
            "M4C1I1.01.00;x;J91",
        ],
    );
    let (imported, report) = folder.import();
    let all = imported.all();
    assert_eq!(
        (all.len(), report.respelt_keys, report.shared_projects),
        (4, 1, 1)
    );
    let respelt = all.iter().find(|p| p.cup == "J51B22000050006").unwrap();
    assert_eq!(
        (respelt.local_code.as_str(), respelt.aliases.len()),
        ("2.2_Borgo-Uno", 1)
    );
    // What was linked by the other spelling leads to the project.
    let catalogue = imported.0.catalogue().unwrap();
    assert_eq!(catalogue.brief(respelt.aliases[0]).unwrap().id, respelt.id);
    let linked = imported.0.project(respelt.aliases[0]).unwrap().unwrap();
    assert_eq!((linked.id, &linked.cup), (respelt.id, &respelt.cup));
    let here = all.iter().find(|p| p.cup == "J61B22000060006").unwrap();
    assert_eq!((here.local_code.as_str(), here.places.len()), ("QUI", 1));
    let shared = all.iter().find(|p| p.cup == "J71B22000070006").unwrap();
    assert_eq!(shared.places[0].region.unwrap().as_str(), "09");
    assert_eq!((report.old_istat_codes, report.unknown_istat_codes), (1, 1));
    let left: u64 = report.files[0].left_out.values().sum();
    assert_eq!((report.files[0].rows, report.files[0].kept + left), (11, 11));
    let reasons: Vec<Problem> = report.examples.iter().map(|e| e.reason).collect();
    assert!(
        reasons.contains(&Problem::FieldCount) && reasons.contains(&Problem::UnknownIstatCode),
        "{reasons:?}"
    );
}

#[test]
fn newer_wins_unless_blank_or_zero_and_the_other_is_noted() {
    let folder = Folder::new();
    folder.places();
    let old = project(&[
        ("Codice Univoco Submisura", SUB),
        ("CUP", CUP),
        ("Codice Locale Progetto", "NIDO-1"),
        ("Finanziamento PNRR", "1000"),
        ("Finanziamento Totale", "134198,91"),
        ("Titolo Progetto", "VECCHIO"),
        ("Data di Estrazione", "01/01/2025"),
        ("Stato CUP", "Attivo"),
    ]);
    let new = project(&key_cells(
        "NIDO-1",
        &[
            ("Finanziamento PNRR", "2000"),
            ("Finanziamento Totale", "0"),
            ("Stato CUP", "ATTIVO"),
            ("Finanziamento Comune", "tanti"),
        ],
    ));
    // The same row twice, and both releases in one file.
    folder.table("p.csv", &[PROJECTS, &new, &old, &new]);
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Pnrr).unwrap().value,
        Cents(200_000)
    );
    assert_eq!(
        p.amount(AmountKind::Funding, Fund::Total).unwrap().value,
        Cents(13_419_891)
    );
    assert_eq!(p.official_title.as_ref().unwrap().value, "VECCHIO");
    assert_eq!(p.disagreements.len(), 1);
    let note = &p.disagreements[0];
    assert_eq!(
        (note.field.as_str(), note.kept.as_str(), note.other.as_str()),
        ("funding.pnrr", "2000.00", "1000.00")
    );
    assert_eq!(
        (report.duplicate_rows, report.bad_numbers, p.seen.len()),
        (1, 2, 3)
    );
    let bad = &report.examples[0];
    assert_eq!(
        (bad.column.as_str(), bad.value.as_str(), bad.line),
        ("Finanziamento Comune", "tanti", 2)
    );
}

#[test]
fn two_rows_of_one_key_that_differ_contradict_each_other() {
    let folder = Folder::new();
    folder.places();
    let row = |euro: &str| project(&key_cells("NIDO-1", &[("Finanziamento PNRR", euro)]));
    folder.table(
        "projects.csv",
        &[PROJECTS, &row("100,00"), &row("250,00"), &row("100,00")],
    );
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!(report.duplicate_rows, 1);
    let [note] = p.disagreements.as_slice() else {
        panic!("{:?}", p.disagreements);
    };
    assert_eq!(
        (note.kind, note.field.as_str()),
        (DisagreementKind::Contradiction, "funding.pnrr")
    );
    assert_eq!((note.kept.as_str(), note.other.as_str()), ("100.00", "250.00"));
}
