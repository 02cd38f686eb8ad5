//! From a few mistyped words to ranked projects, with facets.
//!
//! [`Query::parse`] reads what was typed, [`Index::build`] turns a catalogue into an index,
//! [`Index::search`] gives [`Results`]: the best hits, exact counts and sums, how every word was
//! understood, and what to try when nothing is found. Words shown to people are chosen by whoever
//! shows them; here are only data.

mod areas;
mod codes;
mod distance;
mod facet;
mod field;
mod filter;
mod highlight;
mod hint;
mod hit;
mod index;
mod inflect;
mod kind;
mod lexicon;
pub mod listed;
mod mend;
mod names;
mod near;
mod partial;
mod phrase;
mod place;
mod plain;
mod query;
mod rows;
mod run;
mod scan;
mod settings;
mod spellings;
mod sure;
mod synonyms;
mod texts;
mod there;
mod twins;
mod understand;
mod vocabulary;

pub use areas::{Area, area, areas};
pub use codes::{CodeKind, submeasure};
pub use facet::{Facet, FacetKind, Sums, Value};
pub use field::{Field, Fields};
pub use filter::values;
pub use highlight::Highlight;
pub use hint::Hint;
pub use hit::Hit;
pub use index::Index;
pub use kind::{AmountBand, BodyKind};
pub use lexicon::has as is_common;
pub use names::{Found, How, Name, Names, comune_names};
pub use partial::{Near, Partial};
pub use place::Beyond;
pub use plain::{is_thanks, says_little};
pub use query::{Filter, Item, Key, Notice, Query, Trouble, What, bounded};
pub use run::{Results, Understood};
pub use settings::{Settings, Sort};
pub use understand::Reading;

#[cfg(test)]
mod tests;
