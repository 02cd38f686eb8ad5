//! Rows of a table as they are heard.

use sportello::sheet::heard::row_said as spoken;

#[test]
fn a_row_is_heard_as_a_sentence() {
    let head = ["Da dove", "Finanziamento (euro)", "Pagamenti (euro)"].map(String::from);
    let row = ["PNRR", "1.000.000", "940.726,71"].map(String::from);
    assert_eq!(
        spoken(&head, &row),
        "PNRR, finanziamento: 1.000.000 euro, pagamenti: 940.726,71 euro."
    );
    let row = ["Stato", "", ""].map(String::from);
    assert_eq!(spoken(&head, &row), "Stato.");
    let head = ["CIG", "A chi"].map(String::from);
    let of = |row: [&str; 2]| spoken(&head, &row.map(String::from));
    assert_eq!(
        of(["9326801FA7", "Alfa S.r.l."]),
        "CIG 9326801FA7, a chi: Alfa S.r.l."
    );
    assert_eq!(of(["", "una persona"]), "A chi: una persona.");
}
