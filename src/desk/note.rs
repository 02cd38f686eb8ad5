//! What may be written in a note: one line of plain text, and no personal data. A desk is shared,
//! its file may be read by the next person; so a tax code, an address of e-mail or a telephone
//! number is refused before it is written.

use crate::lang::{Lang, w};
use crate::text::clean;
use crate::text::fold::fold;
use crate::text::given::is_given_name;

/// Most letters of a note.
pub const MAX: usize = 200;

/// Why a note is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    TaxCode,
    Email,
    Phone,
    /// A given name, or what follows signor or signora: in the name of a list.
    Person,
}

impl Personal {
    /// One sentence for the person.
    pub fn say(self, lang: Lang) -> &'static str {
        lang.say(match self {
            Personal::TaxCode => w::DESK_NOTE_TAX_CODE,
            Personal::Email => w::DESK_NOTE_EMAIL,
            Personal::Phone => w::DESK_NOTE_PHONE,
            Personal::Person => w::DESK_NOTE_PERSON,
        })
    }
}

/// The note as it is kept: clean and bounded. Empty text is no note.
///
/// # Errors
/// When it holds what is personal: what that is.
pub fn check(text: &str) -> Result<String, Personal> {
    let note: String = clean::clean(text).chars().take(MAX).collect();
    let note = note.trim().to_owned();
    match personal(&note) {
        Some(what) => Err(what),
        None => Ok(note),
    }
}

/// Most letters of the name of a list.
pub const MOST_OF_A_NAME: usize = 40;

/// The name of a list as it is kept: what a note may hold, and no name of a person either.
///
/// # Errors
/// When it holds what is personal: what that is.
pub fn check_name(text: &str) -> Result<String, Personal> {
    let name: String = check(text)?.chars().take(MOST_OF_A_NAME).collect();
    match names_somebody(&name) {
        true => Err(Personal::Person),
        false => Ok(name.trim().to_owned()),
    }
}

/// Whether a given name is in a text, or signor or signora: in a note it may be a school's.
pub fn names_somebody(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| is_given_name(word) || TITLES.contains(&word))
}

/// Behind these a person is named.
pub const TITLES: &[&str] = &["signor", "signora", "signore", "signorina", "sig", "sigra"];

fn personal(text: &str) -> Option<Personal> {
    let letters: Vec<char> = text.chars().map(|c| c.to_ascii_uppercase()).collect();
    if has_tax_code(&letters) {
        Some(Personal::TaxCode)
    } else if text.split_whitespace().any(is_email) {
        Some(Personal::Email)
    } else if numbers(&letters).any(|n| is_phone(&n)) {
        Some(Personal::Phone)
    } else {
        None
    }
}

/// Six letters, two digits, a letter, two digits, a letter, three digits, a letter; where two
/// people would share a code, digits become letters. Blanks between its groups are read over.
fn has_tax_code(text: &[char]) -> bool {
    const SHAPE: &[u8; 16] = b"AAAAAA00A00A000A";
    let fits = |want: u8, c: char| match want {
        b'A' => c.is_ascii_uppercase(),
        _ => c.is_ascii_digit() || "LMNPQRSTUV".contains(c),
    };
    (0..text.len()).any(|start| {
        let free = |at: Option<&char>| at.is_none_or(|c| !c.is_alphanumeric());
        if start > 0 && !free(text.get(start - 1)) {
            return false;
        }
        let mut at = start;
        let mut digits = 0;
        for (i, want) in SHAPE.iter().enumerate() {
            while i > 0 && text.get(at) == Some(&' ') {
                at += 1;
            }
            match text.get(at) {
                Some(c) if fits(*want, *c) => digits += usize::from(c.is_ascii_digit()),
                _ => return false,
            }
            at += 1;
        }
        // Words of sixteen letters are words.
        digits > 0 && free(text.get(at))
    })
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    let end = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    name.ends_with(|c: char| c.is_alphanumeric() || "._-+".contains(c)) && end.contains('.')
}

/// Digits and the signs between them that a person writes in a telephone number.
struct Number {
    digits: String,
    /// Digits of each run, and the sign before it.
    runs: Vec<(Option<char>, usize)>,
    plus: bool,
}

/// Runs of digits that belong together; those inside a code with letters are none.
fn numbers(text: &[char]) -> impl Iterator<Item = Number> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|i| text.get(i)).copied();
        let mut number = Number {
            digits: String::new(),
            runs: vec![(None, 0)],
            plus: before == Some('+'),
        };
        while let Some(c) = text.get(at) {
            let joins = |n: usize| text.get(at + n).is_some_and(char::is_ascii_digit);
            if c.is_ascii_digit() {
                number.digits.push(*c);
                if let Some((_, n)) = number.runs.last_mut() {
                    *n += 1;
                }
                at += 1;
            } else if " .-/".contains(*c) && joins(1) {
                number.runs.push((Some(*c), 0));
                at += 1;
            } else {
                break;
            }
        }
        let lettered = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if !lettered(before) && !lettered(text.get(at).copied()) {
            out.push(number);
        }
    }
    out.into_iter()
}

/// Mobile numbers begin with 3, those of a house with 0; amounts with their points and dates
/// look different.
fn is_phone(number: &Number) -> bool {
    let lengths: Vec<usize> = number.runs.iter().map(|(_, n)| *n).collect();
    let all = |sign: char| number.runs.iter().skip(1).all(|(s, _)| *s == Some(sign));
    let amount = lengths.len() > 1 && lengths[0] < 4 && lengths[1..].iter().all(|n| *n == 3) && all('.');
    let date = matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2]);
    if amount || date {
        return false;
    }
    if number.plus {
        return number.digits.len() >= 8;
    }
    let local = number.digits.strip_prefix("0039").unwrap_or(&number.digits);
    match local.as_bytes().first() {
        Some(b'3') => (9..=10).contains(&local.len()),
        Some(b'0') => (8..=11).contains(&local.len()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_data_are_refused() {
        for (text, why) in [
            ("sentire rssmra80a01h501u domani", Personal::TaxCode),
            ("RSS MRA 80A01 H501U", Personal::TaxCode),
            ("RSSMRA8LA0MH5LMU", Personal::TaxCode),
            ("scrivere a m.rossi@posta.it.", Personal::Email),
            ("tel. 333 1234567", Personal::Phone),
            ("3331234567", Personal::Phone),
            ("0574/123456 la mattina", Personal::Phone),
            ("055-1234567", Personal::Phone),
            ("+39 0574 123456", Personal::Phone),
            ("00393331234567", Personal::Phone),
        ] {
            assert_eq!(check(text), Err(why), "{text}");
        }
    }

    #[test]
    fn what_the_work_needs_is_kept() {
        for text in [
            "CUP C12H22000010001 e CIG 9326801FA7",
            "dal 03/11/2025 al 2026-06-30, 1.975.000 euro, 300.000.000 in tutto",
            "ISTAT 048017, M4C1I1.01.00, via Roma 12, dalle 9 alle 13",
            "alla @ della tastiera si arriva con AltGr",
            "internazionalità",
            "inaugurazione il 3 12 2025",
        ] {
            assert_eq!(check(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_note_is_clean_and_bounded() {
        assert_eq!(
            check(" chiedere\u{1b}[2J\nall'URP ").as_deref(),
            Ok("chiedere[2J all'URP")
        );
        assert_eq!(check(&"x".repeat(9_999)).map(|n| n.len()), Ok(MAX));
        assert_eq!(check(" \u{200b} ").as_deref(), Ok(""));
    }

    #[test]
    fn the_name_of_a_list_holds_nobody() {
        for name in ["per Maria", "la signora", "Sig. Bianchi", "giuseppe", "Sig.ra B"] {
            assert_eq!(check_name(name), Err(Personal::Person), "{name}");
        }
        assert_eq!(check_name("m@posta.it"), Err(Personal::Email));
        assert_eq!(
            check_name(" scuole del centro ").as_deref(),
            Ok("scuole del centro")
        );
    }
}
