//! Files that are refused, and imports that stop: the old snapshot stays as it was.

use crate::folder::{Folder, PLACES, place};
use sportello::import::{ImportError, Progress, Silent, Usage, run};
use sportello::model::Table;
use sportello::snapshot::Snapshot;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn foreign_files_are_named_and_known_ones_without_use_are_said() {
    let folder = Folder::new();
    folder.places();
    folder.table(
        "csr.csv",
        &[
            "Codice Univoco Submisura;Descrizione Submisura;CSR",
            "M1C1I1.01.00;x;y",
        ],
    );
    folder.bytes("note.txt", b"nothing of ours");
    let (_, report) = folder.import();
    let csr = report
        .files
        .iter()
        .find(|f| f.table == "recommendations")
        .unwrap();
    assert_eq!(csr.usage, Usage::RecognisedNotUsed);
    let mut options = folder.options();
    options.inputs = vec![folder.path().join("note.txt")];
    let error = run(&options, &mut Silent).unwrap_err();
    let ImportError::Nothing { passed_over } = &error else {
        panic!("{error}")
    };
    assert!(passed_over[0].path.ends_with("note.txt"));
    options.inputs = vec![folder.path().join("none.csv")];
    assert!(matches!(
        run(&options, &mut Silent),
        Err(ImportError::Read { .. })
    ));
}

#[test]
fn an_import_that_keeps_nothing_is_an_error() {
    let folder = Folder::new();
    let (out, before) = old_snapshot(&folder);
    folder.table(
        "places.csv",
        &[
            PLACES,
            &place("J11B22000010006", "L", "12;x;58;x;91;x", "31/12/2026"),
        ],
    );
    let error = run(&folder.options(), &mut Silent).unwrap_err();
    let ImportError::NothingKept { region, report } = &error else {
        panic!("{error}")
    };
    assert_eq!((region.as_str(), report.files[0].kept), ("Toscana", 0));
    assert_eq!(std::fs::read(&out).unwrap(), before);
}

#[test]
fn a_missing_table_of_places_names_what_was_passed_over() {
    let folder = Folder::new();
    folder.table("p.csv", &[crate::folder::PROJECTS]);
    folder.bytes("places.csv", b"");
    let error = folder.refused();
    let ImportError::NoPlaces { missing, passed_over } = &error else {
        panic!("{error}")
    };
    assert_eq!((*missing, passed_over.len()), (Table::Places, 1));
}

/// Asks to stop as soon as rows are read.
struct Impatient(Arc<AtomicBool>);

impl Progress for Impatient {
    fn start(&mut self, total_bytes: u64) {
        assert!(total_bytes > 0);
    }
    fn file(&mut self, _: &str) {}
    fn advance(&mut self, _: u64, _: u64) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn old_snapshot(folder: &Folder) -> (PathBuf, Vec<u8>) {
    folder.places();
    let out = folder.path().join("out.sqlite");
    run(&folder.options(), &mut Silent).unwrap();
    let bytes = std::fs::read(&out).unwrap();
    (out, bytes)
}

#[test]
fn a_cancelled_import_leaves_the_old_file() {
    let folder = Folder::new();
    let (out, before) = old_snapshot(&folder);
    let rows: Vec<String> = (0..9000)
        .map(|i| place(&format!("J11B22{i:05}0006"), "L", "9;x;48;x;17;x", "31/12/2026"))
        .collect();
    let mut lines = vec![PLACES];
    lines.extend(rows.iter().map(String::as_str));
    folder.table("many.csv", &lines);
    let options = folder.options();
    let mut impatient = Impatient(Arc::clone(&options.cancel));
    assert!(matches!(
        run(&options, &mut impatient),
        Err(ImportError::Cancelled)
    ));
    assert_eq!(std::fs::read(&out).unwrap(), before);
    let parts = std::fs::read_dir(folder.path()).unwrap().filter(|f| {
        f.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".part")
    });
    assert_eq!(parts.count(), 0);
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let folder = Folder::new();
    let (out, before) = old_snapshot(&folder);
    let mut options = folder.options();
    // A folder stands where the file should go.
    options.out = folder.path().join("busy");
    std::fs::create_dir(&options.out).unwrap();
    assert!(matches!(run(&options, &mut Silent), Err(ImportError::Write(_))));
    options.out = folder.path().join("missing/out.sqlite");
    assert!(matches!(run(&options, &mut Silent), Err(ImportError::Write(_))));
    assert_eq!(std::fs::read(&out).unwrap(), before);
    assert!(Snapshot::open(&out).is_ok());
}

/// Only where the user is not root, whom no permission stops.
#[cfg(unix)]
#[test]
fn a_read_only_folder_leaves_the_old_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.places();
    let locked = tempfile::tempdir().unwrap();
    let mut options = folder.options();
    options.out = locked.path().join("out.sqlite");
    run(&options, &mut Silent).unwrap();
    let before = std::fs::read(&options.out).unwrap();
    let set = |mode| std::fs::set_permissions(locked.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    let stops = std::fs::write(locked.path().join("probe"), "").is_err();
    let result = run(&options, &mut Silent);
    set(0o755);
    assert_eq!(result.is_err(), stops);
    assert_eq!(std::fs::read(&options.out).unwrap(), before);
}
