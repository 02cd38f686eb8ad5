//! Small joints of sentences: articles before figures and days, capitals, full stops.

use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::text::number::{self, euro, euro_words};
use jiff::civil::Date;

/// A sentence as it may be shown: a capital at its start, one full stop at its end, no doubled
/// blank.
pub(super) fn finish(mut text: String) -> String {
    if let Some(first) = text.chars().next()
        && first.is_lowercase()
    {
        if first.is_ascii() {
            text[..1].make_ascii_uppercase();
        } else {
            let upper: String = first.to_uppercase().collect();
            text.replace_range(..first.len_utf8(), &upper);
        }
    }
    while text.ends_with("..") {
        text.pop();
    }
    while text.as_bytes().windows(2).any(|pair| pair == b"  ") {
        text = text.replace("  ", " ");
    }
    before_figures(&text).unwrap_or(text)
}

/// Articles as the figure behind them wants them: "gli 8.979 euro", "gli 11.659".
const BEFORE_FIGURES: [(&str, &str); 8] = [
    ("i", "gli"),
    ("I", "Gli"),
    ("dei", "degli"),
    ("Dei", "Degli"),
    ("ai", "agli"),
    ("dai", "dagli"),
    ("nei", "negli"),
    ("sui", "sugli"),
];

fn before_figures(text: &str) -> Option<String> {
    let eight = |word: &str| {
        let digits = &word[..word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len())];
        digits.starts_with('8') || digits == "11"
    };
    let words: Vec<&str> = text.split(' ').collect();
    let article = |word: &str| {
        BEFORE_FIGURES
            .iter()
            .find(|(own, _)| *own == word)
            .map(|(_, said)| *said)
    };
    let mut out = words.clone();
    for (at, pair) in words.windows(2).enumerate() {
        if let Some(said) = article(pair[0]).filter(|_| eight(pair[1])) {
            out[at] = said;
        }
    }
    (out != words).then(|| out.join(" "))
}

/// Italian elides the article before 8 and 11.
fn elided(n: u64) -> bool {
    let digits = n.to_string();
    digits.starts_with('8')
        || digits == "1"
        || (digits.starts_with("11") && matches!(digits.len(), 2 | 5 | 8))
}

/// A day behind each of its prepositions.
pub(super) struct Day {
    date: Date,
    lang: Lang,
}

pub(super) fn day(date: Date, lang: Lang) -> Day {
    Day { date, lang }
}

/// "al 31 marzo 2025"; for a table that declares no date, words that say so.
pub(super) fn at(date: Option<Date>, lang: Lang) -> String {
    date.map_or_else(
        || lang.say(w::SAY_UNDATED).to_owned(),
        |date| day(date, lang).at(),
    )
}

/// [`at`] with the age of the day behind it, when that is more than a year: "al 31 marzo 2025 (20
/// mesi fa)".
pub(super) fn at_aged(date: Option<Date>, today: Date, lang: Lang) -> String {
    let said = at(date, lang);
    let months = date.map_or(0, |date| months_between(date, today));
    let (count, word) = match months {
        ..=12 => return said,
        13..=23 => (months, w::SAY_MONTHS_AGO),
        _ if months % 12 < 6 => (months / 12, w::SAY_YEARS_AGO),
        // Two years and eight months.
        _ => (months / 12 + 1, w::SAY_NEARLY_YEARS_AGO),
    };
    let count = number::integer(i64::from(count), lang);
    format!("{said} ({})", lang.fill(word, &[("count", &count)]))
}

/// "By 31 March 2025": until that day, of what adds up, as English says it; Italian has one word.
pub(super) fn by(at: &str, lang: Lang) -> String {
    match at.strip_prefix("on ").filter(|_| lang == Lang::En) {
        Some(day) => format!("by {day}"),
        None => at.to_owned(),
    }
}

/// Whole months from a day to a later one; none when it is not later.
fn months_between(from: Date, to: Date) -> i32 {
    let years = i32::from(to.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(to.month()) - i32::from(from.month());
    // The last day of a month ends it, whatever its number.
    let is_short = to.day() < from.day() && to.day() < to.days_in_month();
    (months - i32::from(is_short)).max(0)
}

/// "a giugno 2023", "ad aprile 2023"; "in June 2023".
pub(super) fn in_month(month: i8, year: i16, lang: Lang) -> Option<String> {
    let name = number::month(month, lang);
    (!name.is_empty()).then(|| match lang {
        Lang::It if name.starts_with('a') => format!("ad {name} {year}"),
        Lang::It => format!("a {name} {year}"),
        Lang::En => format!("in {name} {year}"),
    })
}

impl Day {
    fn joined(&self, bare: &str, apostrophe: &str, en: &str) -> String {
        let date = number::date(self.date, self.lang);
        match self.lang {
            Lang::En => format!("{en}{date}"),
            // The first of the month is "il primo", and eleven begins with a vowel.
            Lang::It if matches!(self.date.day(), 8 | 11) => format!("{apostrophe}{date}"),
            Lang::It => format!("{bare}{date}"),
        }
    }

    /// "il 3 maggio 2023", "l'8 maggio 2023"; "on 3 May 2023".
    pub fn on(&self) -> String {
        self.joined("il ", "l'", "on ")
    }

    /// "per il 3 maggio 2023"; "for 3 May 2023".
    pub fn for_(&self) -> String {
        self.joined("per il ", "per l'", "for ")
    }

    /// "del 3 maggio 2023"; "of 3 May 2023".
    pub fn of(&self) -> String {
        self.joined("del ", "dell'", "of ")
    }

    /// "al 3 maggio 2023"; "as of 3 May 2023".
    pub fn as_of(&self) -> String {
        self.joined("al ", "all'", "as of ")
    }

    /// "al 3 maggio 2023"; "on 3 May 2023": the day that a table speaks of.
    pub fn at(&self) -> String {
        self.joined("al ", "all'", "on ")
    }
}

/// "il 24 per cento", "l'86 per cento", "meno dell'1 per cento"; "24 per cent".
pub(super) fn the_percent(part: Cents, whole: Cents, lang: Lang) -> Option<String> {
    let text = number::percent(part.0, whole.0, lang)?;
    if lang == Lang::En {
        return Some(text);
    }
    Some(match leading_number(&text) {
        Some(n) if elided(n) => format!("l'{text}"),
        Some(_) => format!("il {text}"),
        None => text,
    })
}

fn leading_number(text: &str) -> Option<u64> {
    let digits: String = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// Below this an exact amount is grasped as it is.
const SMALL: Cents = Cents(10_000_000);
/// From here on a round figure, too, is said in words.
const MILLION: Cents = Cents(100_000_000);

/// The exact amount and, when it is another figure, the size that people grasp:
/// "812.345,67 euro, cioè circa 810 mila euro", "2.000.000 euro, cioè 2 milioni di euro".
pub(super) fn amount(cents: Cents, lang: Lang) -> String {
    let exact = euro(cents.0, lang);
    let size = euro_words(cents.0, lang);
    let about = match lang {
        Lang::It => size.starts_with("circa "),
        Lang::En => size.starts_with("about "),
    };
    match (about && cents >= SMALL || cents >= MILLION && size != exact, lang) {
        (false, _) => exact,
        (true, Lang::It) => format!("{exact}, cioè {size}"),
        (true, Lang::En) => format!("{exact}, or {size}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_elide_before_eight_and_eleven() {
        assert_eq!(day(date(2023, 5, 8), Lang::It).on(), "l'8 maggio 2023");
        assert_eq!(day(date(2023, 5, 11), Lang::It).of(), "dell'11 maggio 2023");
        assert_eq!(day(date(2023, 5, 1), Lang::It).for_(), "per il 1º maggio 2023");
        assert_eq!(day(date(2023, 5, 18), Lang::It).at(), "al 18 maggio 2023");
        assert_eq!(day(date(2023, 5, 8), Lang::En).on(), "on 8 May 2023");
    }

    #[test]
    fn old_days_tell_their_age() {
        let said = |day, lang| at_aged(Some(day), date(2026, 12, 1), lang);
        assert_eq!(said(date(2026, 8, 22), Lang::It), "al 22 agosto 2026");
        assert_eq!(said(date(2025, 3, 31), Lang::It), "al 31 marzo 2025 (20 mesi fa)");
        assert_eq!(months_between(date(2025, 3, 31), date(2026, 11, 30)), 20);
        assert_eq!(months_between(date(2025, 3, 31), date(2026, 11, 29)), 19);
        assert_eq!(
            said(date(2023, 3, 1), Lang::En),
            "on 1 March 2023 (nearly 4 years ago)"
        );
        assert_eq!(in_month(4, 2024, Lang::It).unwrap(), "ad aprile 2024");
        assert_eq!(in_month(13, 2024, Lang::It), None);
    }

    #[test]
    fn shares_carry_their_article() {
        let the = |part, whole| the_percent(Cents(part), Cents(whole), Lang::It).unwrap();
        assert_eq!(the(86, 100), "l'86 per cento");
        assert_eq!(the(8, 100), "l'8 per cento");
        assert_eq!(the(11, 100), "l'11 per cento");
        assert_eq!(the(110, 100), "il 110 per cento");
        assert_eq!(the(1, 100), "l'1 per cento");
        assert_eq!(the(24, 100), "il 24 per cento");
        assert_eq!(the(1, 1000), "meno dell'1 per cento");
    }

    #[test]
    fn a_sentence_has_one_capital_and_one_stop() {
        assert_eq!(finish("lo fa Alfa S.r.l..".into()), "Lo fa Alfa S.r.l.");
        assert_eq!(finish("è  a Prato.".into()), "È a Prato.");
    }

    #[test]
    fn amounts_add_the_size_only_when_it_tells_more() {
        assert_eq!(
            amount(Cents(81_234_567), Lang::It),
            "812.345,67 euro, cioè circa 810 mila euro"
        );
        assert_eq!(amount(Cents(80_000_000), Lang::It), "800.000 euro");
        assert_eq!(
            amount(Cents(341_234_500), Lang::En),
            "€3,412,345, or about €3.4 million"
        );
    }
}
