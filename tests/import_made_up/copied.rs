//! The unofficial copy of Open PNRR Toscana: what it may add, and to which projects.

use crate::folder::{CUP, Folder, PLACES, SUB, place};
use sportello::import::Problem;
use sportello::model::{AmountKind, Cents, Fund, LICENCE_UNDECLARED, Project, Table};

const COPY: &str = "id_progetto;missione;livello_territoriale;localizzazione;provincia;comune;geo_map_lat;geo_map_long;cup;importo_progetto;finanziato_pnrr;finanziato_pnc";
const FLORENCE: &str = "09;TOSCANA;048;FIRENZE;017;FIRENZE";
const PNC_PLACES: &str = "Codice Intervento;Intervento;CUP;Codice Regione;Regione;Codice Provincia;Provincia;Codice Comune;Comune;Data di Estrazione";
const PNC: &str = "Piano;Codice Programma;Programma;Codice Intervento;Intervento;CUP;Stato Cup;Codice Categoria Intervento Investimento;Titolo Unita di Rilevazione;Soggetto Attuatore;Codice Fiscale Soggetto Attuatore;Finanziamento Pnc;Data di Estrazione";
const TWICE: &str = "J21B22000020006";
const FUNDED: &str = "J31B22000030006";
const DOCTORATE: &str = "J41B22000040006";
const RENEWAL: &str = "J51B22000050006";

fn copied(cup: &str) -> String {
    format!(
        "{cup};M4;1. comunale;Comune di FIRENZE (FI);FIRENZE;Firenze;43.769562;11.255814;{cup};150000.50;100000;"
    )
}

fn of_measure(measure: &str, cup: &str) -> String {
    place(cup, "X-1", FLORENCE, "01/03/2023").replace(SUB, measure)
}

fn import() -> (Vec<Project>, sportello::snapshot::Snapshot) {
    let folder = Folder::new();
    folder.table(
        "places.csv",
        &[
            PLACES,
            &place(CUP, "NIDO-1", FLORENCE, "01/03/2023"),
            &place(TWICE, "NIDO-2", FLORENCE, "01/03/2023"),
            &place(TWICE, "NIDO-3", FLORENCE, "01/03/2023"),
            &place(FUNDED, "NIDO-4", FLORENCE, "01/03/2023"),
            &of_measure("M4C1I4.01.00", DOCTORATE),
            &of_measure("M5C2I2.01.00", RENEWAL),
        ],
    );
    folder.table(
        "payments.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Pagamento Totale;Data di Estrazione",
            &format!("{SUB};{FUNDED};NIDO-4;70000,00;0,00;31/03/2025"),
        ],
    );
    let cups = [CUP, TWICE, FUNDED, DOCTORATE, RENEWAL, "J91B22000090006"].map(copied);
    folder.bytes(
        "progetti.csv",
        format!("{COPY}\n{}\n", cups.join("\n")).as_bytes(),
    );
    let (imported, report) = folder.import();
    assert_eq!(report.projects, 6, "the copy adds no project");
    (imported.all(), imported.0)
}

#[test]
fn an_amount_only_where_no_table_has_one_and_the_cup_is_one_projects() {
    let (all, snapshot) = import();
    let total = |cup: &str| -> Vec<Option<Cents>> {
        let of_cup = all.iter().filter(|p| p.cup == cup);
        of_cup
            .map(|p| Some(p.amount(AmountKind::Funding, Fund::Total)?.value))
            .collect()
    };
    assert_eq!(total(CUP), [Some(Cents(15_000_050))]);
    assert_eq!(total(TWICE), [None, None]);
    let of_cup = |p: &Project| p.amount(AmountKind::OfCup, Fund::Total).map(|a| a.value);
    let told: Vec<_> = all
        .iter()
        .filter_map(|p| Some((p.cup.as_str(), of_cup(p)?)))
        .collect();
    assert_eq!(told, [(TWICE, Cents(15_000_050)); 2]);
    assert_eq!(total(FUNDED), [Some(Cents(7_000_000))]);
    // What it gave before the tables of later years is an older sum.
    let funded = all.iter().find(|p| p.cup == FUNDED).unwrap();
    let before: Vec<(&str, &str)> = funded
        .disagreements
        .iter()
        .map(|d| (d.kept.as_str(), d.other.as_str()))
        .collect();
    assert_eq!(before, [("70000.00", "150000.50")]);
    assert_eq!((total(DOCTORATE), total(RENEWAL)), (vec![None], vec![None]));
    let only = all.iter().find(|p| p.cup == CUP).unwrap();
    let amount = only.amount(AmountKind::Funding, Fund::Pnrr).unwrap();
    assert_eq!(amount.value, Cents(10_000_000));
    let catalogue = snapshot.catalogue().unwrap();
    let source = catalogue.source(amount.source).unwrap();
    assert_eq!((source.table, source.date), (Table::OpenPnrrToscana, None));
    assert!(!source.is_official());
    assert_eq!(source.licence, LICENCE_UNDECLARED);
}

#[test]
fn its_points_are_kept_for_the_only_place_in_their_comune() {
    let (all, _) = import();
    let points = |cup: &str| -> Vec<bool> {
        let of_cup = all.iter().filter(|p| p.cup == cup);
        of_cup.map(|p| p.places[0].coordinates.is_some()).collect()
    };
    assert_eq!((points(CUP), points(RENEWAL)), (vec![true], vec![true]));
    assert_eq!(points(TWICE), [false, false]);
    let point = all.iter().find(|p| p.cup == CUP).unwrap().places[0]
        .coordinates
        .unwrap();
    assert_eq!((point.lat(), point.lon()), (43.769_562, 11.255_814));
}

/// Rows of a copy that lack their key are one example with their number.
#[test]
fn empty_cells_of_one_column_are_one_example() {
    let folder = Folder::new();
    folder.places();
    let rows = vec![copied(""); 50];
    folder.bytes(
        "progetti.csv",
        format!("{COPY}\n{}\n", rows.join("\n")).as_bytes(),
    );
    let (_, report) = folder.import();
    let shown: Vec<_> = report
        .examples
        .iter()
        .map(|e| (e.line, e.rows, e.reason))
        .collect();
    assert_eq!(shown, [(2, 50, Problem::EmptyCup)]);
}

/// Of urban renewal the copy has a larger part of the plan, of the complement's projects a larger whole.
#[test]
fn what_it_gave_before_is_kept_beside_later_tables() {
    let folder = Folder::new();
    folder.table("places.csv", &[PLACES, &of_measure("M5C2I2.01.00", RENEWAL)]);
    folder.table(
        "payments.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Finanziamento PNRR;Pagamento Totale;Data di Estrazione",
            &format!("M5C2I2.01.00;{RENEWAL};X-1;150000,50;47400,00;0,00;31/03/2025"),
        ],
    );
    folder.table(
        "pnc_places.csv",
        &[
            PNC_PLACES,
            &format!("E.2.0.0;OSPEDALE DI PROVA;{TWICE};09;TOSCANA;048;FIRENZE;017;FIRENZE;07/03/2024"),
        ],
    );
    folder.table(
        "pnc.csv",
        &[
            PNC,
            &format!("PNC;E.2;PROVA;E.2.0.0;OSPEDALE DI PROVA;{TWICE};ATTIVO;0530__111_;PROVA;REGIONE TOSCANA;01386030488;92000;07/03/2024"),
        ],
    );
    let pnc = copied(TWICE).replace(";100000;", ";;92000");
    let renewal = copied(RENEWAL);
    folder.bytes("progetti.csv", format!("{COPY}\n{renewal}\n{pnc}\n").as_bytes());
    let all = folder.import().0.all();
    let of = |cup: &str| all.iter().find(|p| p.cup == cup).unwrap();
    let before: Vec<(&str, &str)> = of(RENEWAL)
        .disagreements
        .iter()
        .map(|d| (d.field.as_str(), d.other.as_str()))
        .collect();
    assert_eq!(before, [("funding.pnrr", "100000.00")]);
    let whole = of(TWICE).amount(AmountKind::OfCup, Fund::Total).map(|a| a.value);
    assert_eq!(whole, Some(Cents(15_000_050)));
    assert!(of(TWICE).amount(AmountKind::Funding, Fund::Total).is_none());
}
