//! The parts of a query: words, phrases, filters, and what could not be understood.

use crate::model::{Cents, Status};
use crate::search::kind::BodyKind;
use jiff::civil::Date;
use std::ops::Range;

/// A query, as a row of items in the order in which they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub items: Vec<Item>,
    /// The text ends in a word that may still be growing.
    pub unfinished: bool,
    /// What could not be understood while reading.
    pub notices: Vec<Notice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub what: What,
    /// `-parola`, `-comune:prato`.
    pub negated: bool,
    /// Bytes of the text that was parsed; empty for an item that was added on screen.
    pub span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// As typed.
    Word(String),
    /// As typed between quotes.
    Phrase(String),
    Filter(Filter),
}

/// A condition on the projects. Several of one kind widen ("Prato or Pistoia"), those on amount
/// and on end narrow; several kinds narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Name or ISTAT code, as typed; so for the next two.
    Comune(String),
    /// Name, sigla or code.
    Province(String),
    Region(String),
    /// Name of an area that people name.
    Area(String),
    /// Name or code of a comune: what concerns it together with others.
    Wide(String),
    /// `M4`; a letter or `PNC` for the complementary plan.
    Mission(String),
    /// The beginning of a sub-measure's code.
    Measure(String),
    Status(Status),
    Kind(BodyKind),
    /// Words of the body's name.
    Body(String),
    /// Total funding, both ends included.
    Amount {
        min: Option<Cents>,
        max: Option<Cents>,
    },
    /// Like a project, by its id: of the same title, in the same comuni.
    Like(String),
    /// A value that cannot be one of its key, as it was typed behind the key: `>molto`.
    Bad {
        key: Key,
        typed: String,
    },
    /// No funding is published.
    NoAmount,
    /// Planned or actual end, both days included.
    End {
        from: Option<Date>,
        to: Option<Date>,
    },
}

/// Which question a filter answers; the key that is typed before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Comune,
    Province,
    Region,
    Area,
    Wide,
    Mission,
    Measure,
    Status,
    Body,
    Amount,
    Year,
    By,
    Like,
}

impl Key {
    pub const ALL: &[Key] = &[
        Key::Comune,
        Key::Province,
        Key::Region,
        Key::Area,
        Key::Wide,
        Key::Mission,
        Key::Measure,
        Key::Status,
        Key::Body,
        Key::Amount,
        Key::Year,
        Key::By,
        Key::Like,
    ];

    /// The words for it: the Italian one, the English one, then other spellings.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Key::Comune => &["comune", "town", "municipality", "citta"],
            Key::Province => &["provincia", "province", "prov"],
            Key::Region => &["regione", "region"],
            Key::Area => &["zona", "area"],
            Key::Wide => &["oltre", "beyond"],
            Key::Mission => &["missione", "mission"],
            Key::Measure => &["misura", "measure", "sottomisura", "submeasure"],
            Key::Status => &["stato", "status"],
            Key::Body => &["ente", "body", "soggetto"],
            Key::Amount => &["importo", "amount", "euro"],
            Key::Year => &["anno", "year"],
            Key::By => &["entro", "by"],
            Key::Like => &["uguali", "like", "uguale"],
        }
    }
}

/// Something of the text that could not be understood; the rest of the query holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub span: Range<usize>,
    pub trouble: Trouble,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// `citt:prato`: no such filter; the nearest that there is. It is searched as words.
    UnknownKey { typed: String, near: Option<Key> },
    /// `comune:` with nothing behind it yet.
    EmptyValue(Key),
    /// `importo>molto`, `entro:presto`.
    BadValue { key: Key, typed: String },
    /// A value that the archive does not know, with the nearest that it knows.
    UnknownValue {
        key: Key,
        typed: String,
        near: Vec<String>,
    },
    /// A value that the archive does not know was taken for the only one near to it.
    MendedValue { key: Key, typed: String, meant: String },
    /// A comune by a name that it had before, and since when it has another.
    FormerName {
        typed: String,
        written: String,
        today: String,
        since: Date,
    },
    /// A quote that is not closed; it reaches to the end of the text.
    OpenQuote,
}

impl Query {
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The filters, with their place in `items`.
    pub fn filters(&self) -> impl Iterator<Item = (usize, &Filter, bool)> {
        let numbered = self.items.iter().enumerate();
        numbered.filter_map(|(i, item)| match &item.what {
            What::Filter(filter) => Some((i, filter, item.negated)),
            _ => None,
        })
    }

    pub fn has(&self, filter: &Filter) -> bool {
        self.filters()
            .any(|(_, own, negated)| own.same(filter) && !negated)
    }

    /// Adds a filter, or takes it away when it is there: one press of a key on screen.
    pub fn toggle(&mut self, filter: Filter) {
        let before = self.items.len();
        self.items
            .retain(|item| item.negated || !matches!(&item.what, What::Filter(own) if own.same(&filter)));
        if self.items.len() == before {
            self.items.push(Item {
                what: What::Filter(filter),
                negated: false,
                span: 0..0,
            });
        }
        self.unfinished = false;
    }

    /// Takes away every filter of one key.
    pub fn clear(&mut self, key: Key) {
        self.items
            .retain(|item| !matches!(&item.what, What::Filter(own) if own.key() == key));
    }
}

impl Filter {
    pub fn key(&self) -> Key {
        match self {
            Filter::Comune(_) => Key::Comune,
            Filter::Province(_) => Key::Province,
            Filter::Region(_) => Key::Region,
            Filter::Area(_) => Key::Area,
            Filter::Wide(_) => Key::Wide,
            Filter::Mission(_) => Key::Mission,
            Filter::Measure(_) => Key::Measure,
            Filter::Status(_) => Key::Status,
            Filter::Kind(_) | Filter::Body(_) => Key::Body,
            Filter::Amount { .. } | Filter::NoAmount => Key::Amount,
            Filter::End { from: Some(_), .. } => Key::Year,
            Filter::End { .. } => Key::By,
            Filter::Like(_) => Key::Like,
            Filter::Bad { key, .. } => *key,
        }
    }

    /// The same filter with another value, of those whose values are names.
    pub(in crate::search) fn with(&self, value: String) -> Option<Filter> {
        Some(match self {
            Filter::Comune(_) => Filter::Comune(value),
            Filter::Province(_) => Filter::Province(value),
            Filter::Region(_) => Filter::Region(value),
            Filter::Area(_) => Filter::Area(value),
            Filter::Wide(_) => Filter::Wide(value),
            Filter::Body(_) => Filter::Body(value),
            _ => return None,
        })
    }

    /// Equal but for case and accents of what was typed.
    fn same(&self, other: &Filter) -> bool {
        self == other || self.key() == other.key() && key_of(self) == key_of(other)
    }
}

fn key_of(filter: &Filter) -> String {
    crate::text::fold::fold(&filter.to_string())
}
