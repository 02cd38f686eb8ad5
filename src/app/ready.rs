//! An archive as a start needs it: read from what is kept of it, else made and kept.

use super::lists::{Lists, lists};
use crate::model::Body;
use crate::search::Index;
use crate::snapshot::pack::Unpack;
use crate::snapshot::{Briefs, Catalogue, OpenError, Shelf, Snapshot};
use std::sync::Arc;

/// The catalogue of a snapshot.
///
/// # Errors
/// When it cannot be read.
pub fn catalogue(snapshot: &Snapshot) -> Result<Catalogue, OpenError> {
    let kept = snapshot.ready().and_then(|mut kept| lists_of(&mut kept));
    match kept {
        Some((projects, bodies)) => snapshot.catalogue_with(projects, bodies),
        None => snapshot.catalogue(),
    }
}

/// The index of a snapshot, with its catalogue, and the lists.
///
/// # Errors
/// When it cannot be read.
pub(super) fn load(snapshot: &Snapshot) -> Result<(Index, Lists), OpenError> {
    if let Some(kept) = stored(snapshot)? {
        return Ok(kept);
    }
    let index = Index::open(snapshot, Arc::new(snapshot.catalogue()?))?;
    let lists = lists(&index);
    // Where nothing can be kept it is made again next time.
    _ = snapshot.make_ready(|pack| {
        index.catalogue().projects.store(pack)?;
        index.catalogue().bodies.store(pack)?;
        index.store(pack)?;
        lists.store(index.catalogue(), pack)
    });
    Ok((index, lists))
}

/// The index of a snapshot, with its catalogue.
///
/// # Errors
/// When it cannot be read.
pub fn index(snapshot: &Snapshot) -> Result<Index, OpenError> {
    Ok(load(snapshot)?.0)
}

/// The long lists of a catalogue.
fn lists_of(kept: &mut Unpack) -> Option<(Briefs, Shelf<Body>)> {
    Some((Briefs::stored(kept)?, Shelf::stored(kept)?))
}

fn stored(snapshot: &Snapshot) -> Result<Option<(Index, Lists)>, OpenError> {
    let Some(mut kept) = snapshot.ready() else {
        return Ok(None);
    };
    let Some((projects, bodies)) = lists_of(&mut kept) else {
        return Ok(None);
    };
    let catalogue = Arc::new(snapshot.catalogue_with(projects, bodies)?);
    let index = Index::stored(catalogue, &mut kept);
    Ok(index.and_then(|index| {
        let lists = Lists::stored(&index, &mut kept)?;
        Some((index, lists))
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::app::{Archive, Ask};
    use std::fs;
    use std::path::{Path, PathBuf};

    fn open(folder: &Path) -> Archive {
        Archive::load(Snapshot::embedded().unwrap().kept_in(Some(folder.to_owned()))).unwrap()
    }

    fn said(archive: &Archive) -> String {
        let answer = archive.find(&Ask {
            limit: 20,
            ..Ask::whole("asillo nido serravezza")
        });
        format!(
            "{answer:?} {:?} {:?}",
            archive.lists.comuni, archive.lists.measures
        )
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn a_second_start_reads_what_the_first_one_kept() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("cache");
        let first = open(&folder);
        let [kept] = files(&folder).try_into().unwrap();
        let whole = fs::read(&kept).unwrap();
        assert!(stored(&first.snapshot).unwrap().is_some());
        assert_eq!(said(&open(&folder)), said(&first));
        assert!(fs::read(&kept).unwrap() == whole);
        // Cut, changed, empty: made again, with the same bytes.
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 1;
        for bad in [&whole[..whole.len() / 3], &changed, &[]] {
            fs::write(&kept, bad).unwrap();
            assert!(stored(&first.snapshot).unwrap().is_none());
            assert_eq!(said(&open(&folder)), said(&first));
            assert!(fs::read(&kept).unwrap() == whole);
        }
    }

    #[test]
    fn where_nothing_can_be_kept_all_is_made_anew() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("cache");
        fs::write(&folder, "a file stands here").unwrap();
        assert_eq!(said(&open(&folder)), said(&open(&home.path().join("other"))));
        assert_eq!(fs::read(&folder).unwrap(), b"a file stands here");
    }
}
