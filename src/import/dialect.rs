//! How a file is written: byte order mark, separator, decimal sign, told by its first bytes.

use super::columns::{Fit, Flag, Layout};
use super::error::ImportError;
use super::number::Decimal;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How much of a file is looked at before it is read.
const SAMPLE: u64 = 128 << 10;

/// The start of a file and what it tells.
pub(crate) struct Sample {
    bytes: Vec<u8>,
    /// Length of the byte order mark.
    pub skip: u64,
    pub separator: u8,
    /// Headers as they stand.
    pub headers: Vec<String>,
    pub size: u64,
}

impl Sample {
    pub fn read(path: &Path) -> Result<Sample, ImportError> {
        let io = |e| ImportError::read(path, e);
        let file = File::open(path).map_err(io)?;
        let size = file.metadata().map_err(io)?.len();
        let mut bytes = Vec::new();
        file.take(SAMPLE).read_to_end(&mut bytes).map_err(io)?;
        let not_text = |reason| {
            Err(ImportError::NotText {
                path: path.to_owned(),
                reason,
            })
        };
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return not_text("it is written in UTF-16; save it as UTF-8");
        }
        if bytes.contains(&0) {
            return not_text("it is no text");
        }
        let skip = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        bytes.drain(..skip);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return not_text("it is empty");
        }
        let separator = separator(&bytes);
        let mut sample = Sample {
            bytes,
            skip: skip as u64,
            separator,
            headers: Vec::new(),
            size,
        };
        let mut record = csv::ByteRecord::new();
        if !matches!(sample.reader().read_byte_record(&mut record), Ok(true)) {
            return not_text("its header cannot be read");
        }
        sample.headers = record.iter().map(decode).collect();
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

    /// The decimal sign of the file, as far as its first rows tell; the majority decides.
    pub fn decimal(&self, layout: &Layout, fit: &Fit) -> Option<Decimal> {
        let columns = layout.columns.iter().zip(&fit.at);
        let numbers: Vec<usize> = columns
            .filter(|(c, _)| c.has(Flag::Number))
            .filter_map(|(_, at)| *at)
            .collect();
        let (mut comma, mut point) = (0u32, 0u32);
        let mut reader = self.reader();
        let mut record = csv::ByteRecord::new();
        while matches!(reader.read_byte_record(&mut record), Ok(true)) {
            // The last record of the sample may be cut.
            if reader.is_done() && self.size > SAMPLE {
                break;
            }
            for told in numbers.iter().filter_map(|i| Decimal::told_by(record.get(*i)?)) {
                match told {
                    Decimal::Comma => comma += 1,
                    Decimal::Point => point += 1,
                }
            }
        }
        match comma.cmp(&point) {
            std::cmp::Ordering::Greater => Some(Decimal::Comma),
            std::cmp::Ordering::Less => Some(Decimal::Point),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The sign that stands most often in the header, outside of quotes.
fn separator(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0u32), (b',', 0), (b'\t', 0), (b'|', 0)];
    for byte in bytes {
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

    fn sample(bytes: &[u8]) -> Result<Sample, ImportError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        Sample::read(&path)
    }

    #[test]
    fn marks_separators_and_quotes() {
        let s = sample(b"\xef\xbb\xbfCUP ;\"a,b,c,d\";Citt\xe0\r\n1;2;3\r\n").unwrap();
        assert_eq!((s.skip, s.separator), (3, b';'));
        assert_eq!(s.headers, ["CUP ", "a,b,c,d", "Città"]);
        assert_eq!(sample(b"a,b\n1,2\n").unwrap().separator, b',');
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for bytes in [b"".as_slice(), b"  \n", b"\xff\xfeC\0U\0", b"PK\0\x01"] {
            assert!(matches!(sample(bytes), Err(ImportError::NotText { .. })));
        }
    }
}
