//! Whatever a file holds, it is read in little time, and the import comes to an end and reports.

use crate::folder::{Folder, PLACES, PROJECTS, key_cells, place, project};
use proptest::prelude::*;
use sportello::import::{NotATable, Silent, run};
use std::time::{Duration, Instant};

/// Some hundred times what it takes.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn nothing_takes_longer_than_its_size() {
    let folder = Folder::new();
    folder.places();
    let row = project(&key_cells("NIDO-1", &[("Titolo Progetto", "X")]));
    let wide = |fields: usize| format!("{row}{}", ";".repeat(fields));
    let many = vec![wide(80_000); 20].join("\r\n");
    folder.table("fields.csv", &[PROJECTS, &row, &many]);
    let columns: Vec<String> = (0..100_000).map(|i| format!("c{i}")).collect();
    folder.table("columns.csv", &[&columns.join(";"), "1;2"]);
    let long = format!("{PLACES};{}\n{}", "x".repeat(1 << 10), "y".repeat(30 << 20));
    folder.bytes("line.csv", long.as_bytes());
    folder.bytes("header.csv", &vec![b'z'; 30 << 20]);
    // A quote that nothing closes, in every line.
    let open: Vec<String> = (0..50_000).map(|i| format!("{row};\"{i}\"\"")).collect();
    folder.bytes(
        "quotes.csv",
        format!("{PROJECTS}\n{}", open.join("\n")).as_bytes(),
    );
    let start = Instant::now();
    let (imported, report) = folder.import();
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    assert_eq!((imported.all().len(), report.passed_over.len()), (1, 2));
    let why: Vec<&NotATable> = report.passed_over.iter().map(|f| &f.why).collect();
    assert!(why.contains(&&NotATable::Header), "{why:?}");
}

/// One project, or one CUP, with more rows of a kind than anything has.
#[test]
fn nothing_is_quadratic() {
    const ROWS: usize = 12_000;
    const PAYMENTS: &str =
        "Codice Univoco Submisura;CUP;Codice Locale Progetto;Pagamento Totale;Data di Estrazione";
    let cup = crate::folder::CUP;
    let sub = crate::folder::SUB;
    let here = "09;x;048;x;017;y";
    let one = vec![place(cup, "L-1", here, "31/12/2026")];
    let many: Vec<String> = (0..ROWS)
        .map(|i| place(cup, &format!("L-{i}"), here, "31/12/2026"))
        .collect();
    let streets: Vec<String> = one
        .iter()
        .flat_map(|row| (0..ROWS).map(move |i| row.replace("VIA DI PROVA 3", &format!("VIA {i}"))))
        .collect();
    let paid = |local: &dyn Fn(usize) -> String, day: &dyn Fn(usize) -> String| -> Vec<String> {
        (0..ROWS)
            .map(|i| format!("{sub};{cup};{};{},00;{}", local(i), i + 1, day(i)))
            .collect()
    };
    let (each, same, now) = (
        |i| format!("L-{i}"),
        |_| "L-1".to_owned(),
        |_| "31/12/2026".to_owned(),
    );
    let days = |i: usize| format!("{:02}/{:02}/{}", i % 28 + 1, i / 28 % 12 + 1, 2021 + i / 336);
    let tenders: Vec<String> = (0..ROWS)
        .map(|i| format!("{sub};{cup};L-1;{};1000,00;900,00;31/12/2026", 9_000_000_000 + i))
        .collect();
    for (what, places, rows) in [
        ("local codes", &many, paid(&each, &now)),
        ("other spellings", &many, paid(&|i| format!("l {i}"), &now)),
        ("parts of projects", &many, paid(&|i| format!("L-{i} b"), &now)),
        ("unknown codes", &one, paid(&|i| format!("X-{i}"), &now)),
        ("amounts", &one, paid(&same, &now)),
        ("days", &one, paid(&same, &days)),
        ("streets", &streets, Vec::new()),
        ("tenders", &one, tenders),
    ] {
        let folder = Folder::new();
        let table = |head: &'static str, rows: &[String]| -> Vec<String> {
            std::iter::once(head.to_owned())
                .chain(rows.iter().cloned())
                .collect()
        };
        let write = |name: &str, lines: Vec<String>| {
            folder.table(name, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        };
        write("places.csv", table(PLACES, places));
        if !rows.is_empty() {
            let head = match what {
                "tenders" => {
                    "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;Importo Complessivo Gara;Importo Aggiudicazione;Data di Estrazione"
                }
                _ => PAYMENTS,
            };
            write("rows.csv", table(head, &rows));
        }
        let start = Instant::now();
        let (imported, _) = folder.import();
        let took = start.elapsed();
        println!("{what}: {took:?}");
        assert!(took < LONG, "{what}: {took:?}");
        let id = imported.0.catalogue().unwrap().projects.iter().next().unwrap().id;
        assert!(imported.0.project(id).unwrap().is_some(), "{what}");
    }
}

fn tables() -> [String; 3] {
    let row = |local: &str, title: &str| {
        project(&key_cells(
            local,
            &[
                ("Titolo Progetto", title),
                ("Finanziamento PNRR", "10,50"),
                ("Data Fine Progetto Prevista", "01/02/2025"),
            ],
        ))
    };
    let place = |comune| {
        place(
            crate::folder::CUP,
            "A",
            &format!("09;x;048;x;{comune};y"),
            "31/12/2026",
        )
    };
    let payments = "Codice Univoco Submisura;CUP;Codice Locale Progetto;Pagamento Totale;Data di Estrazione";
    [
        [PLACES, &place("017"), &place("999")].join("\r\n"),
        [
            PROJECTS,
            &row("A", "\"a;\r\nb\""),
            &row("B", "c \"d\" e"),
            &row("C", "\"f\""),
        ]
        .join("\n"),
        [
            payments,
            &format!("{};{};A;-1,5;31/12/2026", crate::folder::SUB, crate::folder::CUP),
        ]
        .join("\n"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn damaged_tables_are_read_or_refused(
        edits in proptest::collection::vec(
            (0usize..3, any::<prop::sample::Index>(), 0usize..3, prop_oneof![
                Just(b';'), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(0u8), Just(b'='), Just(b' '), any::<u8>()
            ]),
            1..12,
        )
    ) {
        let mut tables = tables().map(String::into_bytes);
        for (table, at, kind, byte) in edits {
            let table = &mut tables[table];
            let at = at.index(table.len());
            match kind {
                0 => table[at] = byte,
                1 => table.insert(at, byte),
                _ => {
                    table.remove(at);
                }
            }
        }
        let folder = Folder::new();
        for (name, table) in ["a.csv", "b.csv", "c.csv"].iter().zip(&tables) {
            folder.bytes(name, table);
        }
        match run(&folder.options(), &mut Silent) {
            Ok(report) => {
                prop_assert!(report.projects > 0);
                for file in &report.files {
                    let left_out: u64 = file.left_out.values().sum();
                    prop_assert_eq!(file.rows, file.kept + left_out, "{:?}", file);
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
