//! The whole program in a pseudo-terminal, called from a shell: whatever happens to it, the
//! terminal comes back as it was.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "support/archive.rs"]
mod archive;
#[path = "support/made_up.rs"]
#[allow(dead_code)]
mod made_up;
#[path = "support/pty.rs"]
mod pty;

use pty::Session;
use sportello::app::Archive;
use sportello::desk::lesson::Expected;
use sportello::lang::{Ask, LESSONS, Lang, StepKind, Wants};
use sportello::snapshot::Snapshot;
use sportello::{import, renew};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[test]
fn from_the_first_frame_to_the_end() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("asillo prato");
    session.wait("asilo");
    session.wait("mln € · in corso");
    session.send("\r");
    session.wait("Che cos'è");
    session.send("\x1bOQ");
    session.wait("What it is");
    session.send("\x1b");
    session.wait("projects");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn the_first_start_offers_what_can_be_chosen_and_the_second_does_not() {
    let mut session = Session::start(80, 24);
    session.forget_settings();
    session.program();
    session.wait("Prima volta? Lingua, comune");
    session.send("asilo");
    session.wait("asilo");
    session.send("\x11");
    session.comes_back_to_the_shell();
    session.program();
    session.wait("Toscana: 60 progetti");
    let shown = session.screen().contents();
    assert!(!shown.contains("Prima volta"), "{shown}");
    session.send("\x11");
    session.comes_back();
}

/// A region's package in the folder of the settings, signed with a key that they name.
fn newer_data(session: &Session) {
    let home = session.home().to_owned();
    made_up::tables_of(&home.join("tables"), 3, made_up::PRATO, "30/09/2026");
    let options = import::Options {
        inputs: vec![home.join("tables")],
        region: import::RegionChoice::parse("toscana"),
        out: home.join("region").join("new.sqlite"),
        observed: Vec::new(),
        removals: Vec::new(),
        cancel: Arc::default(),
    };
    std::fs::create_dir(home.join("region")).unwrap();
    import::run(&options, &mut import::Silent).unwrap();
    let key = renew::make(&home.join("region.key")).unwrap();
    let publishing = renew::Publishing {
        folder: &home.join("share"),
        snapshot: &Snapshot::open(&options.out).unwrap(),
        key: Some(&key.secret),
        serial: None,
        next: None,
    };
    renew::publish(&publishing).unwrap();
    let settings = format!(
        "chiavi = [{:?}]\naggiornamenti = {:?}\n",
        key.key,
        home.join("share")
    );
    session.home_file("impostazioni.toml", &settings);
}

#[test]
fn newer_data_are_taken_on_the_screen_and_seen_at_the_next_start() {
    let mut session = Session::start(80, 24);
    newer_data(&session);
    session.program();
    session.wait("Dati più recenti, al 30 settembre 2026");
    session.send("\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B\r");
    session.wait("Prendere questi dati");
    session.send("\x1b[F\r");
    session.wait("Fatto: Toscana");
    session.wait("la prossima volta");
    session.send("\x1b");
    session.wait("60 progetti");
    session.send("\x11");
    session.comes_back_to_the_shell();
    session.program();
    session.wait("Toscana: 3 progetti");
    let shown = session.screen().contents();
    assert!(!shown.contains("Dati più recenti"), "{shown}");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn a_workshop_run_through_by_keys_alone() {
    let mut session = Session::start(80, 24);
    session.bundled();
    session.program();
    session.wait("progetti.");
    // Down to the third door: learn; the first lesson.
    session.send("\x1b[B\x1b[B\x1b[B\r");
    session.wait("Dimostrazione");
    session.send("\r");
    session.wait("12 passi");
    let lesson = &LESSONS[0];
    for (n, step) in lesson.steps.iter().enumerate() {
        session.send("\x1b[6~");
        session.wait(&format!("Passo {} di 12", n + 1));
        let StepKind::Ask(ask) = &step.kind else {
            continue;
        };
        let text = step.text(Lang::It);
        session.wait(text.question);
        if text.options.is_empty() {
            session.wait("La risposta, poi Invio");
        }
        let right = right_answer(ask).say(text, Lang::It);
        match ask.wants {
            // Once wrong, then right.
            Wants::Count => {
                session.send("1\r");
                session.wait("Non ancora.");
                session.send(&format!("{right}\r"));
                session.wait("Giusto");
            }
            // Twice wrong.
            Wants::Body => {
                session.send("nessuno\r");
                session.wait("Non ancora.");
                session.send("nessuno\r");
                session.wait(right.split(' ').next().unwrap());
            }
            Wants::Choice(right) => {
                session.send(&(right + 1).to_string());
                session.wait(&format!("▸ {}.", right + 1));
                session.send("\r");
            }
            _ => session.send(&format!("{right}\r")),
        }
        session.wait("Invio: avanti.");
    }
    session.send("\x1b[6~");
    session.wait("Risposte giuste: 3 su 4.");
    // Back at the start: a project, for everybody to see.
    session.send("\x1b[1;3H");
    session.wait("Che cosa cercate?");
    session.send("asillo nido seravezza");
    session.wait("1 progetto");
    session.send("\r");
    session.wait("Chi lo fa e chi");
    session.send("\x1b[24~");
    session.wait("Parti: ");
    session.send("\x1b[6~");
    session.wait("Domanda 1 di ");
    session.send("\x1b[6~\x1b[6~\x1b[6~");
    session.wait("Domanda 3 di ");
    session.send("\x1b");
    session.wait("Progetto · ");
    session.send("\x11");
    session.comes_back();
}

fn right_answer(ask: &Ask) -> Expected {
    let snapshot = Snapshot::embedded().unwrap();
    let archive = Archive::load(snapshot).unwrap();
    archive.expected(ask, None).unwrap().unwrap()
}

#[test]
fn the_demonstration_goes_on_by_itself() {
    let mut session = Session::start(80, 24);
    session.bundled();
    session.program();
    session.wait("progetti.");
    session.send("\x12dimo");
    session.wait("2 min");
    session.send("\r");
    session.wait("Passo 1 di 13");
    session.wait("Passo 2 di 13");
    session.wait("> asillo");
    session.wait("«asilo» per «asillo»");
    session.send(" ");
    session.wait("Spazio riprende");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn the_map_opens_and_leads_to_a_comune() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("\x1bOS");
    session.wait("Tab cambia");
    session.send("\t\t");
    session.wait("Solo i progetti tutti qui");
    session.send("\r");
    session.wait("Comune · ");
    session.send("\x1b");
    session.wait("Tab cambia");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn every_size_is_drawn() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("prato");
    session.wait("mln € · in corso");
    for (width, height) in [(40, 12), (10, 3), (1, 1), (200, 60), (33, 9), (120, 40), (80, 24)] {
        session.resize(width, height);
        std::thread::sleep(Duration::from_millis(30));
    }
    session.wait("In breve");
    session.resize(12, 4);
    session.wait("troppo");
    session.resize(80, 24);
    session.wait("In breve");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn a_paste_of_a_million_letters_is_cut() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    let started = Instant::now();
    session.send("\x1b[200~");
    session.send(&"asilo\n\x07".repeat(150_000));
    session.send("\x1b[201~");
    session.wait("Ricerca");
    assert!(started.elapsed() < Duration::from_secs(20));
    session.send("\x11");
    session.comes_back();
}

#[test]
fn ctrl_z_gives_the_shell_back_and_fg_the_program() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("prato");
    session.wait("mln € · in corso");
    session.send("\x1a");
    session.wait("Stopped");
    session.is_back();
    session.send("fg\n");
    session.wait("In breve");
    assert!(session.screen().alternate_screen());
    session.send("\x11");
    session.comes_back();
}

#[test]
fn signals_end_it_in_order() {
    for signal in ["-TERM", "-HUP", "-INT", "-QUIT"] {
        let mut session = Session::start(80, 24);
        session.program();
        session.wait("Toscana: 60 progetti");
        session.signal(signal);
        session.comes_back();
    }
}

#[test]
fn a_stop_that_cannot_be_caught_is_mended_when_it_goes_on() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.signal("-STOP");
    session.wait("Stopped");
    session.send("fg\n");
    std::thread::sleep(Duration::from_millis(300));
    session.send("prato");
    session.wait("mln € · in corso");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn a_favourite_and_a_note_are_there_after_a_restart() {
    let mut session = Session::start(80, 24);
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("prato");
    session.wait("mln € · in corso");
    session.send("\r");
    session.wait("I progetti del");
    // Ctrl-K, F11, Ctrl-T.
    session.send("\x0b");
    session.wait("Tra i preferiti");
    session.send("\x1b[23~");
    session.wait("Segnato: 1 oggi");
    session.send("\x14");
    session.wait("niente nomi né dati personali");
    session.send("chiedere all'URP\r");
    session.wait("preferito · nota");
    session.send("\x11");
    session.comes_back_to_the_shell();
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("\x18");
    session.wait("un comune");
    session.wait("chiedere all'URP");
    session.send("\x11");
    session.comes_back();
}

#[test]
fn a_panic_leaves_its_message_on_a_clean_terminal() {
    for place in ["worker", "screen"] {
        let mut session = Session::start(80, 24);
        session.child_test("panics", place);
        session.wait(&format!("made to panic in the {place}"));
        session.comes_back();
    }
}

#[test]
fn wrong_files_of_keys_and_settings_are_told_and_the_program_starts() {
    for (file, text) in [
        ("tasti.toml", "quit = [\"q\"]\n"),
        ("impostazioni.toml", "tema = \n"),
    ] {
        let mut session = Session::start(80, 24);
        session.home_file(file, text);
        session.program();
        session.wait(file);
        session.wait("Toscana: 60 progetti");
        session.send("\x11");
        session.comes_back();
    }
}

#[test]
fn no_color_sends_no_colour() {
    let mut session = Session::start(80, 24);
    session.send("export NO_COLOR=1\n");
    session.program();
    session.wait("Toscana: 60 progetti");
    session.send("prato");
    session.wait("mln € · in corso");
    let screen = session.screen();
    for y in 0..24 {
        for x in 0..80 {
            let cell = screen.cell(y, x).unwrap();
            assert_eq!(cell.fgcolor(), vt100::Color::Default);
            assert_eq!(cell.bgcolor(), vt100::Color::Default);
        }
    }
    let bold = (0..80).any(|x| screen.cell(23, x).unwrap().bold());
    assert!(bold, "keys stay bold");
    session.send("\x11");
    session.comes_back();
}

/// Run by [`a_panic_leaves_its_message_on_a_clean_terminal`] in a terminal of its own.
#[test]
#[ignore = "panics on purpose, in a terminal that another test gives it"]
fn panics() {
    pty::panic_in(&std::env::var("PANIC_IN").unwrap());
}

/// What is asked at a desk, with the words that a hurried person types: one key, Enter, leads to the
/// answer on a screen of 80 by 24.
#[test]
fn eight_questions_are_answered_with_one_key_beyond_the_words() {
    let mut session = Session::start(80, 24);
    session.bundled();
    session.program();
    session.wait("progetti.");
    for (words, answer) in [
        ("scuola pelago cosa fanno", "una scuola nuova"),
        ("asilo seravezza chi paga", "Comune di Seravezza realizza"),
        ("quanto costa tramvia campi", "283.445.790,16"),
        ("casa della salute quarrata dove", "Montalbano 364."),
        ("osp figline quando", "Non si sa quando finisce"),
        ("scuola pelago a che punto", "era in corso"),
        ("asilo seravezza a cosa serve", "serve alle"),
        ("asilo seravezza a chi chiedere", "URP"),
    ] {
        session.send(words);
        session.wait(" €");
        session.send("\r");
        session.wait("Progetto · ");
        session.wait(answer);
        // The next citizen.
        session.send("\x0e");
        session.wait("il percorso di prima è dimenticato");
    }
    // Who reads nothing leaves as other programs are left.
    session.send("q\r");
    session.comes_back();
}
