//! One file, record by record: what a reader of a table sees.

use super::ahead::{Parts, Seen};
use super::day;
use super::dialect::{MARK, decode};
use super::error::ImportError;
use super::fields::{Fields, Quotes, bare};
use super::input::Input;
use super::number::{self, Decimal, NotANumber};
use super::progress::Progress;
use super::report::{BadValue, EXAMPLES, LeftOut, Problem};
use super::sources::Sources;
use crate::model::{Cents, SourceId, Unread};
use crate::text::clean::{clean, line};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

/// What one file gave.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub rows: u64,
    pub kept: u64,
    pub left_out: BTreeMap<LeftOut, u64>,
    /// By the source in whose rows they stand.
    pub problems: BTreeMap<(SourceId, Problem), u64>,
    /// The first rows that were lost, and the first values.
    pub lost: Vec<BadValue>,
    pub examples: Vec<BadValue>,
}

impl Tally {
    fn count(&mut self, result: Result<(), LeftOut>) {
        self.rows += 1;
        match result {
            Ok(()) => self.kept += 1,
            Err(reason) => *self.left_out.entry(reason).or_default() += 1,
        }
    }

    /// Rows of other regions, which nobody looked at.
    fn pass_over(&mut self, rows: u64) {
        self.rows += rows;
        if rows > 0 {
            *self.left_out.entry(LeftOut::OtherRegion).or_default() += rows;
        }
    }
}

/// The outside world, as the import needs it.
pub(crate) struct Outside<'a> {
    pub progress: &'a mut dyn Progress,
    pub cancel: &'a AtomicBool,
}

impl Outside<'_> {
    fn go_on(&self) -> Result<(), ImportError> {
        match self.cancel.load(Ordering::Relaxed) {
            true => Err(ImportError::Cancelled),
            false => Ok(()),
        }
    }
}

/// A row under the reader's eyes. Values are asked for by column, wherever the file has it.
pub(crate) struct Row<'a> {
    input: &'a Input,
    /// Of some records, and where among them the row stands.
    bytes: Vec<u8>,
    at: Range<usize>,
    fields: Fields,
    line: u64,
    decimal: Option<Decimal>,
    pub tally: Tally,
    /// Sources of the dates met so far.
    dates: Vec<(Vec<u8>, SourceId)>,
    source: SourceId,
    /// `source` is that of this row.
    is_sourced: bool,
    /// Columns of this row that hold something that cannot be read, and what.
    unread: Vec<(usize, String)>,
    /// The rows stand under the header of another table.
    is_foreign: bool,
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
        record(&self.bytes, &self.at)
    }

    fn hold(&mut self, seen: &Seen) {
        self.at = seen.at.clone();
        self.is_sourced = false;
        self.line = seen.cut.line;
        self.unread.clear();
        let record = record(&self.bytes, &self.at);
        self.fields.hold(record, seen.cut.quotes);
    }

    /// What is wrong with the row as a whole, before anything in it is read.
    fn damage(&mut self, seen: &Seen) -> Option<LeftOut> {
        let cut = seen.cut;
        if cut.too_long {
            self.example(Problem::TooLong, None, String::new());
            return Some(LeftOut::TooLong);
        }
        let (input, record) = (self.input, record(&self.bytes, &self.at));
        let is_blank = |b: &u8| *b == input.separator || b.is_ascii_whitespace() || *b == b'"';
        if record.iter().all(is_blank) {
            return Some(LeftOut::Empty);
        }
        if record.strip_prefix(MARK).unwrap_or(record).trim_ascii() == self.input.header {
            self.is_foreign = false;
            return Some(LeftOut::HeaderAgain);
        }
        if self.is_foreign {
            return Some(LeftOut::OtherHeader);
        }
        let shape = &input.shape;
        let fits = shape.fits(&self.fields, record);
        if cut.held_nul {
            self.example(Problem::NulByte, None, String::new());
        }
        if cut.quotes == Quotes::Lost {
            let reads = fits && (shape.is_keyless() || shape.has_key(&self.fields, self.record()));
            let (problem, left_out) = match reads {
                true => (Problem::OpenQuoteRead, None),
                false => (Problem::OpenQuote, Some(LeftOut::OpenQuote)),
            };
            self.example(problem, None, String::new());
            return left_out;
        }
        let is_short = !cut.is_last && shape.is_short(&self.fields, self.record());
        if fits || is_short && !seen.is_continued {
            return None;
        }
        if input.is_header(&self.fields, self.record()).is_some() {
            return Some(LeftOut::FieldCount);
        }
        let count = format!("{} / {}", self.fields.len(), shape.width);
        self.example(Problem::FieldCount, None, count);
        Some(LeftOut::FieldCount)
    }

    /// A row that speaks of no project of ours may be a header in the midst of the file. What
    /// stands under that of another table is read by no one.
    fn of_header(&mut self, reason: LeftOut) -> LeftOut {
        let may_be = matches!(
            reason,
            LeftOut::OtherRegion | LeftOut::BadKey | LeftOut::FieldCount
        );
        let (shape, record) = (&self.input.shape, record(&self.bytes, &self.at));
        if !may_be || shape.is_keyless() || shape.has_key(&self.fields, record) {
            return reason;
        }
        match self.input.is_header(&self.fields, record) {
            None => reason,
            Some(true) => LeftOut::HeaderAgain,
            Some(false) => {
                self.is_foreign = true;
                self.example(Problem::OtherHeader, None, String::new());
                LeftOut::OtherHeader
            }
        }
    }

    /// The bytes of a field, trimmed. Where a column stands twice the first that is filled counts.
    pub fn raw(&self, col: impl Into<usize>) -> &[u8] {
        let col = col.into();
        let at = self.input.fit.at.get(col).copied().flatten();
        let first = at.map_or(b"".as_slice(), |i| bare(self.field(i)));
        match self.twin(col) {
            Some(second) if first.is_empty() => second,
            _ => first,
        }
    }

    /// What the column holds where it stands once more.
    fn twin(&self, col: usize) -> Option<&[u8]> {
        let (_, at) = self.input.fit.twins.iter().find(|(c, _)| *c == col)?;
        Some(bare(self.field(*at)))
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
                self.unread.push((col, self.shown(col)));
                None
            }
        }
    }

    /// An amount; zero stands for nothing.
    pub fn amount(&mut self, col: impl Into<usize>) -> Option<Cents> {
        self.number(col.into(), number::cents).filter(|c| !c.is_zero())
    }

    /// An amount paid on a day. The day itself, as a spreadsheet numbers days, is none.
    pub fn amount_on(&mut self, col: impl Into<usize>, day: Option<Date>) -> Option<Cents> {
        const FIRST: Date = Date::constant(1899, 12, 30);
        let col = col.into();
        let amount = self.amount(col)?;
        let is_day = day.is_some_and(|day| amount == Cents(i64::from((day - FIRST).get_days()) * 100));
        if is_day {
            self.problem(col, Problem::NotANumber);
        }
        (!is_day).then_some(amount)
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
                if why == day::NotADay::Text {
                    self.unread.push((col, self.shown(col)));
                }
                None
            }
        }
    }

    /// The source of this row, by the date that it declares. To be asked before anything that
    /// may be wrong is read, so that problems are counted under it.
    pub fn source(&mut self, sources: &mut Sources) -> SourceId {
        if self.is_sourced {
            return self.source;
        }
        self.is_sourced = true;
        self.fields.split(record(&self.bytes, &self.at));
        let raw = self.input.date_at.map_or(b"".as_slice(), |i| bare(self.field(i)));
        if let Some((_, id)) = self.dates.iter().find(|(bytes, _)| bytes == raw) {
            let id = *id;
            self.source = id;
            self.twins_agree();
            return id;
        }
        let raw = raw.to_vec();
        let date = day::parse(&String::from_utf8_lossy(&raw)).ok();
        let id = sources.of(self.input.origin(date), &self.input.columns);
        sources.came(id, self.input.address.as_deref());
        if self.dates.len() < 4096 {
            self.dates.push((raw, id));
        }
        self.source = id;
        self.twins_agree();
        id
    }

    fn twins_agree(&mut self) {
        for (col, _) in &self.input.fit.twins {
            let (first, second) = (self.raw(*col), self.twin(*col).unwrap_or_default());
            if first != second && !second.is_empty() {
                self.problem(*col, Problem::TwoValues);
            }
        }
    }

    /// Counts what is wrong with a field, and keeps an example.
    pub fn problem(&mut self, col: impl Into<usize>, reason: Problem) {
        let col = col.into();
        let has_room = self.tally.examples.len() < EXAMPLES;
        let value = match reason.is_worth_showing() && has_room {
            true => self.shown(col),
            false => String::new(),
        };
        self.example(reason, Some(col), value);
    }

    /// A field as a report may show it.
    fn shown(&self, col: usize) -> String {
        let mut value = line(&self.text(col));
        if let Some((cut, _)) = value.char_indices().nth(80) {
            value.truncate(cut);
        }
        if super::person::holds_code(&value) {
            "…".into()
        } else {
            value
        }
    }

    fn example(&mut self, reason: Problem, col: Option<usize>, value: String) {
        let column = col.and_then(|col| self.input.layout.columns.get(col));
        let is_empty = col.is_some_and(|col| self.raw(col).is_empty());
        *self.tally.problems.entry((self.source, reason)).or_default() += 1;
        let list = match reason.loses_the_row() {
            true => &mut self.tally.lost,
            false => &mut self.tally.examples,
        };
        let name = column.map_or("", |c| c.name);
        // Empty cells of one column are one example, with their number.
        let again = |b: &&mut BadValue| b.reason == reason && b.column == name && b.value.is_empty();
        if is_empty && let Some(known) = list.iter_mut().find(again) {
            known.rows += 1;
        } else if reason.is_worth_showing() && list.len() < EXAMPLES {
            list.push(BadValue {
                file: self.input.shown(),
                line: self.line,
                column: name.to_owned(),
                value,
                reason,
                rows: 1,
            });
        }
    }

    /// What of this row could not be read, under the names that the fields of its columns have.
    pub fn unread(&mut self, source: SourceId, field: impl Fn(usize) -> Option<String>) -> Vec<Unread> {
        let named = |(col, value): (usize, String)| {
            Some(Unread {
                field: field(col)?,
                value: is_plain(&value).then_some(value),
                source,
            })
        };
        std::mem::take(&mut self.unread)
            .into_iter()
            .filter_map(named)
            .collect()
    }

    /// The same, for a row of a table of which a project has many: `tender.base`.
    pub fn unread_of(&mut self, source: SourceId, what: &str, fields: &[(usize, &str)]) -> Vec<Unread> {
        self.unread(source, |col| {
            let (_, field) = fields.iter().find(|(c, _)| *c == col)?;
            Some(format!("{what}.{field}"))
        })
    }

    /// A year that stands alone in its column.
    pub fn year(&mut self, col: impl Into<usize>) -> Option<i16> {
        self.part_of_date(col.into(), day::year)
    }

    /// A month, by its name or number.
    pub fn month(&mut self, col: impl Into<usize>) -> Option<i8> {
        self.part_of_date(col.into(), day::month)
    }

    /// `Q4`, `T4`, `4`.
    pub fn quarter(&mut self, col: impl Into<usize>) -> Option<i8> {
        let quarter = |text: &str| text.trim().trim_start_matches(['Q', 'T']).parse().ok();
        self.part_of_date(col.into(), |text| quarter(text).filter(|q| (1..=4).contains(q)))
    }

    fn part_of_date<T>(&mut self, col: usize, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(col);
        let (value, is_absent) = (read(&text), is_absent(text.trim()));
        if value.is_none() && !is_absent {
            self.problem(col, Problem::NotADate);
            self.unread.push((col, self.shown(col)));
        }
        value
    }

    /// The first of some columns, by their official names, that holds a name and not a code.
    pub fn name_in(&self, columns: &[&str]) -> Option<String> {
        let mut words = columns.iter().filter_map(|name| {
            let col = self.input.layout.columns.iter().position(|c| c.name == *name)?;
            self.word(col)
        });
        words.find(|word| word.chars().any(char::is_alphabetic))
    }
}

/// A figure or a date that somebody meant, and surely nobody's name.
fn is_plain(value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    value.chars().count() <= 20 && letters <= 4 && value.chars().any(|c| c.is_ascii_digit())
}

/// Reads the rows of a file, of which `parts` has those that must be seen; one call of `take` a row:
/// kept, or why it is left out.
pub(crate) fn file(
    input: &Input,
    parts: &Parts,
    outside: &mut Outside,
    mut take: impl FnMut(&mut Row) -> Result<(), LeftOut>,
) -> Result<Tally, ImportError> {
    let mut row = Row {
        input,
        bytes: Vec::new(),
        at: 0..0,
        fields: Fields::new(input.separator),
        line: input.line,
        decimal: input.decimal,
        tally: Tally::default(),
        dates: Vec::new(),
        source: SourceId(u32::MAX),
        is_sourced: false,
        unread: Vec::new(),
        is_foreign: false,
    };
    outside.progress.file(&input.name());
    let mut bytes = 0;
    while let Some(part) = parts.next().map_err(|e| ImportError::read(&input.path, e))? {
        row.tally.pass_over(part.others);
        row.bytes = part.bytes;
        for seen in &part.seen {
            row.hold(seen);
            let result = row.damage(seen).map_or_else(|| take(&mut row), Err);
            let result = result.map_err(|reason| row.of_header(reason));
            row.tally.count(result);
        }
        outside
            .progress
            .advance(part.read, part.others + part.seen.len() as u64);
        bytes += part.read;
        outside.go_on()?;
    }
    outside.progress.advance(input.size.saturating_sub(bytes), 0);
    outside.go_on()?;
    Ok(row.tally)
}

fn record<'a>(bytes: &'a [u8], at: &Range<usize>) -> &'a [u8] {
    bytes.get(at.clone()).unwrap_or_default()
}
