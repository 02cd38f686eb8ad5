//! Reading: pages, proofs, codes, words, data, lessons.

use super::*;
use sportello::sheet::heard::speech::seconds;

#[test]
fn a_project_is_found_opened_and_read_question_by_question() {
    let said = it(&[
        "casa comunità montemurlo",
        "1",
        "",
        "continua",
        "2",
        "3",
        "4",
        "fine",
    ]);
    has(&said, "Un progetto.");
    has(&said, "1 di 1: Casa della Comunità a Montemurlo");
    for question in [
        "Che cos'è",
        "Chi lo fa e chi paga",
        "Quanto costa e quanto è pagato",
        "Dove",
    ] {
        let asked = |l: &String| l.contains(" di ") && l.ends_with(&format!(": {question}."));
        assert!(said.iter().any(asked), "{question}: {said:#?}");
    }
    has(
        &said,
        "La Regione Toscana realizza il progetto; un gruppo guidato da",
    );
    // The answer comes soon: within five lines of the choice.
    let at = said.iter().position(|l| l.starts_with("1 di 1: ")).unwrap();
    let first = said
        .iter()
        .position(|l| l.starts_with("Si costruisce da zero una Casa della Comunità a Montemurlo"))
        .unwrap();
    assert!(first - at < 5, "{said:#?}");
}

#[test]
fn all_eight_answers_at_once_or_in_brief() {
    let all = answer(&["casa comunità montemurlo", "1", "tutto"]);
    let brief = answer(&["casa comunità montemurlo", "1", "breve"]);
    assert_eq!(brief.len(), 8, "{brief:#?}");
    for sentence in &brief {
        let bare = sentence.split(" (").next().unwrap();
        assert!(all.iter().any(|l| l.starts_with(bare)), "{sentence} in {all:#?}");
    }
    assert!(all.last().unwrap().contains("finita"));
}

#[test]
fn every_sentence_can_be_asked_for_its_proof() {
    let said = answer(&["casa comunità montemurlo", "1", "perché"]);
    assert!(said[0].starts_with("La frase è: "), "{said:?}");
    has(&said, "La tabella è ");
    let first = answer(&["casa comunità montemurlo", "1", "perché 1"]);
    has(&first, "Si costruisce da zero");
    assert_eq!(answer(&["casa comunità montemurlo", "1", "perché 99"]).len(), 1);
    assert_eq!(answer(&["perché"]).len(), 1);
    let word = answer(&["glossario cup", "perché"]);
    has(&word, "l'abbiamo scritta noi");
}

#[test]
fn money_tenders_places_times_and_sources_by_name() {
    let of = |word| answer(&["casa comunità montemurlo", "1", word]);
    has(
        &it(&["casa comunità montemurlo", "1", "soldi", "altri"]),
        "PNRR, finanziamento: 1 milione di euro",
    );
    has(&of("gare"), "CIG 9440 587 AD6");
    has(&of("luoghi"), "Montemurlo");
    has(&of("tempi"), "Quando");
    has(
        &it(&["casa comunità montemurlo", "1", "fonti", "altri", "altri"]),
        "PNRR_Aggiudicatari_Gare",
    );
    has(&of("indice"), "1. Che cos'è");
    assert_eq!(answer(&["soldi"]).len(), 1);
}

#[test]
fn codes_are_said_in_groups_and_letter_by_letter() {
    let said = it(&["casa comunità montemurlo", "1", "cup", "lettere", "lettere ab 1"]);
    has(&said, "D15 F22 00061 0002");
    has(&said, "D, 1, 5, F, 2, 2, 0, 0, 0, 6, 1, 0, 0, 0, 2.");
    has(&said, "A, B, 1.");
    assert!(!said.iter().any(|l| l.contains("D15F22000610002")), "{said:#?}");
    assert_eq!(answer(&["cup"]).len(), 1);
}

#[test]
fn hard_words_and_questions_are_explained() {
    has(&it(&["glossario soggetto attuatore"]), "Vedi anche");
    let said = it(&["glossario", "cup", "1"]);
    has(&said, "Parole difficili.");
    has(&said, "CUP");
    let said = it(&["casa comunità montemurlo", "1", "tutto", "parole", "altri"]);
    has(&said, "URP");
    has(&it(&["domande", "1"]), "Il PNRR è il Piano nazionale");
    has(&it(&["imparare"]), "2. Domande sul PNRR");
}

#[test]
fn the_data_say_their_sources_and_dates() {
    let said = it(&["dati", "2", "", ""]);
    has(&said, "Progetti: 9.");
    has(&said, "PNRR_Localizzazione, di Italia Domani");
    has(&said, "13 giugno 2026");
    let sources = answer(&["dati", "fonti"]);
    assert!(sources.len() < 30, "{sources:#?}");
}

#[test]
fn a_lesson_is_heard_and_its_exercises_checked() {
    let said = it(&[
        "lezioni 1",
        "",
        "",
        "0",
        "suggerimento",
        "continua",
        "apri",
        "indietro",
    ]);
    has(&said, "Passo 1 di ");
    has(&said, "Non ancora. ");
    has(&said, "La risposta è: ");
    let count = said
        .iter()
        .find_map(|l| l.split_once("La risposta è: "))
        .map(|(_, n)| n.trim_end_matches('.').to_owned())
        .unwrap();
    has(&it(&["lezioni 1", "", "", &count]), "Giusto");
    has(&answer(&["lezioni 1", "avanti"]), "Passo 2 di ");
    // A word that says nothing leaves no lesson; one that finds something does.
    has(&answer(&["lezioni 1", "boh"]), "Non conosco «boh».");
    has(&answer(&["lezioni 1", "boh", "avanti"]), "Passo 2 di ");
    has(&answer(&["lezioni 1", "asilo nido"]), "progetti");
    let shown = answer(&["lezioni 6", "tutto"]);
    has(&shown, "Passo 13 di 13");
}

#[test]
fn the_drawings_of_the_screen_are_heard_as_figures() {
    let comune = answer(&["comune prato", "tutto"]);
    has(&comune, "Da 100 mila euro a 1 milione di euro: ");
    has(&comune, "I pagamenti si conoscono di ");
    let measure = answer(&["misura M6C1I1.01.00", "tutto"]);
    has(&measure, ": Grandi e piccoli.");
    has(&measure, "Da 10 milioni di euro in su: ");
    let project = answer(&["casa comunità montemurlo", "1", "tutto"]);
    has(&project, ": Gli importi della stessa misura.");
    let own = project.iter().filter(|l| l.ends_with("Qui c'è questo progetto."));
    let own: Vec<&String> = own.collect();
    assert!(
        own.len() == 1 && own[0].starts_with("Da 1 milione di euro a 10 milioni di euro: "),
        "{project:#?}"
    );
}

#[test]
fn on_a_page_the_words_of_a_question_read_its_answer() {
    let of = |lines: &[&str]| answer(&[&["casa comunità montemurlo", "1"], lines].concat());
    has(&of(&["chi paga?"]), ": Chi lo fa e chi paga.");
    has(&of(&["Quando"]), ": Quando.");
    has(&of(&["quanto costa"]), ": Quanto costa e quanto è pagato.");
    has(&of(&["a che punto è"]), ": A che punto è.");
    // Anything else is still searched.
    has(&of(&["chi paga il nido"]), " progett");
    // Alone it is not taken for "quanto".
    let alone = answer(&["quando"]);
    assert!(!alone.iter().any(|l| l.contains("quanto")), "{alone:#?}");
}

#[test]
fn esc_steps_back_and_does_not_end_the_program() {
    let said = answer(&["casa comunità montemurlo", "1", "esc"]);
    has(&said, "Risultati di ");
}

#[test]
fn what_is_asked_is_answered_first_and_in_short_turns() {
    let said = answer(&["quando finisce l'ospedale di comunità di Figline"]);
    let at = said.iter().position(|line| line.contains(": Quando.")).unwrap();
    assert!(seconds(&said[..at].join("\n")) < 15.0, "{said:#?}");
    assert!(!said.iter().any(|line| line.starts_with("In breve")), "{said:#?}");
    // What is left of a part comes with "altri", then the next part.
    let said = it(&["comune prato", "altri", "altri", "altri", "altri", "altri"]);
    has(&said, "Ancora ");
    has(&said, "2 di ");
}

/// A question mark and the arrow keys of those who know the full screen.
#[test]
fn a_question_mark_and_arrow_keys_help() {
    let help = answer(&["aiuto"]);
    for line in ["?", "??", "\u{1b}[A", "\u{1b}[B"] {
        assert_eq!(answer(&[line]), help, "{line:?}");
    }
}
