//! The values of filters as people write them: amounts, dates, statuses, missions.

use super::item::{Filter, Key};
use crate::model::{Cents, Status};
use crate::search::distance::begins;
use crate::text::fold::fold;
use jiff::civil::Date;
use std::fmt;

/// What stands for "no funding is published".
pub(super) const NO_AMOUNT: &[&str] = &["assente", "none", "missing", "mancante"];

pub(super) fn opens(text: &str) -> bool {
    text.starts_with(['"', '“', '”', '«'])
}

/// In quotes when it holds a blank.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        format!("\"{}\"", text.replace('"', ""))
    } else {
        text.to_owned()
    }
}

pub(super) fn status_word(status: Status) -> &'static str {
    match status {
        Status::Completed => "concluso",
        Status::Ongoing => "in corso",
        Status::Paid => "pagato",
        Status::Funded => "finanziato",
        Status::Withdrawn => "ritirato",
        Status::Unknown => "sconosciuto",
    }
}

/// The roots of the words for each status.
const STATUSES: &[(Status, &[&str])] = &[
    (
        Status::Completed,
        &["conclus", "finit", "complet", "chius", "done", "closed"],
    ),
    (
        Status::Ongoing,
        &["in corso", "incorso", "corso", "avviat", "ongoing", "started"],
    ),
    (Status::Paid, &["pagat", "tutto pagato", "paid"]),
    (Status::Funded, &["finanziat", "assegnat", "funded"]),
    (
        Status::Withdrawn,
        &["ritirat", "rinunc", "revoc", "withdrawn", "revoked"],
    ),
    (
        Status::Unknown,
        &["ignot", "sconosciut", "non si sa", "nonsisa", "unknown"],
    ),
];

pub(super) fn status(typed: &str) -> Option<Status> {
    let folded = fold(typed);
    let fits = |root: &&str| folded.starts_with(root) || folded.len() > 2 && root.starts_with(&folded);
    let found = STATUSES.iter().find(|(_, roots)| roots.iter().any(fits))?;
    Some(found.0)
}

/// The only status whose word begins like what was typed but for one error.
pub(super) fn near_status(typed: &str) -> Option<Status> {
    let folded = fold(typed);
    let fits = |root: &&str| root.len() > 4 && begins(root.as_bytes(), folded.as_bytes());
    let mut found = STATUSES.iter().filter(|(_, roots)| roots.iter().any(fits));
    match (found.next(), found.next()) {
        (Some((status, _)), None) => Some(*status),
        _ => None,
    }
}

/// `M4` of `4`, `m4` or `missione 4`; `PNC` or one of its letters.
pub(super) fn mission(typed: &str) -> Option<String> {
    let folded = fold(typed).to_uppercase();
    let bytes = folded.as_bytes();
    match bytes {
        [digit @ b'1'..=b'7'] | [b'M', digit @ b'1'..=b'7'] => Some(format!("M{}", char::from(*digit))),
        [b'A'..=b'L'] | b"PNC" => Some(folded),
        _ => None,
    }
}

/// Whether a word behind a figure belongs to the amount.
pub(super) fn is_unit(word: &str) -> bool {
    let folded = word.to_lowercase();
    let units = [
        "€", "euro", "di", "k", "mila", "mln", "mio", "milione", "milioni", "million", "millions", "mld",
        "miliardo", "miliardi", "bn", "billion",
    ];
    units.contains(&folded.as_str())
}

/// `100000`, `100.000`, `1,5mln`, `20mila`, `300k`, with or without a euro sign.
fn amount(typed: &str) -> Option<Cents> {
    let lower = typed.to_lowercase().replace(['€', ' ', '\u{a0}'], "");
    let lower = lower.trim_end_matches("euro").trim_end_matches("di");
    let digits = lower
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(lower.len());
    let (number, unit) = lower.split_at(digits);
    let times: i64 = match unit {
        "" => 1,
        "k" | "mila" => 1_000,
        "m" | "mln" | "mio" | "milione" | "milioni" | "million" | "millions" => 1_000_000,
        "mld" | "miliardo" | "miliardi" | "bn" | "billion" => 1_000_000_000,
        _ => return None,
    };
    // A sign with three digits behind it divides thousands; the last one may be the decimal one.
    let decimal = number.rfind(['.', ',']).filter(|i| number.len() - i - 1 != 3);
    let (whole, part) = match decimal {
        Some(i) => (&number[..i], &number[i + 1..]),
        None => (number, ""),
    };
    let whole: i64 = whole.replace(['.', ','], "").parse().ok()?;
    let part: String = part.chars().chain("0000000000".chars()).take(10).collect();
    let part: i64 = part.parse().ok()?;
    let cents = whole.checked_mul(times)?.checked_mul(100)?;
    let part = i64::try_from(i128::from(part) * i128::from(times) * 100 / 10_000_000_000).ok()?;
    Some(Cents(cents.checked_add(part)?))
}

pub(super) fn amount_filter(operator: &str, typed: &str) -> Option<Filter> {
    if NO_AMOUNT.contains(&fold(typed).as_str()) {
        return Some(Filter::NoAmount);
    }
    let cent = Cents(1);
    let (min, max) = match operator {
        ">" => (Some(amount(typed)? + cent), None),
        ">=" | "≥" | "=>" | ":>=" => (Some(amount(typed)?), None),
        "<" => (None, Some(amount(typed)? - cent)),
        "<=" | "≤" | "=<" | ":<=" => (None, Some(amount(typed)?)),
        ":>" => (Some(amount(typed)? + cent), None),
        ":<" => (None, Some(amount(typed)? - cent)),
        ":" | "=" => match typed.split_once("..").or_else(|| typed.split_once('-')) {
            Some((low, high)) => {
                let max = match high.strip_prefix('<') {
                    Some(high) => amount(high)? - cent,
                    None => amount(high)?,
                };
                (Some(amount(low)?), Some(max))
            }
            None => (Some(amount(typed)?), Some(amount(typed)?)),
        },
        _ => return None,
    };
    Some(Filter::Amount { min, max })
}

fn euro(cents: Cents) -> String {
    match cents.0 % 100 {
        0 => (cents.0 / 100).to_string(),
        _ => cents.to_string(),
    }
}

pub(super) fn write_amount(
    f: &mut fmt::Formatter<'_>,
    min: Option<Cents>,
    max: Option<Cents>,
) -> fmt::Result {
    let key = Key::Amount.words()[0];
    // A cent above or below a whole euro is how "more than" and "less than" are kept.
    let above = |c: Cents| (c.0 % 100 == 1).then_some(Cents(c.0 - 1));
    let below = |c: Cents| (c.0 % 100 == 99).then_some(Cents(c.0 + 1));
    match (min, max) {
        (Some(min), None) => match above(min) {
            Some(whole) => write!(f, "{key}>{}", euro(whole)),
            None => write!(f, "{key}>={}", euro(min)),
        },
        (None, Some(max)) => match below(max) {
            Some(whole) => write!(f, "{key}<{}", euro(whole)),
            None => write!(f, "{key}<={}", euro(max)),
        },
        (Some(min), Some(max)) if min == max => write!(f, "{key}:{}", euro(min)),
        (Some(min), Some(max)) => match below(max) {
            Some(whole) => write!(f, "{key}:{}..<{}", euro(min), euro(whole)),
            None => write!(f, "{key}:{}..{}", euro(min), euro(max)),
        },
        (None, None) => write!(f, "{key}>=0"),
    }
}

/// First and last day of `2026`, `06/2026`, `2026-06`, `30/06/2026`, `2026-06-30`.
fn days(typed: &str) -> Option<(Date, Date)> {
    let parts: Vec<&str> = typed.split(['/', '-', '.']).collect();
    let number = |text: &str| text.parse::<i16>().ok();
    let (year, month, day) = match parts.as_slice() {
        [year] => (number(year)?, None, None),
        [a, b] if a.len() == 4 => (number(a)?, Some(number(b)?), None),
        [a, b] => (number(b)?, Some(number(a)?), None),
        [a, b, c] if a.len() == 4 => (number(a)?, Some(number(b)?), Some(number(c)?)),
        [a, b, c] => (number(c)?, Some(number(b)?), Some(number(a)?)),
        _ => return None,
    };
    if !(1900..=2999).contains(&year) {
        return None;
    }
    let small = |n: i16| i8::try_from(n).ok();
    let first = Date::new(year, small(month.unwrap_or(1))?, small(day.unwrap_or(1))?).ok()?;
    let last = match (month, day) {
        (None, _) => first.last_of_year(),
        (_, None) => first.last_of_month(),
        _ => first,
    };
    Some((first, last))
}

pub(super) fn end_filter(key: Key, operator: &str, typed: &str) -> Option<Filter> {
    let (first, last) = days(typed)?;
    let (from, to) = match (key, operator) {
        (Key::By, ":" | "=" | "<" | "<=") | (Key::Year, "<=" | "≤") => (None, Some(last)),
        (Key::Year, ":" | "=") => (Some(first), Some(last)),
        (Key::Year, ">") => (Some(last.tomorrow().ok()?), None),
        (Key::Year, ">=" | "≥") => (Some(first), None),
        (Key::Year, "<") => (None, Some(first.yesterday().ok()?)),
        _ => return None,
    };
    Some(Filter::End { from, to })
}

pub(super) fn write_end(f: &mut fmt::Formatter<'_>, from: Option<Date>, to: Option<Date>) -> fmt::Result {
    let (year, by) = (Key::Year.words()[0], Key::By.words()[0]);
    match (from, to) {
        (Some(from), Some(to)) if from == from.first_of_year() && to == from.last_of_year() => {
            write!(f, "{year}:{}", from.year())
        }
        (Some(from), Some(to)) if from == from.first_of_month() && to == from.last_of_month() => {
            write!(f, "{year}:{}-{:02}", from.year(), from.month())
        }
        (Some(from), Some(to)) if from == to => write!(f, "{year}:{from}"),
        (Some(from), Some(to)) => write!(f, "{year}>={from} {by}:{to}"),
        (Some(from), None) if from == from.first_of_year() => write!(f, "{year}>={}", from.year()),
        (Some(from), None) => write!(f, "{year}>={from}"),
        (None, Some(to)) if to == to.last_of_year() => write!(f, "{by}:{}", to.year()),
        (None, Some(to)) => write!(f, "{by}:{to}"),
        (None, None) => Ok(()),
    }
}
