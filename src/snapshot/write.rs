//! Writing a snapshot: built beside its final name, row by row, sealed with its checksum and renamed, so
//! that no half file is ever taken for a whole one.

use super::file::{self, Ours};
use super::table::{self, territory};
use super::{check, removed, schema};
use crate::model::{
    Call, Comune, Measure, Milestone, Project, ProjectId, Province, Region, RegionCode, Removal, Source,
    SourceId, Submeasure,
};
use rusqlite::{Connection, ErrorCode};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Statements that are kept: each table has one for each number of rows that are written together.
const STATEMENTS: usize = 256;

/// KiB of it that stand in memory.
const IN_MEMORY: i32 = 16 << 10;

/// Collects the rows of a snapshot. Rows that were written already under the same key (bodies, classes,
/// calls) are left as they are.
pub struct Writer {
    db: Connection,
    file: NamedTempFile,
}

/// A snapshot that is whole and sealed, and has no name yet.
#[derive(Debug)]
pub struct Written(NamedTempFile);

#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the database refuses: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
    #[error("the checksum has no place in the snapshot")]
    Seal,
}

type Done = Result<(), WriteError>;

impl Writer {
    /// Of a snapshot that will stand at `path`; `region` is `None` for the whole nation.
    ///
    /// # Errors
    /// When the folder cannot be written, or the database refuses.
    pub fn new(path: &Path, region: Option<RegionCode>, region_name: &str) -> Result<Writer, WriteError> {
        let file = file::beside(folder_of(path), false).map_err(|error| io_at(path, error))?;
        let db = Connection::open(file.path())?;
        // Nothing is ever rolled back: what fails is thrown away. What is whole is synced once.
        db.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE",
        )?;
        db.pragma_update(None, "cache_size", -IN_MEMORY)?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        db.execute_batch(&schema::sql())?;
        db.execute_batch("BEGIN")?;
        let writer = Writer { db, file };
        let region = region.map(|code| code.to_string()).unwrap_or_default();
        for (key, value) in [
            ("checksum", check::blank().as_str()),
            ("region", &region),
            ("region_name", region_name),
        ] {
            table::meta::insert(&writer.db, key, value)?;
        }
        Ok(writer)
    }

    /// Writes a source.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn source(&self, source: &Source) -> Done {
        Ok(table::source::insert(&self.db, source)?)
    }

    /// Writes a region.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn region(&self, region: &Region) -> Done {
        Ok(territory::insert_region(&self.db, region)?)
    }

    /// Writes a province.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn province(&self, province: &Province) -> Done {
        Ok(territory::insert_province(&self.db, province)?)
    }

    /// Writes a comune.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn comune(&self, comune: &Comune) -> Done {
        Ok(territory::insert_comune(&self.db, comune)?)
    }

    /// Writes a measure.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn measure(&self, measure: &Measure) -> Done {
        Ok(table::measure::insert(&self.db, measure)?)
    }

    /// `seq` tells apart the parts of one milestone.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn milestone(&self, measure: &Submeasure, seq: usize, milestone: &Milestone) -> Done {
        Ok(table::milestone::insert(&self.db, measure, seq, milestone)?)
    }

    /// Writes a call.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn call(&self, call: &Call) -> Done {
        Ok(table::call::insert(&self.db, call)?)
    }

    /// Official name of a code of the classification, or of an indicator (`kind` "indicator").
    ///
    /// # Errors
    /// When the database refuses.
    pub fn class(&self, kind: &str, code: &str, name: &str) -> Done {
        Ok(table::class::insert(&self.db, kind, code, name)?)
    }

    /// Writes how often a problem was met in a source.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn quality(&self, source: SourceId, problem: &str, count: u64) -> Done {
        Ok(table::quality::insert(&self.db, source, problem, count)?)
    }

    /// The project and all that hangs on it. Its call, if any, is written by [`Writer::call`].
    ///
    /// # Errors
    /// When the database refuses.
    pub fn project(&self, p: &Project) -> Done {
        let (db, id) = (&self.db, p.id);
        table::project::insert(db, p)?;
        table::label::insert(db, id, &p.labels)?;
        table::fact::insert(db, id, &p.facts)?;
        table::amount::insert(db, id, &p.amounts)?;
        table::date::insert(db, id, &p.dates)?;
        table::phase::insert(db, id, &p.phases)?;
        table::place::insert(db, id, &p.places)?;
        table::role::insert(db, id, &p.bodies)?;
        table::tender::insert(db, id, &p.tenders)?;
        table::target::insert(db, id, &p.targets)?;
        table::candidature::insert(db, id, &p.candidatures)?;
        table::disagreement::insert(db, id, &p.disagreements)?;
        table::unread::insert(db, id, &p.unread)?;
        table::text::insert(db, p)?;
        Ok(())
    }

    /// The folded words of all texts of a project, without stop words and names of persons. A set
    /// so small that it could be read as a text is left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn words(&self, project: ProjectId, words: &BTreeSet<String>) -> Done {
        Ok(table::words::insert(&self.db, project, words)?)
    }

    /// Takes out names that are not to be shown, of all that was written: how many rows.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn without(&self, removals: &[Removal]) -> Result<usize, WriteError> {
        Ok(removed::apply(&self.db, removals)?)
    }

    /// Ends it and seals it.
    ///
    /// # Errors
    /// When the database refuses, or the file cannot be written.
    pub fn finish(self) -> Result<Written, WriteError> {
        self.db.execute_batch("COMMIT")?;
        if !table::removed::written(&self.db)?.is_empty() {
            // Nothing of them stays in a page that nobody uses.
            self.db.execute_batch("VACUUM")?;
        }
        self.db.close().map_err(|(_, error)| error)?;
        match check::seal_file(self.file.as_file()) {
            Ok(true) => Ok(Written(self.file)),
            Ok(false) => Err(WriteError::Seal),
            Err(error) => Err(io_at(self.file.path(), error)),
        }
    }
}

impl Written {
    /// Gives it its name, where nothing stands but an archive.
    ///
    /// # Errors
    /// When something else stands there, or the file cannot be written.
    pub fn name(self, path: &Path) -> Done {
        Ours::Archive
            .may_replace(path)
            .and_then(|()| keep(self.0, path))
            .map_err(|error| io_at(path, error))
    }
}

impl WriteError {
    /// What the system refused to the file that has no name yet, told of the one that it would be.
    #[must_use]
    pub fn of(self, path: &Path) -> WriteError {
        let code = match &self {
            WriteError::Database(error) => error.sqlite_error_code(),
            WriteError::Io { .. } | WriteError::Seal => None,
        };
        let kind = match (self, code) {
            (_, Some(ErrorCode::DiskFull)) => io::ErrorKind::StorageFull,
            (_, Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)) => io::ErrorKind::PermissionDenied,
            (_, Some(ErrorCode::SystemIoFailure)) => io::ErrorKind::Other,
            (WriteError::Io { error, .. }, _) => return io_at(path, error),
            (other, _) => return other,
        };
        io_at(path, kind.into())
    }
}

fn io_at(path: &Path, error: io::Error) -> WriteError {
    WriteError::Io {
        path: path.to_owned(),
        error,
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// [`save`], where nothing stands but what may be replaced: nobody's table or letter is lost.
///
/// # Errors
/// When something else stands there, or the file cannot be written.
pub fn save_over(ours: Ours, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    ours.may_replace(path).map_err(|error| io_at(path, error))?;
    save(path, bytes)
}

/// Writes bytes so that `path` holds either what it held or all of them: beside, fsync, rename.
///
/// # Errors
/// When the file cannot be written.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let kept = file::beside(folder_of(path), false).and_then(|mut beside| {
        beside.write_all(bytes)?;
        keep(beside, path)
    });
    kept.map_err(|error| io_at(path, error))
}

/// Gives a file that stands beside `path` this name, for good.
fn keep(beside: NamedTempFile, path: &Path) -> io::Result<()> {
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|e| e.error)?;
    // On Unix the rename itself lasts only once the folder is written; elsewhere a folder cannot be opened.
    #[cfg(unix)]
    std::fs::File::open(folder_of(path)).and_then(|f| f.sync_all())?;
    Ok(())
}
