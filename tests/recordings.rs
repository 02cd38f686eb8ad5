//! Recordings of the program as text, under `assets/screens`: made by a script in a terminal of
//! 80 columns and 24 lines, on the bundled region. The test plays the script again and compares;
//! `SPORTELLO_REGISTRA=1 cargo test --test recordings` writes the files anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "support/stage.rs"]
mod stage;
#[path = "support/stored.rs"]
mod stored;

use stage::Stage;
use std::fmt::Write;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);
const PROGRAM: &str = env!("CARGO_BIN_EXE_sportello");
const CLEAR: &str = "\x15";

/// What a citizen says, what the facilitator types meanwhile, and what is then on the screen.
const SEARCHES: &[(&str, &str, &str)] = &[
    (
        "«Il nido di Seravezza, a che punto è?», scritto in fretta.",
        "asillo nido serravezza",
        "Via Menchini",
    ),
    (
        "«La casa della salute a Quarrata»: il nome di prima, senza accenti.",
        "casa della salute quarata",
        "Quarrata",
    ),
    (
        "«La tramvia per Campi», con la enne al posto della emme.",
        "tranvia campi bisenzio",
        "Campi Bisenzio",
    ),
    (
        "La domanda intera, come viene detta.",
        "cosa fanno alla scuola di pelago",
        "Pelago",
    ),
    ("Due parole attaccate.", "teatropetrarca arezzo", "Petrarca"),
    (
        "Nessun progetto ha tutte le parole: i più vicini dicono che cosa manca.",
        "farmacia portoferraio piscina",
        "I più vicini: 1 progetto",
    ),
    (
        "Un filtro con il nome del comune sbagliato.",
        "asilo comune:pratto",
        "comune:pratto",
    ),
    (
        "Mezzo CUP letto al telefono, a gruppi.",
        "D25E 2200 0260 006",
        "1 progetto",
    ),
    (
        "Un filtro con un comune che non c'è: non si inventa niente.",
        "mensa comune:paperopoli",
        "paperopoli",
    ),
    (
        "Parole senza senso: non si trova niente, e si dice che cosa provare.",
        "qwertyuiop zxcvbnm",
        "Nessun progetto",
    ),
];

#[test]
fn ten_searches_at_the_desk() {
    stored::check(|quiet| vec![("ricerche.it.txt".to_owned(), searches(quiet))]);
}

fn searches(quiet: Duration) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(PROGRAM, &["--lingua", "it"], home.path(), (80, 24)).unwrap();
    stage.wait("Toscana:", PATIENCE).unwrap();
    let mut out = String::from(
        "Dieci ricerche al banco, come le farebbe un facilitatore, errori compresi.\n\
         Terminale di 80 colonne e 24 righe; lo scrive: SPORTELLO_REGISTRA=1 cargo test --test recordings\n",
    );
    for (number, (said, typed, shown)) in SEARCHES.iter().enumerate() {
        stage.send(CLEAR).unwrap();
        stage.settle(quiet).unwrap();
        for key in typed.chars() {
            stage.send(&key.to_string()).unwrap();
        }
        stage.wait(shown, PATIENCE).unwrap();
        stage.settle(quiet).unwrap();
        write!(
            out,
            "\n{}. {said}\n   Si scrive: {typed}\n\n{}\n",
            number + 1,
            stage.picture()
        )
        .unwrap();
    }
    out
}
