//! Recordings of the program as text, under `assets/screens`: made by scripts, on the bundled
//! region: ten searches, and a session of each of three people. The test plays the script again and compares;
//! `SPORTELLO_REGISTRA=1 cargo test --test recordings` writes the files anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "support/stage.rs"]
mod stage;
#[path = "support/stored.rs"]
mod stored;

use stage::Stage;
use std::fmt::Write;
use std::io::Write as _;
use std::process::{Command, Stdio};
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

/// What happens, the keys, how they are written down, and what is then on the screen.
type Move = (&'static str, &'static str, &'static str, &'static str);

const ENTER: &str = "\r";
const ESC: &str = "\x1b";

/// A facilitator with a queue behind the citizen.
const HURRY: &[Move] = &[
    (
        "«L'ospedale di Figline, quando lo finiscono?»",
        "osp figline quando",
        "osp figline quando",
        "Ospedale di comunità",
    ),
    (
        "Invio: la pagina si apre alla domanda.",
        ENTER,
        "Invio",
        "Progetto · ",
    ),
    ("«E chi lo dice?»", ENTER, "Invio", "In dettaglio · "),
    (
        "Una nota per la prossima volta.",
        "\x14",
        "Ctrl-T",
        "La vostra nota",
    ),
    (
        "",
        "chiedere la data alla Regione",
        "chiedere la data alla Regione",
        "alla Regione",
    ),
    (
        "Esc per sbaglio: la nota non va persa.",
        ESC,
        "Esc",
        "non è salvata",
    ),
    ("", ENTER, "Invio", "In dettaglio · "),
    (
        "«Dov'è, di preciso?»",
        "\x1bOS",
        "F4",
        "Figline e Incisa Valdarno (FI)",
    ),
    (
        "La persona ringrazia: si segna, e si ricomincia.",
        "\x1b[23~",
        "F11",
        "oggi",
    ),
    ("", "\x0e", "Ctrl-N", "il percorso di prima è dimenticato"),
    (
        "La prossima: «Quanti soldi prende Montaione?»",
        "quanto prende montaione",
        "quanto prende montaione",
        "Comune: Montaione",
    ),
    ("", ENTER, "Invio", "Comune · "),
    (
        "F10 per sbaglio, tra F9 e F11: il programma resta.",
        "\x1b[21~",
        "F10",
        "ancora lo stesso tasto",
    ),
];

/// The leader of a workshop, with a projector of forty columns.
const ROOM: &[Move] = &[
    (
        "",
        "asillo nido serravezza",
        "asillo nido serravezza",
        "Seravezza",
    ),
    ("", ENTER, "Invio", "Progetto · "),
    (
        "Una risposta alla volta, per tutta la sala.",
        "\x1b[24~",
        "F12",
        "Laboratorio",
    ),
    ("", "\x1b[6~", "PagGiù", "Domanda 1 di"),
    (
        "«E quanto costa?» Una cifra va alla domanda.",
        "3",
        "3",
        "Domanda 3 di",
    ),
    (
        "Si torna indietro con una freccia.",
        "\x1b[A",
        "Su",
        "Domanda 2 di",
    ),
    ("La pagina, per chi vuole i conti.", ESC, "Esc", "Progetto · "),
    (
        "La mappa qui non ci sta: al suo posto c'è la tabella.",
        "\x1bOS",
        "F4",
        "Mappa · ",
    ),
    ("«E in euro?»", "\t", "Tab", "■ Euro"),
];

#[test]
fn a_hurried_facilitator() {
    let title = "Un facilitatore con la fila davanti. Terminale di 80 colonne e 24 righe.";
    stored::check(|quiet| {
        let played = session(title, HURRY, (80, 24), quiet);
        vec![("persona-in-fretta.it.txt".to_owned(), played)]
    });
}

#[test]
fn a_workshop_on_a_projector_of_forty_columns() {
    let title = "Chi conduce un laboratorio, con un proiettore. Terminale di 40 colonne e 12 righe.";
    stored::check(|quiet| {
        let played = session(title, ROOM, (40, 12), quiet);
        vec![("persona-in-aula.it.txt".to_owned(), played)]
    });
}

fn session(title: &str, moves: &[Move], size: (u16, u16), quiet: Duration) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(PROGRAM, &["--lingua", "it"], home.path(), size).unwrap();
    stage.wait("Un comune", PATIENCE).unwrap();
    stage.settle(quiet).unwrap();
    let mut out = format!("{title}\n");
    for (number, (what, keys, written, shown)) in moves.iter().enumerate() {
        match keys.len() {
            0..=6 => stage.send(keys).unwrap(),
            // A word is typed letter by letter.
            _ => keys.chars().for_each(|key| stage.send(&key.to_string()).unwrap()),
        }
        let waited = stage.wait(shown, PATIENCE);
        waited.unwrap_or_else(|error| panic!("{}. {written}: {error}", number + 1));
        stage.settle(quiet).unwrap();
        let what = if what.is_empty() {
            String::new()
        } else {
            format!(" {what}")
        };
        write!(
            out,
            "\n{}.{what} [{written}]\n\n{}\n",
            number + 1,
            stage.picture()
        )
        .unwrap();
    }
    out
}

/// A facilitator who does not see the screen: a line, then what is said.
const HEARD: &[&str] = &[
    "ospedale figline quando finisce",
    "perché",
    "chi paga",
    "nota chiedere la data alla Regione",
    "segna",
    "inizio",
    "quanto prende montaione",
    "dove",
    "scuola",
    "altri",
    "2",
    "indietro",
    "aiuto",
    "mappa",
    "esci",
];

#[test]
fn a_facilitator_who_listens() {
    stored::check(|_| vec![("persona-che-ascolta.it.txt".to_owned(), heard())]);
}

fn heard() -> String {
    let mut out = String::from("Un facilitatore che non vede lo schermo: il modo semplice.\n");
    let mut before = Vec::new();
    for upto in 0..=HEARD.len() {
        let lines = said(&HEARD[..upto]);
        let same = lines.iter().zip(&before).take_while(|(a, b)| a == b).count();
        if let Some(typed) = upto.checked_sub(1).map(|at| HEARD[at]) {
            write!(out, "\n> {typed}\n").unwrap();
        }
        out.extend(lines.iter().skip(same).map(|line| format!("{line}\n")));
        before = lines;
    }
    out
}

/// All that the simple mode says to these lines, in a home of its own.
fn said(lines: &[&str]) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(PROGRAM);
    command
        .args(["--lingua", "it", "semplice"])
        .env("SPORTELLO_CASA", home.path());
    command
        .env("SPORTELLO_OGGI", "2026-12-01")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let typed: String = lines.iter().map(|line| format!("{line}\n")).collect();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let said = child.wait_with_output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    said.lines()
        .filter(|line| *line != "Un momento…")
        .map(str::to_owned)
        .collect()
}
