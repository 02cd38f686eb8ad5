//! An open archive: a snapshot, its index, its lists.

use super::lists::Lists;
use super::ready;
use crate::lang::{Lang, w};
use crate::search::Index;
use crate::snapshot::{Catalogue, OpenError, Origin, Snapshot};
use std::path::Path;
use std::sync::Arc;

/// Why an archive cannot be read, as a clause: "è rovinato".
pub fn why(error: &OpenError, lang: Lang) -> String {
    match error {
        OpenError::Io(error) => lang.why(error),
        OpenError::NotFound => lang.say(w::SYSTEM_NOT_FOUND).to_owned(),
        _ => lang.say(w::SYSTEM_DAMAGED).to_owned(),
    }
}

/// What is wrong with a file that was to be an archive, and what to do, in one sentence.
pub fn refusal(path: &Path, error: &OpenError, lang: Lang) -> String {
    let file = path.display().to_string();
    let word = match error {
        OpenError::NotFound => w::SNAPSHOT_NOT_FOUND,
        OpenError::Io(_) => w::SNAPSHOT_UNREADABLE,
        OpenError::Foreign => w::SNAPSHOT_FOREIGN,
        OpenError::Newer { .. } => w::SNAPSHOT_NEWER,
        OpenError::Older { .. } => w::SNAPSHOT_OLDER,
        OpenError::Truncated { .. } => w::SNAPSHOT_TRUNCATED,
        OpenError::Damaged | OpenError::Malformed { .. } | OpenError::Database(_) => w::SNAPSHOT_DAMAGED,
    };
    lang.fill(word, &[("file", &file), ("why", &why(error, lang))])
}

/// Read once, asked many times.
pub struct Archive {
    pub snapshot: Snapshot,
    pub index: Index,
    /// What can be chosen by name.
    pub lists: Arc<Lists>,
}

impl Archive {
    /// Reads the catalogue of a snapshot and its index, or builds it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn load(snapshot: Snapshot) -> Result<Archive, OpenError> {
        let (index, lists) = ready::load(&snapshot)?;
        Ok(Archive {
            snapshot,
            index,
            lists: Arc::new(lists),
        })
    }

    /// The same; where a file opens and cannot be read on, the bundled region, and a sentence that
    /// says so.
    ///
    /// # Errors
    /// When even the bundled one cannot be read.
    pub fn load_or_bundled(snapshot: Snapshot, lang: Lang) -> Result<(Archive, Option<String>), OpenError> {
        let (origin, kept) = (snapshot.origin.clone(), snapshot.kept().cloned());
        let site = snapshot.site.clone();
        match (Archive::load(snapshot), origin) {
            (Err(error), Origin::File(path)) => {
                let bundled = Archive::load(Snapshot::embedded()?.kept_in(kept).on_the_web(site))?;
                Ok((bundled, Some(refusal(&path, &error, lang))))
            }
            (done, _) => Ok((done?, None)),
        }
    }

    /// What the archive holds, in short.
    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue()
    }
}
