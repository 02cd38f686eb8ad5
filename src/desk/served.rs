//! One person served, as the tally has it: a day, a theme, a kind of request, what was opened,
//! sheets, minutes, a language, answered or not. Nothing tells who it was.

use super::item::Kind;
use super::tally::{OTHER, Theme};
use crate::lang::{Lang, Word, w};
use jiff::civil::Date;
use std::time::{Duration, Instant};

/// Longer than this nobody was served: the desk was left open.
const MOST_MINUTES: u64 = 120;

/// What is kept of a person served.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    pub theme: Theme,
    /// `M4`, a letter of the PNC, or [`OTHER`].
    pub mission: String,
    /// One of the kinds of request of the desk; empty where none was chosen.
    pub request: String,
    /// What was opened: kind and code.
    pub opened: Option<(Kind, String)>,
    pub sheets: u64,
    pub minutes: u64,
    pub lang: Option<Lang>,
    pub answered: bool,
}

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            theme: Theme::Other,
            mission: OTHER.to_owned(),
            request: String::new(),
            opened: None,
            sheets: 0,
            minutes: 0,
            lang: None,
            answered: true,
        }
    }
}

/// A visit with its number at the desk, which no other has and none has again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub number: u64,
    /// Which of the desk's changes it was last told by: of two tellings the later counts.
    pub change: u64,
    pub day: Date,
    pub visit: Visit,
}

/// What is known of a visit only after it was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amend {
    Request(String),
    Answered(bool),
    /// So many more.
    Sheets(u64),
    Minutes(u64),
}

/// Kinds of request that a desk has as long as its settings name no others.
pub const REQUESTS: [&str; 7] = [
    "informazioni",
    "a che punto è",
    "soldi",
    "documenti",
    "segnalazione",
    "bandi",
    "altro",
];

/// A kind of request in the language at hand; one that an office made is said as it wrote it.
pub fn request_word(request: &str, lang: Lang) -> String {
    let own: [Word; 7] = [
        w::DESK_REQUEST_INFORMATION,
        w::DESK_REQUEST_PROGRESS,
        w::DESK_REQUEST_MONEY,
        w::DESK_REQUEST_DOCUMENTS,
        w::DESK_REQUEST_REPORT,
        w::DESK_REQUEST_CALLS,
        w::DESK_REQUEST_OTHER,
    ];
    let at = REQUESTS.iter().position(|known| *known == request);
    at.map_or_else(|| request.to_owned(), |at| lang.say(own[at]).to_owned())
}

/// The visit that goes on: when it began, what was handed out, and its entry once it was counted.
#[derive(Debug, Default)]
pub struct Going {
    since: Option<Instant>,
    pub sheets: u64,
    /// The number of the entry, and when its visit began.
    pub counted: Option<(u64, Instant)>,
}

impl Going {
    /// Something is looked at: whoever came is here.
    pub fn begin(&mut self, now: Instant) {
        self.since.get_or_insert(now);
    }

    /// Minutes since the visit began, at least one where there is anything to count.
    pub fn minutes(&self, now: Instant) -> u64 {
        let since = self.since.or(self.counted.map(|(_, began)| began));
        since.map_or(0, |since| whole(now.saturating_duration_since(since)))
    }

    /// It was counted: what comes now amends the entry, and another count is another person.
    pub fn was_counted(&mut self, number: u64, now: Instant) {
        self.counted = Some((number, self.since.unwrap_or(now)));
        self.sheets = 0;
        self.since = None;
    }

    /// The minutes of the visit that ends, for its entry.
    pub fn end(&mut self, now: Instant) -> Option<(u64, u64)> {
        let counted = std::mem::take(self).counted;
        counted.map(|(number, began)| (number, whole(now.saturating_duration_since(began))))
    }
}

fn whole(lasted: Duration) -> u64 {
    lasted.as_secs().div_ceil(60).clamp(1, MOST_MINUTES)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn minutes_are_those_of_the_visit() {
        let start = Instant::now();
        let at = |minutes: u64| start + Duration::from_secs(60 * minutes);
        let mut going = Going::default();
        assert_eq!((going.minutes(at(9)), going.end(at(9))), (0, None));
        going.begin(at(0));
        going.begin(at(3));
        assert_eq!(going.minutes(at(5)), 5);
        going.was_counted(7, at(5));
        assert_eq!(going.end(at(8)), Some((7, 8)), "until the next citizen");
        assert_eq!(going.end(at(8)), None);
        going.begin(at(0));
        assert_eq!(going.minutes(at(999)), MOST_MINUTES);
    }

    #[test]
    fn every_kind_of_request_is_said_in_both_languages() {
        for request in REQUESTS {
            assert_eq!(request_word(request, Lang::It), request);
            assert_ne!(request_word(request, Lang::En), "");
        }
        assert_eq!(request_word("SPID", Lang::En), "SPID");
    }
}
