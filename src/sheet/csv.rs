//! CSV twice: plain for programs, and as a spreadsheet of an Italian office opens it with a
//! double click.

use crate::model::Cents;
use crate::text::clean::tame;

/// For whom the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Comma, decimal point, cells as they are.
    Plain,
    /// Semicolon, byte order mark, decimal comma; no cell is taken for a formula, no code for a
    /// number.
    Excel,
}

/// A cell, by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    /// A code that is no number, even where all its signs are digits.
    Code(String),
    Money(Option<Cents>),
    Number(u64),
}

/// Where the bytes of a table go.
pub trait Sink {
    fn bytes(&mut self, bytes: &[u8]);
}

impl Sink for Vec<u8> {
    fn bytes(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// A table that is written line by line.
pub struct Table<'a, S> {
    out: &'a mut S,
    style: Style,
}

impl<'a, S: Sink> Table<'a, S> {
    /// Writes the names of the columns.
    pub fn new(out: &'a mut S, style: Style, columns: &[&str]) -> Table<'a, S> {
        if style == Style::Excel {
            out.bytes("\u{feff}".as_bytes());
        }
        let mut table = Table { out, style };
        table.line(columns.iter().map(|c| (*c).to_owned()));
        table
    }

    /// Writes a row.
    pub fn row(&mut self, cells: &[Cell]) {
        let style = self.style;
        self.line(cells.iter().map(|cell| written(cell, style)));
    }

    fn line(&mut self, fields: impl Iterator<Item = String>) {
        let mut builder = csv::WriterBuilder::new();
        if self.style == Style::Excel {
            builder.delimiter(b';').terminator(csv::Terminator::CRLF);
        }
        let mut writer = builder.from_writer(Vec::new());
        let done = writer.write_record(fields.map(|f| tame(&f).into_owned()));
        if let (Ok(()), Ok(bytes)) = (done, writer.into_inner()) {
            self.out.bytes(&bytes);
        }
    }
}

/// A cell as it stands in the file.
pub fn written(cell: &Cell, style: Style) -> String {
    match (cell, style) {
        (Cell::Text(text) | Cell::Code(text), Style::Plain) => text.clone(),
        (Cell::Text(text), Style::Excel) => harmless(text),
        (Cell::Code(code), Style::Excel) if looks_like_a_number(code) => format!("=\"{code}\""),
        (Cell::Code(code), Style::Excel) => harmless(code),
        (Cell::Money(amount), _) => {
            let amount = amount.map(|cents| cents.to_string()).unwrap_or_default();
            match style {
                Style::Plain => amount,
                Style::Excel => amount.replace('.', ","),
            }
        }
        (Cell::Number(number), _) => number.to_string(),
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// `046028` would lose its zero, `9326801E79` would become a power of ten.
fn looks_like_a_number(code: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match code.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => digits(mantissa) && digits(exponent),
        None => digits(code),
    }
}
