//! PA digitale's releases beside each other: windows, states, layouts with fewer columns.

use crate::folder::{Folder, Imported};
use jiff::civil::date;
use sportello::model::{AmountKind, Cents, Fund, Project, Role, Status, Table};

const CUP: &str = "J31F22000030006";
const CALL: &str = "1.4.5 Prova - Comuni - maggio";

/// Today's layout.
const TODAY: &str = "codice_ipa,ente,tipologia_ente,comune,cod_comune,provincia,cod_provincia,regione,cod_regione,importo_finanziamento,avviso,data_invio_candidatura,data_finanziamento,codice_cup,numero_finestra_temporale,numero_di_protocollo,decreto_finanziamento,stato_candidatura,data_stato_candidatura,misura";
/// The first one: neither body nor decree nor day of the state.
const FIRST: &str = "codice_ipa,comune,cod_comune,provincia,cod_provincia,regione,cod_regione,importo_finanziamento,avviso,data_invio_candidatura,data_finanziamento,codice_cup,numero_finestra_temporale,numero_di_protocollo,stato_candidatura";

fn today((euro, funded, window): (&str, &str, &str), state: &str) -> String {
    format!(
        "C_x1,Comune di Prova,Comuni,Firenze,048017,FI,048,Toscana,09,{euro},{CALL},2022-05-12T09:15:00.000+0000,{funded},{CUP},{window},24,D,{state},1.4.5 Prova"
    )
}

fn first(state: &str) -> String {
    format!(
        "\"c_x1\",\"Firenze\",\"048017\",\"FI\",\"048\",\"Toscana\",\"09\",32589.0,\"{CALL}\",\"2022-05-12T09:15:00.000+0000\",\"2022-11-14\",\"{CUP}\",1.0,24.0,\"{state}\""
    )
}

fn tables(folder: &Folder, name: &str, header: &str, rows: &[String]) {
    folder.bytes(name, format!("{header}\n{}\n", rows.join("\n")).as_bytes());
}

fn states(p: &Project) -> String {
    p.candidatures.iter().filter_map(|c| c.status).collect()
}

fn status(imported: &Imported) -> Status {
    imported.0.catalogue().unwrap().projects[0].status
}

#[test]
fn renounced_in_one_window_and_paid_in_a_later_one_is_one_story() {
    let folder = Folder::new();
    let rows = [
        today(("32589.0", "2025-02-24", "4"), "E,2026-04-09"),
        today(("32000.0", "2024-11-14", "1"), "R,2024-11-26"),
    ];
    tables(&folder, "candidature_2026-08-22.csv", TODAY, &rows);
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!((states(&p).as_str(), report.duplicate_rows), ("RE", 0));
    let last = p.candidatures.last().unwrap();
    assert_eq!(last.status_date, Some(date(2026, 4, 9)));
    assert_eq!(status(&imported), Status::Completed);
    let granted = p.amount(AmountKind::Funding, Fund::Pnrr).unwrap();
    assert_eq!(granted.value, Cents(3_258_900));
}

#[test]
fn two_decrees_of_one_window_are_two_steps() {
    let folder = Folder::new();
    let rows = [
        today(("1448565.0", "2023-06-12", "1"), "R,2023-06-16"),
        today(("1083480.0", "2023-08-22", "1"), "E,2026-08-16"),
    ];
    tables(&folder, "candidature_2026-08-22.csv", TODAY, &rows);
    let (imported, _) = folder.import();
    let p = imported.only();
    assert_eq!((states(&p).as_str(), p.disagreements.len()), ("RE", 0));
    let granted = p.amount(AmountKind::Funding, Fund::Pnrr).unwrap();
    assert_eq!(granted.value, Cents(108_348_000));
}

#[test]
fn a_state_is_as_of_the_day_in_the_name_of_its_file() {
    let folder = Folder::new();
    tables(&folder, "candidature_comuni_2022-11-26.csv", FIRST, &[first("A")]);
    let (imported, _) = folder.import();
    let p = imported.only();
    let source = p.candidatures[0].source;
    let catalogue = imported.0.catalogue().unwrap();
    let source = catalogue.source(source).unwrap();
    assert_eq!(
        (source.table, source.date),
        (Table::Candidatures, Some(date(2022, 11, 26)))
    );
    assert_eq!(p.candidatures[0].window, Some(1));
    assert_eq!(p.body(Role::Applicant).unwrap().0.name, "Comune di Firenze");

    // A later release has the same key: its state is the true one.
    let later = today(("32589.0", "2022-11-14", "1"), "E,2024-06-26");
    tables(&folder, "candidature_145_2025-03-27.csv", TODAY, &[later]);
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!((states(&p).as_str(), report.duplicate_rows), ("E", 0));
    assert_eq!(p.body(Role::Applicant).unwrap().0.name, "Comune di Prova");
    assert_eq!(p.bodies.len(), 1);
}

#[test]
fn rows_that_differ_in_their_amount_alone_disagree() {
    let folder = Folder::new();
    let rows = [
        today(("32589.0", "2025-02-24", "1"), "A,2025-02-24"),
        today(("30000.0", "2025-02-24", "1"), "A,2025-02-24"),
        today(("30000.0", "2025-02-24", "1"), "A,2025-02-24"),
    ];
    tables(&folder, "candidature_2026-08-22.csv", TODAY, &rows);
    let (imported, report) = folder.import();
    let p = imported.only();
    assert_eq!((p.candidatures.len(), report.duplicate_rows), (1, 1));
    assert_eq!(p.disagreements.len(), 1);
    assert_eq!(p.disagreements[0].field, "candidature.amount");
}
