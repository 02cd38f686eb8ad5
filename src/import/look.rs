//! A table that is being fetched, looked at as an import would: its first bytes before the rest is
//! waited for, and its last row when all is there.

use super::ImportError;
use super::dialect::Sample;
use super::fields::{Fields, Quotes};
use super::files::Found;
use super::input::{Input, recognise};
use super::layouts::LAYOUTS;
use super::records::Records;
use super::report::NotATable;
use crate::model::Table;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::path::Path;

/// So many bytes tell what a file is; fewer do where it has no more.
pub const ENOUGH: usize = 128 << 10;

/// What the header of a table tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub table: Table,
    /// Columns that no import reads, where one that it reads is not there: it may be one of them.
    pub unknown: Vec<String>,
}

/// What the first bytes of a file are the beginning of.
///
/// # Errors
/// When it is no table of ours.
pub fn header(bytes: &[u8]) -> Result<Header, NotATable> {
    let sample = Sample::of_bytes(bytes.to_vec(), bytes.len() as u64)?;
    let (layout, fit) = recognise(&sample.headers, LAYOUTS)?;
    let known = |at: usize| fit.at.contains(&Some(at)) || fit.twins.iter().any(|(_, twin)| *twin == at);
    let is_whole = fit.at.iter().all(Option::is_some);
    let unknown = sample.headers.iter().enumerate();
    let unknown = unknown.filter(|(at, _)| !is_whole && !known(*at));
    Ok(Header {
        table: layout.table,
        unknown: unknown.map(|(_, name)| crate::text::clean::line(name)).collect(),
    })
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub table: Table,
    pub rows: u64,
    /// The last row has all its fields.
    pub is_whole: bool,
}

/// Reads a table to its end.
///
/// # Errors
/// When it cannot be read; inside, when it is no table of ours.
pub fn held(path: &Path) -> Result<Result<Held, NotATable>, ImportError> {
    let found = Found {
        path: path.to_owned(),
        real: path.to_owned(),
    };
    let input = match Input::open(&found, &[], None, LAYOUTS)? {
        Ok(input) => input,
        Err(why) => return Ok(Err(why)),
    };
    let failed = |error| ImportError::read(path, error);
    let mut file = File::open(path).map_err(failed)?;
    file.seek(SeekFrom::Start(input.rows_at)).map_err(failed)?;
    let mut records = Records::new(file, input.separator, input.line);
    let mut fields = Fields::new(input.separator);
    let (mut rows, mut last) = (0, true);
    while let Some(cut) = records.next(&input.shape).map_err(failed)? {
        rows += 1;
        fields.hold(records.get(), cut.quotes);
        let fits = input.shape.fits(&fields, records.get());
        // What lacks only fields at its end is a row where a line ends behind it.
        let is_short = !cut.is_last && input.shape.is_short(&fields, records.get());
        last = !cut.too_long && cut.quotes != Quotes::Lost && (fits || is_short);
    }
    Ok(Ok(Held {
        table: input.table(),
        rows,
        is_whole: last,
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PLACES: &str =
        "Codice Univoco Submisura;CUP;Codice Locale Progetto;Regione;Provincia;Comune;CAP;Novità";

    #[test]
    fn a_header_names_what_nobody_reads() {
        let header = header(format!("\u{feff}{PLACES}\r\n").as_bytes()).unwrap();
        assert_eq!(
            (header.table, header.unknown),
            (Table::Places, vec!["Novità".to_owned()])
        );
        let other = super::header(b"CUP;Regione;Provincia;Altro;Altro ancora\r\n");
        assert!(matches!(other, Err(NotATable::Unknown { .. })), "{other:?}");
    }

    #[test]
    fn a_row_that_was_cut_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        let row = "M4C1I1.01.00;J11B22000010006;A;09;048;017;50100;\"x\r\ny\"";
        for (end, rows, is_whole) in [
            (format!("{row}\r\n"), 1, true),
            (row.to_owned(), 1, true),
            (format!("{row}\r\n{}", &row[..20]), 2, false),
            (format!("{row}\r\n{}", &row[..row.len() - 2]), 2, false),
            (String::new(), 0, true),
        ] {
            std::fs::write(&path, format!("{PLACES}\r\n{end}")).unwrap();
            let held = held(&path).unwrap().unwrap();
            assert_eq!((held.rows, held.is_whole), (rows, is_whole), "{end}");
        }
    }
}
