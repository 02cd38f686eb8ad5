//! Slips of the tables inside names of bodies: a letter that became a question mark, a broken sign,
//! quotes that open nowhere, words that lost their blank, persons named in brackets.

use crate::text::fold::fold;

/// Words that introduce a person.
use crate::text::grammar::is_firm;

const TITLES: &[&str] = &[
    "ing", "ingg", "arch", "archh", "dott", "dr", "geom", "avv", "geol", "per ind",
];

/// The name as it was meant.
pub(super) fn mended(raw: &str) -> String {
    let text = match raw.contains('&') {
        true => raw
            .replace("&#39;", "'")
            .replace("& 39 ", "' ")
            .replace("&#39", "'")
            .replace("SOCIETA& 39", "SOCIETA'")
            .replace("Societa& 39", "Societa'"),
        false => raw.to_owned(),
    };
    let text = without_persons(&without_number(&text));
    let text = match text.contains('?') {
        true => letters(&text),
        false => text,
    };
    let text = whole_place(&one_case(&spaced(&without_dash(
        &parted(&even(&text)).replace('*', " "),
    ))));
    with_di(&text)
}

/// Places that names cut at an initial.
const CUT_PLACES: [(&str, &str); 4] = [
    (" colle v.e.", "Colle di Val d'Elsa"),
    (" colle v", "Colle di Val d'Elsa"),
    (" chianciano t.", "Chianciano Terme"),
    (" reggio e.", "Reggio Emilia"),
];

/// "Scuola Alfa - Colle V": the place whole.
fn whole_place(text: &str) -> String {
    let small = text.to_ascii_lowercase();
    let cut = CUT_PLACES.iter().find(|(cut, _)| small.ends_with(cut));
    match cut {
        Some((cut, whole)) => {
            let head = &text[..text.len() - cut.len()];
            match head.chars().any(char::is_lowercase) {
                true => format!("{head} {whole}"),
                false => format!("{head} {}", whole.to_uppercase()),
            }
        }
        None => text.to_owned(),
    }
}

/// Letters behind the small one of a word that is in capitals else.
const SHOUTED: usize = 6;

/// "cONSORTILE": a slip of the key.
fn one_case(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_alphabetic());
    let one = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let is_slip = letters.next().is_some_and(char::is_lowercase)
            && letters.clone().count() >= SHOUTED
            && letters.all(char::is_uppercase);
        match is_slip {
            true => word.to_uppercase(),
            false => word.to_owned(),
        }
    };
    words.map(one).collect()
}

/// What stands behind "Comune" where the name is in order.
const BEHIND_COMUNE: [&str; 12] = [
    "di", "d", "del", "dello", "della", "dell", "dei", "degli", "delle", "de", "e", "in",
];

/// "Comune Alfa Terme" is the Comune di Alfa Terme.
fn with_di(text: &str) -> String {
    let Some((first, rest)) = text
        .split_once(' ')
        .filter(|(first, _)| fold(first) == "comune" && !is_firm(text))
    else {
        return text.to_owned();
    };
    let folded = fold(rest);
    match folded.split(' ').next() {
        Some(next) if !next.is_empty() && !BEHIND_COMUNE.contains(&next) => {
            let di = if first == "COMUNE" { "DI" } else { "di" };
            format!("{first} {di} {rest}")
        }
        _ => text.to_owned(),
    }
}

/// Kinds of body that stand glued before a name, small.
const GLUED: [&str; 3] = ["impresa", "consorzio", "cooperativa"];
/// Letters of a form that stand glued behind a name, small, what the table says of such a firm, and
/// how the form is written.
const FORMS: [(&str, &str, &str); 5] = [
    ("soc.coop.", "cooperativa", "SOC. COOP."),
    ("s.r.l.s", "responsabilit", "S.R.L.S."),
    ("scpa", "consort", "S.C.P.A."),
    ("spa", "per azioni", "S.P.A."),
    ("srl", "responsabilit", "S.R.L."),
];
/// A name has at least so many letters behind its kind, and so many before its form.
const OWN: usize = 5;
const BEFORE_FORM: usize = 3;

/// Words that a table ran together: "IMPRESAALFA&C.S.P.A.", "CONSORZIOALFASOC.COOP.", "ALFASPA".
pub(super) fn unglued(text: &str, described: Option<&str>) -> String {
    // The class of an activity behind the form: "ALFA SRL681000".
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let has_class = matches!(text.len() - bare.len(), 5 | 6) && is_firm(bare) && !bare.ends_with(' ');
    let text = if has_class { bare } else { text };
    let described = fold(described.unwrap_or_default());
    let mut out = text.to_owned();
    if let Some((own, form)) = out.split_once("&C.").filter(|(_, form)| form.len() > 2) {
        out = format!("{own} & C. {}", form.trim_start());
    }
    let (head, last) = out
        .rsplit_once(' ')
        .map_or(("", out.as_str()), |(head, last)| (head, last));
    let small = last.to_ascii_lowercase();
    let form = FORMS.iter().find_map(|(form, kind, written)| {
        let own = small.strip_suffix(form)?;
        // "Ospa" is a name, and so is what has points of its own.
        (own.len() >= BEFORE_FORM && !own.contains('.') && described.contains(kind))
            .then_some((own.len(), *written))
    });
    if let Some((own, written)) = form {
        let blank = if head.is_empty() { "" } else { " " };
        out = format!("{head}{blank}{} {written}", &last[..own]);
    }
    let first = out.split(' ').next().unwrap_or_default();
    let small = first.to_ascii_lowercase();
    let kind = GLUED.iter().find(|kind| {
        small
            .strip_prefix(*kind)
            .is_some_and(|own| own.len() >= OWN && own.is_ascii())
    });
    match kind {
        Some(kind) => format!("{} {}", &out[..kind.len()], &out[kind.len()..]),
        None => out,
    }
}

/// "ALFA- S.R.L.", "ALFA-S.R.L."
fn without_dash(text: &str) -> String {
    let mut out = text.to_owned();
    for form in ["S.R.L", "S.P.A"] {
        for dash in [" - ", "- ", " -", "-"] {
            out = out.replace(&format!("{dash}{form}"), &format!(" {form}"));
        }
    }
    out
}

/// "ALFA - P.IVA 01234567890": a number of the tax office is no part of a name.
fn without_number(text: &str) -> String {
    let lower = text.to_lowercase();
    let at = ["p.iva", "p. iva", "partita iva", "p.i."]
        .iter()
        .filter_map(|mark| lower.find(mark))
        .min()
        .filter(|at| {
            lower.len() == text.len() && *at > 0 && text[*at..].contains(|c: char| c.is_ascii_digit())
        });
    match at {
        Some(at) => text[..at].trim_end_matches([' ', '-', ',', '(', '–']).to_owned(),
        None => text.to_owned(),
    }
}

/// Letters of a word before a form or behind an initial.
const WORD: usize = 4;

/// "Ospedaliero- Universitaria", "A.ALFA", "ALFANIS.R.L.": blanks where they belong.
fn spaced(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied();
    let letter = |i: usize| at(i).is_some_and(char::is_alphabetic);
    let mut out = String::with_capacity(text.len());
    for (i, c) in chars.iter().enumerate() {
        let hyphen = i > 1 && *c == ' ' && at(i - 1) == Some('-') && letter(i - 2) && letter(i + 1);
        let hyphen = hyphen && !fold(&chars[i..].iter().collect::<String>()).starts_with("soc");
        if !hyphen {
            out.push(*c);
        }
        let initial =
            *c == '.' && i > 0 && letter(i - 1) && (i < 2 || !letter(i - 2) && at(i - 2) != Some('.'));
        let word = (1..).take_while(|n| letter(i + n)).count();
        let whole = word >= WORD || word > 1 && at(i + 1 + word) == Some(' ');
        if initial && whole && at(i + 1 + word) != Some('.') && !is_firm(text) {
            out.push(' ');
        }
    }
    let lower = out.to_lowercase();
    for form in ["s.r.l.", "s.p.a.", "s.r.l", "s.p.a"] {
        let Some(before) = lower
            .strip_suffix(form)
            .map(str::len)
            .filter(|_| lower.len() == out.len())
        else {
            continue;
        };
        let (name, form) = out.split_at(before);
        let word = name.chars().rev().take_while(|c| c.is_alphabetic()).count();
        if word >= WORD {
            return format!("{name} {form}");
        }
        break;
    }
    out
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
                    "societ" | "mobilit" | "universit" | "citt" | "qualit" | "responsabilit"
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
        .replace("Societ Cooperativ ", "Società Cooperativa ")
        .replace("S.R.L.SEMPL", "S.R.L. SEMPL")
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
    use super::{mended, unglued};
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
    #[case("Comune Alfa Terme", "Comune di Alfa Terme")]
    #[case("COMUNE ALFA TERME", "COMUNE DI ALFA TERME")]
    #[case("Comune d'Alfa", "Comune d'Alfa")]
    #[case("Comune dell'Alfa", "Comune dell'Alfa")]
    #[case("Comune Alfa S.r.l.", "Comune Alfa S.r.l.")]
    #[case("ALFA SOC. COOP. cONSORTILE", "ALFA SOC. COOP. CONSORTILE")]
    #[case("Alfa iPAD", "Alfa iPAD")]
    #[case("Scuola Alfa - Chianciano T.", "Scuola Alfa - Chianciano Terme")]
    #[case("1 Alfa Colle V.E.", "1 Alfa Colle di Val d'Elsa")]
    #[case("2 - ALFA - COLLE V", "2 - ALFA - COLLE DI VAL D'ELSA")]
    #[case("2 - Alfa - Colle V", "2 - Alfa - Colle di Val d'Elsa")]
    #[case("Alfa (mandataria)", "Alfa (mandataria)")]
    #[case("Chi? S.r.l.", "Chi? S.r.l.")]
    #[case("ALFA*BETA-S.R.L.", "ALFA BETA S.R.L.")]
    #[case("ALFA- S.R.L.", "ALFA S.R.L.")]
    #[case("ALFA - BETA", "ALFA - BETA")]
    #[case(
        "ALFA societ? a responsabilit? limitata",
        "ALFA società a responsabilità limitata"
    )]
    #[case("Alfa ? B.C. S.r.l.", "Alfa - B.C. S.r.l.")]
    #[case("1? IC Alfa", "1º IC Alfa")]
    #[case("Istituto Alfa\"\"\"\"", "Istituto Alfa")]
    #[case("AZIENDA OSPEDALIERO- UNIVERSITARIA", "AZIENDA OSPEDALIERO-UNIVERSITARIA")]
    #[case("Istituto A.Alfaro-L.Betano", "Istituto A. Alfaro-L. Betano")]
    #[case("Istituto A.Alfaro-L.Da Betano", "Istituto A. Alfaro-L. Da Betano")]
    #[case("Alfa S.Coop.P.A.", "Alfa S.Coop.P.A.")]
    #[case("ALFA- SOC COOP", "ALFA- SOC COOP")]
    #[case("ALFA S.R.L. - P.IVA 01234567890", "ALFA S.R.L.")]
    #[case("I.Electra S.r.l.", "I.Electra S.r.l.")]
    #[case("A.S.L. ALFA", "A.S.L. ALFA")]
    #[case("ALFACOSTRUZIONIS.R.L.", "ALFACOSTRUZIONI S.R.L.")]
    #[case(
        "Alfa Costruzioni Gruppo Beta LuceS.R.L.",
        "Alfa Costruzioni Gruppo Beta Luce S.R.L."
    )]
    #[case("ALFA S.R.L.", "ALFA S.R.L.")]
    fn slips_are_mended(#[case] raw: &str, #[case] want: &str) {
        assert_eq!(mended(raw), want);
    }

    #[rstest]
    #[case("ALFA SRL681000", "", "ALFA SRL")]
    #[case(
        "IMPRESAALFABETA&C.S.P.A.",
        "Società per azioni",
        "IMPRESA ALFABETA & C. S.P.A."
    )]
    #[case(
        "CONSORZIOALFABETASOC.COOP.",
        "Società cooperativa",
        "CONSORZIO ALFABETA SOC. COOP."
    )]
    #[case("ALFABETASPA", "Società per azioni", "ALFABETA S.P.A.")]
    #[case("ALFABETASPA", "Società a responsabilità limitata", "ALFABETASPA")]
    #[case("ALFA BETASPA", "Associazione", "ALFA BETASPA")]
    #[case("IMPRESARIA S.R.L.", "Società a responsabilità limitata", "IMPRESARIA S.R.L.")]
    #[case("ALFA 2000", "", "ALFA 2000")]
    #[case("C&C SYSTEM S.R.L.", "Società a responsabilità limitata", "C&C SYSTEM S.R.L.")]
    fn words_that_ran_together_are_parted(#[case] raw: &str, #[case] form: &str, #[case] want: &str) {
        assert_eq!(unglued(raw, Some(form)), want);
    }
}
