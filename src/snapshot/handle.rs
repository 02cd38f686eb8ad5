//! An archive at hand; `open` opens it, the tables read from it.

use rusqlite::Connection;
use std::path::PathBuf;

/// An open snapshot, read-only.
pub struct Snapshot {
    pub(super) db: Connection,
    pub origin: Origin,
}

/// Where a snapshot came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Embedded,
    File(PathBuf),
}
