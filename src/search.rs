//! From a few mistyped words to ranked projects, with facets.

mod distance;
mod field;
mod inflect;
mod kind;
mod query;
mod vocabulary;

pub use field::{Field, Fields};
pub use kind::{AmountBand, BodyKind};
pub use query::{Filter, Item, Key, Notice, Query, Trouble, What};
