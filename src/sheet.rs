//! Answers → a typed [`Page`] → screen, voice, text, Markdown, HTML, JSON.
//!
//! ```text
//! explain → project, comune, measure, source, data, words → Page
//!           Page: title, note under it, parts by id; blocks: claims, notes, tables, pictures, links
//!           Page → format: Text | Markdown | Html | Json
//! ```
//!
//! Every page of facts ends with what its marks mean and with its sources and their dates.

pub mod address;
mod asked;
mod build;
pub mod cells;
pub mod changes;
pub mod civic;
mod comune;
pub mod csv;
mod data;
mod drawn;
mod facet;
mod form;
mod format;
mod gathered;
pub mod heard;
pub mod html;
pub mod json;
mod listed;
mod markdown;
mod marks;
mod measure;
mod mended;
mod newer;
mod news;
mod note;
mod page;
pub mod paper;
mod pasted;
pub mod picture;
mod project;
pub mod qr;
pub mod quality;
mod report;
mod row;
mod search;
pub mod source;
mod subject;
mod text;
mod unsigned;
mod words;

pub use crate::explain::{in_list, in_words, status_word};
pub use asked::{Asked, Wish, phrases_of};
pub use comune::comune;
pub use data::{data, figures};
pub use facet::{FACETS, body_kind, facet_value, facet_word, sort_word};
pub use form::Paper;
pub use format::{Format, Setting, format};
pub use gathered::gathered;
pub use marks::{Marks, mark};
pub use measure::measure;
pub use mended::{Correction, corrected, corrections};
pub use newer::{newer, newer_row, taken};
pub use news::news;
pub use note::{Cited, Note};
pub use page::{Block, Link, Page, Part, PartId, Table, Told};
pub use project::{heading, project};
pub use report::report;
pub use row::{ListRow, list_rows, place};
pub use search::{Way, alike, former_name, hit_subject, missing, projects_said, search_trouble, search_ways};
pub use subject::Subject;
pub use words::{glossary, question, questions, word, words, words_in};

#[cfg(test)]
mod tests;
