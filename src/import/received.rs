//! What is known of tables that `scarica` fetched: a file beside them that says of each the address, the
//! day and the digest. A table that was changed since, or put there by hand, is not the one it speaks of.

use crate::snapshot::{WriteError, digest, read_text, save};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::path::Path;

const MOST: u64 = 4 << 20;

/// Of one folder; both lists by the name of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    format: u32,
    #[serde(default)]
    pub tables: BTreeMap<String, Received>,
    /// Files that are not whole yet.
    #[serde(default)]
    pub parts: BTreeMap<String, Begun>,
}

/// A table that was fetched whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub address: String,
    /// The day that the publisher says it was changed, else that on which it was fetched.
    pub day: Date,
    pub size: u64,
    pub sha256: String,
    /// The digest of the table in whose place it comes: until it does, that one is ours too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    #[serde(flatten)]
    pub version: Version,
}

/// A table of which a part was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    pub address: String,
    #[serde(flatten)]
    pub version: Version,
}

/// By what a publisher tells one version of a file from the next, in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
}

impl Ledger {
    /// Its name.
    pub const FILE: &str = "sportello-tabelle.json";

    /// Of a folder; an empty one where there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn load(folder: &Path) -> Result<Ledger, Error> {
        match read_text(&folder.join(Ledger::FILE), MOST) {
            Ok(text) => serde_json::from_str(&text).map_err(|_| ErrorKind::InvalidData.into()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Ledger::default()),
            Err(error) => Err(error),
        }
    }

    /// Writes it, in one stroke.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&mut self, folder: &Path) -> Result<(), WriteError> {
        self.format = 1;
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        save(&folder.join(Ledger::FILE), text.as_bytes())
    }

    /// What is known of a file of the folder, as long as it is the one that was fetched.
    pub fn of(&self, path: &Path) -> Option<&Received> {
        let received = self.tables.get(path.file_name()?.to_str()?)?;
        let same = path.metadata().ok()?.len() == received.size && digest(path).ok()? == received.sha256;
        same.then_some(received)
    }

    /// Whether a file is the one that a fetched table was about to replace.
    pub fn replaces(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str());
        let received = name.and_then(|name| self.tables.get(name));
        let was = received.and_then(|received| received.was.as_ref());
        was.is_some_and(|was| digest(path).is_ok_and(|now| now == *was))
    }
}

impl Version {
    /// What a publisher is asked by whether it still sends the same: a strong mark, else the time.
    pub fn check(&self) -> Option<String> {
        let strong = self.etag.as_ref().filter(|etag| !etag.starts_with("W/"));
        strong.or(self.modified.as_ref()).cloned()
    }

    /// By which a publisher sends only what is another version.
    pub fn unless(&self) -> Vec<(&'static str, String)> {
        let etag = self.etag.clone().map(|etag| ("if-none-match", etag));
        let modified = self.modified.clone().map(|time| ("if-modified-since", time));
        etag.into_iter().chain(modified).collect()
    }

    /// The day of the last change, as the publisher says it.
    pub fn day(&self) -> Option<Date> {
        let time = jiff::fmt::rfc2822::parse(self.modified.as_ref()?).ok()?;
        Some(time.date())
    }
}

/// The ledgers of the folders that tables are read from.
#[derive(Default)]
pub(crate) struct Ledgers(BTreeMap<std::path::PathBuf, Ledger>);

impl Ledgers {
    /// What is known of a file. A ledger that cannot be read knows nothing.
    pub fn of(&mut self, path: &Path) -> Option<Received> {
        let folder = path.parent()?;
        let ledger = self
            .0
            .entry(folder.to_owned())
            .or_insert_with(|| Ledger::load(folder).unwrap_or_default());
        ledger.of(path).cloned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_version_by_its_mark_or_its_time() {
        let version = |etag: Option<&str>, modified: Option<&str>| Version {
            etag: etag.map(str::to_owned),
            modified: modified.map(str::to_owned),
        };
        let time = "Sat, 13 Jun 2026 23:30:00 GMT";
        assert_eq!(version(Some("\"a\""), Some(time)).check().unwrap(), "\"a\"");
        assert_eq!(version(Some("W/\"a\""), Some(time)).check().unwrap(), time);
        assert_eq!(version(Some("W/\"a\""), None).check(), None);
        assert_eq!(version(None, Some(time)).day(), Some(date(2026, 6, 13)));
        assert_eq!(version(None, Some("yesterday")).day(), None);
    }

    #[test]
    fn a_table_that_was_changed_is_not_the_one_that_came() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "CUP\n1\n").unwrap();
        let received = Received {
            address: "https://example.org/a.csv".into(),
            day: date(2026, 6, 13),
            size: 6,
            sha256: digest(&path).unwrap(),
            was: None,
            version: Version::default(),
        };
        let mut ledger = Ledger::default();
        ledger.tables.insert("a.csv".into(), received.clone());
        ledger.save(folder.path()).unwrap();
        let mut ledgers = Ledgers::default();
        assert_eq!(ledgers.of(&path), Some(received));
        std::fs::write(&path, "CUP\n2\n").unwrap();
        assert_eq!(Ledgers::default().of(&path), None);
    }
}
