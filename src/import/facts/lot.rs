//! Which part of a larger work the project is: "lotto 2 B", "stralcio 3".

mod portion;

use super::source::{self, Source};
use super::{Found, Texts};
use crate::model::{FactKind, TextColumn};
use crate::text::tokens::{Gap, Tokens};

/// Parts of a house that a lot may be for.
const HOUSES: &[&str] = &["blocco", "padiglione", "settore"];
const PILOT: &str = "intervento pilota";
const PARTS: &[&str] = &["lotto", "stralcio"];
/// Between the word and its number.
const BETWEEN: &[&str] = &["funzionale", "n", "nr", "numero", "esecutivo"];
const NUMBERS: [[&str; 5]; 9] = [
    ["1", "i", "primo", "1o", "1mo"],
    ["2", "ii", "secondo", "2o", "2do"],
    ["3", "iii", "terzo", "3o", "3zo"],
    ["4", "iv", "quarto", "4o", "4to"],
    ["5", "v", "quinto", "5o", "5to"],
    ["6", "vi", "sesto", "6o", "6to"],
    ["7", "vii", "settimo", "7o", "7mo"],
    ["8", "viii", "ottavo", "8o", "8vo"],
    ["9", "ix", "nono", "9o", "9no"],
];

/// Adds the lot, where title and summary name one and no other.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    if !source::is_work(texts) || source::is_digital(texts) {
        return;
    }
    let mut found: Vec<(String, TextColumn)> = Vec::new();
    for source in sources {
        for lot in of(&source.words) {
            if found.iter().all(|(known, _)| *known != lot) {
                found.push((lot, source.column));
            }
        }
    }
    if sources.is_empty() {
        found.extend(of_tenders(tenders));
    }
    // Of two care centres in one house, and of the houses of a hospital, each has its number.
    let mut parts: Vec<(String, TextColumn)> = Vec::new();
    for source in sources {
        let number = of_centre(&source.words)
            .or_else(|| of_new_house(&source.words))
            .or_else(|| of_part(&source.words).filter(|_| texts.nature == "03"));
        if let Some(number) = number.filter(|n| parts.iter().all(|(known, _)| known != n)) {
            parts.push((number, source.column));
        }
    }
    let of_house = match (found.as_slice(), parts.as_slice()) {
        ([_], [one]) => {
            Some(one.clone()).filter(|(part, _)| HOUSES.iter().any(|house| part.starts_with(house)))
        }
        _ => None,
    };
    if let ([], [_]) = (found.as_slice(), parts.as_slice()) {
        found = parts;
    }
    let thing = out
        .iter()
        .find(|f| f.kind == FactKind::Thing)
        .map(|f| f.value.clone());
    // Of many tenders the first says what is done; the others may be for other parts.
    let read = if sources.is_empty() { tenders } else { sources };
    let told = |s: &Source| Some((portion::of(&s.words, thing.as_deref())?, s.column));
    let portions: Vec<(String, TextColumn)> = read.iter().filter_map(told).collect();
    let first = read
        .first()
        .and_then(told)
        .or_else(|| portions.first().cloned().filter(|_| !sources.is_empty()));
    let whole = read.iter().find(|s| portion::is_completion(&s.words));
    let whole = whole.map(|s| (portion::COMPLETION.to_owned(), s.column));
    if let Some(first) = first
        && found.is_empty()
        && texts.nature != "02"
        && portions.iter().all(|(part, _)| *part == first.0)
    {
        found = vec![first];
    }
    // What is tried out first in one place.
    let pilot = sources.iter().find(|s| {
        let t = &s.words;
        (0..t.len()).any(|i| t.is_phrase(i, &["intervento", "pilota"]))
    });
    if found.is_empty() {
        found.extend(pilot.map(|s| (PILOT.to_owned(), s.column)));
    }
    if found.is_empty() && texts.nature == "03" && !sources.is_empty() {
        found.extend(whole);
    }
    if let [(lot, column)] = found.as_slice() {
        out.push(Found::new(FactKind::Lot, lot.clone(), *column));
        // "LOTTO 2: ADEGUAMENTO DEL BLOCCO A".
        if let Some((part, column)) = of_house {
            out.push(Found::new(FactKind::Lot, part, column));
        }
    }
}

/// Where nothing else is told, two tenders of one lot tell it, unless most are of something else.
fn of_tenders(tenders: &[Source]) -> Option<(String, TextColumn)> {
    let of_each = tenders.iter().map(|s| (of(&s.words), s.column));
    let told: Vec<_> = of_each.filter(|(lots, _)| !lots.is_empty()).collect();
    let (first, column) = told.first().map(|(lots, column)| (&lots[0], *column))?;
    let is_one = told.iter().all(|(lots, _)| lots.iter().all(|lot| lot == first));
    (is_one && told.len() > 1 && 2 * told.len() >= tenders.len()).then(|| (first.clone(), column))
}

/// "COT N. 2", "CENTRALE OPERATIVA TERRITORIALE (COT) N. 3".
fn of_centre(t: &Tokens) -> Option<String> {
    (2..t.len()).find_map(|at| {
        let leads =
            ["n", "nr", "numero"].contains(&t.at(at - 1)) && ["cot", "territoriale"].contains(&t.at(at - 2));
        number(t.at(at)).filter(|_| leads).map(|n| format!("numero {n}"))
    })
}

/// "TRASFERIMENTO FUNZIONI EDIFICIO 3 VECCHIO ALFA NEL NUOVO 34": from the old houses to the new one.
fn of_new_house(t: &Tokens) -> Option<String> {
    let figures = |at: usize| !t.at(at).is_empty() && t.at(at).bytes().all(|b| b.is_ascii_digit());
    let house =
        (0..t.len()).find(|at| ["edificio", "edifici", "padiglione", "padiglioni"].contains(&t.at(*at)))?;
    (2..t.len()).find_map(|at| {
        let leads = t.at(at - 1) == "nuovo" && t.at(at - 2) == "nel";
        // "EDIFICI 3, 4 VECCHIO ALFA": each of them.
        let is_and = |i: usize| ["e", "ed"].contains(&t.at(i));
        let olds: Vec<&str> = (house + 1..at - 2)
            .take_while(|&i| figures(i) || is_and(i))
            .filter(|&i| figures(i))
            .map(|i| t.at(i))
            .collect();
        let behind = t.at((house + 1..at)
            .find(|&i| !(figures(i) || is_and(i)))
            .unwrap_or(at));
        let olds = if ["vecchio", "nel"].contains(&behind) {
            olds
        } else {
            Vec::new()
        };
        let new = t.at(at);
        (leads && figures(at)).then(|| match olds.as_slice() {
            [old] => format!("dall'edificio {old} al nuovo {new}"),
            [] => format!("edificio {new}"),
            [most @ .., last] => format!("dagli edifici {} e {last} al nuovo {new}", most.join(", ")),
        })
    })
}

/// Words of a part of a building or of a row of works, and how they are written.
const NUMBERED: &[(&str, &str)] = &[
    ("pad", "padiglione"),
    ("padiglione", "padiglione"),
    ("blocco", "blocco"),
    ("settore", "settore"),
    ("fase", "fase"),
    ("intervento", "intervento"),
];

/// "PAD. 5", "BLOCCO B", "1° SETTORE", "FASE 2", "PARTE VECCHIA", "TERZO INTERVENTO PILOTA"; of two
/// of one kind none.
fn of_part(t: &Tokens) -> Option<String> {
    let mut out: Vec<String> = Vec::new();
    for at in 0..t.len() {
        let near = |i: usize| t.gap(i) <= Gap::Hyphen;
        let of_age = ["vecchia", "nuova"].iter().find(|age| **age == t.at(at + 1));
        if let Some(age) = of_age.filter(|_| t.at(at) == "parte" && t.gap(at + 1) <= Gap::Quote) {
            let part = format!("parte {age}");
            if !out.contains(&part) {
                out.push(part);
            }
        }
        let Some((_, word)) = NUMBERED.iter().find(|(word, _)| *word == t.at(at)) else {
            continue;
        };
        let behind = Some(at + 1).filter(|i| near(*i)).and_then(|i| mark(t, i));
        let before = at
            .checked_sub(1)
            .filter(|_| t.gap(at) <= Gap::Sign)
            .and_then(|i| ordinal(t, i));
        // "INTERVENTO A" is no number of a list.
        let behind = behind.filter(|mark| *word != "intervento" || mark.bytes().all(|b| b.is_ascii_digit()));
        if let Some(mark) = behind.or_else(|| before.map(|n| n.to_string())) {
            let part = format!("{word} {mark}");
            if !out.contains(&part) {
                out.push(part);
            }
        }
    }
    // "CORRENTE PER NAVI DA CROCIERA": two of one port are told apart by it.
    let ships = [
        (&["navi", "da", "crociera"][..], "navi da crociera"),
        (&["navi", "porta", "container"][..], "navi porta container"),
    ];
    out.extend(
        ships
            .iter()
            .filter(|(words, _)| (0..t.len()).any(|at| t.is_phrase(at, words)))
            .map(|(_, word)| (*word).to_owned()),
    );
    match out.as_slice() {
        [only] => Some(only.clone()),
        [house, stage] if house.split(' ').next() != stage.split(' ').next() => {
            Some(format!("{house}, {stage}"))
        }
        _ => None,
    }
}

/// "5", "16A", "B": what a part of a building is told by; a list of them tells none.
fn mark(t: &Tokens, at: usize) -> Option<String> {
    let word = t.at(at);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &word[digits..];
    let figures = (1..=2).contains(&digits) && (tail.is_empty() || ["a", "b", "c", "d"].contains(&tail));
    let letter =
        digits == 0 && word.len() == 1 && t.raw(at) == word.to_uppercase() && ("a".."i").contains(&word);
    let listed = t.gap(at + 1) == Gap::Sign && !t.is_followed_by(at + 1, " -") && t.at(at + 1).len() <= 2
        || ["e", "ed"].contains(&t.at(at + 1)) && t.at(at + 2).len() <= 2;
    ((figures || letter) && !(listed && at + 1 < t.len())).then(|| word.to_uppercase())
}

/// "1°", "primo", "iii".
fn ordinal(t: &Tokens, at: usize) -> Option<usize> {
    let word = t.at(at);
    let plain = word.bytes().all(|b| b.is_ascii_digit());
    number(word).filter(|_| !plain || is_ordinal(t, at + 1))
}

/// The number before the word at `at` has the sign of a rank: "2° LOTTO".
fn is_ordinal(t: &Tokens, at: usize) -> bool {
    ["°", "º", "^"].iter().any(|sign| t.is_followed_by(at, sign))
}

fn of(t: &Tokens) -> Vec<String> {
    let mut out = Vec::new();
    for at in 0..t.len() {
        let Some(part) = PARTS.iter().find(|part| **part == t.at(at)) else {
            continue;
        };
        // "SUB-LOTTO 3" of a framework that many use.
        if at > 0 && t.at(at - 1) == "sub" {
            continue;
        }
        let near = |i: usize| t.gap(i) < Gap::Sign;
        let mut next = at + 1;
        while next < t.len() && near(next) && BETWEEN.contains(&t.at(next)) {
            next += 1;
        }
        let behind = (next < t.len() && near(next))
            .then(|| number(t.at(next)))
            .flatten();
        let before = at
            .checked_sub(1)
            .filter(|_| near(at))
            .and_then(|i| number(t.at(i)))
            // "FABBRICATO ALFA 2° LOTTO".
            .or_else(|| {
                at.checked_sub(1)
                    .filter(|_| is_ordinal(t, at))
                    .and_then(|i| number(t.at(i)))
            });
        // "LOTTO 2 B", "LOTTO 1/A".
        let letter = |i: usize| {
            let word = if i < t.len() && near(i) { t.at(i) } else { "" };
            matches!(word, "a" | "b" | "c" | "d").then(|| word.to_uppercase())
        };
        // "LOTTO 2.2" is a part of a part.
        let is_part = t.gap(next + 1) == Gap::Point && number(t.at(next + 1)).is_some();
        match (behind, before) {
            (Some(_), _) if is_part => {}
            (Some(n), _) => {
                let last =
                    next + 1 == t.len() || t.gap(next + 1) == Gap::Slash || t.gap(next + 2) >= Gap::Sign;
                let letter = letter(next + 1).filter(|_| last);
                out.push(
                    [Some(format!("{part} {n}")), letter]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" "),
                );
            }
            (None, Some(n)) => {
                // "II E III LOTTO" are two.
                let joined = at > 2 && near(at - 1) && ["e", "ed"].contains(&t.at(at - 2));
                let other = number(t.at(at.saturating_sub(3))).filter(|_| joined);
                out.extend(other.map(|n| format!("{part} {n}")));
                out.push(format!("{part} {n}"));
            }
            (None, None) => {}
        }
    }
    out
}

fn number(word: &str) -> Option<usize> {
    let place = NUMBERS.iter().position(|words| words.contains(&word));
    place.map(|i| i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lot_has_its_number() {
        for (text, lots) in [
            ("Ciclovia Alfa lotto 2 B", &["lotto 2 B"][..]),
            ("Completamento (II lotto) del ponte", &["lotto 2"]),
            ("Scuola Beta - 3^ stralcio funzionale", &["stralcio 3"]),
            ("Strada, lotto funzionale 1, e altro", &["lotto 1"]),
            ("Lotto 1/A: scavi", &["lotto 1 A"]),
            ("Lotto 2 a Betania", &["lotto 2"]),
            ("Tubi II e III lotto", &["lotto 2", "lotto 3"]),
            ("Fabbricato Alfa 2° lotto Betania", &["lotto 2"]),
            ("Accordo quadro sub-lotto 3", &[]),
            ("Scuola Alfa lotto 2.2", &[]),
            ("Lotto unico", &[]),
        ] {
            assert_eq!(of(&Tokens::new(text)), lots, "{text}");
        }
    }
}
