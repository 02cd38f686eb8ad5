//! What a citizen takes home.

use super::{say, sportello};
use std::fs;

const CUP: &str = "J57H22001230006";

#[test]
fn a_sheet_is_written_where_it_was_asked_for_or_sent_on() {
    let cup = "J44E21001030001";
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("foglio.pdf");
    let path = file.to_str().unwrap();
    let both = say(&["stampa", cup, "--lingua", "it+en", "--uscita", path]);
    assert_eq!((both.code, both.out.as_str()), (0, ""));
    assert!(both.err.contains(path), "{}", both.err);
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    let text = say(&["stampa", cup, "--formato", "testo"]).out;
    assert!(
        text.contains("opencup.gov.it") && text.contains("Da dove vengono i dati"),
        "{text}"
    );
    let html = say(&["print", cup, "--format", "html", "--language", "en"]).out;
    assert!(html.contains("<svg role=\"img\"") && html.contains("lang=\"en\""));
}

#[test]
fn what_cannot_be_printed_is_said() {
    let absent = say(&["stampa", CUP, "--formato", "txt"]);
    assert_eq!(absent.code, 1);
    assert!(absent.err.contains(CUP), "{}", absent.err);
    assert_eq!(say(&["stampa"]).code, 2);
    assert_eq!(say(&["stampa", "--comune", "paperopoli"]).code, 2);
    let home = tempfile::tempdir().unwrap();
    let nowhere = home.path().join("no").join("foglio.pdf");
    let output = sportello(home.path())
        .args(["stampa", "--comune", "Prato", "--uscita"])
        .arg(&nowhere)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let code = say(&["qr", "--comune", "Prato"]);
    assert_eq!(code.code, 0);
    assert!(
        code.out.contains("https://openpnrr.it/territorio/100005"),
        "{}",
        code.out
    );
}
