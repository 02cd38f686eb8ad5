//! The SQLite file of one region, and nothing else knows SQL for it.
//!
//! [`Snapshot::embedded`] opens the bundled region in place, [`Snapshot::open`] a file after
//! checking that it is whole and ours, [`Snapshot::newest`] the newest valid file of a folder.
//! [`Snapshot::catalogue`] loads what lists and search need; [`Snapshot::project`] the whole of
//! one project. [`Writer`] makes a snapshot, [`register`] turns one into plain CSV tables.

mod briefs;
mod catalogue;
pub mod check;
mod load;
mod open;
mod project;
pub mod register;
mod row;
mod write;

pub use catalogue::{Catalogue, Class, Overview, Totals};
pub use open::{OpenError, Origin, Snapshot};
pub use write::{WriteError, Writer, save};

/// Marks a file as one of ours: "SPOR".
pub(crate) const APPLICATION_ID: u32 = 0x5350_4f52;
/// The format that this program writes and the newest that it reads.
pub const FORMAT: u32 = 1;
pub(crate) const SCHEMA: &str = include_str!("snapshot/schema.sql");

#[cfg(test)]
mod tests;
