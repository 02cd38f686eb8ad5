//! Cutting a file into records and fields. Most records hold no quote: their fields are found by
//! looking for the separator alone, several times faster than by a state machine; those with
//! quotes go through `csv-core`. Both agree on what a record is (a test compares them).

use memchr::{memchr_iter, memchr3};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;

/// A record longer than this is one whose quote was not closed.
pub(crate) const LONGEST: usize = 16 << 20;
const CHUNK: usize = 128 << 10;

/// Why the next record cannot be had.
#[derive(Debug)]
pub(crate) enum Stop {
    Io(io::Error),
    /// At this line.
    TooLong(u64),
}

/// The records of a file, one at a time, in one reused buffer.
pub(crate) struct Records {
    file: File,
    separator: u8,
    buffer: Vec<u8>,
    /// What was read into the buffer and not yet given out.
    rest: Range<usize>,
    is_done: bool,
    next_line: u64,
    /// Bytes given out so far.
    pub bytes: u64,
}

/// A record in the buffer of a [`Records`].
pub(crate) struct Cut {
    at: Range<usize>,
    pub quotes: bool,
    /// Line on which it begins.
    pub line: u64,
}

/// Where a record ends.
struct End {
    /// Length without the end of line, and with it.
    content: usize,
    whole: usize,
    quotes: bool,
    lines: u64,
}

impl Records {
    pub fn new(file: File, separator: u8) -> Records {
        Records {
            file,
            separator,
            buffer: vec![0; CHUNK],
            rest: 0..0,
            is_done: false,
            next_line: 1,
            bytes: 0,
        }
    }

    /// The next record that is no empty line.
    pub fn next(&mut self) -> Result<Option<Cut>, Stop> {
        loop {
            let Some(end) = self.find_end()? else {
                return Ok(None);
            };
            let start = self.rest.start;
            let line = self.next_line;
            self.rest.start += end.whole;
            self.bytes += end.whole as u64;
            self.next_line += end.lines;
            if end.content > 0 {
                return Ok(Some(Cut {
                    at: start..start + end.content,
                    quotes: end.quotes,
                    line,
                }));
            }
        }
    }

    /// The bytes of the record that was given last.
    pub fn get(&self, cut: &Cut) -> &[u8] {
        self.buffer.get(cut.at.clone()).unwrap_or_default()
    }

    /// The end of the next record, reading on as long as it takes.
    fn find_end(&mut self) -> Result<Option<End>, Stop> {
        loop {
            let bytes = self.buffer.get(self.rest.clone()).unwrap_or_default();
            if let Some(end) = end_of(bytes, self.separator, self.is_done) {
                return Ok(Some(end));
            }
            if self.is_done {
                return Ok(None);
            }
            if self.rest.len() > LONGEST {
                return Err(Stop::TooLong(self.next_line));
            }
            self.fill().map_err(Stop::Io)?;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.rest.clone(), 0);
        self.rest = 0..self.rest.len();
        if self.rest.end + CHUNK / 2 > self.buffer.len() {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let n = self.file.read(&mut self.buffer[self.rest.end..])?;
        self.rest.end += n;
        self.is_done = n == 0;
        Ok(())
    }
}

/// The fields of one record at a time. They are looked for when the row is wanted: of most rows
/// only the key is asked.
pub(crate) struct Fields {
    separator: u8,
    count: usize,
    /// In the record, or in `unquoted` when it held quotes.
    fields: Vec<Range<usize>>,
    is_split: bool,
    held_quotes: bool,
    unquoted: Vec<u8>,
    quoted: Box<csv_core::Reader>,
    ends: Vec<usize>,
}

impl Fields {
    pub fn new(separator: u8) -> Fields {
        Fields {
            separator,
            count: 0,
            fields: Vec::new(),
            is_split: false,
            held_quotes: false,
            unquoted: Vec::new(),
            quoted: Box::new(csv_core::ReaderBuilder::new().delimiter(separator).build()),
            ends: Vec::new(),
        }
    }

    /// Takes a record in hand.
    pub fn hold(&mut self, record: &[u8], quotes: bool) {
        self.held_quotes = quotes;
        self.is_split = quotes;
        let separators = memchr_iter(self.separator, record).count();
        self.count = separators + 1;
        if !quotes {
            return;
        }
        self.quoted.reset();
        self.unquoted.resize(record.len() + 1, 0);
        self.ends.resize(separators + 2, 0);
        let (_, read, written, count) = self
            .quoted
            .read_record(record, &mut self.unquoted, &mut self.ends);
        // The end of the input ends the last field.
        let rest = record.get(read..).unwrap_or_default();
        let (_, _, _, more) =
            self.quoted
                .read_record(rest, &mut self.unquoted[written..], &mut self.ends[count..]);
        self.count = count + more;
        self.fields.clear();
        let mut from = 0;
        for end in self.ends.iter().take(self.count) {
            self.fields.push(from..*end);
            from = *end;
        }
    }

    /// Finds all the fields of the record at hand, of which many will be asked for.
    pub fn split(&mut self, record: &[u8]) {
        if self.is_split {
            return;
        }
        self.is_split = true;
        self.fields.clear();
        let mut from = 0;
        for at in memchr_iter(self.separator, record) {
            self.fields.push(from..at);
            from = at + 1;
        }
        self.fields.push(from..record.len());
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// A field of the record at hand; nothing where it has none.
    pub fn get<'a>(&'a self, record: &'a [u8], i: usize) -> &'a [u8] {
        if self.is_split {
            let bytes = if self.held_quotes { &self.unquoted } else { record };
            return self
                .fields
                .get(i)
                .and_then(|f| bytes.get(f.clone()))
                .unwrap_or_default();
        }
        let mut ends = memchr_iter(self.separator, record);
        let from = if i == 0 {
            Some(0)
        } else {
            ends.nth(i - 1).map(|at| at + 1)
        };
        let to = ends.next().unwrap_or(record.len());
        from.and_then(|from| record.get(from..to)).unwrap_or_default()
    }
}

/// A quote opens a quoted field only where the field begins; in it a doubled quote is one, and
/// line ends are text.
fn end_of(bytes: &[u8], separator: u8, is_last: bool) -> Option<End> {
    let mut end = End {
        content: bytes.len(),
        whole: bytes.len(),
        quotes: false,
        lines: 0,
    };
    let mut from = 0;
    loop {
        let Some(found) = memchr3(b'"', b'\n', b'\r', bytes.get(from..)?) else {
            return (is_last && !bytes.is_empty()).then_some(end);
        };
        let at = from + found;
        match bytes[at] {
            b'"' if at == 0 || bytes[at - 1] == separator => {
                end.quotes = true;
                match closing(bytes, at + 1, &mut end.lines) {
                    Some(close) => from = close + 1,
                    None => return is_last.then_some(end),
                }
            }
            b'"' => from = at + 1,
            b'\r' => {
                // Its line feed may not have been read yet.
                if at + 1 == bytes.len() && !is_last {
                    return None;
                }
                let feed = bytes.get(at + 1) == Some(&b'\n');
                end.lines += u64::from(feed);
                return Some(End {
                    content: at,
                    whole: at + 1 + usize::from(feed),
                    ..end
                });
            }
            _ => {
                end.lines += 1;
                return Some(End {
                    content: at,
                    whole: at + 1,
                    ..end
                });
            }
        }
    }
}

/// The quote that closes a field which opened before `from`.
fn closing(bytes: &[u8], mut from: usize, lines: &mut u64) -> Option<usize> {
    loop {
        let rest = bytes.get(from..)?;
        let at = from + memchr::memchr(b'"', rest)?;
        // What follows tells a doubled quote from a closing one.
        let next = bytes.get(at + 1)?;
        if *next != b'"' {
            *lines += memchr_iter(b'\n', &bytes[from..at]).count() as u64;
            return Some(at);
        }
        *lines += memchr_iter(b'\n', &bytes[from..at]).count() as u64;
        from = at + 2;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn ours(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        let mut records = Records::new(File::open(path).unwrap(), b';');
        let mut fields = Fields::new(b';');
        let mut out = Vec::new();
        while let Some(cut) = records.next().unwrap() {
            let record = records.get(&cut);
            fields.hold(record, cut.quotes);
            let all = |f: &Fields| {
                (0..f.len())
                    .map(|i| f.get(record, i).to_vec())
                    .collect::<Vec<_>>()
            };
            let one_by_one = all(&fields);
            fields.split(record);
            assert_eq!(one_by_one, all(&fields));
            out.push(one_by_one);
        }
        out
    }

    fn theirs(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(b';').has_headers(false).flexible(true);
        let records = builder.from_reader(bytes).into_byte_records();
        records
            .map(|r| r.unwrap().iter().map(<[u8]>::to_vec).collect())
            .collect()
    }

    #[test]
    fn quotes_and_line_ends() {
        for text in [
            "a;b\r\nc;\"d;\"\"e\"\"\r\nf\";g\nh;i",
            "\"a\"\r\n\r\n\nb;x\"y\"z;\"\"\r\n",
            "a\rb\r\nc;\"d",
            "\"a\"b\"c;d\n",
            ";\n;;\n",
            "",
        ] {
            assert_eq!(ours(text.as_bytes()), theirs(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_from_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, "a\r\n\"b\r\nc\"\r\n\r\nd\r\n").unwrap();
        let mut records = Records::new(File::open(path).unwrap(), b';');
        let mut lines = Vec::new();
        while let Some(cut) = records.next().unwrap() {
            lines.push(cut.line);
        }
        assert_eq!(lines, [1, 2, 5]);
    }

    #[test]
    fn records_longer_than_the_buffer() {
        let long = format!("a;{}\nb;c\n", "x".repeat(3 * CHUNK));
        let records = ours(long.as_bytes());
        assert_eq!((records.len(), records[0][1].len()), (2, 3 * CHUNK));
    }

    proptest! {
        #[test]
        fn the_two_ways_agree(text in "[ab;\"\r\n]{0,40}") {
            prop_assert_eq!(ours(text.as_bytes()), theirs(text.as_bytes()));
        }
    }
}
