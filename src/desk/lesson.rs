//! The exercises of the lessons: what the right answer is, how it is said, and whether what a
//! person typed means it. Answers are forgiven their spelling, never their meaning.

mod money;

use crate::lang::{Lang, StepText, Word, w};
use crate::model::{Cents, Cup, Evidence, Status};
use crate::text::fold::fold;
use crate::text::number::{euro_words, integer};

/// The right answer of an exercise, out of the data at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    Count(usize),
    /// Right within five per cent.
    Money(Cents),
    /// Name of a body.
    Name(String),
    Cup(String),
    Year(i16),
    Status(Status),
    Evidence(Evidence),
    /// Index into the options.
    Choice(usize),
}

impl Expected {
    /// The answer in words, for `{answer}`.
    pub fn say(&self, text: &StepText, lang: Lang) -> String {
        match self {
            Expected::Count(n) => integer(i64::try_from(*n).unwrap_or(i64::MAX), lang),
            Expected::Money(cents) => euro_words(cents.0, lang),
            Expected::Name(name) => name.clone(),
            Expected::Cup(code) => match Cup::parse(code) {
                Ok(checked) => checked.code.grouped(),
                Err(_) => code.clone(),
            },
            Expected::Year(year) => year.to_string(),
            Expected::Status(status) => lang.say(status_word(*status)).to_owned(),
            Expected::Evidence(evidence) => lang.say(evidence_word(*evidence)).to_owned(),
            Expected::Choice(right) => text.options.get(*right).copied().unwrap_or_default().to_owned(),
        }
    }

    /// Whether what was typed is right.
    pub fn is_right(&self, typed: &str, text: &StepText) -> bool {
        let folded = fold(typed);
        match self {
            Expected::Count(n) => money::readings(typed).any(|v| v == *n as f64),
            Expected::Money(cents) => {
                let want = cents.as_euro();
                money::readings(typed).any(|v| (v - want).abs() <= want.abs() * 0.05)
            }
            Expected::Name(name) => names(&folded, &fold(name)),
            Expected::Cup(code) => code_of(typed) == *code,
            Expected::Year(year) => {
                let short = format!("{:02}", year % 100);
                words(&folded).any(|w| w == year.to_string() || w == short)
            }
            Expected::Status(status) => one_of(&folded, STATUSES) == Some(*status),
            Expected::Evidence(evidence) => one_of(&folded, EVIDENCE) == Some(*evidence),
            Expected::Choice(right) => chosen(&folded, text.options) == Some(*right),
        }
    }
}

fn status_word(status: Status) -> Word {
    match status {
        Status::Completed => w::LESSON_STATUS_COMPLETED,
        Status::Ongoing => w::LESSON_STATUS_ONGOING,
        Status::Paid => w::LESSON_STATUS_PAID,
        Status::Funded => w::LESSON_STATUS_FUNDED,
        Status::Withdrawn => w::LESSON_STATUS_WITHDRAWN,
        Status::Unknown => w::LESSON_STATUS_UNKNOWN,
    }
}

fn evidence_word(evidence: Evidence) -> Word {
    match evidence {
        Evidence::Observed => w::SHEET_OBSERVED,
        Evidence::Linked => w::SHEET_LINKED,
        Evidence::Derived => w::SHEET_DERIVED,
        Evidence::Missing => w::SHEET_MISSING,
        Evidence::Written => w::SHEET_WRITTEN,
    }
}

/// Beginnings of words that mean a status, in both languages.
const STATUSES: &[(Status, &[&str])] = &[
    (Status::Completed, &["conclus", "finit", "complet", "finished"]),
    (Status::Ongoing, &["in corso", "corso", "ongoing"]),
    (Status::Paid, &["pagat", "tutto pagat", "paid"]),
    (Status::Funded, &["finanziat", "funded"]),
    (Status::Withdrawn, &["ritirat", "withdrawn"]),
    (
        Status::Unknown,
        &["sconosciut", "ignot", "unknown", "non si sa", "non noto"],
    ),
];

const EVIDENCE: &[(Evidence, &[&str])] = &[
    (Evidence::Observed, &["osservat", "observed"]),
    (Evidence::Linked, &["collegat", "linked"]),
    (Evidence::Derived, &["derivat", "derived"]),
    (Evidence::Missing, &["mancant", "manca", "missing"]),
    (
        Evidence::Written,
        &["scritto da noi", "scritta da noi", "written"],
    ),
];

/// The one meaning that the text names; two at once are no answer.
fn one_of<T: Copy>(folded: &str, table: &[(T, &[&str])]) -> Option<T> {
    let text = format!(" {folded}");
    let mut named = table
        .iter()
        .filter(|(_, roots)| roots.iter().any(|root| text.contains(&format!(" {root}"))));
    let (found, _) = named.next()?;
    named.next().is_none().then_some(*found)
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

fn code_of(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.collect::<String>().to_ascii_uppercase()
}

/// Words that many bodies bear, so that they name none.
const COMMON: &[&str] = &[
    "di",
    "d",
    "da",
    "del",
    "dello",
    "della",
    "dei",
    "degli",
    "delle",
    "dell",
    "e",
    "il",
    "lo",
    "la",
    "l",
    "per",
    "the",
    "of",
    "comune",
    "comuni",
    "unione",
    "citta",
    "provincia",
    "regione",
    "ministero",
    "azienda",
    "istituto",
    "scuola",
    "universita",
    "ente",
    "town",
    "council",
    "spa",
    "srl",
];

/// Every word that was typed stands in the name, give or take a letter, and one is its own.
fn names(typed: &str, name: &str) -> bool {
    let name: Vec<&str> = words(name).collect();
    let near = |word: &str| {
        let errors = usize::from(word.len() > 4);
        name.iter()
            .any(|own| strsim::damerau_levenshtein(own, word) <= errors)
    };
    let telling = |word: &&str| !COMMON.contains(word) || name.iter().all(|own| COMMON.contains(own));
    words(typed).any(|word| telling(&word) && near(word))
        && words(typed).all(|word| near(word) || COMMON.contains(&word))
}

/// The option that is meant: by its number, its words or its beginning.
fn chosen(typed: &str, options: &[&str]) -> Option<usize> {
    if let Ok(number) = typed.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < options.len());
    }
    let folded: Vec<String> = options.iter().map(|o| fold(o)).collect();
    if let Some(same) = folded.iter().position(|o| o == typed) {
        return Some(same);
    }
    let mut begun = folded
        .iter()
        .enumerate()
        .filter(|(_, o)| !typed.is_empty() && o.starts_with(typed));
    let (found, _) = begun.next()?;
    begun.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests;
