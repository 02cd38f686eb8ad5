//! The same pages as a site of plain files: HTML and one sheet of styles of ours, in Italian and
//! English, for any web space, a share or a stick; one script, for the search alone.
//!
//! Every page is a folder with an `index.html`: so `/p/0a1b2c3d` is reached on any web server as it is
//! installed (it leads to `/p/0a1b2c3d/`, and there to the file), and ways that name the file also lead
//! on where there is no server. Italian pages stand at the root, English ones below `en/`, by the same
//! names. One thread makes each language.

mod files;
mod frame;
mod index;
mod lists;
mod map;
mod own;
mod pages;
mod way;

use crate::app::Archive;
use crate::lang::{Lang, w};
use crate::renew::RenewError;
use crate::snapshot::Snapshot;
use crate::text::number;
use files::{Count, Files};
use jiff::civil::Date;
use pages::Pages;
use std::path::{Path, PathBuf};

/// The folder beside the packages.
const FOLDER: &str = "sito";
/// As of an archive in a package.
const MOST: u64 = 2 << 30;

/// What was written.
#[derive(Debug)]
pub struct Site {
    pub folder: PathBuf,
    pub pages: usize,
    pub bytes: u64,
    /// Bytes of the largest page.
    pub largest: u64,
}

impl Site {
    /// What was written, in a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let start = self.folder.join("index.html").display().to_string();
        let whole = |n: u64| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
        let values = [
            ("folder", &*self.folder.display().to_string()),
            ("start", &start),
            ("pages", &number::count(self.pages, lang)),
            ("size", &whole(self.bytes.div_ceil(1_000_000))),
            ("largest", &whole(self.largest.div_ceil(1_000))),
        ];
        lang.fill(w::SITE_WRITTEN, &values)
    }
}

/// Writes the site of an archive, as of a day, in the name of its publisher, who may be nobody. What
/// stands in a table without a declared licence is on none of its pages.
///
/// # Errors
/// When the archive cannot be read, or something that is not ours stands in the folder.
pub fn site(snapshot: &Snapshot, folder: &Path, holder: &str, today: Date) -> Result<Site, RenewError> {
    let files = Files::begin(folder.join(FOLDER))?;
    let mut archives = Vec::new();
    for lang in Lang::ALL {
        let open = snapshot.licensed(MOST).map_err(RenewError::Archive)?;
        archives.push((lang, open));
    }
    let files_of = &files;
    let made: Vec<Result<Count, RenewError>> = std::thread::scope(|scope| {
        let of_a_language = |(lang, open): (Lang, Snapshot)| {
            scope.spawn(move || {
                let archive = Archive::load(open).map_err(RenewError::Archive)?;
                Pages::new(&archive, files_of, lang, holder, today).write()
            })
        };
        let threads: Vec<_> = archives.into_iter().map(of_a_language).collect();
        let stopped = |_| Err(RenewError::Busy);
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(stopped))
            .collect()
    });
    let mut all = Count::default();
    for count in made {
        all.add(count?);
    }
    files.end(&mut all)?;
    Ok(Site {
        folder: files.folder,
        pages: all.pages.len(),
        bytes: all.bytes,
        largest: all.largest,
    })
}
