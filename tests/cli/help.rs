//! Help, manual, pages for `man` and completions.

use super::{say, sportello};
use std::fs;

#[test]
fn help_manual_and_completions_speak_both_languages() {
    assert!(say(&["--aiuto"]).out.contains("Comandi:"));
    assert!(say(&["--help", "--lingua", "en"]).out.contains("Commands:"));
    let manual = say(&["manuale"]).out;
    for word in ["osservato", "Codici di uscita", "official_title", "--archivio"] {
        assert!(manual.contains(word), "{word}");
    }
    assert!(say(&["manual", "--language", "en"]).out.contains("Exit codes"));
    assert!(say(&["manuale", "--man"]).out.starts_with(".ie"));
    assert_eq!(say(&["aiuto"]).out, say(&["--aiuto"]).out);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(say(&["completamenti", shell]).out.contains("verifica"), "{shell}");
    }
}

#[test]
fn a_chapter_of_the_manual_is_shown_by_its_title() {
    let said = say(&["manuale", "accessibilita"]);
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("# Accessibilità") && said.out.contains("- 11.8.5 "));
    assert!(!said.out.contains("Codici di uscita"));
    let said = say(&["manual", "simple", "mode", "--language", "en"]);
    assert!(said.out.starts_with("# Simple mode"), "{}", said.out);
    let said = say(&["manuale", "xyz"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.is_empty() && said.err.contains("- Modo semplice"),
        "{}",
        said.err
    );
}

const COMMANDS: [(&str, &str); 28] = [
    ("novita", "news"),
    ("cerca", "search"),
    ("scheda", "show"),
    ("comune", "town"),
    ("misura", "measure"),
    ("glossario", "glossary"),
    ("domande", "questions"),
    ("dati", "data"),
    ("banco", "desk"),
    ("verifica", "check"),
    ("esporta", "export"),
    ("scarica", "download"),
    ("importa", "import"),
    ("registro", "register"),
    ("aggiorna", "update"),
    ("confronta", "compare"),
    ("qualita", "quality"),
    ("pubblica", "publish"),
    ("rimuovi", "remove"),
    ("chiave", "key"),
    ("semplice", "linear"),
    ("manuale", "manual"),
    ("completamenti", "completions"),
    ("schema", "schema"),
    ("aiuto", "help"),
    ("stampa", "print"),
    ("qr", "qr"),
    ("raccolta", "gathered"),
];

#[test]
fn every_command_has_its_help_with_examples_in_its_own_language() {
    let it = say(&["--aiuto"]).out;
    let en = say(&["--help", "--language", "en"]).out;
    for (italian, english) in COMMANDS {
        assert!(it.contains(&format!("\n  {italian} ")) && en.contains(&format!("\n  {english} ")));
        let help = say(&["aiuto", italian]).out;
        assert_eq!(say(&[italian, "--help"]).out, help);
        assert!(
            help.contains("Esempi:") && help.contains(&format!("sportello {italian}")),
            "{help}"
        );
        let help = say(&["help", english, "--lingua", "en"]).out;
        assert_eq!(say(&["--language", "en", english, "--help"]).out, help);
        assert!(help.contains("Examples:") && help.contains("--language") && help.contains("--archive"));
        for word in [
            "--lingua",
            "--archivio",
            "--formato",
            "--limite",
            "--missione",
            "testo",
        ] {
            assert!(!help.contains(word), "{english}: {word}");
        }
    }
}

#[test]
fn every_command_has_a_page_for_man_with_its_options() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("man1");
    sportello(home.path())
        .args(["manuale", "--man", "--uscita"])
        .arg(&folder)
        .assert()
        .success();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), COMMANDS.len() + 1);
    let page = |name: &str| fs::read_to_string(folder.join(format!("{name}.1"))).unwrap();
    for (command, _) in COMMANDS {
        let page = page(&format!("sportello-{command}"));
        assert!(
            page.contains(".TH sportello-") && page.contains("ESEMPI"),
            "{page}"
        );
    }
    let search = page("sportello-cerca");
    for word in [
        "comune",
        "importo\\-da",
        "limite",
        "excel",
        "sportello cerca asilo",
    ] {
        assert!(search.contains(word), "{word}: {search}");
    }
    assert_eq!(say(&["manuale", "--man", "cerca"]).out, search);
    assert_eq!(say(&["manuale", "--man", "pippo"]).code, 2);
}

#[test]
fn completions_have_the_values() {
    for shell in ["bash", "zsh", "fish"] {
        let script = say(&["completamenti", shell]).out;
        for word in [
            "san-giuliano-terme",
            "PNC",
            "in-corso",
            "markdown",
            "M6C1I1.01.00",
            "seravezza",
        ] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(
        say(&["cerca", "--comune", "san-giuliano-terme", "--csv"]).out,
        say(&["cerca", "--comune", "San Giuliano Terme", "--csv"]).out
    );
}
