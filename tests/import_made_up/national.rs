//! Projects of the whole nation (region `000`, `00` or `0`): every archive has them, and no figure
//! of a region counts them.

use crate::folder::{CUP, Folder, PLACES, place};
use sportello::model::{Cents, Scope};
use sportello::search::{Index, Query, Settings};
use std::sync::Arc;

const NATION: &str = "000;AMBITO NAZIONALE;000;AMBITO NAZIONALE;000;AMBITO NAZIONALE";
const FIRENZE: &str = "09;TOSCANA;048;FIRENZE;017;FIRENZE";
const MILANO: &str = "03;LOMBARDIA;015;MILANO;146;MILANO";
const DAY: &str = "31/12/2026";

fn cup(n: u8) -> String {
    format!("J{n}1B220000{n}0006")
}

#[test]
fn what_has_no_other_place_is_kept_apart() {
    let folder = Folder::new();
    let rows = [
        place(CUP, "A", FIRENZE, DAY),
        place(&cup(2), "B", NATION, DAY),
        place(&cup(3), "C", &NATION.replace("000", "00"), DAY),
        place(&cup(4), "D", &NATION.replace("000", "0"), DAY),
        // It lies here too: shared, as ever.
        place(&cup(5), "E", NATION, DAY),
        place(&cup(5), "E", FIRENZE, DAY),
        // It lies in another region too.
        place(&cup(6), "F", NATION, DAY),
        place(&cup(6), "F", MILANO, DAY),
        // Of a CUP whose other parts have places, one without is nowhere, and not everywhere.
        place(&cup(7), "G", NATION, DAY),
        place(&cup(7), "H", NATION, DAY),
        place(&cup(7), "H", FIRENZE, DAY),
        // No region is no nation.
        place(&cup(8), "I", ";;;;;", DAY),
    ];
    let lines: Vec<&str> = std::iter::once(PLACES)
        .chain(rows.iter().map(String::as_str))
        .collect();
    folder.table("places.csv", &lines);
    let (imported, report) = folder.import();
    assert_eq!((report.projects, report.national_projects), (3, 3));
    assert_eq!(
        (report.shared_projects, report.by_origin["italia_domani"]),
        (2, 3)
    );
    let catalogue = imported.0.catalogue().unwrap();
    let scope = |code: &str| {
        let brief = catalogue.projects.iter().find(|b| &*b.local_code == code);
        brief.map(|b| b.scope)
    };
    assert_eq!(scope("A"), Some(Scope::Own));
    for code in ["B", "C", "D"] {
        assert_eq!(scope(code), Some(Scope::National), "{code}");
    }
    assert_eq!(
        (scope("E"), scope("H")),
        (Some(Scope::Shared), Some(Scope::Shared))
    );
    assert_eq!((scope("F"), scope("G"), scope("I")), (None, None, None));
    let totals = catalogue.totals();
    assert_eq!((totals.projects, totals.national, totals.shared), (3, 3, 2));
    assert_eq!(imported.0.overview().unwrap().projects, 3);
    assert_eq!(catalogue.regional().count(), 3);
    let index = Index::build(Arc::new(catalogue), &[], &[]);
    let search = |text: &str| index.search(&Query::parse(text), &Settings::default(), 50);
    // A list is the region's; words find all.
    for (text, hits) in [("", 3), ("misura:M4C1I1.01", 3), ("nazionale", 3)] {
        let found = search(text);
        assert_eq!(found.hits.len(), hits, "{text}");
        assert_eq!(
            (found.totals.national, found.totals.national_total),
            (3, Cents::ZERO)
        );
    }
    assert_eq!(
        (search("").totals.projects, search("nazionale").totals.projects),
        (3, 0)
    );
    assert_eq!(search("comune:firenze").totals.national, 0);
}

#[test]
fn a_candidature_says_where_it_is() {
    let folder = Folder::new();
    let header = "codice_ipa,ente,tipologia_ente,comune,cod_comune,provincia,cod_provincia,regione,cod_regione,importo_finanziamento,avviso,data_invio_candidatura,data_finanziamento,codice_cup,numero_finestra_temporale,numero_di_protocollo,decreto_finanziamento,stato_candidatura,data_stato_candidatura,misura";
    let row = |cup: &str, place: &str| {
        format!(
            "c_x,Comune di Prova,Comuni,{place},14000.0,1.4.3 Prova,2022-09-21,2023-01-03,{cup},1,1,D,A,2023-01-03,1.4.3 Prova"
        )
    };
    let table = [
        header.to_owned(),
        row(&cup(2), "Firenze,048017,FI,048,Toscana,09"),
        row(&cup(3), "Milano,015146,MI,015,Lombardia,03"),
    ];
    folder.bytes("candidature.csv", (table.join("\n") + "\n").as_bytes());
    let alone = Folder::new();
    alone.bytes("candidature.csv", (table.join("\n") + "\n").as_bytes());
    let id = alone.import().0.only().id;
    let places = [
        PLACES.to_owned(),
        place(CUP, "A", FIRENZE, DAY),
        place(&cup(2), "B", NATION, DAY),
        place(&cup(3), "C", NATION, DAY),
    ];
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    folder.table("places.csv", &places);
    let (imported, report) = folder.import();
    assert_eq!((report.projects, report.national_projects), (2, 0));
    let joined = imported.0.project(id).unwrap().unwrap();
    assert_eq!(joined.places[0].comune.unwrap().as_str(), "048017");
    assert_eq!((joined.places.len(), joined.candidatures.len()), (1, 1));
}
