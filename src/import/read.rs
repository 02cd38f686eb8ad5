//! Reading one file record by record, into one reused record: what a reader of a table sees.

use super::columns::Layout;
use super::day;
use super::dialect::decode;
use super::draft::Keys;
use super::error::ImportError;
use super::input::Input;
use super::number::{self, Decimal, NotANumber};
use super::progress::Progress;
use super::records::{Fields, LONGEST, Stop};
use super::report::{BadValue, EXAMPLES, LeftOut, Problem};
use super::scan::{Message, Wanted, scan};
use super::sources::Sources;
use crate::model::{Cents, SourceId, Table};
use crate::text::clean::{clean, line};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

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
    /// The batch at hand, and where the row stands in it.
    bytes: Vec<u8>,
    at: Range<usize>,
    fields: Fields,
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
    fn field(&self, i: usize) -> &[u8] {
        self.fields.get(self.record(), i)
    }

    fn record(&self) -> &[u8] {
        self.bytes.get(self.at.clone()).unwrap_or_default()
    }

    /// The bytes of a field, trimmed.
    pub fn raw(&self, col: impl Into<usize>) -> &[u8] {
        let at = self.input.fit.at.get(col.into()).copied().flatten();
        at.map_or(b"", |i| self.field(i).trim_ascii())
    }

    /// Whether the file has the column at all.
    pub fn has(&self, col: impl Into<usize>) -> bool {
        self.input.fit.at.get(col.into()).copied().flatten().is_some()
    }

    /// The field as text; a record that is no UTF-8 is Windows-1252.
    pub fn text(&self, col: impl Into<usize>) -> Cow<'_, str> {
        let raw = self.raw(col);
        match std::str::from_utf8(raw) {
            Ok(text) if raw.is_ascii() || std::str::from_utf8(self.record()).is_ok() => Cow::Borrowed(text),
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
        let record = self.bytes.get(self.at.clone()).unwrap_or_default();
        self.fields.split(record);
        let raw = self.input.date_at.map_or(b"".as_slice(), |i| self.field(i));
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

/// Reads files one after the other, while a thread looks through them; one call of `take` a
/// wanted row: kept, or why it is left out. One tally a file.
pub(crate) fn all(
    inputs: &[(&Input, Wanted)],
    keys: &Arc<Keys>,
    outside: &mut Outside,
    mut take: impl FnMut(Table, &mut Row) -> Result<(), LeftOut>,
) -> Result<Vec<Tally>, ImportError> {
    thread::scope(|scope| {
        let (send, receive) = sync_channel(16);
        scope.spawn(move || scan(inputs, keys, &send));
        let each = |(input, _): &(&Input, Wanted)| file(input, &receive, outside, &mut take);
        inputs.iter().map(each).collect()
    })
}

fn file(
    input: &Input,
    receive: &Receiver<Message>,
    outside: &mut Outside,
    take: &mut impl FnMut(Table, &mut Row) -> Result<(), LeftOut>,
) -> Result<Tally, ImportError> {
    let mut row = Row {
        input,
        bytes: Vec::new(),
        at: 0..0,
        fields: Fields::new(input.separator),
        line: 1,
        decimal: input.decimal,
        tally: Tally::default(),
        dates: Vec::new(),
        source: SourceId(u16::MAX),
    };
    outside.progress.file(&input.name());
    for message in receive {
        let batch = match message {
            Message::Rows(batch) => batch,
            Message::End(Ok(())) => return Ok(row.tally),
            Message::End(Err(stop)) => return Err(stopped(input, stop)),
        };
        row.tally.rows += batch.looked_at;
        if batch.passed_over > 0 {
            *row.tally.left_out.entry(LeftOut::OtherRegion).or_default() += batch.passed_over;
        }
        row.bytes = batch.bytes;
        for passed in batch.rows {
            row.line = passed.line;
            let result = match passed.miscounted {
                Some(fields) => Err(field_count(&mut row, fields)),
                None => {
                    row.at = passed.at;
                    row.fields
                        .hold(row.bytes.get(row.at.clone()).unwrap_or_default(), passed.quotes);
                    take(input.table(), &mut row)
                }
            };
            match result {
                Ok(()) => row.tally.kept += 1,
                Err(reason) => *row.tally.left_out.entry(reason).or_default() += 1,
            }
        }
        outside.progress.advance(batch.read, batch.looked_at);
        if outside.cancel.load(Ordering::Relaxed) {
            return Err(ImportError::Cancelled);
        }
    }
    // The thread ended without a word: it was stopped from outside.
    Err(ImportError::Cancelled)
}

fn stopped(input: &Input, stop: Stop) -> ImportError {
    match stop {
        Stop::Io(error) => ImportError::read(&input.path, error),
        Stop::TooLong(line) => ImportError::RecordTooLong {
            path: input.path.clone(),
            line,
            limit: LONGEST as u64,
        },
    }
}

fn field_count(row: &mut Row, fields: usize) -> LeftOut {
    *row.tally
        .problems
        .entry((row.source, Problem::FieldCount))
        .or_default() += 1;
    if row.tally.examples.len() < EXAMPLES {
        row.tally.examples.push(BadValue {
            file: row.input.name(),
            line: row.line,
            column: String::new(),
            value: format!("{fields} / {}", row.input.columns.len()),
            reason: Problem::FieldCount,
        });
    }
    LeftOut::FieldCount
}
