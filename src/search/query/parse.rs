//! Text → items. Blanks divide; quotes hold together; a minus in front leaves out; a known key
//! and `:`, `=`, `>` or `<` make a filter.

use super::item::{Filter, Item, Key, Notice, Query, Trouble, What};
use super::value;
use crate::search::distance::within;
use crate::search::kind::BodyKind;
use crate::text::fold::fold;
use std::ops::Range;

/// Longer texts are cut: nobody types them, and a paste must not hold up the program.
const LONGEST: usize = 1_000;

/// What is read of a text.
pub fn bounded(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

pub(super) fn parse(text: &str) -> Query {
    let mut parser = Parser {
        text: bounded(text),
        at: 0,
        query: Query::default(),
    };
    while parser.item().is_some() {}
    parser.query
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    query: Query,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn item(&mut self) -> Option<()> {
        self.at = self.text.len() - self.rest().trim_start().len();
        let start = self.at;
        let first = self.rest().chars().next()?;
        let behind = self.rest()[first.len_utf8()..].chars().next();
        let negated = matches!(first, '-' | '−') && behind.is_some_and(|c| !c.is_whitespace());
        if negated {
            self.at += first.len_utf8();
        }
        let what = if value::opens(self.rest()) {
            What::Phrase(self.quoted()?.to_owned())
        } else {
            self.word_or_filter()?
        };
        let empty = match &what {
            What::Word(text) | What::Phrase(text) => fold(text).is_empty(),
            What::Filter(_) => false,
        };
        if !empty {
            self.query.unfinished = matches!(what, What::Word(_)) && !negated && self.at == self.text.len();
            let span = start..self.at;
            self.query.items.push(Item { what, negated, span });
        }
        Some(())
    }

    /// What stands between quotes; the quotes are passed over.
    fn quoted(&mut self) -> Option<&'a str> {
        let open = self.rest().chars().next()?;
        let inner = self.at + open.len_utf8();
        let close = self.text[inner..].find(['"', '“', '”', '»']);
        let content = match close {
            Some(close) => {
                let end = inner + close;
                self.at = end + self.text[end..].chars().next().map_or(0, char::len_utf8);
                &self.text[inner..end]
            }
            None => {
                self.notice(self.at..self.text.len(), Trouble::OpenQuote);
                self.at = self.text.len();
                &self.text[inner..]
            }
        };
        Some(content.trim())
    }

    fn bare(&mut self) -> &'a str {
        let rest = self.rest();
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        self.at += word.len();
        word
    }

    /// A word, and those behind it that are units: "1,5 milioni di euro".
    fn amount(&mut self) -> &'a str {
        let start = self.at;
        let mut end = start + self.bare().len();
        if !self.text[start..end].contains(|c: char| c.is_ascii_digit()) {
            return &self.text[start..end];
        }
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if !value::is_unit(self.bare()) {
                break;
            }
            end = self.at;
        }
        self.at = end;
        &self.text[start..end]
    }

    fn notice(&mut self, span: Range<usize>, trouble: Trouble) {
        self.query.notices.push(Notice { span, trouble });
    }

    fn word_or_filter(&mut self) -> Option<What> {
        let start = self.at;
        let letters = |c: &char| c.is_alphabetic();
        let length: usize = self.rest().chars().take_while(letters).map(char::len_utf8).sum();
        let typed = &self.rest()[..length];
        let behind = &self.rest()[length..];
        // Blanks around the sign are forgiven where the word is a key: "importo > 100000".
        let is_key = find_key(&fold(typed)).is_some();
        let signs = if is_key { behind.trim_start() } else { behind };
        let blanks = behind.len() - signs.len();
        let operator: String = signs
            .chars()
            .take_while(|c| matches!(c, ':' | '=' | '<' | '>' | '≥' | '≤'))
            .collect();
        if typed.is_empty() || operator.is_empty() {
            return Some(What::Word(self.bare().to_owned()));
        }
        let Some(key) = find_key(&fold(typed)) else {
            let word = self.bare();
            if word.len() > length + operator.len() {
                let near = near_key(&fold(typed));
                let typed = typed.to_owned();
                self.notice(start..start + length, Trouble::UnknownKey { typed, near });
            }
            return Some(What::Word(word.to_owned()));
        };
        self.at += length + blanks + operator.len();
        let first = self.rest().trim_start();
        // A key that is being typed has no value yet; the next filter is none.
        if !first.is_empty() && !first.starts_with('-') {
            self.at = self.text.len() - first.len();
        }
        let value = if value::opens(self.rest()) {
            self.quoted()?
        } else if key == Key::Amount {
            self.amount()
        } else {
            self.bare()
        };
        let span = start..self.at;
        if value.is_empty() {
            self.notice(span, Trouble::EmptyValue(key));
            return Some(What::Word(String::new()));
        }
        if let Some(filter) = filter(key, &operator, value) {
            return Some(What::Filter(filter));
        }
        let typed = value.to_owned();
        if let Some(status) = value::near_status(value).filter(|_| key == Key::Status) {
            let meant = value::status_word(status).to_owned();
            self.notice(span, Trouble::MendedValue { key, typed, meant });
            return Some(What::Filter(Filter::Status(status)));
        }
        let bad = Filter::Bad {
            key,
            typed: format!("{operator}{}", value::quoted(value)),
        };
        self.notice(span, Trouble::BadValue { key, typed });
        Some(What::Filter(bad))
    }
}

fn find_key(folded: &str) -> Option<Key> {
    Key::ALL.iter().copied().find(|k| k.words().contains(&folded))
}

/// The key that was meant: its beginning, or one or two typing errors away.
fn near_key(folded: &str) -> Option<Key> {
    let like = |word: &&str| {
        word.starts_with(folded)
            || within(
                folded.as_bytes(),
                word.as_bytes(),
                if word.len() > 5 { 2 } else { 1 },
            )
    };
    Key::ALL.iter().copied().find(|k| k.words().iter().any(like))
}

fn filter(key: Key, operator: &str, typed: &str) -> Option<Filter> {
    let text = || typed.to_owned();
    Some(match key {
        Key::Comune => Filter::Comune(text()),
        Key::Province => Filter::Province(text()),
        Key::Region => Filter::Region(text()),
        Key::Area => Filter::Area(text()),
        Key::Wide => Filter::Wide(text()),
        Key::Mission => Filter::Mission(value::mission(typed)?),
        Key::Measure => Filter::Measure(typed.to_uppercase()),
        Key::Status => Filter::Status(value::status(typed)?),
        Key::Body => match BodyKind::from_word(typed) {
            Some(kind) => Filter::Kind(kind),
            None => Filter::Body(text()),
        },
        Key::Amount => value::amount_filter(operator, typed)?,
        Key::Like => Filter::Like(text()),
        Key::Year | Key::By => value::end_filter(key, operator, typed)?,
    })
}
