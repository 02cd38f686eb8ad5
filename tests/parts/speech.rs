//! Sentences for a voice.

use sportello::sheet::heard::speech::{LONGEST, letters, lines};

#[test]
fn codes_are_said_in_groups() {
    assert_eq!(
        lines("Il CUP è J57H22001230006."),
        ["Il CUP è J57 H22 00123 0006."]
    );
    assert_eq!(lines("CIG: 9326801FA7"), ["CIG: 9326 801 FA7"]);
    assert_eq!(lines("FACILITARE 1.234"), ["FACILITARE 1.234"]);
    assert_eq!(lines("PNRR_Progetti 2023"), ["PNRR_Progetti 2023"]);
    assert_eq!(letters("J57 h2"), "J, 5, 7, H, 2");
}

#[test]
fn a_long_text_pauses_where_a_voice_would() {
    let text = format!("{}. {}", "a".repeat(200), "bb, ".repeat(60));
    let said = lines(&text);
    assert!(
        said.len() > 1 && said.iter().all(|l| l.chars().count() <= LONGEST),
        "{said:?}"
    );
    assert!(said[0].ends_with('.'), "{said:?}");
    assert_eq!(lines(&"x".repeat(1000)).len(), 4);
}

#[test]
fn one_line_stays_one_line_and_tame() {
    assert_eq!(lines("a\nb \u{1b}[31m c"), ["a b [31m c"]);
    assert_eq!(lines(""), [""]);
}
