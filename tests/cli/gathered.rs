//! Lists of projects kept at the desk, from the command line.

use super::sportello;
use std::fs;
use std::path::Path;

fn run(home: &Path, args: &[&str]) -> (i32, String, String) {
    let output = sportello(home).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// The ids of some projects of the bundled archive.
fn ids(home: &Path) -> Vec<String> {
    let (_, csv, _) = run(
        home,
        &["cerca", "asilo nido prato", "--formato", "csv", "--limite", "3"],
    );
    let ids = csv
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().to_owned());
    ids.collect()
}

#[test]
fn a_list_is_made_shown_exported_printed_and_erased() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    assert_eq!(run(home, &["raccolta"]).0, 1, "there is none yet");
    let ids = ids(home);
    assert_eq!(ids.len(), 3);
    let name = "scuole del centro";
    let put = [
        "raccolta", name, "--metti", &ids[0], "--metti", &ids[1], "--metti", &ids[2],
    ];
    let (code, page, err) = run(home, &put);
    assert!(
        code == 0 && page.contains("scuole del centro: 3 progetti"),
        "{page}{err}"
    );
    assert!(page.contains("Da dove vengono i dati"), "{page}");
    let (code, csv, _) = run(home, &["gathered", "Scuole del Centro", "--format", "csv"]);
    assert!(
        code == 0 && csv.starts_with("id,cup,") && csv.lines().count() == 4,
        "{csv}"
    );
    let (_, json, _) = run(home, &["raccolta", name, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[2]["id"], ids[2].as_str());
    assert!(
        run(home, &["raccolta"])
            .1
            .contains("scuole del centro: 3 progetti")
    );
    // A page a project.
    let pdf = home.join("raccolta.pdf");
    let (code, _, err) = run(
        home,
        &["stampa", "--raccolta", name, "--uscita", pdf.to_str().unwrap()],
    );
    assert_eq!(code, 0, "{err}");
    let bytes = fs::read(&pdf).unwrap();
    let pages = bytes
        .windows(11)
        .filter(|w| w == b"/Type /Page" || w == b"/Type/Page\n")
        .count();
    assert!(pages == 0 || pages >= 3, "{pages}");
    let (_, text, _) = run(home, &["stampa", "--raccolta", name, "--formato", "testo"]);
    assert_eq!(text.matches('\u{c}').count(), 2, "{text}");
    let (_, page, _) = run(home, &["raccolta", name, "--togli", &ids[1]]);
    assert!(page.contains("scuole del centro: 2 progetti"), "{page}");
    let (code, _, err) = run(home, &["raccolta", name, "--cancella"]);
    assert!(code == 0 && err.contains("Raccolta cancellata"), "{err}");
    let (code, _, err) = run(home, &["raccolta", name]);
    assert!(code == 2 && err.contains(name), "{err}");
}

#[test]
fn a_list_is_not_kept_under_the_name_of_a_person() {
    let home = tempfile::tempdir().unwrap();
    let id = &ids(home.path())[0];
    for name in ["per Giovanni", "signora anziana", "m.r@posta.it", "333 1234567"] {
        let (code, _, err) = run(home.path(), &["raccolta", name, "--metti", id]);
        assert!(code == 2 && !err.is_empty(), "{name}: {err}");
    }
    assert_eq!(run(home.path(), &["raccolta"]).0, 1);
    assert_eq!(run(home.path(), &["raccolta", "--metti", id]).0, 2);
}

#[test]
fn a_project_that_the_archive_lacks_stays_on_the_list_and_is_told() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let ids = ids(home);
    run(
        home,
        &["raccolta", "nidi", "--metti", &ids[0], "--metti", &ids[1]],
    );
    let db = rusqlite::Connection::open(home.join("banco.db")).unwrap();
    let gone = "UPDATE list SET key = '00000000', cup = 'X00X00000000000' WHERE key = ?1";
    assert_eq!(db.execute(gone, [&ids[0]]).unwrap(), 1);
    drop(db);
    let says = run(home, &["raccolta"]).1;
    assert!(
        says.contains("nidi: un progetto (1 non è in questo archivio)"),
        "{says}"
    );
    // Changing the list does not drop it.
    run(home, &["raccolta", "nidi", "--metti", &ids[2]]);
    let says = run(home, &["raccolta"]).1;
    assert!(says.contains("nidi: 2 progetti (1 non"), "{says}");
}
