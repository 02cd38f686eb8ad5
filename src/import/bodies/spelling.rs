//! Slips of the tables inside names of bodies: a letter that became a question mark, a broken sign,
//! quotes that open nowhere, words that lost their blank, persons named in brackets.

use crate::text::fold::fold;

/// Words that introduce a person.
const TITLES: &[&str] = &[
    "ing", "ingg", "arch", "archh", "dott", "dr", "geom", "avv", "geol", "per ind",
];

/// The name as it was meant.
pub(super) fn mended(raw: &str) -> String {
    let text = raw
        .replace("&#39;", "'")
        .replace("& 39 ", "' ")
        .replace("&#39", "'");
    let text = text
        .replace("SOCIETA& 39", "SOCIETA'")
        .replace("Societa& 39", "Societa'");
    parted(&even(&letters(&without_persons(&text))))
}

/// "Societ? Cooperativa", "per l?edilizia", "D?ADDA".
fn letters(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied();
    let mut out = String::with_capacity(text.len());
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(at).is_some_and(char::is_alphabetic);
        let after = at(i + 1).is_some_and(char::is_alphabetic);
        let word: String = out.chars().rev().take_while(|c| c.is_alphabetic()).collect();
        let word: String = word.chars().rev().collect::<String>().to_lowercase();
        match c {
            '?' if out.ends_with(' ') && at(i + 1) == Some(' ') => out.push('-'),
            '?' if out.ends_with(|c: char| c.is_ascii_digit()) => out.push('º'),
            '?' if before && after => out.push('\''),
            '?' if before
                && matches!(
                    word.as_str(),
                    "societ" | "mobilit" | "universit" | "citt" | "qualit"
                ) =>
            {
                out.push(if out.ends_with(char::is_uppercase) {
                    'À'
                } else {
                    'à'
                });
            }
            other => out.push(*other),
        }
    }
    out
}

/// Quotes that have no fellow go.
fn even(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("\"\"") {
        text = text.replace("\"\"", "\"");
    }
    match text.matches('"').count() % 2 {
        0 => text,
        _ => text.replace('"', ""),
    }
}

/// "SocietàCooperativa" is two words; "NanoItaly" is a name.
fn parted(text: &str) -> String {
    text.replace("SocietàCooperativa", "Società Cooperativa")
        .replace("SocietaCooperativa", "Societa Cooperativa")
}

/// What stands in brackets and names persons goes.
pub(super) fn without_persons(text: &str) -> String {
    let Some((name, behind)) = text.split_once('(') else {
        return text.to_owned();
    };
    let behind = fold(behind);
    let names = behind.split(' ').any(|word| TITLES.contains(&word));
    match names && behind.starts_with("in ") && !name.trim().is_empty() {
        true => name.trim().to_owned(),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::mended;
    use rstest::rstest;

    #[rstest]
    #[case("ALFA Societ? Cooperativa", "ALFA Società Cooperativa")]
    #[case("ALFA SOCIET? COOP", "ALFA SOCIETÀ COOP")]
    #[case("Alfa per l?edilizia", "Alfa per l'edilizia")]
    #[case("BETA SOCIETA& 39 COOPERATIVA", "BETA SOCIETA' COOPERATIVA")]
    #[case("Conservatorio Alfa\" di Lucca", "Conservatorio Alfa di Lucca")]
    #[case("Istituto Alfa\"\"", "Istituto Alfa")]
    #[case("Istituto \"Alfa\"", "Istituto \"Alfa\"")]
    #[case("SocietàCooperativa a mutualità", "Società Cooperativa a mutualità")]
    #[case("ALFA S.r.l. (in RTP con ing. Beta Gamma)", "ALFA S.r.l.")]
    #[case("Alfa (mandataria)", "Alfa (mandataria)")]
    #[case("Chi? S.r.l.", "Chi? S.r.l.")]
    #[case("Alfa ? B.C. S.r.l.", "Alfa - B.C. S.r.l.")]
    #[case("1? IC Alfa", "1º IC Alfa")]
    #[case("Istituto Alfa\"\"\"\"", "Istituto Alfa")]
    fn slips_are_mended(#[case] raw: &str, #[case] want: &str) {
        assert_eq!(mended(raw), want);
    }
}
