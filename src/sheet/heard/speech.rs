//! A sentence on its way to a voice: one line, no longer than a breath, codes in groups, nothing
//! that could command a terminal.

use crate::lang::Lang;
use crate::model::Cup;
use crate::text::clean::tame;
use crate::text::number::{self, euro_words};
use jiff::civil::Date;

/// Characters of a line at most.
pub const LONGEST: usize = 280;

/// A turn in letters: some twenty-one seconds at 175 words a minute. Figures, capitals and signs
/// take longer than letters, and so does the pause behind a line; measured with espeak-ng on 343 lines.
const BREATH: usize = 430;
const FIGURE: usize = 6;
const CAPITAL: usize = 2;
const SIGN: usize = 4;
const PAUSE: usize = 7;
const LETTERS_A_SECOND: f64 = 20.7;

/// The letters that take as long as this text.
fn letters_of(text: &str) -> usize {
    let more = |c: char| match c {
        '.' | ',' | ':' | ';' => SIGN,
        _ if c.is_ascii_digit() => FIGURE,
        _ if c.is_uppercase() => CAPITAL,
        _ => 0,
    };
    PAUSE + text.chars().map(|c| 1 + more(c)).sum::<usize>()
}

/// About how many seconds a voice takes for a text, at 175 words a minute.
pub fn seconds(text: &str) -> f64 {
    text.lines().map(letters_of).sum::<usize>() as f64 / LETTERS_A_SECOND
}

/// How many of these texts one listens to at a time: one at least.
pub fn breath<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> usize {
    let mut letters = 0;
    let fits = |text: &T| {
        let first = letters == 0;
        letters += letters_of(text.as_ref());
        first || letters <= BREATH
    };
    texts.take_while(fits).count()
}

/// The lines that a text is said in: one, unless it is too long.
pub fn lines(text: &str) -> Vec<String> {
    let tamed = tame(text);
    let flat: Vec<&str> = tamed.split_whitespace().collect();
    let mut rest = grouped(&flat.join(" "));
    let mut out = Vec::new();
    while let Some((cut, _)) = rest.char_indices().nth(LONGEST) {
        let at = pause(&rest[..cut]);
        let tail = rest[at..].trim_start().to_owned();
        rest.truncate(at);
        out.push(rest.trim_end().to_owned());
        rest = tail;
    }
    out.push(rest.trim_end().to_owned());
    out
}

/// A sentence with its sums as one says them, "circa 880 mila euro", and its days in words; what a
/// screen writes short is said in full.
pub fn spoken(text: &str, lang: Lang) -> String {
    let text = match lang {
        Lang::It => text
            .replace(" mln €", " milioni di euro")
            .replace(" mld €", " miliardi di euro"),
        Lang::En => text.to_owned(),
    };
    let text = &*text.replace(" · ", ", ").replace(" mila €", " mila euro");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, cents, after)) = amount(rest, lang) {
        let said = euro_words(cents, lang);
        out.push_str(before);
        out.push_str(&said);
        // "881.775,18 euro, cioè circa 880 mila euro": what was rounded already is said once.
        let again = after.find(&said).filter(|at| *at < 16 && after.starts_with(", "));
        rest = again.map_or(after, |at| &after[at + said.len()..]);
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split(' ').collect();
    let next = words.iter().skip(1).chain([&""]);
    let said = words
        .iter()
        .zip(next)
        .map(|(word, next)| match share(word, next, lang) {
            Some(sum) => sum,
            None => day(word, lang),
        });
    said.collect::<Vec<_>>().join(" ")
}

/// The first exact sum of a text, in cents, with what stands before and after it: "1.250.000 euro",
/// in English also "€1,250,000".
fn amount(text: &str, lang: Lang) -> Option<(&str, i64, &str)> {
    let found = [sum(text, lang, " euro"), sum(text, lang, "€")];
    found
        .into_iter()
        .flatten()
        .min_by_key(|(before, ..)| before.len())
}

fn sum<'a>(text: &'a str, lang: Lang, sign: &str) -> Option<(&'a str, i64, &'a str)> {
    let figure = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let cents = if lang == Lang::It { ',' } else { '.' };
    text.match_indices(sign).find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + sign.len()..]);
        let (before, number, after) = match sign {
            "€" => {
                let number = &after[..after.len() - after.trim_start_matches(figure).len()];
                let number = number.trim_end_matches(['.', ',']);
                (before, number, &after[number.len()..])
            }
            _ => {
                let number = before.rfind(|c| !figure(c)).map_or(0, |i| i + 1);
                (&before[..number], &before[number..], after)
            }
        };
        // "€1.2 million" is rounded already.
        let rounded = [" million", " billion"]
            .iter()
            .any(|unit| after.starts_with(unit));
        let (whole, rest) = number.split_once(cents).unwrap_or((number, "00"));
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        let whole: i64 = whole.parse().ok()?;
        let rest: i64 = rest.parse().ok()?;
        (!rounded).then_some((before, whole.checked_mul(100)?.checked_add(rest)?, after))
    })
}

/// A part of a sum that was named before, without its own "euro": "di cui 1.200.000 dal PNRR".
fn share(word: &str, next: &str, lang: Lang) -> Option<String> {
    const LEAST: usize = 5;
    let from = next.starts_with("dal") || next.starts_with("dai");
    let digits: String = word.chars().filter(|c| *c != '.').collect();
    let is_sum = digits.len() >= LEAST && word.contains('.') && digits.bytes().all(|b| b.is_ascii_digit());
    let euro: i64 = digits
        .parse()
        .ok()
        .filter(|_| from && is_sum && lang == Lang::It)?;
    let said = euro_words(euro.checked_mul(100)?, lang);
    let said = said.trim_end_matches(" euro");
    Some(said.trim_end_matches(" di").to_owned())
}

/// "31/03/2025" as "31 marzo 2025".
fn day(word: &str, lang: Lang) -> String {
    let digits = |c: char| c.is_ascii_digit() || c == '/';
    let (bare, sign) = word.split_at(word.find(|c| !digits(c)).unwrap_or(word.len()));
    let date = match bare.split('/').collect::<Vec<_>>().as_slice() {
        [day, month, year] => format!("{year}-{month}-{day}").parse::<Date>().ok(),
        _ => None,
    };
    let said = date.map(|date| format!("{}{sign}", number::date(date, lang)));
    said.unwrap_or_else(|| word.to_owned())
}

/// Where a voice would pause, as far on as there is such a place: after a sentence, a clause, an
/// item of a list, a word.
fn pause(text: &str) -> usize {
    let half = text.len() / 2;
    let after = |sign: &str| text.rfind(sign).map(|i| i + sign.len()).filter(|i| *i > half);
    [". ", "; ", ": ", ", ", " "]
        .iter()
        .find_map(|sign| after(sign))
        .unwrap_or(text.len())
}

/// Codes of fifteen and ten signs set in groups.
fn grouped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' || c == '/' {
            word.push(c);
        } else {
            out.push_str(&code(&word).unwrap_or_else(|| word.clone()));
            word.clear();
            out.push(c);
        }
    }
    out.push_str(&code(&word).unwrap_or(word));
    out
}

/// A CUP or a CIG as one reads it aloud: "J57 H22 00123 0006", "9326 801 FA7".
pub fn code(word: &str) -> Option<String> {
    let upper = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mixed = word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().all(upper);
    match word.len() {
        Cup::LEN if mixed => Some(Cup::parse(word).ok()?.code.grouped()),
        crate::model::Cig::LEN if mixed && word.bytes().filter(u8::is_ascii_digit).count() > 3 => {
            Some(format!("{} {} {}", &word[..4], &word[4..7], &word[7..]))
        }
        _ => None,
    }
}

/// A text that ends as a sentence does.
pub fn full_stop(text: &str) -> String {
    match text.ends_with(['.', '?', '!']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// A code sign by sign: "J, 5, 7".
pub fn letters(code: &str) -> String {
    let signs: Vec<String> = code
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_uppercase().to_string())
        .collect();
    signs.join(", ")
}
