//! What checking a code yields: the code, perhaps unusual, or the position of the error.

use std::fmt;

/// A code that may be used, with what is unusual about it, if anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    pub code: T,
    pub unusual: Option<Unusual>,
}

/// Why a code that the rules allow is seldom seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusual {
    /// The CUP is outside of the pattern that all but one of 260,135 follow; 1-based position.
    CupPattern { position: usize },
    /// The two digits of the CUP's year lie outside of 2000 to 2030.
    CupYear,
    /// A CIG of the newer kind, whose check rule is not published.
    CigUnverifiable,
}

/// An error in a code: where it is and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct CodeError {
    pub kind: &'static str,
    /// 1-based position of the first wrong character, 0 when the whole is wrong.
    pub position: usize,
    pub expected: Expected,
}

/// What a position of a code should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Length { want: usize, got: usize },
    Letter,
    Digit,
    LetterOrDigit,
    Hex,
    CheckDigits,
    Component,
    InvestmentOrReform,
    Number,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.expected {
            Expected::Length { want, got } => {
                return write!(f, "{}: expected {want} characters, found {got}", self.kind);
            }
            Expected::Letter => "a letter A-Z",
            Expected::Digit => "a digit",
            Expected::LetterOrDigit => "a letter A-Z or a digit",
            Expected::Hex => "a hexadecimal digit",
            Expected::CheckDigits => "check digits that match the number",
            Expected::Component => "a mission and component such as M4C1",
            Expected::InvestmentOrReform => "I (investment) or R (reform)",
            Expected::Number => "the measure's number",
        };
        write!(f, "{}: expected {what} at position {}", self.kind, self.position)
    }
}

/// Upper case, blanks and common separators dropped: what a person read aloud or copied.
pub(crate) fn tidy(raw: &str) -> String {
    raw.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '/' | '\u{feff}' | '\u{200b}'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// A sign that was taken for another that looks like it, and the code without such slips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookalike {
    /// 1-based position of the first one.
    pub position: usize,
    pub typed: char,
    pub meant: char,
    pub code: String,
}

/// The letter O for the digit 0, a 5 for an S: puts right what `wrong` names, sign by sign, until
/// it names nothing. None where a sign looks like no other.
pub(crate) fn lookalike(raw: &str, wrong: impl Fn(&str) -> Option<usize>) -> Option<Lookalike> {
    const ALIKE: &[(char, char)] = &[
        ('O', '0'),
        ('I', '1'),
        ('L', '1'),
        ('S', '5'),
        ('B', '8'),
        ('Z', '2'),
        ('G', '6'),
        ('Q', '0'),
        ('D', '0'),
    ];
    let mut code = tidy(raw);
    let mut first = None;
    for _ in 0..code.chars().count() {
        let Some(position) = wrong(&code) else { break };
        let (at, typed) = code.char_indices().nth(position.checked_sub(1)?)?;
        let other = |(letter, digit): &(char, char)| match typed {
            _ if typed == *letter => Some(*digit),
            _ if typed == *digit => Some(*letter),
            _ => None,
        };
        let mut others = ALIKE.iter().filter_map(other);
        let with = |meant: char| {
            let mut code = code.clone();
            code.replace_range(at..at + typed.len_utf8(), meant.encode_utf8(&mut [0; 4]));
            (meant, code)
        };
        let (meant, mended) = others
            .by_ref()
            .map(with)
            .find(|(_, code)| wrong(code).is_none_or(|next| next > position))?;
        code = mended;
        first = first.or(Some((position, typed, meant)));
    }
    let (position, typed, meant) = first?;
    wrong(&code).is_none().then_some(Lookalike {
        position,
        typed,
        meant,
        code,
    })
}
