//! Writing a snapshot: built in memory, sealed with its checksum, put beside its final name and
//! renamed, so that no half file is ever taken for a whole one.

use super::file::{self, Ours};
use super::table::{self, territory};
use super::{check, removed, schema};
use crate::model::{
    Call, Comune, Measure, Milestone, Project, ProjectId, Province, Region, RegionCode, Removal, Source,
    SourceId, Submeasure,
};
use rusqlite::{Connection, MAIN_DB};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Statements that are kept: each table has one for each number of rows that are written together.
const STATEMENTS: usize = 256;

/// Collects rows and yields the bytes of a snapshot. Rows that were written already under the
/// same key (bodies, classes, calls) are left as they are.
pub struct Writer {
    db: Connection,
}

#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the database refuses: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: std::io::Error },
    #[error("the checksum has no place in the snapshot")]
    Seal,
}

type Done = Result<(), WriteError>;

impl Writer {
    /// `region` is `None` for the whole nation.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn new(region: Option<RegionCode>, region_name: &str) -> Result<Writer, WriteError> {
        let db = Connection::open_in_memory()?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        db.execute_batch(&schema::sql())?;
        // Nothing is ever rolled back: what fails is thrown away.
        db.pragma_update(None, "journal_mode", "OFF")?;
        db.execute_batch("BEGIN")?;
        let writer = Writer { db };
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

    /// The bytes of the snapshot, sealed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        self.db.execute_batch("COMMIT")?;
        if !table::removed::written(&self.db)?.is_empty() {
            // Nothing of them stays in a page that nobody uses.
            self.db.execute_batch("VACUUM")?;
        }
        let mut bytes = self.db.serialize(MAIN_DB)?.to_vec();
        check::seal(&mut bytes).ok_or(WriteError::Seal)?;
        Ok(bytes)
    }
}

/// [`save`], where nothing stands but what may be replaced: nobody's table or letter is lost.
///
/// # Errors
/// When something else stands there, or the file cannot be written.
pub fn save_over(ours: Ours, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    ours.may_replace(path).map_err(|error| WriteError::Io {
        path: path.to_owned(),
        error,
    })?;
    save(path, bytes)
}

/// Writes bytes so that `path` holds either what it held or all of them: beside, fsync, rename.
///
/// # Errors
/// When the file cannot be written.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |error: std::io::Error| WriteError::Io {
        path: path.to_owned(),
        error,
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut beside = file::beside(folder, false).map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist(path).map_err(|e| failed(e.error))?;
    // On Unix the rename itself lasts only once the folder is written; elsewhere a folder cannot be opened.
    #[cfg(unix)]
    std::fs::File::open(folder)
        .and_then(|f| f.sync_all())
        .map_err(failed)?;
    Ok(())
}
