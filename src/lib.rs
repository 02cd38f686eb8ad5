//! Sportello explains the projects of the Italian recovery plan (PNRR) at the desk of a
//! *punto di facilitazione digitale*, in plain words, with no network but where one is asked for.
//!
//! # The map of the house
//!
//! Data walks one way: official tables → [`import`] → [`snapshot`] → [`search`] → [`explain`]
//! → [`sheet`] → [`app`] → [`tui`], [`voice`] and [`cli`]. A room uses only rooms to its left in this list, and
//! rooms named together do not import each other; `tests/architecture.rs` reads the imports
//! and fails on a step back.
//!
//! ```text
//! model < text < snapshot, lang < title < import, search, explain, desk, renew, compare < sheet < app < publish, fetch, tui, voice < cli < main
//! ```
//!
//! - [`model`]: the words of the field (Project, Measure, Place, Body, Cents, Cup, Cig, Source).
//! - [`text`]: folding, repair of official text, Italian grammar, numbers and dates, readability.
//! - [`snapshot`]: the SQLite file of an archive; nothing else knows its SQL.
//! - [`lang`]: what people wrote for people: the interface's words, the cards of the measures,
//!   the glossary, the questions, the lessons, in Italian and English.
//! - [`title`]: the readable title of a project, composed from its facts.
//! - [`import`]: official files in every layout, merged into one snapshot.
//! - [`search`]: from a few mistyped words to ranked projects with facets.
//! - [`explain`]: facts → answers; an answer is claims, a claim is a sentence and its evidence.
//! - [`desk`]: what belongs to the facilitator: tally, favourites and notes in a file of their
//!   own, settings, the answers to a lesson's exercises.
//! - [`renew`]: a region publishes its archive as a signed package, a desk takes it from a folder or a
//!   stick.
//! - [`compare`]: what differs between two archives of one region.
//! - [`sheet`]: answers → a typed page → text, Markdown, HTML, JSON.
//! - [`app`]: the program without a face: what screen, voice and command line answer alike.
//! - [`publish`]: the open data of a region: register, explanations, catalogue; its pages as a site.
//! - [`fetch`]: the official tables, and a package, from the net, when asked for.
//! - [`tui`]: the full screen: search, pages, map, lessons, workshop, desk.
//! - [`voice`]: the simple mode, line by line, for screen readers.
//! - [`cli`]: the command line, which starts the other two.

pub mod app;
pub mod cli;
pub mod compare;
pub mod desk;
pub mod explain;
pub mod fetch;
pub mod import;
pub mod lang;
pub mod model;
pub mod publish;
pub mod renew;
pub mod search;
pub mod sheet;
pub mod snapshot;
pub mod text;
pub mod title;
pub mod tui;
pub mod voice;
