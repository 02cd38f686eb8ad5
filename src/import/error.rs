//! Why an import stops. Bad rows never stop one: they stand in the report.

use super::report::{PassedOver, Report};
use crate::model::Table;
use crate::snapshot::WriteError;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: std::io::Error },
    /// Tables of projects were given without the table that says where the projects are.
    #[error("{} is missing: without it no table says where the projects are", missing.official_name())]
    NoPlaces {
        missing: Table,
        passed_over: Vec<PassedOver>,
    },
    #[error("there is no table to read")]
    Nothing { passed_over: Vec<PassedOver> },
    /// Tables were read, and none of their rows is a project of the region.
    #[error("no row of the tables is a project of {region}")]
    NothingKept { region: String, report: Box<Report> },
    #[error("{given} is no region; the regions are {}", known.join(", "))]
    UnknownRegion { given: String, known: Vec<String> },
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
