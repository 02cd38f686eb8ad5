//! A CUP or a CIG that somebody wrote: what is wrong with it, and which sign was taken for another.

use crate::lang::{Lang, Word, w};
use crate::model::CodeError;
use crate::model::code::{Expected, Lookalike, Unusual};

/// What is wrong and where, in the person's language.
pub fn wrong(error: &CodeError, lang: Lang) -> String {
    let position = error.position.to_string();
    let word = match error.expected {
        Expected::Length { want, got } => {
            let values = [
                ("want", &*want.to_string()),
                ("got", &got.to_string()),
                ("position", &position),
            ];
            return lang.fill(w::CHECK_LENGTH, &values);
        }
        Expected::Letter => w::CHECK_LETTER,
        Expected::Digit => w::CHECK_DIGIT,
        Expected::LetterOrDigit => w::CHECK_LETTER_OR_DIGIT,
        Expected::Hex => w::CHECK_HEX,
        Expected::CheckDigits => w::CHECK_SUM,
        Expected::Component | Expected::InvestmentOrReform | Expected::Number => w::CHECK_OTHER,
    };
    lang.fill(word, &[("position", &position)])
}

/// What is unusual about a code that the rules allow.
pub fn unusual(unusual: Unusual, lang: Lang) -> String {
    let (word, position): (Word, usize) = match unusual {
        Unusual::CupPattern { position } => (w::CHECK_CUP_PATTERN, position),
        Unusual::CupYear => (w::CHECK_CUP_YEAR, 5),
        Unusual::CigUnverifiable => (w::CHECK_CIG_UNVERIFIABLE, 1),
    };
    lang.fill(word, &[("position", &position.to_string())])
}

/// The sign that was taken for one that looks like it, and the code that is meant.
pub fn lookalike(meant: &Lookalike, lang: Lang) -> String {
    let word = match meant.typed.is_alphabetic() {
        true => w::CHECK_LETTER_FOR_DIGIT,
        false => w::CHECK_DIGIT_FOR_LETTER,
    };
    let (position, code) = (meant.position.to_string(), meant.code.as_str());
    let [typed, sign] = [meant.typed, meant.meant].map(String::from);
    let values = [
        ("position", &*position),
        ("typed", &typed),
        ("sign", &sign),
        ("code", code),
    ];
    lang.fill(word, &values)
}
