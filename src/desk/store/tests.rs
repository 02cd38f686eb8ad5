#![allow(clippy::unwrap_used)]

use super::*;
use crate::desk::{Amend, Item, Theme, Visit};
use jiff::civil::date;
use std::fs;

const TODAY: Date = date(2025, 11, 22);

fn at(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("new").join(Store::FILE)
}

fn open(path: &Path) -> Store {
    Store::new(Some(path.to_owned()))
}

fn prato() -> Item {
    Item::comune(crate::model::ComuneCode::parse("100005").unwrap(), "Prato".into())
}

fn count(theme: Theme) -> Ask {
    Ask::Count(Visit {
        theme,
        mission: "M4".into(),
        ..Visit::default()
    })
}

/// All but the desk's own id, which is another at every start of a file, and numbers taken away.
fn read(store: &mut Store) -> Contents {
    let contents = store.answer(&Ask::Read, TODAY).unwrap().1;
    Contents {
        desk: String::new(),
        uncounted: Vec::new(),
        ..contents
    }
}

#[test]
fn reading_makes_no_file_and_what_is_kept_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = at(&folder);
    let mut store = open(&path);
    assert_eq!(read(&mut store), Contents::default());
    assert!(!path.exists());
    let mut done = |ask: Ask| store.answer(&ask, TODAY).unwrap().0;
    assert_eq!(done(Ask::Favourite(prato())), Done::Kept);
    assert_eq!(done(Ask::Note(prato(), "il martedì".into())), Done::Noted);
    assert_eq!(done(Ask::Note(prato(), "il mercoledì".into())), Done::Noted);
    for theme in [Theme::Project, Theme::Comune, Theme::Project] {
        assert_eq!(done(count(theme)), Done::Counted);
    }
    drop(store);
    let mut again = open(&path);
    let contents = read(&mut again);
    assert_eq!(contents.favourites, [prato()]);
    assert_eq!(contents.notes, [(prato(), "il mercoledì".to_owned())]);
    let people: Vec<(Theme, u64)> = contents.tally.iter().map(|t| (t.theme, t.people)).collect();
    assert_eq!(people, [(Theme::Comune, 1), (Theme::Project, 2)]);
}

#[test]
fn everything_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&at(&folder));
    let mut done = |ask: Ask, day| store.answer(&ask, day).unwrap().0;
    done(Ask::Favourite(prato()), TODAY);
    assert_eq!(done(Ask::Favourite(prato()), TODAY), Done::Dropped);
    done(Ask::Note(prato(), "x".into()), TODAY);
    assert_eq!(done(Ask::Note(prato(), String::new()), TODAY), Done::Erased);
    done(count(Theme::Other), TODAY);
    done(Ask::Unanswered("piscina".into()), TODAY);
    done(Ask::DropUnanswered(None), TODAY);
    let tomorrow = date(2025, 11, 23);
    assert_eq!(done(Ask::Uncount, tomorrow), Done::NoneCounted);
    assert_eq!(done(Ask::Uncount, TODAY), Done::Uncounted);
    assert_eq!(read(&mut store), Contents::default());
}

#[test]
fn a_damaged_file_is_put_aside_and_nothing_of_it_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    for n in 0..2 {
        let bytes = format!("this is no database {n}").repeat(99);
        fs::write(&path, &bytes).unwrap();
        let mut store = open(&path);
        assert_eq!(store.answer(&count(Theme::Word), TODAY).unwrap().0, Done::Counted);
        let says = store.aside(Lang::It).unwrap();
        let name = ["banco-rovinato-2025-11-22.db", "banco-rovinato-2025-11-22-1.db"][n];
        assert!(says.contains(name), "{says}");
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), bytes);
        assert_eq!(store.aside(Lang::It), None);
        assert_eq!(read(&mut store).tally.len(), 1);
    }
}

#[test]
fn a_file_that_another_program_made_anew_is_not_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    fs::write(&path, "this is no database").unwrap();
    assert!(matches!(file::open(&path, true), Err(StoreError::Damaged { .. })));
    let mut other = open(&path);
    other.answer(&count(Theme::Word), TODAY).unwrap();
    assert_eq!(file::put_aside(&path, TODAY).unwrap(), None);
    assert_eq!(read(&mut other).tally.len(), 1);
}

#[test]
#[cfg(unix)]
fn many_desks_that_find_one_damaged_file_lose_no_entry() {
    const DESKS: usize = 8;
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(Store::FILE);
        fs::write(&path, "this is no database").unwrap();
        let start = std::sync::Barrier::new(DESKS);
        std::thread::scope(|scope| {
            for _ in 0..DESKS {
                scope.spawn(|| {
                    start.wait();
                    open(&path).answer(&count(Theme::Word), TODAY).unwrap();
                });
            }
        });
        let people: u64 = read(&mut open(&path)).tally.iter().map(|t| t.people).sum();
        assert_eq!(people, DESKS as u64);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}

#[test]
fn pages_that_were_overwritten_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    let mut store = open(&path);
    store.answer(&Ask::Favourite(prato()), TODAY).unwrap();
    drop(store);
    let mut bytes = fs::read(&path).unwrap();
    bytes[4096..].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    let mut store = open(&path);
    assert_eq!(read(&mut store), Contents::default());
    assert!(store.aside(Lang::En).is_some());
}

#[test]
fn a_file_of_another_program_is_put_aside_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE recipe (name TEXT)")
        .unwrap();
    let mut store = open(&path);
    assert_eq!(store.answer(&count(Theme::Word), TODAY).unwrap().0, Done::Counted);
    assert!(store.aside(Lang::It).is_some());
}

#[test]
fn a_newer_file_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    open(&path).answer(&count(Theme::Word), TODAY).unwrap();
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let before = fs::read(&path).unwrap();
    let error = open(&path).answer(&count(Theme::Word), TODAY).unwrap_err();
    assert!(matches!(
        error,
        StoreError::Newer {
            found: 99,
            known: 3,
            ..
        }
    ));
    assert!(error.say(Lang::It).contains(Store::FILE));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_held_file_is_told_and_works_when_it_is_free() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    let mut store = open(&path);
    store.answer(&count(Theme::Word), TODAY).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = store.answer(&count(Theme::Word), TODAY).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error}");
    other.execute_batch("COMMIT").unwrap();
    store.answer(&count(Theme::Word), TODAY).unwrap();
    assert_eq!(read(&mut store).tally[0].people, 2);
}

#[test]
fn where_nothing_can_be_written_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    // A file stands where the folder should be: no permission of any user helps.
    fs::write(folder.path().join("new"), "").unwrap();
    let error = open(&at(&folder)).answer(&count(Theme::Word), TODAY).unwrap_err();
    assert!(error.say(Lang::It).contains("non è una cartella"), "{error}");
    // To read as well: nobody is told that nobody was served.
    assert!(open(&at(&folder)).answer(&Ask::Read, TODAY).is_err());
    let error = Store::new(None).answer(&Ask::Read, TODAY).unwrap_err();
    assert!(matches!(error, StoreError::NoFolder));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    open(&path).answer(&count(Theme::Word), TODAY).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let mut store = open(&path);
    assert_eq!(read(&mut store).tally.len(), 1);
    // The one user for whom permissions do not count writes on.
    if let Err(error) = store.answer(&count(Theme::Word), TODAY) {
        assert!(matches!(error, StoreError::ReadOnly { .. }), "{error}");
    }
}

#[test]
fn a_file_of_the_first_format_is_brought_up_and_nothing_of_it_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("schema.sql")).unwrap();
    old.execute_batch(
        "INSERT INTO favourite VALUES ('comune', '100005', '', '', 'Prato', '2025-10-01');
         INSERT INTO tally (day, theme, mission) VALUES ('2025-11-22', 'progetto', 'M4');
         PRAGMA application_id = 1399865953; PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);
    let mut store = open(&path);
    let contents = read(&mut store);
    assert_eq!((contents.favourites, contents.tally.len()), (vec![prato()], 1));
    assert_eq!(store.aside(Lang::It), None);
    let list = Ask::List("nidi".into(), vec![prato()]);
    assert_eq!(store.answer(&list, TODAY).unwrap().0, Done::ListKept);
    assert_eq!(read(&mut open(&path)).lists, [("nidi".to_owned(), vec![prato()])]);
    let drop = Ask::List("nidi".into(), Vec::new());
    assert_eq!(store.answer(&drop, TODAY).unwrap().0, Done::ListDropped);
    assert_eq!(store.answer(&Ask::Uncount, TODAY).unwrap().0, Done::Uncounted);
}

#[test]
fn a_visit_is_kept_with_all_that_is_known_of_it_and_no_number_is_given_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&at(&folder));
    let visit = Visit {
        request: "soldi".into(),
        opened: Some((crate::desk::Kind::Comune, "100005".into())),
        sheets: 2,
        minutes: 7,
        lang: Some(Lang::En),
        answered: false,
        ..Visit::default()
    };
    let mut done = |ask: Ask| store.answer(&ask, TODAY).unwrap().1.entries;
    assert_eq!(done(Ask::Count(visit.clone()))[0].visit, visit);
    let number = done(Ask::Count(visit.clone()))[1].number;
    assert_eq!(done(Ask::Uncount).len(), 1);
    let again = done(Ask::Count(Visit::default()));
    assert!(again[1].number > number, "{again:?}");
    let number = again[1].number;
    for amend in [
        Amend::Request("bandi".into()),
        Amend::Answered(false),
        Amend::Sheets(2),
        Amend::Sheets(1),
        Amend::Minutes(9),
    ] {
        done(Ask::Amend(number, amend));
    }
    let last = done(Ask::Read).pop().unwrap().visit;
    assert_eq!(
        (last.request.as_str(), last.answered, last.sheets, last.minutes),
        ("bandi", false, 3, 9)
    );
}

#[test]
fn each_desk_has_an_id_of_its_own_and_erasing_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let id = || {
        let mut store = open(&folder.path().join(Store::FILE));
        store.answer(&count(Theme::Word), TODAY).unwrap().1.desk
    };
    let first = id();
    assert_eq!((first.len(), &first), (16, &id()), "the same at every start");
    fs::write(folder.path().join("banco-rovinato-2025-11-22.db"), "x").unwrap();
    fs::write(folder.path().join("other.txt"), "x").unwrap();
    open(&folder.path().join(Store::FILE)).erase().unwrap();
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|f| f.unwrap().file_name())
        .collect();
    assert_eq!(left, ["other.txt"]);
    assert_ne!(first, id(), "a desk that begins anew is another");
}

/// Another program may have written with a log: it is brought back, and nothing of it is lost.
#[test]
fn a_file_with_a_log_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    open(&path).answer(&count(Theme::Word), TODAY).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    let new = "INSERT INTO tally (id, day, theme, mission) VALUES (99, '2025-11-22', 'parola', 'M4')";
    other.execute(new, []).unwrap();
    let beside = |end: &str| folder.path().join(format!("{}{end}", Store::FILE));
    assert!(beside("-wal").exists());
    let mut store = open(&path);
    assert_eq!(read(&mut store).tally[0].people, 2, "while the other holds it");
    drop((store, other));
    let mut store = open(&path);
    store.answer(&count(Theme::Word), TODAY).unwrap();
    assert_eq!(read(&mut store).tally[0].people, 3);
    assert!(!beside("-wal").exists() && !beside("-shm").exists());
    let mode: String = Connection::open(&path)
        .unwrap()
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "delete");
}

/// What SQLite writes beside the file is nobody else's to read either, and goes with it.
#[cfg(unix)]
#[test]
fn what_stands_beside_the_file_is_closed_to_others_and_erased_with_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    let mut store = open(&path);
    store.answer(&count(Theme::Word), TODAY).unwrap();
    let held = Connection::open(&path).unwrap();
    for mode in ["DELETE", "WAL"] {
        held.execute_batch(&format!(
            "PRAGMA journal_mode = {mode}; BEGIN IMMEDIATE; DELETE FROM tally;"
        ))
        .unwrap();
        let files: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert!(files.len() > 1, "{mode}");
        for file in files {
            let bits = file.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(bits, 0o600, "{:?} {mode}", file.file_name());
        }
        held.execute_batch("ROLLBACK").unwrap();
        if mode == "DELETE" {
            // Its own connection would keep the log from being turned on.
            store.db = None;
        }
    }
    drop(held);
    for end in ["-journal", "-wal", "-shm"] {
        fs::write(folder.path().join(format!("{}{end}", Store::FILE)), "x").unwrap();
    }
    fs::write(folder.path().join("banco.db.txt"), "x").unwrap();
    store.erase().unwrap();
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|f| f.unwrap().file_name())
        .collect();
    assert_eq!(left, ["banco.db.txt"]);
}

/// Format by format: a file of the second keeps its numbers, and what is taken away of it stays known.
#[test]
fn a_file_of_the_second_format_is_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Store::FILE);
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("schema.sql")).unwrap();
    old.execute_batch("INSERT INTO tally (day, theme, mission) VALUES ('2025-11-22', 'progetto', 'M4');")
        .unwrap();
    old.execute_batch(include_str!("upgrade.sql")).unwrap();
    old.execute_batch("PRAGMA application_id = 1399865953; PRAGMA user_version = 2;")
        .unwrap();
    drop(old);
    let mut store = open(&path);
    let before = store.answer(&Ask::Read, TODAY).unwrap().1;
    assert_eq!((before.entries[0].number, before.entries[0].change), (1, 0));
    store.answer(&Ask::Amend(1, Amend::Minutes(4)), TODAY).unwrap();
    let after = store.answer(&Ask::Read, TODAY).unwrap().1;
    assert_eq!((after.entries[0].change, after.desk), (1, before.desk));
    let gone = store.answer(&Ask::Uncount, TODAY).unwrap().1;
    assert_eq!((gone.entries.len(), gone.uncounted), (0, vec![1]));
    assert_eq!(store.answer(&Ask::Uncount, TODAY).unwrap().0, Done::NoneCounted);
}
