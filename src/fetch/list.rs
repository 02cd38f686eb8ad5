//! The addresses of the official tables: a list that came with the program, or a person's own.

use super::trouble::Trouble;
use crate::desk::settings::fault;
use crate::model::RegionCode;
use crate::snapshot::read_text;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use ureq::http::Uri;

const OURS: &str = include_str!("../../assets/addresses.toml");
const MOST: u64 = 1 << 20;
/// A table is at most so long; the longest of today has a third of it.
const MOST_BYTES: u64 = 2 << 30;

/// The tables that are fetched, in their order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    #[serde(rename = "tabella")]
    tables: Vec<Address>,
}

/// Where a table is, and under which name it is kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    pub file: String,
    #[serde(rename = "indirizzo")]
    pub address: String,
    /// ISTAT codes of the regions that it is about; without them it is about all.
    #[serde(rename = "regioni", default)]
    regions: Vec<String>,
    /// In bytes.
    #[serde(rename = "massimo", default = "most")]
    pub most: u64,
}

fn most() -> u64 {
    MOST_BYTES
}

impl List {
    /// The name of a list in the folder of the settings that takes the place of ours.
    pub const FILE: &str = "indirizzi.toml";

    /// The list that came with the program.
    ///
    /// # Errors
    /// When it is none.
    pub fn ours() -> Result<List, Trouble> {
        List::parse(OURS, Path::new("assets/addresses.toml"))
    }

    /// A person's own.
    ///
    /// # Errors
    /// When it cannot be read, is no list, or names what is no address.
    pub fn load(path: &Path) -> Result<List, Trouble> {
        let text = read_text(path, MOST).map_err(|error| Trouble::read(path, error))?;
        List::parse(&text, path)
    }

    fn parse(text: &str, path: &Path) -> Result<List, Trouble> {
        let list: List = toml::from_str(text).map_err(|error| {
            let (line, text) = fault(text, &error);
            let path = PathBuf::from(path);
            Trouble::List { path, line, text }
        })?;
        for (at, table) in list.tables.iter().enumerate() {
            let twice = list.tables[..at].iter().any(|other| other.file == table.file);
            if twice || !is_file(&table.file) {
                return Err(Trouble::NoAddress(table.file.clone()));
            }
            if !is_safe(&table.address) {
                return Err(Trouble::NoAddress(table.address.clone()));
            }
        }
        Ok(list)
    }

    /// Those of a region; for the nation all but those of one region.
    pub fn of(&self, region: Option<RegionCode>) -> Vec<&Address> {
        let code = region.map(|code| code.to_string());
        let wanted = |table: &&Address| {
            table.regions.is_empty() || code.as_ref().is_some_and(|code| table.regions.contains(code))
        };
        self.tables.iter().filter(wanted).collect()
    }
}

impl Address {
    /// The machine that it is on.
    pub fn machine(&self) -> String {
        host(&self.address).unwrap_or_default()
    }
}

/// The name of a table's file: nothing that leads out of a folder or is hidden.
fn is_file(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    name.len() <= 100 && !name.starts_with('.') && name.ends_with(".csv") && name.bytes().all(plain)
}

/// Tables are signed by nobody: only TLS says whose they are. On this machine there is no line to
/// listen on.
fn is_safe(address: &str) -> bool {
    let of_this_machine = || host(address).is_some_and(|host| ["127.0.0.1", "localhost"].contains(&&*host));
    match scheme(address).as_deref() {
        Some("https") => host(address).is_some(),
        Some("http") => of_this_machine(),
        _ => false,
    }
}

/// `https` or `http`, of an address that is one.
pub fn scheme(address: &str) -> Option<String> {
    address.parse::<Uri>().ok()?.scheme_str().map(str::to_owned)
}

fn host(address: &str) -> Option<String> {
    address.parse::<Uri>().ok()?.host().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn our_list_is_one() {
        let list = List::ours().unwrap();
        let tables = list.of(RegionCode::parse("09"));
        assert!(tables.len() > 10);
        assert!(tables.iter().all(|table| table.address.starts_with("https://")));
    }

    #[test]
    fn what_leads_elsewhere_is_no_address() {
        let list = |file: &str, address: &str| {
            let text = format!("[[tabella]]\nfile = {file:?}\nindirizzo = {address:?}\n");
            List::parse(&text, Path::new("x.toml"))
        };
        let fine = "https://example.org/a.csv";
        assert!(list("a.csv", fine).is_ok() && list("a.csv", "http://127.0.0.1:80/a.csv").is_ok());
        for file in [
            "../a.csv", "a/b.csv", "a\\b.csv", ".a.csv", "a.sqlite", "C:a.csv", "",
        ] {
            assert!(list(file, fine).is_err(), "{file}");
        }
        for address in [
            "http://example.org/a.csv",
            "file:///etc/passwd",
            "example.org/a.csv",
            "https:///a",
            "",
        ] {
            assert!(list("a.csv", address).is_err(), "{address}");
        }
        let text = "[[tabella]]\nfile = \"a.csv\"\nindirizo = \"x\"\n";
        assert!(matches!(
            List::parse(text, Path::new("x.toml")),
            Err(Trouble::List { line: 3, .. })
        ));
    }

    #[test]
    fn some_tables_are_of_one_region() {
        let text =
            "[[tabella]]\nfile = \"a.csv\"\nindirizzo = \"https://example.org/a.csv\"\nregioni = [\"09\"]\n";
        let list = List::parse(text, Path::new("x.toml")).unwrap();
        let count = |code| list.of(RegionCode::parse(code)).len();
        assert_eq!((count("09"), count("12"), list.of(None).len()), (1, 0, 0));
    }
}
