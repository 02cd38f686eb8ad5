//! Every command that the program prints runs as it is printed.

use super::{say, sportello};
use sportello::cli::args;
use sportello::cli::table::COMMANDS;
use sportello::cli::values::Values;
use sportello::lang::Lang;
use std::fs;
use std::path::Path;

/// What ends a command in a sentence.
const ENDS: &[&str] = &[
    "\n", "»", "”", "\"", "\\", "`", ". ", "; ", ", ", ": ", " (", " > ", " < ", " | ", " #",
];

/// The commands that stand in a text.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    let found = text.match_indices("sportello ").filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at..];
        let end = ENDS.iter().filter_map(|end| rest.find(end)).min();
        let begins = before.is_none_or(|c| !c.is_alphanumeric());
        begins.then(|| rest[..end.unwrap_or(rest.len())].trim_end_matches('.'))
    });
    found.filter(|command| {
        let first = command.split(' ').nth(1).unwrap_or_default();
        COMMANDS.iter().any(|entry| entry.name.is(first))
    })
}

#[test]
fn every_command_of_a_sentence_can_be_typed() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    for file in fs::read_dir(assets.join("lang")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let lang = match name.contains("en.t") {
            true => Lang::En,
            false => Lang::It,
        };
        for command in commands(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            let words: Vec<&str> = command.split(' ').collect();
            let grammar = args::command(lang, &Values::default());
            if let Err(error) = grammar.try_get_matches_from(&words) {
                wrong.push(format!("{name}: {command}: {:?}", error.kind()));
            }
            if !COMMANDS.iter().any(|entry| entry.name.of(lang) == words[1]) {
                wrong.push(format!("{name}: {command}: not its name in this language"));
            }
        }
    }
    assert!(seen > 150, "{seen}");
    assert!(wrong.is_empty(), "{seen}: {wrong:#?}");
}

/// Runs what is printed, by a shell.
#[cfg(unix)]
fn run(printed: &str) -> i32 {
    let home = tempfile::tempdir().unwrap();
    let program = sportello(home.path()).get_program().to_owned();
    let line = printed.replacen("sportello", "\"$PROGRAM\"", 1);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).env("PROGRAM", program);
    let output = shell.env("SPORTELLO_CASA", home.path()).output().unwrap();
    output.status.code().unwrap()
}

#[cfg(unix)]
#[test]
fn every_command_below_a_search_finds_what_it_says() {
    let mut seen = 0;
    for typed in [
        "la scuola di londa",
        "scuola zeri",
        "la scuola di bagni di lucca",
        "scuola a milano",
        "-scuola bagni di lucca",
        "rimini",
        "lunigiana",
        "soggetto attuatore",
        "cup",
        "asili nido",
        "londa",
        "aiuto",
        "novità",
    ] {
        for lang in ["it", "en"] {
            let said = say(&["cerca", "--lingua", lang, "--", typed]).out;
            let printed = said
                .lines()
                .filter_map(|line| Some(&line[line.find("sportello ")?..]));
            for command in printed {
                seen += 1;
                let name = command.split(' ').nth(1).unwrap();
                let own = COMMANDS.iter().find(|entry| entry.name.is(name)).unwrap();
                assert_eq!(own.name.of(lang.parse().unwrap()), name, "{command}");
                assert_eq!(run(command), 0, "{typed}: {command}");
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[cfg(unix)]
#[test]
fn what_is_no_command_is_looked_for() {
    let said = say(&["scuola", "prato", "--lingua", "it"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("Per cercare: sportello cerca scuola prato"),
        "{}",
        said.err
    );
    assert_eq!(run("sportello cerca scuola prato"), 0);
}

#[test]
fn a_limit_of_none_is_a_count() {
    let said = say(&["cerca", "scuola", "--limite", "0"]);
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("Progetti trovati: "), "{}", said.out);
}

#[test]
fn what_is_no_day_is_told() {
    let home = tempfile::tempdir().unwrap();
    let mut command = sportello(home.path());
    let output = command
        .env("SPORTELLO_OGGI", "domani")
        .arg("dati")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("«domani» non è un giorno"), "{said}");
}
