//! Wrong use: one sentence on standard error, the values that there are, and code 2.

use super::say;

#[test]
fn wrong_use_is_one_sentence_and_code_two() {
    for (args, word) in [
        (&["pippo"][..], "pippo"),
        (&["dati", "--pippo"], "--pippo"),
        (&["verifica"], "CODICI"),
        (&["cerc"], "forse cerca?"),
        (&["serch"], "forse cerca?"),
        (&["cerca", "--lim", "3", "x"], "forse --limite?"),
        (&["cerca", "--stto", "x"], "forse --stato?"),
        (&["scheda", "J44E21001030001", "--jsn"], "forse --json?"),
        (&["cerca", "--stato", "boh"], "concluso, in-corso"),
        (&["cerca", "--missione", "M9"], "M1, M2"),
        (&["cerca", "--importo-da", "tanto"], "1,5mln"),
        (&["cerca", "--comune", "xyzw"], "xyzw"),
        (&["esporta", "--stato", "boh"], "concluso, in-corso"),
        (&["esporta", "--provincia", "xyzw"], "xyzw"),
        (&["dati", "--formato", "csv"], "testo, markdown, html, json"),
        (&["dati", "--formato"], "testo, markdown, html, json"),
        (&["cerca", "--csv", "--json"], "--json"),
        (&["completamenti", "pippo"], "bash"),
        (&["aiuto", "pippo"], "verifica"),
        (&["dati", "pippo"], "pippo"),
        (&["cerca", "nido", "--limite", "tanti"], "tanti"),
        (&["esporta", "--formato", "pdf"], "pdf"),
        (&["importa", "x.csv", "--regione"], "--regione"),
    ] {
        let said = say(args);
        assert_eq!(said.code, 2, "{args:?}: {}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{args:?}: {}", said.err);
        assert!(
            said.err.starts_with("sportello: ") && said.err.contains(word),
            "{args:?}: {}",
            said.err
        );
        assert!(said.out.is_empty());
    }
    for (command, options) in [("cerca", 17), ("dati", 5)] {
        let said = say(&[command, "--pippo"]).err;
        assert_eq!(said.matches("--").count(), options + 1, "{said}");
    }
    let english = say(&["pippo", "--lingua", "en"]);
    assert!(english.err.contains("there is no command"), "{}", english.err);
}
