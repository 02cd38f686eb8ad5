//! What an import did: for each file and for the whole, in figures that a script can read.

use crate::model::Cents;
use serde::Serialize;
use std::collections::BTreeMap;

/// The closing report.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Two digits; empty for the whole nation.
    pub region: String,
    pub region_name: String,
    pub files: Vec<FileReport>,
    /// Files that are no table of ours.
    pub passed_over: Vec<PassedOver>,
    /// Rows that no project took up, by table and reason.
    pub unmatched: BTreeMap<String, u64>,
    pub duplicate_rows: u64,
    pub old_istat_codes: u64,
    pub unknown_istat_codes: u64,
    pub invalid_cup: u64,
    pub unusual_cup: u64,
    pub invalid_cig: u64,
    pub bad_numbers: u64,
    pub bad_dates: u64,
    /// Dates of years that stand for "none" (1900, 2200, 9999).
    pub placeholder_dates: u64,
    pub paid_above_funding: u64,
    pub natural_persons: u64,
    pub disagreements: u64,
    /// Rows out of which a name was taken, as somebody asked.
    pub names_removed: u64,
    /// Local codes that a later release spells in another way.
    pub respelt_keys: u64,
    /// Those of the region; [`Report::national_projects`] are counted there alone.
    pub projects: u64,
    pub cups: u64,
    pub bodies: u64,
    pub tenders: u64,
    pub winners: u64,
    pub comuni: u64,
    pub by_origin: BTreeMap<&'static str, u64>,
    pub pnrr_eur: Cents,
    pub total_eur: Cents,
    pub paid_eur: Cents,
    /// Projects that also lie outside of the region.
    pub shared_projects: u64,
    pub shared_pnrr_eur: Cents,
    /// Projects of the whole nation without a place in the region: in no other figure.
    pub national_projects: u64,
    /// Lines in which a quote is not closed; some of them could be read all the same.
    pub open_quotes: u64,
    /// Rows out of which a NUL byte was taken.
    pub nul_bytes: u64,
    /// The first bad values that were met; those that cost a whole row come first.
    pub examples: Vec<BadValue>,
}

/// What became of one file.
#[derive(Clone, Debug, Serialize)]
pub struct FileReport {
    pub path: String,
    /// Code and official name of the table that it was recognised as.
    pub table: &'static str,
    pub name: &'static str,
    pub usage: Usage,
    pub rows: u64,
    pub kept: u64,
    pub left_out: BTreeMap<LeftOut, u64>,
}

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassedOver {
    pub path: String,
    #[serde(flatten)]
    pub why: NotATable,
}

/// Why a file is no table of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NotATable {
    Empty,
    /// It is no text.
    Binary,
    Utf16,
    /// Its first row has no end.
    Header,
    /// Its first row has more columns than any table.
    Columns {
        columns: usize,
    },
    /// Its headers are those of no official table. `nearest` is the one that it is most like.
    Unknown {
        found: Vec<String>,
        nearest: &'static str,
        missing: Vec<&'static str>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    Used,
    /// The table is known, and nothing is drawn from it.
    RecognisedNotUsed,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It speaks of projects of other regions.
    OtherRegion,
    /// It has more or fewer fields than the header.
    FieldCount,
    /// A quote in it is not closed.
    OpenQuote,
    /// It has no end within reach.
    TooLong,
    /// It is the header once more.
    HeaderAgain,
    /// It stands under the header of another table or release, in the midst of the file.
    OtherHeader,
    /// Sub-measure or CUP are empty or cannot be read.
    BadKey,
    /// It repeats another row.
    Duplicate,
    /// Its table holds nothing that is wanted of it (an empty row, a measure without a code).
    Empty,
}

impl LeftOut {
    pub fn code(self) -> &'static str {
        match self {
            LeftOut::OtherRegion => "other_region",
            LeftOut::FieldCount => "field_count",
            LeftOut::OpenQuote => "open_quote",
            LeftOut::TooLong => "too_long",
            LeftOut::HeaderAgain => "header_again",
            LeftOut::OtherHeader => "other_header",
            LeftOut::BadKey => "bad_key",
            LeftOut::Duplicate => "duplicate",
            LeftOut::Empty => "empty",
        }
    }
}

/// A value or a row that could not be used, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadValue {
    pub file: String,
    pub line: u64,
    /// Official name of the column; empty where the row as a whole is wrong.
    pub column: String,
    pub value: String,
    pub reason: Problem,
    /// Rows in which it stands: more than one only for empty cells, which say nothing more each.
    pub rows: u64,
}

/// What may be wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    FieldCount,
    /// A quote is not closed; the row is left out.
    OpenQuote,
    /// A quote is not closed; the row has all its fields, and is read.
    OpenQuoteRead,
    TooLong,
    OtherHeader,
    NulByte,
    /// A column that stands twice has two values.
    TwoValues,
    BadSubmeasure,
    EmptyCup,
    InvalidCup,
    UnusualCup,
    InvalidCig,
    NotANumber,
    /// It contradicts the decimal sign of its file.
    DecimalSign,
    NumberTooLarge,
    NotADate,
    PlaceholderDate,
    UnknownIstatCode,
    OldIstatCode,
    NaturalPerson,
    DuplicateRow,
}

impl Problem {
    /// The word that stands for the problem in a snapshot's table `quality`.
    pub fn code(self) -> &'static str {
        match self {
            Problem::FieldCount => "field_count",
            Problem::OpenQuote => "open_quote",
            Problem::OpenQuoteRead => "open_quote_read",
            Problem::TooLong => "too_long",
            Problem::OtherHeader => "other_header",
            Problem::NulByte => "nul_byte",
            Problem::TwoValues => "two_values",
            Problem::BadSubmeasure => "bad_submeasure",
            Problem::EmptyCup => "empty_cup",
            Problem::InvalidCup => "invalid_cup",
            Problem::UnusualCup => "unusual_cup",
            Problem::InvalidCig => "invalid_cig",
            Problem::NotANumber => "not_a_number",
            Problem::DecimalSign => "decimal_sign",
            Problem::NumberTooLarge => "number_too_large",
            Problem::NotADate => "not_a_date",
            Problem::PlaceholderDate => "placeholder_date",
            Problem::UnknownIstatCode => "unknown_istat_code",
            Problem::OldIstatCode => "old_istat_code",
            Problem::NaturalPerson => "natural_person",
            Problem::DuplicateRow => "duplicate_row",
        }
    }

    /// It costs a whole row.
    pub fn loses_the_row(self) -> bool {
        matches!(
            self,
            Problem::FieldCount | Problem::OpenQuote | Problem::TooLong | Problem::OtherHeader
        )
    }

    /// A value with this problem is worth an example; the others are only counted.
    pub(crate) fn is_worth_showing(self) -> bool {
        !matches!(
            self,
            Problem::NaturalPerson
                | Problem::OldIstatCode
                | Problem::UnusualCup
                | Problem::PlaceholderDate
                | Problem::DuplicateRow
        )
    }
}

/// How many examples a report keeps.
pub(crate) const EXAMPLES: usize = 100;
