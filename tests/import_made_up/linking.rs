//! What joins tables beyond the whole key: codes inside codes.

use crate::folder::{CUP, Folder, PLACES, SUB, place};
use sportello::model::{AmountKind, Cents, Fund, LabelKind, Role};

const PAYMENTS: &str = "Codice Univoco Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Pagamento Totale;Data di Estrazione";
const WINNERS: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;Codice Fiscale/P.IVA;Denominazione Aggiudicatario;Data di Estrazione";
const FLORENCE: &str = "09;TOSCANA;048;FIRENZE;017;FIRENZE";

#[test]
fn what_was_paid_for_the_parts_of_a_project_was_paid_for_it() {
    let folder = Folder::new();
    folder.table(
        "places.csv",
        &[PLACES, &place(CUP, "2.1_BORGOALFA", FLORENCE, "01/03/2023")],
    );
    let row = |local: &str, paid: &str| format!("{SUB};{CUP};{local};10,00;{paid};31/03/2025");
    folder.table(
        "payments.csv",
        &[
            PAYMENTS,
            &row("2.1_BORGOALFA_MUSEO", "1000,00"),
            &row("2.1_BORGOALFA_SENTIERI1", "250,50"),
            &row("2.1_BORGOALFABETA", "7,00"),
        ],
    );
    let (imported, report) = folder.import();
    let p = imported.only();
    let paid = p.amount(AmountKind::Payment, Fund::Total).unwrap();
    assert_eq!(paid.value, Cents(125_050));
    assert!(p.amount(AmountKind::Funding, Fund::Total).is_none());
    assert_eq!(report.unmatched["payments"], 1);
}

#[test]
fn a_tax_code_in_the_local_code_names_the_body() {
    let folder = Folder::new();
    folder.table(
        "places.csv",
        &[
            PLACES,
            &place(CUP, "SA#BDAP%01307110484Alfa0c1", FLORENCE, "01/03/2023"),
            &place(
                "J21B22000020006",
                "SA#BDAP%SS#BDAP%00000000001Alfa",
                FLORENCE,
                "01/03/2023",
            ),
        ],
    );
    folder.table(
        "winners.csv",
        &[
            WINNERS,
            &format!("{SUB};x;{CUP};SA#BDAP%01307110484Alfa0c1;A0123456AB;P1;01307110484;COMUNE DI FIRENZE;31/03/2025"),
        ],
    );
    let (imported, _) = folder.import();
    let all = imported.all();
    let of = |cup: &str| all.iter().find(|p| p.cup == cup).unwrap();
    let (body, _) = of(CUP).body(Role::Implementer).unwrap();
    assert_eq!(
        (body.name.as_str(), body.tax_code.as_deref()),
        ("Comune di Firenze", Some("01307110484"))
    );
    assert!(of("J21B22000020006").bodies.is_empty());
}

#[test]
fn a_tender_whose_winner_has_no_name_is_a_tender() {
    let folder = Folder::new();
    folder.places();
    let row =
        |cig: &str, code: &str, name: &str| format!("{SUB};x;{CUP};NIDO-1;{cig};P1;{code};{name};31/03/2025");
    folder.table(
        "winners.csv",
        &[
            WINNERS,
            &row("A0123456AB", "", ""),
            &row("A0123456AC", "01307110484", "ALFA SRL"),
            &row("A0123456AC", "", "non disponibile"),
        ],
    );
    let (imported, _) = folder.import();
    let p = imported.only();
    let winners: Vec<_> = p
        .tenders
        .iter()
        .map(|t| (t.cig.as_str(), t.winners.len()))
        .collect();
    assert_eq!(winners, [("A0123456AB", 0), ("A0123456AC", 1)]);
}

#[test]
fn a_contract_under_a_shared_cig_serves_both() {
    let folder = Folder::new();
    let other = "J21B22000020006";
    folder.table(
        "places.csv",
        &[
            PLACES,
            &place(CUP, "NIDO-1", FLORENCE, "01/03/2023"),
            &place(other, "NIDO-2", FLORENCE, "01/03/2023"),
        ],
    );
    let paid = |cup: &str, local: &str, euro: &str| format!("{SUB};{cup};{local};{euro};0,00;31/03/2025");
    folder.table(
        "payments.csv",
        &[
            PAYMENTS,
            &paid(CUP, "NIDO-1", "1000,00"),
            &paid(other, "NIDO-2", "900000,00"),
        ],
    );
    let tender = |cup: &str, local: &str, cig: &str, base: &str| {
        format!("{SUB};{cup};{local};{cig};P1;{base};0,00;31/03/2025")
    };
    folder.table(
        "tenders.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;Codice Interno PDA;Importo Complessivo Gara;Importo Aggiudicazione;Data di Estrazione",
            &tender(CUP, "NIDO-1", "A0123456AB", "1000000,00"),
            &tender(CUP, "NIDO-1", "A0123456AC", "5000,00"),
            &tender(other, "NIDO-2", "A0123456AB", "1000000,00"),
        ],
    );
    let (imported, _) = folder.import();
    let all = imported.all();
    let marks = |cup: &str| -> Vec<bool> {
        let of_cup = all.iter().filter(|p| p.cup == cup);
        of_cup.flat_map(|p| &p.tenders).map(|t| t.framework).collect()
    };
    // The second is as far above, and nobody else's; the first serves both.
    assert_eq!(marks(CUP), [true, false]);
    assert_eq!(marks(other), [true]);
}

#[test]
fn a_project_that_a_newer_release_of_its_list_lacks_is_marked() {
    let folder = Folder::new();
    let other = "J21B22000020006";
    folder.table(
        "old.csv",
        &[
            PLACES,
            &place(CUP, "NIDO-1", FLORENCE, "31/03/2025"),
            &place(other, "NIDO-2", FLORENCE, "31/03/2025"),
        ],
    );
    folder.table(
        "new.csv",
        &[PLACES, &place(CUP, "NIDO-1", FLORENCE, "13/06/2026")],
    );
    let (imported, _) = folder.import();
    let all = imported.all();
    let mark = |cup: &str| {
        let p = all.iter().find(|p| p.cup == cup).unwrap();
        p.label(LabelKind::Unlisted).map(|l| l.value.clone())
    };
    assert_eq!((mark(CUP), mark(other).as_deref()), (None, Some("2026-06-13")));
}

#[test]
fn an_object_that_one_row_cuts_is_whole_from_the_other_row_of_its_contract() {
    let folder = Folder::new();
    folder.table(
        "places.csv",
        &[
            PLACES,
            &place(CUP, "NIDO-1", FLORENCE, "31/03/2025"),
            &place(CUP, "NIDO-2", FLORENCE, "31/03/2025"),
        ],
    );
    let tender = |local: &str, cig: &str, object: &str| {
        format!("{SUB};{CUP};{local};{cig};P1;{object};10,00;0,00;31/03/2025")
    };
    folder.table(
        "tenders.csv",
        &[
            "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;Codice Interno PDA;Oggetto Gara;Importo Complessivo Gara;Importo Aggiudicazione;Data di Estrazione",
            &tender("NIDO-1", "A0123456AB", "NUOVE CALDAIE PRESSO LA SC"),
            &tender("NIDO-2", "A0123456AB", "NUOVE CALDAIE PRESSO LA SCUOLA MEDIA"),
            &tender("NIDO-1", "A0123456AC", "NUOVE CALDAIE"),
        ],
    );
    let (imported, _) = folder.import();
    let all = imported.all();
    let objects = |local: &str| -> Vec<Option<&str>> {
        let of = all.iter().find(|p| p.local_code == local).unwrap();
        of.tenders.iter().map(|t| t.object.as_deref()).collect()
    };
    let whole = Some("NUOVE CALDAIE PRESSO LA SCUOLA MEDIA");
    assert_eq!(objects("NIDO-1"), [whole, Some("NUOVE CALDAIE")]);
    assert_eq!(objects("NIDO-2"), [whole]);
}
