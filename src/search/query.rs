//! What a person typed and what it means: words, "exact words", words to leave out, filters.
//!
//! Nobody needs to learn the little language: a filter chosen on screen is an [`Item`] of the
//! query, and [`Query`] prints as the text that means it (`asilo comune:"San Giuliano Terme"`).
//! Parsing never fails: what cannot be understood is a [`Notice`] with its place in the text.

mod item;
mod parse;
mod value;

pub use item::{Filter, Item, Key, Notice, Query, Trouble, What};
pub use parse::bounded;

use super::plain;
use crate::text::fold::{fold, words};
use std::fmt;

impl Query {
    /// What a text means; what cannot be understood of it is in the notices.
    pub fn parse(text: &str) -> Query {
        parse::parse(text)
    }

    /// Whether something is looked for: a list by filters alone has no words.
    pub fn has_words(&self) -> bool {
        let is_word = |item: &Item| !item.negated && !matches!(item.what, What::Filter(_));
        self.items.iter().any(is_word)
    }
}

impl Query {
    /// The same without words of talk where filters are all that is asked: "a oltre:Reggello".
    pub fn without_talk(mut self) -> Query {
        let is_talk = |item: &Item| match &item.what {
            What::Word(word) => !item.negated && words(&fold(word)).all(plain::is_passed_over),
            What::Phrase(_) | What::Filter(_) => false,
        };
        let is_filter = |item: &Item| matches!(item.what, What::Filter(_));
        let bare = self.items.iter().all(|item| is_filter(item) || is_talk(item));
        if bare && self.items.iter().any(is_filter) {
            self.items.retain(is_filter);
        }
        self
    }

    /// What a text means that is typed to its end: its last word is not the beginning of others.
    pub fn whole(text: &str) -> Query {
        Query {
            unfinished: false,
            ..Query::parse(text)
        }
    }
}

impl fmt::Display for Query {
    /// The text that means the query, with Italian keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, item) in self.items.iter().enumerate() {
            f.write_str(if i > 0 { " " } else { "" })?;
            f.write_str(if item.negated { "-" } else { "" })?;
            match &item.what {
                What::Word(word) => f.write_str(word)?,
                What::Phrase(phrase) => write!(f, "\"{phrase}\"")?,
                What::Filter(filter) => write!(f, "{filter}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key().words()[0];
        match self {
            Filter::Comune(text)
            | Filter::Province(text)
            | Filter::Region(text)
            | Filter::Area(text)
            | Filter::Wide(text)
            | Filter::Mission(text)
            | Filter::Measure(text)
            | Filter::Like(text)
            | Filter::Body(text) => write!(f, "{key}:{}", value::quoted(text)),
            Filter::Status(status) => write!(f, "{key}:{}", value::quoted(value::status_word(*status))),
            Filter::Kind(kind) => write!(f, "{key}:{}", value::quoted(kind.word())),
            Filter::Amount { min, max } => value::write_amount(f, *min, *max),
            // Behind its operator it may be quoted.
            Filter::Bad { typed, .. } => write!(f, "{key}{typed}"),
            Filter::NoAmount => write!(f, "{key}:{}", value::NO_AMOUNT[0]),
            Filter::End { from, to } => value::write_end(f, *from, *to),
        }
    }
}

#[cfg(test)]
mod tests;
