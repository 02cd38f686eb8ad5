//! Why an import stops. Bad rows never stop one: they stand in the report.

use crate::model::Table;
use crate::snapshot::WriteError;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: std::io::Error },
    /// The file is none of the official tables. `nearest` is the table that it is most like.
    #[error("{} is none of the official tables; it has the columns {}; {} also needs {}",
        path.display(), list(found), nearest.official_name(), missing.join(", "))]
    Unknown {
        path: PathBuf,
        found: Vec<String>,
        nearest: Table,
        missing: Vec<&'static str>,
    },
    #[error("{}: {reason}", path.display())]
    NotText { path: PathBuf, reason: &'static str },
    /// Tables of projects were given without the table that says where the projects are.
    #[error("{} is missing: without it no table says where the projects are", missing.official_name())]
    NoPlaces { missing: Table },
    #[error("there is no table to read")]
    Nothing,
    #[error("{given} is no region; the regions are {}", known.join(", "))]
    UnknownRegion { given: String, known: Vec<String> },
    #[error("{} line {line}: a record of more than {} MB: a quote is not closed", path.display(), limit >> 20)]
    RecordTooLong { path: PathBuf, line: u64, limit: u64 },
    #[error("{} has a date stated, but is none of the files to read", path.display())]
    Observed { path: PathBuf },
    #[error("the import was interrupted; nothing was written")]
    Cancelled,
    #[error("the list of places inside of the program is damaged")]
    Gazetteer,
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl ImportError {
    pub(crate) fn read(path: &Path, error: std::io::Error) -> ImportError {
        ImportError::Read {
            path: path.to_owned(),
            error,
        }
    }
}

/// At most as many columns as a person reads.
fn list(columns: &[String]) -> String {
    const MOST: usize = 40;
    let shown: Vec<String> = columns
        .iter()
        .take(MOST)
        .map(|c| crate::text::clean::line(c))
        .collect();
    let rest = if columns.len() > MOST { ", …" } else { "" };
    format!("{}{rest}", shown.join(", "))
}
