//! An archive at hand; `open` opens it, the tables read from it.

use super::guard::Guard;
use rusqlite::Connection;
use std::path::PathBuf;

/// An open snapshot, read-only.
pub struct Snapshot {
    pub(super) db: Connection,
    /// Of a file that anyone may have made.
    pub(super) guard: Option<Guard>,
    pub origin: Origin,
    /// It came in a package that nobody signed.
    pub is_unsigned: bool,
    /// The address of the site that has its pages, where the desk knows one.
    pub site: Option<String>,
    /// Where what a start needs of it is kept.
    pub(super) kept: Option<PathBuf>,
}

/// Where a snapshot came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Embedded,
    File(PathBuf),
}
