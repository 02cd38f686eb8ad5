//! For whom the money is where an agency passes it on: the firm of a SIMEST loan, and the
//! department or the course of a university. Companies and public bodies only; what may be a
//! person is nobody.

use super::{Found, Texts, place};
use crate::import::person::{Doubt, Subject, judge};
use crate::model::{FactKind, TextColumn};
use crate::text::{fold::fold, repair};
use std::borrow::Cow;

/// Measures whose texts begin with the firm that the money goes to.
const FIRMS: &[&str] = &["M1C2I5.01.01"];

/// Industrial research: "ALFA S.R.L.*TITOLO PROGETTO ITALIANO: BETA - …*VIA …".
const INDUSTRY: &[&str] = &["F.3."];

/// Measures of universities and research.
const RESEARCH: &[&str] = &["M4C2", "M4C1I3.04", "M4C1I4.01", "M4C1I1.06"];

/// Plans for homes, which bear names.
const HOMES: &[&str] = &["M5C2I2.03"];

/// Legal forms in many words, and how a company writes them.
const FORMS: &[(&str, &str)] = &[
    ("societa a responsabilita limitata semplificata", "SRLS"),
    ("societa a responsabilita limitata", "SRL"),
    ("societa per azioni", "SPA"),
    ("societa consortile a responsabilita limitata", "SCARL"),
    ("societa cooperativa", "SOC. COOP."),
    ("societa in nome collettivo", "SNC"),
];

/// Words that only a company with a form of its own has behind its name.
const COMPANY: &[&str] = &[
    "srl",
    "srls",
    "spa",
    "scarl",
    "scrl",
    "scpa",
    "sapa",
    "coop",
    "cooperativa",
    "consorzio",
    "consortile",
    "snc",
];

/// Longer names hold more than a name.
const MOST_WORDS: usize = 8;

/// The firm that the money of an agency goes to; the department or course of a university.
pub fn add(texts: &Texts, out: &mut Vec<Found>) {
    let of = |codes: &[&str]| codes.iter().any(|c| texts.submeasure.starts_with(c));
    if of(FIRMS) {
        for (text, column) in columns(texts) {
            let field = text.split_once('*').map(|(first, _)| first);
            if let Some(name) = field.and_then(firm) {
                out.push(Found::new(FactKind::Beneficiary, name, column));
                place::of_last_part(texts, column, text, out);
                return;
            }
        }
    }
    if of(INDUSTRY) {
        for (text, column) in columns(texts) {
            let fields: Vec<&str> = text.split('*').collect();
            let Some(name) = fields.first().and_then(|field| firm(field)) else {
                continue;
            };
            out.push(Found::new(FactKind::Beneficiary, name, column));
            place::of_last_part(texts, column, text, out);
            let called = fields.get(1).and_then(|field| acronym(field));
            out.extend(called.map(|name| Found::new(FactKind::Programme, name, column)));
            return;
        }
    }
    if of(HOMES) {
        let named = plan(texts.summary);
        out.extend(named.map(|name| Found::new(FactKind::Programme, name, TextColumn::Summary)));
    }
    if of(RESEARCH) {
        for (text, column) in columns(texts) {
            if let Some(name) = programme(text) {
                out.push(Found::new(FactKind::Programme, name, column));
                return;
            }
        }
    }
}

fn columns<'a>(texts: &Texts<'a>) -> [(&'a str, TextColumn); 2] {
    [
        (texts.summary, TextColumn::Summary),
        (texts.title, TextColumn::Title),
    ]
}

/// "TITOLO PROGETTO ITALIANO: BETA - STUDIO DI …": the name that the project goes by.
fn acronym(field: &str) -> Option<String> {
    let title = field.split_once(':').map_or(field, |(_, title)| title).trim();
    let end = title.find([' ', ':'])?;
    let (name, rest) = title.split_at(end);
    let parted = ["  ", " -", ":", " –"].iter().any(|sign| rest.starts_with(sign));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let plain = name
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-' || c == '.');
    (parted && plain && (3..=14).contains(&letters)).then(|| name.to_owned())
}

/// The name of a company, in ordinary case and with its form written one way.
fn firm(field: &str) -> Option<String> {
    let name = short_form(field.trim().trim_end_matches(['-', '–', ',']).trim());
    // "ALFA - S.R.L.".
    let name = match name.rsplit_once(" - ") {
        Some((firm, form)) if COMPANY.contains(&fold(form).replace(' ', "").as_str()) => {
            format!("{firm} {form}")
        }
        _ => name,
    };
    let folded = fold(&name);
    let words: Vec<&str> = folded.split(' ').collect();
    let glued: String = folded.replace(' ', "");
    let has_form = words.iter().any(|w| COMPANY.contains(w))
        || ["srl", "spa", "srls", "snc"]
            .iter()
            .any(|f| glued.ends_with(f) && words.len() > 1);
    // "Alfa S.a.s. di Rossi Mario & C.": the owner's name is in it.
    let named_after = words.contains(&"sas") || words.contains(&"di") && words.contains(&"snc");
    let is_body = judge("", &name, "", Doubt::Recipient) == Subject::Body;
    let is_whole = words.len() <= MOST_WORDS && name.chars().count() != 40;
    (has_form && is_body && is_whole && !named_after).then(|| repair::name(&name))
}

/// "Società a responsabilità limitata", also with accents lost or in two pieces, as "SRL".
fn short_form(name: &str) -> String {
    let tokens: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = tokens.iter().map(|token| fold(token)).collect();
    for at in 1..tokens.len() {
        // All the forms begin so; a sign before them folds to nothing.
        let first = folded[at..].iter().find(|word| !word.is_empty());
        if !first.is_some_and(|word| word.starts_with("societ")) {
            continue;
        }
        let rest = fold(&tokens[at..].join(" "));
        // "societ a responsabilit": the table lost its accented letters.
        let rest = rest
            .replace("societ a ", "societa a ")
            .replace("societ per", "societa per")
            .replace("societ coop", "societa coop")
            .replace("societ in", "societa in")
            .replace("responsabilit limitat", "responsabilita limitat")
            .replace("sempli ficata", "semplificata");
        for (long, short) in FORMS {
            if rest == *long {
                return format!("{} {short}", tokens[..at].join(" "));
            }
        }
    }
    tokens.join(" ")
}

/// "COHOUSING - COMUNE DI ALFA - ABITARE LA VALLE ALFA*VIA …": the plan that it is a part of.
fn plan(summary: &str) -> Option<String> {
    let (first, _) = summary.split_once('*')?;
    let name = &first[first.find("ABITARE ")?..];
    let words = name.split_whitespace().count();
    ((3..=MOST_WORDS).contains(&words) && !name.contains('-'))
        .then(|| repair::name(name).replace(" La ", " la "))
}

/// What a department's or a course's name begins with.
const HEADS: &[&str] = &[
    "dipartimento di ",
    "corso di dottorato in ",
    "dottorato di ricerca in ",
    "dottorato in ",
];

/// Words that end the name: what follows is the work, a person or a place.
const ENDS: &[&str] = &[
    "attivazione",
    "prin",
    "pon",
    "progetto",
    "finanziamento",
    "contratti",
    "contratto",
    "borsa",
    "borse",
    "prof",
    "dott",
    "dottssa",
    "resp",
    "responsabile",
    "reclutamento",
    "assunzione",
    "ciclo",
    "dm",
    "n",
    "via",
    "piazza",
    "universita",
    "universit",
    "pnrr",
    "unita",
    "codice",
    "cup",
    "decreto",
    "ai",
    "bando",
    "xxx",
    "finanziata",
    "anno",
    "xxxviii",
    "xxxvii",
    "xxxix",
    "unit",
    "linea",
    "coordinatore",
    "tematica",
    "ssd",
    "settore",
    "sede",
    "curriculum",
    "dottorato",
    "dottorati",
    "corso",
    "dipartimento",
    "dipartimenti",
    "nell",
    "con",
    "a",
    "su",
    "su",
    "presso",
    "phd",
    "investimento",
    "missione",
    "sapienza",
    "acronimo",
    "mira",
    "prevede",
    "che",
    "finalizzato",
    "finalizzati",
    "offre",
    "si",
];

/// The name of a department or of a course of doctorate: from its head to the next sign, number
/// or word that no name holds. What is cut or holds a given name is none.
fn programme(text: &str) -> Option<String> {
    // Tables cut texts at these lengths, in the middle of a word.
    let is_cut = matches!(text.chars().count(), 39 | 40 | 60 | 100 | 128 | 200 | 254..=256);
    for field in text.split('*') {
        let folded = fold(field);
        for head in HEADS {
            let Some(found) = folded.find(head) else { continue };
            if found > 0 && !folded[..found].ends_with(' ') {
                continue;
            }
            if let Some(name) = department(field, found, &folded, head, is_cut) {
                return Some(name);
            }
        }
    }
    None
}

fn department(field: &str, at: usize, folded: &str, head: &str, is_cut: bool) -> Option<String> {
    // The words of the field, as many behind the head as in the folded text.
    let skip = folded[..at].split(' ').filter(|w| !w.is_empty()).count();
    let head_words = head.trim().split(' ').count();
    let mut seen = 0;
    let mut name: Vec<&str> = Vec::new();
    let mut ended = false;
    let mut at_number = false;
    for token in field.split_whitespace() {
        let words = fold(token);
        let count = words.split(' ').filter(|w| !w.is_empty()).count();
        seen += count;
        if seen <= skip {
            continue;
        }
        let is_sign = count == 0 || token.starts_with(['-', '–', '(', '/']);
        let is_end = name.len() >= head_words
            && words
                .split(' ')
                .any(|w| ENDS.contains(&w) || w.bytes().any(|b| b.is_ascii_digit()));
        if is_sign || is_end {
            ended = true;
            at_number = token.starts_with(|c: char| c.is_ascii_digit());
            break;
        }
        // "SCIENZE RIP. E ODONT.": the name is shortened.
        let letters = words.trim();
        if token.ends_with('.') && letters.len() > 1 && !letters.ends_with(['a', 'e', 'i', 'o', 'u']) {
            return None;
        }
        name.push(token);
        if token.ends_with([')', ',', ';', ':', '.', '"', '–']) || token.ends_with('-') {
            ended = true;
            break;
        }
    }
    // "Beni Culturali-Alfa 3484": the street is glued to the name.
    if ended
        && let Some(last) = name.last_mut()
        && let Some((word, _)) = last.split_once('-').filter(|_| at_number)
    {
        *last = word;
    }
    // A field that the table cut at its length ends in the middle of a word.
    let cut = !ended && is_cut;
    // "UNIBO-DIPARTIMENTO": what stands glued before is no part of it.
    if name.first().is_some_and(|w| fold(w).contains(' ')) {
        return None;
    }
    let name = name.iter().map(|w| whole(w)).collect::<Vec<_>>().join(" ");
    let name = name
        .trim_end_matches([')', ',', ';', ':', '.', '"', '-', '–'])
        .trim();
    let words = fold(name).split(' ').count();
    let ends_open = ["e", "di", "in", "della", "delle", "dei", "del", "ed", "and", "of"]
        .iter()
        .any(|w| fold(name).ends_with(&format!(" {w}")));
    // "G. Galilei": an initial is no end of a name.
    let ends_open = ends_open || fold(name).rsplit(' ').next().is_none_or(|w| w.len() == 1);
    let sure = words > head_words && words <= MOST_WORDS && !cut && !ends_open && !name.contains('/');
    (sure && !has_person(name, head_words)).then(|| repair::name(name))
}

/// A word whose last letter had an accent and was lost: "SANIT".
fn whole(word: &str) -> Cow<'_, str> {
    let lost = word == "CIVILT" || word.len() > 4 && word.ends_with("IT");
    if lost {
        Cow::Owned(format!("{word}À"))
    } else {
        Cow::Borrowed(word)
    }
}

/// A given name behind the head: a researcher's.
fn has_person(name: &str, head_words: usize) -> bool {
    let folded = fold(name);
    let rest: Vec<&str> = folded.split(' ').skip(head_words).collect();
    rest.iter().any(|w| crate::import::person::is_given_name(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("ALFA BETA SRL", "Alfa Beta S.r.l.")]
    #[case("GAMMA SOCIETA A RESPONSABILITA LIMITATA", "Gamma S.r.l.")]
    #[case("DELTA IMPIANTI SPA", "Delta Impianti S.p.A.")]
    #[case("ALFA SOCIET A RESPONSABILIT LIMITATA", "Alfa S.r.l.")]
    fn companies_are_named_one_way(#[case] field: &str, #[case] name: &str) {
        assert_eq!(firm(field).as_deref(), Some(name));
    }

    #[rstest]
    #[case("ALFA DI BETA LUCIA")]
    #[case("ALFA SAS DI BETA MARIO")]
    #[case("ALFA SNC DI MARIO BETA")]
    #[case("BETA LUCIA")]
    #[case("DITTA INDIVIDUALE ALFA")]
    #[case("STUDIO TECNICO BETA")]
    #[case("XXXYYY00A00X000Y SRL")]
    #[case("****************")]
    #[case("ALFA BETA")]
    #[case("")]
    fn what_may_be_a_person_is_nobody(#[case] field: &str) {
        assert_eq!(firm(field), None, "{field}");
    }

    #[rstest]
    #[case(
        "UNIVERSITA' DI ALFA*DIPARTIMENTO DI SCIENZE ALFA*PRIN 2020",
        Some("Dipartimento di Scienze Alfa")
    )]
    #[case(
        "DIPARTIMENTO DI FISICA - PE9 - PRIN 2020 - BETA LUCIA",
        Some("Dipartimento di Fisica")
    )]
    #[case(
        "CORSO DI DOTTORATO IN SCIENZE ALFA 38 CICLO",
        Some("Corso di Dottorato in Scienze Alfa")
    )]
    #[case("DIPARTIMENTO DI BETA LUCIA", None)]
    #[case("DIPARTIMENTO DI SCIENZE RIP. E ODONT. UNIVERSITA' DI ALFA*VIA", None)]
    #[case("UNIALFA-DIPARTIMENTO DI SCIENZE BETA*PRIN", None)]
    #[case(
        "DIPARTIMENTO DI SANIT PUBBLICA*PRIN",
        Some("Dipartimento di Sanità Pubblica")
    )]
    #[case("DIPARTIMENTO DI", None)]
    #[case("UNIVERSITA' DI ALFA*BORSE", None)]
    fn departments_and_courses(#[case] text: &str, #[case] wanted: Option<&str>) {
        assert_eq!(programme(text).as_deref(), wanted, "{text}");
    }

    proptest! {
        #[test]
        fn no_personal_code_comes_out(before in "[A-Z ]{0,20}", after in "[A-Z ]{0,10}") {
            let text = format!("{before} XXXYYY00A00X000Y {after} SRL");
            prop_assert!(firm(&text).is_none());
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            let _ = (firm(&text), programme(&text));
        }
    }
}
