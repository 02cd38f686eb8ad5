//! The command line, part by part: its table, its lists of codes, its CSV, its manual.

use sportello::cli::args::{command, language};
use sportello::cli::entry::Entry;
use sportello::cli::list::split;
use sportello::cli::manual::{chapters, text};
use sportello::cli::table::COMMANDS;
use sportello::cli::values::Values;
use sportello::cli::words::about;
use sportello::lang::{Lang, QUESTIONS};
use sportello::model::Cents;
use sportello::sheet::csv::{Cell, Style, written};
use std::ffi::OsString;

#[test]
fn the_table_of_commands_holds_together() {
    for lang in Lang::ALL {
        command(lang, &Values::default()).debug_assert();
    }
}

#[test]
fn no_two_commands_share_a_name_and_each_has_examples_that_can_be_typed() {
    for one in COMMANDS {
        let same = |e: &&Entry| e.name.is(one.name.it) || e.name.is(one.name.en);
        assert_eq!(COMMANDS.iter().filter(same).count(), 1, "{}", one.name.it);
    }
    for (entry, lang) in COMMANDS
        .iter()
        .flat_map(|e| Lang::ALL.iter().map(move |l| (e, *l)))
    {
        let start = format!("sportello {}", entry.name.of(lang));
        for line in lang.say(entry.examples).lines() {
            assert!(line.contains(&start), "{line}");
            let typed = line.split("  #").next().unwrap_or_default();
            let typed = typed.split(['>', '|', '<']).find(|part| part.contains(&start));
            let words = typed.unwrap_or_default().split_whitespace();
            let words: Vec<String> = words.map(|word| word.replace('"', "")).collect();
            let read = command(lang, &Values::default()).try_get_matches_from(&words);
            assert!(read.is_ok(), "{line}: {:?}", read.err().map(|e| e.to_string()));
        }
    }
}

#[test]
fn the_language_is_read_before_the_rest() {
    let args = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    assert_eq!(
        language(&args(&["sportello", "dati", "--lingua", "en"])),
        Lang::En
    );
    assert_eq!(
        language(&args(&["sportello", "--language=en", "--help"])),
        Lang::En
    );
}

#[test]
fn codes_stand_one_a_line_or_side_by_side() {
    let text = "# i nostri\nJ57H22001230006\n\n\"J44E21001030001\"; 9326801FA7,x\r\n";
    assert_eq!(
        split(text),
        ["J57H22001230006", "J44E21001030001", "9326801FA7", "x"]
    );
}

#[test]
fn a_spreadsheet_gets_no_formula_and_keeps_codes() {
    let excel = |cell| written(&cell, Style::Excel);
    let text = |text: &str| Cell::Text(text.to_owned());
    let code = |code: &str| Cell::Code(code.to_owned());
    for wild in ["=1+1", "+39 055", "-2", "@somma(a1)"] {
        assert_eq!(excel(text(wild)), format!("'{wild}"));
        assert_eq!(written(&text(wild), Style::Plain), wild);
    }
    assert_eq!(excel(code("046028")), "=\"046028\"");
    assert_eq!(excel(code("9326801E79")), "=\"9326801E79\"");
    assert_eq!(excel(code("9326801FA7")), "9326801FA7");
    assert_eq!(excel(code("J57H22001230006")), "J57H22001230006");
    assert_eq!(excel(Cell::Money(Some(Cents(123_450)))), "1234,50");
    assert_eq!(
        written(&Cell::Money(Some(Cents(123_450))), Style::Plain),
        "1234.50"
    );
    assert_eq!(excel(Cell::Money(None)), "");
}

#[test]
fn both_languages_have_the_same_chapters_and_criteria() {
    let of = |lang| {
        let text = text(lang);
        let chapters = chapters(&text).len();
        let criteria: Vec<String> = text
            .lines()
            .filter_map(|l| l.strip_prefix("- 11."))
            .filter_map(|l| Some(l.split_whitespace().next()?.to_owned()))
            .collect();
        (chapters, criteria)
    };
    assert_eq!(of(Lang::It), of(Lang::En));
    let (chapters, criteria) = of(Lang::It);
    assert!(
        chapters > 8 && criteria.len() > 60,
        "{chapters} {}",
        criteria.len()
    );
    assert!(criteria.is_sorted_by_key(|c| {
        let parts: Vec<u32> = c.split('.').filter_map(|n| n.parse().ok()).collect();
        parts
    }));
}

#[test]
fn every_question_is_found_by_its_own_words() {
    for lang in Lang::ALL {
        for question in QUESTIONS {
            let found = about(question.text(lang).question, lang);
            assert!(
                found.iter().any(|f| f.id == question.id),
                "{}",
                question.text(lang).question
            );
        }
    }
    assert_eq!(about("", Lang::It).len(), QUESTIONS.len());
    assert!(about("xyzzy", Lang::It).is_empty());
}
