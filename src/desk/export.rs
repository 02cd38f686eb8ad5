//! The tally as lines of JSON, one a person served, with the desk's own random id: what several desks
//! send to their region, and what is put together there without counting anybody twice.

use super::item::Kind;
use super::served::{Entry, Visit};
use super::tally::Theme;
use crate::lang::Lang;
use crate::text::clean;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    desk: String,
    entry: u64,
    /// Missing in exports of before.
    #[serde(default)]
    change: u64,
    day: Date,
    theme: String,
    mission: String,
    request: String,
    opened: Option<String>,
    code: Option<String>,
    sheets: u64,
    minutes: u64,
    language: Option<Lang>,
    answered: bool,
}

/// The line of a person who was counted by mistake, and is counted no more.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gone {
    desk: String,
    uncounted: u64,
}

/// The entries of one desk, each on its line.
pub fn lines(desk: &str, entries: &[Entry]) -> Vec<String> {
    let line = |entry: &Entry| {
        let visit = entry.visit.clone();
        let (opened, code) = visit.opened.unzip();
        let line = Line {
            desk: desk.to_owned(),
            entry: entry.number,
            change: entry.change,
            day: entry.day,
            theme: visit.theme.id().to_owned(),
            mission: visit.mission,
            request: visit.request,
            opened: opened.map(|kind| kind.id().to_owned()),
            code,
            sheets: visit.sheets,
            minutes: visit.minutes,
            language: visit.lang,
            answered: visit.answered,
        };
        serde_json::to_string(&line).unwrap_or_default()
    };
    entries.iter().map(line).collect()
}

/// The entries of several desks, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    entries: BTreeMap<(String, u64), Entry>,
    /// Who was counted by mistake: no number is given twice, so whatever else says of it is older.
    gone: BTreeSet<(String, u64)>,
    /// Lines that are none of ours.
    pub refused: usize,
}

impl Merged {
    /// Takes the entries of one desk in.
    pub fn add(&mut self, desk: &str, entry: Entry) {
        // Of two tellings of one visit the later counts, in whatever order they come.
        let known = self.entries.entry((desk.to_owned(), entry.number));
        let known = known.or_insert_with(|| entry.clone());
        if entry > *known {
            *known = entry;
        }
    }

    /// Takes a person of one desk away who was counted by mistake.
    pub fn uncount(&mut self, desk: &str, number: u64) {
        self.gone.insert((desk.to_owned(), number));
    }

    /// All of it as lines, of which the same is made again.
    pub fn lines(&self) -> Vec<String> {
        let counted = self
            .entries()
            .flat_map(|(desk, entry)| lines(desk, std::slice::from_ref(entry)));
        let gone = self.gone.iter().map(|(desk, number)| Gone {
            desk: desk.clone(),
            uncounted: *number,
        });
        counted
            .chain(gone.map(|gone| serde_json::to_string(&gone).unwrap_or_default()))
            .collect()
    }

    /// Takes the lines of an export in.
    pub fn read(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let gone = || {
                serde_json::from_str::<Gone>(line)
                    .ok()
                    .filter(|gone| is_id(&gone.desk))
            };
            match parse(line) {
                Some((desk, entry)) => self.add(&desk, entry),
                None => match gone() {
                    Some(gone) => self.uncount(&gone.desk, gone.uncounted),
                    None => self.refused += 1,
                },
            }
        }
    }

    /// Desk and entry, by desk and number.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        let counted = self.entries.iter().filter(|(key, _)| !self.gone.contains(key));
        counted.map(|((desk, _), entry)| (desk.as_str(), entry))
    }
}

/// Most letters of a code or a word in a line.
const MOST: usize = 60;

fn is_id(desk: &str) -> bool {
    desk.len() == 16 && desk.chars().all(|c| c.is_ascii_hexdigit())
}

fn parse(line: &str) -> Option<(String, Entry)> {
    let line: Line = serde_json::from_str(line).ok()?;
    if !is_id(&line.desk) {
        return None;
    }
    let text = |text: String| clean::line(&text).chars().take(MOST).collect::<String>();
    let opened = match (line.opened.as_deref(), line.code) {
        (Some(kind), Some(code)) => Some((Kind::from_id(kind)?, text(code))),
        _ => None,
    };
    let visit = Visit {
        theme: Theme::from_id(&line.theme)?,
        mission: text(line.mission),
        request: text(line.request),
        opened,
        sheets: line.sheets.min(1_000),
        minutes: line.minutes.min(1_000),
        lang: line.language,
        answered: line.answered,
    };
    let entry = Entry {
        number: line.entry,
        change: line.change,
        day: line.day,
        visit,
    };
    Some((line.desk, entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(number: u64, minutes: u64) -> Entry {
        let visit = Visit {
            minutes,
            opened: Some((Kind::Comune, "100005".into())),
            lang: Some(Lang::En),
            ..Visit::default()
        };
        Entry {
            number,
            change: minutes,
            day: date(2026, 11, 30),
            visit,
        }
    }

    #[test]
    fn what_is_written_is_read_and_counted_once_in_any_order() {
        let (a, b) = ("00000000000000aa", "00000000000000bb");
        let first = lines(a, &[entry(1, 3), entry(2, 4)]).join("\n");
        let later = lines(a, &[entry(1, 3), entry(2, 9), entry(3, 1)]).join("\n");
        let other = lines(b, &[entry(1, 5)]).join("\n");
        let merged = |texts: &[&str]| {
            let mut merged = Merged::default();
            texts.iter().for_each(|text| merged.read(text));
            merged
        };
        let once = merged(&[&first, &later, &other]);
        assert_eq!(once, merged(&[&other, &later, &first, &later, &other]));
        assert_eq!(once.entries().count(), 4);
        assert_eq!(
            once.entries().map(|(_, e)| e.visit.minutes).sum::<u64>(),
            3 + 9 + 1 + 5
        );
        assert_eq!(once.entries().next(), Some((a, &entry(1, 3))));
    }

    /// What was told later counts, also where it says less; who was uncounted stays away, whatever
    /// export comes last; and what was merged merges again.
    #[test]
    fn the_later_telling_counts_and_who_was_uncounted_stays_away() {
        let a = "00000000000000aa";
        let mut amended = entry(1, 3);
        (amended.change, amended.visit.minutes) = (9, 1);
        let first = lines(a, &[entry(1, 3), entry(2, 4)]).join("\n");
        let mut second = Merged::default();
        second.add(a, amended.clone());
        second.uncount(a, 2);
        let second = second.lines().join("\n");
        for texts in [[&first, &second], [&second, &first]] {
            let mut merged = Merged::default();
            texts.iter().for_each(|text| merged.read(text));
            assert_eq!(merged.refused, 0);
            assert_eq!(merged.entries().collect::<Vec<_>>(), [(a, &amended)]);
            let mut again = Merged::default();
            again.read(&merged.lines().join("\n"));
            again.read(&first);
            assert_eq!(again.entries().collect::<Vec<_>>(), [(a, &amended)]);
        }
    }

    #[test]
    fn a_line_that_is_none_of_ours_is_left_out() {
        let mut merged = Merged::default();
        let good = lines("00000000000000aa", &[entry(1, 1)]).remove(0);
        for bad in [
            "{}",
            "not json",
            "{\"desk\":\"../etc\",\"uncounted\":1}",
            &good.replace("00000000000000aa", "../../etc/passwd"),
            &good.replace("altro", "Maria Rossi"),
            &good.replace("\"sheets\"", "\"name\":\"Maria\",\"sheets\""),
        ] {
            merged.read(bad);
        }
        assert_eq!((merged.refused, merged.entries().count()), (6, 0));
    }
}
