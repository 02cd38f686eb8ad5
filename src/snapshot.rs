//! The SQLite file of one region, and nothing else knows SQL for it.
//!
//! [`Snapshot::embedded`] opens the bundled region in place, [`Snapshot::open`] a file after
//! checking that it is whole and ours, [`Snapshot::newest`] the newest valid file of a folder.
//! [`Snapshot::catalogue`] loads what lists and search need; [`Snapshot::project`] the whole of
//! one project. [`Writer`] makes a snapshot, [`register`] turns one into plain CSV tables. What a
//! table holds is said once, in `schema`; how its rows are written and read, in its file of `table`.

mod briefs;
mod catalogue;
pub mod check;
mod error;
mod file;
mod guard;
mod handle;
mod load;
mod open;
pub mod pack;
mod project;
mod ready;
pub mod register;
mod removed;
mod schema;
mod shelf;
mod sql;
mod table;
mod without;
mod write;

pub use catalogue::{Catalogue, Class, Overview, Totals};
pub use error::OpenError;
pub use file::{Ours, beside, digest, open_ordinary, ordinary, read_all, read_text};
pub use handle::{Origin, Snapshot};
pub use removed::Named;
pub use schema::FORMAT;
pub use shelf::{Briefs, Packed, Shelf};
pub use without::Removed;
pub use write::{WriteError, Writer, Written, save, save_over};

#[cfg(test)]
mod tests;
