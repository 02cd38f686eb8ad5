//! Words and figures, in Italian and English, with no I/O.
//!
//! Official tables come in capitals, without accents, with codes glued to words; people read
//! sentences. Everything that turns one into the other lives here, so that search, explanations
//! and screens never disagree on how a name or an amount is written:
//!
//! - [`clean`]: what comes from a file is untrusted; nothing else is let in.
//! - [`columns`]: how many a text takes, cut to so many, on several lines.
//! - [`fold`]: one form for comparing (case, accents and punctuation gone).
//! - [`given`]: common given names, for what must hold no person.
//! - [`repair`]: names and titles in capitals → ordinary Italian.
//! - [`grammar`]: articles, prepositions, elision, plurals, lists.
//! - [`number`]: integers, euro, percentages, dates.
//! - [`tokens`]: a text as words that know their place and the signs between them.
//! - [`readability`]: Gulpease and Flesch, as published.

pub mod clean;
pub mod columns;
pub mod fold;
pub mod given;
pub mod grammar;
pub mod mojibake;
pub mod number;
pub mod readability;
pub mod repair;
pub mod tokens;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The two languages that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    It,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::It, Lang::En];

    /// The two-letter code, as in `--lingua it`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::It => "it",
            Lang::En => "en",
        }
    }

    /// The other language: one key switches between the two.
    pub fn other(self) -> Lang {
        match self {
            Lang::It => Lang::En,
            Lang::En => Lang::It,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language that is neither `it` nor `en`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a language of this program: write it or en")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s.trim().to_ascii_lowercase().as_str() {
            "it" => Ok(Lang::It),
            "en" => Ok(Lang::En),
            _ => Err(UnknownLang(s.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_and_written_by_their_code() {
        assert_eq!("it".parse(), Ok(Lang::It));
        assert_eq!(" EN ".parse(), Ok(Lang::En));
        assert_eq!("fr".parse::<Lang>(), Err(UnknownLang("fr".into())));
        assert_eq!(Lang::default().other().to_string(), "en");
    }
}
