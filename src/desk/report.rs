//! The tally counted by day, week, month, desk or whatever else it holds: rows for a table, bars, CSV
//! and JSON alike.

use super::served::{Entry, request_word};
use crate::lang::{Lang, Word, w};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// What a report is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    Day,
    Week,
    Month,
    Desk,
    Theme,
    Request,
    Language,
    Opened,
}

impl By {
    pub const ALL: [By; 8] = [
        By::Day,
        By::Week,
        By::Month,
        By::Desk,
        By::Theme,
        By::Request,
        By::Language,
        By::Opened,
    ];

    /// Its words on the command line, in Italian and English.
    pub fn names(self) -> [&'static str; 2] {
        match self {
            By::Day => ["giorno", "day"],
            By::Week => ["settimana", "week"],
            By::Month => ["mese", "month"],
            By::Desk => ["banco", "desk"],
            By::Theme => ["tema", "theme"],
            By::Request => ["richiesta", "request"],
            By::Language => ["lingua", "language"],
            By::Opened => ["scheda", "opened"],
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<By> {
        By::ALL.into_iter().find(|by| by.names().contains(&name))
    }

    /// The head of its column.
    pub fn head(self) -> Word {
        match self {
            By::Day => w::REPORT_DAY,
            By::Week => w::REPORT_WEEK,
            By::Month => w::REPORT_MONTH,
            By::Desk => w::REPORT_DESK,
            By::Theme => w::REPORT_THEME,
            By::Request => w::REPORT_REQUEST,
            By::Language => w::REPORT_LANGUAGE,
            By::Opened => w::REPORT_OPENED,
        }
    }
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub people: u64,
    pub sheets: u64,
    pub minutes: u64,
    pub unanswered: u64,
}

impl Sum {
    fn add(&mut self, entry: &Entry) {
        self.people += 1;
        self.sheets += entry.visit.sheets;
        self.minutes += entry.visit.minutes;
        self.unanswered += u64::from(!entry.visit.answered);
    }
}

/// The rows of a report, and all of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The key as a program reads it, as a person does, and what was counted.
    pub rows: Vec<(String, String, Sum)>,
    pub all: Sum,
}

/// Counts entries, each with its desk; days and weeks in their order, the rest the most first.
pub fn report<'a>(entries: impl Iterator<Item = (&'a str, &'a Entry)>, by: By, lang: Lang) -> Report {
    let mut sums: BTreeMap<String, (String, Sum)> = BTreeMap::new();
    let mut all = Sum::default();
    for (desk, entry) in entries {
        all.add(entry);
        let (key, said) = key(desk, entry, by, lang);
        sums.entry(key)
            .or_insert_with(|| (said, Sum::default()))
            .1
            .add(entry);
    }
    let rows = sums.into_iter().map(|(key, (said, sum))| (key, said, sum));
    let mut rows: Vec<_> = rows.collect();
    if !matches!(by, By::Day | By::Week | By::Month) {
        rows.sort_by_key(|(_, _, sum)| std::cmp::Reverse(sum.people));
    }
    Report { rows, all }
}

fn key(desk: &str, entry: &Entry, by: By, lang: Lang) -> (String, String) {
    let visit = &entry.visit;
    let none = || lang.say(w::REPORT_NONE).to_owned();
    let key = match by {
        By::Day => entry.day.to_string(),
        By::Week => monday(entry.day).to_string(),
        By::Month => entry.day.to_string().get(..7).unwrap_or_default().to_owned(),
        By::Desk => desk.to_owned(),
        By::Theme => return (visit.theme.id().to_owned(), visit.theme.say(lang).to_owned()),
        By::Request if visit.request.is_empty() => return (String::new(), none()),
        By::Request => return (visit.request.clone(), request_word(&visit.request, lang)),
        By::Language => match visit.lang {
            Some(spoken) => spoken.to_string(),
            None => return (String::new(), none()),
        },
        By::Opened => match &visit.opened {
            Some((kind, code)) => format!("{} {code}", kind.id()),
            None => return (String::new(), none()),
        },
    };
    (key.clone(), key)
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    day.tomorrow()
        .and_then(|next| next.nth_weekday(-1, Weekday::Monday))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::super::served::Visit;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_weeks_and_months_add_up_to_the_same() {
        let days = [
            date(2026, 11, 29),
            date(2026, 11, 30),
            date(2026, 12, 1),
            date(2026, 12, 6),
        ];
        let entries: Vec<Entry> = (1..)
            .zip(days)
            .map(|(number, day)| Entry {
                number,
                change: 0,
                day,
                visit: Visit {
                    minutes: number,
                    answered: number != 2,
                    ..Visit::default()
                },
            })
            .collect();
        let of = |by| report(entries.iter().map(|e| ("a", e)), by, Lang::It);
        for by in By::ALL {
            let report = of(by);
            let sum: u64 = report.rows.iter().map(|(_, _, sum)| sum.minutes).sum();
            assert_eq!(
                (sum, report.all.people, report.all.unanswered),
                (10, 4, 1),
                "{by:?}"
            );
            assert_eq!(By::named(by.names()[1]), Some(by));
        }
        let keys = |by| of(by).rows.into_iter().map(|(key, ..)| key).collect::<Vec<_>>();
        assert_eq!(keys(By::Week), ["2026-11-23", "2026-11-30"]);
        assert_eq!(keys(By::Month), ["2026-11", "2026-12"]);
    }
}
