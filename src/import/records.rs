//! Cutting a file into records, as CSV has it: a quoted field may hold line ends. A quote that
//! nothing closes would swallow the rows behind it; where that has happened the record is given
//! up, its first line is given out alone, and reading goes on at the next line.

use super::fields::{Fields, Quotes, closing};
use super::shape::Shape;
use memchr::{memchr_iter, memchr2, memchr3};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;

/// A record longer than this is none: its quote was not closed, or its line has no end.
pub(crate) const LONGEST: usize = 256 << 10;
const CHUNK: usize = 128 << 10;

/// The records of a file, one at a time, in one reused buffer.
pub(crate) struct Records {
    file: File,
    separator: u8,
    buffer: Vec<u8>,
    /// The record at hand, which stays in the buffer while more is read.
    at: Range<usize>,
    /// What was read into the buffer and not yet given out.
    rest: Range<usize>,
    is_done: bool,
    next_line: u64,
    scratch: Fields,
    /// Bytes given out so far.
    pub bytes: u64,
}

/// The record that was given last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub quotes: Quotes,
    /// Line on which it begins.
    pub line: u64,
    /// It has no end within reach, and was passed over.
    pub too_long: bool,
    /// A NUL byte was taken out of it.
    pub held_nul: bool,
    /// The file ends in it, without an end of line.
    pub is_last: bool,
}

/// Where a record ends.
#[derive(Clone, Copy)]
struct End {
    /// Length without the end of line, and with it.
    content: usize,
    whole: usize,
    quotes: bool,
    /// The file ends inside of a quoted field.
    open: bool,
}

impl Records {
    /// `line` is the one on which the file now stands.
    pub fn new(file: File, separator: u8, line: u64) -> Records {
        Records {
            file,
            separator,
            buffer: vec![0; CHUNK],
            at: 0..0,
            rest: 0..0,
            is_done: false,
            next_line: line,
            scratch: Fields::new(separator),
            bytes: 0,
        }
    }

    /// The next record that is no empty line.
    pub fn next(&mut self, shape: &Shape) -> io::Result<Option<Cut>> {
        loop {
            self.at = self.rest.start..self.rest.start;
            let found = self.find_end()?;
            let bytes = self.buffer.get(self.rest.clone()).unwrap_or_default();
            if bytes.is_empty() {
                return Ok(None);
            }
            let mut cut = Cut {
                quotes: Quotes::None,
                line: self.next_line,
                too_long: false,
                held_nul: false,
                is_last: false,
            };
            let end = match found {
                Some(end) if !is_broken(&bytes[..end.content], end, shape, &mut self.scratch) => {
                    cut.quotes = if end.quotes { Quotes::Closed } else { Quotes::None };
                    end
                }
                _ => {
                    cut.quotes = Quotes::Lost;
                    let line = first_line(bytes, self.is_done).filter(|line| line.content <= LONGEST);
                    let Some(end) = line else {
                        self.pass_over()?;
                        cut.too_long = true;
                        return Ok(Some(cut));
                    };
                    end
                }
            };
            cut.is_last = end.content == end.whole;
            self.take(end);
            if !self.at.is_empty() {
                cut.held_nul = self.without_nul();
                return Ok(Some(cut));
            }
        }
    }

    /// The bytes of the record that was given last.
    pub fn get(&self) -> &[u8] {
        self.buffer.get(self.at.clone()).unwrap_or_default()
    }

    /// The record behind the one at hand, which stays at hand; nothing where there is none that
    /// is whole.
    pub fn peek(&mut self) -> io::Result<Option<&[u8]>> {
        let end = self.find_end()?;
        let rest = self.buffer.get(self.rest.clone()).unwrap_or_default();
        Ok(end.and_then(|end| rest.get(..end.content)))
    }

    fn take(&mut self, end: End) {
        let start = self.rest.start;
        self.at = start..start + end.content;
        let whole = self.buffer.get(start..start + end.whole).unwrap_or_default();
        self.next_line += match end.quotes {
            true => memchr_iter(b'\n', whole).count() as u64 + u64::from(whole.ends_with(b"\r")),
            false => 1,
        };
        self.rest.start += end.whole;
        self.bytes += end.whole as u64;
    }

    /// Takes the NUL bytes out of the record at hand, and tells whether there were any.
    fn without_nul(&mut self) -> bool {
        if memchr::memchr(0, self.get()).is_none() {
            return false;
        }
        let mut end = self.at.start;
        for i in self.at.clone() {
            if self.buffer[i] != 0 {
                self.buffer.swap(i, end);
                end += 1;
            }
        }
        self.at.end = end;
        true
    }

    /// The end of the next record, reading on as long as it takes; nothing at the end of the
    /// file, and where a record is too long.
    fn find_end(&mut self) -> io::Result<Option<End>> {
        loop {
            let bytes = self.buffer.get(self.rest.clone()).unwrap_or_default();
            let end = end_of(bytes, self.separator, self.is_done);
            if end.is_some() || self.is_done || bytes.len() > LONGEST {
                return Ok(end.filter(|e| e.content <= LONGEST));
            }
            self.fill()?;
        }
    }

    /// Leaves a line without an end behind.
    fn pass_over(&mut self) -> io::Result<()> {
        loop {
            let bytes = self.buffer.get(self.rest.clone()).unwrap_or_default();
            if let Some(end) = first_line(bytes, self.is_done) {
                self.take(end);
                self.at = self.rest.start..self.rest.start;
                return Ok(());
            }
            if self.is_done {
                return Ok(());
            }
            // A carriage return may be cut from its line feed.
            let keep = usize::from(bytes.ends_with(b"\r"));
            self.bytes += (bytes.len() - keep) as u64;
            self.rest.start = self.rest.end - keep;
            self.at = self.rest.start..self.rest.start;
            self.fill()?;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let from = self.at.start;
        self.buffer.copy_within(from..self.rest.end, 0);
        self.at = 0..self.at.len();
        self.rest = self.rest.start - from..self.rest.end - from;
        if self.rest.end + CHUNK / 2 > self.buffer.len() {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let n = self.file.read(&mut self.buffer[self.rest.end..])?;
        self.rest.end += n;
        self.is_done = n == 0;
        Ok(())
    }
}

/// Whether a record has swallowed rows: its quote is not closed, a line in it is a row, or it
/// goes over several lines and has not the fields of one.
fn is_broken(record: &[u8], end: End, shape: &Shape, scratch: &mut Fields) -> bool {
    if !end.quotes {
        return false;
    }
    if end.open {
        return true;
    }
    let mut lines = record.split(|b| matches!(b, b'\n' | b'\r'));
    lines.next();
    let mut several = false;
    for line in lines {
        several = true;
        if shape.is_row(line, scratch) {
            return true;
        }
    }
    several && {
        scratch.hold(record, Quotes::Closed);
        !shape.fits(scratch, record)
    }
}

/// A quote opens a quoted field only where the field begins; in it a doubled quote is one, and
/// line ends are text.
fn end_of(bytes: &[u8], separator: u8, is_last: bool) -> Option<End> {
    let mut end = End {
        content: bytes.len(),
        whole: bytes.len(),
        quotes: false,
        open: false,
    };
    let mut from = 0;
    loop {
        let Some(found) = memchr3(b'"', b'\n', b'\r', bytes.get(from..)?) else {
            return (is_last && !bytes.is_empty()).then_some(end);
        };
        let at = from + found;
        if bytes[at] != b'"' {
            return line_end(bytes, at, is_last).map(|(content, whole)| End {
                content,
                whole,
                ..end
            });
        }
        from = at + 1;
        if at == 0 || bytes[at - 1] == separator {
            end.quotes = true;
            match closing(&bytes[from..]) {
                // What follows a quote tells a doubled one from a closing one.
                Some(close) if from + close + 1 < bytes.len() || is_last => from += close + 1,
                Some(_) => return None,
                None => {
                    end.open = true;
                    return is_last.then_some(end);
                }
            }
        }
    }
}

/// The first line of some bytes, if its end is there.
fn first_line(bytes: &[u8], is_last: bool) -> Option<End> {
    let (content, whole) = match memchr2(b'\n', b'\r', bytes) {
        Some(at) => line_end(bytes, at, is_last)?,
        None => (is_last && !bytes.is_empty()).then_some((bytes.len(), bytes.len()))?,
    };
    Some(End {
        content,
        whole,
        quotes: true,
        open: true,
    })
}

/// Where a line ends whose first byte of end stands at `at`: without the end, and with it.
fn line_end(bytes: &[u8], at: usize, is_last: bool) -> Option<(usize, usize)> {
    if bytes.get(at) == Some(&b'\n') {
        return Some((at, at + 1));
    }
    // The line feed of a carriage return may not have been read yet.
    match bytes.get(at + 1) {
        None if !is_last => None,
        next => Some((at, at + 1 + usize::from(next == Some(&b'\n')))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    type Rows = Vec<(u64, Quotes, Vec<String>)>;

    fn shape(width: usize, submeasure: Option<usize>) -> Shape {
        Shape {
            width,
            widest: width,
            least: 1,
            submeasure,
            cup: None,
        }
    }

    fn read(bytes: &[u8], shape: &Shape) -> Rows {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, bytes).unwrap();
        let mut records = Records::new(File::open(path).unwrap(), b';', 1);
        let mut fields = Fields::new(b';');
        let mut out = Vec::new();
        while let Some(cut) = records.next(shape).unwrap() {
            fields.hold(records.get(), cut.quotes);
            let all = |f: &Fields| {
                let field = |i| String::from_utf8_lossy(f.get(records.get(), i)).into_owned();
                (0..f.len()).map(field).collect::<Vec<_>>()
            };
            let one_by_one = all(&fields);
            fields.split(records.get());
            assert_eq!(one_by_one, all(&fields));
            out.push((cut.line, cut.quotes, one_by_one));
        }
        assert_eq!(records.bytes, bytes.len() as u64);
        out
    }

    fn cells(bytes: &[u8], width: usize) -> Vec<Vec<String>> {
        let rows = read(bytes, &shape(width, None)).into_iter();
        rows.map(|(_, _, cells)| cells).collect()
    }

    fn theirs(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(b';').has_headers(false).flexible(true);
        let records = builder.from_reader(bytes).into_byte_records();
        let text = |f: &[u8]| String::from_utf8_lossy(f).into_owned();
        records.map(|r| r.unwrap().iter().map(text).collect()).collect()
    }

    #[test]
    fn quotes_and_line_ends() {
        for (text, width) in [
            ("a;b;c\r\nc;\"d;\"\"e\"\"\r\nf\";g\nh;i;\n", 3),
            ("\"a\"\r\n\r\n\nb;x\"y\"z;\"\"\r\n", 1),
            ("a\rb\r\nc;\"d\"", 1),
            ("\"a\"b\"c;d\n", 2),
            (";\n;;\n", 2),
            ("", 1),
        ] {
            assert_eq!(cells(text.as_bytes(), width), theirs(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_from_one() {
        let rows = read(b"a\r\n\"b\r\nc\"\r\n\r\nd\re", &shape(1, None));
        assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 2, 5, 6]);
    }

    #[test]
    fn records_longer_than_the_buffer() {
        let long = format!("a;\"{}\"\nb;c\n", "x\n".repeat(CHUNK / 2 + 7));
        let rows = cells(long.as_bytes(), 2);
        assert_eq!((rows.len(), rows[0][1].len()), (2, CHUNK + 14));
    }

    /// One quote too many costs its own row at most.
    #[test]
    fn an_open_quote_swallows_no_row() {
        let row = |n: usize| format!("M1C1I1.01.00;{n};\"b;{n}\";c\r\n");
        for (broken, reads) in [
            ("M1C1I1.01.00;x;b;\"c\r\n", true),
            ("M1C1I1.01.00;x;\"b;c\r\n", true),
            ("M1C1I1.01.00;\"x;b\r\n", false),
        ] {
            for behind in [0, 1, 50] {
                let behind: Vec<String> = (0..behind).map(row).collect();
                let text = format!("{}{broken}{}", row(7), behind.concat());
                let rows = read(text.as_bytes(), &shape(4, Some(0)));
                assert_eq!(rows.len(), behind.len() + 2, "{broken}");
                assert_eq!((rows[1].0, rows[1].1), (2, Quotes::Lost));
                assert_eq!(rows[1].2.len() == 4, reads, "{broken}");
                assert!(
                    rows.iter()
                        .skip(2)
                        .all(|r| r.1 == Quotes::Closed && r.2.len() == 4)
                );
            }
        }
    }

    #[test]
    fn where_no_row_shows_its_key_the_number_of_fields_tells() {
        let text = b"a;b;\"c;d;e;f\nA;B;C;D;E;F\n";
        let rows = read(text, &shape(6, None));
        assert_eq!(
            rows.iter().map(|r| (r.0, r.2.len())).collect::<Vec<_>>(),
            [(1, 6), (2, 6)]
        );
        let text = b"a;\"b\nc\";d\n1;\"2\n3\";4;5\n6;7;8\n";
        let lines: Vec<_> = read(text, &shape(3, None)).iter().map(|r| (r.0, r.1)).collect();
        let (closed, lost, none) = (Quotes::Closed, Quotes::Lost, Quotes::None);
        assert_eq!(lines[..2], [(1, closed), (3, lost)]);
        assert_eq!(lines.last(), Some(&(5, none)));
    }

    #[test]
    fn a_line_without_end_is_left_behind() {
        for text in [
            format!("a;b\n{}\nc;d\n", "x".repeat(3 * LONGEST)),
            format!("a;b\n\"{}\r\nc;d\n", ";\"\"".repeat(LONGEST)),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("t.csv");
            std::fs::write(&path, text).unwrap();
            let mut records = Records::new(File::open(path).unwrap(), b';', 1);
            let mut told = Vec::new();
            while let Some(cut) = records.next(&shape(2, None)).unwrap() {
                told.push((cut.line, cut.too_long));
            }
            assert_eq!(told, [(1, false), (2, true), (3, false)]);
        }
    }

    #[test]
    fn a_nul_byte_is_taken_out_wherever_it_is() {
        for text in [&b"\0a;b"[..], b"a\0;b\n", b"a;b\0\n", b"a;\0\0b\n"] {
            assert_eq!(cells(text, 2), [["a", "b"]]);
        }
    }

    proptest! {
        #[test]
        fn well_formed_text_reads_as_with_the_csv_crate(
            rows in proptest::collection::vec(proptest::collection::vec("[ab;\"\r\n]{0,6}", 3), 1..6),
            always in any::<bool>(),
        ) {
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new().delimiter(b';').quote_style(style).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = writer.into_inner().unwrap();
            prop_assert_eq!(cells(&text, 3), rows);
        }

        #[test]
        fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(
            prop_oneof![Just(b';'), Just(b'"'), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..200)
        ) {
            for shape in [shape(3, None), shape(7, None), shape(3, Some(0))] {
                let rows = read(&bytes, &shape);
                prop_assert!(rows.windows(2).all(|w| w[0].0 < w[1].0 || bytes.contains(&b'\r')));
            }
        }
    }
}
