//! The closing report of an import, as lines that a person reads.

use super::super::out::Out;
use crate::import::{BadValue, FileReport, LeftOut, PassedOver, Report, Usage};
use crate::lang::{Lang, Word, w};
use crate::text::number::{euro, integer};
use std::path::Path;

/// How many bad values are shown; the JSON has more.
const EXAMPLES: usize = 10;

/// Prints what was read, what the archive holds and what was wrong.
pub fn print(report: &Report, file: &Path, lang: Lang, out: &mut Out) {
    let count = |n: u64| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    out.line(&lang.fill(
        w::IMPORT_DONE,
        &[
            ("file", &file.display().to_string()),
            ("region", &report.region_name),
        ],
    ));
    out.line("");
    for file in &report.files {
        out.line(&file_line(file, lang));
    }
    for file in &report.passed_over {
        out.line(&passed_over_line(file, lang));
    }
    out.line("");
    let figures: [(Word, String); 9] = [
        (w::DATA_PROJECTS, count(report.projects)),
        (w::DATA_CUPS, count(report.cups)),
        (w::DATA_TOTAL, euro(report.total_eur.0, lang)),
        (w::DATA_PNRR, euro(report.pnrr_eur.0, lang)),
        (w::DATA_PAID, euro(report.paid_eur.0, lang)),
        (w::DATA_SHARED, count(report.shared_projects)),
        (w::DATA_SHARED_PNRR, euro(report.shared_pnrr_eur.0, lang)),
        (w::DATA_NATIONAL, count(report.national_projects)),
        (w::DATA_COMUNI, count(report.comuni)),
    ];
    for (word, value) in figures {
        out.line(&format!("{}: {value}", lang.say(word)));
    }
    out.line("");
    let unmatched: u64 = report.unmatched.values().sum();
    let problems: [(Word, u64); 16] = [
        (w::IMPORT_UNMATCHED, unmatched),
        (w::IMPORT_DUPLICATES, report.duplicate_rows),
        (w::IMPORT_OPEN_QUOTES, report.open_quotes),
        (w::IMPORT_NUL_BYTES, report.nul_bytes),
        (w::IMPORT_OLD_ISTAT, report.old_istat_codes),
        (w::IMPORT_UNKNOWN_ISTAT, report.unknown_istat_codes),
        (w::IMPORT_INVALID_CUP, report.invalid_cup),
        (w::IMPORT_UNUSUAL_CUP, report.unusual_cup),
        (w::IMPORT_INVALID_CIG, report.invalid_cig),
        (w::IMPORT_BAD_NUMBERS, report.bad_numbers),
        (w::IMPORT_BAD_DATES, report.bad_dates + report.placeholder_dates),
        (w::IMPORT_PAID_ABOVE, report.paid_above_funding),
        (w::IMPORT_PERSONS, report.natural_persons),
        (w::IMPORT_REMOVED, report.names_removed),
        (w::IMPORT_DISAGREEMENTS, report.disagreements),
        (w::IMPORT_RESPELT, report.respelt_keys),
    ];
    for (word, value) in problems {
        out.line(&format!("{}: {}", lang.say(word), count(value)));
    }
    for (i, bad) in report.examples.iter().take(EXAMPLES).enumerate() {
        if i == 0 {
            out.line("");
            out.line(lang.say(w::IMPORT_EXAMPLES));
        }
        out.line(&bad_line(bad, lang));
    }
}

/// A sentence, and what became of each file.
pub fn with_files(says: String, report: &Report, lang: Lang) -> String {
    let files = report.files.iter().map(|f| file_line(f, lang));
    let passed_over = report.passed_over.iter().map(|f| passed_over_line(f, lang));
    let bad = report.examples.iter().take(EXAMPLES).map(|b| bad_line(b, lang));
    let lines = std::iter::once(says).chain(files).chain(passed_over).chain(bad);
    lines.collect::<Vec<_>>().join("\n")
}

/// A sentence, and the files that are no tables.
pub fn with_passed_over(says: String, files: &[PassedOver], lang: Lang) -> String {
    let files = files.iter().map(|f| passed_over_line(f, lang));
    std::iter::once(says).chain(files).collect::<Vec<_>>().join("\n")
}

fn passed_over_line(file: &PassedOver, lang: Lang) -> String {
    file.why.say(&file.path, lang)
}

fn bad_line(bad: &BadValue, lang: Lang) -> String {
    // A line is looked up by its figures, which are not grouped.
    let line = bad.line.to_string();
    let reason = Word::from_key(&format!("import.problem.{}", bad.reason.code().replace('_', "-")));
    let reason = reason.map_or(bad.reason.code(), |word| lang.say(word));
    let values = [
        ("file", bad.file.as_str()),
        ("line", &line),
        ("column", &bad.column),
        ("value", &bad.value),
        ("reason", reason),
    ];
    match (bad.column.is_empty(), bad.value.is_empty()) {
        (false, true) if bad.rows > 1 => {
            let rows = integer(i64::try_from(bad.rows).unwrap_or(i64::MAX), lang);
            let values = [&values[..], &[("rows", &*rows)]].concat();
            lang.fill(w::IMPORT_EXAMPLE_EMPTY, &values)
        }
        (true, true) => lang.fill(w::IMPORT_EXAMPLE_ROW, &values),
        (true, false) => lang.fill(w::IMPORT_EXAMPLE_ROW_VALUE, &values),
        (false, _) => lang.fill(w::IMPORT_EXAMPLE, &values),
    }
}

fn file_line(file: &FileReport, lang: Lang) -> String {
    let count = |n: u64| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let (rows, kept) = (count(file.rows), count(file.kept));
    let values = [
        ("file", file.path.as_str()),
        ("table", file.name),
        ("rows", &rows),
        ("kept", &kept),
    ];
    if file.usage == Usage::RecognisedNotUsed {
        return lang.fill(w::IMPORT_FILE_UNUSED, &values);
    }
    let mut line = lang.fill(w::IMPORT_FILE, &values);
    for (reason, n) in &file.left_out {
        let word = match reason {
            LeftOut::OtherRegion => w::IMPORT_LEFT_OTHER_REGION,
            LeftOut::FieldCount => w::IMPORT_LEFT_FIELD_COUNT,
            LeftOut::OpenQuote => w::IMPORT_LEFT_OPEN_QUOTE,
            LeftOut::TooLong => w::IMPORT_LEFT_TOO_LONG,
            LeftOut::HeaderAgain => w::IMPORT_LEFT_HEADER_AGAIN,
            LeftOut::OtherHeader => w::IMPORT_LEFT_OTHER_HEADER,
            LeftOut::BadKey => w::IMPORT_LEFT_BAD_KEY,
            LeftOut::Duplicate => w::IMPORT_LEFT_DUPLICATE,
            LeftOut::Empty => w::IMPORT_LEFT_EMPTY,
        };
        line += &format!("; {}: {}", lang.say(word), count(*n));
    }
    line
}
