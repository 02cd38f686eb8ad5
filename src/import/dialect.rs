//! How a file is written: byte order mark, separator, header, decimal sign, told by its first
//! bytes; and what is no table at all.

use super::columns::{Fit, Flag, Layout};
use super::error::ImportError;
use super::fields::bare;
use super::number::Decimal;
use super::report::NotATable;
use crate::snapshot::open_ordinary;
use std::io::Read;
use std::path::Path;

/// How much of a file is looked at before it is read.
const SAMPLE: u64 = 128 << 10;
/// No official table has a third of so many.
const MOST_COLUMNS: usize = 400;

/// The start of a file and what it tells.
pub(crate) struct Sample {
    /// From the header on.
    bytes: Vec<u8>,
    pub separator: u8,
    /// Headers as they stand, without empty ones at the end.
    pub headers: Vec<String>,
    /// The header as it stands.
    pub header: Vec<u8>,
    /// Where the rows begin: so many bytes into the file, on this line.
    pub rows_at: u64,
    pub line: u64,
    pub size: u64,
}

impl Sample {
    /// The start of a file; an error where it cannot be read, a reason where it is no table.
    pub fn read(path: &Path) -> Result<Result<Sample, NotATable>, ImportError> {
        let io = |e| ImportError::read(path, e);
        let file = open_ordinary(path).map_err(io)?;
        let size = file.metadata().map_err(io)?.len();
        let mut bytes = Vec::new();
        file.take(SAMPLE).read_to_end(&mut bytes).map_err(io)?;
        Ok(Sample::of_bytes(bytes, size))
    }

    /// The first bytes of a file of some size.
    pub fn of_bytes(bytes: Vec<u8>, size: u64) -> Result<Sample, NotATable> {
        match no_text(&bytes) {
            Some(why) => Err(why),
            None => Sample::of(bytes, size),
        }
    }

    fn of(mut bytes: Vec<u8>, size: u64) -> Result<Sample, NotATable> {
        let mark = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
        let named = named_separator(&bytes[mark..]);
        let skip = mark + named.map_or(0, |(length, _)| length);
        let line = 1 + u64::from(named.is_some());
        bytes.drain(..skip);
        let mut sample = Sample {
            separator: named.map_or_else(|| separator(&bytes), |(_, separator)| separator),
            bytes,
            headers: Vec::new(),
            header: Vec::new(),
            rows_at: 0,
            line,
            size,
        };
        let mut reader = sample.reader();
        let mut record = csv::ByteRecord::new();
        let is_read = matches!(reader.read_byte_record(&mut record), Ok(true));
        let end = reader.position().byte() as usize;
        let lines = reader.position().line() - 1;
        if !is_read || end as u64 >= SAMPLE - skip as u64 {
            return Err(NotATable::Header);
        }
        let named = record.iter().rposition(|h| !bare(h).is_empty());
        sample.headers = record
            .iter()
            .take(named.map_or(0, |last| last + 1))
            .map(|h| decode(bare(h)))
            .collect();
        if sample.headers.len() > MOST_COLUMNS {
            return Err(NotATable::Columns {
                columns: sample.headers.len(),
            });
        }
        let begin = record.position().map_or(0, |p| p.byte() as usize);
        sample.header = sample.bytes.get(begin..end).unwrap_or_default().to_vec();
        sample.rows_at = (skip + end) as u64;
        sample.line += lines;
        Ok(sample)
    }

    fn reader(&self) -> csv::Reader<&[u8]> {
        let mut builder = csv::ReaderBuilder::new();
        builder
            .delimiter(self.separator)
            .has_headers(false)
            .flexible(true);
        builder.from_reader(self.bytes.as_slice())
    }

    /// Gives each of the first rows, but not the header nor one that the sample may have cut.
    fn each_row(&self, mut look: impl FnMut(&csv::ByteRecord)) {
        let mut reader = self.reader();
        let mut record = csv::ByteRecord::new();
        let mut is_header = true;
        while matches!(reader.read_byte_record(&mut record), Ok(true)) {
            if reader.is_done() && self.size > SAMPLE {
                break;
            }
            if !std::mem::take(&mut is_header) {
                look(&record);
            }
        }
    }

    /// How many fields most of the first rows have, if those beyond the header are empty.
    pub fn widest(&self) -> usize {
        let width = self.headers.len();
        let mut counts = std::collections::BTreeMap::new();
        self.each_row(|row| {
            let is_wide = row.iter().skip(width).all(|f| bare(f).is_empty()) && row.len() > width;
            let fields = if is_wide { row.len() } else { width };
            *counts.entry(fields).or_insert(0u32) += 1;
        });
        let rows: u32 = counts.values().sum();
        let most = counts.into_iter().find(|(_, n)| n * 2 > rows);
        most.map_or(width, |(fields, _)| fields)
    }

    /// The decimal sign of the file, as far as its first rows tell; the majority decides.
    pub fn decimal(&self, layout: &Layout, fit: &Fit) -> Option<Decimal> {
        let columns = layout.columns.iter().zip(&fit.at);
        let numbers: Vec<usize> = columns
            .filter(|(c, _)| c.has(Flag::Number))
            .filter_map(|(_, at)| *at)
            .collect();
        let (mut comma, mut point) = (0u32, 0u32);
        self.each_row(|row| {
            let values = numbers.iter().filter_map(|i| row.get(*i));
            for told in values.filter_map(|value| Decimal::told_by(bare(value))) {
                match told {
                    Decimal::Comma => comma += 1,
                    Decimal::Point => point += 1,
                }
            }
        });
        match comma.cmp(&point) {
            std::cmp::Ordering::Greater => Some(Decimal::Comma),
            std::cmp::Ordering::Less => Some(Decimal::Point),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The byte order mark of UTF-8.
pub(crate) const MARK: &[u8] = b"\xef\xbb\xbf";

/// Why some bytes are no text that we read. A few control characters do not make a text none.
fn no_text(bytes: &[u8]) -> Option<NotATable> {
    let control = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=31)).count();
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    // Of each letter of ours one of the two bytes is nothing.
    let nul = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    if marked || nul(0).max(nul(1)) * 5 > bytes.len() * 2 {
        return Some(NotATable::Utf16);
    }
    if control * 20 > bytes.len() {
        return Some(NotATable::Binary);
    }
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    text.iter()
        .all(|b| b.is_ascii_whitespace() || *b == 0)
        .then_some(NotATable::Empty)
}

/// `sep=;` as a first line, by which spreadsheets are told the separator: its length, and the sign.
fn named_separator(bytes: &[u8]) -> Option<(usize, u8)> {
    let end = memchr::memchr2(b'\r', b'\n', bytes.get(..16.min(bytes.len()))?)?;
    let line = bytes.get(..end)?.trim_ascii();
    let bare = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\""));
    let [s, e, p, b'=', separator] = bare.unwrap_or(line) else {
        return None;
    };
    let feed = bytes.get(end..end + 2) == Some(b"\r\n");
    [s, e, p]
        .map(u8::to_ascii_lowercase)
        .eq(b"sep")
        .then_some((end + 1 + usize::from(feed), *separator))
}

/// The sign that stands most often in the header, outside of quotes.
fn separator(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0u32), (b',', 0), (b'\t', 0), (b'|', 0)];
    for byte in bytes.trim_ascii_start() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(s, _)| s == byte)
                .for_each(|(_, n)| *n += 1),
        }
    }
    // At a tie the first of the list is taken.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, n)| *n)
        .map_or(b';', |(s, _)| *s)
}

/// UTF-8, else Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sample(bytes: &[u8]) -> Result<Sample, NotATable> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        Sample::read(&path).unwrap()
    }

    #[test]
    fn marks_separators_and_quotes() {
        let s = sample(b"\xef\xbb\xbfCUP ;\"a,b,c,d\";Citt\xe0\r\n1;2;3\r\n").unwrap();
        assert_eq!((s.rows_at, s.line, s.separator), (24, 1, b';'));
        assert_eq!(s.headers, ["CUP", "a,b,c,d", "Città"]);
        assert_eq!(sample(b"a,b\n1,2\n").unwrap().separator, b',');
    }

    #[test]
    fn a_first_line_for_spreadsheets_names_the_separator() {
        for first in ["sep=|\r\n", "\"SEP=|\"\n"] {
            let s = sample(format!("{first}a|b;c;d\n").as_bytes()).unwrap();
            assert_eq!((s.separator, s.headers.len(), s.line), (b'|', 2, 3));
        }
        assert_eq!(sample(b"sep=a;b\n").unwrap().headers.len(), 2);
    }

    #[test]
    fn separators_at_the_end_are_no_columns() {
        let s = sample(b"a;b;;\n1;2;;\n3;4;;\n5;6\n").unwrap();
        assert_eq!((s.headers.len(), s.widest()), (2, 4));
        assert_eq!(sample(b"a;b\n1;2;x\n3;4\n").unwrap().widest(), 2);
    }

    #[test]
    fn what_is_no_table_is_told() {
        for (bytes, why) in [
            (b"".as_slice(), NotATable::Empty),
            (b"  \n", NotATable::Empty),
            (b"\xff\xfeC\0U\0", NotATable::Utf16),
            (b"C\0U\0P\0;\0", NotATable::Utf16),
            (b"PK\x03\x04\x14abc", NotATable::Binary),
        ] {
            assert_eq!(sample(bytes).err(), Some(why));
        }
        let wide = ";x".repeat(MOST_COLUMNS);
        assert!(matches!(
            sample(wide.as_bytes()).err(),
            Some(NotATable::Columns { .. })
        ));
        assert_eq!(
            sample(&vec![b'x'; SAMPLE as usize + 1]).err(),
            Some(NotATable::Header)
        );
        assert!(sample(b"CUP;Regione;Provincia;Comune\0;CAP\n").is_ok());
    }
}
