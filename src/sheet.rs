//! Answers → neutral blocks → text, Markdown, HTML, JSON.
//!
//! A [`Sheet`] is what a screen, a sheet of paper, a file and the linear mode all show: headings,
//! sentences with the mark of how they are known, tables, notes. Every sheet ends with what its
//! marks mean and with its sources and their dates.

mod account;
mod block;
mod facet;
mod html;
pub mod json;
pub mod lesson;
mod markdown;
pub mod picture;
mod project;
mod search;
pub mod source;
mod text;
mod words;

pub use account::{comune, measure};
pub use block::{Block, Sheet};
pub use facet::{FACETS, body_kind, facet_value, facet_word, status_word};
pub use project::{heading, project};
pub use search::{To, Way, missing, projects_said, search_trouble, search_ways};
pub use text::{Marks, mark};
pub use words::{glossary, questions};

#[cfg(test)]
mod tests;
