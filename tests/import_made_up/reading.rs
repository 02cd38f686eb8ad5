//! Files that are damaged in the ways that open data are known for: each row is read right, or
//! the report says which one was not.

use crate::folder::{Folder, PLACES, PROJECTS, SUB, place, project};
use sportello::import::{LeftOut, NotATable, Problem, Report};
use sportello::model::{AmountKind, Cents, Fund, Project};
use std::collections::BTreeMap;

/// A made-up CUP.
fn cup(n: usize) -> String {
    format!("J{}1B22{n:05}0006", n % 9 + 1)
}

fn place_of(n: usize) -> String {
    place(
        &cup(n),
        &cup(n),
        "09;TOSCANA;048;FIRENZE;017;FIRENZE",
        "31/12/2026",
    )
}

/// A row of PNRR_Progetti with a funding of so many euro.
fn row(n: usize, title: &str, euro: u32) -> String {
    let (cup, euro) = (cup(n), format!("{euro},00"));
    project(&[
        ("Codice Univoco Submisura", SUB),
        ("CUP", &cup),
        ("Codice Locale Progetto", &cup),
        ("Titolo Progetto", title),
        ("Finanziamento PNRR", &euro),
        ("Finanziamento Totale", &euro),
        ("Soggetto Attuatore", "COMUNE DI PROVA"),
        ("Codice Fiscale Soggetto Attuatore", "01234567890"),
        ("Data di Estrazione", "31/12/2026"),
    ])
}

/// A folder with the places of so many projects.
fn folder(projects: usize) -> Folder {
    let folder = Folder::new();
    let rows: Vec<String> = (0..projects).map(place_of).collect();
    let mut lines = vec![PLACES];
    lines.extend(rows.iter().map(String::as_str));
    folder.table("places.csv", &lines);
    folder
}

fn imported(folder: &Folder) -> (BTreeMap<String, Project>, Report) {
    let (imported, report) = folder.import();
    let by_cup = imported.all().into_iter().map(|p| (p.cup.clone(), p)).collect();
    (by_cup, report)
}

/// The funding of the n-th project, in euro.
fn euro(projects: &BTreeMap<String, Project>, n: usize) -> Option<i64> {
    let amount = projects.get(&cup(n))?.amount(AmountKind::Funding, Fund::Total)?;
    Some(amount.value.0 / 100)
}

fn left_out(report: &Report, table: &str) -> BTreeMap<LeftOut, u64> {
    let file = report.files.iter().find(|f| f.table == table).unwrap();
    file.left_out.clone()
}

/// Line and problem of each example.
fn examples(report: &Report) -> Vec<(u64, Problem)> {
    report.examples.iter().map(|e| (e.line, e.reason)).collect()
}

#[test]
fn a_lost_quote_costs_no_other_row() {
    let folder = folder(3);
    // The field runs on to the quote of the next title, and the number of fields fits.
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &row(0, "\"PRIMO; NIDO", 1_000_000).replace("PRIMO; NIDO", "PRIMO NIDO"),
            &row(1, "\"SECONDO; NIDO\"", 250_000),
            &row(2, "TERZO NIDO", 70_000),
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!(
        [0, 1, 2].map(|n| euro(&projects, n)),
        [Some(1_000_000), Some(250_000), Some(70_000)]
    );
    assert_eq!(examples(&report), [(2, Problem::OpenQuoteRead)]);
    assert_eq!((report.total_eur, report.open_quotes), (Cents(132_000_000), 1));
    let title = projects[&cup(0)].official_title.as_ref().unwrap();
    assert_eq!(title.value, "PRIMO NIDO");
    // With a separator in it the line has one field too many.
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &row(0, "\"PRIMO; NIDO", 1_000_000),
            &row(1, "\"SECONDO; NIDO\"", 250_000),
            &row(2, "TERZO NIDO", 70_000),
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!(
        [0, 1, 2].map(|n| euro(&projects, n)),
        [None, Some(250_000), Some(70_000)]
    );
    assert_eq!(examples(&report), [(2, Problem::OpenQuote)]);
    assert_eq!(left_out(&report, "projects")[&LeftOut::OpenQuote], 1);
}

#[test]
fn one_stray_quote_in_a_long_file_costs_its_row() {
    let folder = Folder::new();
    let mut lines: Vec<String> = (0..5000).map(place_of).collect();
    lines[2000] = lines[2000].replace(";31/12/2026", ";\"31/12/2026");
    lines.insert(0, PLACES.to_owned());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    folder.table("places.csv", &lines);
    let (imported, report) = folder.import();
    assert_eq!(imported.0.catalogue().unwrap().projects.len(), 5000);
    assert_eq!(examples(&report), [(2002, Problem::OpenQuoteRead)]);
    // At the end of the file too.
    folder.table(
        "places.csv",
        &[PLACES, lines[1], &lines[2001].replace("31/12/2026", "")],
    );
    let (_, report) = folder.import();
    assert_eq!(
        (report.projects, examples(&report)),
        (2, vec![(3, Problem::OpenQuoteRead)])
    );
}

#[test]
fn rows_with_every_field_quoted_are_found_again() {
    let folder = Folder::new();
    let row = |n: usize, call: &str| {
        format!(
            "\"c_x{n}\",\"Comune di Prova\",\"048017\",\"048\",\"09\",\"100{n}.0\",{call},\"2023-01-01\",\"{}\",\"A\"",
            cup(n)
        )
    };
    let header = "codice_ipa,ente,cod_comune,cod_provincia,cod_regione,importo_finanziamento,avviso,data_finanziamento,codice_cup,stato_candidatura";
    folder.table(
        "m.csv",
        &[
            "Codice Univoco Misura;Codice Univoco Submisura;Descrizione Submisura;Importo Totale",
            "M1C1I1.04;M1C1I1.04.03;x;1",
        ],
    );
    let whole = "\"1.4.3 Prova, di un avviso\"";
    folder.table(
        "c.csv",
        &[header, &row(1, whole), &row(2, "\"1.4.3 Prova"), &row(3, whole)],
    );
    let (imported, report) = folder.import();
    assert_eq!(imported.all().len(), 2);
    assert_eq!(examples(&report)[0], (3, Problem::FieldCount));
    // The quote of the last field is lost: the row is whole all the same.
    let open = row(2, whole);
    folder.table(
        "c.csv",
        &[
            header,
            &row(1, whole),
            open.strip_suffix('"').unwrap(),
            &row(3, whole),
        ],
    );
    let (imported, report) = folder.import();
    assert_eq!(
        (imported.all().len(), examples(&report)),
        (3, vec![(3, Problem::OpenQuoteRead)])
    );
}

#[test]
fn text_behind_a_quote_and_lines_in_a_field_are_true_rows() {
    let folder = folder(2);
    let title = "\"SCUOLA \"\"PROVA\"\"\r\nuna riga; con; separatori\r\nun'altra\" NUOVA";
    folder.table("p.csv", &[PROJECTS, &row(0, title, 10), &row(1, "X", 20)]);
    let (projects, report) = imported(&folder);
    assert_eq!((euro(&projects, 0), euro(&projects, 1)), (Some(10), Some(20)));
    let title = &projects[&cup(0)].official_title.as_ref().unwrap().value;
    assert_eq!(title, "SCUOLA \"PROVA\" una riga; con; separatori un'altra NUOVA");
    assert_eq!(report.open_quotes, 0);
}

#[test]
fn bare_separators_leave_their_row_out() {
    let folder = folder(3);
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &row(0, "A", 100),
            &row(1, "B; C; D", 200),
            &row(2, "E", 300),
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!(
        [0, 1, 2].map(|n| euro(&projects, n)),
        [Some(100), None, Some(300)]
    );
    assert_eq!(examples(&report), [(3, Problem::FieldCount)]);
    assert_eq!(report.examples[0].value, "65 / 63");
}

#[test]
fn rows_without_their_last_cells_are_read_and_halves_are_not() {
    let folder = folder(32);
    let mut lines: Vec<String> = (0..32).map(|n| row(n, "X", 1000)).collect();
    for line in lines.iter_mut().skip(16) {
        *line = line.trim_end_matches(';').to_owned();
    }
    lines.insert(0, PROJECTS.to_owned());
    let all: Vec<&str> = lines.iter().map(String::as_str).collect();
    folder.table("p.csv", &all);
    let (projects, report) = imported(&folder);
    assert_eq!(
        (projects.len(), report.total_eur, examples(&report).len()),
        (32, Cents(3_200_000), 0)
    );
    assert!((0..32).all(|n| euro(&projects, n) == Some(1000)));
    // A row in two pieces, and one that the end of the file cuts off.
    let halved = lines[1].replace("COMUNE DI PROVA", "COMUNE DI\r\nPROVA");
    let text = [
        PROJECTS,
        &halved,
        &lines[2],
        &lines[3][..lines[3].find("1000,00").unwrap() + 9],
    ];
    folder.bytes("p.csv", text.join("\r\n").as_bytes());
    let (projects, report) = imported(&folder);
    assert_eq!([0, 1, 2].map(|n| euro(&projects, n)), [None, Some(1000), None]);
    assert_eq!(
        examples(&report).iter().map(|e| e.0).collect::<Vec<_>>(),
        [2, 3, 5]
    );
}

#[test]
fn a_header_with_separators_too_many() {
    let folder = folder(1);
    let (header, row) = (format!("{PROJECTS};;"), row(0, "X", 5));
    for line in [row.clone(), format!("{row};;")] {
        folder.table("p.csv", &[&header, &line]);
        let (projects, report) = imported(&folder);
        assert_eq!((euro(&projects, 0), examples(&report).len()), (Some(5), 0));
    }
}

#[test]
fn files_joined_end_to_end() {
    let folder = folder(4);
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &row(0, "A", 1),
            &format!("\u{feff}{PROJECTS}"),
            &row(1, "B", 2),
            PROJECTS,
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!((euro(&projects, 0), euro(&projects, 1)), (Some(1), Some(2)));
    assert_eq!(left_out(&report, "projects"), [(LeftOut::HeaderAgain, 2)].into());
    // Another release, with its columns in another order: nothing of it is read as ours.
    let mut other: Vec<&str> = PROJECTS.split(';').collect();
    other.swap(44, 47);
    other.swap(10, 16);
    let swapped = other.join(";");
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &row(0, "A", 1),
            &swapped,
            &row(1, "B", 2),
            PROJECTS,
            &row(2, "C", 3),
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!([0, 1, 2].map(|n| euro(&projects, n)), [Some(1), None, Some(3)]);
    assert_eq!(
        left_out(&report, "projects"),
        [(LeftOut::HeaderAgain, 1), (LeftOut::OtherHeader, 2)].into()
    );
    assert_eq!(examples(&report), [(3, Problem::OtherHeader)]);
}

#[test]
fn what_spreadsheets_add() {
    let folder = folder(2);
    let zeros = row(0, "X", 7)
        .replace(SUB, &format!("=\"{SUB}\""))
        .replace("7,00", "=\"7,00\"");
    folder.table("p.csv", &["sep=;", PROJECTS, &zeros, &row(1, "Y", 8)]);
    let places = place_of(0).replace("09;TOSCANA;048", "=\"09\";TOSCANA;=\"048\"");
    folder.table("places.csv", &["sep=;", PLACES, &places, &place_of(1)]);
    let (projects, report) = imported(&folder);
    assert_eq!((euro(&projects, 0), euro(&projects, 1)), (Some(7), Some(8)));
    assert_eq!(projects[&cup(0)].places[0].comune.unwrap().as_str(), "048017");
    assert_eq!(examples(&report), []);
}

#[test]
fn empty_rows_are_counted_and_not_shown() {
    let folder = folder(1);
    let blank = ";".repeat(62);
    let mut lines = vec![PROJECTS.to_owned(), row(0, "X", 9)];
    lines.extend(std::iter::repeat_n(blank, 2000));
    lines.extend([";;;".to_owned(), "\"\"; ;\"\"".to_owned(), String::new()]);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    folder.table("p.csv", &lines);
    let (_, report) = imported(&folder);
    assert_eq!(left_out(&report, "projects"), [(LeftOut::Empty, 2002)].into());
    assert_eq!(examples(&report), []);
}

#[test]
fn a_nul_byte_means_the_same_wherever_it_is() {
    for before in [0, 2000] {
        let folder = folder(before + 1);
        let mut lines = vec![PROJECTS.to_owned()];
        lines.extend((0..before).map(|n| row(n, "X", 1)));
        lines.push(row(before, "NI\0DO", 3).replace("3,00", "\x003,00"));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        folder.table("p.csv", &lines);
        let (projects, report) = imported(&folder);
        assert_eq!(euro(&projects, before), Some(3));
        assert_eq!(
            projects[&cup(before)].official_title.as_ref().unwrap().value,
            "NIDO"
        );
        assert_eq!(examples(&report), [(before as u64 + 2, Problem::NulByte)]);
        assert_eq!(report.nul_bytes, 1);
    }
}

#[test]
fn letters_read_in_the_wrong_encoding_come_back() {
    let folder = folder(1);
    let row = row(0, "Citt\u{c3}\u{a0} di prova", 1)
        .replace("COMUNE DI PROVA", "Societ\u{c3}\u{192}\u{c2}\u{a0} di Prova");
    folder.table("p.csv", &[PROJECTS, &row]);
    let places = place_of(0).replace("VIA DI PROVA 3", "PIAZZA LIBERT\u{c3}\u{20ac} 3");
    folder.table("places.csv", &[PLACES, &places]);
    let (projects, _) = imported(&folder);
    let project = &projects[&cup(0)];
    assert_eq!(project.official_title.as_ref().unwrap().value, "Città di prova");
    assert_eq!(project.bodies[0].1.name, "Società di Prova");
    assert_eq!(project.places[0].address.as_deref(), Some("Piazza Libertà 3"));
}

#[test]
fn a_column_that_stands_twice() {
    let folder = folder(3);
    let header = format!("{PROJECTS};Finanziamento Totale");
    let blank = row(1, "B", 2).replace("2,00", "");
    folder.table(
        "p.csv",
        &[
            &header,
            &format!("{};1,00", row(0, "A", 1)),
            &format!("{blank};2,00"),
            &format!("{};4,00", row(2, "C", 3)),
        ],
    );
    let (projects, report) = imported(&folder);
    assert_eq!([0, 1, 2].map(|n| euro(&projects, n)), [Some(1), Some(2), Some(3)]);
    assert_eq!(examples(&report), [(4, Problem::TwoValues)]);
    assert_eq!(report.examples[0].column, "Finanziamento Totale");
}

#[test]
fn negative_amounts_are_read() {
    let folder = folder(2);
    folder.table("p.csv", &[PROJECTS, &row(0, "A", 1), &row(1, "B", 2)]);
    folder.table(
        "pag.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;Pagamento Totale;Pagamento PNRR;Data di Estrazione",
            &format!("{SUB};{0};{0};-5.000,00;-5000;31/12/2026", cup(0)),
            &format!("{SUB};{0};{0};\u{2212}1,50;;31/12/2026", cup(1)),
        ],
    );
    let (projects, report) = imported(&folder);
    let paid = |n: usize, fund| {
        projects[&cup(n)]
            .amount(AmountKind::Payment, fund)
            .map(|o| o.value)
    };
    assert_eq!(
        (paid(0, Fund::Total), paid(0, Fund::Pnrr)),
        (Some(Cents(-500_000)), Some(Cents(-500_000)))
    );
    assert_eq!((paid(1, Fund::Total), report.bad_numbers), (Some(Cents(-150)), 0));
}

#[test]
fn what_is_no_table_is_named_and_passed_over() {
    let folder = folder(1);
    folder.table("p.csv", &[PROJECTS, &row(0, "A", 1)]);
    folder.bytes("empty.csv", b"");
    folder.bytes(
        "._p.csv",
        b"\0\x05\x16\x07\0\x02\0\0Mac OS X        \0\x02\0\0\0\x09\0\0\0\x32\0\0\x0e\xb0\0\0\0\x02",
    );
    folder.bytes("sheet.csv", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00");
    let utf16: Vec<u8> = format!("\u{feff}{PROJECTS}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    folder.bytes("wide.csv", &utf16);
    folder.table("foreign.csv", &["CUP;Regione;Provincia;Colore", "a;b;c;d"]);
    let (projects, report) = imported(&folder);
    assert_eq!(euro(&projects, 0), Some(1));
    let why: Vec<(&str, &NotATable)> = report
        .passed_over
        .iter()
        .map(|f| (f.path.rsplit('/').next().unwrap(), &f.why))
        .collect();
    assert_eq!(why.len(), 5, "{why:?}");
    for (name, want) in [
        ("empty.csv", NotATable::Empty),
        ("sheet.csv", NotATable::Binary),
        ("wide.csv", NotATable::Utf16),
    ] {
        assert!(why.contains(&(name, &want)), "{why:?}");
    }
    let foreign = why.iter().find(|(name, _)| *name == "foreign.csv").unwrap();
    let NotATable::Unknown {
        found,
        nearest,
        missing,
    } = foreign.1
    else {
        panic!("{foreign:?}")
    };
    assert_eq!((*nearest, found[3].as_str()), ("PNRR_Localizzazione", "Colore"));
    assert!(missing.contains(&"Comune"));
}

#[test]
fn broken_codes_of_tenders_are_counted_and_not_kept() {
    let folder = folder(1);
    folder.table("p.csv", &[PROJECTS, &row(0, "A", 1)]);
    let tender = |pda: u8, cig: &str| format!("{SUB};{0};{0};{cig};;{pda};9000,00;31/12/2026", cup(0));
    folder.table(
        "g.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;CIG Accordo Quadro;Codice Interno PDA;Importo Aggiudicazione;Data di Estrazione",
            &tender(1, "8,70011E+12"),
            &tender(2, "7.5E+10"),
            &tender(3, "987654DEF"),
            &tender(4, "A04AA69960"),
        ],
    );
    let (projects, report) = imported(&folder);
    let cigs: Vec<&str> = projects[&cup(0)].tenders.iter().map(|t| t.cig.as_str()).collect();
    assert_eq!(cigs, ["", "", "", "A04AA69960"]);
    assert_eq!(
        projects[&cup(0)]
            .unread
            .iter()
            .filter(|u| u.field == "tender.cig")
            .count(),
        3
    );
    assert_eq!(report.invalid_cig, 3);
}

#[test]
fn two_rows_of_one_key_with_two_amounts_disagree() {
    let folder = folder(1);
    folder.table(
        "p.csv",
        &[PROJECTS, &row(0, "A", 100), &row(0, "A", 100), &row(0, "A", 90)],
    );
    let (projects, report) = imported(&folder);
    let project = &projects[&cup(0)];
    assert_eq!(euro(&projects, 0), Some(100));
    let other: Vec<(&str, &str)> = project
        .disagreements
        .iter()
        .map(|d| (d.field.as_str(), d.other.as_str()))
        .collect();
    assert_eq!(other.len(), 2, "{other:?}");
    assert!(other.iter().any(|(field, _)| *field == "funding.total"));
    assert_eq!(
        (report.duplicate_rows, left_out(&report, "projects")),
        (1, [(LeftOut::Duplicate, 1)].into())
    );
}

#[test]
fn codes_of_comuni_old_new_and_unknown() {
    let folder = Folder::new();
    let at = |n: usize, at: &str| place(&cup(n), &cup(n), &format!("20;SARDEGNA;{at}"), "31/12/2026");
    folder.table(
        "places.csv",
        &[
            PLACES,
            &at(0, "104;OLBIA-TEMPIO;017;OLBIA"),
            &at(1, "090;SASSARI;001;AGGIUS"),
            &at(2, "113;GALLURA NORD-EST SARDEGNA;001;AGGIUS"),
            &at(3, "113;GALLURA NORD-EST SARDEGNA;999;BORGO INVENTATO"),
            &at(4, "105;OGLIASTRA;000;OGLIASTRA"),
            &at(5, "091;NUORO;000;NUORO"),
        ],
    );
    let mut options = folder.options();
    options.region = sportello::import::RegionChoice::parse("sardegna");
    let (imported, report) = folder.import_with(&options);
    let places: BTreeMap<String, sportello::model::Place> = imported
        .all()
        .into_iter()
        .map(|p| (p.cup.clone(), p.places[0].clone()))
        .collect();
    let comune = |n: usize| places[&cup(n)].comune.map(|c| c.to_string());
    assert_eq!(comune(0).as_deref(), Some("113017"));
    assert_eq!(
        (comune(1).as_deref(), comune(2).as_deref()),
        (Some("113001"), Some("113001"))
    );
    assert_eq!(comune(3), None);
    assert_eq!(places[&cup(3)].named.as_deref(), Some("Borgo Inventato"));
    assert_eq!(places[&cup(4)].named.as_deref(), Some("Ogliastra"));
    assert_eq!(
        (
            report.projects,
            report.old_istat_codes,
            report.unknown_istat_codes
        ),
        (6, 2, 2)
    );
    assert_eq!(
        (comune(5), places[&cup(5)].province.unwrap().as_str()),
        (None, "091")
    );
    let shown = report.examples.iter().find(|e| e.line == 5).unwrap();
    assert_eq!((shown.column.as_str(), shown.value.as_str()), ("Comune", "999"));
}

#[test]
fn what_cannot_be_read_is_told_from_what_is_not_there() {
    let folder = folder(2);
    let dates = |n: usize, planned: &str, end: &str, euro: &str| {
        project(&[
            ("Codice Univoco Submisura", SUB),
            ("CUP", &cup(n)),
            ("Codice Locale Progetto", &cup(n)),
            ("Data Inizio Progetto Prevista", planned),
            ("Data Fine Progetto Prevista", end),
            ("Finanziamento PNRR", euro),
            ("Finanziamento Totale", "12,50"),
            ("Data di Estrazione", "31/12/2026"),
        ])
    };
    folder.table(
        "p.csv",
        &[
            PROJECTS,
            &dates(0, "45499", "12/25/2025", "12.5 Rossi Beta"),
            &dates(1, "31/12/9999", "2026-01-30 00:00:00", ""),
        ],
    );
    let (projects, report) = imported(&folder);
    let unread = |n: usize| -> Vec<(&str, Option<&str>)> {
        projects[&cup(n)]
            .unread
            .iter()
            .map(|u| (u.field.as_str(), u.value.as_deref()))
            .collect()
    };
    assert_eq!(
        unread(0),
        [
            ("date.end_planned", Some("12/25/2025")),
            ("date.start_planned", Some("45499")),
            ("funding.pnrr", None)
        ]
    );
    assert_eq!(unread(1), []);
    assert_eq!(projects[&cup(1)].dates.len(), 1);
    assert_eq!(
        (report.bad_dates, report.placeholder_dates, report.bad_numbers),
        (2, 1, 1)
    );
}

/// Tenders, payments, targets, phases, places and candidatures too.
#[test]
fn a_value_that_cannot_be_read_is_kept_as_one_in_every_table() {
    let folder = folder(1);
    let key = format!("{SUB};{};{}", cup(0), cup(0));
    let rows = |header: &str, row: &str| {
        format!(
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;{header};Data di Estrazione\r\n{key};{row};31/12/2026\r\n"
        )
    };
    let tables = [
        (
            "g.csv",
            rows(
                "CIG;CIG Accordo Quadro;Codice Interno PDA;Data Pubblicazione del CIG;Importo Complessivo Gara;Importo Aggiudicazione;Data Aggiudicazione Definitiva",
                "A04AA69960;;1;13/13/2024;9oo;x9;2024",
            ),
        ),
        (
            "i.csv",
            rows(
                "Codice Indicatore;Descrizione Indicatore;Unità di Misura;Valore Realizzato;Valore Programmato;Mese;Anno",
                "T1;Prova;numero;dieci;1o;Brumaio;25",
            ),
        ),
        (
            "f.csv",
            rows(
                "Codice Fase;Descrizione Fase;Data Inizio Prevista;Data Inizio Effettiva;Data Fine Prevista;Data Fine Effettiva",
                "1;Prova;1/1;2/2;3/3;4/4",
            ),
        ),
        (
            "y.csv",
            rows("Pagamenti Totali;Pagamenti Totali PNRR", "12 mila;3"),
        ),
    ];
    for (name, text) in tables {
        folder.bytes(name, text.as_bytes());
    }
    let (projects, report) = imported(&folder);
    let fields: Vec<&str> = projects[&cup(0)]
        .unread
        .iter()
        .map(|u| u.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "payment.total",
            "phase.end_actual",
            "phase.end_planned",
            "phase.start_actual",
            "phase.start_planned",
            "target.achieved",
            "target.month",
            "target.planned",
            "target.year",
            "tender.award",
            "tender.awarded",
            "tender.base",
            "tender.published",
        ]
    );
    assert_eq!((report.bad_numbers, report.bad_dates), (5, 8));
}

/// A spreadsheet numbers days: the 3 March 2021 is 44258, which is no price.
#[test]
fn a_price_that_is_the_day_of_its_award_is_none() {
    let folder = folder(1);
    folder.table("p.csv", &[PROJECTS, &row(0, "A", 1)]);
    let tender =
        |pda: u8, price: &str| format!("{SUB};{0};{0};;;{pda};{price};03/03/2021;31/12/2026", cup(0));
    folder.table(
        "g.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;CIG Accordo Quadro;Codice Interno PDA;Importo Aggiudicazione;Data Aggiudicazione Definitiva;Data di Estrazione",
            &tender(1, "44258"),
            &tender(2, "44258,10"),
            &tender(3, "44259"),
        ],
    );
    let (projects, report) = imported(&folder);
    let prices: Vec<Option<Cents>> = projects[&cup(0)].tenders.iter().map(|t| t.award).collect();
    assert_eq!(prices, [None, Some(Cents(4_425_810)), Some(Cents(4_425_900))]);
    assert_eq!(report.bad_numbers, 1);
}
