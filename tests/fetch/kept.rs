//! What is kept of a table that came: its address, its day, its mark.

use super::*;
use crate::server::{status, whole};
use serde_json::Value;

const TIME: (&str, &str) = ("Last-Modified", "Sat, 13 Jun 2026 23:30:00 GMT");
const CANDIDATURES: &str = "codice_ipa,ente,tipologia_ente,comune,cod_comune,provincia,cod_provincia,regione,cod_regione,importo_finanziamento,avviso,data_invio_candidatura,data_finanziamento,codice_cup,numero_finestra_temporale,numero_di_protocollo,decreto_finanziamento,stato_candidatura,data_stato_candidatura,misura\nc_g999,Comune di Prato,Comuni,Prato,100005,PO,100,Toscana,09,79922.0,1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022,2022-04-26T15:30:48.000+0000,2022-08-19,C31F22000720006,1,32,Decreto n.32 - 1 / 2022 - PNRR,A,2022-08-19,1.4.1 Esperienza del cittadino nei servizi pubblici\n";

fn ledger(world: &World) -> Value {
    serde_json::from_slice(&fs::read(world.table("sportello-tabelle.json")).unwrap()).unwrap()
}

#[test]
fn what_did_not_change_is_not_fetched_again() {
    let server = Server::start(|request, line| match request.headers.get("if-none-match") {
        Some(mark) if mark == "\"one\"" => status(line, 304, &[]),
        _ => whole(line, &[MARK, TIME], &places(3)),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("1 kB, righe 3, del 13 giugno 2026"), "{said:?}");
    assert!(
        said.out.contains("sportello importa tabelle --regione toscana"),
        "{said:?}"
    );
    let entry = &ledger(&world)["tables"][PLACES];
    assert_eq!(entry["address"], server.at(PLACES));
    assert_eq!(
        (&entry["day"], &entry["etag"]),
        (&"2026-06-13".into(), &"\"one\"".into())
    );
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(
        said.out
            .contains("non è cambiata, resta quella del 13 giugno 2026"),
        "{said:?}"
    );
    assert_eq!(server.seen()[1].headers["if-modified-since"], TIME.1);
    assert!(!world.table("PNRR_Localizzazione.csv.part").exists());
    // What a person changed since is the person's.
    fs::write(world.table(PLACES), places(4)).unwrap();
    let said = world.fetch();
    assert!(said.out.contains("messa a mano (righe 4)"), "{said:?}");
    assert_eq!(server.seen().len(), 2);
}

#[test]
fn a_newer_table_takes_the_place_of_the_one_that_came() {
    let server = Server::start(|request, line| whole(line, &[], &places(3 + request.before)));
    let world = World::new();
    world.list(&server, &[PLACES]);
    for rows in [3, 4] {
        assert_eq!(world.fetch().code, Some(0));
        assert_eq!(fs::read(world.table(PLACES)).unwrap(), places(rows));
    }
    // The power went between the ledger and the table: the one of before is ours all the same.
    fs::write(world.table(PLACES), places(3)).unwrap();
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), places(5));
}

#[test]
fn one_that_is_missing_does_not_keep_the_others_away() {
    let server = Server::start(|request, line| match (&*request.path, request.before) {
        ("/PNRR_Localizzazione.csv", _) => whole(line, &[MARK], &places(3)),
        (_, 0) => status(line, 404, &[]),
        _ => whole(line, &[], CANDIDATURES.as_bytes()),
    });
    let world = World::new();
    world.list(&server, &["candidature_finanziate_141.csv", PLACES]);
    let said = world.refused("candidature_finanziate_141.csv");
    assert!(said.err.contains("non c'è (risposta 404)"), "{said:?}");
    assert!(said.err.contains("Tabelle arrivate: 1 su 2"), "{said:?}");
    assert!(world.table(PLACES).exists());
    assert_eq!(world.fetch().code, Some(0));
}

/// Tables of PA digitale say no day of their own: it is that on which they came.
#[test]
fn an_import_knows_day_and_address() {
    let server = Server::start(|request, line| match &*request.path {
        "/PNRR_Localizzazione.csv" => whole(line, &[TIME], &places(3)),
        _ => whole(line, &[], CANDIDATURES.as_bytes()),
    });
    let world = World::new();
    world.list(&server, &[PLACES, "candidature_finanziate_141.csv"]);
    assert_eq!(world.fetch().code, Some(0));
    let import = [
        "importa",
        "tabelle",
        "--regione",
        "toscana",
        "--uscita",
        "t.sqlite",
    ];
    let said = world.run(&import);
    assert_eq!(said.code, Some(0), "{said:?}");
    let sources = |world: &World| {
        let said = world.run(&["dati", "--json", "--archivio", "t.sqlite"]);
        let json: Value = serde_json::from_str(&said.out).unwrap();
        let find = |name: &str| {
            let sources = json["sources"].as_array().unwrap().clone();
            sources
                .into_iter()
                .find(|source| source["table"].as_str().unwrap().starts_with(name))
                .unwrap()
        };
        [find("PNRR_Localizzazione"), find("candidature_finanziate")]
    };
    let [places, candidatures] = sources(&world);
    // The rows say their own day, and that is truer.
    assert_eq!(
        (&places["date"], &places["url"]),
        (&"2026-06-30".into(), &server.at(PLACES).into())
    );
    assert_eq!(candidatures["date"], "2026-12-01");
    assert_eq!(candidatures["url"], server.at("candidature_finanziate_141.csv"));
    // A file that was changed since is not the one that came from there.
    let path = world.table("candidature_finanziate_141.csv");
    fs::write(&path, CANDIDATURES.replace("79922.0", "79923.0")).unwrap();
    assert_eq!(world.run(&import).code, Some(0));
    let [_, candidatures] = sources(&world);
    assert_eq!(candidatures["date"], Value::Null);
    assert_eq!(candidatures["url"], "https://padigitale2026.gov.it/");
}

#[test]
fn nothing_but_the_request_goes_out() {
    let server = Server::start(|_, line| whole(line, &[], &places(3)));
    let world = World::new();
    world.list(&server, &[PLACES]);
    assert_eq!(world.fetch().code, Some(0));
    let names: Vec<String> = server.seen()[0].headers.keys().cloned().collect();
    assert_eq!(names, ["accept", "host", "user-agent"]);
    let name = concat!(
        "Mozilla/5.0 (compatible; Sportello/",
        env!("CARGO_PKG_VERSION"),
        ")"
    );
    assert_eq!(server.seen()[0].headers["user-agent"], name);
}
