//! Numbered roads with their kilometres ("SP 306, km 32,9–33,1"), and waters.

use super::span;
use crate::import::facts::list::List;
use crate::text::tokens::{Gap, Tokens};

/// Every numbered road in the text.
pub(super) fn roads(t: &Tokens) -> Vec<(String, usize, usize)> {
    let mut out: Vec<(String, usize, usize)> = Vec::new();
    let mut i = 0;
    while i < t.len() {
        let Some((mut road, mut next)) = road(t, i) else {
            i += 1;
            continue;
        };
        if let Some((name, to)) = name(t, next) {
            road = format!("{road} {name}");
            next = to;
        }
        // "SP 12 DAL KM …", also behind the name of the road.
        let limit = (next + 6).min(t.len());
        for at in next..limit {
            if t.gap(at) == Gap::Star || t.at(at).starts_with("sp") || t.at(at).starts_with("ss") {
                break;
            }
            if let Some((km, to)) = kilometre(t, at, t.len()) {
                road = format!("{road}, {km}");
                next = to;
                break;
            }
        }
        out.push((road, i, next));
        i = next.max(i + 1);
    }
    out
}

/// Most words of the name of a road.
const LONGEST_NAME: usize = 4;
/// What may stand behind the name of a road; behind other words it is not sure where it ends.
const BEHIND: &[&str] = &[
    "km", "dal", "al", "in", "nel", "nella", "nei", "per", "lotto", "progetto", "prog", "tratto", "tratta",
    "presso", "loc", "localita", "comune", "a", "ad", "fra", "tra",
];

/// "SP 62 ALTO CORSALONE DAL KM 6": the name that people know a road by.
fn name(t: &Tokens, from: usize) -> Option<(String, usize)> {
    // "SP 95 DEL CASTAGNO".
    let first = from + usize::from(["di", "del", "della", "dell", "dei", "delle"].contains(&t.at(from)));
    let ends =
        |at: usize| at >= t.len() || matches!(t.gap(at), Gap::Star | Gap::Sign) || BEHIND.contains(&t.at(at));
    let end = (from..=from + LONGEST_NAME).find(|&at| ends(at))?;
    let own =
        |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic()) && !span::is_works(word);
    let small = |word: &str| span::is_particle(word);
    let fits = (from..end).all(|at| own(t.at(at)) || small(t.at(at)));
    let last = t.at(end.checked_sub(1)?);
    (end > first
        && fits
        && own(t.at(first))
        && !small(t.at(first))
        && !small(last)
        && !NO_NAME.contains(&t.at(first)))
    .then(|| {
        (
            {
                let own = span::written(t, "", first, end);
                match first > from {
                    true => format!("{} {}", t.at(from), own.trim()),
                    false => own.trim().to_owned(),
                }
            },
            end,
        )
    })
}

/// Words behind the number of a road that tell a part of it or a place.
const NO_NAME: &[&str] = &[
    "tratto",
    "tratti",
    "lavori",
    "strada",
    "frana",
    "ponte",
    "viadotto",
    "via",
    "viale",
    "piazza",
    "bivio",
    "incrocio",
    "zona",
    "reparto",
    "galleria",
    "rotatoria",
    "var",
    "variante",
    "lungo",
    "varie",
    "altre",
    "diverse",
    "versante",
    "provincia",
    "reg",
    "interventi",
];

fn road(t: &Tokens, i: usize) -> Option<(String, usize)> {
    let (class, mut at) = class(t, i)?;
    if let Some(figures) = glued(t.at(i)) {
        return finished(t, class, figures, i + 1);
    }
    if ["n", "nr", "num", "numero"].contains(&t.at(at)) {
        at += 1;
    }
    let figures = t.at(at);
    if !matches!(t.gap(at), Gap::Blank | Gap::Point | Gap::Hyphen | Gap::Sign) {
        return None;
    }
    finished(t, class, figures, at + 1)
}

fn finished(t: &Tokens, class: &str, figures: &str, mut at: usize) -> Option<(String, usize)> {
    let digits = figures.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &figures[digits..];
    if digits == 0
        || digits > 3
        || figures.starts_with('0')
        || !["", "bis", "ter", "a", "b", "c", "d", "r", "var"].contains(&tail)
    {
        return None;
    }
    let mut road = format!("{class} {}", &figures[..digits]);
    match tail {
        "" => {}
        "bis" | "ter" | "var" => road = format!("{road} {tail}"),
        letter => road = format!("{road}/{}", letter.to_uppercase()),
    }
    let next = t.at(at);
    if tail.is_empty() && ["bis", "ter", "quater"].contains(&next) {
        road = format!("{road} {next}");
        at += 1;
    } else if tail.is_empty()
        && t.gap(at) == Gap::Slash
        && next.len() == 1
        && next.bytes().all(|b| b.is_ascii_alphabetic())
    {
        road = format!("{road}/{}", next.to_uppercase());
        at += 1;
    }
    Some((road, at))
}

/// What stands behind the letters in "sp12".
fn glued(word: &str) -> Option<&str> {
    let rest = word.get(2..)?;
    (["sp", "ss", "sr"].iter().any(|c| word.starts_with(c)) && rest.starts_with(|c: char| c.is_ascii_digit()))
        .then_some(rest)
}

fn class(t: &Tokens, i: usize) -> Option<(&'static str, usize)> {
    let two = |a: &str, b: &str| t.at(i) == a && t.at(i + 1) == b && t.gap(i + 1) != Gap::Star;
    match t.at(i) {
        "sp" => Some(("SP", i + 1)),
        "ss" => Some(("SS", i + 1)),
        "sr" => Some(("SR", i + 1)),
        word if glued(word).is_some() => Some((
            if word.starts_with("sp") {
                "SP"
            } else if word.starts_with("ss") {
                "SS"
            } else {
                "SR"
            },
            i,
        )),
        "s" if two("s", "p") => Some(("SP", i + 2)),
        "s" if two("s", "s") => Some(("SS", i + 2)),
        "s" if two("s", "r") => Some(("SR", i + 2)),
        "strada" | "str" | "provinciale" | "statale" | "regionale" => {
            let at = if t.at(i).starts_with("str") { i + 1 } else { i };
            match t.at(at) {
                "provinciale" => Some(("SP", at + 1)),
                "statale" => Some(("SS", at + 1)),
                "regionale" => Some(("SR", at + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// "KM 3+850", "DAL KM 3,4 AL KM 5": as "km 3,85", "km 3,4–5".
pub(super) fn kilometre(t: &Tokens, i: usize, limit: usize) -> Option<(String, usize)> {
    let mut at = i;
    if ["dal", "al", "progressiva", "prog"].contains(&t.at(at)) {
        at += 1;
    }
    if !["km", "kilometro", "chilometro", "chilometrica", "km_"].contains(&t.at(at)) || at >= limit {
        return None;
    }
    let (from, next) = point(t, at + 1, limit)?;
    let mut end = next;
    let mut out = format!("km {from}");
    let mut j = end;
    if ["al", "a", "e"].contains(&t.at(j)) && t.gap(j) != Gap::Star {
        j += 1;
    }
    if j > end
        && ["km", "kilometro", "chilometro"].contains(&t.at(j))
        && let Some((to, next)) = point(t, j + 1, limit)
    {
        if to != from {
            out = format!("{out}–{to}");
        }
        end = next;
    }
    Some((out, end))
}

/// "3+850", "3,850", "3.4", "12": without zeros at the end.
fn point(t: &Tokens, i: usize, limit: usize) -> Option<(String, usize)> {
    let whole = t.at(i);
    if i >= limit || whole.is_empty() || whole.len() > 3 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let kilometres = whole.trim_start_matches('0');
    let kilometres = if kilometres.is_empty() { "0" } else { kilometres };
    let part = t.at(i + 1);
    let joined = matches!(t.gap(i + 1), Gap::Sign | Gap::Point)
        && t.is_followed_by(i + 1, "+") | t.is_followed_by(i + 1, ",") | t.is_followed_by(i + 1, ".");
    if i + 1 < limit
        && joined
        && part.len() <= 3
        && !part.is_empty()
        && part.bytes().all(|b| b.is_ascii_digit())
    {
        let fraction = part.trim_end_matches('0');
        let value = if fraction.is_empty() {
            kilometres.to_owned()
        } else {
            format!("{kilometres},{fraction}")
        };
        return Some((value, i + 2));
    }
    Some((kilometres.to_owned(), i + 1))
}

/// Rivers, streams and lakes with a name of their own.
pub(super) fn waters(t: &Tokens) -> Vec<String> {
    let mut out = Vec::new();
    for i in 0..t.len() {
        let Some(label) = water(t, i) else { continue };
        if i > 0
            && (AFTER_STREET.has(t.at(i - 1))
                || span::is_particle(t.at(i - 1)) && i > 1 && AFTER_STREET.has(t.at(i - 2)))
        {
            continue;
        }
        let mut from = i + 1;
        let is_still = ["Lago", "Invaso"].contains(&label);
        if ["di", "d"].contains(&t.at(from)) && !is_still {
            continue;
        }
        if is_still && t.at(from) == "di" {
            from += 1;
        }
        let mut end = from;
        let mut own = 0;
        while end < t.len() && own < 2 {
            let word = t.at(end);
            let sign = end > i + 1
                && matches!(
                    t.gap(end),
                    Gap::Sign | Gap::Star | Gap::Hyphen | Gap::Slash | Gap::Quote
                );
            let particle =
                ["di", "del", "della", "dei", "delle", "degli", "dell", "la", "il"].contains(&word);
            if sign
                || span::is_number(word)
                || span::is_works(word)
                || NOT_WATER.has(word)
                || (span::is_particle(word) && !particle)
            {
                break;
            }
            // A second word belongs to the name behind a saint or a particle only.
            if own == 1
                && ![
                    "san", "santa", "sant", "s", "santo", "rio", "val", "valle", "fosso", "gran",
                ]
                .contains(&t.at(end - 1))
                && !span::is_particle(t.at(end - 1))
            {
                break;
            }
            let small = t.raw(end).chars().all(char::is_lowercase);
            if small && !particle {
                break;
            }
            own += usize::from(!particle);
            end += 1;
            if own == 1
                && !["san", "santa", "sant", "s", "santo", "val", "valle", "gran"].contains(&word)
                && !particle
            {
                break;
            }
        }
        while end > from && span::is_particle(t.at(end - 1)) {
            end -= 1;
        }
        if end <= from
            || t.at(end - 1).len() < 3
            || span::has_lost_its_end(t, from, end)
            || ["san", "santa", "val", "valle"].contains(&t.at(end - 1))
        {
            continue;
        }
        let value = if from > i + 1 {
            span::written(t, &format!("{label} di"), from, end)
        } else {
            span::written(t, label, from, end)
        };
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}

fn water(t: &Tokens, i: usize) -> Option<&'static str> {
    match t.at(i) {
        "torrente" => Some("Torrente"),
        "torr" if t.gap(i + 1) == Gap::Point => Some("Torrente"),
        "fiume" => Some("Fiume"),
        "fosso" => Some("Fosso"),
        "rio" => Some("Rio"),
        "lago" => Some("Lago"),
        "invaso" => Some("Invaso"),
        "fiumara" => Some("Fiumara"),
        "roggia" => Some("Roggia"),
        "naviglio" => Some("Naviglio"),
        _ => None,
    }
}

/// Before a water's word: it is a street, a station, a comune.
static AFTER_STREET: List = List::new(
    "via viale piazza corso strada vicolo largo lungo stazione ponte scuola loc localita frazione contrada borgo valle val comune colle
     isola monte piana istituto ospedale poggio castel castello villa bagni alto basso santa san",
);
static NOT_WATER: List = List::new(
    "comune comuni tratto opere sponda argine argini affluente affluenti sito in nel nella e per con da lungo presso a al alla zona zone
     superiore inferiore tombato esistente mediante ed principale artificiale balneabile collinare spa srl maggiore_ nei ss sp id
     area aree via loc localita idraulico idraulica",
);
