//! The name of the building or place that an official title is about.
//!
//! Titles follow the layout `NAME*ADDRESS*WORKS`. What we keep is a fact, the name of a site
//! ("Teatro Alfa"); the description of the works is the publisher's text and is never kept, and
//! neither is the name of a person or of a firm. So a name must begin with a word of the list of
//! buildings and places, hold a part of its own, and consist of words that names are made of: at
//! the first doubt there is no name. Absent beats wrong.

mod judge;
mod part;
mod set;
mod words;

use super::fold::fold;
use super::repair::is_shouted;
use judge::{has_own_part, is_a_name, is_numbered};
use part::Word;
use words::{is_firm_word, is_generic, is_particle, is_stop, is_works};

/// Most words of a name.
pub const MAX_WORDS: usize = 8;

/// The site that a title or a summary names, in ordinary case. `comuni` are the names of the
/// project's places: a name with nothing of its own but its comune is a name only for what each
/// place has once (a castle, a theatre).
///
/// ```
/// use sportello::text::site::site;
/// assert_eq!(site("", "SCUOLA PRIMARIA DON BETA*VIA ROMA 1*ADEGUAMENTO SISMICO", &[]).as_deref(), Some("Scuola primaria Don Beta"));
/// assert_eq!(site("", "RESTAURO DI VILLA ALFA*VIA ROMA 1*RESTAURO", &[]).as_deref(), Some("Villa Alfa"));
/// assert_eq!(site("", "EDIFICIO SCOLASTICO*VIA ROMA 1*MESSA IN SICUREZZA", &[]), None);
/// ```
pub fn site(title: &str, summary: &str, comuni: &[&str]) -> Option<String> {
    let comuni: Vec<String> = comuni.iter().map(|c| fold(c)).filter(|c| !c.is_empty()).collect();
    let candidates = |text: &str| from_text(text, &comuni);
    // A title that is not shouted was written for people.
    let readable = !is_shouted(title);
    if readable && let Some(name) = candidates(title) {
        return Some(name);
    }
    candidates(summary).or_else(|| if readable { None } else { candidates(title) })
}

fn from_text(text: &str, comuni: &[String]) -> Option<String> {
    let text = super::clean::line(text);
    let cut = text.chars().count();
    let cut = cut == 40 || cut == 39 || cut == 255;
    let segments: Vec<&str> = text.split('*').collect();
    // The project of a firm, or of a body on a list: its name is no site.
    if segments.first().is_none_or(|s| {
        split(s)
            .iter()
            .any(|w| is_firm_word(&w.folded) || is_code(&w.folded))
    }) {
        return None;
    }
    segments.iter().enumerate().find_map(|(i, segment)| {
        // The second of three is the address.
        if i == 1 && segments.len() > 2 {
            return None;
        }
        let open_end = cut && i + 1 == segments.len();
        from_segment(segment, open_end, comuni)
    })
}

fn from_segment(segment: &str, open_end: bool, comuni: &[String]) -> Option<String> {
    let segment = expand(segment);
    let words = split(&segment);
    if words.iter().any(|w| is_firm_word(&w.folded)) {
        return None;
    }
    // The name of a comune may begin like a building's ("Borgo …", "Ponte …").
    let inside_comune = |i: usize| {
        (i.saturating_sub(3)..=i).any(|at| comune_at(&words, at, comuni).is_some_and(|n| at + n > i))
    };
    let starts = (0..words.len()).filter(|&i| may_begin(&words, i) && !inside_comune(i));
    starts
        .take(3)
        .find_map(|start| from_head(&words, start, open_end, comuni))
}

/// "su00123": the number of a body on a list.
fn is_code(folded: &str) -> bool {
    folded.len() > 5 && folded.starts_with("su") && folded[2..].bytes().all(|b| b.is_ascii_digit())
}

/// Abbreviated heads in full.
fn expand(segment: &str) -> String {
    let mut out = format!(
        " {} ",
        segment
            .trim()
            .replace(['/', '_'], " / ")
            .replace("C / O", "PRESSO")
    );
    let stands = |short: &str| {
        let windows = segment.as_bytes().windows(short.len());
        windows
            .into_iter()
            .any(|w| w.eq_ignore_ascii_case(short.as_bytes()))
    };
    for (short, long) in words::ABBREVIATIONS.iter().filter(|(short, _)| stands(short)) {
        for form in [short.to_string(), short.to_lowercase()] {
            out = out.replace(&format!(" {form} "), &format!(" {long} "));
        }
    }
    out.trim().to_owned()
}

fn split(segment: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    let mut parted = false;
    for token in segment.split(' ') {
        let folded = fold(token);
        if folded.is_empty() {
            parted |= !token.chars().all(|c| c == '"' || c == '\'');
            continue;
        }
        parted |= token.starts_with(['(', '-', '–', '[', '/']);
        out.push(Word {
            text: token,
            folded,
            parted,
        });
        parted = token.ends_with([')', ',', ';', ':', '-', '–', ']', '.', '/']) && token.len() > 2;
        parted &= !(token.ends_with('.') && token.len() <= 3);
    }
    out
}

/// A name may begin at the start of the segment, after a sign, or after the description of the
/// works ("RESTAURO DI …"), whose every word we must know.
fn may_begin(words: &[Word], i: usize) -> bool {
    // An institute "di" something studies it.
    if words[i].folded == "istituto" && words.get(i + 1).is_some_and(|w| w.folded == "di") {
        return false;
    }
    if !words::is_head(
        &words[i].folded,
        words.get(i + 1).map_or("", |w| &w.folded),
        words.get(i + 2).map_or("", |w| &w.folded),
    ) {
        return false;
    }
    let before = &words[..i];
    let clause = before
        .iter()
        .rposition(|w| w.parted)
        .map_or(before, |p| &before[p..]);
    words[i].parted
        || clause.iter().all(|w| {
            is_works(&w.folded)
                || is_particle(&w.folded)
                || is_generic(&w.folded)
                || words::may_precede(&w.folded)
        })
}

fn from_head(words: &[Word], start: usize, open_end: bool, comuni: &[String]) -> Option<String> {
    let place_like = words::is_street(&words[start].folded);
    let mut end = start + 1;
    while end < words.len() {
        let word = &words[end];
        let again = word.folded == words[start].folded;
        if again || word.parted || is_stop(&word.folded) || is_works(&word.folded) {
            break;
        }
        // "a Grosseto", "in comune di": the place, not the name.
        if ["a", "ad", "in"].contains(&word.folded.as_str()) && comune_at(words, end + 1, comuni).is_some() {
            break;
        }
        if word.folded.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        end += 1;
    }
    let figure_follows = words
        .get(end)
        .is_some_and(|w| !w.parted && w.folded.starts_with(|c: char| c.is_ascii_digit()));
    if (open_end && end == words.len()) || (place_like && figure_follows) {
        return None;
    }
    let mut name = &words[start..end];
    name = without_comune(name, comuni);
    while let [rest @ .., last] = name
        && (is_particle(&last.folded) || words::cannot_end(&last.folded))
        && !is_numbered(name)
    {
        name = rest;
    }
    if name.len() < 2 || name.len() > MAX_WORDS || !is_a_name(name, comuni) {
        return None;
    }
    Some(set::in_ordinary_case(name))
}

/// How many words of a comune's name stand at `at`.
fn comune_at(words: &[Word], at: usize, comuni: &[String]) -> Option<usize> {
    comuni.iter().find_map(|comune| {
        let parts: Vec<&str> = comune.split(' ').collect();
        let joined: Vec<&str> = words
            .get(at..)?
            .iter()
            .flat_map(|w| w.folded.split(' '))
            .take(parts.len())
            .collect();
        (joined == parts).then_some(parts.len())
    })
}

/// The name without its comune at the end, when something of its own is left.
fn without_comune<'a, 'b>(name: &'a [Word<'b>], comuni: &[String]) -> &'a [Word<'b>] {
    for at in 1..name.len() {
        let Some(count) = comune_at(name, at, comuni) else {
            continue;
        };
        let tail: usize = name[at..].iter().map(|w| w.folded.split(' ').count()).sum();
        if tail != count {
            continue;
        }
        let mut rest = &name[..at];
        while let [shorter @ .., last] = rest
            && is_particle(&last.folded)
        {
            rest = shorter;
        }
        if has_own_part(rest) {
            return rest;
        }
    }
    name
}

#[cfg(test)]
mod tests;
