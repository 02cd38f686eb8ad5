//! What a line means to the simple mode.

use sportello::lang::Lang;
use sportello::voice::command::{Command, Typed, parse};

fn command(line: &str) -> Command {
    match parse(line, false) {
        Typed::Command(command, _) => command,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn no_word_means_two_commands() {
    for own in Command::ALL {
        for lang in Lang::ALL {
            let word = lang.say(own.word());
            assert!(!word.is_empty());
            assert_eq!(command(word), *own, "{word}");
        }
    }
}

#[test]
fn other_words_that_people_use_are_known() {
    for (word, own) in [
        ("comuni", Command::Comune),
        ("towns", Command::Comune),
        ("misure", Command::Measure),
        ("measures", Command::Measure),
        ("preferiti", Command::Desk),
        ("favourites", Command::Desk),
        ("english", Command::Language),
        ("italiano", Command::Language),
        ("exit", Command::Quit),
        ("esc", Command::Back),
    ] {
        assert_eq!(command(word), own, "{word}");
    }
}

#[test]
fn both_languages_and_first_letters_work_at_all_times() {
    assert_eq!(command("indietro"), Command::Back);
    assert_eq!(command("BACK"), Command::Back);
    assert_eq!(command("esc"), Command::Back);
    assert_eq!(command("perche"), Command::Why);
    assert_eq!(command("per"), Command::Why);
    assert_eq!(command("alla lettera"), Command::Exact);
    assert_eq!(command("ripet"), Command::Repeat);
    let Typed::Ambiguous(several) = parse("d", false) else {
        panic!("d is ambiguous");
    };
    assert!(several.contains(&Command::Where) && several.contains(&Command::Data));
}

/// "comune di Terranuova" is a body, "cerca" a word: what is written in an exercise is its answer.
#[test]
fn in_an_exercise_an_answer_is_an_answer() {
    for line in [
        "comune di terranuova",
        "misura 3",
        "note di credito",
        "glossario cup",
    ] {
        assert_eq!(parse(line, true), Typed::Text, "{line}");
    }
    assert!(matches!(
        parse("indietro", true),
        Typed::Command(Command::Back, _)
    ));
}

#[test]
fn what_follows_a_command_is_its_own() {
    let with = |line: &str| parse(line, false);
    assert_eq!(with("perché 3"), Typed::Command(Command::Why, "3".into()));
    assert_eq!(with("perc 3"), Typed::Command(Command::Why, "3".into()));
    assert_eq!(with("cerca dati"), Typed::Command(Command::Search, "dati".into()));
    assert_eq!(
        with("town San Gimignano"),
        Typed::Command(Command::Comune, "San Gimignano".into())
    );
    assert_eq!(with("english"), Typed::Command(Command::Language, "en".into()));
}

#[test]
fn the_rest_is_a_search() {
    for line in [
        "casa comunità",
        "dati personali",
        "scuola",
        "perché no",
        "048017",
        "c 3 x",
        "asilo",
    ] {
        assert_eq!(parse(line, false), Typed::Text, "{line}");
    }
    assert_eq!(parse(" 12 ", false), Typed::Number(12));
    assert_eq!(parse("3.", false), Typed::Number(3));
    assert_eq!(parse("  ", false), Typed::Empty);
    assert_eq!(parse(".", false), Typed::Text);
}

#[test]
fn while_an_answer_is_awaited_only_whole_words_are_commands() {
    assert_eq!(parse("col", true), Typed::Text);
    assert_eq!(parse("dove", true), Typed::Command(Command::Where, String::new()));
}
