//! How much of it: a number that stands beside its unit. Years, numbers of laws, houses, roads
//! and lots are no quantities, and neither are amounts of money; at the first doubt there is none.

mod units;

use super::{Found, Texts};
use crate::model::{FactKind, TextColumn, Unit};
use crate::text::fold;
use units::{Measure, UNITS};

/// Most quantities of one project: a list of all sorts says nothing that can be told.
const MOST: usize = 4;

/// The quantities of a project: of its title and summary, else of its tenders. Two numbers of one
/// unit are no quantity: nobody says which is the whole.
pub fn add(texts: &Texts, out: &mut Vec<Found>) {
    let mut found: Vec<(Unit, f64, TextColumn)> = Vec::new();
    for (text, column) in [
        (texts.title, TextColumn::Title),
        (texts.summary, TextColumn::Summary),
    ] {
        let read = read(text).into_iter().filter(|(unit, _)| may_have(texts, *unit));
        found.extend(read.map(|(unit, number)| (unit, number, column)));
    }
    // A tender buys machines for many hospitals; each project is one of them.
    if found.is_empty() && !texts.submeasure.starts_with("M6C2I1.01") {
        for object in texts.tender_objects.iter().filter(|object| !is_of_a_part(object)) {
            let is_the_work = super::work::is_named(object, out);
            let read = read(object)
                .into_iter()
                .filter(|(unit, _)| may_have(texts, *unit) && (is_the_work || units::is_counted(*unit)));
            found.extend(read.map(|(unit, number)| (unit, number, TextColumn::TenderObject)));
        }
    }
    let clear = |(unit, number, _): &&(Unit, f64, TextColumn)| {
        let mut others = found.iter().filter(|(u, _, _)| u == unit);
        others.all(|(_, n, _)| n == number)
    };
    let mut kept: Vec<(Unit, f64, TextColumn)> = found.iter().filter(clear).copied().collect();
    kept.sort_by_key(|(unit, _, _)| *unit);
    kept.dedup_by_key(|(unit, _, _)| *unit);
    kept.truncate(MOST);
    out.extend(kept.into_iter().map(|(unit, number, column)| Found {
        number: Some(number),
        ..Found::new(FactKind::Quantity, unit.code(), column)
    }));
}

/// A tender for one lot, or for several things of one size, does not tell how much the whole is.
fn is_of_a_part(object: &str) -> bool {
    let folded = fold::fold(object);
    let mut words = folded.split(' ').peekable();
    while let Some(word) = words.next() {
        let numbered = words
            .peek()
            .is_some_and(|next| next.bytes().all(|b| b.is_ascii_digit()));
        if word.starts_with("ciascun") || word == "cadauno" || word == "lotto" && numbered {
            return true;
        }
    }
    false
}

/// Texts of research speak of much that the money does not buy, and "ha" is a verb there.
fn may_have(texts: &Texts, unit: Unit) -> bool {
    let is_works = texts.nature == "03";
    let is_research = super::work::is_research(texts);
    match unit {
        Unit::Scholarships | Unit::Researchers => is_research,
        Unit::Hectares | Unit::Metres => is_works,
        Unit::Services => texts.submeasure.starts_with("M1C1"),
        _ => !is_research || unit == Unit::Machines,
    }
}

/// A word, folded, and whether a sign that parts clauses stands before it.
struct Word {
    folded: String,
    number: Option<f64>,
    parted: bool,
}

fn read(text: &str) -> Vec<(Unit, f64)> {
    let fields: Vec<&str> = text.split('*').collect();
    let is_address = |i: usize| i == 1 && fields.len() > 2;
    let kept = fields.iter().enumerate().filter(|(i, _)| !is_address(*i));
    kept.flat_map(|(_, field)| read_field(field)).collect()
}

fn read_field(field: &str) -> Vec<(Unit, f64)> {
    if !field.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(field);
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(number) = word.number.filter(|n| *n > 0.0) else {
            continue;
        };
        if let Some(unit) = unit_of(&words, at, number) {
            out.push((unit, number));
        }
    }
    out
}

/// The unit of the number at `at`: behind it, or before it for the short words of measures.
fn unit_of(words: &[Word], at: usize, number: f64) -> Option<Unit> {
    let mut from = at;
    // "n. 14", "nn. 4", "num 3"
    if before(words, from).is_some_and(|w| ["n", "nn", "nr", "num", "numero"].contains(&w)) {
        from -= 1;
    }
    if is_in_address(words, from) {
        return None;
    }
    // "0 55 MW": a comma was lost on the way.
    if from.checked_sub(1).is_some_and(|i| words[i].number.is_some()) {
        return None;
    }
    let numbered = before(words, from).is_some_and(units::forbids);
    let next = |i: usize| words.get(i).filter(|w| !w.parted).map(|w| w.folded.as_str());
    let mut to = at + 1;
    // "3 (tre) alloggi", "12 nuovi alloggi"
    for _ in 0..2 {
        if next(to).is_some_and(units::may_stand_between) {
            to += 1;
        }
    }
    let behind = |i: usize| next(i).unwrap_or_default();
    let found = UNITS.iter().find(|u| u.fits(behind(to), behind(to + 1)));
    if let Some(unit) = found {
        if numbered {
            return None;
        }
        let is_place_on_a_road =
            unit.unit == Unit::Kilometres && words.get(to + 1).is_some_and(|w| w.number.is_some());
        let counts = unit.measure == Measure::Length || number.fract() == 0.0;
        // "Braccio 1 aula": one thing is counted with "n." before it.
        let is_counted = number != 1.0 || from < at || unit.measure == Measure::Length || unit.may_be_one();
        // "Tram da 24 metri": the length of one of them.
        let is_size = unit.unit == Unit::Metres && before(words, from) == Some("da");
        let sure = counts && is_counted && !is_size && !is_place_on_a_road;
        return (sure && number <= unit.most).then_some(unit.unit);
    }
    // "mq 1.181", "kW 100", "per km 3,2"
    let short = before(words, from)?;
    let mut units = UNITS
        .iter()
        .filter(|u| u.measure == Measure::Length && short != "ha");
    let unit = units.find(|u| u.words.contains(&short))?;
    let said = from >= 2 && units::announces(&words[from - 2].folded);
    let ends = words.get(at + 1).is_none_or(|w| w.number.is_none());
    let is_way = matches!(unit.unit, Unit::Kilometres | Unit::Metres);
    let sure = said || !is_way;
    (sure && ends && from == at && number <= unit.most).then_some(unit.unit)
}

fn before(words: &[Word], at: usize) -> Option<&str> {
    at.checked_sub(1)
        .and_then(|i| words.get(i))
        .map(|w| w.folded.as_str())
}

/// "Via Roma 12": a street in the same clause, up to five words back.
fn is_in_address(words: &[Word], at: usize) -> bool {
    let mut back = words[..at].iter().rev().take(5);
    let mut open = !words.get(at).is_some_and(|w| w.parted);
    back.any(|w| {
        let is = open && units::is_street(&w.folded);
        open &= !w.parted;
        is
    })
}

fn words(field: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut parted = false;
    for token in field.split([' ', '\n', '\t', '(', ')', '/', '"', '=']) {
        let trimmed = token.trim_matches([',', '.', ':', ';', '-', '–', '\'', '’']);
        parted |= token.starts_with(['-', '–']) && trimmed.len() < token.len();
        if !trimmed.contains(char::is_alphanumeric) {
            parted |= !trimmed.is_empty();
            continue;
        }
        push(trimmed, parted, &mut out);
        // A point behind a short word is an abbreviation's.
        parted = token.ends_with([',', ';', ':', '-', '–']) || token.ends_with('.') && trimmed.len() > 3;
    }
    out
}

/// "60mq" is two words; "n.14" too.
fn push(token: &str, parted: bool, out: &mut Vec<Word>) {
    let digit = |c: char| c.is_ascii_digit();
    if !token.starts_with(digit) {
        if let Some((head, tail)) = token.split_once(['.', '°', 'º'])
            && tail.starts_with(digit)
            && head.len() <= 3
        {
            push_one(head, parted, out);
            push(tail, false, out);
            return;
        }
        push_one(token, parted, out);
        return;
    }
    let end = token
        .find(|c: char| !digit(c) && !matches!(c, '.' | ',' | '\''))
        .unwrap_or(token.len());
    let (figures, unit) = token.split_at(end);
    let letters = unit.trim_start_matches(['.', ',']);
    // "12A", "3°", "2x4", "12+300" are no numbers of anything.
    let folded = fold::fold(letters);
    let is_measure = letters.is_empty() || UNITS.iter().any(|u| u.words.contains(&folded.as_str()));
    if !is_measure {
        push_one(token, parted, out);
        return;
    }
    out.push(Word {
        folded: fold::fold(figures),
        number: number(figures.trim_end_matches(['.', ',', '\''])),
        parted,
    });
    if !letters.is_empty() {
        push_one(letters, false, out);
    }
}

fn push_one(token: &str, parted: bool, out: &mut Vec<Word>) {
    let whole = fold::fold(token);
    if !whole.is_empty() && !whole.contains(' ') {
        let (folded, number) = (whole, None);
        return out.push(Word {
            folded,
            number,
            parted,
        });
    }
    for (i, folded) in whole.split(' ').enumerate() {
        if !folded.is_empty() {
            out.push(Word {
                folded: folded.to_owned(),
                number: None,
                parted: parted && i == 0,
            });
        }
    }
}

/// `1.181`, `20,9`, `1.500,00`, `12.5`; what is written in another way is no number.
fn number(figures: &str) -> Option<f64> {
    let groups = |whole: &str| {
        let mut parts = whole.split('.');
        let first = parts.next().unwrap_or_default();
        let grouped =
            !first.is_empty() && first.len() <= 3 && parts.clone().count() > 0 && parts.all(|p| p.len() == 3);
        (grouped || !whole.contains('.')).then(|| whole.replace('.', ""))
    };
    let (whole, part) = figures.split_once(',').unwrap_or((figures, ""));
    if !part.bytes().all(|b| b.is_ascii_digit()) || whole.is_empty() || whole.contains('\'') {
        return None;
    }
    let plain = match groups(whole) {
        Some(whole) => format!("{whole}.{part}"),
        // "12.5" with a point for the comma.
        None if part.is_empty() && whole.matches('.').count() == 1 => whole.to_owned(),
        None => return None,
    };
    // A zero in front is a code's.
    let coded = whole.len() > 1 && whole.starts_with('0') && !whole.starts_with("0.");
    plain.trim_end_matches('.').parse().ok().filter(|_| !coded)
}

#[cfg(test)]
mod tests;
