//! Localities that no word announces.

use super::{head, span};
use crate::import::facts::list::List;
use crate::text::tokens::{Gap, Tokens};

/// "MARINA DI ALFA", "ALFA SCALO": the other half of a comune.
pub(super) fn of_comune(t: &Tokens, comuni: &[&str]) -> Option<String> {
    for comune in comuni {
        let words: Vec<&str> = comune.split(' ').collect();
        for i in 0..t.len() {
            if !t.is_phrase(i, &words[..1]) {
                continue;
            }
            // The whole name is the comune itself, also one that is called "Alfa Marittima".
            let end = if t.is_phrase(i, &words) {
                i + words.len()
            } else {
                i + 1
            };
            let bare = |from: usize, to: usize| (from + 1..to).all(|k| t.gap(k) == Gap::Blank);
            let half = HALVES.has(t.at(end)) && !words.contains(&t.at(end)) && words[0].len() > 3;
            if half && bare(i, end + 1) && !is_of_street(t, i) {
                return Some(span::written(t, "", i, end + 1));
            }
            let marina = i >= 2 && t.at(i - 1) == "di" && t.at(i - 2) == "marina" && t.is_phrase(i, &words);
            if marina && words[0] != "marina" && bare(i - 2, end) && !is_of_street(t, i - 2) {
                return Some(span::written(t, "", i - 2, end));
            }
        }
    }
    None
}

/// Where in the words of a street "ALFA SCALO" begins, of the comune Alfa, at their end.
pub(super) fn half_at_end(t: &Tokens, from: usize, end: usize, comuni: &[&str]) -> Option<usize> {
    let last = end.checked_sub(1).filter(|last| HALVES.has(t.at(*last)))?;
    let start = |comune: &&str| last.checked_sub(comune.split(' ').count());
    comuni.iter().find_map(|comune| {
        let words: Vec<&str> = comune.split(' ').collect();
        start(comune).filter(|start| *start > from && t.is_phrase(*start, &words))
    })
}

fn is_of_street(t: &Tokens, i: usize) -> bool {
    (1..=2).any(|back| {
        i.checked_sub(back).is_some_and(|at| {
            // "VIA ROSSI ALFA SCALO": the street has a name of its own.
            let near = back == 1 || span::is_particle(t.at(i - 1));
            near && head::at(t, at).is_some_and(|h| h.kind != head::Kind::Hamlet)
                || ["stazione", "asl"].contains(&t.at(at))
        })
    })
}

/// The second part of a title in few words that the text says again behind a preposition:
/// "ALFA*ALFETTA*RINASCITA DEL BORGO DI ALFETTA".
pub(super) fn confirmed(t: &Tokens, comuni: &[&str]) -> Option<String> {
    let segments = t.segments();
    let &(from, to) = segments.get(1).filter(|_| segments.len() > 2)?;
    let words: Vec<&str> = (from..to).map(|i| t.at(i)).collect();
    let whole = words.join(" ");
    let plain = (from + 1..to).all(|i| matches!(t.gap(i), Gap::Blank | Gap::Apostrophe));
    let named = words
        .iter()
        .all(|w| !GENERIC.has(w) && !span::is_number(w) && !span::is_works(w));
    if words.len() > 3
        || !plain
        || !named
        || head::at(t, from).is_some()
        || comuni.contains(&whole.as_str())
        || whole.len() < 4
    {
        return None;
    }
    let again = (0..t.len()).any(|i| {
        let end = i + words.len();
        // "AREA PER LO SPORT ALFETTA - COMUNE DI ALFA".
        let before_comune = || {
            t.gap(end) >= Gap::Sign
                && comuni.iter().any(|comune| {
                    let own: Vec<&str> = comune.split(' ').collect();
                    t.is_phrase(end, &own)
                        || t.is_phrase(end, &["comune", "di"]) && t.is_phrase(end + 2, &own)
                })
        };
        (i < from || i >= to)
            && i > 0
            && t.is_phrase(i, &words)
            && (before_comune()
                || ["di", "a", "ad", "borgo", "frazione", "localita", "loc"].contains(&t.at(i - 1)))
    });
    (again && !span::has_lost_its_end(t, from, to)).then(|| span::written(t, "", from, to))
}

static HALVES: List = List::new("marina scalo lido");
static GENERIC: List = List::new(
    "territorio comunale comuni comune vari varie varia diverse centro storico agro area zona regione provincia citta sistema rete impianto
     edificio scuola ospedale distretto sede palazzo castello stazione parco piscina palestra abitazione tutto intero campo via toscana
     italia magazzino alpeggio valle monte",
);
