//! Names that are not shown, as somebody asked: no trace of them is left, and no later import brings
//! them back.

use crate::folder::{CUP, Folder, Imported, PROJECTS, SUB, key_cells, project};
use sportello::explain::project as explain;
use sportello::import::{Silent, run};
use sportello::lang::Lang;
use sportello::model::Removal;
use sportello::snapshot::Snapshot;

const WINNERS: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;Codice Fiscale/P.IVA;Denominazione Aggiudicatario;Data di Estrazione";
const ASKED: &str = "zorbax";

/// A project whose title names a firm that won two contracts, beside two others.
fn tables(more: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.places();
    let cells = key_cells(
        "NIDO-1",
        &[
            (
                "Titolo Progetto",
                "RESTAURO DELLA FACCIATA, DITTA ZORBAX RESTAURI SRL",
            ),
            ("Sintesi Progetto", "MANUTENZIONE DEL TETTO E DELLA GRONDA"),
        ],
    );
    folder.table("projects.csv", &[PROJECTS, &project(&cells)]);
    let row = |cig: &str, firm: &str| format!("{SUB};x;{CUP};NIDO-1;{cig};P1;{firm};31/12/2026");
    let mut rows = vec![
        WINNERS.to_owned(),
        row("A0123456AB", "01307110484;ZORBAX RESTAURI S.R.L."),
        row("A0123456AB", "00488410010;QUARZO COSTRUZIONI S.P.A."),
        row("A0123456CD", "01307110484;ZORBAX RESTAURI SRL"),
    ];
    rows.extend(more.iter().map(|firm| row("A0123456EF", firm)));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    folder.table("winners.csv", &rows);
    folder
}

/// The archive stands in a file of the folder, so that its bytes can be read.
fn without(folder: &Folder, removals: Vec<Removal>) -> (Imported, u64) {
    let mut options = folder.options();
    options.removals = removals;
    options.out = folder.path().join(format!("{}.sqlite", options.removals.len()));
    let report = run(&options, &mut Silent).unwrap();
    (
        Imported(Snapshot::open(&options.out).unwrap()),
        report.names_removed,
    )
}

fn asked(imported: &Imported) -> Vec<Removal> {
    let named = imported.0.named(CUP).unwrap();
    let asked = named
        .into_iter()
        .filter(|n| n.name.to_lowercase().contains(ASKED));
    asked.map(|named| named.removal).collect()
}

fn winners(imported: &Imported) -> Vec<String> {
    let project = imported.only();
    let winners = project.tenders.iter().flat_map(|tender| &tender.winners);
    winners
        .filter_map(|winner| Some(winner.body.as_ref()?.name.clone()))
        .collect()
}

#[test]
fn no_trace_of_the_name_is_left_and_the_page_says_that_one_is_missing() {
    let folder = tables(&[]);
    let (whole, _) = without(&folder, Vec::new());
    let removals = asked(&whole);
    assert_eq!(removals.len(), 2, "{removals:?}");
    assert!(
        removals.iter().all(|r| r.role == "winner" && r.of == 3),
        "{removals:?}"
    );
    let (imported, rows) = without(&folder, removals.clone());
    assert_eq!(
        (rows, winners(&imported)),
        (2, vec!["Quarzo Costruzioni S.p.A.".to_owned()])
    );
    let bytes = imported.0.bytes(1 << 30).unwrap().to_ascii_lowercase();
    assert!(!bytes.windows(ASKED.len()).any(|at| at == ASKED.as_bytes()));
    // What others say with the same words stays.
    let mut words = String::new();
    imported.0.words(|_, all| words.push_str(all)).unwrap();
    assert!(words.contains("facciata") && words.contains("gronda"), "{words}");
    let catalogue = imported.0.catalogue().unwrap();
    let project = imported.only();
    let today = jiff::civil::date(2027, 1, 1);
    for (lang, says) in [(Lang::It, "mancano dei nomi"), (Lang::En, "names are missing")] {
        let page = explain(&catalogue, &project, lang, today);
        let said = page.claims().filter(|claim| claim.text.contains(says)).count();
        assert_eq!(said, 1);
        assert!(
            page.claims()
                .all(|claim| !claim.text.to_lowercase().contains(ASKED))
        );
    }
    assert_eq!(imported.0.removals().unwrap(), removals);
    let others = whole.only();
    assert_eq!(others.unnamed, 0);
}

#[test]
fn an_archive_that_is_there_loses_the_name_as_an_import_does() {
    let folder = tables(&[]);
    let (whole, _) = without(&folder, Vec::new());
    let removed = whole.0.without(&asked(&whole), 1 << 30).unwrap();
    let path = folder.path().join("without.sqlite");
    std::fs::write(&path, &removed.bytes).unwrap();
    let written = Imported(Snapshot::open(&path).unwrap());
    let (imported, _) = without(&folder, asked(&whole));
    assert_eq!((removed.rows, written.only()), (2, imported.only()));
    assert_eq!(written.0.removals().unwrap(), imported.0.removals().unwrap());
    // Who is left keeps the place of the whole table.
    let named = written.0.named(CUP).unwrap();
    let [left] = named.as_slice() else {
        panic!("{named:?}")
    };
    let all = whole.0.named(CUP).unwrap();
    assert!(all.contains(left), "{left:?} {all:?}");
    // The same once more takes nothing.
    let again = written.0.without(&asked(&whole), 1 << 30).unwrap();
    assert_eq!(again.rows, 0);
}

#[test]
fn where_a_later_release_has_other_rows_none_of_them_is_named() {
    let (whole, _) = tables(&[]).import();
    let later = tables(&["00777450010;AMBRA IMPIANTI S.R.L."]);
    let (imported, rows) = without(&later, asked(&whole));
    assert_eq!((rows, winners(&imported)), (4, Vec::<String>::new()));
}

#[test]
fn a_row_of_another_project_or_table_is_left_alone() {
    let folder = tables(&[]);
    let (whole, _) = without(&folder, Vec::new());
    let elsewhere = asked(&whole).into_iter().flat_map(|r| {
        let other = |change: &dyn Fn(&mut Removal)| {
            let mut other = r.clone();
            change(&mut other);
            other
        };
        [
            other(&|r| r.cup = "J99B22000010006".to_owned()),
            other(&|r| r.table = "subjects".to_owned()),
            other(&|r| r.role = "subcontractor".to_owned()),
        ]
    });
    let (imported, rows) = without(&folder, elsewhere.collect());
    assert_eq!((rows, winners(&imported).len()), (0, 3));
}
