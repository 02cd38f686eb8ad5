//! Reading one file record by record, into one reused record: what a reader of a table sees.

use super::columns::Layout;
use super::day;
use super::dialect::{builder, decode};
use super::error::ImportError;
use super::input::Input;
use super::number::{self, Decimal, NotANumber};
use super::progress::Progress;
use super::report::{BadValue, EXAMPLES, LeftOut, Problem};
use super::sources::Sources;
use crate::model::{Cents, SourceId};
use crate::text::clean::{clean, line};
use csv::ByteRecord;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A record longer than this is one whose quote was not closed.
const LONGEST: u64 = 16 << 20;
/// After so many rows the progress is told and a wish to stop is heard.
const STEP: u64 = 4096;

/// What one file gave.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub rows: u64,
    pub kept: u64,
    pub left_out: BTreeMap<LeftOut, u64>,
    /// By the source in whose rows they stand.
    pub problems: BTreeMap<(SourceId, Problem), u64>,
    pub examples: Vec<BadValue>,
}

/// The outside world, as the import needs it.
pub(crate) struct Outside<'a> {
    pub progress: &'a mut dyn Progress,
    pub cancel: &'a AtomicBool,
}

/// A row under the reader's eyes. Values are asked for by column, wherever the file has it.
pub(crate) struct Row<'a> {
    input: &'a Input,
    record: ByteRecord,
    line: u64,
    decimal: Option<Decimal>,
    pub tally: Tally,
    /// Sources of the dates met so far.
    dates: Vec<(Vec<u8>, SourceId)>,
    source: SourceId,
}

/// Stands for nothing.
fn is_absent(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.is_empty()
        || [
            "n/d",
            "n/a",
            "n.d.",
            "n.a.",
            "nd",
            "none",
            "null",
            "-",
            "non disponibile",
            "non determinato",
        ]
        .iter()
        .any(|a| a.as_bytes().eq_ignore_ascii_case(bytes))
}

impl Row<'_> {
    /// The bytes of a field, trimmed.
    pub fn raw(&self, col: impl Into<usize>) -> &[u8] {
        let at = self.input.fit.at.get(col.into()).copied().flatten();
        at.and_then(|i| self.record.get(i))
            .map_or(b"", <[u8]>::trim_ascii)
    }

    /// Whether the file has the column at all.
    pub fn has(&self, col: impl Into<usize>) -> bool {
        self.input.fit.at.get(col.into()).copied().flatten().is_some()
    }

    /// The field as text; a record that is no UTF-8 is Windows-1252.
    pub fn text(&self, col: impl Into<usize>) -> Cow<'_, str> {
        let raw = self.raw(col);
        match std::str::from_utf8(raw) {
            Ok(text) if raw.is_ascii() || std::str::from_utf8(self.record.as_slice()).is_ok() => {
                Cow::Borrowed(text)
            }
            Ok(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(raw).0,
            Err(_) => Cow::Owned(decode(raw)),
        }
    }

    /// A line of clean text; `None` where the field stands for nothing.
    pub fn word(&self, col: impl Into<usize>) -> Option<String> {
        let text = self.text(col);
        let text = line(&text);
        (!is_absent(&text)).then_some(text)
    }

    /// Clean text of any length that is still sane.
    pub fn long_text(&self, col: impl Into<usize>) -> Option<String> {
        let text = self.text(col);
        let text = clean(&text);
        (!is_absent(&text)).then(|| text.into_owned())
    }

    fn number<T>(&mut self, col: usize, read: impl Fn(&str, Decimal) -> Result<T, NotANumber>) -> Option<T> {
        let text = self.text(col);
        let text = text.trim();
        if is_absent(text) {
            return None;
        }
        let told = Decimal::told_by(text.as_bytes());
        let default = if self.input.separator == b',' {
            Decimal::Point
        } else {
            Decimal::Comma
        };
        let decimal = self.decimal.or(told).unwrap_or(default);
        let value = read(text, decimal);
        if self.decimal.is_none() {
            self.decimal = told;
        }
        match value {
            Ok(value) => Some(value),
            Err(why) => {
                self.problem(
                    col,
                    match why {
                        NotANumber::Text => Problem::NotANumber,
                        NotANumber::Sign => Problem::DecimalSign,
                        NotANumber::TooLarge => Problem::NumberTooLarge,
                    },
                );
                None
            }
        }
    }

    /// An amount; zero stands for nothing.
    pub fn amount(&mut self, col: impl Into<usize>) -> Option<Cents> {
        self.number(col.into(), number::cents).filter(|c| !c.is_zero())
    }

    /// A quantity; zero is one.
    pub fn quantity(&mut self, col: impl Into<usize>) -> Option<f64> {
        self.number(col.into(), number::quantity)
    }

    /// A date; years that stand for none are counted.
    pub fn date(&mut self, col: impl Into<usize>) -> Option<Date> {
        let col = col.into();
        let text = self.text(col);
        if is_absent(text.trim()) {
            return None;
        }
        match day::parse(&text) {
            Ok(date) => Some(date),
            Err(why) => {
                self.problem(
                    col,
                    match why {
                        day::NotADay::Text => Problem::NotADate,
                        day::NotADay::Year => Problem::PlaceholderDate,
                    },
                );
                None
            }
        }
    }

    /// The source of this row, by the date that it declares. To be asked before anything that
    /// may be wrong is read, so that problems are counted under it.
    pub fn source(&mut self, sources: &mut Sources) -> SourceId {
        let raw = self
            .input
            .date_at
            .and_then(|i| self.record.get(i))
            .unwrap_or_default();
        if let Some((_, id)) = self.dates.iter().find(|(bytes, _)| bytes == raw) {
            self.source = *id;
            return *id;
        }
        let raw = raw.to_vec();
        let date = day::parse(&String::from_utf8_lossy(&raw)).ok();
        let id = sources.of(self.input.origin(date), &self.input.columns);
        if self.dates.len() < 4096 {
            self.dates.push((raw, id));
        }
        self.source = id;
        id
    }

    /// Counts what is wrong with a field, and keeps an example.
    pub fn problem(&mut self, col: impl Into<usize>, reason: Problem) {
        *self.tally.problems.entry((self.source, reason)).or_default() += 1;
        if reason.is_worth_showing() && self.tally.examples.len() < EXAMPLES {
            let col = col.into();
            let Layout { columns, .. } = self.input.layout;
            let mut value = line(&self.text(col));
            if let Some((cut, _)) = value.char_indices().nth(80) {
                value.truncate(cut);
            }
            if super::person::holds_code(&value) {
                value = "…".into();
            }
            self.tally.examples.push(BadValue {
                file: self.input.name(),
                line: self.line,
                column: columns.get(col).map_or("", |c| c.name).to_owned(),
                value,
                reason,
            });
        }
    }
}

/// Reads the whole file, one call of `take` a row: kept, or why it is left out.
pub(crate) fn each(
    input: &Input,
    outside: &mut Outside,
    mut take: impl FnMut(&mut Row) -> Result<(), LeftOut>,
) -> Result<Tally, ImportError> {
    let io = |e| ImportError::read(&input.path, e);
    let mut file = File::open(&input.path).map_err(io)?;
    file.seek(SeekFrom::Start(input.skip)).map_err(io)?;
    let since = Rc::new(Cell::new(0));
    let mut reader = builder(input.separator).from_reader(Bounded {
        file,
        since: Rc::clone(&since),
    });
    let mut row = Row {
        input,
        record: ByteRecord::new(),
        line: 1,
        decimal: input.decimal,
        tally: Tally::default(),
        dates: Vec::new(),
        source: SourceId(u16::MAX),
    };
    let fields = input.columns.len();
    outside.progress.file(&input.name());
    let (mut told_bytes, mut told_rows) = (0, 0);
    let mut is_header = true;
    loop {
        since.set(0);
        match reader.read_byte_record(&mut row.record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) if since.get() > LONGEST => {
                return Err(ImportError::RecordTooLong {
                    path: input.path.clone(),
                    line: reader.position().line(),
                    limit: LONGEST,
                });
            }
            Err(e) => return Err(io(std::io::Error::other(e))),
        }
        if std::mem::take(&mut is_header) {
            continue;
        }
        row.line = row.record.position().map_or(0, csv::Position::line);
        row.tally.rows += 1;
        let result = if has_fields(&row.record, fields) {
            take(&mut row)
        } else {
            Err(field_count(&mut row))
        };
        match result {
            Ok(()) => row.tally.kept += 1,
            Err(reason) => *row.tally.left_out.entry(reason).or_default() += 1,
        }
        if row.tally.rows % STEP == 0 {
            if outside.cancel.load(Ordering::Relaxed) {
                return Err(ImportError::Cancelled);
            }
            let bytes = reader.position().byte();
            outside
                .progress
                .advance(bytes - told_bytes, row.tally.rows - told_rows);
            (told_bytes, told_rows) = (bytes, row.tally.rows);
        }
    }
    outside
        .progress
        .advance(input.size.saturating_sub(told_bytes), row.tally.rows - told_rows);
    if outside.cancel.load(Ordering::Relaxed) {
        return Err(ImportError::Cancelled);
    }
    Ok(row.tally)
}

/// As many fields as the header; empty ones in excess are forgiven.
fn has_fields(record: &ByteRecord, want: usize) -> bool {
    record.len() == want || record.len() > want && record.iter().skip(want).all(<[u8]>::is_empty)
}

fn field_count(row: &mut Row) -> LeftOut {
    *row.tally
        .problems
        .entry((row.source, Problem::FieldCount))
        .or_default() += 1;
    if row.tally.examples.len() < EXAMPLES {
        row.tally.examples.push(BadValue {
            file: row.input.name(),
            line: row.line,
            column: String::new(),
            value: format!("{} / {}", row.record.len(), row.input.columns.len()),
            reason: Problem::FieldCount,
        });
    }
    LeftOut::FieldCount
}

/// A file that counts what was read since the last record began, and stops at [`LONGEST`].
struct Bounded {
    file: File,
    since: Rc<Cell<u64>>,
}

impl Read for Bounded {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        if self.since.get() > LONGEST {
            return Err(std::io::Error::other("record too long"));
        }
        let n = self.file.read(buf)?;
        self.since.set(self.since.get() + n as u64);
        Ok(n)
    }
}
