//! Dates as the tables write them.

use crate::text::{Lang, number};
use jiff::civil::Date;
use std::path::Path;

/// Years outside of these stand for "none": 1900, 2200, 9999.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2099;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotADay {
    Text,
    /// A year that stands for "none".
    Year,
}

/// `31/03/2025`, `2026-01-30`, `2022-09-21T09:35:39.000+0000`.
pub(crate) fn parse(text: &str) -> Result<Date, NotADay> {
    let text = text.trim();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let &[a, b, c] = parts.as_slice() else {
        return Err(NotADay::Text);
    };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return Err(NotADay::Text);
    }
    let year: i16 = year.parse().map_err(|_| NotADay::Text)?;
    let month: i8 = month.parse().map_err(|_| NotADay::Text)?;
    let day: i8 = day.parse().map_err(|_| NotADay::Text)?;
    let date = Date::new(year, month, day).map_err(|_| NotADay::Text)?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        Err(NotADay::Year)
    }
}

/// The day at the end of a file's name: `candidature_2023-03-04.csv`.
pub(crate) fn in_name(path: &Path) -> Option<Date> {
    let stem = path.file_stem()?.to_str()?;
    let (_, day) = stem.rsplit_once('_')?;
    (day.len() == 10).then(|| parse(day).ok()).flatten()
}

/// `Dicembre`, `12`.
pub(crate) fn month(text: &str) -> Option<i8> {
    let text = text.trim().to_lowercase();
    let named = (1..=12).find(|m| number::month(*m, Lang::It) == text);
    named.or_else(|| text.parse().ok().filter(|m| (1..=12).contains(m)))
}

/// A year that stands alone in its column.
pub(crate) fn year(text: &str) -> Option<i16> {
    text.trim().parse().ok().filter(|y| YEARS.contains(y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_every_form() {
        assert_eq!(parse("31/03/2025"), Ok(date(2025, 3, 31)));
        assert_eq!(parse(" 2026-01-30 "), Ok(date(2026, 1, 30)));
        assert_eq!(parse("2022-09-21T09:35:39.000+0000"), Ok(date(2022, 9, 21)));
        assert_eq!(parse("01/12/2029"), Ok(date(2029, 12, 1)));
    }

    #[test]
    fn years_that_stand_for_none_are_left_out() {
        for text in ["31/12/9999", "01/01/1900", "2200-01-01"] {
            assert_eq!(parse(text), Err(NotADay::Year), "{text}");
        }
        for text in ["da definire", "31/02/2025", "31/03/25"] {
            assert_eq!(parse(text), Err(NotADay::Text), "{text}");
        }
    }

    #[test]
    fn a_file_may_be_named_after_its_day() {
        let day = |name: &str| in_name(Path::new(name));
        assert_eq!(day("a/candidature_141_2025-01-09.csv"), Some(date(2025, 1, 9)));
        for name in [
            "candidature_141.csv",
            "PNRR_Progetti.csv",
            "x_2025-13-09.csv",
            "x_141-05-09.csv",
        ] {
            assert_eq!(day(name), None, "{name}");
        }
    }

    #[test]
    fn months_have_names() {
        assert_eq!(
            (month("Dicembre"), month("3"), month("13")),
            (Some(12), Some(3), None)
        );
        assert_eq!((year("2026"), year("9999")), (Some(2026), None));
    }
}
