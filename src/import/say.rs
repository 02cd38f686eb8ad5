//! Why a file is no table, in a sentence.

use super::report::NotATable;
use crate::lang::{Lang, w};
use crate::text::number::integer;

/// So many columns of a foreign file are told.
const COLUMNS: usize = 40;

impl NotATable {
    /// What the file is instead, and what it is most like.
    pub fn say(&self, file: &str, lang: Lang) -> String {
        let path = ("file", file);
        match self {
            NotATable::Empty => lang.fill(w::IMPORT_PASSED_OVER_EMPTY, &[path]),
            NotATable::Binary => lang.fill(w::IMPORT_PASSED_OVER_BINARY, &[path]),
            NotATable::Utf16 => lang.fill(w::IMPORT_PASSED_OVER_UTF16, &[path]),
            NotATable::Header => lang.fill(w::IMPORT_PASSED_OVER_HEADER, &[path]),
            NotATable::Columns { columns } => {
                let columns = integer(i64::try_from(*columns).unwrap_or(i64::MAX), lang);
                lang.fill(w::IMPORT_PASSED_OVER_COLUMNS, &[path, ("columns", &columns)])
            }
            NotATable::Unknown {
                found,
                nearest,
                missing,
            } => {
                let more = if found.len() > COLUMNS { ", …" } else { "" };
                let found = found.iter().take(COLUMNS).map(String::as_str).collect::<Vec<_>>();
                let values = [
                    path,
                    ("found", &format!("{}{more}", found.join(", "))),
                    ("table", nearest),
                    ("missing", &missing.join(", ")),
                ];
                lang.fill(w::IMPORT_PASSED_OVER_UNKNOWN, &values)
            }
        }
    }
}
