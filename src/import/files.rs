//! Which files to read: a folder stands for the files in it, at any depth, and the order in
//! which they were named never matters.

use super::error::ImportError;
use crate::snapshot::ordinary;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub path: PathBuf,
    /// The same without links and detours, to be compared.
    pub real: PathBuf,
}

impl Found {
    fn new(path: PathBuf) -> Result<Found, ImportError> {
        let real = ordinary(&path).and_then(|()| fs::canonicalize(&path));
        let real = real.map_err(|e| ImportError::read(&path, e))?;
        Ok(Found { path, real })
    }
}

/// The stated dates under the real paths of their files or folders. One that no file to read
/// stands under was mistyped, and would be lost without a word.
pub(crate) fn observed(
    stated: &[(PathBuf, Date)],
    found: &[Found],
) -> Result<Vec<(PathBuf, Date)>, ImportError> {
    let real = |path: &PathBuf| {
        let real = fs::canonicalize(path).ok()?;
        found.iter().any(|f| f.real.starts_with(&real)).then_some(real)
    };
    stated
        .iter()
        .map(|(path, day)| match real(path) {
            Some(real) => Ok((real, *day)),
            None => Err(ImportError::Observed { path: path.clone() }),
        })
        .collect()
}

/// Folders deeper than this are not walked.
const DEPTH: usize = 16;

pub(crate) fn find(inputs: &[PathBuf]) -> Result<Vec<Found>, ImportError> {
    let mut out = Vec::new();
    let mut walked = BTreeSet::new();
    for input in inputs {
        if input.is_dir() {
            walk(input, DEPTH, &mut walked, &mut out)?;
        } else {
            out.push(Found::new(input.clone())?);
        }
    }
    out.sort();
    out.dedup_by(|b, a| a.path == b.path);
    Ok(out)
}

/// A folder that was walked is not walked again, however many links lead to it.
fn walk(
    folder: &Path,
    depth: usize,
    walked: &mut BTreeSet<PathBuf>,
    out: &mut Vec<Found>,
) -> Result<(), ImportError> {
    let real = fs::canonicalize(folder).map_err(|e| ImportError::read(folder, e))?;
    if !walked.insert(real) {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(|e| ImportError::read(folder, e))? {
        let path = entry.map_err(|e| ImportError::read(folder, e))?.path();
        if path.is_dir() {
            if depth > 0 {
                walk(&path, depth - 1, walked, out)?;
            }
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) {
            out.push(Found::new(path)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_date_needs_a_file_that_it_speaks_of() {
        let folder = tempfile::tempdir().unwrap();
        let (inside, elsewhere) = (folder.path().join("a"), folder.path().join("b"));
        fs::create_dir_all(&inside).unwrap();
        fs::create_dir_all(&elsewhere).unwrap();
        fs::write(inside.join("x.csv"), "").unwrap();
        let found = find(std::slice::from_ref(&inside)).unwrap();
        let day = jiff::civil::date(2025, 3, 31);
        let roundabout = elsewhere.join("../a/./x.csv");
        assert!(observed(&[(roundabout, day)], &found).is_ok());
        for wrong in [elsewhere, inside.join("y.csv")] {
            let error = observed(&[(wrong.clone(), day)], &found).unwrap_err();
            assert!(matches!(error, ImportError::Observed { path } if path == wrong));
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_in_a_circle_are_walked_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a", "b", "c"] {
            std::os::unix::fs::symlink(folder.path(), at(name)).unwrap();
        }
        fs::write(at("x.csv"), "").unwrap();
        assert_eq!(find(&[folder.path().to_owned()]).unwrap().len(), 1);
    }

    #[test]
    fn folders_are_walked_and_other_files_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        for path in [
            folder.path().join("note.txt"),
            deep.join("x.CSV"),
            deep.join("y.csv"),
        ] {
            fs::write(path, "").unwrap();
        }
        let found = find(&[folder.path().to_owned(), deep.join("y.csv")]).unwrap();
        let names: Vec<_> = found
            .iter()
            .map(|f| f.path.file_name().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["x.CSV", "y.csv"]);
        assert!(find(&[folder.path().join("none")]).is_err());
    }
}
