//! The gallery under `assets/screens`: every screen as text, in both languages, in terminals of
//! 80x24 and 120x40, on the bundled region. The test goes through the screens again and compares;
//! `SPORTELLO_REGISTRA=1 cargo test --test gallery` writes the files anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "support/stage.rs"]
mod stage;
#[path = "support/stored.rs"]
mod stored;

use sportello::lang::Lang;
use stage::Stage;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);
const PROGRAM: &str = env!("CARGO_BIN_EXE_sportello");

/// Twice: a note that is being written asks once more.
const HOME: &str = "\x1b[1;3H\x1b[1;3H";
const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const F1: &str = "\x1bOP";
const F3: &str = "\x1bOR";
const F4: &str = "\x1bOS";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";
const F9: &str = "\x1b[20~";
const F12: &str = "\x1b[24~";
const CTRL_R: &str = "\x12";
const CTRL_S: &str = "\x13";
const DESK: &str = "\x18";
const NOTE: &str = "\x14";
const FAVOURITE: &str = "\x0b";
const NEWS: &str = "\x1b[1;2P";
const SPACE: &str = " ";

/// Keys, and what is on the screen when they have done their work, in Italian and in English.
type Step = (&'static str, [&'static str; 2]);

/// A screen: the name of its file, and the way to it from the start screen.
struct Scene {
    name: &'static str,
    steps: &'static [Step],
}

const fn scene(name: &'static str, steps: &'static [Step]) -> Scene {
    Scene { name, steps }
}

const SEARCH: Step = ("asillo nido serravezza", ["In breve", "In short"]);
const FOUND: Step = ("", ["Via Menchini", "Via Menchini"]);
const PROJECT: Step = (ENTER, ["Progetto · ", "Project · "]);
const ANSWERS: Step = ("", ["A chi serve", "Who it is for"]);
const LEARN: Step = (CTRL_R, ["Dimostrazione", "Demonstration"]);
const COMUNI: Step = (DOWN, ["▸", "▸"]);
const COMUNE: &[Step] = &[
    COMUNI,
    (ENTER, ["Comuni", "Comuni"]),
    ("montemurlo", ["Montemurlo (PO)", "Montemurlo (PO)"]),
    (ENTER, ["Comune · ", "Comune · "]),
    ("", ["22.607.931", "22,607,931"]),
];

/// In the order in which a new user meets them.
const SCENES: &[Scene] = &[
    // The questions are of the archive once its lists are there.
    scene(
        "avvio",
        &[(
            "",
            ["Che cosa si fa a Firenze?", "What is being done in Firenze?"],
        )],
    ),
    scene("ricerca", &[SEARCH, FOUND]),
    scene("progetto", &[SEARCH, FOUND, PROJECT, ANSWERS]),
    scene(
        "perche",
        &[
            SEARCH,
            FOUND,
            PROJECT,
            ANSWERS,
            (TAB, ["▸", "▸"]),
            (ENTER, ["subappalto", "subcontractor"]),
            (ENTER, ["→", "→"]),
        ],
    ),
    scene("comune", COMUNE),
    scene(
        "misura",
        &[
            (DOWN, ["▸", "▸"]),
            (DOWN, ["▸", "▸"]),
            (ENTER, ["Misure", "Measures"]),
            ("M6C1I1.01", ["M6C1I1.01.00", "M6C1I1.01.00"]),
            (ENTER, ["Misura · ", "Measure · "]),
            ("", ["A che cosa serve", "What it is for"]),
        ],
    ),
    scene("mappa", &[(F4, ["Prato", "Prato"]), (TAB, ["Euro", "Euro"])]),
    scene(
        "mappa-tabella",
        &[(F4, ["Prato", "Prato"]), (F3, ["Firenze", "Firenze"])],
    ),
    scene("dati", &[(F6, ["9.097", "9,097"])]),
    scene("novita", &[(NEWS, ["Di nuovo", "New"])]),
    scene(
        "fonte",
        &[
            (F6, ["9.097", "9,097"]),
            (TAB, ["PNRR_Progetti", "PNRR_Progetti"]),
            (ENTER, ["lista dei progetti", "list of the projects"]),
        ],
    ),
    scene(
        "glossario",
        &[
            (F7, ["Glossario", "Glossary"]),
            ("soggetto", ["soggetto attuatore", "soggetto attuatore"]),
            (ENTER, ["Vedi anche", "See also"]),
        ],
    ),
    scene("imparare", &[LEARN]),
    scene(
        "lezione",
        &[
            LEARN,
            (ENTER, ["12 passi", "12 steps"]),
            (PAGE_DOWN, ["Passo 1 di 12", "Step 1 of 12"]),
        ],
    ),
    scene(
        "laboratorio",
        &[
            SEARCH,
            FOUND,
            PROJECT,
            ANSWERS,
            (F12, ["Parti: ", "Parts: "]),
            (PAGE_DOWN, ["Domanda 1 di ", "Question 1 of "]),
        ],
    ),
    scene(
        "dimostrazione",
        &[
            LEARN,
            ("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B", ["2 min", "2 min"]),
            (ENTER, ["Passo 1 di 13", "Step 1 of 13"]),
            (SPACE, ["Spazio riprende", "Space goes on"]),
        ],
    ),
    scene(
        "nota",
        &[
            SEARCH,
            FOUND,
            PROJECT,
            ANSWERS,
            (FAVOURITE, ["preferit", "avourite"]),
            (NOTE, ["La vostra nota", "Your note"]),
            ("chiedere in comune", ["chiedere in comune", "chiedere in comune"]),
        ],
    ),
    scene("banco", &[(DESK, ["Toscana · Il banco", "Toscana · The desk"])]),
    scene("aiuto", &[(F1, ["Aiuto", "Help"])]),
    scene("comandi", &[(F9, ["Comandi", "Commands"])]),
    scene("impostazioni", &[(CTRL_S, ["Impostazioni", "Settings"])]),
];

#[test]
fn the_readme_leads_to_every_screen() {
    let readme = include_str!("../README.md");
    for scene in SCENES {
        for lang in Lang::ALL {
            let file = format!("(assets/screens/{}.{lang}.txt)", scene.name);
            assert!(readme.contains(&file), "{file}");
        }
    }
}

/// The screens that the README shows are screens of the gallery.
#[test]
fn the_screens_in_the_readme_are_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    let files = SCENES.iter().map(|s| folder.join(format!("{}.it.txt", s.name)));
    let gallery: String = files.map(|path| fs::read_to_string(path).unwrap()).collect();
    let blocks = include_str!("../README.md").split("```text\n").skip(1);
    let blocks = blocks.filter_map(|block| block.split("\n```").next());
    let screens: Vec<&str> = blocks
        .filter(|block| block.starts_with(" Sportello · "))
        .collect();
    assert!(screens.len() > 2);
    for screen in screens {
        assert!(gallery.contains(screen), "{screen}");
    }
}

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn every_screen_is_in_the_gallery() {
    // A session waits more than it works: all go at once.
    stored::check(|quiet| {
        thread::scope(|scope| {
            let runs = Lang::ALL.map(|lang| scope.spawn(move || files(lang, quiet)));
            runs.into_iter().flat_map(|run| run.join().unwrap()).collect()
        })
    });
}

/// Each scene's file in one language: its screen in both sizes.
fn files(lang: Lang, quiet: Duration) -> Vec<(String, String)> {
    let played: Vec<Vec<String>> = thread::scope(|scope| {
        let runs = SIZES.map(|size| scope.spawn(move || play(lang, size, quiet)));
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let file = |(i, scene): (usize, &Scene)| {
        let mut out = String::new();
        for ((width, height), screens) in SIZES.iter().zip(&played) {
            write!(out, "{width}x{height}\n\n{}\n\n", screens[i]).unwrap();
        }
        (format!("{}.{lang}.txt", scene.name), out)
    };
    SCENES.iter().enumerate().map(file).collect()
}

/// The screens of all scenes, in one session.
fn play(lang: Lang, size: (u16, u16), quiet: Duration) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    let code = lang.to_string();
    let mut stage = Stage::open(PROGRAM, &["--lingua", &code], home.path(), size).unwrap();
    stage.wait("Toscana:", PATIENCE).unwrap();
    let ask = if lang == Lang::It {
        "Che cosa cercate?"
    } else {
        "What are you looking for?"
    };
    let mut out = Vec::new();
    for scene in SCENES {
        stage.send(HOME).unwrap();
        stage.wait(ask, PATIENCE).unwrap();
        stage.settle(quiet).unwrap();
        for (keys, shown) in scene.steps {
            stage.send(keys).unwrap();
            let shown = shown[usize::from(lang == Lang::En)];
            let waited = stage.wait(shown, PATIENCE);
            waited.unwrap_or_else(|error| panic!("{} {lang} {size:?}: {error}", scene.name));
            stage.settle(quiet).unwrap();
        }
        out.push(stage.picture());
    }
    out
}
